from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.icd10.release import Release
from therapist_desk.domain.icd10.search import CodeIndex, FoundCode, Term, Wordings
from therapist_desk.domain.icd10.table import CodeTable, HeadingCodeError, IcdCode, UnknownCodeError

TITLES = {
    "M35.00": "Sjögren syndrome, unspecified",
    "M54.2": "Cervicalgia",
    "M54.31": "Sciatica, right side",
    "M54.32": "Sciatica, left side",
    "M54.42": "Lumbago with sciatica, left side",
    "M77.01": "Medial epicondylitis, right elbow",
    "M77.02": "Medial epicondylitis, left elbow",
    "R52": "Pain, unspecified",
}
TABLE = CodeTable("".join(f"{code}\t{title}\n" for code, title in TITLES.items()), Release.of(2026, 4))
WORDINGS = Wordings(
    spellings={"sciatika": "sciatica", "l": "left", "np": "neck pain"},
    alike={"lower": "lumbago"},
    filling=frozenset({"of", "the"}),
    qualifying=frozenset({"chronic"}),
    vague=frozenset({"trouble"}),
)
INDEX = CodeIndex(
    TABLE, [Term("M77.0", "Golfer's elbow"), Term("M54.2", "neck pain")], ["M54.42", "M54.32"], WORDINGS
)


def _codes(text: str, limit: int = 20) -> list[str]:
    return [found.code for found in INDEX.find(text, limit)]


@pytest.mark.parametrize("code", TITLES)
def test_every_code_is_found_with_its_title(code: str) -> None:
    assert TABLE.find(code) == IcdCode(code, TITLES[code])


def test_a_heading_gives_the_codes_below_it() -> None:
    with pytest.raises(HeadingCodeError) as heading:
        TABLE.find("M54.3")

    assert [each.code for each in heading.value.choices] == ["M54.31", "M54.32"]
    assert "M54.31, M54.32" in str(heading.value)


@pytest.mark.parametrize("code", ["A00", "M54.9", "M54.20", "Z99"])
def test_what_the_release_lacks_is_unknown(code: str) -> None:
    with pytest.raises(UnknownCodeError, match="April 2026 release"):
        TABLE.find(code)


@pytest.mark.parametrize(
    "text", ["sciatica left", "left sciatica", "LEFT scia", "sciatika left", "  left,  SCIATICA "]
)
def test_words_are_found_in_any_order_by_their_beginnings(text: str) -> None:
    assert set(_codes(text)) == {"M54.32", "M54.42"}


def test_a_title_that_begins_with_the_text_comes_first_and_then_the_usual_ones() -> None:
    assert _codes("sciatica") == ["M54.32", "M54.31", "M54.42"]
    assert _codes("left") == ["M54.42", "M54.32", "M77.02"]


def test_a_common_name_is_said_where_the_title_lacks_the_words() -> None:
    assert INDEX.find("golfers elbow left", 20) == (
        FoundCode("M77.02", "Medial epicondylitis, left elbow", "Golfer's elbow"),
    )
    assert INDEX.find("epicondylitis left", 20)[0].called == ""


@pytest.mark.parametrize(
    "text",
    ["scaitica left", "sciatca l", "siatica of the left", "sciattica left trouble", "chronic sciatica left trouble"],
)
def test_a_misspelt_word_is_put_right_and_an_empty_one_passed_over(text: str) -> None:
    assert _codes(text) == ["M54.42", "M54.32"] or _codes(text) == ["M54.32", "M54.42"]


def test_an_abbreviation_stands_for_its_words_and_another_word_for_the_same() -> None:
    assert _codes("NP") == _codes("neck pain") == ["M54.2"]
    assert _codes("lower sciatica") == ["M54.42"]


def test_a_word_that_is_found_is_not_taken_for_another() -> None:
    assert _codes("lateral sciatica") == []


def test_accents_need_not_be_typed() -> None:
    assert _codes("sjogren") == _codes("Sjögren") == ["M35.00"]


def test_the_beginning_of_a_code_finds_the_codes_in_order() -> None:
    assert _codes("m543") == ["M54.31", "M54.32"]
    assert _codes("M77.0") == ["M77.01", "M77.02"]
    assert _codes("m", 3) == ["M35.00", "M54.2", "M54.31"]


@pytest.mark.parametrize("text", ["", "   ", "zebra", "sciatica zebra", "'", "-"])
def test_nothing_is_found_for_what_is_not_there(text: str) -> None:
    assert _codes(text) == []


@given(st.text(), st.integers(1, 5))
def test_any_text_gives_at_most_the_limit_and_no_code_twice(text: str, limit: int) -> None:
    found = _codes(text, limit)

    assert len(found) == len(set(found)) <= limit


@given(st.sampled_from(sorted(TITLES)), st.data())
def test_any_words_of_a_title_find_its_code(code: str, data: st.DataObject) -> None:
    words = data.draw(st.permutations(TITLES[code].replace(",", "").split()))

    assert code in _codes(" ".join(words))
