from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.names import fold, fold_words, initials


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("lukasz zolc", "Łukasz Żółć"),
        ("NGUYEN THI HOA", "Nguyễn Thị Hoa"),
        ("strasse", "Straße"),
        ("soren", "Søren"),
        ("ελενη", "Ελένη"),
        ("МАРИЯ", "Мария"),
    ],
)
def test_case_and_accents_make_no_difference(typed: str, kept: str) -> None:
    assert fold(typed) == fold(kept)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_name_folds_into_its_words() -> None:
    assert fold_words("Sample-Hayes, Juniper") == ("sample", "hayes", "juniper")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Juniper Sample-Hayes", "JS"), ("Ana María de la Cruz", "AC"), ("राम", "र"), ("Cher", "C"), ("", "")],
)
def test_initials_are_the_first_and_last_word_s(name: str, letters: str) -> None:
    assert initials(name) == letters
