"""A chart without a case: what a case is, and the two ways to one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.tokens import Space


class NoCase(QWidget):
    """A case is opened by hand, or comes with the first referral."""

    order_wanted = Signal()
    case_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        by_order = Button(self.tr("Enter a referral"), icon_name="doc")
        by_order.setObjectName("first_referral")
        by_order.clicked.connect(self.order_wanted)
        first = Button(self.tr("Open a case"), icon_name="plus")
        first.setObjectName("first_case")
        first.clicked.connect(self.case_wanted)
        words = self.tr(
            "A case is one condition under care, with its own visits. The first referral opens one by itself."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        column.addWidget(EmptyState("doc", self.tr("No case yet"), words))
        column.addLayout(row(None, by_order, first, None))
        column.addSpacing(Space.GRID)
