"""Check a PDF: is it as it was sealed, by whom, and is its record in these charts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.seal_check import CheckedPdf, Verdict, check_pdf
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.seal_files import NativeSealFiles, SealFiles
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 600


def open_check(workplace: Workplace, parent: QWidget, files: SealFiles | None = None) -> None:
    """Ask for a PDF and show what is found; nothing happens where none is chosen."""
    files = files or NativeSealFiles()
    path = files.choose_pdf(parent, _folder(workplace))
    if path is not None:
        dialog = CheckDialog(workplace, files, parent)
        dialog.check(path)
        dialog.open()


class CheckDialog(Dialog):
    """Says of one PDF after another what is found, in words."""

    def __init__(self, workplace: Workplace, files: SealFiles, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("check_dialog")
        self.title.setText(self.tr("Check a PDF"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        self._files = files
        self._name = Label("", Text.BODY_STRONG, wrap=True)
        self._name.setObjectName("checked_name")
        self._verdicts = {
            Verdict.INTACT: Banner("", BannerKind.GREEN),
            Verdict.ALTERED: Banner("", BannerKind.RED),
            Verdict.UNKNOWN: Banner("", BannerKind.AMBER),
        }
        self._seal = _fact("seal")
        self._record = _fact("record")
        self._print = _fact("fingerprint", Text.SECONDARY)
        self._facts = (
            Field(self.tr("Sealed by"), self._seal),
            Field(self.tr("Record"), self._record),
            Field(self.tr("Fingerprint of the certificate (SHA-256)"), self._print),
        )
        another = Button(self.tr("Check another…"))
        another.setObjectName("check_another")
        close = Button(self.tr("Close"), role=ButtonRole.PRIMARY)
        self.body.addWidget(self._name)
        for verdict, banner in self._verdicts.items():
            banner.setObjectName(verdict.value)
            self.body.addWidget(banner)
        for fact in self._facts:
            self.body.addWidget(fact)
        self.add_action(another)
        self.add_action(close)
        another.clicked.connect(self._choose)
        close.clicked.connect(self.accept)
        self._clear("")

    def check(self, path: Path) -> None:
        """Check a file."""
        self._clear(self.tr("Checking {name}…").format(name=path.name))
        self._workplace.jobs.read(
            partial(check_pdf, path, self._workplace.desk), owner=self, done=self._show, failed=self._refuse
        )

    @Slot()
    def _choose(self) -> None:
        path = self._files.choose_pdf(self, _folder(self._workplace))
        if path is not None:
            self.check(path)

    def _clear(self, words: str) -> None:
        self._name.setText(words)
        for widget in (*self._verdicts.values(), *self._facts):
            widget.hide()

    def _show(self, checked: CheckedPdf) -> None:
        self._name.setText(checked.name)
        self._tell(checked.verdict, self._verdict_words(checked))
        seal, record, certificate = self._facts
        self._seal.setText(self._seal_words(checked))
        self._record.setText(self._record_words(checked))
        self._print.setText(checked.fingerprint)
        seal.setVisible(checked.verdict is Verdict.INTACT)
        certificate.setVisible(checked.verdict is Verdict.INTACT and not checked.ours)
        record.setVisible(bool(self._record.text()))

    def _refuse(self, error: ExpectedError) -> None:
        self._name.setText("")
        self._tell(Verdict.UNKNOWN, sentence(error))

    def _tell(self, verdict: Verdict, words: str) -> None:
        self._verdicts[verdict].set_sentence(words)
        self._verdicts[verdict].show()

    def _verdict_words(self, checked: CheckedPdf) -> str:
        if checked.verdict is Verdict.ALTERED:
            return self.tr("Altered: it was changed after it was sealed, or its seal is damaged. Do not rely on it.")
        if checked.verdict is Verdict.INTACT and checked.ours:
            return self.tr("Intact: it is as it was sealed by the certificate of these charts.")
        if checked.verdict is Verdict.INTACT:
            return self.tr(
                "Intact: it is as it was sealed, but not by the certificate of these charts. Whether the name holds, "
                "the fingerprint tells: compare it with the one that the sender gives you."
            )
        if checked.finding.state.value == "unsealed":
            return self.tr("Unknown: it has no seal, so nobody can tell whether it was changed.")
        if checked.finding.state.value == "locked":
            return self.tr("Unknown: it is locked with a password. Save it without one, then check that.")
        return self.tr("Unknown: this is not a PDF.")

    def _seal_words(self, checked: CheckedPdf) -> str:
        at = checked.finding.sealed_at
        if at is None:
            return checked.finding.signer
        words = self.tr("{name}, on {day} at {time}")
        local = at.astimezone()
        return words.format(name=checked.finding.signer, day=day_text(local.date()), time=f"{local:%H:%M}")

    def _record_words(self, checked: CheckedPdf) -> str:
        if checked.verdict is Verdict.ALTERED or not checked.stamp:
            return ""
        if checked.record is None:
            return self.tr("{stamp} is not in these charts.").format(stamp=checked.stamp)
        words = self.tr("{stamp} is in these charts: visit {visit} of {number}, signed on {day}.")
        record = checked.record
        return words.format(
            stamp=checked.stamp,
            visit=record.visit_number,
            number=record.record_number,
            day=day_text(record.signed_at.day),
        )


def _fact(name: str, text: Text = Text.BODY) -> Label:
    label = Label("", text, Tone.INK, wrap=True)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _folder(workplace: Workplace) -> Path:
    kept = workplace.preferences.load().document_folder
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(kept if kept and Path(kept).is_dir() else usual)
