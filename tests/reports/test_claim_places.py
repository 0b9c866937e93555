"""Line and column of every room of the CMS-1500, held against the form itself."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from reports.bills import bill
from reports.form_boxes import BOXES, Box, diagnosis_box, service_box
from therapist_desk.domain.claims.grid import GRID, MOST_DIAGNOSES, MOST_SERVICES, Place, all_places, diagnosis_place
from therapist_desk.domain.claims.grid import service_place as placed
from therapist_desk.reports.claim_form import COLUMN, LEFT, LINE, TOP, claim_print

PARTS = sorted({key.split(maxsplit=2)[2] for key in all_places() if key.startswith("24 ")})
TICKED = [key for key, place in sorted(GRID.items()) if place.width == 1 and key != "21 indicator"]
_OVER = 3.6
"""Half a column: as much as a room may reach over its box, which no letter does."""


def lies_in(place: Place, box: Box) -> None:
    left, right, top, bottom = box
    begin, base = LEFT + (place.column - 1) * COLUMN, TOP + place.line * LINE
    assert left - _OVER <= begin, (place, box)
    assert begin + place.width * COLUMN <= right + _OVER, (place, box)
    assert top + 4 <= base <= bottom + 1, (place, box, base)


def test_every_room_but_those_of_services_and_diagnoses_has_its_box_measured() -> None:
    assert set(BOXES) == set(GRID)


@pytest.mark.parametrize("key", sorted(GRID))
def test_what_stands_on_the_form_once_lies_in_its_box(key: str) -> None:
    lies_in(GRID[key], BOXES[key])


@pytest.mark.parametrize("at", range(MOST_SERVICES))
@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_a_service_lies_in_its_box(part: str, at: int) -> None:
    lies_in(placed(part, at), service_box(part, at))


@pytest.mark.parametrize("at", range(MOST_DIAGNOSES))
def test_each_diagnosis_lies_in_its_box(at: int) -> None:
    lies_in(diagnosis_place(at), diagnosis_box(at))


@pytest.mark.parametrize("key", TICKED)
def test_a_cross_stands_in_the_middle_of_its_box(key: str) -> None:
    left, right, top, bottom = BOXES[key]
    place = GRID[key]
    across = LEFT + (place.column - 0.5) * COLUMN - (left + right) / 2
    height = TOP + place.line * LINE - 3.5 - (top + bottom) / 2  # a capital is seven points high

    assert abs(across) < 2
    assert abs(height) < 2


def test_cents_stand_right_of_the_line_between_dollars_and_cents() -> None:
    # measured: 416.6 in box 24F, 432.0 in 28, 504.0 in 29
    for place, line in ((placed("24F", 0), 416.6), (GRID["28"], 432.0), (GRID["29"], 504.0)):
        cents = LEFT + (place.column - 1 + place.width - 2) * COLUMN
        assert line - 0.3 <= cents < line + COLUMN


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        # as OpenEMR puts them, src/Billing/Hcfa1500.php
        ("WHITLOCK, DANA M.", 10, 1),
        ("SOLBERG MEDICAL MASSAGE", 58, 23),
        ("S161XXD", 38, 3),
        ("97124", 44, 25),
        ("97140", 46, 25),
    ],
)
def test_printed_text_stands_on_its_line_and_column(text: str, line: int, column: int) -> None:
    found: dict[str, tuple[float, float]] = {}

    def take(said: str, _user: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if said.strip():
            found.setdefault(said.strip(), (matrix[4], matrix[5]))

    PdfReader(io.BytesIO(claim_print(bill()))).pages[0].extract_text(visitor_text=take)

    x, y = found[text]
    assert (round((792 - TOP - y) / LINE), round((x - LEFT) / COLUMN) + 1) == (line, column)
