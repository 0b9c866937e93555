from __future__ import annotations

import io
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.services.cases import open_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.signing import add_addendum, sign_visit
from therapist_desk.services.visit.visits import start_visit
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kinds import PaperForm
from therapist_desk.ui.documents.maker import Wish
from therapist_desk.ui.kit import ToggleGroup
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Chart
from ui.documents.documents_tab import (
    button,
    label,
    show,
    text_of,
    turn_to,
    turn_to_visit,
    visits,
    wait_for,
)
from ui.fit import SIZES, misfits
from ui.samples import JUNIPER

pytestmark = pytest.mark.timeout(30)


def test_the_preview_shows_as_many_pages_as_the_document_has(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.INSURER)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.INSURER)

    assert tab.document is not None
    count = len(PdfReader(io.BytesIO(tab.document.data)).pages)
    assert count > 1
    assert len(tab.document.pages) == count
    assert label(tab, "page_place") == f"Page 1 of {count}"
    button(tab, "next_page").click()
    assert label(tab, "page_place") == f"Page 2 of {count}"


def test_a_page_is_drawn_dark_on_white_at_the_size_it_is_shown(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)

    picture = tab.preview.pages.viewport().grab().toImage()
    lightness = {picture.pixelColor(x, y).lightness() for x in range(60, 500, 3) for y in range(40, 200)}
    assert 255 in lightness
    assert min(lightness) < 64


def test_visits_are_listed_newest_first_and_drafts_say_so(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)

    listed = visits(tab)
    assert [listed.itemData(place) for place in range(5)] == [chart.visits[number] for number in (5, 4, 3, 2, 1)]
    spoken = [str(listed.itemData(place, Qt.ItemDataRole.AccessibleTextRole)) for place in range(5)]
    assert ["draft" in words for words in spoken] == [True, True, True, True, False]
    assert [listed.itemIcon(place).isNull() for place in range(5)] == [False, False, False, False, True]


def test_a_signed_record_and_a_draft_say_what_they_are(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    assert label(tab, "state") == "Drawn from the signed record"

    turn_to_visit(tab, chart.visits[2])
    wait_for(tab, chart, qtbot, 2)

    assert label(tab, "state") == "Draft, not signed"
    assert tab.document is not None
    assert tab.document.name.endswith("-physician-draft.pdf")


def test_without_a_wish_the_latest_visit_is_shown(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    tab.show_client(chart.client_id, None)
    tab.window().show()

    wait_for(tab, chart, qtbot, 5)


def test_what_was_signed_meanwhile_is_shown_when_one_comes_back(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot, 2)
    tab.hide()
    sign_visit(workplace.desk, chart.visits[2], PASSPHRASE, override_reason="a test")
    tab.show()

    qtbot.waitUntil(lambda: tab.document is not None and tab.document.signed)


def test_an_addendum_is_in_the_document_at_once(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    tab.hide()
    add_addendum(workplace.desk, chart.visits[1], "Client called", "Ibuprofen was 3 a week.", PASSPHRASE)
    tab.show()

    qtbot.waitUntil(lambda: "Ibuprofen was 3 a week." in text_of(tab))


def test_coming_back_to_the_same_document_keeps_the_place_in_it(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    bar = tab.preview.pages.verticalScrollBar()
    bar.setValue(120)
    tab.hide()
    tab.show()
    qtbot.waitUntil(lambda: workplace.jobs.idle() and tab.preview.pages.is_drawn())

    assert bar.value() == 120


def test_turning_the_visits_over_fast_ends_at_the_last_one(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    made: list[str] = []
    tab._maker.made.connect(lambda document: made.append(document.wish.visit_id))

    for number in (2, 3, 4, 5, 4, 3):
        turn_to_visit(tab, chart.visits[number])
    wait_for(tab, chart, qtbot, 3)

    assert made == [chart.visits[3]]


def test_another_client_never_shows_the_one_before_and_has_forms_before_a_visit(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    nobody = add_client(workplace.desk, JUNIPER)

    tab.show_client(nobody.id, None)

    wanted = Wish(nobody.id, None, PaperForm.HISTORY, PaperSize.LETTER)
    assert tab.document is None
    assert visits(tab).count() == 0
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish == wanted)
    assert button(tab, "save").isEnabled()
    turn_to(tab, DocumentKind.PHYSICIAN)
    qtbot.waitUntil(lambda: "drawn from a visit" in tab.preview.sentence())
    assert not button(tab, "print").isEnabled()


def test_the_paper_is_chosen(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    tab.findChildren(ToggleGroup, "paper")[0].option(PaperSize.A4.value).click()
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.paper is PaperSize.A4)

    assert tab.document is not None
    page = PdfReader(io.BytesIO(tab.document.data)).pages[0]
    assert round(float(page.mediabox.height)) == 842


def test_the_pages_are_turned_and_sized_from_the_keyboard(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.INSURER)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.INSURER)
    pages, fit = tab.preview.pages, tab.findChildren(ToggleGroup, "fit")[0]

    for _ in range(3):
        QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert label(tab, "page_place") == "Page 2 of 2"
    for _ in range(3):
        QTest.keyClick(pages, Qt.Key.Key_PageUp)
    assert label(tab, "page_place") == "Page 1 of 2"
    scale = pages.scale
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.scale > scale
    assert fit.value() is None
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    assert pages.scale == pytest.approx(scale)
    fit.option("whole").click()
    assert pages.scale < scale
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert label(tab, "page_place") == "Page 2 of 2"


def test_a_name_no_font_can_write_is_said_where_the_page_would_be(
    tab: DocumentsTab, workplace: Workplace, qtbot: QtBot
) -> None:
    details = replace(JUNIPER, given_name="\U0010fffd", family_name="例")  # of private use: no font has it
    client = add_client(workplace.desk, details)
    start_visit(workplace.desk, open_case(workplace.desk, client.id, "Stiff neck").id)

    tab.show_client(client.id, None)
    tab.window().show()
    qtbot.waitUntil(lambda: "can't be made" in tab.preview.sentence())

    assert not button(tab, "save").isEnabled()
    assert misfits(tab.window()) == []


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits(tab: DocumentsTab, chart: Chart, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab.window().resize(*size)
    show(tab, chart, qtbot)

    qtbot.waitUntil(lambda: misfits(tab.window()) == [])


def test_a_tab_that_goes_while_a_document_is_made_leaves_nothing(
    workplace: Workplace, chart: Chart, qtbot: QtBot
) -> None:
    threads = threading.active_count()
    window = QWidget()
    tab = DocumentsTab(workplace)
    QVBoxLayout(window).addWidget(tab)
    window.show()
    tab.show_client(chart.client_id, None)
    qtbot.waitUntil(lambda: not workplace.jobs.idle())

    window.close()
    window.deleteLater()
    QTest.qWait(0)
    qtbot.waitUntil(workplace.jobs.idle)

    assert threading.active_count() <= threads + 2  # the two of the jobs


def test_nothing_heavy_is_imported_before_the_tab_is_shown() -> None:
    heavy = ("pypdfium2", "reportlab", "pymupdf_fonts")
    code = f"import sys, therapist_desk.ui.documents; print([m for m in {heavy!r} if m in sys.modules])"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"
