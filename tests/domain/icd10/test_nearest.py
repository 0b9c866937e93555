from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.icd10.nearest import nearest_words

KNOWN = sorted(
    ["carpal", "carpus", "fasciitis", "fascial", "fibromyalgia", "shoulder", "sciatica", "strain", "sprain"]
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("carpel", ("carpal",)),
        ("carple", ("carpal", "carpus")),
        ("fascitis", ("fasciitis",)),
        ("faciitis", ("fasciitis",)),
        ("fibermyalgia", ("fibromyalgia",)),
        ("sholder", ("shoulder",)),
        ("shuolder", ("shoulder",)),
        ("siatica", ("sciatica",)),
        ("strian", ("strain",)),
        ("scrain", ("sprain", "strain")),
    ],
)
def test_the_words_with_the_fewest_slips_are_meant(typed: str, meant: tuple[str, ...]) -> None:
    assert nearest_words(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["zebra", "neck", "carp", "elbow", "shoulderblade", "fibrosis", "xcarpal"])
def test_what_is_too_far_off_or_too_short_is_nobodys(typed: str) -> None:
    assert nearest_words(typed, KNOWN) == ()


@given(st.sampled_from([word for word in KNOWN if len(word) > 6]), st.data())
def test_one_slip_behind_the_first_letter_is_always_found(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from(_LETTERS))
    slip = data.draw(st.sampled_from(["missing", "too much", "wrong", "changed"]))
    typed = {
        "missing": word[:place] + word[place + 1 :],
        "too much": word[:place] + letter + word[place:],
        "wrong": word[:place] + letter + word[place + 1 :],
        "changed": word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
    }[slip]

    assert word in nearest_words(typed, KNOWN)
