from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, RELEASE, UPPER_TRAPEZIUS, at, event, mark, visit
from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import SCALES, Area, Mark, MarkKind, PainQuality, Point, Shape, WholeRegion
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section, sources
from therapist_desk.domain.sentences.assessment import measurement_sentence
from therapist_desk.domain.sentences.mark_words import mark_sentence, mark_sentences
from therapist_desk.domain.sentences.narrative import (
    NoteSources,
    generated_paragraphs,
    outcome_sentence,
    source_sentence,
    treatment_sentence,
)
from therapist_desk.domain.sentences.picture_words import direction_words
from therapist_desk.domain.sentences.wording import Wording, tidy
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind, Segment, SegmentSource

TEMPLE = RegionRef("temporalis", "temple", Side.RIGHT)
LEFT_TEMPLE = RegionRef("temporalis", "temple", Side.LEFT)
INFRASPINATUS = RegionRef("infraspinatus", "infraspinatus", Side.LEFT)
SACRUM = RegionRef("sacrum", "sacrum", Side.MIDLINE)
PATCH = Area((Point(0, 0), Point(10, 0), Point(10, 10)))


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            mark(before=7, refers_to=(TEMPLE,), note="Jump sign."),
            "Right upper trapezius: active trigger point 7/10, refers to right temple. Jump sign.",
        ),
        (
            mark(MarkKind.FASCIAL, INFRASPINATUS, before=2, direction=270),
            "Left infraspinatus: fascial restriction 2/3, stuck laterally.",
        ),
        (
            mark(MarkKind.PAIN, TEMPLE, shape=PATCH, before=6, quality=PainQuality.ACHE),
            "Right temple: aching pain 6/10.",
        ),
        (
            mark(MarkKind.HYPERTONICITY, shape=WholeRegion(Point(1, 1)), before=2),
            "Right upper trapezius: raised tone 2/3, whole region.",
        ),
        (
            mark(
                MarkKind.PAIN,
                UPPER_TRAPEZIUS,
                INFRASPINATUS,
                TEMPLE,
                LEFT_TEMPLE,
                shape=WholeRegion(Point(1, 1)),
                before=2,
            ),
            "Right upper trapezius and left infraspinatus and temple, both sides: pain 2/10, whole regions.",
        ),
        (
            mark(layer="levator scapulae", before=4),
            "Right upper trapezius (levator scapulae): active trigger point 4/10.",
        ),
        (mark(MarkKind.SKIN, SACRUM), "Sacrum: scar, bruise or skin change."),
        (
            mark(MarkKind.DO_NOT_WORK, note="sutures until 2 Dec"),
            "Right upper trapezius: not worked; sutures until 2 Dec.",
        ),
    ],
)
def test_a_mark_writes_its_sentence(finding: Mark, sentence: str) -> None:
    assert mark_sentence(finding) == sentence


def test_a_mark_outside_every_region_still_says_where_it_is() -> None:
    assert mark_sentence(replace(mark(before=3), regions=())) == "Back view: active trigger point 3/10."


@pytest.mark.parametrize(
    ("view", "region", "degrees", "words"),
    [
        (View.BACK, UPPER_TRAPEZIUS, 90, "lateral"),
        (View.BACK, UPPER_TRAPEZIUS, 270, "medial"),
        (View.FRONT, UPPER_TRAPEZIUS, 90, "medial"),
        (View.FRONT, INFRASPINATUS, 90, "lateral"),
        (View.BACK, INFRASPINATUS, 315, "up and lateral"),
        (View.LEFT, INFRASPINATUS, 270, "anterior"),
        (View.RIGHT, UPPER_TRAPEZIUS, 90, "anterior"),
        (View.RIGHT, UPPER_TRAPEZIUS, 270, "posterior"),
        (View.BACK, SACRUM, 90, "right"),
        (View.FRONT, SACRUM, 90, "left"),
        (View.BACK, UPPER_TRAPEZIUS, 0, "up"),
        (View.BACK, UPPER_TRAPEZIUS, 180, "down"),
    ],
)
def test_directions_are_told_on_the_client_s_body(view: View, region: RegionRef, degrees: int, words: str) -> None:
    assert direction_words(mark(MarkKind.FASCIAL, region, view=view, direction=degrees)) == words


