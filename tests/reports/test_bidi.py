"""Reading order: rules of UAX #9 by example, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.reports.typography.bidi import FSI, PDI, base_level, has_rightward, isolate, levels, visual_order

MIXED = st.text(st.sampled_from("ab שלם مح 12.,-+%()[]\u2067\u2068\u2069\u202b\u202c\u0301"), max_size=30)


def seen(text: str, base: int | None = None) -> str:
    found = levels(text, base_level(text) if base is None else base)
    return "".join(text[at] for at in visual_order(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, 12 of them", "plain words, 12 of them"),
        ("שלום", "םולש"),
        ("abc שלום def", "abc םולש def"),
        ("שלום abc", "abc םולש"),
        ("שלום 12-34", "12-34 םולש"),
        ("محمد 12,5", "12,5 دمحم"),
        ("abc (שלום) def", "abc (םולש) def"),
        ("שלום (abc)", ")abc( םולש"),
        ("שלום 50%", "50% םולש"),
    ],
)
def test_words_stand_in_the_order_they_are_read(text: str, expected: str) -> None:
    assert seen(text) == expected


def test_a_name_in_a_sentence_does_not_pull_the_number_after_it() -> None:
    assert seen("Mr שלום, 12 visits", 0) == "Mr 12 ,םולש visits"
    isolated = f"Mr {isolate('שלום')}, 12 visits"
    assert seen(isolated, 0).replace(FSI, "").replace(PDI, "") == "Mr םולש, 12 visits"


def test_words_without_right_to_left_letters_are_left_alone() -> None:
    assert isolate("Łukasz Żółć") == "Łukasz Żółć"
    assert not has_rightward("Ελένη 12")


def test_the_first_strong_letter_outside_isolates_sets_the_direction() -> None:
    assert base_level("12 שלום abc") == 1
    assert base_level(f"{FSI}שלום{PDI} abc") == 0
    assert base_level("12, 13") == 0


def test_deep_embedding_is_survived() -> None:
    text = "\u202b" * 200 + "a" + "\u202c" * 200 + "ש"
    assert len(levels(text, 0)) == len(text)


@given(MIXED)
def test_every_character_keeps_exactly_one_place(text: str) -> None:
    found = levels(text, base_level(text))
    assert sorted(visual_order(found)) == list(range(len(text)))


@given(MIXED, st.sampled_from([0, 1]))
def test_no_level_is_below_the_paragraphs(text: str, base: int) -> None:
    assert all(level >= base for level in levels(text, base))


@given(st.text(st.sampled_from("abc 12.,()-"), max_size=30))
def test_left_to_right_text_stays_as_it_is(text: str) -> None:
    assert seen(text, 0) == text


@given(st.text(st.sampled_from("שלוםא"), max_size=30))
def test_right_to_left_letters_are_turned_round(text: str) -> None:
    assert seen(text) == text[::-1]


@given(MIXED)
def test_an_isolated_value_leaves_its_neighbours_where_they_were(text: str) -> None:
    out = seen(f"A {isolate(text)} B 12", 0)
    assert out.startswith("A ")
    assert out.endswith(" B 12")
