"""The card of the physician's order: the one in force or the latest, its scan, and those before it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.care.referral import Referral
from therapist_desk.ui.chart.case.headed_card import HeadedCard
from therapist_desk.ui.chart.case.referral_view import referral_view
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton, LinkButton
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.planning.order_words import span_words
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space


class OrderCard(HeadedCard):
    """Says what is wanted: to look at the scan, to change the order, to enter a new one, to open a former one."""

    scan_wanted = Signal()
    edit_wanted = Signal()
    new_wanted = Signal()
    former_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Referral"), parent)
        self._scan = Button("", role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="doc")
        self._scan.setObjectName("scan")
        self._edit = IconButton("pen", self.tr("Edit the referral"), size=Height.SMALL, icon_size=18)
        self._edit.setObjectName("edit_referral")
        self._new = IconButton("plus", self.tr("Renew: enter a new referral"), size=Height.SMALL, icon_size=18)
        self._new.setObjectName("new_referral")
        self._enter = Button(self.tr("Enter"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus")
        self._enter.setObjectName("enter_referral")
        self._enter.setAccessibleName(self.tr("Enter a referral"))
        for action in (self._scan, self._edit, self._new, self._enter):
            self.header.add_action(action)
        self._scan.clicked.connect(self.scan_wanted)
        self._edit.clicked.connect(self.edit_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._enter.clicked.connect(self.new_wanted)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the orders of the case looked at."""
        order = contents.order
        for action in (self._scan, self._edit, self._new):
            action.setVisible(order is not None)
        self._enter.setVisible(order is None)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        if order is None:
            column.addWidget(Label(self.tr("No physician's order entered."), Text.BODY, Tone.QUIET, wrap=True))
        else:
            self._scan.setText(self.tr("Order, scanned") if order.papers else self.tr("Attach the order"))
            self._scan.setAccessibleName(self._scan.text())
            column.addWidget(referral_view(contents, order.referral))
            former = [referral for referral in contents.referrals if referral.id != order.referral.id]
            if former:
                column.addWidget(Divider())
                column.addWidget(Label(self.tr("Other orders of this case"), Text.CAPTION_STRONG, Tone.QUIET))
            for referral in former:
                column.addWidget(self._former(referral, contents.used(referral), contents.today))
        self.show_content(content)

    def _former(self, referral: Referral, used: int, today: date) -> QWidget:
        visits = self.tr("{n} visits").format(n=used)
        if referral.visits_allowed is not None:
            visits = self.tr("{n} of {allowed} visits").format(n=used, allowed=referral.visits_allowed)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        link = LinkButton(f"{span_words(referral, today)}, {visits}", small=True)
        link.setObjectName("former_referral")
        link.setProperty("referral", referral.id)
        link.clicked.connect(self._open_former)
        column.addWidget(link)
        column.addWidget(Label(referral.physician.signature_name, Text.CAPTION, Tone.QUIET, wrap=True))
        return holder

    @Slot()
    def _open_former(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.former_wanted.emit(str(link.property("referral")))
