from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Caution
from therapist_desk.ui.kit.buttons import ButtonRole
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.signing import SignDialog
from therapist_desk.ui.visit.caution_strip import CautionStrip, MoreCautions
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import settle


def press(page: VisitPage, name: str) -> None:
    button = page.findChild(QWidget, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_sign_can_be_pressed_though_things_are_missing(page: VisitPage) -> None:
    assert page.foot.sign.property("role") == ButtonRole.DEFAULT
    assert page.foot.sign.isEnabled()

    press(page, "sign")

    dialog = page.window().findChild(SignDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_the_preview_opens_the_documents_of_this_visit(page: VisitPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page._workplace.navigator.chart_asked.connect(lambda *where: asked.append(where))

    press(page, "preview")

    visit = page.session.visit
    assert asked == [(visit.client_id, ChartTab.DOCUMENTS.value, visit.id)]
    settle(page)


def test_back_leads_to_the_visits_of_the_chart(page: VisitPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page._workplace.navigator.chart_asked.connect(lambda *where: asked.append(where))

    press(page, "back")

    assert asked == [(page.session.visit.client_id, ChartTab.VISITS.value, "")]
    settle(page)


def test_a_caution_that_has_no_room_is_told_by_plus_one_never_cut(page: VisitPage) -> None:
    strip = CautionStrip(page)
    cautions = (Caution("Apixaban: no deep pressure"), Caution("Arnica allergy"), Caution("Pacemaker"))
    strip.show_cautions(cautions)
    strip.resize(260, 24)
    strip.show()

    more = strip.findChild(MoreCautions)

    assert more is not None
    assert more.isVisible()
    assert more.text() == "+2"
    assert all(caution.text in more.toolTip() for caution in cautions)
