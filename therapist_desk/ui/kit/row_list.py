"""A list of rows that takes the height of its rows, and scrolls only where that is not to be had."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from therapist_desk.ui.kit.row_delegate import RowDelegate
from therapist_desk.ui.kit.rows import Row, RowModel, row_of
from therapist_desk.ui.theme.tokens import Height

_LEAST_ROWS = 2


class RowList(QListView):
    """Shows rows. Return, or a click on a row's button or link, says `pressed_row`.

    A click elsewhere, or Alt+Return, says `picked_row`; the right button, or the key for menus, `menu_wanted` with
    where on the screen. A list `led` by a line of text, which keeps the focus, shows its chosen row all the same.
    """

    pressed_row = Signal(str)
    picked_row = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        name: str,
        *,
        height: int = Height.ROW,
        side: int = 16,
        inset: bool = False,
        led: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._height = height
        self._model = RowModel(self)
        self.setModel(self._model)
        delegate = self._delegate = RowDelegate(height=height, side=side, inset=inset, led=led, parent=self)
        self.setItemDelegate(delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        delegate.pressed.connect(self.pressed_row)
        delegate.picked.connect(self.picked_row)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._delegate.make_room_for(rows)
        self._model.show_rows(rows)
        self.updateGeometry()

    def chosen(self) -> Row | None:
        """The row that the keyboard stands on."""
        index = self.currentIndex()
        return row_of(index) if index.isValid() else None

    def choose(self, place: int) -> None:
        """Stand on the row at `place`."""
        self.setCurrentIndex(self._model.index(place))

    @Slot(QModelIndex)
    def press(self, index: QModelIndex) -> None:
        """Do what the row at `index` offers."""
        self.pressed_row.emit(row_of(index).key)

    def content_height(self) -> int:
        """The height of all rows."""
        return sum(self.sizeHintForRow(place) for place in range(self._model.rowCount()))

    def sizeHint(self) -> QSize:
        return QSize(200, self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.content_height(), _LEAST_ROWS * self._height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a title may have come to need a second line, or one less
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.picked_row.emit(row_of(self.currentIndex()).key)
            else:
                self.press(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and not row_of(index).heading:
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(row_of(index).key, self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            first = next((place for place, row in enumerate(self.rows) if not row.heading), None)
            if first is not None:
                self.choose(first)
