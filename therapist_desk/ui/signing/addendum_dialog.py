"""Correcting or completing a visit that is signed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Addendum
from therapist_desk.services.signing import add_addendum
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.ui.kit import Banner, BannerKind, Button, ButtonRole, ButtonSize, Dialog, Field, Select
from therapist_desk.ui.signing.passphrase_line import PassphraseLine
from therapist_desk.ui.spelling.fields import BoxSpelling, LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.wording import field_sentence, sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 624
_TEXT_HEIGHT = 136


class AddendumDialog(Dialog):
    """Takes what is corrected, a reason, a text and the passphrase. Says `signed` with the visit's id.

    `corrects` is chosen as it opens. Closing asks once where words would be lost.
    """

    signed = Signal(str)

    def __init__(
        self, workplace: Workplace, visit_file: VisitFile, parent: QWidget, *, corrects: NotePart | None = None
    ) -> None:
        number = len(visit_file.addenda) + 1
        super().__init__(
            self.tr("Addendum {number} to visit {visit}").format(number=number, visit=visit_file.visit.number),
            caption=self.tr("What was signed stays as it is; the addendum is shown and printed with it."),
            width=_WIDTH,
            parent=parent,
        )
        self.setObjectName("addendum_dialog")
        self._workplace = workplace
        self._visit_id = visit_file.visit.id
        self._corrects = Select()
        self._corrects.setObjectName("corrects")
        self._corrects.addItem(self.tr("Nothing in particular: it adds to the note"))
        for part in NotePart:
            self._corrects.addItem(part.value.capitalize(), part.value)
        self._corrects.setCurrentIndex(max(0, self._corrects.findData(corrects.value if corrects else None)))
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self.first_focus = self._reason
        self._text = QPlainTextEdit()
        self._text.setObjectName("text")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._fields = {
            "corrects": Field(self.tr("Corrects"), self._corrects),
            "reason": Field(
                self.tr("Reason"), self._reason, help_text=self.tr("Why the record is corrected or completed.")
            ),
            "text": Field(self.tr("Addendum"), self._text),
        }
        self._fields["corrects"].set_aside(self.tr("in documents it points to the addendum"))
        self._passphrase = PassphraseLine(visit_file.therapist)
        spelling = Spelling(workplace, self)
        LineSpelling(self._reason, spelling)
        BoxSpelling(self._text, spelling)
        spelling.wake()
        self._lost = Banner(self.tr("What you wrote is not signed."), BannerKind.AMBER)
        self._lost.setObjectName("message")
        discard = self._lost.add_action(self.tr("Discard"))
        discard.setObjectName("discard")
        self._lost.hide()
        for field in self._fields.values():
            self.body.addWidget(field)
        self.add_foot(self._passphrase)
        self.add_foot(self._lost)
        cancel = Button(self.tr("Cancel"), size=ButtonSize.LARGE)
        self._sign = Button(self.tr("Sign addendum"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE, icon_name="pen")
        self._sign.setObjectName("sign_addendum")
        self.add_action(cancel)
        self.add_action(self._sign)
        cancel.clicked.connect(self.reject)
        discard.clicked.connect(self._discard)
        self._sign.clicked.connect(self.sign)
        self._passphrase.edit.returnPressed.connect(self.sign)

    def reject(self) -> None:
        """Close, unless words would be lost: then ask first. While it is being signed, wait for the answer."""
        if not self._sign.isEnabled():
            return
        if self._reason.text().strip() or self._text.toPlainText().strip():
            self._lost.show()
            return
        super().reject()

    @Slot()
    def sign(self) -> None:
        """Sign what was written; whatever is refused stays as it was typed."""
        if not self._sign.isEnabled():
            return
        for field in self._fields.values():
            field.set_problem("")
        self._sign.setEnabled(False)
        work = partial(
            add_addendum,
            self._workplace.desk,
            self._visit_id,
            self._reason.text(),
            self._text.toPlainText(),
            self._passphrase.edit.text(),
            corrects=self._chosen(),
        )
        self._workplace.jobs.write(work, owner=self, done=self._signed, failed=self._refused)

    def _chosen(self) -> NotePart | None:
        value = self._corrects.currentData()
        return None if value is None else NotePart(value)

    @Slot()
    def _discard(self) -> None:
        super().reject()

    def _signed(self, _addendum: Addendum) -> None:
        self._passphrase.edit.take()
        self.signed.emit(self._visit_id)
        self.accept()

    def _refused(self, error: ExpectedError) -> None:
        self._sign.setEnabled(True)
        if isinstance(error, InvalidError):
            for problem in error.problems:
                self._fields[problem.field].set_problem(field_sentence(problem))
            self._fields[error.problems[0].field].control.setFocus()
        else:
            self._passphrase.set_problem(sentence(error))
