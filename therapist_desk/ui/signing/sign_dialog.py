"""The last look before a visit is locked, and the passphrase that locks it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.missing import Severity
from therapist_desk.domain.record import Seal
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.ui.dates import time_text, weekday_text
from therapist_desk.ui.kit import Banner, Button, ButtonRole, ButtonSize, Dialog, Field
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.signing.check_rows import CheckList, check_rows
from therapist_desk.ui.signing.passphrase_line import PassphraseLine
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 624


class SignDialog(Dialog):
    """Shows what will be locked, what is missing, and asks for the passphrase. Says `signed` with the visit's id.

    Where items to fix remain it asks for a reason to sign all the same; the reason goes to the audit trail.
    """

    signed = Signal(str)
    checks_wanted = Signal()

    def __init__(self, workplace: Workplace, visit_file: VisitFile, parent: QWidget) -> None:
        visit = visit_file.visit
        super().__init__(
            self.tr("Sign visit {number}").format(number=visit.number),
            caption=_caption(workplace, visit_file),
            width=_WIDTH,
            parent=parent,
        )
        self.setObjectName("sign_dialog")
        self._workplace = workplace
        self._visit_file = visit_file
        now = workplace.desk.clock.now()
        items = workplace.rules.missing(visit_file, now)
        to_fix = sum(item.severity is Severity.TO_FIX for item in items)
        payer = visit_file.case_file.payer
        rows = check_rows(visit, items, now, payer.name if payer else "")
        checks = CheckList(rows, to_fix, workplace.rules.passed(visit_file, now))
        checks.all_wanted.connect(self._show_all)
        self.body.addWidget(checks)
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._reason_field = Field(
            self.tr("Reason to sign all the same"),
            self._reason,
            help_text=self.tr("Kept in the audit trail, not in the note."),
        )
        self._reason_field.setVisible(to_fix > 0)
        self._needs_reason = to_fix > 0
        self.body.addWidget(self._reason_field)
        self.body.addWidget(
            Banner(
                self.tr(
                    "Signing locks marks, times, measurements and text as they are now. Later corrections are "
                    "addenda with a reason; the original stays readable."
                )
            )
        )
        self._passphrase = PassphraseLine(visit_file.therapist)
        self.add_foot(self._passphrase)
        self._open_document = QCheckBox(self.tr("Open the PDF after signing"))
        self._open_document.setObjectName("open_document")
        self._open_document.setChecked(True)
        self.add_aside(self._open_document)
        not_yet = Button(self.tr("Not yet"), size=ButtonSize.LARGE)
        not_yet.setObjectName("not_yet")
        self._sign = Button(self.tr("Sign and lock"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE, icon_name="pen")
        self._sign.setObjectName("sign_and_lock")
        self.add_action(not_yet)
        self.add_action(self._sign)
        not_yet.clicked.connect(self.reject)
        self._sign.clicked.connect(self.sign)
        self._passphrase.edit.returnPressed.connect(self.sign)
        self._passphrase.edit.setFocus()  # even where a reason is wanted: what is typed blindly must not be readable

    def reject(self) -> None:
        """Close without signing; while it is being signed, wait for the answer."""
        if self._sign.isEnabled():
            super().reject()

    @Slot()
    def sign(self) -> None:
        """Sign with what was typed; a wrong passphrase can be typed again and changes nothing."""
        reason = self._reason.text().strip()
        if self._needs_reason and not reason:
            self._reason_field.set_problem(self.tr("Mend what is missing, or say why it is signed without."))
            self._reason.setFocus()
            return
        self._reason_field.set_problem("")
        if not self._passphrase.edit.text():
            self._passphrase.set_problem(self.tr("Type your passphrase to sign."))
            return
        if not self._sign.isEnabled():
            return
        self._busy(busy=True)
        work = partial(
            sign_visit,
            self._workplace.desk,
            self._visit_file.visit.id,
            self._passphrase.edit.text(),
            override_reason=reason,
        )
        self._workplace.jobs.write(work, owner=self, done=self._signed, failed=self._refused)

    @Slot()
    def _show_all(self) -> None:
        """Give way to the list of all checks, from which everything can be reached."""
        if self._sign.isEnabled():
            self.reject()
            self.checks_wanted.emit()

    def _signed(self, _seal: Seal) -> None:
        self._passphrase.edit.take()
        visit = self._visit_file.visit
        self.signed.emit(visit.id)
        wants_document = self._open_document.isChecked()
        self.accept()
        if wants_document:
            self._workplace.navigator.open_chart(visit.client_id, ChartTab.DOCUMENTS, documents_of=visit.id)

    def _refused(self, error: ExpectedError) -> None:
        self._busy(busy=False)
        self._passphrase.set_problem(sentence(error))

    def _busy(self, *, busy: bool) -> None:
        self._sign.setEnabled(not busy)
        self._sign.setText(self.tr("Signing…") if busy else self.tr("Sign and lock"))


def _caption(workplace: Workplace, visit_file: VisitFile) -> str:
    """Say whose visit, on which day, from when to when."""
    visit = visit_file.visit
    segments = visit.segments(workplace.desk.clock.now())
    parts = [visit_file.client.name, weekday_text(visit.service_date, workplace.desk.today())]
    stops = [segment.stop for segment in segments if segment.stop is not None]
    if segments and stops:
        last = max(stops, key=lambda stop: stop.utc)
        parts.append(f"{time_text(segments[0].start.local)} – {time_text(last.local)}")
    return ", ".join(parts)
