from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desk.app.paths import resources_dir
from therapist_desk.services.desk import Desk
from therapist_desk.services.resources import ResourceDamagedError
from therapist_desk.services.spelling import (
    Speller,
    add_known_word,
    drop_known_word,
    known_words,
    load_speller,
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return load_speller(resources_dir())


@pytest.mark.parametrize(
    "word",
    ["Headache", "trapezius", "infraspinatus", "suboccipital", "Spurling's", "hypertonic", "doesn’t", "myofascial"],
)
def test_english_and_the_words_of_the_field_are_right(speller: Speller, word: str) -> None:
    assert speller.right(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hedache", "headache"), ("Trapezus", "Trapezius"), ("stiffnes", "stiffness"), ("recieved", "received")],
)
def test_a_slip_is_found_and_what_was_meant_comes_first(speller: Speller, typed: str, meant: str) -> None:
    assert not speller.right(typed)
    assert meant in speller.suggest(typed)[:3]


def test_a_worse_slip_is_looked_for_further(speller: Speller) -> None:
    assert "infraspinatus" in speller.suggest("infrasspinattus")


def test_a_word_added_stays_until_it_is_removed(desk: Desk) -> None:
    assert add_known_word(desk, "Próbna’s") == "próbna"

    assert known_words(desk) == {"próbna"}
    drop_known_word(desk, "próbna")
    assert known_words(desk) == frozenset()


def test_a_damaged_installation_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceDamagedError):
        load_speller(tmp_path)
    (tmp_path / "spelling").mkdir()
    (tmp_path / "spelling" / "medical.txt").write_text("trapezius\n", encoding="utf-8")
    with pytest.raises(ResourceDamagedError):
        load_speller(tmp_path)
