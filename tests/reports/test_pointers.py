"""What an addendum corrects points to it, in each document that prints it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reports import samples
from reports.pdfs import flat, words
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.evaluation import initial_evaluation
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary

Make = Callable[..., bytes]

INSURER = {
    NotePart.DIAGNOSES: "Diagnoses on the order (ICD-10-CM) see A1",
    NotePart.REPORTED: "Subjective see A1",
    NotePart.PAIN: "Pain before treatment, 0–10, see A1",
    NotePart.HEALTH: "Subjective see A1",
    NotePart.FINDINGS: "Objective: findings before and after see A1",
    NotePart.TESTS: "Objective: findings before and after see A1",  # none was written: there is no head of their own
    NotePart.MOTION: "Objective: range of motion see A1",
    NotePart.TREATMENT: "Objective: treatment given see A1",
    NotePart.RESPONSE: "Assessment see A1",
    NotePart.GOALS: "Assessment see A1",
    NotePart.PLAN: "Plan see A1",
}
PHYSICIAN = {
    NotePart.DIAGNOSES: r"· see A1",
    NotePart.PAIN: "Pain today, 0–10, see A1",
    NotePart.HEALTH: "Red flags and cautions see A1",
    NotePart.FINDINGS: "What I found see A1",
    NotePart.RESPONSE: "Response and treatment see A1",
    NotePart.PLAN: "Plan see A1",
}
EVALUATION = {
    NotePart.REPORTED: "What the client reports see A1",
    NotePart.MOTION: "Objective: range of motion see A1",
    NotePart.GOALS: "Goals see A1",
    NotePart.PLAN: "Plan of care see A1",
}
PLACES = [
    pytest.param(make, part, place, id=f"{make.__name__}-{part.name}")
    for make, places in ((insurer_note, INSURER), (physician_summary, PHYSICIAN), (initial_evaluation, EVALUATION))
    for part, place in places.items()
]


def document(make: Make, *parts: NotePart | None, for_fax: bool = False) -> bytes:
    added = tuple(samples.addendum(number, corrects=part) for number, part in enumerate(parts, 1))
    return make(Sealed(samples.record(), samples.seal(), added), Paper.LETTER, samples.atlas(), for_fax=for_fax)


@pytest.mark.parametrize("for_fax", [False, True])
@pytest.mark.parametrize(("make", "part", "place"), PLACES)
def test_the_part_that_an_addendum_corrects_points_to_it(
    make: Make, part: NotePart, place: str, *, for_fax: bool
) -> None:
    text = flat(document(make, part, for_fax=for_fax))

    assert place in text
    assert f"Corrects: {part.value} Reason:" in text


@pytest.mark.parametrize("make", [insurer_note, physician_summary, initial_evaluation])
def test_an_addition_in_general_points_from_nowhere(make: Make) -> None:
    text = flat(document(make, None))

    assert "see A" not in text
    assert "Corrects:" not in text


def test_every_addendum_to_a_part_is_named_there() -> None:
    text = flat(document(insurer_note, NotePart.PLAN, NotePart.TREATMENT, NotePart.PLAN))

    assert "Plan see A1, A3" in text
    assert "Objective: treatment given see A2" in text


def test_what_stands_beside_a_head_makes_room_for_many_pointers() -> None:
    pdf = document(insurer_note, *[NotePart.FINDINGS] * 14)

    first = words(pdf)[0]
    (head,) = (word for word in first if word.text == "A14")
    (aside,) = (word for word in first if word.text == "palpation;")
    assert aside.top < head.bottom + 2
    assert re.search(r"A13, A14 palpation; the numbers", flat(pdf))
