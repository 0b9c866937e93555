from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from therapist_desk.domain.client import ClientDetails, age_on, client_problems

TODAY = date(2026, 11, 23)
JUNIPER = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))


def test_names_are_spoken_and_filed() -> None:
    assert JUNIPER.name == "Juniper Sample-Hayes"
    assert JUNIPER.sorted_name == "Sample-Hayes, Juniper"
    assert replace(JUNIPER, family_name="").sorted_name == "Juniper"


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1987, 3, 14), date(2026, 3, 13), 38),
        (date(1987, 3, 14), date(2026, 3, 14), 39),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
    ],
)
def test_age_counts_birthdays(born: date, day: date, years: int) -> None:
    assert age_on(born, day) == years


@pytest.mark.parametrize(
    ("details", "problem"),
    [
        (replace(JUNIPER, given_name=" ", family_name=""), ("given_name", "name_required")),
        (replace(JUNIPER, date_of_birth=date(2026, 11, 24)), ("date_of_birth", "birth_in_future")),
        (replace(JUNIPER, date_of_birth=date(1897, 3, 14)), ("date_of_birth", "birth_too_early")),
        (replace(JUNIPER, email="juniper@home"), ("email", "email_invalid")),
        (replace(JUNIPER, consent_on=date(2027, 1, 1)), ("consent_on", "date_in_future")),
    ],
)
def test_each_problem_names_its_field(details: ClientDetails, problem: tuple[str, str]) -> None:
    assert [(found.field, found.code) for found in client_problems(details, TODAY)] == [problem]


@pytest.mark.parametrize("name", ["Мария", "محمد عبد الله", "राम", "Ελένη", "สมชาย", "שלום"])
def test_one_name_in_any_script_is_enough(name: str) -> None:
    assert client_problems(replace(JUNIPER, given_name=name, family_name=""), TODAY) == ()
