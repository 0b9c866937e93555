"""Which certificate seals documents, and the password of one's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QRadioButton, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.sealing import Sealer, sealer_from_file
from therapist_desk.ui.documents.seal_files import SealFiles
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.passphrase_edit import PassphraseEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 560


class CertificateDialog(Dialog):
    """Says `chosen` once another certificate is set; the preferences keep which, never its password."""

    chosen = Signal()

    def __init__(self, workplace: Workplace, files: SealFiles, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("certificate_dialog")
        self.title.setText(self.tr("Seal with"))
        self.setAccessibleName(self.title.text())
        self._preferences = workplace.preferences
        self._files = files
        self._file = self._preferences.load().seal_certificate
        self._charts = QRadioButton(self.tr("The charts' certificate"))
        self._charts.setObjectName("charts_certificate")
        self._own = QRadioButton(self.tr("A certificate of my own"))
        self._own.setObjectName("own_certificate")
        self._name = ElidedLabel("", Text.BODY, Tone.LABELS)
        self._name.setObjectName("certificate_name")
        self._choose = Button(self.tr("Choose a file…"))
        self._choose.setObjectName("choose_certificate")
        self._use = Button(self.tr("Use it"), role=ButtonRole.PRIMARY)
        self._use.setObjectName("use_certificate")
        self._fill()
        (self._own if self._file else self._charts).setChecked(True)
        self._show_choice()
        self._own.toggled.connect(self._show_choice)
        self._choose.clicked.connect(self._choose_file)
        self._use.clicked.connect(self._keep)

    @Slot()
    def _choose_file(self) -> None:
        path = self._files.choose_certificate(self)
        if path is not None:
            self._file = str(path)
            self._own.setChecked(True)
            self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        self._name.setText(Path(self._file).name if self._file else self.tr("No file chosen yet"))
        self._use.setEnabled(self._charts.isChecked() or bool(self._file))

    @Slot()
    def _keep(self) -> None:
        file = self._file if self._own.isChecked() else ""
        self._preferences.save(replace(self._preferences.load(), seal_certificate=file))
        self.chosen.emit()
        self.accept()

    def _fill(self) -> None:
        made = self.tr(
            "Made in your name by these charts and kept in them. Therapist Desk knows it again; other programs show "
            "that the PDF is unaltered, and that nobody they know vouches for the name."
        )
        bought = self.tr(
            "A .p12 or .pfx file, such as one from a professional body. Its password is asked for each time and "
            "never kept."
        )
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        line = row(self._choose, self._name)
        line.setContentsMargins(_INDENT, 0, 0, 0)
        line.setStretch(1, 1)
        self.body.addLayout(column(self._charts, _under(made), spacing=2))
        self.body.addLayout(column(self._own, _under(bought), spacing=2))
        self.body.addLayout(line)
        self.add_action(cancel)
        self.add_action(self._use)


class CertificatePasswordDialog(Dialog):
    """Opens one's own certificate for one document; says `opened` with the Sealer."""

    opened = Signal(object)

    def __init__(self, workplace: Workplace, file: Path, parent: QWidget) -> None:
        super().__init__("", width=440, parent=parent)
        self.setObjectName("certificate_password_dialog")
        self.title.setText(self.tr("Password of your certificate"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        self._file = file
        self._password = PassphraseEdit(name=self.tr("Password"))
        self._password.setObjectName("certificate_password")
        self._message = Banner("", BannerKind.RED)
        self._message.setObjectName("message")
        self._message.hide()
        self._go_on = Button(self.tr("Seal and save…"), role=ButtonRole.PRIMARY)
        self._go_on.setObjectName("seal")
        cancel = Button(self.tr("Cancel"))
        self.body.addWidget(Field(self.tr("Password of {name}").format(name=file.name), self._password))
        self.add_foot(self._message)
        self.add_action(cancel)
        self.add_action(self._go_on)
        cancel.clicked.connect(self.reject)
        self._go_on.clicked.connect(self._open_certificate)

    @Slot()
    def _open_certificate(self) -> None:
        self._go_on.setEnabled(False)
        now = self._workplace.desk.clock.now().utc
        self._workplace.jobs.read(
            partial(sealer_from_file, self._file, self._password.take(), now),
            owner=self,
            done=self._hand_over,
            failed=self._refuse,
        )

    def _hand_over(self, sealer: Sealer) -> None:
        self.accept()
        self.opened.emit(sealer)

    def _refuse(self, error: ExpectedError) -> None:
        self._go_on.setEnabled(True)
        self._message.set_sentence(sentence(error))
        self._message.show()
        self._password.setFocus()


_INDENT = 26  # where the words of a radio button begin


def _under(words: str) -> Label:
    label = Label(words, Text.SECONDARY, Tone.LABELS, wrap=True)
    label.setContentsMargins(_INDENT, 0, 0, 0)
    return label
