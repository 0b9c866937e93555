"""Which of several structures a finger meant, where they lie over each other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, CloseupMissingError
from therapist_desk.domain.findings.mark import Mark, Point
from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.kit.layouts import FlowLayout


def layers_under(mark: Mark, atlas: Atlas) -> tuple[str, ...]:
    """Name what may be meant under a point, from the skin inwards; a whole region or an area means all of it."""
    if not isinstance(mark.shape, Point) or not mark.regions:
        return ()
    first = mark.regions[0]
    try:
        shown = atlas.picture(mark.figure, mark.sight).find(first.region, first.side)
    except (AtlasDamagedError, CloseupMissingError):
        return ()  # the map says so
    return tuple(layer.name for layer in shown.layers) if shown is not None else ()


class LayerChips(QWidget):
    """A chip for each layer, from the skin inwards; hidden where there is no choice. `chosen` tells a name or ""."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers")
        self.setAccessibleName(self.tr("Layer"))
        self._chips: list[Chip] = []
        self._line = FlowLayout(self, spacing=4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab comes to, in order."""
        return tuple(self._chips)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer these layers."""
        if names == tuple(chip.text() for chip in self._chips):
            return
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(name) for name in names]
        for chip in self._chips:
            self._line.addWidget(chip)
        self.setVisible(bool(names))
        self.updateGeometry()

    def show_layer(self, name: str) -> None:
        """Show which layer is chosen, without saying so."""
        for chip in self._chips:
            chip.setChecked(chip.text() == name)

    def _chip(self, name: str) -> Chip:
        chip = Chip(name, parent=self)
        chip.setAccessibleName(self.tr("Layer: {name}").format(name=name))
        chip.clicked.connect(self._tell)
        chip.show()
        return chip

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        name = next((chip.text() for chip in self._chips if chip is pressed and chip.isChecked()), "")
        self.show_layer(name)
        self.chosen.emit(name)
