"""Reading what a search through visits means, and finding them by it in a real encrypted file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.samples import CASE, CLIENT, VISIT
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
        charts.words.put(visit, words, [words])


def found(store: Store, text: str, limit: int = 9) -> list[str]:
    with store.reading() as charts:
        return [visit.id for visit in charts.words.find(read_text_search(text), limit)]


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
        charts.words.put(charts.visits.get(VisitId("one")), "shoulder", ["Shoulder"])

    assert found(store, "neck") == []
    assert found(store, "shoulder") == ["one"]


def test_words_must_all_stand_and_a_phrase_in_its_order(store: Store) -> None:
    keep(store, "one", date(2026, 3, 1), "jump sign at the right levator scapulae")

    assert found(store, '"jump sign" levator ') == ["one"]
    assert found(store, '"sign jump"') == []
    assert found(store, "jump left ") == []
    assert found(store, "lev ") == []


def test_what_is_found_tells_what_a_list_shows(store: Store) -> None:
    keep(store, "one", date(2026, 3, 1), "jump sign")

    with store.reading() as charts:
        (visit,) = charts.words.find(read_text_search("jump"), 9)

    assert (visit.client_name, visit.case_title) == (CLIENT.name, CASE.title)
    assert (visit.service_date, visit.status, visit.lines) == (date(2026, 3, 1), VISIT.status, ("jump sign",))


def test_the_beginning_of_a_long_word_finds_every_word_that_begins_so(store: Store) -> None:
    keep(store, "one", date(2026, 3, 1), "headache")
    keep(store, "two", date(2026, 3, 2), "headaches, worse at night")
    keep(store, "three", date(2026, 3, 3), "no head_ache")

    assert found(store, "heada") == ["two", "one"]
    assert found(store, "headache") == ["two", "one"]
    assert found(store, "headache ") == ["one"]
    assert found(store, "headaches worse") == ["two"]
    assert found(store, "head_a") == ["three"]
    assert found(store, "headed") == []


def test_a_beginning_that_hundreds_of_words_share_finds_them_all(store: Store) -> None:
    for place in range(3):
        begun = " ".join(f"trap{place}{number}x" for number in range(100))
        keep(store, f"visit{place}", date(2026, 3, 1 + place), begun)

    assert found(store, "trap") == ["visit2", "visit1", "visit0"]
    assert found(store, "trap1") == ["visit1"]


WORDS = ("neck", "necks", "necklace", "ne", "n", "hip", "hips", "sore", "soreness", "боль", "боли", "7", "l5")
DAYS = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 23))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    notes=st.lists(st.tuples(st.sampled_from(DAYS), st.lists(st.sampled_from(WORDS), min_size=1)), max_size=6),
    sought=st.lists(
        st.one_of(
            st.sampled_from(WORDS),
            st.sampled_from(WORDS).map(lambda word: word[:4]),
            st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(lambda pair: f'"{pair[0]} {pair[1]}"'),
            st.sampled_from(("2026", "2025", "nov 2026")),
        ),
        min_size=1,
        max_size=4,
    ),
    end=st.sampled_from(("", " ")),
)
def test_a_search_finds_exactly_what_reading_every_note_finds(
    store: Store, notes: list[tuple[date, list[str]]], sought: list[str], end: str
) -> None:
    text = " ".join(sought) + end
    told = {f"note{place}": (day, words) for place, (day, words) in enumerate(notes)}
    with store.writing() as charts:
        for place in range(6):
            charts.words.forget(VisitId(f"note{place}"))
            if charts.visits.find(VisitId(f"note{place}")) is not None:
                charts.visits.remove(VisitId(f"note{place}"))
    for visit_id, (day, words) in told.items():
        keep(store, visit_id, day, " ".join(words))

    search = read_text_search(text)
    names = found(store, text, 99)
    days = [told[name][0] for name in names if name in told]

    assert {name for name in names if name in told} == {
        name for name, (day, words) in told.items() if _holds(search, day, words)
    }
    assert days == sorted(days, reverse=True)


def _holds(search: TextSearch, day: date, words: list[str]) -> bool:
    pairs = set(pairwise(words))
    return (
        all(word in words for word in search.words)
        and all((phrase in pairs) if len(phrase) > 1 else phrase[0] in words for phrase in search.phrases)
        and any(word.startswith(search.beginning) for word in words)
        and (search.spans is None or any(first <= day <= last for first, last in search.spans))
    )
