"""Sealing what is saved, and checking what comes back, in a real window on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from services.documents.test_sealing import OWN_PASSWORD, own_certificate
from therapist_desk.reports.pdf_seal import SealState, read_seal
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.check_dialog import CheckDialog, open_check
from therapist_desk.ui.documents.seal_dialogs import CertificateDialog, CertificatePasswordDialog
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import CHART_HEAD, Answers, Chart
from ui.documents.documents_tab import show, trail
from ui.fit import SIZES, misfits

pytestmark = pytest.mark.timeout(60)


class Files:
    """Stands in for the system's dialogs."""

    def __init__(self) -> None:
        self.certificate: Path | None = None
        self.pdf: Path | None = None

    def choose_certificate(self, _parent: QWidget) -> Path | None:
        return self.certificate

    def choose_pdf(self, _parent: QWidget, _folder: Path) -> Path | None:
        return self.pdf


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def tab(workplace: Workplace, answers: Answers, files: Files, qtbot: QtBot) -> Iterator[DocumentsTab]:
    window = QWidget()
    made = DocumentsTab(workplace, dialogs=answers, seal_files=files)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, CHART_HEAD, 0, 0)
    column.addWidget(made)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    yield made
    window.close()


def press(parent: QWidget, name: str, qtbot: QtBot) -> None:
    button = cast("QAbstractButton", parent.findChild(QAbstractButton, name))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def seal_box(tab: DocumentsTab) -> QCheckBox:
    return cast("QCheckBox", tab.findChild(QCheckBox, "seal"))


def said(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def save(tab: DocumentsTab, answers: Answers, path: Path, qtbot: QtBot) -> SealState:
    answers.path = path
    tab.save_document()
    qtbot.waitUntil(path.exists, timeout=20_000)
    return read_seal(path.read_bytes()).state


def test_a_signed_document_is_sealed_where_that_is_wanted_and_it_is_remembered(
    tab: DocumentsTab, workplace: Workplace, chart: Chart, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    assert save(tab, answers, tmp_path / "plain.pdf", qtbot) is SealState.UNSEALED

    seal_box(tab).setChecked(True)

    assert workplace.preferences.load().seal_documents
    assert save(tab, answers, tmp_path / "sealed.pdf", qtbot) is SealState.INTACT
    qtbot.waitUntil(lambda: "physician saved with a seal" in trail(workplace, chart))


def test_a_draft_is_never_sealed(
    tab: DocumentsTab, chart: Chart, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    seal_box(tab).setChecked(True)
    show(tab, chart, qtbot, number=2)

    assert not seal_box(tab).isVisible()
    assert save(tab, answers, tmp_path / "draft.pdf", qtbot) is SealState.UNSEALED


def test_ones_own_certificate_asks_its_password_each_time_and_keeps_it_nowhere(
    tab: DocumentsTab,
    workplace: Workplace,
    chart: Chart,
    answers: Answers,
    files: Files,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    files.certificate = own_certificate(tmp_path / "mine.p12")
    show(tab, chart, qtbot)
    seal_box(tab).setChecked(True)
    press(tab, "certificate", qtbot)
    choice = only(tab, CertificateDialog)
    press(choice, "choose_certificate", qtbot)
    press(choice, "use_certificate", qtbot)
    kept = workplace.preferences.load()
    assert kept.seal_certificate == str(files.certificate)

    answers.path = tmp_path / "sealed.pdf"
    tab.save_document()
    asked = only(tab, CertificatePasswordDialog)
    line = cast("QLineEdit", asked.findChild(QLineEdit, "certificate_password"))
    line.setText("wrong")
    press(asked, "seal", qtbot)
    qtbot.waitUntil(lambda: "does not open the certificate" in said(asked))
    line.setText(OWN_PASSWORD)
    press(asked, "seal", qtbot)

    qtbot.waitUntil(answers.path.exists, timeout=20_000)
    assert read_seal(answers.path.read_bytes()).signer == "Robin of the Registry"
    assert OWN_PASSWORD not in repr(workplace.preferences.load())


def only(tab: DocumentsTab, kind: type[Dialog]) -> Dialog:
    found = [dialog for dialog in tab.window().findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_pdf_is_checked_in_words(
    tab: DocumentsTab, chart: Chart, answers: Answers, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    seal_box(tab).setChecked(True)
    files.pdf = tmp_path / "sealed.pdf"
    save(tab, answers, files.pdf, qtbot)

    press(tab, "check_pdf", qtbot)
    dialog = only(tab, CheckDialog)
    qtbot.waitUntil(lambda: "Intact: it is as it was sealed by the certificate of these charts." in said(dialog))
    assert "is in these charts: visit 1 of TD-000001" in said(dialog)

    data = bytearray(files.pdf.read_bytes())
    data[4000] ^= 1
    files.pdf.write_bytes(data)
    press(dialog, "check_another", qtbot)
    qtbot.waitUntil(lambda: "Altered:" in said(dialog))
    assert "Intact" not in said(dialog)
    qtbot.waitUntil(lambda: misfits(tab.window()) == [])

    files.pdf = tmp_path / "nowhere.pdf"
    press(dialog, "check_another", qtbot)
    qtbot.waitUntil(lambda: "cannot be read" in said(dialog))


@pytest.mark.parametrize("size", SIZES)
def test_seal_and_dialogs_fit(
    tab: DocumentsTab,
    workplace: Workplace,
    chart: Chart,
    files: Files,
    tmp_path: Path,
    qtbot: QtBot,
    size: tuple[int, int],
) -> None:
    tab.window().resize(*size)
    seal_box(tab).setChecked(True)
    show(tab, chart, qtbot)
    qtbot.waitUntil(lambda: misfits(tab.window()) == [])

    files.pdf = tmp_path / "letter.pdf"
    files.pdf.write_text("a letter", encoding="utf-8")
    open_check(workplace, tab, files)
    dialog = only(tab, CheckDialog)
    qtbot.waitUntil(lambda: "Unknown: this is not a PDF." in said(dialog))
    qtbot.waitUntil(lambda: misfits(tab.window()) == [])
    dialog.accept()

    press(tab, "certificate", qtbot)
    qtbot.waitUntil(lambda: misfits(tab.window()) == [])
