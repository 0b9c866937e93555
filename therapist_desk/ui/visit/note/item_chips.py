"""Chips for things of which any number may be said: offered ones, those that were said, and one more typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from therapist_desk.domain.notes.note import Paragraph
from therapist_desk.ui.kit.chip import AddChip, Chip
from therapist_desk.ui.kit.layouts import FlowLayout
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.visit.note.waiting_chip import WaitingChip
from therapist_desk.ui.visit.override import lets_through

_LINE_WIDTH = 190


class _NewItem(QLineEdit):
    """Where one more is typed; `left` follows the loss of the focus and Escape."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        return lets_through(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Gap(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(4, Height.CHIP)


class ItemChips(QWidget):
    """Says `switched` with the words of a chip and whether it is on, and `added` with what was typed.

    What was carried forward comes after them, each to be kept or dropped: `kept` and `dropped` say its line. `lead`
    stands before them in the same line.
    """

    switched = Signal(str, bool)
    added = Signal(str)
    kept = Signal(object)  # Paragraph
    dropped = Signal(object)

    def __init__(self, *, name: str, hint: str, lead: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._line = FlowLayout(self, spacing=6, line_spacing=4)
        if lead is not None:
            self._line.addWidget(lead)
            self._line.addWidget(_Gap())
        self._chips: dict[str, Chip] = {}
        self._waiting: list[WaitingChip] = []
        self.add = AddChip(self.tr("Add"), parent=self)
        self.add.setObjectName("add_item")
        self.add.setAccessibleName(self.tr("{name}: add").format(name=name))
        self.add.clicked.connect(self._open_line)
        self.typed = _NewItem(self)
        self.typed.setObjectName("new_item")
        self.typed.setProperty("scale", "small")
        self.typed.setFixedSize(_LINE_WIDTH, Height.CHIP)
        self.typed.setAccessibleName(self.add.accessibleName())
        self.typed.setPlaceholderText(hint)
        self.typed.returnPressed.connect(self._take_and_go_on)
        self.typed.left.connect(self._close_line)
        self.typed.installEventFilter(self)
        self._line.addWidget(self.add)
        self._line.addWidget(self.typed)
        self.typed.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def waiting(self) -> tuple[WaitingChip, ...]:
        """The chips that nobody has looked at."""
        return tuple(self._waiting)

    @property
    def first(self) -> QWidget:
        """Where the focus goes first."""
        return next(iter((*self._chips.values(), *self._waiting)), self.add)

    def chip(self, words: str) -> Chip:
        """The chip of these words."""
        return self._chips[words]

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of what is typed."""
        LineSpelling(self.typed, spelling)

    def show_items(
        self, items: Sequence[str], on: Sequence[str], waiting: Sequence[Paragraph] = (), *, locked: bool = False
    ) -> None:
        """Show these, each once, and which of them are on; without saying so."""
        carried = [] if locked else list(waiting)
        shown = tuple(dict.fromkeys(on if locked else items))
        if shown != tuple(self._chips) or carried != [chip.line for chip in self._waiting]:
            self._build(shown, carried)
        for words, chip in self._chips.items():
            chip.setChecked(words in on)
            chip.setEnabled(not locked)
        self.add.setVisible(not locked and self.typed.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.typed and event.type() == QEvent.Type.FocusOut and self.typed.isVisible():
            self._take()
            self._close_line()
        return super().eventFilter(watched, event)

    def _build(self, items: Sequence[str], carried: Sequence[Paragraph]) -> None:
        focused = self._focused()
        for gone in (*self._chips.values(), *self._waiting):
            self._line.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._chips = {words: self._chip(words) for words in items}
        self._waiting = [self._wait(line) for line in carried]
        before: QWidget = self
        for shown in (*self._chips.values(), *self._waiting):
            self._line.removeWidget(self.add)
            self._line.removeWidget(self.typed)
            self._line.addWidget(shown)
            self._line.addWidget(self.add)
            self._line.addWidget(self.typed)
            shown.show()
            QWidget.setTabOrder(before, shown)
            before = shown
        QWidget.setTabOrder(before, self.add)
        QWidget.setTabOrder(self.add, self.typed)
        if focused:
            self._chips.get(focused, self.first).setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _focused(self) -> str:
        return next((each.text() for each in (*self._chips.values(), *self._waiting) if each.hasFocus()), "")

    def _chip(self, words: str) -> Chip:
        chip = Chip(words, parent=self)
        chip.setObjectName("item")
        chip.setAccessibleName(f"{self._name}: {words}")
        chip.clicked.connect(self._tell)
        return chip

    def _wait(self, line: Paragraph) -> WaitingChip:
        chip = WaitingChip(line, parent=self)
        chip.kept.connect(self.kept)
        chip.dropped.connect(self.dropped)
        return chip

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        for words, chip in self._chips.items():
            if chip is pressed:
                self.switched.emit(words, chip.isChecked())
                return

    @Slot()
    def _open_line(self) -> None:
        self.add.hide()
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take(self) -> None:
        words = " ".join(self.typed.text().split())
        self.typed.clear()
        if words:
            self.added.emit(words)

    @Slot()
    def _take_and_go_on(self) -> None:
        """Enter takes what was typed and waits for one more; with nothing typed it is done."""
        if self.typed.text().strip():
            self._take()
        else:
            self._close_line()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _close_line(self) -> None:
        had_focus = self.typed.hasFocus()
        self.typed.hide()
        self.add.show()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
