"""Things entered one under the other, each in a line that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space

PROSE = "prose"
"""The property of a line of text that holds words, whose spelling can be checked."""


class EditLine(QWidget):
    """One line: the controls that a subclass gives to `lay_out`, and a button that takes it away."""

    changed = Signal()
    removal_wanted = Signal()

    def lay_out(self, *controls: tuple[QWidget, int]) -> None:
        """Place each control with its share of the width; a share of 0 keeps the control's own width."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.GRID)
        self._first = controls[0][0]
        self._controls = [control for control, _ in controls]
        for control, share in controls:
            if share:
                control.setSizePolicy(QSizePolicy.Policy.Ignored, control.sizePolicy().verticalPolicy())
            row.addWidget(control, share)
        remove = IconButton("trash", self.tr("Remove this line"))
        remove.setObjectName("remove")
        row.addWidget(remove)
        self._controls.append(remove)
        remove.clicked.connect(self.removal_wanted)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab comes to, from left to right; a control made of several has a stop for each."""
        return [stop for control in self._controls for stop in _stops(control)]

    def focus_first(self) -> None:
        """Put the cursor into the first control."""
        self._first.setFocus()


class LinesEdit(QWidget):
    """Subclasses make the lines; what they hold is read by asking each of `lines`. Without words nothing adds one."""

    changed = Signal()
    added = Signal(object)  # EditLine

    def __init__(self, add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[EditLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.GRID)
        self._heads = QHBoxLayout()
        self._heads.setSpacing(Space.GRID)
        add = Button(add_words, role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus", parent=self)
        add.setObjectName("add_line")
        add.clicked.connect(self._add_empty)
        self._add = add
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.INNER)
        column.addLayout(self._heads)
        column.addLayout(self._rows)
        column.addLayout(foot)
        add.setVisible(bool(add_words))
        if add_words:
            self.setFocusProxy(add)

    @property
    def lines(self) -> Sequence[EditLine]:
        """The lines there are, from top to bottom."""
        return tuple(self._lines)

    def set_heads(self, *heads: tuple[str, int, int]) -> None:
        """Write captions over the controls of the lines: words, share and, with a share of 0, width."""
        for words, share, width in heads:
            head = Label(words, Text.CAPTION, Tone.QUIET)
            if share:
                head.setMinimumWidth(1)
                head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            else:
                head.setFixedWidth(width)
            self._heads.addWidget(head, share)
        self._heads.addSpacing(Height.CONTROL + Space.GRID)

    def new_line(self) -> EditLine:
        """Make an empty line."""
        raise NotImplementedError

    def add_line(self, line: EditLine) -> None:
        """Put a line under those there are."""
        line.changed.connect(self.changed)
        line.removal_wanted.connect(self._remove_sender)
        self._lines.append(line)
        self._rows.addWidget(line)
        self.added.emit(line)
        line.show()  # at once, not with the next event: the cursor goes there
        self._order_tabs()

    def move_line(self, line: EditLine, step: int) -> None:
        """Move a line up (-1) or down (1), as far as there is room."""
        place = self._lines.index(line) + step
        if 0 <= place < len(self._lines):
            self._lines.remove(line)
            self._lines.insert(place, line)
            self._rows.removeWidget(line)
            self._rows.insertWidget(place, line)
            self._order_tabs()

    def clear(self) -> None:
        """Take all lines away."""
        for line in self.lines:
            self._drop(line)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does. What is made later comes last by itself, behind the buttons of the form."""
        before: QWidget = self._add
        while before is self._add or self.isAncestorOf(before) or not _takes_tab(before):
            earlier = before.previousInFocusChain()
            if earlier is None or earlier is self._add:
                break  # nothing else takes the keyboard here
            before = earlier
        for stop in (*(stop for line in self._lines for stop in line.stops), self._add):
            QWidget.setTabOrder(before, stop)
            before = stop

    @Slot()
    def _add_empty(self) -> None:
        line = self.new_line()
        self.add_line(line)
        line.focus_first()

    @Slot()
    def _remove_sender(self) -> None:
        line = self.sender()
        if isinstance(line, EditLine):
            self._drop(line)
            self.changed.emit()

    def _drop(self, line: EditLine) -> None:
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()


def _stops(control: QWidget) -> list[QWidget]:
    inside = [] if _takes_tab(control) else control.findChildren(QWidget)
    return [each for each in (control, *inside) if _takes_tab(each)]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
