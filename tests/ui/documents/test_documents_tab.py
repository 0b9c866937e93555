from __future__ import annotations

import io
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.cases import open_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.documents.fax_covers import CoverTo
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.signing import add_addendum, sign_visit
from therapist_desk.services.visit.visits import start_visit
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kind_list import KindList
from therapist_desk.ui.documents.kinds import GROUPS, KINDS, Group, Kind, PaperForm
from therapist_desk.ui.documents.maker import DocumentMaker, Wish
from therapist_desk.ui.fields import ChartForm
from therapist_desk.ui.kit import Button, Select, Toast, ToggleGroup
from therapist_desk.ui.kit.rows import Row, row_of
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Answers, Chart
from ui.fit import SIZES, misfits
from ui.samples import JUNIPER
from ui.showing import expect_fit

pytestmark = pytest.mark.timeout(30)


def show(tab: DocumentsTab, chart: Chart, qtbot: QtBot, number: int = 1) -> None:
    tab.show_client(chart.client_id, chart.visits[number])
    tab.window().show()
    wait_for(tab, chart, qtbot, number)


def wait_for(tab: DocumentsTab, chart: Chart, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.visit_id == chart.visits[number])
    qtbot.waitUntil(tab.preview.pages.is_drawn)


def kind_rows(tab: DocumentsTab) -> list[Row]:
    model = kinds(tab).model()
    return [row_of(model.index(place, 0)) for place in range(model.rowCount())]


def kinds(tab: DocumentsTab) -> KindList:
    return tab.findChildren(KindList, "kinds")[0]


def visits(tab: DocumentsTab) -> Select:
    return tab.findChildren(Select, "visits")[0]


def turn_to(tab: DocumentsTab, kind: Kind) -> None:
    kinds(tab).show_kind(kind)
    kinds(tab).turned.emit(kind)


def turn_to_visit(tab: DocumentsTab, visit_id: VisitId) -> None:
    choose(visits(tab), visit_id)


def choose(select: Select, data: object) -> None:
    place = select.findData(data)
    select.setCurrentIndex(place)
    select.activated.emit(place)


def button(tab: DocumentsTab, name: str) -> QAbstractButton:
    found = tab.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def label(tab: DocumentsTab, name: str) -> str:
    found = tab.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def text_of(tab: DocumentsTab) -> str:
    pages = PdfReader(io.BytesIO(tab.document.data)).pages if tab.document else []
    return " ".join(page.extract_text() for page in pages)


def trail(workplace: Workplace, chart: Chart, number: int = 1) -> list[str]:
    with workplace.desk.store.reading() as charts:
        return [event.detail for event in charts.audit.of(chart.visits[number])]


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


def test_a_progress_report_speaks_of_the_case_up_to_the_visit(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot, 3)

    turn_to(tab, DocumentKind.PROGRESS)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.PROGRESS)

    said = " ".join(text_of(tab).split())
    assert "Progress report" in said
    assert "Not signed and therefore left out: 1." in said
    assert "DRAFT" in said


def test_a_progress_report_that_is_saved_is_told_to_the_chart(
    tab: DocumentsTab, chart: Chart, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.path = tmp_path / "report.pdf"
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.PROGRESS)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.PROGRESS)

    with qtbot.waitSignal(tab.reported):
        button(tab, "save").click()

    assert answers.path.exists()


