"""Above a discharge that nobody has signed yet: that it is a draft, and the way to sign it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.record import Seal
from therapist_desk.services.care.discharges import DischargeToSign, discharge_to_sign, sign_discharge
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.maker import Document
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.signing.passphrase_line import PassphraseLine
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 520


class DischargeBar(QWidget):
    """Shows itself for a discharge without a signature. Says `signed` once it has one."""

    signed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._visit_id: VisitId | None = None
        banner = Banner(self.tr("This discharge is a draft until it is signed."), BannerKind.AMBER)
        self.sign_button = banner.add_action(self.tr("Sign discharge…"))
        self.sign_button.setObjectName("sign_discharge")
        self.sign_button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(banner)
        self.hide()

    def show_for(self, document: Document | None) -> None:
        """Show whether the document that is shown can be signed."""
        wanted = document is not None and document.wish.kind is DocumentKind.DISCHARGE and not document.signed
        self._visit_id = document.wish.visit_id if document is not None and wanted else None
        self.setVisible(wanted)

    @Slot()
    def _ask(self) -> None:
        if self._visit_id is not None:
            read = partial(discharge_to_sign, self._workplace.desk, self._visit_id)
            self._workplace.jobs.read(read, owner=self, done=self._open)

    def _open(self, asked: DischargeToSign) -> None:
        dialog = SignDischargeDialog(self._workplace, asked, self)
        dialog.signed.connect(self.signed)
        dialog.open()


class SignDischargeDialog(Dialog):
    """Takes the passphrase. Says `signed` once the discharge is in the chain of signed records."""

    signed = Signal()

    def __init__(self, workplace: Workplace, asked: DischargeToSign, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("sign_discharge_dialog")
        self._workplace, self._asked = workplace, asked
        title = self.tr("Sign discharge")
        self.title.setText(title)
        self.setAccessibleName(title)
        ended = day_text(asked.case.closed_on) if asked.case.closed_on else ""
        words = self.tr("{case}, closed {day}: {reason}. Reason, day and summary are locked with your signature.")
        reason = asked.case.discharge_reason.rstrip(".")
        self.caption.setText(words.format(case=asked.case.title, day=ended, reason=reason))
        self.caption.show()
        self._passphrase = PassphraseLine(asked.therapist)
        self.body.addWidget(self._passphrase)
        cancel = Button(self.tr("Cancel"))
        self._sign = Button(title, role=ButtonRole.PRIMARY, icon_name="pen")
        self._sign.setObjectName("sign")
        self.add_action(cancel)
        self.add_action(self._sign)
        cancel.clicked.connect(self.reject)
        self._sign.clicked.connect(self.sign)

    @Slot()
    def sign(self) -> None:
        """Sign."""
        self._passphrase.set_problem("")
        self._sign.setEnabled(False)
        passphrase = self._passphrase.edit.text()
        work = partial(sign_discharge, self._workplace.desk, self._asked.case.id, passphrase)
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self._refuse)

    def _finish(self, _seal: Seal) -> None:
        self._passphrase.edit.take()
        self.signed.emit()
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self._sign.setEnabled(True)
        self._passphrase.set_problem(sentence(error))
