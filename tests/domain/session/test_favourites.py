"""Favourites: what was given in past visits decides what is pre-ticked and what is offered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, RELEASE, at
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.session.favourites import CASE_VISITS, THERAPIST_VISITS, Favourites, favourites
from therapist_desk.domain.session.technique import INTAKE, Technique
from therapist_desk.domain.session.timer import Segment

TRIGGER = Technique("trp", "Trigger point therapy", "97140")
CUPPING = Technique("cupping", "Cupping", "97140")


def took(technique: Technique, minutes: float) -> Segment:
    return Segment(
        id=SegmentId(technique.id), technique=technique, start=at(0), stop=at(minutes), seconds=round(minutes * 60)
    )


def names(found: Favourites) -> tuple[list[str], list[str]]:
    return [each.technique.id for each in found.often], [each.technique.id for each in found.sometimes]


def test_what_half_of_the_cases_visits_had_is_often_given_and_the_rest_sometimes() -> None:
    visits = [[took(RELEASE, 20)], [took(RELEASE, 10), took(TRIGGER, 15)], [took(RELEASE, 14)], [took(DEEP, 30)]]

    found = favourites(visits, ())

    assert names(found) == (["mfr"], ["trp", "deep_tissue"])
    assert (found.often[0].given, found.often[0].of, found.often[0].minutes, found.often[0].in_case) == (
        3,
        4,
        14,
        True,
    )


def test_only_the_last_visits_of_the_case_count() -> None:
    lately = [[took(RELEASE, 20)]] * CASE_VISITS

    assert names(favourites([*lately, [took(DEEP, 30)]], ())) == (["mfr"], [])


def test_the_therapists_habits_are_offered_beside_the_case_and_stand_in_where_it_has_no_visit() -> None:
    own = [[took(DEEP, 30)], [took(DEEP, 20), took(CUPPING, 5)], [took(DEEP, 40)]]

    assert names(favourites([[took(RELEASE, 20)]], own)) == (["mfr"], ["deep_tissue", "cupping"])
    assert names(favourites((), own)) == (["deep_tissue"], ["cupping"])
    assert names(favourites((), own[:2])) == ([], [])


def test_talk_and_a_slip_of_the_hand_are_no_habit() -> None:
    assert favourites([[took(INTAKE, 10), took(RELEASE, 0.5)]], ()) == Favourites()


def test_what_is_likely_comes_first_with_its_number_of_today() -> None:
    renumbered = Technique(RELEASE.id, RELEASE.name, "97124")
    found = favourites([[took(RELEASE, 20)]], ())

    assert found.first((INTAKE, DEEP, renumbered, CUPPING)) == (INTAKE, renumbered, DEEP, CUPPING)


segments = st.builds(took, st.sampled_from((DEEP, RELEASE, TRIGGER, CUPPING, INTAKE)), st.integers(0, 40))
visits = st.lists(st.lists(segments, max_size=4), max_size=25)


@given(visits, visits)
def test_nothing_is_both_or_was_never_given(case: list[list[Segment]], own: list[list[Segment]]) -> None:
    found = favourites(case, own)

    often, sometimes = names(found)
    assert len({*often, *sometimes}) == len(often) + len(sometimes)
    given_once = {each.technique.id for visit in (*case, *own) for each in visit}
    assert {*often, *sometimes} <= given_once - {INTAKE.id}
    for each in (*found.often, *found.sometimes):
        assert 1 <= each.given <= each.of <= (CASE_VISITS if each.in_case else THERAPIST_VISITS)
        assert each.minutes >= 1
    assert all(each.given * 2 >= each.of for each in found.often)


@given(visits)
def test_one_more_visit_with_a_technique_never_unticks_it(case: list[list[Segment]]) -> None:
    often, _ = names(favourites(case, ()))
    again = favourites([[took(CUPPING, 10)], *case], ())

    if CUPPING.id in often:
        assert CUPPING.id in names(again)[0]
    assert CUPPING.id in {*names(again)[0], *names(again)[1]}
