"""What is missing before a visit may be signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.background import REQUIRED, Background, sensitive_areas
from therapist_desk.domain.health.consent import ConsentStanding
from therapist_desk.domain.health.screening import undecided
from therapist_desk.domain.likeness import NEARLY_THE_SAME, same_share
from therapist_desk.domain.mark import SCALES, MarkKind
from therapist_desk.domain.narrative import generated_paragraphs
from therapist_desk.domain.note import Note, Origin, Paragraph, Section, joined
from therapist_desk.domain.observation import Observation
from therapist_desk.domain.review import unreviewed
from therapist_desk.domain.timer import TimerState
from therapist_desk.domain.visit import Visit


class Severity(StrEnum):
    """Whether an item holds back signing."""

    TO_FIX = "to fix"
    ADVICE = "advice"


class Target(StrEnum):
    """The place on the visit screen where an item is mended."""

    TIMER = "timer"
    PAIN_BEFORE = "pain before"
    PAIN_AFTER = "pain after"
    LIMITATION = "limitation"
    SUBJECTIVE = "subjective"
    MAP = "map"
    REVIEW = "review"
    RESPONSE = "response"
    PLAN = "plan"
    UNCONFIRMED = "unconfirmed"
    HEALTH = "health"
    DECISION = "decision"
    CONSENT = "consent"
    RED_TEST = "red test"


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing missing: `code` names the sentence, `values` fill it, `target` is where to mend it."""

    code: str
    severity: Severity
    target: Target
    values: Mapping[str, str | int] = field(default_factory=dict)


class NotReadyError(ExpectedError):
    """Signing while items to fix remain, and nobody gave a reason to sign all the same."""

    code = "not_ready"
    sentence = "{count} things are missing before this visit can be signed."

    def __init__(self, items: tuple[MissingItem, ...]) -> None:
        self.items = items
        super().__init__(count=len(items))


def missing_items(
    visit: Visit, now: Instant, background: Background | None = None, last: Visit | None = None
) -> tuple[MissingItem, ...]:
    """List what a reviewer would miss, most pressing first; empty when nothing is.

    Without a `background` nothing is asked of health and consent. `last` is the visit before it, if there is one.
    """
    found = [*_times(visit, now), *_scores(visit.note), *_texts(visit), *_grades(visit), *_tests(visit)]
    if background is not None:
        found += [*_health(visit, background), *_consent(visit, background, now)]
    if last is not None:
        found += [*_review(visit, last), *_likeness(visit, last)]
    return tuple(sorted(found, key=lambda item: item.severity is not Severity.TO_FIX))


def _times(visit: Visit, now: Instant) -> list[MissingItem]:
    state = visit.timer(now).state
    if state in (TimerState.RUNNING, TimerState.PAUSED):
        return [MissingItem("timer_running", Severity.TO_FIX, Target.TIMER)]
    if not visit.segments(now):
        return [MissingItem("no_times", Severity.TO_FIX, Target.TIMER)]
    if not any(segment.technique.hands_on for segment in visit.segments(now)):
        return [MissingItem("no_hands_on_time", Severity.TO_FIX, Target.TIMER)]
    return []


def _scores(note: Note) -> list[MissingItem]:
    found = []
    if note.pain_before is None:
        found.append(MissingItem("no_pain_before", Severity.TO_FIX, Target.PAIN_BEFORE))
    if note.pain_after is None:
        found.append(MissingItem("no_pain_after", Severity.TO_FIX, Target.PAIN_AFTER))
    if note.response is None:
        found.append(MissingItem("no_response", Severity.TO_FIX, Target.RESPONSE))
    if not note.limitation.strip():
        found.append(MissingItem("no_limitation", Severity.ADVICE, Target.LIMITATION))
    return found


