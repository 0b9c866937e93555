from __future__ import annotations

import pytest

from therapist_desk.domain.icd10.exclusions import CodeRange, Conflict, ExclusionNote, Exclusions


def _note(place: str, excluded: str, words: str = "said") -> ExclusionNote:
    return ExclusionNote(CodeRange.read(place), tuple(map(CodeRange.read, excluded.split())), words)


@pytest.mark.parametrize(
    ("codes", "code", "inside"),
    [
        ("M50", "M50121", True),
        ("M50", "M51", False),
        ("M50-M51", "M5116", True),
        ("M50-M51", "M52", False),
        ("R071-R079", "R0789", True),
        ("R071-R079", "R070", False),
        ("C00-D49", "C4A1", True),
    ],
)
def test_a_range_takes_in_all_codes_below_its_ends(codes: str, code: str, *, inside: bool) -> None:
    assert (code in CodeRange.read(codes)) is inside


def test_a_note_at_a_heading_binds_every_code_below_it() -> None:
    exclusions = Exclusions([_note("M543", "M544", "sciatica with lumbago")])

    assert exclusions.conflicts(["M54.31", "M54.42"]) == (Conflict("M54.31", "M54.42", "sciatica with lumbago"),)


def test_a_note_holds_whichever_code_comes_first() -> None:
    exclusions = Exclusions([_note("M791", "M797")])

    assert exclusions.conflicts(["M79.7", "M79.18"]) == (Conflict("M79.18", "M79.7", "said"),)


def test_a_note_of_a_chapter_binds_its_codes() -> None:
    exclusions = Exclusions([_note("G50-G59", "M792")])

    assert exclusions.conflicts(["M79.2", "G56.01"]) == (Conflict("G56.01", "M79.2", "said"),)


def test_a_note_says_nothing_of_codes_of_its_own_place() -> None:
    assert Exclusions([_note("M54", "M54 M60")]).conflicts(["M54.2", "M54.6"]) == ()


def test_each_pair_is_named_once_and_a_repeated_code_is_no_pair() -> None:
    exclusions = Exclusions([_note("M545", "M544"), _note("M544", "M545")])

    assert len(exclusions.conflicts(["M54.50", "M54.41", "M54.50"])) == 1
