"""The ways from what is missing to the field that mends it: one of the visit, of the chart or of the settings."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.missing import MissingItem, Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.ui.fields import field_of, go_to
from therapist_desk.ui.visit.checks.checks_dialog import ChecksDialog
from therapist_desk.ui.visit.checks.foot import VisitFoot
from therapist_desk.ui.visit.health_watch import HealthWatch
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.panel import MapPanel
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.timer.minutes import Minutes
from therapist_desk.ui.visit.timer.timer_strip import TimerStrip
from therapist_desk.ui.workplace import Workplace

_OF_TIMES: Final = {
    "minutes_beyond_span": "segment_minutes",
    "beyond_cap": "segment_minutes",
    "beyond_units": "segment_minutes",
    "date_to_come": "segment_start",
    "other_day": "segment_start",
    "pair_together": "segment_regions",
    "treated_unrelated": "segment_regions",
}
"""The fields of the times that are not the technique."""
_CORRECTED: Final = {
    Target.TIMER: NotePart.TREATMENT,
    Target.TIMES: NotePart.TREATMENT,
    Target.UNITS: NotePart.TREATMENT,
    Target.PAIN_BEFORE: NotePart.PAIN,
    Target.PAIN_AFTER: NotePart.PAIN,
    Target.LIMITATION: NotePart.REPORTED,
    Target.SUBJECTIVE: NotePart.REPORTED,
    Target.HEALTH: NotePart.HEALTH,
    Target.DECISION: NotePart.HEALTH,
    Target.MAP: NotePart.FINDINGS,
    Target.REVIEW: NotePart.FINDINGS,
    Target.OBJECTIVE: NotePart.TESTS,
    Target.MEASURES: NotePart.MOTION,
    Target.ASSESSMENT: NotePart.RESPONSE,
    Target.RESPONSE: NotePart.RESPONSE,
    Target.PLAN: NotePart.PLAN,
    Target.RED_TEST: NotePart.PLAN,
}
"""The part of a signed note to which the addendum belongs that makes good what is missing in a field."""


class VisitScreen(Protocol):
    """What of the visit screen an item can lead to."""

    session: VisitSession
    strip: TimerStrip
    map_panel: MapPanel
    note: NoteColumn
    health: HealthWatch
    minutes: Minutes
    foot: VisitFoot

    def leave(self) -> None:
        """Hand over what was typed."""

    def focus_map(self) -> None:
        """Go to the body map."""

    def add_addendum(self, corrects: NotePart | None = None) -> None:
        """Write an addendum to the visit, which is signed; `corrects` is the part in question."""


class Mending(QObject):
    """Leads from an item to its field on `page`, and shows all of them."""

    def __init__(self, workplace: Workplace, page: VisitScreen) -> None:
        super().__init__(page.session)
        self._navigator = workplace.navigator
        self._page = page
        self._wanted: MissingItem | None = None
        page.session.opened.connect(self._lead_to_wanted)

    @Slot()
    def show_checks(self) -> None:
        """Open the list of everything that is missing."""
        session = self._page.session
        if session.locked:
            return
        session.flush()
        payer = session.file.case_file.payer
        dialog = ChecksDialog(session.missing(), session.passed(), payer.name if payer else "", self._page.foot)
        dialog.item_wanted.connect(self.lead)
        dialog.open()

    def lead_once_open(self, item: MissingItem) -> None:
        """Go to where `item` is mended as soon as the visit that was asked for is there."""
        self._wanted = item

    @Slot()
    def _lead_to_wanted(self) -> None:
        item, self._wanted = self._wanted, None
        if item is not None:
            self.lead(item)

    @Slot(object)
    def lead(self, item: MissingItem) -> None:
        """Go to where `item` is mended; in a signed visit that is an addendum."""
        page, visit = self._page, self._page.session.visit
        field = field_of(item, visit.case_id)
        if field is not None:
            page.leave()
            go_to(self._navigator, visit.client_id, field)
        elif page.session.locked:
            page.add_addendum(_CORRECTED.get(item.target))
        else:
            self._lead_here(item)

    def _lead_here(self, item: MissingItem) -> None:
        page = self._page
        if item.target is Target.TIMES:
            segment = str(item.values.get("segment", ""))
            page.minutes.correct_times(segment, _OF_TIMES.get(item.code, "segment_technique"))
        elif item.target is Target.UNITS:
            page.minutes.show_units()
        elif item.target is Target.TIMER:
            page.strip.lead(to_stop=item.code == "timer_running")
        elif item.target is Target.SIGN:
            page.foot.sign.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif item.target is Target.UNCONFIRMED:
            page.note.lead_to_carried()
        elif item.target is Target.DECISION:
            page.health.open_decision()
        elif item.target is Target.MEASURES:
            page.note.unfold(Section.OBJECTIVE)
            page.note.objective.lead_to(item)
        elif item.target is Target.REVIEW:
            page.focus_map()
            page.map_panel.review.begin()
        elif item.target is Target.MAP:
            self._lead_to_marks(item)
        else:
            section, field = self._fields()[item.target]
            page.note.lead_to(section, field)
            page.note.card(section).words.show_words(str(item.values.get("said", "")))

    def _fields(self) -> dict[Target, tuple[Section, QWidget]]:
        note = self._page.note
        return {
            Target.PAIN_BEFORE: (Section.SUBJECTIVE, note.subjective.pain),
            Target.LIMITATION: (Section.SUBJECTIVE, note.subjective.limitation),
            Target.SUBJECTIVE: (Section.SUBJECTIVE, note.subjective.text),
            Target.HEALTH: (Section.SUBJECTIVE, note.subjective.health),
            Target.OBJECTIVE: (Section.OBJECTIVE, note.objective.text),
            Target.PAIN_AFTER: (Section.ASSESSMENT, note.assessment.pain),
            Target.RESPONSE: (Section.ASSESSMENT, note.assessment.response.first),
            Target.ASSESSMENT: (Section.ASSESSMENT, note.assessment.text),
            Target.PLAN: (Section.PLAN, note.plan.text),
            Target.RED_TEST: (Section.PLAN, note.plan.text),
        }

    def _lead_to_marks(self, item: MissingItem) -> None:
        ungraded = {"no_grade_before": Grading.BEFORE, "no_grade_after": Grading.AFTER}
        if item.code in ungraded:
            self._page.map_panel.focus_first_without(ungraded[item.code])
            return
        self._page.focus_map()
        if "mark" in item.values:
            self._page.map_panel.lead_to(str(item.values["mark"]))
