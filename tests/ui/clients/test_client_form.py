from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.services.clients import add_client, edit_client, find_clients, get_client
from therapist_desk.ui.clients.client_dialog import ClientDialog
from therapist_desk.ui.clients.page import ClientsPage
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.samples import JUNIPER
from ui.showing import expect_fit, find, show, type_into


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> ClientsPage:
    result = ClientsPage(workplace)
    show(qtbot, workplace, result)
    return result


def tab_order(widget: QWidget, steps: int) -> list[str]:
    """What Tab comes to after `widget`, by the names for a screen reader or of the fields."""
    names = []
    for _ in range(steps):
        QTest.keyClick(widget.window(), Qt.Key.Key_Tab)
        at = widget.window().focusWidget()
        names.append(at.accessibleName() or at.objectName())
    return names


def save(page: QWidget) -> None:
    find(page, QPushButton, "save").click()


def problem(page: QWidget, name: str) -> str:
    field = find(page, QWidget, name).parentWidget()
    assert isinstance(field, Field)
    return field.problem()


def message(page: QWidget) -> str:
    return find(page, Banner, "message").findChildren(QLabel)[0].text()


def enter(page: ClientsPage, *, given: str, family: str, born: str) -> None:
    page.new_client()
    type_into(page, "given_name", given)
    type_into(page, "family_name", family)
    type_into(page, "date_of_birth", born)


def test_a_new_client_is_kept_and_the_chart_opens(qtbot: QtBot, workplace: Workplace, page: ClientsPage) -> None:
    enter(page, given="Wren", family="Fictional", born="14.3.1987")
    find(page, QPushButton, "add_line").click()
    QTest.keyClicks(page.focusWidget(), "Latex allergy")

    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        save(page)

    [client] = find_clients(workplace.desk, "")
    assert asked.args[0] == client.id
    assert client.details.date_of_birth == date(1987, 3, 14)
    assert client.details.cautions == (Caution("Latex allergy", CautionLevel.PRECAUTION),)


@pytest.mark.parametrize(
    ("given", "family"),
    [("Łukasz", "Żółć"), ("محمد", "عبد الله"), ("राम", ""), ("", "สมชาย"), ("שלום", "ישראלי"), ("Nguyễn", "Thị Hoa")],
)
def test_names_in_any_script_are_kept_as_typed(
    qtbot: QtBot, workplace: Workplace, page: ClientsPage, given: str, family: str
) -> None:
    page.new_client()
    find(page, QLineEdit, "given_name").setText(given)
    find(page, QLineEdit, "family_name").setText(family)
    type_into(page, "date_of_birth", "1987-03-14")

    with qtbot.waitSignal(workplace.navigator.chart_asked):
        save(page)

    [client] = find_clients(workplace.desk, "")
    assert (client.details.given_name, client.details.family_name) == (given, family)


def test_a_refused_save_says_why_at_the_field_and_keeps_every_word(page: ClientsPage) -> None:
    enter(page, given="Wren", family="Fictional", born="14 Mar 2041")
    type_into(page, "email", "nowhere")

    save(page)

    assert problem(page, "date_of_birth") == "This date of birth lies in the future."
    assert problem(page, "email") == "This is not an e-mail address."
    assert find(page, QLineEdit, "given_name").text() == "Wren"
    assert find(page, QLineEdit, "date_of_birth").text() == "14 Mar 2041"
    assert find(page, QLineEdit, "date_of_birth").hasFocus()


def test_a_date_that_is_none_is_said_and_kept(page: ClientsPage) -> None:
    enter(page, given="Wren", family="Fictional", born="in spring")

    save(page)

    assert "not a date" in problem(page, "date_of_birth")
    assert find(page, QLineEdit, "date_of_birth").text() == "in spring"


def test_a_name_and_a_date_of_birth_are_asked_for(page: ClientsPage) -> None:
    page.new_client()
    save(page)
    assert problem(page, "date_of_birth") == "Enter the date of birth."

    type_into(page, "date_of_birth", "1987-03-14")
    save(page)

    assert problem(page, "given_name") == "Enter a given name or a family name."


def test_somebody_who_may_be_the_same_person_can_be_opened_instead(
    qtbot: QtBot, workplace: Workplace, page: ClientsPage
) -> None:
    known = add_client(workplace.desk, JUNIPER)
    enter(page, given="juniper", family="Hayes", born="14 Mar 1987")
    save(page)
    qtbot.waitUntil(workplace.jobs.idle)
    assert known.record_number in message(page)

    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        find(page, LinkButton, "open_existing").click()

    assert asked.args[0] == known.id
    assert len(find_clients(workplace.desk, "")) == 1


def test_a_twin_can_be_added_anyway(qtbot: QtBot, workplace: Workplace, page: ClientsPage) -> None:
    add_client(workplace.desk, JUNIPER)
    enter(page, given="Juno", family="Sample-Hayes", born="14 Mar 1987")
    save(page)
    qtbot.waitUntil(workplace.jobs.idle)

    with qtbot.waitSignal(workplace.navigator.chart_asked):
        find(page, LinkButton, "add_anyway").click()

    assert len(find_clients(workplace.desk, "")) == 2


def test_a_change_made_elsewhere_costs_no_word_and_a_second_save_works(
    qtbot: QtBot, workplace: Workplace, page: ClientsPage
) -> None:
    client = add_client(workplace.desk, JUNIPER)
    dialog = ClientDialog(workplace, client, page)
    dialog.open()
    edit_client(workplace.desk, client, replace(JUNIPER, pronouns="they/them"))
    type_into(page, "phone", "555 0199")

    save(page)
    qtbot.waitUntil(workplace.jobs.idle)
    assert "changed in another window" in message(page)
    assert find(page, QLineEdit, "phone").text() == "555 0199"
    with qtbot.waitSignal(dialog.saved):
        save(page)

    assert get_client(workplace.desk, client.id).details.phone == "555 0199"


def test_closing_asks_before_typed_words_are_lost(qtbot: QtBot, workplace: Workplace, page: ClientsPage) -> None:
    enter(page, given="Wren", family="Fictional", born="14 Mar 1987")
    dialog = find(page, ClientDialog, "client_dialog")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert message(page) == "What you changed is not saved."

    with qtbot.waitSignal(dialog.destroyed):
        find(page, LinkButton, "discard").click()
    assert find_clients(workplace.desk, "") == ()


def test_leaving_saves_a_form_that_is_complete_once(workplace: Workplace, page: ClientsPage) -> None:
    enter(page, given="Wren", family="Fictional", born="14 Mar 1987")

    page.leave()
    page.leave()
    assert workplace.jobs.flush(5)

    assert [client.name for client in find_clients(workplace.desk, "")] == ["Wren Fictional"]


@pytest.mark.parametrize("size", SIZES)
def test_the_form_fits(qtbot: QtBot, workplace: Workplace, size: tuple[int, int]) -> None:
    page = ClientsPage(workplace)
    show(qtbot, workplace, page, size)
    page.new_client()
    save(page)

    expect_fit(qtbot, page)


def test_tab_comes_from_an_added_caution_to_the_fields_below(page: ClientsPage) -> None:
    page.new_client()
    add = find(page, QPushButton, "add_line")
    add.click()
    QTest.keyClicks(page.window().focusWidget(), "Arnica allergy")

    order = tab_order(page, 4)

    assert order == ["How far it reaches", "Remove this line", "add_line", "Phone"]
