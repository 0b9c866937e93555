from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.errors import ChangedElsewhereError, InvalidError
from therapist_desk.services import clients
from therapist_desk.services.desk import Desk


def named(given: str, family: str, born: date = date(1980, 1, 2)) -> ClientDetails:
    return ClientDetails(given_name=given, family_name=family, date_of_birth=born)


def test_record_numbers_count_up(desk: Desk) -> None:
    first = clients.add_client(desk, named("Ana", "Prueba"))
    second = clients.add_client(desk, named("Bo", "Prøve"))

    assert (first.record_number, second.record_number) == ("TD-000001", "TD-000002")


@pytest.mark.parametrize(
    ("given", "family", "typed"),
    [
        ("Łukasz", "Żółć", "zolc luk"),
        ("Thị Hoa", "Nguyễn", "nguyen hoa"),
        ("Мария", "Примерова", "мария"),
        ("Ελένη", "Δοκιμή", "ελενη"),
        ("محمد", "عبد الله", "محمد"),
        ("राम", "", "राम"),
        ("สมชาย", "", "สมชาย"),
        ("Juniper", "Sample-Hayes", "hayes juniper"),
        ("Juniper", "Sample-Hayes", "1980-01-02"),
        ("Juniper", "Sample-Hayes", "td-000001"),
    ],
)
def test_a_client_is_found_by_what_a_therapist_would_type(desk: Desk, given: str, family: str, typed: str) -> None:
    wanted = clients.add_client(desk, named(given, family))
    clients.add_client(desk, named("Somebody", "Else", date(1999, 9, 9)))

    assert clients.find_clients(desk, typed) == (wanted,)


@pytest.mark.parametrize("typed", ['"', "*", "' OR 1=1 --", "NEAR(", "%", "_", "a AND", "\x00"])
def test_no_typing_breaks_the_search(desk: Desk, juniper: Client, typed: str) -> None:
    assert juniper not in clients.find_clients(desk, typed + "zzz")


def test_a_refused_client_names_the_field_and_keeps_nothing(desk: Desk) -> None:
    with pytest.raises(InvalidError) as caught:
        clients.add_client(desk, named("Ana", "Prueba", date(2030, 1, 1)))

    assert [(problem.field, problem.code) for problem in caught.value.problems] == [
        ("date_of_birth", "birth_in_future")
    ]
    assert clients.find_clients(desk, "") == ()


def test_a_change_made_on_an_older_state_is_refused(desk: Desk, juniper: Client) -> None:
    clients.edit_client(desk, juniper, replace(juniper.details, phone="555-0117"))

    with pytest.raises(ChangedElsewhereError):
        clients.edit_client(desk, juniper, replace(juniper.details, phone="555-0000"))
    assert clients.get_client(desk, juniper.id).details.phone == "555-0117"


def test_an_archived_client_leaves_the_lists_and_comes_back(desk: Desk, juniper: Client) -> None:
    archived = clients.archive_client(desk, juniper)

    assert clients.find_clients(desk, "juniper") == ()
    assert clients.find_clients(desk, "juniper", archived=True) == (archived,)
    clients.restore_client(desk, archived)
    assert len(clients.find_clients(desk, "juniper")) == 1


def test_somebody_already_there_is_noticed(desk: Desk, juniper: Client) -> None:
    assert clients.same_person(desk, named("June", "Hayes", date(1987, 3, 14))) == (juniper,)
    assert clients.same_person(desk, named("June", "Other", date(1987, 3, 14))) == ()
