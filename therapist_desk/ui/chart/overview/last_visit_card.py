"""The last visit: its marks on the figure and as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.sentences.wording import ARROW
from therapist_desk.domain.visit import Visit
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.overview.map_picture import MapPicture
from therapist_desk.ui.chart.overview.mark_rows import MarkRow
from therapist_desk.ui.dates import weekday_text
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_MOST_MARKS = 8
_MARKS_WIDTH = 236
_LEAST_PICTURE, _MOST_PICTURE = 120, 204
_PICTURE_SHAPE = 1.09  # height to width


class LastVisitCard(Card):
    """Shown once there has been a visit; the link opens it."""

    visit_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._visit: Visit | None = None
        self._header = CardHeader(self.tr("Last visit"))
        self._state = StatusPill("")
        self._header.add_action(self._state)
        self._picture = MapPicture(workplace)
        self._picture.shown.connect(self._say_approximate)
        self._approximate = Label("", Text.CAPTION, Tone.QUIET, wrap=True)
        self._approximate.hide()
        self._marks_box = QWidget()
        self._summary = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        self._open = LinkButton(self.tr("Open visit"), small=True)
        self._open.setObjectName("open_last")
        self._open.clicked.connect(self._ask_for_visit)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.GAP_DENSE)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._marks_box, 1)
        self.body.addWidget(self._header)
        self.body.addLayout(self._row)
        self.body.addWidget(self._approximate)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = max(_LEAST_PICTURE, min(_MOST_PICTURE, self.width() - 2 * Space.CARD - _MARKS_WIDTH))
        self._picture.setFixedSize(width, round(width * _PICTURE_SHAPE))

    def show_contents(self, contents: ChartContents) -> None:
        """Show the visit before the one under way."""
        visit = self._visit = contents.past[-1] if contents.past else None
        self.setVisible(visit is not None)
        if visit is None:
            return
        day = weekday_text(visit.service_date, contents.today)
        self._header.set_caption(self.tr("Visit {n}, {day}").format(n=visit.number, day=day))
        if visit.signed:
            self._state.show_state(self.tr("Signed"), Kind.GREEN)
        else:
            self._state.show_state(self.tr("Not signed"), Kind.AMBER)
        self._picture.show_visit(visit.figure, visit.marks)
        self._show_marks(visit)
        self._summary.setText(self._summary_words(visit))
        self._summary.setVisible(bool(self._summary.text()))

    def _show_marks(self, visit: Visit) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = self.tr("Marks, before {arrow} after").format(arrow=ARROW) if visit.marks else self.tr("No marks")
        column.addWidget(Label(heading, Text.CAPTION_STRONG, Tone.QUIET))
        for mark in visit.marks[:_MOST_MARKS]:
            column.addWidget(MarkRow(mark))
        more = len(visit.marks) - _MOST_MARKS
        if more > 0:
            column.addWidget(Label(self.tr("and {n} more").format(n=more), Text.CAPTION, Tone.QUIET))
        column.addStretch(1)
        self._row.replaceWidget(self._marks_box, box)
        self._marks_box.deleteLater()
        self._marks_box = box

    @Slot(str)
    def _say_approximate(self, words: str) -> None:
        self._approximate.setText(words)
        self._approximate.setVisible(bool(words))

    def _summary_words(self, visit: Visit) -> str:
        note = visit.note
        parts = []
        if note.pain_before is not None and note.pain_after is not None:
            words = self.tr("Pain {before} {arrow} {after}.")
            parts.append(words.format(before=note.pain_before, after=note.pain_after, arrow=ARROW))
        if note.limitation:
            parts.append(self.tr("Limited in: {what}.").format(what=note.limitation.rstrip(".")))
        return " ".join(parts)

    @Slot()
    def _ask_for_visit(self) -> None:
        if self._visit is not None:
            self.visit_wanted.emit(self._visit.id)
