"""The list beside the map: the same marks as text, chosen, graded and deleted by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QItemSelection, QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from therapist_desk.body_map.hands.grade_typing import GradeTyping
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.mark_delegate import MarkDelegate
from therapist_desk.ui.visit.map.mark_model import MARK, MarkModel

_WIDTH = 271
_WIDTH_COMPACT = 250


class MarkView(QListView):
    """Up and down choose, digits grade, Delete deletes, Enter opens."""

    grade_typed = Signal(str, int)
    grade_refused = Signal(str, int)
    mark_chosen = Signal(str)
    mark_deleted = Signal(str)
    mark_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marks")
        self.setAccessibleName(self.tr("Marks"))
        self.marks = MarkModel(self)
        self.delegate = MarkDelegate(self)
        self.setModel(self.marks)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._typing = GradeTyping()
        self._clock = QElapsedTimer()
        self._clock.start()
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)

    def chosen(self) -> Mark | None:
        """The mark of the current row."""
        mark = self.currentIndex().data(MARK) if self.currentIndex().isValid() else None
        return mark if isinstance(mark, Mark) else None

    def choose(self, mark_id: str) -> None:
        """Show which mark is selected, without saying so."""
        row_number = self.marks.row_of(mark_id)
        with QSignalBlocker(self.selectionModel()):
            if row_number < 0:
                self.clearSelection()
            else:
                self.setCurrentIndex(self.marks.index(row_number))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_key and self.marks.rowCount() and not self.selectionModel().hasSelection():
            here = self.currentIndex()
            self.selectionModel().clearCurrentIndex()  # the row that was current is chosen anew, and said so
            self.setCurrentIndex(here if here.isValid() else self.marks.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark, text = self.chosen(), event.text()
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if mark is not None and not modified and text.isdecimal() and text.isascii():
            self._digit(mark, int(text))
        elif mark is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.mark_deleted.emit(mark.id)
        elif mark is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.mark_opened.emit(mark.id)
        else:
            super().keyPressEvent(event)

    def _digit(self, mark: Mark, digit: int) -> None:
        grade = None
        if mark.scale is not None:
            grade = self._typing.typed(mark.id, digit, mark.scale, self._clock.elapsed())
        if grade is None:
            self.grade_refused.emit(mark.id, digit)
        else:
            self.grade_typed.emit(mark.id, grade)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.mark_opened.emit(index.data(MARK).id)

    @Slot(QItemSelection, QItemSelection)
    def _tell(self, _now: QItemSelection, _before: QItemSelection) -> None:
        mark = self.chosen()
        if mark is not None:
            self.mark_chosen.emit(mark.id)


class MarkList(QFrame):
    """The rows with their heading and a line on how to go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.view = MarkView()
        head = row(
            Label(self.tr("Marks"), Text.BODY_STRONG),
            None,
            Label(self.tr("before → after"), Text.CAPTION, Tone.LABELS),
        )
        head.setContentsMargins(12, 0, 12, 0)
        self._head = QWidget()
        self._head.setFixedHeight(36)
        self._head.setLayout(head)
        self.to_review = LinkButton("", small=True)
        self.to_review.setObjectName("list_to_review")
        self._unreviewed = QWidget()
        line = row(self.to_review, None)
        line.setContentsMargins(12, 2, 12, 3)
        self._unreviewed.setLayout(line)
        self._unreviewed.hide()
        self._extent = Label("", Text.CAPTION, Tone.LABELS, wrap=True)
        self._extent.setObjectName("list_pain_extent")
        self._extent.setContentsMargins(12, 6, 12, 0)
        self._extent.hide()
        self._hint = Label("", Text.CAPTION, Tone.LABELS, wrap=True)
        self._hint.setContentsMargins(12, 6, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._unreviewed)
        column.addWidget(self.view, 1)
        column.addWidget(self._extent)
        column.addWidget(self._hint)
        self.use(compact=False)
        self.show_grading(Grading.BEFORE)

    def use(self, *, compact: bool) -> None:
        """Take the room of this size class."""
        self.setFixedWidth(_WIDTH_COMPACT if compact else _WIDTH)

    @Slot(int)
    def show_to_review(self, count: int) -> None:
        """Say how many findings of the last visit are in none of the rows, as nobody has reviewed them yet."""
        words = self.tr("{count} of the last visit not reviewed").format(count=count)
        self.to_review.setText(words)
        self.to_review.updateGeometry()
        self._unreviewed.setVisible(count > 0)

    @Slot(str)
    def show_extent(self, share: str) -> None:
        """Say how much of the view shown is marked as pain: it describes, it grades nothing."""
        words = self.tr("Pain marked on {share} of this view, before treatment (descriptive)")
        self._extent.setText(words.format(share=share) if share else "")
        self._extent.setVisible(bool(share))

    def show_grading(self, grading: Grading) -> None:
        """Show which grade digits set."""
        self.view.delegate.grading = grading
        self.view.viewport().update()
        if grading is Grading.BEFORE:
            self._hint.setText(self.tr("Type a number to set before. ↓ next mark, Enter opens it."))
        else:
            self._hint.setText(self.tr("Type a number to set after. ↓ next mark, Enter opens it."))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), tokens.line)
        painter.fillRect(0, self._head.height() - 1, self.width(), 1, tokens.line)
        foot = self._hint if self._extent.isHidden() else self._extent
        painter.fillRect(0, foot.y(), self.width(), 1, tokens.line)
        if not self._unreviewed.isHidden():
            painter.fillRect(0, self._unreviewed.geometry().bottom(), self.width(), 1, tokens.line)
