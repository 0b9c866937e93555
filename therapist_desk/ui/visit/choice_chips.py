"""Chips of which one or none is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.kit.layouts import FlowLayout


class ChoiceChips(QWidget):
    """`options` are values with their words; a press on the one that is on takes it back.

    `keys` are letters that give an answer while the focus is on any of the chips.
    """

    chosen = Signal(object)  # str, or None

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        spacing: int = 6,
        keys: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = dict(keys or {})
        line = FlowLayout(self, spacing=spacing)
        self._chips: dict[str, Chip] = {}
        for value, words in options:
            chip = Chip(words, parent=self)
            chip.setObjectName(f"chip_{value.replace(' ', '_')}")
            chip.setAccessibleName(f"{name}: {words}")
            key = next((letter for letter, meant in self._keys.items() if meant == value), "")
            if key:
                chip.setToolTip(self.tr("{words} ({key})").format(words=words, key=key))
                chip.setAccessibleDescription(self.tr("{key} answers so").format(key=key))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = self._keys.get(event.text().upper())
        if value is None or not self.isEnabled():
            super().keyPressEvent(event)
            return
        self.show_choice(value)
        self.chosen.emit(value)

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
