from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from therapist_desk.services.documents.fax_covers import CoverTo
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kinds import GROUPS, KINDS, Group, Kind
from therapist_desk.ui.documents.maker import DocumentMaker
from therapist_desk.ui.fields import ChartForm
from therapist_desk.ui.kit import Button, Select, ToggleGroup
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Answers, Chart
from ui.documents.documents_tab import (
    button,
    choose,
    kind_rows,
    kinds,
    show,
    text_of,
    trail,
    turn_to,
)
from ui.fit import SIZES, misfits
from ui.showing import expect_fit

pytestmark = pytest.mark.timeout(30)


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
