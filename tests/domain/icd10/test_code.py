from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.icd10.code import (
    MalformedCodeError,
    code_beginning,
    dotted,
    meant_beginnings,
    normalise_code,
    plain,
)

CODES = st.from_regex(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("M54.2", "M54.2"),
        ("m542", "M54.2"),
        (" m54.5- ", "M54.5"),
        ("S134XXD", "S13.4XXD"),
        ("r52", "R52"),
        ("M54.-", "M54"),
        ("qa00101", "QA0.0101"),
        ("M54 . 2", "M54.2"),
    ],
)
def test_a_code_is_written_as_the_tables_do(typed: str, code: str) -> None:
    assert normalise_code(typed) == code


@pytest.mark.parametrize("text", ["", "M5", "54.2", "neck", "hello", "M54.23456", "Ｍ54.2", "M5٤.2", "Mß4.2"])
def test_anything_else_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(MalformedCodeError) as refused:
        normalise_code(text)

    assert text in str(refused.value)


@given(CODES)
def test_a_code_survives_any_way_of_typing_it(code: str) -> None:
    assert normalise_code(plain(code).lower()) == normalise_code(normalise_code(code)) == code


@given(st.text(alphabet=string.printable))
def test_no_text_breaks_the_reading_of_codes(text: str) -> None:
    code_beginning(text)
    try:
        code = normalise_code(text)
    except MalformedCodeError:
        return
    assert dotted(plain(code)) == code


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [("m", "M"), ("m5", "M5"), ("m54.", "M54"), ("s134x", "S13.4X"), ("M54.5", "M54.5"), ("qa0", "QA0")],
)
def test_the_beginning_of_a_code_is_known_as_one(typed: str, beginning: str) -> None:
    assert code_beginning(typed) == beginning


@pytest.mark.parametrize("typed", ["", "neck", "tmj", "m54 5", "c4-c5 level", "low back", "na"])
def test_words_are_not_taken_for_codes(typed: str) -> None:
    assert code_beginning(typed) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("MS4.2", ("M54.2",)),
        ("S13.4D", ("S13.4XXD",)),
        ("S13.4XD", ("S13.4XXD",)),
        ("neck", ()),
        ("si", ()),
        ("tmj 2", ()),
        ("M54 S0", ()),
        ("", ()),
    ],
)
def test_what_a_misread_code_may_stand_for(text: str, meant: tuple[str, ...]) -> None:
    assert set(meant) <= set(meant_beginnings(text))
    assert bool(meant) == bool(meant_beginnings(text))


@given(st.text())
def test_any_text_stands_for_codes_or_for_none(text: str) -> None:
    assert all(code_beginning(each) == each for each in meant_beginnings(text))
