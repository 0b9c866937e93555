"""The forms of the profile tab in their window: looked at, printed, saved."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from domain.health.builders import DRAWN
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.consents import ConsentForm, sign_consent
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.health.form_preview import FormPreview
from therapist_desk.ui.health.forms_card import FormsCard
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.documents.conftest import Answers
from ui.fit import SIZES
from ui.showing import expect_fit, find


@pytest.fixture
def chart(qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> Chart:
    signed = ConsentForm(
        signed_on=workplace.desk.today(), scopes=(Scope.TREATMENT,), signer="Odo Testcase", signature=DRAWN
    )
    sign_consent(workplace.desk, clients["odo"], signed)
    return Chart(qtbot, workplace, clients)


@pytest.fixture
def answers() -> Answers:
    return Answers()


def open_form(qtbot: QtBot, page: ChartPage, name: str, answers: Answers) -> FormPreview:
    [card] = page.findChildren(FormsCard)
    card.dialogs = answers
    find(page, QAbstractButton, name).click()
    [preview] = page.window().findChildren(FormPreview)
    qtbot.waitUntil(lambda: preview.document is not None and preview.preview.pages.is_drawn(), timeout=15_000)
    return preview


def trail(workplace: Workplace, chart: Chart) -> list[str]:
    with workplace.desk.store.reading() as charts:
        return [event.detail for event in charts.audit.of(chart.clients["odo"])]


def text(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_signed_consent_is_looked_at_and_saved(
    qtbot: QtBot, workplace: Workplace, chart: Chart, answers: Answers, tmp_path: Path
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    answers.path = tmp_path / "kept.pdf"
    preview = open_form(qtbot, page, "signed_consent_form", answers)
    find(preview, QAbstractButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert answers.suggested[0].name.endswith("-signed-consent.pdf")
    assert "Odo" not in answers.suggested[0].name
    assert "holds until" in text(answers.path)
    assert "signed-consent form saved" in trail(workplace, chart)


def test_a_form_is_printed_on_the_chosen_paper(
    qtbot: QtBot, workplace: Workplace, chart: Chart, answers: Answers, tmp_path: Path
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    answers.printed = tmp_path / "printed.pdf"
    preview = open_form(qtbot, page, "consent_form", answers)
    preview.paper.option("a4").click()
    qtbot.waitUntil(lambda: preview.document is not None and preview.document.paper.value == "a4", timeout=15_000)
    assert preview.document is not None
    pages = len(PdfReader(io.BytesIO(preview.document.data)).pages)
    find(preview, QAbstractButton, "print").click()
    qtbot.waitUntil(workplace.jobs.idle, timeout=15_000)

    printed = PdfReader(answers.printed).pages
    assert len(printed) == pages
    assert round(float(printed[0].mediabox.height)) == 842
    assert "consent form printed" in trail(workplace, chart)


def test_a_blank_form_names_nobody_and_leaves_no_trace(
    qtbot: QtBot, workplace: Workplace, chart: Chart, answers: Answers, tmp_path: Path
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    before = trail(workplace, chart)
    find(page, QCheckBox, "blank_form").click()
    answers.path = tmp_path / "blank.pdf"
    preview = open_form(qtbot, page, "consent_form", answers)
    find(preview, QAbstractButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert "Testcase" not in text(answers.path)
    assert trail(workplace, chart) == before


def test_a_form_that_cannot_be_saved_stays_and_says_so(
    qtbot: QtBot, workplace: Workplace, chart: Chart, answers: Answers, tmp_path: Path
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    answers.path = tmp_path / "missing" / "kept.pdf"
    preview = open_form(qtbot, page, "consent_form", answers)
    find(preview, QAbstractButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert preview.isVisible()
    assert preview._problem.isVisible()
    assert find(preview, QAbstractButton, "save").isEnabled()


def test_without_a_consent_there_is_none_to_print(chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.PROFILE)

    button = page.findChild(QAbstractButton, "signed_consent_form")
    assert isinstance(button, QAbstractButton)
    assert not button.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", SIZES)
def test_a_form_fits(
    qtbot: QtBot, chart: Chart, theme: Theme, answers: Answers, size: tuple[int, int], scheme: Scheme
) -> None:
    theme.use(scheme)
    page = chart.open("odo", ChartTab.PROFILE, size)
    open_form(qtbot, page, "signed_consent_form", answers)

    expect_fit(qtbot, page)
