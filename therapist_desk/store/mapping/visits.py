"""Visits and their parts."""

from __future__ import annotations

from typing import TypedDict

from therapist_desk.domain.findings.measurement import Answer, Measurement
from therapist_desk.domain.health.screening import Screening
from therapist_desk.domain.ids import (
    CaseId,
    ClientId,
    MeasurementId,
    ReferralId,
    SegmentId,
    TherapistId,
    TimerEventId,
    VisitId,
)
from therapist_desk.domain.notes.note import Note, Paragraph, Report, ReportKind
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import Segment, TimerEvent
from therapist_desk.domain.visit import Visit
from therapist_desk.store.mapping.health import check_of, decision_of
from therapist_desk.store.mapping.marks import mark_of
from therapist_desk.store.mapping.observations import observation_of
from therapist_desk.store.rows.base import TechniqueColumns
from therapist_desk.store.rows.notes import NoteRow, ParagraphRow
from therapist_desk.store.rows.visits import (
    AnswerRow,
    MeasurementRow,
    SegmentRegionRow,
    SegmentRow,
    TimerEventRow,
    VisitRow,
)


def visit_of(row: VisitRow) -> Visit:
    """Read a visit with all its parts loaded."""
    return Visit(
        id=VisitId(row.id),
        client_id=ClientId(row.client_id),
        case_id=CaseId(row.case_id),
        therapist_id=TherapistId(row.therapist_id),
        referral_id=None if row.referral_id is None else ReferralId(row.referral_id),
        number=row.number,
        service_date=row.service_date,
        planned_for=row.planned_for,
        planned_minutes=row.planned_minutes,
        figure=row.figure,
        status=row.status,
        events=tuple(event_of(event) for event in row.events),
        by_hand=tuple(segment_of(segment) for segment in row.segments),
        marks=tuple(mark_of(mark) for mark in row.marks),
        measurements=tuple(_measurement_of(measurement) for measurement in row.measurements),
        observations=tuple(observation_of(observation) for observation in row.observations),
        note=Note() if row.note is None else _note_of(row.note),
        screening=_screening_of(row),
        version=row.version,
        unit_choice=tuple(row.unit_choice.split()),
    )


def visit_row(visit: Visit) -> VisitRow:
    """Write the head of a new visit; its parts have rows of their own."""
    return VisitRow(
        id=visit.id,
        client_id=visit.client_id,
        case_id=visit.case_id,
        therapist_id=visit.therapist_id,
        referral_id=visit.referral_id,
        number=visit.number,
        service_date=visit.service_date,
        planned_for=visit.planned_for,
        planned_minutes=visit.planned_minutes,
        figure=visit.figure,
        status=visit.status,
        unit_choice=" ".join(visit.unit_choice),
    )


def fill_head(row: VisitRow, visit: Visit) -> None:
    """Write a changed head into its row; the visit stays with its client and case."""
    row.therapist_id = visit.therapist_id
    row.referral_id = visit.referral_id
    row.number = visit.number
    row.service_date = visit.service_date
    row.planned_for = visit.planned_for
    row.planned_minutes = visit.planned_minutes
    row.figure = visit.figure
    row.status = visit.status
    row.unit_choice = " ".join(visit.unit_choice)


def event_row(event: TimerEvent, visit_id: VisitId, position: int) -> TimerEventRow:
    """Write a timer event."""
    return TimerEventRow(
        id=event.id,
        visit_id=visit_id,
        position=position,
        kind=event.kind,
        at=event.at,
        by_hand=event.by_hand,
        **_technique_values(event.technique),
    )


def segment_row(segment: Segment, visit_id: VisitId, position: int) -> SegmentRow:
    """Write a segment entered by hand."""
    return SegmentRow(
        id=segment.id,
        visit_id=visit_id,
        position=position,
        start=segment.start,
        stop=segment.stop,
        seconds=segment.seconds,
        source=segment.source,
        replaces=segment.replaces,
        reason=segment.reason,
        regions=[SegmentRegionRow(position=place, region=region) for place, region in enumerate(segment.regions)],
        **_technique_values(segment.technique),
    )