def test_a_document_for_fax_is_drawn_again_without_shading(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    assert tab.document is not None
    shaded = len(tab.document.data)

    qtbot.mouseClick(button(tab, "fax"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.for_fax)

    assert tab.document is not None
    assert len(tab.document.data) < shaded


def test_a_bill_that_waits_says_for_what_in_place_of_the_pages(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.SUPERBILL)

    qtbot.waitUntil(lambda: "This bill waits for" in " ".join(each.text() for each in tab.findChildren(QLabel)))
    assert tab.document is None
    assert not button(tab, "print").isEnabled()


def test_a_packet_is_made_of_what_is_signed_and_can_be_called_off(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    stepped = QSignalSpy(workplace.jobs.stepped)

    turn_to(tab, DocumentKind.PACKET)
    qtbot.waitUntil(
        lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.PACKET, timeout=15_000
    )

    assert "Packet page 1 of" in text_of(tab)
    assert stepped.count() > 0  # the idle lock waits for it
    turn_to(tab, DocumentKind.INSURER)
    turn_to(tab, DocumentKind.PACKET)
    tab.preview.show_progress(0, 3)
    assert "Part 1 of 3" in tab.preview.sentence()
    button(tab, "stop").click()
    assert "called off" in tab.preview.sentence()
    qtbot.waitUntil(workplace.jobs.idle)
    assert tab.document is None


def test_pages_that_are_shown_stay_in_sight_while_they_are_bound_anew(
    tab: DocumentsTab, chart: Chart, qtbot: QtBot
) -> None:
    # given somebody who comes back to a document, which is bound again and may be the same
    show(tab, chart, qtbot)
    maker = tab.findChild(DocumentMaker)
    assert maker is not None

    maker.moved_on.emit(0, 3)

    assert tab.preview.sentence() == ""


def test_each_group_opens_by_a_click_and_arrow_keys_walk_all_kinds(
    tab: DocumentsTab, chart: Chart, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    listed = kinds(tab)

    # when the head of a group is clicked
    place = next(place for place, row in enumerate(kind_rows(tab)) if row.key == Group.INSURER.value)
    middle = listed.visualRect(listed.model().index(place, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    # then it is open, alone, at its first document
    assert listed.kind is DocumentKind.INSURER
    assert [row.key for row in kind_rows(tab) if not row.heading] == [kind.value for kind in GROUPS[Group.INSURER]]
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.INSURER)

    # and the arrow keys reach every kind, in and out of groups
    listed.show_kind(KINDS[0])
    walked: list[Kind] = [listed.kind]
    for _ in range(len(KINDS)):
        QTest.keyClick(listed, Qt.Key.Key_Down)
        walked.append(listed.kind)
    assert walked == [*KINDS, KINDS[-1]]
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.kind is KINDS[-2]


@pytest.mark.parametrize("size", SIZES)
def test_no_group_needs_scrolling(tab: DocumentsTab, chart: Chart, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab.window().resize(*size)
    show(tab, chart, qtbot)
    for group in Group:
        kinds(tab).show_kind(GROUPS[group][0])
        qtbot.waitUntil(lambda: kinds(tab).viewport().height() >= kinds(tab).sizeHint().height() - 1)
        assert kinds(tab).verticalScrollBar().maximum() == 0


def test_a_fax_cover_goes_before_a_document_to_whom_it_is_for(
    tab: DocumentsTab, chart: Chart, answers: Answers, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show(tab, chart, qtbot)
    cover = tab.findChildren(Select, "cover")[0]
    assert not cover.isVisible()

    # when the document is for fax, and a cover is wanted
    qtbot.mouseClick(button(tab, "fax"), Qt.MouseButton.LeftButton)
    assert cover.isVisible()
    choose(cover, CoverTo.PHYSICIAN)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.cover is CoverTo.PHYSICIAN)

    # then there is one file, the cover first, which counts all pages and names nobody treated
    assert tab.document is not None
    first = " ".join(PdfReader(io.BytesIO(tab.document.data)).pages[0].extract_text().split())
    assert "Pages, this one included" in first
    assert "Juniper" not in first
    assert f" {len(tab.document.pages)} " in first
    assert len(tab.document.pages) > 1
    answers.path = tmp_path / "faxed.pdf"
    button(tab, "save").click()
    qtbot.waitUntil(lambda: trail(workplace, chart)[-1] == "physician saved with a fax cover")

    # and a document for the payer has its cover to the payer
    turn_to(tab, DocumentKind.INSURER)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.cover is CoverTo.PAYER)


def test_a_fax_cover_is_made_by_itself(tab: DocumentsTab, chart: Chart, qtbot: QtBot) -> None:
    show(tab, chart, qtbot)
    turn_to(tab, DocumentKind.FAX_COVER)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.FAX_COVER)

    assert tab.document is not None
    assert tab.document.signed is None
    assert tab.document.name.endswith("-fax-cover.pdf")
    assert "write in by hand" in text_of(tab)
    assert not button(tab, "fax").isVisible()
    expect_fit(qtbot, tab.window())


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


@pytest.mark.parametrize("size", SIZES)
def test_a_fax_with_its_cover_leaves_every_control_its_height(
    tab: DocumentsTab, chart: Chart, qtbot: QtBot, size: tuple[int, int]
) -> None:
    tab.window().resize(*size)
    show(tab, chart, qtbot)
    qtbot.mouseClick(button(tab, "fax"), Qt.MouseButton.LeftButton)
    choose(tab.findChildren(Select, "cover")[0], CoverTo.BY_HAND)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.cover is CoverTo.BY_HAND)
    paper = tab.findChildren(ToggleGroup, "paper")[0]

    qtbot.waitUntil(lambda: misfits(tab.window()) == [])
    qtbot.waitUntil(lambda: paper.height() >= paper.sizeHint().height())


def test_a_bill_that_waits_leads_to_each_field_it_waits_for(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    led = QSignalSpy(workplace.navigator.lead_asked)
    asked = QSignalSpy(workplace.navigator.chart_asked)
    turn_to(tab, DocumentKind.SUPERBILL)
    qtbot.waitUntil(lambda: "This bill waits for" in tab.preview.sentence())
    offered = [each.text() for each in tab.preview.findChildren(Button) if each.isVisible()]

    qtbot.mouseClick(button(tab, "way_payer"), Qt.MouseButton.LeftButton)

    assert "Payer and fees…" in offered
    assert asked.at(0)[:2] == [chart.client_id, ChartTab.CASE.value]
    assert led.at(0)[0].form is ChartForm.PAYER


def test_a_packet_ends_at_its_next_part_when_the_charts_close(
    tab: DocumentsTab, chart: Chart, workplace: Workplace, qtbot: QtBot
) -> None:
    show(tab, chart, qtbot)
    maker = tab.findChildren(DocumentMaker)[0]
    turn_to(tab, DocumentKind.PACKET)
    qtbot.waitUntil(lambda: maker._wish is not None and maker._wish.kind is DocumentKind.PACKET)

    workplace.jobs.closing.emit()

    assert maker._watch(0, 9) is False
