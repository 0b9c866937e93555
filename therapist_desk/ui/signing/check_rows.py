"""What the sign dialog says of the visit: a row for each thing a reviewer looks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import SCALES, Mark
from therapist_desk.domain.missing import MissingItem, Severity, Target
from therapist_desk.domain.notes.note import Note, Section
from therapist_desk.domain.session.timer import Segment, hands_on_seconds
from therapist_desk.domain.visit import Visit
from therapist_desk.ui.kit import Label, LinkButton, Tone, draw_panel, row
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.wording import missing_words

_ROW = 36
_SIDE = 14
_NAME_WIDTH = 132
_TIME = {Target.TIMER, Target.TIMES, Target.UNITS}
_FINDINGS = {Target.MAP, Target.REVIEW, Target.OBJECTIVE, Target.MEASURES}
_CHANGE = {Target.PAIN_BEFORE, Target.PAIN_AFTER, Target.RESPONSE, Target.ASSESSMENT}
_SUBJECTIVE = {Target.SUBJECTIVE, Target.LIMITATION}
_HEALTH = {Target.HEALTH, Target.HISTORY, Target.DECISION, Target.CONSENT}
_PLAN = {Target.PLAN, Target.UNCONFIRMED, Target.RED_TEST, Target.SIGN}
_CASE = frozenset(Target) - _TIME - _FINDINGS - _CHANGE - _SUBJECTIVE - _HEALTH - _PLAN
_MOST_WORDS = 3
_DEEDS: Final = frozenset(
    {
        *(
            "timer_running",
            "unconfirmed",
            "undecided",
            "nearly_last",
            "said_again",
            "unreviewed",
            "unsigned_long",
            "diagnosing",
        ),
        *("maintenance", "other_day", "date_to_come", "minutes_told_beyond", "minutes_beyond_span", "beyond_order"),
        *("outside_order", "twice_a_day", "week_full", "order_runs_out", "stage_needs", "units_open", "short_forms"),
        "units_told_otherwise",
        *(
            "units_chosen_before",
            "pair_together",
            "beyond_cap",
            "beyond_units",
            "beyond_year",
            "area_unrelated",
            "side_unrelated",
            "treated_unrelated",
            "report_due",
            "report_late",
            "score_due",
        ),
        *("goal_twice", "motion_doubtful", "unknown_codes", "medicines_unasked", "not_measured_after"),
    }
)
"""Items that say what to do; the others name what is not there."""


class Standing(Enum):
    """How a row stands: in order, worth a look, or to be mended."""

    FINE = ("okc", Tone.GREEN)
    ADVICE = ("warn", Tone.AMBER)
    TO_FIX = ("alert", Tone.RED)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A name, what is to be said of it, and how it stands."""

    name: str
    words: str
    standing: Standing


def check_rows(visit: Visit, items: Sequence[MissingItem], now: Instant, payer: str = "") -> tuple[CheckRow, ...]:
    """Say of each part of the visit what is there, or what is missing; hints are left to the list of checks."""
    items = [item for item in items if item.severity is not Severity.HINT]
    segments = visit.segments(now)
    parts = (
        (_tr("Time"), _time(segments), _TIME),
        (_tr("Findings"), _findings(visit.marks), _FINDINGS),
        (_tr("Change"), _change(visit.note), _CHANGE),
        (_tr("Subjective"), visit.note.limitation or _tr("as told by the client"), _SUBJECTIVE),
        (_tr("Health"), _health(visit), _HEALTH),
        (_tr("Plan"), visit.note.own_text(Section.PLAN).replace("\n", " "), _PLAN),
        (_tr("Case and payer"), payer or _tr("no payer named"), _CASE),
    )
    return tuple(
        _row(name, words, [item for item in items if item.target in targets]) for name, words, targets in parts
    )


