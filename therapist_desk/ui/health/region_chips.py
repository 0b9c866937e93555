"""Regions of the body, chosen by name."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.anatomy import Figure, RegionRef, View
from therapist_desk.domain.atlas import Atlas, Region
from therapist_desk.domain.atlas.search import shown_regions
from therapist_desk.ui.kit.chip import AddChip, Chip
from therapist_desk.ui.kit.layouts import FlowLayout
from therapist_desk.ui.visit.map.region_finder import RegionFinder


class RegionChips(QWidget):
    """A chip for each region, and one that adds another by its name."""

    changed = Signal()

    def __init__(self, atlas: Atlas, figure: Figure, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._figure, self._title = atlas, figure, title
        self._regions: tuple[RegionRef, ...] = ()
        self._chips: list[Chip] = []
        self._finder: RegionFinder | None = None
        self._flow = FlowLayout(self, spacing=6, line_spacing=4)
        self.add = AddChip(self.tr("Where"))
        self.add.setObjectName("add_region")
        self.add.setAccessibleName(self.tr("Where: {title}").format(title=title))
        self.add.clicked.connect(self._find)
        self._flow.addWidget(self.add)

    def regions(self) -> tuple[RegionRef, ...]:
        """The regions chosen."""
        return self._regions

    def show_regions(self, regions: tuple[RegionRef, ...]) -> None:
        """Show these."""
        self._regions = regions
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        for chip in self._chips:
            self._flow.removeWidget(chip)
        self._chips = [Chip(_words(region), removable=True) for region in regions]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
            widget.show()
        for chip in self._chips:
            chip.removal_wanted.connect(self._drop)
        self.updateGeometry()

    @Slot()
    def _find(self) -> None:
        if self._finder is None:
            self._finder = RegionFinder(self)
            self._finder.region_found.connect(self._take)
        place = QRect(self.add.mapToGlobal(self.add.rect().topLeft()), self.add.size())
        regions = shown_regions(self._atlas, self._figure, View.BACK)
        self._finder.open_below(self._title, regions, self._atlas.synonyms, View.BACK, place)

    @Slot(object, object)
    def _take(self, region: Region, _view: View) -> None:
        if region.ref not in self._regions:
            self.show_regions((*self._regions, region.ref))
            self.changed.emit()
        self.add.setFocus()

    @Slot()
    def _drop(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            place = self._chips.index(chip)
            self.show_regions(self._regions[:place] + self._regions[place + 1 :])
            self.add.setFocus()
            self.changed.emit()


def _words(region: RegionRef) -> str:
    return region.words[:1].upper() + region.words[1:]
