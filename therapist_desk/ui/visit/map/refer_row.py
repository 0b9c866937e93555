"""Where a trigger point refers to: a chip for each region, and one more by name."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.ui.kit.chip import AddChip, Chip
from therapist_desk.ui.kit.layouts import FlowLayout


class ReferRow(QWidget):
    """Shows regions; a chip's cross takes its region away, the last chip asks for one more."""

    regions_changed = Signal(object)  # tuple[RegionRef, ...]
    region_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Refers to"))
        self._regions: tuple[RegionRef, ...] = ()
        self._chips: list[Chip] = []
        self._line = FlowLayout(self, spacing=4)
        self._add = AddChip(self.tr("Refers to"), parent=self)
        self._add.setObjectName("refers_to")
        self._add.setToolTip(self.tr("Choose by name, or drag the arrow on the map"))
        self._add.clicked.connect(self.region_wanted)
        self._line.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab comes to, in order."""
        return (*self._chips, self._add)

    def show_regions(self, regions: tuple[RegionRef, ...]) -> None:
        """Show these regions, without saying so."""
        if regions == self._regions:
            return
        self._regions = regions
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._line.removeWidget(self._add)
        self._chips = [self._chip(region) for region in regions]
        for chip in self._chips:
            self._line.addWidget(chip)
        self._line.addWidget(self._add)
        self.updateGeometry()

    def _chip(self, region: RegionRef) -> Chip:
        words = region.words
        chip = Chip(words[:1].upper() + words[1:], removable=True, parent=self)
        chip.setAccessibleName(self.tr("Refers to {region}").format(region=words))
        chip.removal_wanted.connect(self._remove)
        chip.show()
        return chip

    @Slot()
    def _remove(self) -> None:
        gone = self._chips.index(self.sender())  # type: ignore[arg-type]  # only chips are connected
        self.regions_changed.emit(tuple(ref for place, ref in enumerate(self._regions) if place != gone))
