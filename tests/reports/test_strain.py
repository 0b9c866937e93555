"""Whatever a record holds, a document comes out and nothing in it is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports import samples
from reports.pdfs import flat, overlaps, words
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.notes.note import Paragraph, Section
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary

SECTIONS = list(Section)
KINDS = list(MarkKind)


def text_of(count: int, word: str) -> str:
    return " ".join(f"{word}{i}" for i in range(count))


def marks_of(count: int, note: str = "") -> tuple[Mark, ...]:
    return tuple(
        samples.mark(KINDS[i % 10], 1500 + (i * 137) % 2300, 400 + (i * 331) % 9000, samples.TRAPEZIUS_R, note=note)
        for i in range(count)
    )


def strained(lengths: list[int], marks: int, goals: int, diagnoses: int) -> VisitRecord:
    paragraphs = tuple(
        Paragraph(SECTIONS[i % 4], text_of(length, f"w{i}n")) for i, length in enumerate(lengths) if length
    )
    case = samples.record().case
    case = replace(
        case,
        goals=tuple(Goal(text=text_of(9, f"g{i}n"), target="more") for i in range(goals)),
        diagnoses=tuple(Diagnosis(code=f"M54.{i}", title=text_of(8, f"d{i}n")) for i in range(diagnoses)),
    )
    return samples.record(marks=marks_of(marks), note=samples.note(paragraphs=paragraphs), case=case)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.integers(0, 900), min_size=4, max_size=6),
    st.integers(0, 130),
    st.integers(0, 25),
    st.integers(0, 14),
)
@pytest.mark.slow
@pytest.mark.timeout(90)
def test_any_amount_of_anything_is_set_without_loss(
    lengths: list[int], marks: int, goals: int, diagnoses: int
) -> None:
    record = strained(lengths, marks, goals, diagnoses)
    said = flat(insurer_note(Sealed(record, samples.seal(), (samples.addendum(),)), Paper.LETTER, samples.atlas()))
    for i, length in enumerate(lengths):
        assert all(f"w{i}n{at}" in said for at in range(length))
    assert all(f"g{i}n8" in said for i in range(goals))
    assert all(f"d{i}n7" in said for i in range(diagnoses))
    physician_summary(Sealed(record, samples.seal()), Paper.A4, samples.atlas())


def test_a_row_taller_than_a_page_goes_on_overleaf() -> None:
    record = samples.record(marks=marks_of(3, text_of(900, "n")))
    said = flat(insurer_note(Sealed(record), Paper.LETTER, samples.atlas()))
    assert re.findall(r"\bn899\b", said) == ["n899"] * 3


def test_an_addendum_longer_than_a_page_keeps_every_word() -> None:
    addendum = samples.addendum()
    long = replace(addendum, content=replace(addendum.content, text=text_of(1500, "a")))
    said = flat(insurer_note(Sealed(samples.record(), samples.seal(), (long,)), Paper.A4, samples.atlas()))
    assert all(f"a{i}" in said for i in range(1500))


def test_long_names_of_measures_wrap_in_the_strip() -> None:
    motions = tuple(
        replace(item, name="cervical rotation with the arm at the side", limited_by="pain and guarding on the left")
        for item in samples.MOTIONS
    )
    for page in words(physician_summary(Sealed(samples.record(measurements=motions)), Paper.LETTER, samples.atlas())):
        assert overlaps(page) == []