def _texts(visit: Visit) -> list[MissingItem]:
    note, found = visit.note, []
    if not note.of(Section.SUBJECTIVE) and not note.limitation.strip():
        found.append(MissingItem("no_subjective", Severity.TO_FIX, Target.SUBJECTIVE))
    if not (visit.marks or visit.measurements or visit.observations or note.of(Section.OBJECTIVE)):
        found.append(MissingItem("no_findings", Severity.TO_FIX, Target.MAP))
    if not note.of(Section.PLAN):
        found.append(MissingItem("no_plan", Severity.TO_FIX, Target.PLAN))
    unconfirmed = sum(paragraph.origin is Origin.UNCONFIRMED for paragraph in note.paragraphs)
    if unconfirmed:
        found.append(MissingItem("unconfirmed", Severity.TO_FIX, Target.UNCONFIRMED, {"count": unconfirmed}))
    return found


def _review(visit: Visit, last: Visit) -> list[MissingItem]:
    waiting = len(unreviewed(last.marks, visit.marks, visit.id))
    return [MissingItem("unreviewed", Severity.ADVICE, Target.REVIEW, {"count": waiting})] if waiting else []


def _likeness(visit: Visit, last: Visit) -> list[MissingItem]:
    share = same_share(*(_written(each) for each in (visit, last)))
    if share < NEARLY_THE_SAME:
        return []
    return [MissingItem("nearly_last", Severity.ADVICE, Target.SUBJECTIVE, {"share": share})]


def _written(visit: Visit) -> tuple[Paragraph, ...]:
    return (*visit.note.paragraphs, *generated_paragraphs(visit.note, visit.marks, visit.measurements, ()))


def _grades(visit: Visit) -> list[MissingItem]:
    graded = [mark for mark in visit.marks if SCALES[mark.kind] is not None]
    without_before = sum(mark.before is None for mark in graded)
    without_after = sum(mark.wants_after for mark in graded)
    found = []
    if without_before:
        found.append(MissingItem("no_grade_before", Severity.ADVICE, Target.MAP, {"count": without_before}))
    if without_after:
        found.append(MissingItem("no_grade_after", Severity.ADVICE, Target.MAP, {"count": without_after}))
    return found


def _health(visit: Visit, background: Background) -> list[MissingItem]:
    found = []
    waiting = undecided(visit.screening, background.cautions)
    if waiting:
        found.append(MissingItem("undecided", Severity.TO_FIX, Target.DECISION, {"count": len(waiting)}))
    if background.history is None:
        found.append(MissingItem("no_history", Severity.ADVICE, Target.HEALTH))
    if visit.screening.check is None:
        found.append(MissingItem("health_unasked", Severity.ADVICE, Target.HEALTH))
    return found


def _consent(visit: Visit, background: Background, now: Instant) -> list[MissingItem]:
    state = background.consent_on(visit.service_date)
    if not state.standing.holds:
        code = {
            ConsentStanding.EXPIRED: "consent_expired",
            ConsentStanding.WITHDRAWN: "consent_withdrawn",
        }.get(state.standing, "no_consent")
        return [MissingItem(code, Severity.ADVICE, Target.CONSENT)]
    marked = {
        region.region for mark in visit.marks if mark.kind is not MarkKind.DO_NOT_WORK for region in mark.regions
    }
    worked = {region for segment in visit.segments(now) for region in segment.regions}
    return [
        MissingItem(
            "no_area_consent",
            Severity.TO_FIX if area in REQUIRED else Severity.ADVICE,
            Target.CONSENT,
            {"area": area.value},
        )
        for area in sensitive_areas(marked | worked)
        if area not in state.scopes
    ]


def _tests(visit: Visit) -> list[MissingItem]:
    unanswered = len(unplanned_red_tests(visit))
    return [MissingItem("red_test", Severity.ADVICE, Target.RED_TEST, {"count": unanswered})] if unanswered else []


def unplanned_red_tests(visit: Visit) -> tuple[Observation, ...]:
    """Give the positive tests that call for a referral, of which the plan says nothing yet."""
    plan = joined(visit.note.of(Section.PLAN)).casefold()
    return tuple(each for each in visit.observations if each.red and each.name.casefold() not in plan)
