"""The practice's fee for one unit of each procedure number, as one payer is charged."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.fee import Fee
from therapist_desk.ui.kit.lines_edit import EditLine, LinesEdit

_CELL: Final = 120
_CENTS: Final = 100


class FeeLine(EditLine):
    """One fee."""

    def __init__(self, fee: Fee | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = QLineEdit(fee.code if fee else "")
        self._code.setAccessibleName(self.tr("Procedure number"))
        self._code.setFixedWidth(_CELL)
        self._amount = QLineEdit(f"{fee.cents / _CENTS:.2f}" if fee else "")
        self._amount.setAccessibleName(self.tr("Amount"))
        self._amount.setFixedWidth(_CELL)
        for cell in (self._code, self._amount):
            cell.textEdited.connect(self.changed)
        self.lay_out((self._code, 0), (self._amount, 0), (QWidget(), 1))

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self._code.text().strip() and not self._amount.text().strip()

    def fee(self) -> Fee | None:
        """What the line says; None where the amount cannot be read or the number is missing."""
        try:
            amount = Decimal(self._amount.text().strip().replace(",", "."))
        except InvalidOperation:
            return None
        code = self._code.text().strip().upper()
        return Fee(code, round(amount * _CENTS)) if code and amount.is_finite() else None


class FeesEdit(LinesEdit):
    """All fees of a payer; empty lines are left out."""

    def __init__(self, add_words: str) -> None:
        super().__init__(add_words)
        self.set_heads((self.tr("Procedure number"), 0, _CELL), (self.tr("Amount"), 0, _CELL), ("", 1, 0))

    def new_line(self) -> EditLine:
        return FeeLine(None)

    def show_fees(self, fees: Sequence[Fee]) -> None:
        """Show `fees` in place of the lines there are."""
        self.clear()
        for fee in fees:
            self.add_line(FeeLine(fee))

    def readable(self) -> bool:
        """Whether every line that is not empty says a fee."""
        return all(line.is_empty() or line.fee() for line in self.lines if isinstance(line, FeeLine))

    def fees(self) -> tuple[Fee, ...]:
        """The fees as typed."""
        found = [line.fee() for line in self.lines if isinstance(line, FeeLine)]
        return tuple(fee for fee in found if fee is not None)
