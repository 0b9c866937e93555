"""Finding a region by name, part of it, or what people call it: Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import Region, Sight
from therapist_desk.domain.atlas.search import FoundRegion, find_regions
from therapist_desk.domain.atlas.synonyms import Synonyms
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.popover_place import rounded_mask
from therapist_desk.ui.visit.wording import sight_name

_SIZE = (300, 260)


class RegionFinder(QFrame):
    """A small window over the map with the regions of every picture; those of the one shown come first."""

    region_found = Signal(object, object)  # Region, and a Sight that shows it

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("region_finder")
        self.setFixedSize(*_SIZE)
        self._regions: list[tuple[Region, Sight]] = []
        self._synonyms: Synonyms = {}
        self._sight: Sight = View.BACK
        self._shown: tuple[FoundRegion, ...] = ()
        self._title = Label("", Text.SECONDARY_STRONG, Tone.LABELS)
        self.search = QLineEdit()
        self.search.setObjectName("region_search")
        self.search.setPlaceholderText(self.tr("Region, such as traps, QL or right hip"))
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

    def open_over(
        self,
        title: str,
        regions: Sequence[tuple[Region, Sight]],
        synonyms: Synonyms,
        sight: Sight,
        map_on_screen: QRect,
    ) -> None:
        """Offer `regions`, each with a picture that shows it; opens over the middle of the map."""
        self._title.setText(title)
        self._synonyms, self._sight = synonyms, sight
        self._regions = sorted(regions, key=self._order)
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
        self._shown = find_regions(text, self._regions, self._synonyms)
        self._names.setStringList([self._line(found) for found in self._shown])
        self._choose(0)

    @Slot()
    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._shown):
            found = self._shown[row]
            self.close()
            self.region_found.emit(found.region, found.sight)

    def _order(self, offered: tuple[Region, Sight]) -> tuple[bool, str]:
        region, sight = offered
        return sight != self._sight, region.ref.words

    def _line(self, found: FoundRegion) -> str:
        words = found.region.ref.words
        line = words[:1].upper() + words[1:]
        if found.called:
            line = self.tr("{region} ({called})").format(region=line, called=found.called)
        if found.sight != self._sight:
            line = self.tr("{region}, {view}").format(region=line, view=sight_name(found.sight))
        return line