def measurement_row(measurement: Measurement, visit_id: VisitId, position: int) -> MeasurementRow:
    """Write a measurement."""
    return MeasurementRow(
        id=measurement.id,
        visit_id=visit_id,
        position=position,
        kind=measurement.kind,
        name=measurement.name,
        side=measurement.side,
        unit=measurement.unit,
        before=measurement.before,
        after=measurement.after,
        norm=measurement.norm,
        norm_source=measurement.norm_source,
        limited_by=measurement.limited_by,
        movement=measurement.movement,
        pain_on_motion=measurement.pain_on_motion,
        kept=measurement.kept,
        measure=measurement.measure,
        scoring=measurement.scoring,
        judged_by=measurement.judged_by,
        answers=[
            AnswerRow(position=place, asked=answer.asked, given=answer.given)
            for place, answer in enumerate(measurement.answers)
        ],
    )


def note_row(note: Note, visit_id: VisitId) -> NoteRow:
    """Write a note with its paragraphs."""
    return NoteRow(
        visit_id=visit_id,
        pain_before=note.pain_before,
        pain_after=note.pain_after,
        limitation=note.limitation,
        response=note.response,
        since_last=note.since_last,
        home_done=note.home_done,
        reported="\n".join(f"{each.kind.value} {each.text}" for each in note.reported),
        home_care="\n".join(note.home_care),
        next_visit=note.next_visit,
        paragraphs=[
            ParagraphRow(
                position=position,
                section=paragraph.section,
                text=paragraph.text,
                origin=paragraph.origin,
                source=paragraph.source,
                followed=paragraph.followed,
            )
            for position, paragraph in enumerate(note.paragraphs)
        ],
    )


def _screening_of(row: VisitRow) -> Screening:
    return Screening(
        check=None if row.screening is None else check_of(row.screening),
        decisions=tuple(decision_of(decision) for decision in row.decisions),
        drawn=() if row.screening is None else tuple(row.screening.drawn.splitlines()),
    )


def _note_of(row: NoteRow) -> Note:
    return Note(
        pain_before=row.pain_before,
        pain_after=row.pain_after,
        limitation=row.limitation,
        response=row.response,
        paragraphs=tuple(
            Paragraph(paragraph.section, paragraph.text, paragraph.origin, paragraph.source, paragraph.followed)
            for paragraph in row.paragraphs
        ),
        since_last=row.since_last,
        home_done=row.home_done,
        reported=tuple(_report_of(line) for line in row.reported.split("\n") if line),
        home_care=tuple(line for line in row.home_care.split("\n") if line),
        next_visit=row.next_visit,
    )


def _report_of(line: str) -> Report:
    kind, _, text = line.partition(" ")
    return Report(text, ReportKind(kind))


def event_of(row: TimerEventRow) -> TimerEvent:
    """Read a timer event."""
    return TimerEvent(
        id=TimerEventId(row.id),
        kind=row.kind,
        at=row.at,
        technique=_technique_of(row),
        by_hand=row.by_hand,
    )


def segment_of(row: SegmentRow) -> Segment:
    """Read a segment entered by hand, its regions loaded."""
    technique = _technique_of(row)
    assert technique is not None  # noqa: S101 - a segment is never written without one
    return Segment(
        id=SegmentId(row.id),
        technique=technique,
        start=row.start,
        stop=row.stop,
        seconds=row.seconds,
        regions=tuple(region.region for region in row.regions),
        source=row.source,
        replaces=None if row.replaces is None else SegmentId(row.replaces),
        reason=row.reason,
    )


def _measurement_of(row: MeasurementRow) -> Measurement:
    return Measurement(
        id=MeasurementId(row.id),
        kind=row.kind,
        name=row.name,
        side=row.side,
        unit=row.unit,
        before=row.before,
        after=row.after,
        norm=row.norm,
        norm_source=row.norm_source,
        limited_by=row.limited_by,
        movement=row.movement,
        pain_on_motion=row.pain_on_motion,
        kept=row.kept,
        measure=row.measure,
        answers=tuple(Answer(answer.asked, answer.given) for answer in row.answers),
        scoring=row.scoring,
        judged_by=row.judged_by,
    )


class _TechniqueValues(TypedDict):
    technique_id: str | None
    technique_name: str | None
    technique_code: str | None
    hands_on: bool | None


def _technique_values(technique: Technique | None) -> _TechniqueValues:
    if technique is None:
        return {"technique_id": None, "technique_name": None, "technique_code": None, "hands_on": None}
    return {
        "technique_id": technique.id,
        "technique_name": technique.name,
        "technique_code": technique.code,
        "hands_on": technique.hands_on,
    }


def _technique_of(row: TechniqueColumns) -> Technique | None:
    if row.technique_id is None:
        return None
    return Technique(
        row.technique_id, row.technique_name or "", row.technique_code or "", hands_on=bool(row.hands_on)
    )