@pytest.mark.parametrize(
    ("closeup", "degrees", "left", "right"),
    [
        (Closeup.HAND_PALMAR, 0, "distal", "distal"),
        (Closeup.HAND_PALMAR, 270, "radial", "ulnar"),
        (Closeup.HAND_DORSAL, 90, "radial", "ulnar"),
        (Closeup.FOOT_DORSAL, 0, "proximal", "proximal"),
        (Closeup.FOOT_DORSAL, 90, "lateral", "medial"),
        (Closeup.FOOT_PLANTAR, 225, "proximal and medial", "proximal and lateral"),
        (Closeup.LEG_MEDIAL, 90, "anterior", "posterior"),
        (Closeup.ARM_MEDIAL, 270, "posterior", "anterior"),
        (Closeup.HEAD_SIDE, 270, "anterior", "posterior"),
    ],
)
def test_directions_on_closeups_are_told_on_the_client_s_body(
    closeup: Closeup, degrees: int, left: str, right: str
) -> None:
    for side, words in ((Side.LEFT, left), (Side.RIGHT, right)):
        sided = SidedCloseup(closeup, side)
        region = RegionRef("anything", "anything", side)
        found = mark(MarkKind.FASCIAL, region, view=sided.view, closeup=sided, direction=degrees)
        assert direction_words(found) == words


def test_a_finger_tells_which_surface_was_marked() -> None:
    finger = RegionRef("finger_index", "index finger", Side.LEFT)
    palm = SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT)
    tender = mark(MarkKind.TENDER, finger, view=View.FRONT, closeup=palm, before=2)

    assert mark_sentence(tender) == "Palmar side of left index finger: tender 2/4."
    assert mark_sentence(replace(tender, closeup=None)) == "Left index finger: tender 2/4."
    palmar_wrist = RegionRef("wrist", "palmar wrist", Side.LEFT)
    assert mark_sentence(replace(tender, regions=(palmar_wrist,))) == "Left palmar wrist: tender 2/4."
    assert mark_sentence(replace(tender, regions=())) == "Palm of left hand: tender 2/4."


def test_a_measurement_tells_both_values() -> None:
    rotation = Measurement(
        id=MeasurementId("rom"),
        kind=MeasurementKind.RANGE_OF_MOTION,
        name="cervical rotation",
        side=Side.RIGHT,
        unit="°",
        before=Decimal(58),
        after=Decimal("66.0"),
        limited_by="stretch",
    )

    assert measurement_sentence(rotation) == "Cervical rotation, right: 58° → 66°, limited by stretch."


def test_the_treatment_line_sums_each_technique_and_floors_once() -> None:
    # given two stretches of 7 min 40 s of one technique, and talk
    seven_forty = 7 + 40 / 60
    session = visit(
        events=(
            event(EventKind.START, 0, INTAKE),
            event(EventKind.SWITCH, 6, DEEP),
            event(EventKind.SWITCH, 6 + seven_forty, RELEASE),
            event(EventKind.SWITCH, 20, DEEP),
            event(EventKind.STOP, 20 + seven_forty),
        )
    )

    sentence = treatment_sentence(session.segments(at(60)))

    assert sentence == "Treatment: deep tissue massage 15 min, myofascial release 6 min; 21 min hands-on."


def test_times_entered_by_hand_are_said_so() -> None:
    entered = Segment(
        id=visit().id,  # type: ignore[arg-type]
        technique=DEEP,
        start=at(0, boot=""),
        stop=at(30, boot=""),
        seconds=1800,
        regions=("neck",),
        source=SegmentSource.BY_HAND,
    )

    assert treatment_sentence((entered,)) == (
        "Treatment: deep tissue massage to neck 30 min; 30 min hands-on. Times were entered by hand."
    )


def test_a_stretch_of_seconds_is_told_and_not_as_none() -> None:
    session = visit(events=(event(EventKind.START, 0, DEEP), event(EventKind.STOP, 0.5)))

    assert treatment_sentence(session.segments(at(60))).endswith("under 1 min; under 1 min hands-on.")


def test_no_treatment_writes_no_line() -> None:
    assert treatment_sentence(visit(events=(event(EventKind.START, 0, INTAKE),)).segments(at(9))) == ""


def test_the_outcome_tells_every_change() -> None:
    note = Note(pain_before=6, pain_after=3)

    assert outcome_sentence(note, (mark(before=7, after=3), mark(before=4))) == (
        "Pain 6/10 → 3/10; right upper trapezius active trigger point 7/10 → 3/10."
    )
    assert outcome_sentence(Note(pain_before=6), (mark(before=4),)) == ""


def test_an_edited_sentence_is_not_written_again() -> None:
    kept, edited = mark(before=7), mark(before=2)
    own = Paragraph(Section.OBJECTIVE, "Guarded rather than tight.", Origin.EDITED, f"mark:{edited.id}")

    written = generated_paragraphs(NoteSources(Note(paragraphs=(own,)), (kept, edited)))

    assert [paragraph.source for paragraph in written] == [f"mark:{kept.id}"]


LEFT_SUBOCCIPITALS = RegionRef("suboccipital", "suboccipitals", Side.LEFT)
RIGHT_SUBOCCIPITALS = RegionRef("suboccipital", "suboccipitals", Side.RIGHT)


