"""Tables of visits: the session and its times, the note, what was found, signatures and the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.audit import AuditEvent
from therapist_desk.domain.findings.mark import Area, Mark, Point, WholeRegion
from therapist_desk.domain.findings.measurement import Answer, Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.health.screening import Decision
from therapist_desk.domain.notes.note import Note, Section
from therapist_desk.domain.record import Addendum, SignedRecord
from therapist_desk.domain.sentences.since_last import report_text
from therapist_desk.domain.sentences.wording import finding
from therapist_desk.domain.session.timer import Segment, TimerEvent
from therapist_desk.domain.visit import Visit
from therapist_desk.services.exporting.tables.people import Of
from therapist_desk.services.exporting.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class AuditOf:
    """A line of the trail, with its number in it and the name of who did it."""

    number: int
    event: AuditEvent
    by: str


def _regions(regions: Iterable[RegionRef]) -> str:
    return "; ".join(region.words for region in regions)


def _shape(mark: Mark) -> str:
    match mark.shape:
        case Point():
            return "point"
        case Area():
            return "area"
        case WholeRegion():
            return "region"


def _points(mark: Mark) -> str:
    corners = mark.shape.corners if isinstance(mark.shape, Area) else (mark.anchor,)
    return " ".join(f"{point.x},{point.y}" for point in corners)


def _text(note: Note, section: Section) -> str:
    return "\n".join(paragraph.text for paragraph in note.of(section))


def _told(note: Note) -> str:
    return "; ".join(map(report_text, note.reported))


VISITS: Final[Table[Visit]] = Table(
    "visits",
    "Sessions: planned, begun or signed.",
    (
        Column("visit_id", "What other tables call this visit.", lambda it: it.id),
        Column("client_id", "The client.", lambda it: it.client_id),
        Column("case_id", "The case.", lambda it: it.case_id),
        Column("referral_id", "The order it uses.", lambda it: it.referral_id),
        Column("therapist_id", "Who treats.", lambda it: it.therapist_id),
        Column("number", "Number within the case, from 1.", lambda it: it.number),
        Column("service_date", "Day of the visit.", lambda it: it.service_date),
        Column("planned_for", "When it was planned for.", lambda it: it.planned_for),
        Column("planned_minutes", "How long it was meant to be, in minutes.", lambda it: it.planned_minutes),
        Column("status", "planned, draft or signed.", lambda it: it.status),
        Column(
            "health_asked_at",
            "When “any change in health?” was asked.",
            lambda it: it.screening.check.at if it.screening.check else None,
        ),
        Column(
            "health_changed",
            "Whether anything had changed.",
            lambda it: it.screening.check.changed if it.screening.check else None,
        ),
    ),
)
NOTES: Final[Table[Visit]] = Table(
    "notes",
    "The SOAP note of each visit, generated sentences included.",
    (
        Column("visit_id", "The visit.", lambda it: it.id),
        Column("pain_before", "Pain before treatment, 0 to 10.", lambda it: it.note.pain_before),
        Column("pain_after", "Pain after treatment, 0 to 10.", lambda it: it.note.pain_after),
        Column("limitation", "What the client could not do as wanted.", lambda it: it.note.limitation),
        Column("response", "How the client took the treatment.", lambda it: it.note.response),
        Column("since_last", "Since the last visit: better, same or worse.", lambda it: it.note.since_last),
        Column("reported", "What was reported of it, apart by semicolons.", lambda it: _told(it.note)),
        Column("home_done", "How much of the home care was done.", lambda it: it.note.home_done),
        Column("home_care", "Agreed for home, apart by semicolons.", lambda it: "; ".join(it.note.home_care)),
        Column("next_visit", "What the next visit is for.", lambda it: it.note.next_visit),
        Column("subjective", "Section S, one paragraph a line.", lambda it: _text(it.note, Section.SUBJECTIVE)),
        Column("objective", "Section O, one paragraph a line.", lambda it: _text(it.note, Section.OBJECTIVE)),
        Column("assessment", "Section A, one paragraph a line.", lambda it: _text(it.note, Section.ASSESSMENT)),
        Column("plan", "Section P, one paragraph a line.", lambda it: _text(it.note, Section.PLAN)),
    ),
)
SEGMENTS: Final[Table[Of[Segment]]] = Table(
    "segments",
    "Stretches of each session that count, each with one technique.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("segment_id", "What this stretch is known by.", lambda of: of.it.id),
        Column("technique", "What was done.", lambda of: of.it.technique.name),
        Column("code", "Its usual procedure number.", lambda of: of.it.technique.code),
        Column("hands_on", "Whether it counts as treatment.", lambda of: of.it.technique.hands_on),
        Column("start", "Its start.", lambda of: of.it.start),
        Column("stop", "Its end.", lambda of: of.it.stop),
        Column("seconds", "Its length in seconds.", lambda of: of.it.seconds),
        Column("regions", "Where, apart by semicolons.", lambda of: "; ".join(of.it.regions)),
        Column("source", "timer, or by hand.", lambda of: of.it.source),
        Column("replaces", "The stretch it corrects.", lambda of: of.it.replaces),
        Column("reason", "Why it was corrected.", lambda of: of.it.reason),
    ),
)
TIMER_EVENTS: Final[Table[Of[TimerEvent]]] = Table(
    "timer_events",
    "What happened to the timer of each visit; never changed.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("place", "Order, from 1.", lambda of: of.place),
        Column("kind", "start, switch, pause, resume, stop or confirm.", lambda of: of.it.kind),
        Column("at", "When it held.", lambda of: of.it.at),
        Column(
            "technique", "The technique from then on.", lambda of: of.it.technique.name if of.it.technique else None
        ),
        Column("by_hand", "Whether that time was entered afterwards.", lambda of: of.it.by_hand),
    ),
)
MARKS: Final[Table[Of[Mark]]] = Table(
    "marks",
    "Findings on the body map.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("mark_id", "What this mark is known by.", lambda of: of.it.id),
        Column("number", "Its number on the map, from 1.", lambda of: of.place),
        Column("kind", "What was found.", lambda of: finding(of.it.kind)),
        Column("regions", "Where, largest first.", lambda of: _regions(of.it.regions)),
        Column("side", "Side of the client's body.", lambda of: of.it.side),
        Column("layer", "Layer of the body.", lambda of: of.it.layer),
        Column("graded", "What the grade measures.", lambda of: of.it.scale.measures if of.it.scale else None),
        Column(
            "scale_top",
            "Highest grade there is; the lowest is 0.",
            lambda of: of.it.scale.top if of.it.scale else None,
        ),
        Column("before", "Grade before treatment.", lambda of: of.it.before),
        Column("after", "Grade after treatment.", lambda of: of.it.after),
        Column("quality", "How the client describes the pain.", lambda of: of.it.quality),
        Column("direction", "Way in which tissue is stuck, degrees clockwise from up.", lambda of: of.it.direction),
        Column("refers_to", "Where it refers to.", lambda of: _regions(of.it.refers_to)),
        Column("note", "Remark.", lambda of: of.it.note),
        Column("view", "View of the figure it was marked on.", lambda of: of.it.view),
        Column("closeup", "Close-up it was marked on.", lambda of: of.it.closeup.closeup if of.it.closeup else None),
        Column("figure", "Figure it was marked on.", lambda of: of.it.figure),
        Column("atlas_version", "Version of the body map.", lambda of: of.it.atlas_version),
        Column("shape", "point, area or region (whole).", lambda of: _shape(of.it)),
        Column(
            "points",
            "Its x,y points in tenths of a figure unit (a figure is 1000 high), y down.",
            lambda of: _points(of.it),
        ),
    ),
)
MEASUREMENTS: Final[Table[Of[Measurement]]] = Table(
    "measurements",
    "Range of motion, girth and the scores of outcome measures.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("measurement_id", "What this measurement is known by.", lambda of: of.it.id),
        Column("kind", "Kind of measurement.", lambda of: of.it.kind),
        Column("name", "What was measured.", lambda of: of.it.name),
        Column("measure", "Id of the outcome measure, such as NDI.", lambda of: of.it.measure),
        Column("side", "Side of the client's body.", lambda of: of.it.side),
        Column("movement", "active or passive.", lambda of: of.it.movement),
        Column("unit", "Unit.", lambda of: of.it.unit),
        Column("before", "Value before treatment; the score of an outcome measure.", lambda of: of.it.before),
        Column("after", "Value after treatment.", lambda of: of.it.after),
        Column("norm", "Usual value.", lambda of: of.it.norm),
        Column("norm_source", "Where that is from.", lambda of: of.it.norm_source),
        Column("limited_by", "What limited the motion.", lambda of: of.it.limited_by),
        Column("pain_on_motion", "Whether the motion hurt.", lambda of: of.it.pain_on_motion),
        Column("kept", "Whether an unusual value was asked about and kept.", lambda of: of.it.kept),
        Column("scoring", "Version of the scoring.", lambda of: of.it.scoring),
        Column("judged_by", "Minimal important change, with its source.", lambda of: of.it.judged_by),
    ),
)
ANSWERS: Final[Table[Of[Answer]]] = Table(
    "answers",
    "Answers of outcome measures whose questions are asked here.",
    (
        Column("measurement_id", "The score they make.", lambda of: of.owner),
        Column("place", "Number of the question, from 1.", lambda of: of.place),
        Column("asked", "The question as it was asked.", lambda of: of.it.asked),
        Column("given", "The answer; empty where it was left out.", lambda of: of.it.given),
    ),
)
TESTS: Final[Table[Of[Observation]]] = Table(
    "tests",
    "Special tests, posture findings and palpation.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("observation_id", "What this observation is known by.", lambda of: of.it.id),
        Column("kind", "special test, posture or palpation.", lambda of: of.it.kind),
        Column("name", "What was tested or seen.", lambda of: of.it.name),
        Column("side", "Side of the client's body.", lambda of: of.it.side),
        Column("result", "Result of a special test.", lambda of: of.it.result),
        Column("grade", "How much, in words.", lambda of: of.it.grade),
        Column("view", "From where it was seen.", lambda of: of.it.view),
        Column("place", "Where it was felt.", lambda of: of.it.place),
        Column("note", "Remark.", lambda of: of.it.note),
        Column("suggests", "What a positive one suggests, as the list said then.", lambda of: of.it.suggests),
        Column(
            "refer_if_positive",
            "Whether a positive one sends the client back to the physician.",
            lambda of: of.it.refer_if_positive,
        ),
        Column("source", "Where the list has this from.", lambda of: of.it.source),
    ),
)
DECISIONS: Final[Table[Of[Decision]]] = Table(
    "decisions",
    "Decisions on what forbids treatment, as recorded in visits.",
    (
        Column("visit_id", "The visit.", lambda of: of.owner),
        Column("choice", "What was decided.", lambda of: of.it.choice),
        Column("about", "On what, apart by semicolons.", lambda of: "; ".join(of.it.on)),
        Column("reason", "Why.", lambda of: of.it.reason),
        Column("physician", "Who cleared it.", lambda of: of.it.physician),
        Column("cleared_on", "When it was cleared.", lambda of: of.it.cleared_on),
        Column("at", "When it was decided.", lambda of: of.it.at),
        Column("therapist_id", "Who decided.", lambda of: of.it.therapist_id),
    ),
)
ADDENDA: Final[Table[Addendum]] = Table(
    "addenda",
    "Corrections and additions to signed visits.",
    (
        Column("visit_id", "The visit.", lambda it: it.content.visit_id),
        Column("number", "Number within the visit, from 1.", lambda it: it.content.number),
        Column("reason", "Why it was written.", lambda it: it.content.reason),
        Column("text", "What it says.", lambda it: it.content.text),
        Column("corrects", "The part of the note that it corrects, if any.", lambda it: it.content.corrects or ""),
        Column("therapist", "Who signed it.", lambda it: it.content.therapist.signature_name),
        Column("signed_at", "When it was signed.", lambda it: it.seal.signed_at),
        Column("sequence", "Its place in the chain of signed records.", lambda it: it.seal.sequence),
    ),
)
SIGNATURES: Final[Table[SignedRecord]] = Table(
    "signatures",
    "The chain of signed records; the bytes that were signed are in the folder signed.",
    (
        Column("sequence", "Place in the chain, from 1, and the name of its file.", lambda it: it.seal.sequence),
        Column("kind", "visit, addendum or discharge.", lambda it: it.kind),
        Column("visit_id", "The visit; of a discharge the last one.", lambda it: it.visit_id),
        Column("signed_at", "When it was signed.", lambda it: it.seal.signed_at),
        Column("therapist_id", "Who signed.", lambda it: it.seal.therapist_id),
        Column("previous", "Digest of the record before it, hex.", lambda it: it.seal.previous),
        Column("digest", "SHA-256 over the bytes of previous and the signed bytes, hex.", lambda it: it.seal.digest),
        Column("signature", "Ed25519 signature over the bytes of digest, hex.", lambda it: it.seal.signature),
        Column("public_key", "Ed25519 public key that checks it, hex.", lambda it: it.seal.public_key),
    ),
)
AUDIT: Final[Table[AuditOf]] = Table(
    "audit",
    "The audit trail: who did what, when. Nobody can change it in the program.",
    (
        Column("at", "When.", lambda it: it.event.at),
        Column("therapist_id", "Who did it.", lambda it: it.event.therapist_id),
        Column("therapist", "Their name.", lambda it: it.by),
        Column("action", "What was done.", lambda it: it.event.action),
        Column("subject", "Id of what it was done to: a client, case, visit or paper.", lambda it: it.event.subject),
        Column("detail", "Codes and counts.", lambda it: it.event.detail),
    ),
)
