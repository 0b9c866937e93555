"""What can be done in a visit, by name, for the palette: each is a button or a key of the screen as well."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.sentences.carried import unconfirmed
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.visit.checks.foot import SIGN_KEYS, VisitFoot
from therapist_desk.ui.visit.header import VisitHeader
from therapist_desk.ui.visit.map.panel import MapPanel
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.note.section_card import KEEP_ALL_KEYS, PHRASE_KEYS
from therapist_desk.ui.visit.override import OFFER_KEYS
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.timer.timer_buttons import START_KEYS, STOP_KEYS
from therapist_desk.ui.visit.timer.timer_strip import TimerStrip

LIST_KEYS = "Ctrl+Shift+M"


class VisitParts(Protocol):
    """What of the visit screen does something."""

    session: VisitSession
    header: VisitHeader
    strip: TimerStrip
    map_panel: MapPanel
    note: NoteColumn
    foot: VisitFoot


def visit_actions(page: VisitParts) -> tuple[PageAction, ...]:
    """Name what can be done now with the visit that is open: signing first, leaving it last."""
    if not page.session.is_open:
        return ()
    foot = page.foot
    around = (
        PageAction("preview", _tr("Preview, print or save the PDF"), "doc", foot.preview_wanted.emit),
        PageAction("plan_next", _tr("Plan the next visit"), "calendar", page.note.plan.next.plan_wanted.emit),
        PageAction("list", _tr("List of marks"), "list", page.map_panel.toolbar.list.toggle, LIST_KEYS),
        PageAction("chart", _tr("Chart of this client"), "left", page.header.back_wanted.emit),
    )
    if page.session.locked:
        return (PageAction("addendum", _tr("Add an addendum"), "pen", foot.addendum_wanted.emit), *around)
    return (
        PageAction("sign", _tr("Sign the visit…"), "pen", foot.sign_wanted.emit, SIGN_KEYS),
        PageAction("checks", _tr("Check what is missing"), "okc", foot.missing.checks_wanted.emit),
        *_of_times(page),
        *_of_note(page),
        *around,
    )


def _of_times(page: VisitParts) -> list[PageAction]:
    strip, state = page.strip, page.session.reading().state
    found = []
    if not page.session.entered_afterwards:
        words, icon = {
            TimerState.IDLE: (_tr("Start the timer"), "play"),
            TimerState.RUNNING: (_tr("Pause the timer"), "pause"),
            TimerState.PAUSED: (_tr("Resume the timer"), "play"),
            TimerState.STOPPED: (_tr("Resume the timer"), "play"),
        }[state]
        found.append(PageAction("timer", words, icon, strip.buttons.toggle, START_KEYS))
    if state in {TimerState.RUNNING, TimerState.PAUSED}:
        found.append(PageAction("stop", _tr("Stop the timer"), "stop", strip.buttons.end, STOP_KEYS))
    if not strip.units.isHidden():
        found.append(PageAction("units", _tr("Minutes and units"), "clock", strip.units_wanted.emit))
    return [
        *found,
        PageAction("times", strip.correct.text(), "clock", strip.correction_wanted.emit),
        PageAction("day", _tr("Change the day of this visit"), "calendar", page.header.day_wanted.emit),
    ]


def _of_note(page: VisitParts) -> list[PageAction]:
    note = page.note
    found = [
        PageAction("region", _tr("Find a muscle or region on the map"), "search", page.map_panel.finding.open, "/"),
        PageAction("measure", _tr("Add a test or measurement"), "plus", note.objective.offer_assessments, OFFER_KEYS),
        PageAction("phrase", _tr("Insert a phrase"), "phrase", note.find_phrase, PHRASE_KEYS),
    ]
    if unconfirmed(page.session.note):
        words = _tr("Keep every line carried forward")
        found.append(PageAction("keep_all", words, "check", note.keep_all, KEEP_ALL_KEYS))
    return found


def _tr(words: str) -> str:
    return QCoreApplication.translate("Visit", words)
