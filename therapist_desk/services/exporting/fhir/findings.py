"""What was found in a visit: pain, marks on the body map, measurements, outcome measures and tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.findings.mark import Area, Mark, Point, WholeRegion
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, Result
from therapist_desk.domain.sentences.wording import finding
from therapist_desk.domain.visit import Visit, VisitStatus
from therapist_desk.services.exporting.fhir.parts import (
    LOINC,
    TERMS,
    Part,
    Resource,
    coded,
    moment,
    number,
    quantity,
    reference,
    remarks,
    resource,
    words,
)

_BODY_SITE: Final = "http://hl7.org/fhir/StructureDefinition/bodySite"
_RESULTS: Final[Mapping[Result, str]] = MappingProxyType(
    {Result.POSITIVE: "POS", Result.NEGATIVE: "NEG", Result.UNCLEAR: "IND"}
)
_SCORES: Final = frozenset({MeasurementKind.QUESTIONNAIRE, MeasurementKind.SCORE})
BEFORE: Final = "before treatment"
AFTER: Final = "after treatment"


def finding_resources(visit: Visit) -> Iterable[Resource]:
    """Give everything that was found."""
    for when, pain in ((BEFORE, visit.note.pain_before), (AFTER, visit.note.pain_after)):
        if pain is not None:
            yield _pain(visit, when, pain)
    for mark in visit.marks:
        yield body_structure(visit, mark)
        yield mark_observation(visit, mark)
    for measurement in visit.measurements:
        yield from measurement_resources(visit, measurement)
    for observation in visit.observations:
        yield test_observation(visit, observation)


def body_structure(visit: Visit, mark: Mark) -> Resource:
    """Give where a mark lies: in words, and exactly as drawn."""
    side = mark.side
    return resource(
        "BodyStructure",
        mark.id,
        active=True,
        morphology=words(finding(mark.kind)),
        location=words("; ".join(region.words for region in mark.regions) or "outside any region"),
        locationQualifier=[words(side.value)] if side else [],
        description=_drawn(mark),
        patient=reference("Patient", visit.client_id),
    )


def mark_observation(visit: Visit, mark: Mark) -> Resource:
    """Give what was found there, graded on its kind's own scale before and after treatment."""
    scale = mark.scale
    grades = [
        {"code": words(f"{scale.measures}, {when}"), "valueInteger": grade}
        for when, grade in ((BEFORE, mark.before), (AFTER, mark.after))
        if scale is not None and grade is not None
    ]
    notes = (
        f"Scale 0 to {scale.top}" if scale else "",
        f"Quality: {mark.quality.value}" if mark.quality else "",
        f"Layer: {mark.layer}" if mark.layer else "",
        f"Refers to {', '.join(region.words for region in mark.refers_to)}" if mark.refers_to else "",
        "" if mark.direction is None else f"Restricted towards {mark.direction} degrees clockwise from up",
        mark.note,
    )
    site = {"url": _BODY_SITE, "valueReference": reference("BodyStructure", mark.id)}
    return _observation(
        visit,
        mark.id,
        category="exam",
        extension=[site],
        code=words(finding(mark.kind)),
        component=grades,
        note=remarks(*notes),
    )


def measurement_resources(visit: Visit, item: Measurement) -> Iterable[Resource]:
    """Give a measurement before and after treatment, or the score of an outcome measure with its answers."""
    score = item.kind in _SCORES
    answered = [answer for answer in item.answers if answer.asked.strip()]
    if answered:
        yield resource(
            "QuestionnaireResponse",
            item.id,
            status="completed",
            subject=reference("Patient", visit.client_id),
            encounter=reference("Encounter", visit.id),
            authored=_when(visit),
            author=reference("Practitioner", visit.therapist_id),
            item=[
                {
                    "linkId": str(place),
                    "text": answer.asked,
                    "answer": [] if answer.given is None else [{"valueInteger": answer.given}],
                }
                for place, answer in enumerate(answered, start=1)
            ],
        )
    for when, value in ((BEFORE, item.before), (AFTER, item.after)):
        if value is not None:
            yield _measured(visit, item, when, value, score=score, answered=bool(answered))


def test_observation(visit: Visit, item: Observation) -> Resource:
    """Give a special test, a posture finding or something felt."""
    notes = (item.note, f"Suggests: {item.suggests}" if item.suggests else "", item.source)
    found = item.result.value if item.result else item.grade
    return _observation(
        visit,
        item.id,
        category="exam",
        code=words(item.name),
        method=words(item.kind.value),
        valueCodeableConcept=words(found),
        interpretation=[coded(f"{TERMS}/v3-ObservationInterpretation", _RESULTS[item.result])] if item.result else [],
        bodySite=words(", ".join(part for part in (item.side or "", item.place, _seen(item)) if part)),
        note=remarks(*notes),
    )


def _pain(visit: Visit, when: str, pain: int) -> Resource:
    return _observation(
        visit,
        f"{visit.id}/pain {when}",
        category="survey",
        code=coded(LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"),
        method=words(when),
        valueInteger=pain,
    )


def _measured(visit: Visit, item: Measurement, when: str, value: Decimal, *, score: bool, answered: bool) -> Resource:
    pain = "pain on motion" if item.pain_on_motion else ""
    limited = f"limited by {item.limited_by}" if item.limited_by else ""
    found: Part = {"valueQuantity": quantity(value, item.unit or ("{score}" if score else ""))}
    usual = {"low": quantity(item.norm, item.unit), "text": item.norm_source} if item.norm is not None else {}
    return _observation(
        visit,
        f"{item.id}/{when}",
        category="survey" if score else "exam",
        code=words(item.name),
        bodySite=words(item.side.value if item.side else ""),
        method=words(", ".join(part for part in (item.movement.value if item.movement else "", when) if part)),
        referenceRange=[usual],
        derivedFrom=[reference("QuestionnaireResponse", item.id)] if answered else [],
        note=remarks(pain, limited, item.scoring, item.judged_by),
        **found,
    )


def _observation(visit: Visit, key: str, *, category: str, **fields: object) -> Resource:
    return resource(
        "Observation",
        key,
        status="final" if visit.status is VisitStatus.SIGNED else "preliminary",
        category=[coded(f"{TERMS}/observation-category", category)],
        subject=reference("Patient", visit.client_id),
        encounter=reference("Encounter", visit.id),
        effectiveDateTime=_when(visit),
        performer=[reference("Practitioner", visit.therapist_id)],
        **fields,
    )


def _when(visit: Visit) -> str:
    return moment(visit.service_date)


def _seen(item: Observation) -> str:
    return f"seen from the {item.view.value}" if item.view else ""


def _drawn(mark: Mark) -> str:
    """Write the shape in figure units (a figure is 1000 high), as on the picture it was drawn on."""
    picture = f"{mark.view.value} view"
    if mark.closeup is not None:
        picture = f"close-up {mark.closeup.closeup.value} {mark.closeup.side.value}"
    match mark.shape:
        case Point() as point:
            shape = f"point {_at(point)}"
        case Area(corners):
            shape = f"area {' '.join(map(_at, corners))}"
        case WholeRegion(anchor):
            shape = f"whole region, symbol at {_at(anchor)}"
    return f"{picture} of the {mark.figure.value} figure, atlas {mark.atlas_version}, {shape}"


def _at(point: Point) -> str:
    return ",".join(str(number(Decimal(value) / 10)) for value in (point.x, point.y))
