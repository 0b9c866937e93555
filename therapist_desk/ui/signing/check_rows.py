"""What the sign dialog says of the visit: a row for each thing a reviewer looks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.mark import SCALES
from therapist_desk.domain.note import Note, Section
from therapist_desk.domain.readiness import MissingItem, Severity, Target
from therapist_desk.domain.timer import hands_on_seconds
from therapist_desk.domain.visit import Visit
from therapist_desk.ui.kit import Label, Tone, draw_panel, row
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.wording import missing_words

_ROW = 36
_NAME_WIDTH = 132
_TIME = {Target.TIMER}
_FINDINGS = {Target.MAP}
_CHANGE = {Target.PAIN_BEFORE, Target.PAIN_AFTER, Target.RESPONSE}
_SUBJECTIVE = {Target.SUBJECTIVE, Target.LIMITATION}
_PLAN = {Target.PLAN, Target.UNCONFIRMED}


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


def check_rows(visit: Visit, items: Sequence[MissingItem], now: Instant) -> tuple[CheckRow, ...]:
    """Say of each part of the visit what is there, or what is missing."""
    segments = visit.segments(now)
    minutes = hands_on_seconds(segments) // 60
    graded = [mark for mark in visit.marks if SCALES[mark.kind] is not None]
    both = sum(mark.before is not None and mark.after is not None for mark in graded)
    parts = (
        (
            _tr("Time"),
            _tr("{minutes} min hands-on in {count} segments").format(minutes=minutes, count=len(segments)),
            _TIME,
        ),
        (
            _tr("Findings"),
            _tr("{count} marks, {both} with before and after").format(count=len(visit.marks), both=both),
            _FINDINGS,
        ),
        (_tr("Change"), _change(visit.note), _CHANGE),
        (_tr("Subjective"), visit.note.limitation or _tr("as told by the client"), _SUBJECTIVE),
        (_tr("Plan"), visit.note.own_text(Section.PLAN).replace("\n", " "), _PLAN),
    )
    return tuple(
        _row(name, words, [item for item in items if item.target in targets]) for name, words, targets in parts
    )


class CheckList(QWidget):
    """The rows in a frame, under a head that says whether the visit is ready."""

    def __init__(self, rows: Sequence[CheckRow], to_fix: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = to_fix == 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = _tr("Ready to sign") if self._ready else _tr("{count} to fix before signing").format(count=to_fix)
        self.setAccessibleName(words)
        tone = Tone.GREEN if self._ready else Tone.RED
        head = row(AlertIcon("okc" if self._ready else "alert", tone), Label(words, Text.BODY_STRONG, tone), None)
        head.setContentsMargins(0, 12, 0, 12)
        self._rows = [_RowLine(each) for each in rows]
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 0)
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
        line.setContentsMargins(0, 8, 0, 8)
        self.setLayout(line)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_tokens().line)


def _row(name: str, words: str, missing: Sequence[MissingItem]) -> CheckRow:
    if not missing:
        return CheckRow(name, words, Standing.FINE)
    to_fix = any(item.severity is Severity.TO_FIX for item in missing)
    said = ", ".join(missing_words(item) for item in missing)
    return CheckRow(
        name,
        _tr("missing: {what}").format(what=said[:1].lower() + said[1:]),
        Standing.TO_FIX if to_fix else Standing.ADVICE,
    )


def _change(note: Note) -> str:
    if note.pain_before is None or note.pain_after is None:
        return ""
    return _tr("Pain {before} → {after}").format(before=note.pain_before, after=note.pain_after)


def _tr(text: str) -> str:
    return QCoreApplication.translate("signing", text)
