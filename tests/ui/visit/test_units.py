from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desks import HandClock
from domain.builders import DEEP, RELEASE
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.ids import PayerId, VisitId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_cards.card import RuleCard, Source, Units
from therapist_desk.services import cases
from therapist_desk.services.billing.rule_cards import CardShelf, RuleCards
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.visit import timing, visits
from therapist_desk.ui.billing.units_rule_dialog import UnitsRuleDialog
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.timer.units_dialog import UnitsDialog
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import OpenPage, settle, stored

CARD = RuleCard(
    id="pooling",
    name="Pooling Mutual",
    units=Units(
        rule=UnitRule.CMS_EIGHT_MINUTE, source=Source(words="provider manual, page 3", noted_on=date(2026, 11, 23))
    ),
)


@pytest.fixture
def treated(desk: Desk, visit_id: VisitId, clock: HandClock) -> None:
    """Twenty minutes each of two techniques, for a payer whose rule is known."""
    payer = Payer(id=PayerId(new_id()), name="Pooling Mutual", rule_card="pooling")
    cases.save_payer(desk, payer)
    case = visits.open_visit(desk, visit_id).case_file.case
    cases.save_case(desk, replace(case, coverage=Coverage(payer_id=payer.id)))
    timing.start(desk, visit_id, DEEP)
    clock.wait(20)
    timing.switch(desk, visit_id, RELEASE)
    clock.wait(20)
    timing.stop(desk, visit_id)


def opened(open_page: OpenPage, workplace: Workplace, *cards: RuleCard) -> VisitPage:
    return open_page(1366, 768, replace(workplace, rules=RuleBook(RuleCards(cards))))


def dialog(page: VisitPage) -> UnitsDialog:
    page.strip.units.click()
    found = page.window().findChild(UnitsDialog)
    assert found is not None
    return found


@pytest.mark.usefixtures("treated")
def test_the_therapist_says_which_number_gets_a_unit_to_which_two_have_equal_claim(
    open_page: OpenPage, workplace: Workplace
) -> None:
    # given a unit that is open
    page = opened(open_page, workplace, CARD)
    assert page.strip.units.isVisible()
    assert page.strip.units.text() == "3 units"
    assert "units_open" not in {item.code for item in page.session.missing()}  # its card does not hold to T-06

    # when it is given by keyboard
    shown = dialog(page)
    choice = shown.findChild(ToggleGroup, "unit_choice")
    assert choice is not None
    option = choice.option("97140")
    option.setFocus()
    QTest.keyClick(option, Qt.Key.Key_Space)
    settle(page)

    # then it is kept with the visit, and can be taken back
    assert stored(page).unit_choice == ("97140",)
    assert page.strip.units.accessibleName() == "3 units, 97124 ×1, 97140 ×2"
    shown.again.click()
    settle(page)
    assert stored(page).unit_choice == ()


@pytest.mark.usefixtures("treated")
def test_without_a_rule_minutes_are_shown_and_no_units(open_page: OpenPage, workplace: Workplace) -> None:
    page = opened(open_page, workplace)

    assert page.strip.units.accessibleName() == "40 min, units rule not known"
    assert "minutes are shown and no units" in dialog(page).caption.text()


def test_each_day_of_a_visit_across_midnight_has_its_own_minutes(
    open_page: OpenPage, workplace: Workplace, desk: Desk, visit_id: VisitId, clock: HandClock
) -> None:
    # given twenty minutes before midnight, and half an hour after it
    clock.wait((24 * 60 - 20) - clock.now().local.hour * 60 - clock.now().local.minute)
    timing.start(desk, visit_id, DEEP)
    clock.wait(30)
    timing.switch(desk, visit_id, RELEASE)
    clock.wait(20)
    timing.stop(desk, visit_id)

    page = opened(open_page, workplace)

    said = [label.text() for label in dialog(page).findChildren(Label)]
    assert [words for words in said if " min" in words and ":" in words] == [
        "Deep tissue massage: 20 min",
        "Deep tissue massage: 10 min",
        "Myofascial release: 20 min",
    ]
    assert "more on the next day" in page.strip.units.accessibleName()


@pytest.mark.usefixtures("treated")
def test_areas_typed_with_a_correction_stand_under_their_number(open_page: OpenPage, workplace: Workplace) -> None:
    page = opened(open_page, workplace, CARD)
    first = page.session.visit.segments(page.session.now())[0]

    page.session.times.enter_by_hand(
        DEEP, first.start.local, first.start.local + timedelta(minutes=15), first.id, "began late", ("neck",)
    )
    settle(page)

    (corrected,) = stored(page).by_hand
    assert (corrected.regions, corrected.reason, corrected.replaces) == (("neck",), "began late", first.id)
    assert page.session.reckoning()[0].minutes == {"97124": 15, "97140": 20}


@pytest.mark.usefixtures("treated")
def test_where_nobody_knows_how_the_payer_counts_one_step_says_it_and_the_minutes_become_units(
    open_page: OpenPage, workplace: Workplace, desk: Desk
) -> None:
    shelf = CardShelf(resources_dir(), desk.folder)
    page = open_page(1366, 768, replace(workplace, rules=RuleBook(shelf.load(), shelf=shelf)))
    first = dialog(page)
    assert first.state_rule.isVisible()
    first.state_rule.click()
    asked = page.window().findChild(UnitsRuleDialog)
    assert asked is not None
    rule = asked.findChild(ToggleGroup)
    assert isinstance(rule, ToggleGroup)
    rule.set_value(UnitRule.MIDPOINT.value)
    source = asked.findChild(QLineEdit)
    assert source is not None
    source.setText("Provider manual, page 31")

    asked.save_button.click()
    settle(page)

    assert page.session.card() is not None
    assert [day.units.total for day in page.session.reckoning() if day.units] == [2]
