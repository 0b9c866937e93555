from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.health.builders import consent
from therapist_desk.domain.health.consent import (
    ConsentStanding,
    Scope,
    consent_problems,
    consent_state,
    withdrawal_problems,
    year_after,
)
from therapist_desk.domain.health.signature import Signature

SIGNED = date(2026, 1, 10)
ADULT, CHILD = date(1987, 3, 14), date(2012, 3, 14)
TODAY = date(2026, 11, 23)
days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 1, 9), ConsentStanding.NONE),
        (SIGNED, ConsentStanding.SIGNED),
        (date(2026, 12, 10), ConsentStanding.SIGNED),
        (date(2026, 12, 11), ConsentStanding.EXPIRES_SOON),
        (date(2027, 1, 9), ConsentStanding.EXPIRES_SOON),
        (date(2027, 1, 10), ConsentStanding.EXPIRED),
    ],
)
def test_consent_holds_for_a_year_and_says_so_before_it_ends(day: date, standing: ConsentStanding) -> None:
    assert consent_state((consent(SIGNED),), None, day).standing is standing


@given(days)
def test_every_consent_ends_a_year_later(signed: date) -> None:
    assert timedelta(days=365) <= year_after(signed) - signed <= timedelta(days=366)


def test_what_is_withdrawn_held_until_that_day() -> None:
    withdrawn = consent(SIGNED, withdrawn_on=date(2026, 5, 1), withdrawal_reason="moved")

    assert consent_state((withdrawn,), None, date(2026, 4, 30)).standing is ConsentStanding.SIGNED
    after = consent_state((withdrawn,), None, date(2026, 5, 1))
    assert (after.standing, after.scopes) == (ConsentStanding.WITHDRAWN, ())


@given(st.lists(days, min_size=1, max_size=5), days)
def test_the_one_signed_last_counts_in_any_order(signed: list[date], day: date) -> None:
    consents = [consent(each) for each in signed]
    state = consent_state(consents, None, day)

    assert state == consent_state(consents[::-1], None, day)
    assert state.signed_on == max((each for each in signed if each <= day), default=None)


def test_a_date_from_before_counts_for_treatment_until_something_newer_is_signed() -> None:
    paper = date(2026, 6, 1)

    assert consent_state((), paper, TODAY).scopes == (Scope.TREATMENT,)
    assert consent_state((consent(SIGNED, scopes=tuple(Scope)),), paper, TODAY).scopes == (Scope.TREATMENT,)
    newer = consent(date(2026, 7, 1), scopes=(Scope.TREATMENT, Scope.GLUTEAL))
    assert Scope.GLUTEAL in consent_state((newer,), paper, TODAY).scopes
    assert consent_state((), None, TODAY).standing is ConsentStanding.NONE


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"signed_on": date(2027, 1, 1)}, "signed_on", "date_in_future"),
        ({"signed_on": date(1986, 1, 1)}, "signed_on", "before_birth"),
        ({"scopes": (Scope.PHOTOS,)}, "scopes", "treatment_not_agreed"),
        ({"signer": "  "}, "signer", "required"),
        ({"signature": Signature()}, "signature", "signature_empty"),
    ],
)
def test_a_consent_that_cannot_be_is_refused(change: dict[str, object], field: str, code: str) -> None:
    found = consent_problems(replace(consent(SIGNED), **change), ADULT, TODAY)  # type: ignore[arg-type]

    assert (field, code) in {(problem.field, problem.code) for problem in found}


def test_a_signature_on_paper_needs_none_here() -> None:
    assert consent_problems(consent(SIGNED, signature=Signature(), on_paper=True), ADULT, TODAY) == ()


def test_somebody_signs_for_a_minor() -> None:
    assert [problem.field for problem in consent_problems(consent(SIGNED), CHILD, TODAY)] == ["relation"]
    assert consent_problems(consent(SIGNED, relation="mother"), CHILD, TODAY) == ()


def test_nothing_is_withdrawn_before_it_was_signed() -> None:
    problems = withdrawal_problems(consent(SIGNED), date(2026, 1, 1), " ", TODAY)

    assert [problem.code for problem in problems] == ["before_consent", "required"]
    assert withdrawal_problems(consent(SIGNED), date(2027, 1, 1), "moved", TODAY)[0].code == "date_in_future"
