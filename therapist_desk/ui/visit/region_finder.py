"""Marking by name: type a few letters of a region, Enter puts the mark into the middle of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from therapist_desk.domain.atlas import Region
from therapist_desk.domain.names import fold
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.popover_place import rounded_mask

_SIZE = (300, 260)


class RegionFinder(QFrame):
    """A small window over the map with the regions of the view shown."""

    region_found = Signal(object)  # Region

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("region_finder")
        self.setFixedSize(*_SIZE)
        self._regions: list[Region] = []
        self._shown: list[Region] = []
        self._title = Label("", Text.SECONDARY_STRONG, Tone.LABELS)
        self.search = QLineEdit()
        self.search.setObjectName("region_search")
        self.search.setPlaceholderText(self.tr("Region, such as upper trap or right hip"))
        self.search.setAccessibleName(self.tr("Region of the body"))
        self.search.textChanged.connect(self._filter)
        self._names = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._names)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Regions found"))
        self._list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)

    def open_over(self, title: str, regions: Sequence[Region], map_on_screen: QRect) -> None:
        """Offer `regions`; opens over the middle of the map."""
        self._title.setText(title)
        self._regions = sorted(regions, key=_words)
        self.search.clear()
        self._filter("")
        centre = map_on_screen.center()
        self.move(centre.x() - self.width() // 2, centre.y() - self.height() // 2)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        row = self._list.currentIndex().row()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(max(0, min(row + step, len(self._shown) - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(rounded_mask(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        draw_panel(QPainter(self), self.rect().toRectF(), Radius.CARD, fill=tokens.surface, line=tokens.line2)

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._names.index(row))

    @Slot(str)
    def _filter(self, text: str) -> None:
        parts = fold(text).split()
        self._shown = [region for region in self._regions if all(part in fold(_words(region)) for part in parts)]
        self._names.setStringList([_words(region)[:1].upper() + _words(region)[1:] for region in self._shown])
        self._choose(0)

    @Slot()
    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._shown):
            region = self._shown[row]
            self.close()
            self.region_found.emit(region)


def _words(region: Region) -> str:
    return region.ref.words
