"""Finding a region by name, part of it, or what people call it: Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import Region, Sight
from therapist_desk.domain.atlas.search import FoundRegion, find_regions
from therapist_desk.domain.atlas.synonyms import Synonyms
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.popup_panel import FinderPanel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.wording import sight_name

_WIDTH = 300
_LINES = 9


class RegionFinder(FinderPanel):
    """A small window over the map with the regions of every picture; those of the one shown come first."""

    region_found = Signal(object, object)  # Region, and a Sight that shows it

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Region of the body"), self.tr("Region, such as traps, QL or right hip"), parent)
        self.setObjectName("region_finder")
        self._regions: list[tuple[Region, Sight]] = []
        self._synonyms: Synonyms = {}
        self._sight: Sight = View.BACK
        self._shown: tuple[FoundRegion, ...] = ()
        self._title = Label("", Text.SECONDARY_STRONG, Tone.LABELS)
        self.search.setObjectName("region_search")
        self._names = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._names)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Regions found"))
        self._list.clicked.connect(self._take_clicked)
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
        self._offer(title, regions, synonyms, sight)
        place = QRect(QPoint(), self.size())
        place.moveCenter(map_on_screen.center())
        self._open_at(place)

    def open_below(
        self,
        title: str,
        regions: Sequence[tuple[Region, Sight]],
        synonyms: Synonyms,
        sight: Sight,
        button_on_screen: QRect,
    ) -> None:
        """Offer the same below a button."""
        self._offer(title, regions, synonyms, sight)
        self._open_at(QRect(button_on_screen.bottomLeft(), self.size()))

    def _offer(self, title: str, regions: Sequence[tuple[Region, Sight]], synonyms: Synonyms, sight: Sight) -> None:
        self._title.setText(title)
        self._synonyms, self._sight = synonyms, sight
        self._regions = sorted(regions, key=self._order)
        self.filter("")
        line = max(self._list.sizeHintForRow(0), self._list.fontMetrics().height())
        self._list.setFixedHeight(_LINES * line + 2 * self._list.frameWidth())  # whole lines, none cut off
        self.setFixedSize(_WIDTH, self.sizeHint().height())

    def _open_at(self, place: QRect) -> None:
        room = self.screen().availableGeometry()
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(max(place.left(), room.left()), max(place.top(), room.top()))
        self.begin()

    def place(self) -> int:
        return self._list.currentIndex().row()

    def count(self) -> int:
        return len(self._shown)

    def choose(self, place: int) -> None:
        self._list.setCurrentIndex(self._names.index(place))

    def filter(self, text: str) -> None:
        self._shown = find_regions(text, self._regions, self._synonyms)
        self._names.setStringList([self._line(found) for found in self._shown])
        self.choose(0)

    def take(self) -> None:
        if 0 <= self.place() < len(self._shown):
            found = self._shown[self.place()]
            self.close()
            self.region_found.emit(found.region, found.sight)

    @Slot()
    def _take_clicked(self) -> None:
        self.take()

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
