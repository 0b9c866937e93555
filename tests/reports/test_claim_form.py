"""The CMS-1500 read back: each value in its place on the grid, none cut, and what is left for a hand named."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from pypdf import PdfReader

from reports.bills import bill, record
from reports.pdfs import flat, fonts, overlaps, words
from therapist_desk.domain.bill import Bill
from therapist_desk.domain.case import Diagnosis
from therapist_desk.domain.claim_form import Entry, FormFullError, entries
from therapist_desk.reports.claim_form import COLUMN, LEFT, LINE, TOP, claim_print, claim_values
from therapist_desk.reports.page import Paper


def value_of(box: str, made: Bill) -> list[str]:
    return [entry.value for entry in entries(made) if entry.box == box]


def places(pdf: bytes) -> dict[tuple[int, int], str]:
    """The text of the sheet as pypdf finds it, by line and column."""
    found: dict[tuple[int, int], str] = {}

    def take(text: str, _user: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            column = (matrix[4] - LEFT) / COLUMN + 1
            line = (792 - TOP - matrix[5]) / LINE
            assert abs(column - round(column)) < 0.01
            assert abs(line - round(line)) < 0.01
            found[round(line), round(column)] = text.rstrip("\n")

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=take)
    return found


def test_each_value_stands_in_the_line_and_column_of_its_box() -> None:
    made = bill()

    found = places(claim_print(made))

    assert found == {(entry.line, entry.column): entry.value for entry in entries(made) if entry.fits}


def test_letters_stand_ten_to_the_inch() -> None:
    (letters,) = words(claim_print(bill()))
    single = [word for word in letters if len(word.text) == 1]

    assert len(single) > 100
    for letter in single:
        middle = ((letter.left + letter.right) / 2 - LEFT) / COLUMN
        assert abs(middle % 1 - 0.35) < 0.15, letter  # half of a letter's own width, which is 5 of 7.2 points


def test_it_can_be_moved_by_points() -> None:
    still, moved = (words(claim_print(bill(), right=right, down=right / 2))[0] for right in (0.0, 9.0))

    assert [round(b.left - a.left, 1) for a, b in zip(still, moved, strict=True)] == [9.0] * len(still)
    assert [round(a.bottom - b.bottom, 1) for a, b in zip(still, moved, strict=True)] == [4.5] * len(still)


def test_values_are_those_of_the_bill() -> None:
    made = bill()

    assert value_of("24F", made) == ["   34 00", "   76 00"]
    assert value_of("28", made) == ["  110 00"]
    assert value_of("21", made) == ["0", "S161XXD", "G44209", "M542"]
    assert value_of("24E", made) == ["ABC", "ABC"]
    assert value_of("3", made) == ["03", "14", "1987"]
    assert value_of("17b", made) == ["1999999984"]


def test_boxes_never_run_into_each_other() -> None:
    many = tuple(Diagnosis(code=f"M54.{i}", title="a title") for i in range(12))
    made = bill(replace(record(), case=replace(record().case, diagnoses=many)))
    by_line: dict[int, list[Entry]] = {}
    for entry in entries(made):
        by_line.setdefault(entry.line, []).append(entry)

    for line in by_line.values():
        for left, right in pairwise(line):
            assert left.column + left.width <= right.column, (left, right)
        assert line[-1].column + line[-1].width <= 81


def test_what_is_longer_than_its_box_is_not_cut_but_left_for_a_hand_and_said() -> None:
    base = record()
    practice = replace(base.practice, name="Solberg and Daughters Medical Massage of Bellingham")
    made = bill(replace(base, practice=practice))

    assert "BELLINGHAM WA" in flat(claim_print(made))
    assert "SOLBERG AND" not in flat(claim_print(made))
    said = flat(claim_values(made, Paper.LETTER))
    assert "SOLBERG AND DAUGHTERS MEDICAL MASSAGE OF BELLINGHAM (26)" in said


def test_more_than_one_form_takes_is_refused_with_a_sentence() -> None:
    many = tuple(Diagnosis(code=f"M54.{i}", title="a title") for i in range(13))

    with pytest.raises(FormFullError, match="12 diagnoses"):
        entries(bill(replace(record(), case=replace(record().case, diagnoses=many))))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_page_of_values_says_all_of_them_and_what_is_left_to_write(paper: Paper) -> None:
    pdf = claim_values(bill(), paper)

    said = flat(pdf)
    for entry in entries(bill()):
        assert " ".join(entry.shown.split()) in said
    assert "To write by hand" in said
    assert "whether assignment is accepted" in said
    assert not [pair for page in words(pdf) for pair in overlaps(page)]
    assert all(fonts(pdf).values())