def test_the_same_finding_on_either_side_is_told_once() -> None:
    pair = (mark(MarkKind.TENDER, LEFT_SUBOCCIPITALS, before=3), mark(MarkKind.TENDER, RIGHT_SUBOCCIPITALS, before=3))

    (told,) = mark_sentences(pair)

    assert told.text == "Suboccipitals, both sides: tender 3/4."
    assert told.source == f"mark:{pair[0].id} mark:{pair[1].id}"
    assert mark_sentences(pair, Wording.SHORT)[0].text == "B/L suboccipitals: tender 3/4."


def test_sides_with_different_grades_are_told_apart() -> None:
    pair = (mark(MarkKind.TENDER, LEFT_SUBOCCIPITALS, before=3), mark(MarkKind.TENDER, RIGHT_SUBOCCIPITALS, before=2))

    assert [told.text for told in mark_sentences(pair)] == [
        "Left suboccipitals: tender 3/4.",
        "Right suboccipitals: tender 2/4.",
    ]


def test_several_findings_of_one_place_are_one_sentence_and_one_with_a_remark_is_its_own() -> None:
    marks = (mark(before=7), mark(MarkKind.HYPERTONICITY, before=2), mark(MarkKind.TENDER, before=1, note="Bruised?"))

    assert [told.text for told in mark_sentences(marks)] == [
        "Right upper trapezius: active trigger point 7/10; raised tone 2/3.",
        "Right upper trapezius: tender 1/4 (Bruised?).",
    ]


def test_abbreviations_are_those_of_the_field() -> None:
    finding = mark(before=7, refers_to=(TEMPLE,))

    assert mark_sentence(finding, Wording.SHORT) == "R UT: active TrP 7/10, refers to R temple."


def test_the_same_change_on_either_side_is_told_once() -> None:
    pair = tuple(
        mark(MarkKind.TENDER, region, before=3, after=1) for region in (LEFT_SUBOCCIPITALS, RIGHT_SUBOCCIPITALS)
    )

    assert outcome_sentence(Note(), pair) == "Suboccipitals, both sides, tender point 3/4 → 1/4."


def test_an_edited_pair_covers_both_of_its_marks_even_when_their_grades_part() -> None:
    left = mark(MarkKind.TENDER, LEFT_SUBOCCIPITALS, before=3)
    right = mark(MarkKind.TENDER, RIGHT_SUBOCCIPITALS, before=3)
    (told,) = mark_sentences((left, right))
    own = Paragraph(Section.OBJECTIVE, "Base of the skull sore.", Origin.EDITED, told.source, told.text)

    apart = (left, replace(right, before=1))

    assert generated_paragraphs(NoteSources(Note(paragraphs=(own,)), apart)) == ()
    assert source_sentence(told.source, NoteSources(Note(), apart)) == (
        "Left suboccipitals: tender 3/4. Right suboccipitals: tender 1/4."
    )
    assert source_sentence(told.source, NoteSources(Note())) == ""


remarks = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), max_size=30)
regions = st.builds(
    RegionRef, st.just("r"), st.sampled_from(("upper trapezius", "suboccipitals", "sacrum")), st.sampled_from(Side)
)

shapes: st.SearchStrategy[Shape] = st.sampled_from((Point(1, 1), PATCH, WholeRegion(Point(1, 1))))


@st.composite
def any_mark(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(MarkKind))
    top = 0 if SCALES[kind] is None else SCALES[kind].top  # type: ignore[union-attr]  # just checked
    grades = st.none() if SCALES[kind] is None else st.none() | st.integers(0, top)
    return mark(
        kind,
        view=draw(st.sampled_from(View)),
        shape=draw(shapes),
        regions=tuple(draw(st.lists(regions, max_size=2))),
        before=draw(grades),
        after=draw(grades),
        layer=draw(remarks),
        quality=draw(st.none() | st.sampled_from(PainQuality)),
        direction=draw(st.none() | st.integers(0, 359)),
        refers_to=tuple(draw(st.lists(regions, max_size=2))),
        note=draw(remarks),
    )


@given(st.lists(any_mark(), max_size=5), st.sampled_from(Wording), st.none() | st.integers(0, 10))
def test_sentences_are_whole_whatever_is_found(marks: list[Mark], wording: Wording, pain: int | None) -> None:
    written = generated_paragraphs(NoteSources(Note(pain_before=pain, pain_after=pain), marks, wording=wording))

    told = [source for each in written for source in sources(each.source) if source != "outcome"]
    assert sorted(told) == sorted(f"mark:{each.id}" for each in marks)
    for paragraph in written:
        assert paragraph.text.endswith(".")
        assert not paragraph.text.endswith("..")
        assert "  " not in paragraph.text
        typed = [tidy(words) for each in marks for words in (each.note, each.layer) if tidy(words)]
        assert "None" not in re.sub("|".join(re.escape(words) for words in typed), "", paragraph.text)
        assert paragraph.text[0] == paragraph.text[0].upper()
