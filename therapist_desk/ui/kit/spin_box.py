"""Qt's number and time fields in the look of the other fields."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

SpinBox = TypeVar("SpinBox", bound=QAbstractSpinBox)
_SIDE = 10


def dressed_spin_box(box: SpinBox) -> SpinBox:
    """Take the little arrows off `box` and give its text room at the sides; Up and Down still step.

    A style sheet cannot: Qt leaves the padding of a spin box out of its text field.
    """
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(_SIDE, 0, _SIDE, 0)
    box.setMinimumWidth(box.sizeHint().width() + 2 * _SIDE)
    return box
