"""Chips of which one or none is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.kit.layouts import FlowLayout


class ChoiceChips(QWidget):
    """`options` are values with their words; a press on the one that is on takes it back."""

    chosen = Signal(object)  # str, or None

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str, spacing: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        line = FlowLayout(self, spacing=spacing)
        self._chips: dict[str, Chip] = {}
        for value, words in options:
            chip = Chip(words, parent=self)
            chip.setObjectName(f"chip_{value.replace(' ', '_')}")
            chip.setAccessibleName(f"{name}: {words}")
            chip.clicked.connect(self._tell)
            line.addWidget(chip)
            self._chips[value] = chip
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def first(self) -> Chip:
        """The first chip, for the focus."""
        return next(iter(self._chips.values()))

    def show_choice(self, value: str | None) -> None:
        """Show which is on, without saying so."""
        for key, chip in self._chips.items():
            chip.setChecked(key == value)

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        value = next(key for key, chip in self._chips.items() if chip is pressed)
        self.chosen.emit(value if self._chips[value].isChecked() else None)
        self.show_choice(value if self._chips[value].isChecked() else None)
