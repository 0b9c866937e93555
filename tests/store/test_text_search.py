"""Reading what a search through visits means, and finding them by it in a real encrypted file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.samples import VISIT
from therapist_desk.domain.ids import VisitId
from therapist_desk.store.store import Store
from therapist_desk.store.text_search import TextSearch, read_text_search

YEAR = ((date(2026, 1, 1), date(2026, 12, 31)),)
NOVEMBER = ((date(2026, 11, 1), date(2026, 11, 30)),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", TextSearch()),
        ("piri", TextSearch(beginning="piri")),
        ("piriformis ", TextSearch(words=("piriformis",))),
        ("Piriformis 2026", TextSearch(words=("piriformis",), spans=YEAR)),
        ("2026 piri", TextSearch(beginning="piri", spans=YEAR)),
        ("Nov. 2026", TextSearch(spans=NOVEMBER)),
        ("november 2026 neck ", TextSearch(words=("neck",), spans=NOVEMBER)),
        ("José neck", TextSearch(words=("jose",), beginning="neck")),
        ('"Jump sign" L5', TextSearch(phrases=(("jump", "sign"),), beginning="l5")),
        ("“jump sign”", TextSearch(phrases=(("jump", "sign"),))),
        ('neck "jump si', TextSearch(words=("neck",), phrases=(("jump",),), beginning="si")),
        ("2026-11-23", TextSearch(spans=((date(2026, 11, 23), date(2026, 11, 23)),))),
        ("11/23/2026", TextSearch(spans=((date(2026, 11, 23), date(2026, 11, 23)),))),
        ("7 of 10", TextSearch(words=("7", "of"), beginning="10")),
        ("octopus 2026", TextSearch(words=("octopus",), spans=YEAR)),
        ('*" OR NEAR(', TextSearch(words=("near",), phrases=(("or",),))),
    ],
)
def test_a_text_means(text: str, meant: TextSearch) -> None:
    assert read_text_search(text) == meant


@given(st.text())
def test_any_text_is_read_into_words_that_are_nothing_but_words(text: str) -> None:
    assert all(word and word.replace("_", "a").isalnum() for word in read_text_search(text).sought)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from('abc*"“()-+^:{} ANDORNOTNEAR0123é')))
def test_no_text_reaches_the_query_as_anything_but_words(store: Store, text: str) -> None:
    with store.reading() as charts:
        charts.words.find(read_text_search(text), 5)


def keep(store: Store, visit_id: str, day: date, words: str) -> None:
    with store.writing() as charts:
        visit = replace(
            VISIT, id=VisitId(visit_id), number=charts.visits.next_number(VISIT.case_id), service_date=day
        )
        charts.visits.add(visit)
        charts.words.put(visit, words)


def found(store: Store, text: str, limit: int = 9) -> list[str]:
    with store.reading() as charts:
        return list(charts.words.find(read_text_search(text), limit))


def test_the_latest_visits_come_first_and_a_year_keeps_the_others_out(store: Store) -> None:
    keep(store, "old", date(2025, 3, 1), "piriformis sore")
    keep(store, "new", date(2026, 3, 1), "piriformis better")
    keep(store, "newest", date(2026, 3, 2), "no piriformis today")

    assert found(store, "piri") == ["newest", "new", "old"]
    assert found(store, "piri", limit=1) == ["newest"]
    assert found(store, "piriformis 2025") == ["old"]
    assert found(store, "piriformis sore") == ["old"]
    assert found(store, "mar 2026") == ["newest", "new"]
    assert found(store, "2026", limit=1) == [VISIT.id]


def test_two_visits_of_one_day_are_both_found(store: Store) -> None:
    keep(store, "morning", date(2026, 3, 1), "neck")
    keep(store, "evening", date(2026, 3, 1), "neck")

    assert set(found(store, "neck")) == {"morning", "evening"}


def test_a_visit_read_again_is_found_by_its_new_words_alone(store: Store) -> None:
    keep(store, "one", date(2026, 3, 1), "neck")
    with store.writing() as charts:
        charts.words.put(charts.visits.get(VisitId("one")), "shoulder")

    assert found(store, "neck") == []
    assert found(store, "shoulder") == ["one"]


def test_words_must_all_stand_and_a_phrase_in_its_order(store: Store) -> None:
    keep(store, "one", date(2026, 3, 1), "jump sign at the right levator scapulae")

    assert found(store, '"jump sign" levator ') == ["one"]
    assert found(store, '"sign jump"') == []
    assert found(store, "jump left ") == []
    assert found(store, "lev ") == []