class CheckList(QWidget):
    """The rows in a frame, under a head that says whether the visit is ready, with the way to all checks."""

    all_wanted = Signal()

    def __init__(
        self,
        rows: Sequence[CheckRow],
        to_fix: int,
        passed: tuple[int, int] = (0, 0),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ready = to_fix == 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = _head_words(to_fix, passed)
        self.setAccessibleName(words)
        tone = Tone.GREEN if self._ready else Tone.RED
        everything = LinkButton(_tr("Show all"))
        everything.setObjectName("show_all")
        everything.clicked.connect(self.all_wanted)
        icon = AlertIcon("okc" if self._ready else "alert", tone)
        head = row(icon, Label(words, Text.BODY_STRONG, tone), None, everything)
        head.setContentsMargins(_SIDE, 12, _SIDE, 12)
        self._rows = [_RowLine(each) for each in rows]
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        for line in self._rows:
            column.addWidget(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        fill, line = (tokens.green_fill, tokens.green_line) if self._ready else (tokens.red_fill, tokens.red_line)
        painter = QPainter(self)
        head = QRectF(0, 0, self.width(), self._rows[0].y())
        painter.save()
        painter.setClipRect(head)
        draw_panel(painter, QRectF(self.rect()), Radius.CARD, fill=fill)
        painter.restore()
        draw_panel(painter, QRectF(self.rect()), Radius.CARD, line=line)


class _RowLine(QWidget):
    def __init__(self, shown: CheckRow) -> None:
        super().__init__()
        icon_name, tone = shown.standing.value
        name = Label(shown.name, Text.BODY_STRONG)
        name.setFixedWidth(_NAME_WIDTH)
        words = Label(shown.words, Text.BODY, Tone.LABELS if shown.standing is Standing.FINE else tone, wrap=True)
        line = row(AlertIcon(icon_name, tone), name, words, spacing=12)
        line.setStretch(2, 1)
        line.setContentsMargins(_SIDE, 6, _SIDE, 6)
        self.setLayout(line)
        self.setMinimumHeight(_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_tokens().line)


def _row(name: str, words: str, missing: Sequence[MissingItem]) -> CheckRow:
    if not missing:
        return CheckRow(name, words, Standing.FINE)
    to_fix = any(item.severity is Severity.TO_FIX for item in missing)
    deeds = [missing_words(item) for item in missing if item.code in _DEEDS]
    absent = [_lowered(missing_words(item)) for item in missing if item.code not in _DEEDS]
    said = [*deeds, _tr("Missing: {what}").format(what=", ".join(absent))] if absent else deeds
    more = len(absent) - _MOST_WORDS
    if more > 0:
        told = _tr("Missing: {what}, and {more} more")
        said[-1] = told.format(what=", ".join(absent[:_MOST_WORDS]), more=more)
    return CheckRow(name, ". ".join(said), Standing.TO_FIX if to_fix else Standing.ADVICE)


def _head_words(to_fix: int, passed: tuple[int, int]) -> str:
    if to_fix:
        return _tr("{count} to fix before signing").format(count=to_fix)
    if not passed[1]:
        return _tr("Ready to sign")
    return _tr("Ready to sign: {passed} of {asked} checks passed").format(passed=passed[0], asked=passed[1])


def _time(segments: Sequence[Segment]) -> str:
    minutes = hands_on_seconds(segments) // 60
    if len(segments) == 1:
        return _tr("{minutes} min hands-on in 1 segment").format(minutes=minutes)
    return _tr("{minutes} min hands-on in {count} segments").format(minutes=minutes, count=len(segments))


def _findings(marks: Sequence[Mark]) -> str:
    both = sum(mark.before is not None and mark.after is not None for mark in marks if SCALES[mark.kind] is not None)
    if len(marks) == 1:
        return _tr("1 mark, {both} with before and after").format(both=both)
    return _tr("{count} marks, {both} with before and after").format(count=len(marks), both=both)


def _health(visit: Visit) -> str:
    check = visit.screening.check
    if check is None:
        return ""
    return _tr("asked, changed") if check.changed else _tr("asked, no change")


def _change(note: Note) -> str:
    if note.pain_before is None or note.pain_after is None:
        return ""
    return _tr("Pain {before} → {after}").format(before=note.pain_before, after=note.pain_after)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("signing", text)
