from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kinds import PaperForm
from therapist_desk.ui.kit import Toast
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Answers, Chart
from ui.documents.documents_tab import (
    button,
    show,
    text_of,
    trail,
    turn_to,
)
from ui.fit import misfits

pytestmark = pytest.mark.timeout(30)


def test_saving_writes_the_document_under_a_name_without_the_client(
    tab: DocumentsTab, chart: Chart, answers: Answers, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    answers.path = tmp_path / "mine.pdf"

    button(tab, "save").click()
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(Toast)))

    assert tab.document is not None
    assert answers.suggested[0].name == "TD-000001-2026-10-14-physician.pdf"
    assert answers.path.read_bytes() == tab.document.data
    assert trail(workplace, chart)[-1] == "physician saved"
    toast = tab.window().findChildren(Toast)[0]
    assert "mine.pdf" in toast.accessibleName()
    toast.action_chosen.emit()
    assert answers.folders == [tmp_path]
    answers.path = None
    button(tab, "save").click()
    assert answers.suggested[-1].parent == tmp_path


def test_a_path_that_cannot_be_written_is_said_and_loses_nothing(
    tab: DocumentsTab, chart: Chart, answers: Answers, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    answers.path = tmp_path / "a file, not a folder" / "mine.pdf"
    answers.path.parent.write_text("in the way")

    button(tab, "save").click()
    qtbot.waitUntil(lambda: bool(tab.problem()))

    assert "could not be saved" in tab.problem()
    assert str(answers.path.parent) in tab.problem()
    assert tab.document is not None
    assert button(tab, "save").isEnabled()
    assert trail(workplace, chart)[-1] != "physician saved"
    assert misfits(tab.window()) == []


def test_a_file_that_stands_there_survives_a_failed_save(
    tab: DocumentsTab, chart: Chart, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    answers.path = tmp_path / "kept.pdf"
    answers.path.write_bytes(b"what stood there")
    (tmp_path / ".kept.pdf.new").mkdir()  # where the new bytes would go first

    button(tab, "save").click()
    qtbot.waitUntil(lambda: bool(tab.problem()))

    assert answers.path.read_bytes() == b"what stood there"


def test_a_print_has_every_page_at_its_size_and_is_logged(
    tab: DocumentsTab, chart: Chart, answers: Answers, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.INSURER)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.INSURER)
    answers.printed = tmp_path / "printed.pdf"

    button(tab, "print").click()
    qtbot.waitUntil(lambda: trail(workplace, chart)[-1] == "insurer printed", timeout=15_000)

    assert tab.document is not None
    printed = PdfReader(answers.printed).pages
    assert len(printed) == len(tab.document.pages)
    assert QSize(round(printed[0].mediabox.width), round(printed[0].mediabox.height)) == QSize(612, 792)


@pytest.mark.qt_log_ignore("QPainter::begin.*")
def test_a_printer_that_takes_nothing_is_said(
    tab: DocumentsTab, chart: Chart, answers: Answers, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    answers.printed = tmp_path / "no such folder" / "printed.pdf"

    button(tab, "print").click()
    qtbot.waitUntil(lambda: bool(tab.problem()))

    assert "printer did not take" in tab.problem()
    assert button(tab, "print").isEnabled()
    assert trail(workplace, chart)[-1] != "physician printed"


def test_calling_a_dialog_off_does_nothing(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    before = trail(workplace, chart)

    button(tab, "save").click()
    button(tab, "print").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert trail(workplace, chart) == before


@pytest.mark.parametrize("form", list(PaperForm))
def test_forms_are_looked_at_printed_and_saved_like_the_rest(
    tab: DocumentsTab, chart: Chart, answers: Answers, qtbot: QtBot, form: PaperForm, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, form)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is form)

    assert tab.document is not None
    assert ("Juniper" in text_of(tab)) is not form.blank
    answers.path = tmp_path / "form.pdf"
    button(tab, "save").click()
    qtbot.waitUntil(answers.path.exists)
    assert answers.suggested[-1].name.startswith("blank-" if form.blank else "TD-")
