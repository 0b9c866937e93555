from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, UPPER_TRAPEZIUS, at, event, mark, visit
from therapist_desk.domain.canonical import Plain, UnreadableRecordError, from_plain, to_plain
from therapist_desk.domain.client import Caution, CautionLevel, Client, ClientDetails
from therapist_desk.domain.findings.mark import SCALES, Area, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.ids import ClientId, MeasurementId
from therapist_desk.domain.notes.note import Note, Paragraph, Response, Section
from therapist_desk.domain.session.timer import EventKind
from therapist_desk.domain.visit import Visit

POINTS = st.builds(Point, st.integers(-9999, 9999), st.integers(-9999, 9999))
SHAPES = (
    POINTS | st.builds(WholeRegion, POINTS) | st.builds(Area, st.lists(POINTS, min_size=3, max_size=9).map(tuple))
)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(list(MarkKind)))
    scale = SCALES[kind]
    grades = st.none() | st.integers(0, scale.top) if scale else st.none()
    return mark(kind, shape=draw(SHAPES), before=draw(grades), after=draw(grades), note=draw(st.text(max_size=20)))


@given(st.lists(marks(), max_size=4), st.text(max_size=30), st.none() | st.integers(0, 10))
def test_a_visit_comes_back_from_plain_data_as_it_was(found: list[Mark], text: str, pain: int | None) -> None:
    original = visit(
        events=(event(EventKind.START, 0, DEEP), event(EventKind.STOP, 50, by_hand=True)),
        marks=tuple(found),
        measurements=(
            Measurement(
                id=MeasurementId("rom"),
                kind=MeasurementKind.RANGE_OF_MOTION,
                name="rotation",
                before=Decimal("58.5"),
            ),
        ),
        note=Note(pain_before=pain, response=Response.WORSE, paragraphs=(Paragraph(Section.PLAN, text),)),
        planned_for=at(0),
    )

    through_json = json.loads(json.dumps(to_plain(original)))

    assert from_plain(Visit, through_json) == original


@given(marks())
def test_plain_data_holds_integers_and_strings_only(found: Mark) -> None:
    assert all(type(leaf) in (int, str) for leaf in _leaves(to_plain(found)))


def test_a_field_added_later_takes_its_default() -> None:
    plain = to_plain(mark(before=7))
    assert isinstance(plain, dict)
    del plain["note"]

    assert from_plain(Mark, plain).note == ""


@pytest.mark.parametrize(
    "damage",
    [{"before": "7"}, {"kind": "?"}, {"is": "Client"}, {"surprise": 1}, {"before": 99}, {"shape": {"is": "Line"}}],
)
def test_damaged_data_is_named_and_not_guessed_at(damage: dict[str, Plain]) -> None:
    plain = to_plain(mark(before=7))
    assert isinstance(plain, dict)

    with pytest.raises(UnreadableRecordError):
        from_plain(Mark, plain | damage)


def test_dates_truth_and_nested_values_survive() -> None:
    client = Client(
        id=ClientId("c"),
        record_number="TD-000001",
        details=ClientDetails(
            given_name="राम",
            family_name="",
            date_of_birth=date(1990, 1, 2),
            cautions=(Caution("apixaban", CautionLevel.PRECAUTION),),
        ),
        archived=True,
    )

    assert from_plain(Client, to_plain(client)) == client
    assert from_plain(Mark, to_plain(mark())).regions == (UPPER_TRAPEZIUS,)


def _leaves(plain: Plain) -> list[object]:
    if isinstance(plain, dict):
        return [leaf for value in plain.values() for leaf in _leaves(value)]
    if isinstance(plain, list):
        return [leaf for value in plain for leaf in _leaves(value)]
    return [plain]
