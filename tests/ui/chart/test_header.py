from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from therapist_desk.domain.client import Caution
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.clients import edit_client, get_client
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.chart.header import ChartHeader
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.label import ElidedLabel
from therapist_desk.ui.kit.pill import CautionChip
from therapist_desk.ui.kit.tabs import Tabs
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart, pick
from ui.fit import SIZES
from ui.showing import expect_fit, find


def words(page: ChartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_band_says_who_it_is_and_where_care_stands(chart: Chart) -> None:
    page = chart.open()

    assert {
        "Juniper Sample-Hayes",
        "14 Mar 1987 · 39 years · she/her",
        "Apixaban: no deep pressure",
        "Arnica allergy",
        "Whiplash headache, injury 2 Sep",
        "Visit 5 of 12, expires 30 Dec",
        "Placeholder Mutual, claim TEST-0017",
        "Signed 14 Oct 2026",
        "9 Nov, Robin Mockford, LMT",
    } <= set(words(page))


def test_the_band_stays_on_every_tab(chart: Chart) -> None:
    page = chart.open()

    for tab in ChartTab:
        find(page, Tabs, "tabs").show_tab(tab)
        assert "Arnica allergy" in words(page)


def test_a_name_longer_than_the_band_ends_in_an_ellipsis_and_is_whole_in_its_tip(
    chart: Chart, workplace: Workplace
) -> None:
    long = "Wilhelmina-Alexandrina Theodora Josephine Featherstonehaugh-Cholmondeley-Worthington III"
    client = get_client(workplace.desk, chart.clients["juniper"])
    edit_client(workplace.desk, client, replace(client.details, given_name=long, family_name=""))

    name = find(chart.open(size=(1093, 614)), ElidedLabel, "client_name")

    assert name.text() == long
    assert name.toolTip() == long


def test_in_a_narrow_window_the_facts_keep_to_one_line(chart: Chart) -> None:
    page = chart.open(size=(1093, 614))

    band = page.findChildren(ChartHeader)[0]
    captions = [label for label in band.findChildren(QLabel) if label.isVisible()]
    places = {label.text(): label.mapTo(page, label.rect().topLeft()).y() for label in captions}
    assert places["Case"] == places["Payer"] == places["Consent"]
    assert places.get("Last visit", places["Case"]) == places["Case"]


@pytest.mark.parametrize("size", SIZES)
def test_many_cautions_wrap_and_none_is_cut(
    qtbot: QtBot, workplace: Workplace, chart: Chart, size: tuple[int, int]
) -> None:
    client = get_client(workplace.desk, chart.clients["juniper"])
    cautions = tuple(Caution(f"Caution number {n}: mind this very much") for n in range(7))
    edit_client(workplace.desk, client, replace(client.details, cautions=cautions))
    page = chart.open(size=size)

    chips = [chip for chip in page.findChildren(CautionChip) if chip.isVisible()]

    expect_fit(qtbot, page)
    assert len(chips) == 7
    assert all(chip.visibleRegion().boundingRect() == chip.rect() for chip in chips)


def test_the_tabs_stand_at_the_top_while_a_chart_is_read(chart: Chart) -> None:
    page = chart.open()
    tabs = find(page, Tabs, "tabs")
    page.show_client(chart.clients["odo"], ChartTab.OVERVIEW)
    QApplication.processEvents()

    assert not any(label.isVisible() for label in page.findChildren(QLabel, "client_name"))
    assert tabs.mapTo(page, tabs.rect().bottomLeft()).y() < page.height() // 3


def test_the_button_continues_the_visit_under_way(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open()
    button = find(page, QPushButton, "start")

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        button.click()

    newest = client_visits(workplace.desk, chart.clients["juniper"])[0]
    assert button.text() == "Continue visit 5"
    assert asked.args == [newest.id]


def test_the_button_starts_the_next_visit(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin")

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        find(page, QPushButton, "start").click()

    [visit] = client_visits(workplace.desk, chart.clients["tamsin"])
    assert asked.args == [visit.id]
    assert visit.status is VisitStatus.DRAFT


def test_the_button_begins_the_visit_planned_for_today(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("bartholomew")

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(page, QPushButton, "start").click()

    [visit] = client_visits(workplace.desk, chart.clients["bartholomew"])
    assert visit.status is VisitStatus.DRAFT


def test_a_client_can_be_archived_and_brought_back(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("odo")
    pick(page, "Archive this client")
    qtbot.waitUntil(workplace.jobs.idle)
    assert get_client(workplace.desk, chart.clients["odo"]).archived
    assert "Archived" in words(page)

    pick(page, "Take out of the archive")
    qtbot.waitUntil(workplace.jobs.idle)

    assert not get_client(workplace.desk, chart.clients["odo"]).archived
    assert "Archived" not in words(page)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(qtbot: QtBot, chart: Chart, theme: Theme, size: tuple[int, int], scheme: Scheme) -> None:
    theme.use(scheme)
    page = chart.open(size=size)

    for tab in (ChartTab.OVERVIEW, ChartTab.VISITS, ChartTab.CASE, ChartTab.PROFILE):
        find(page, Tabs, "tabs").show_tab(tab)
        expect_fit(qtbot, page)


def test_nothing_of_one_client_stays_while_another_chart_is_read(chart: Chart) -> None:
    page = chart.open("juniper")

    page.show_client(chart.clients["odo"], ChartTab.OVERVIEW)

    assert "Juniper Sample-Hayes" not in words(page)
    assert "Arnica allergy" not in words(page)


def test_the_palette_is_given_what_the_menu_and_the_tabs_do(chart: Chart) -> None:
    page = chart.open()

    offered = {action.name: action for action in page.offered()}
    offered["document_superbill"].do()

    assert offered["close_case"].words == "Close the case…"
    assert offered["form_new_order"].words == "Enter an order or referral…"
    assert find(page, Tabs, "tabs").key() == ChartTab.DOCUMENTS.value
