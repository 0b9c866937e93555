"""What the finder offers: motions, whole joints, tests, posture, palpation, girth and outcome measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.condition import condition_of
from therapist_desk.domain.care.goal import GoalStatus
from therapist_desk.domain.care.goal_wording import motion_of
from therapist_desk.domain.care.treatment import CheckKind
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.findings.motion import Motion
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.names import fold, fold_words
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.visit import Visit
from therapist_desk.services.clinical.assessments import Assessments, PalpationTerm, PostureFinding, SpecialTest
from therapist_desk.services.desk import new_id

Wanted = tuple[Measurement, ...] | SpecialTest | PostureFinding | PalpationTerm | Measure | None
"""Motions to add to the sheet, or what has a dialog of its own; None is a girth."""
MOST: Final = 60
PAIN_SCALE: Final = "NPRS"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Visit", words)


_CALLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cervical": "neck head spine",
        "thoracolumbar": "back low lower trunk spine lumbar thoracic",
        "jaw": "mouth TMJ mandible",
        "ankle": "foot",
        "lateral flexion": "side bending sidebending tilt",
        "dorsiflexion": "flexion",
        "plantarflexion": "extension",
        "opening": "open",
    }
)
"""What people say for a joint or a motion, to find it by."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the finder: what it says, what kind it is, what it is found by besides, and how plans name it."""

    title: str
    kind: str
    wanted: Callable[[Movement], Wanted]
    also: str = ""
    planned_as: tuple[CheckKind, str] | None = None

    @property
    def scores(self) -> bool:
        """Whether it is an outcome measure."""
        return self.planned_as is not None and self.planned_as[0] is CheckKind.MEASURE

    def holds(self, sought: str) -> bool:
        """Whether one of its words begins so."""
        return any(word.startswith(sought) for word in fold_words(f"{self.title} {self.kind} {self.also}"))


def all_offers(
    assessments: Assessments, last: Sequence[Measurement], case: Case, today: Visit | None = None
) -> tuple[Offer, ...]:
    """Everything on offer: last visit's measures first, then what the case plans, then all the rest.

    Planned are the motions that goals are measured by, and the case's checks; what `today` has of them already
    stands among the rest. The rest are whole joints and motions, tests, measures (those for the case's condition
    first), posture, palpation.
    """
    rest = _by_kind(assessments, case)
    done = _done(today) if today is not None else set()
    goals = [(CheckKind.MOTION, motion_of(goal)) for goal in case.goals if goal.status is GoalStatus.OPEN]
    checks = [(check.kind, check.key) for check in case.checks]
    planned = [each for each in dict.fromkeys((*goals, *checks)) if each not in done]
    first = sorted(
        (offer for offer in rest if offer.planned_as in planned),
        key=lambda offer: planned.index(offer.planned_as) if offer.planned_as else 0,
    )
    kind = _tr("{kind}, planned")
    return (
        *_last_time(last),
        *(replace(offer, kind=kind.format(kind=offer.kind)) for offer in first),
        *(offer for offer in rest if offer not in first),
    )


def _done(today: Visit) -> set[tuple[CheckKind, str]]:
    """Name what a visit has measured and tested; the pain now is the score of the pain scale."""
    taken = {(CheckKind.MEASURE, each.measure) for each in today.measurements if each.measure}
    taken |= {(CheckKind.MOTION, each.name) for each in today.measurements if not each.measure}
    taken |= {(CheckKind.TEST, each.name) for each in today.observations}
    if today.note.pain_before is not None:
        taken.add((CheckKind.MEASURE, PAIN_SCALE))
    return taken


def _by_kind(assessments: Assessments, case: Case) -> tuple[Offer, ...]:
    return (
        *_joints(assessments),
        *_tests(assessments.tests),
        *_measures(assessments.measures.values(), case),
        *(Offer(_capital(each.name), _tr("posture"), _give(each)) for each in assessments.posture),
        Offer(_tr("Girth"), _tr("girth"), _give(None), "circumference limb cm inch"),
        *(Offer(each.name, _tr("palpation"), _give(each), each.meaning) for each in assessments.palpation),
    )


def search_offers(text: str, offers: Sequence[Offer]) -> tuple[tuple[Offer, ...], Movement]:
    """Find the offers that hold every word; "passive" chooses how a motion is tested and is no word to find."""
    words = fold_words(text)
    movement = Movement.PASSIVE if "passive" in words else Movement.ACTIVE
    sought = [word for word in words if word not in (Movement.PASSIVE.value, Movement.ACTIVE.value)]
    found = [offer for offer in offers if all(offer.holds(word) for word in sought)]
    if sought:
        found.sort(key=lambda offer: not fold(offer.title).startswith(sought[0]))
    return tuple(found[:MOST]), movement


def new_motions(motion: Motion, movement: Movement, sides: Iterable[Side | None] | None = None) -> list[Measurement]:
    """Make what measures a motion, on the right and the left where the sides differ; values are still to come."""
    if sides is None:
        sides = (Side.RIGHT, Side.LEFT) if motion.both_sides else (None,)
    return [
        Measurement(
            id=MeasurementId(new_id()),
            kind=MeasurementKind.RANGE_OF_MOTION,
            name=motion.name,
            side=side,
            unit=motion.unit,
            norm=motion.usual,
            norm_source=motion.usual_source,
            movement=movement,
        )
        for side in sides
    ]


def _last_time(last: Sequence[Measurement]) -> list[Offer]:
    body = [each for each in last if each.kind in (MeasurementKind.RANGE_OF_MOTION, MeasurementKind.GIRTH)]
    if not body:
        return []
    title = _tr("Same as last visit: {count} measured").format(count=len(body))

    def again(_movement: Movement) -> Wanted:
        return tuple(_emptied(each) for each in body)

    return [Offer(title, _tr("range of motion"), again, "again repeat")]


def _emptied(item: Measurement) -> Measurement:
    fresh = MeasurementId(new_id())
    return replace(item, id=fresh, before=None, after=None, limited_by="", pain_on_motion=False, kept=False)


def _joints(assessments: Assessments) -> list[Offer]:
    kind, found = _tr("range of motion"), []
    for joint, motions in assessments.joints().items():
        called = _CALLED.get(joint, "")
        count = sum(2 if motion.both_sides else 1 for motion in motions)
        title = _tr("{joint}: all {count} motions").format(joint=_capital(joint), count=count)
        found.append(Offer(title, kind, _motions(motions), called))
        for motion in motions:
            named = (CheckKind.MOTION, motion.name)
            also = f"{motion.hint} {called} {_CALLED.get(motion.motion, '')}"
            found.append(Offer(_capital(motion.name), kind, _motions((motion,)), also, named))
            if motion.both_sides:
                for side, words in ((Side.RIGHT, _tr("right")), (Side.LEFT, _tr("left"))):
                    name = f"{_capital(motion.name)}, {words}"
                    found.append(Offer(name, kind, _motions((motion,), (side,)), also))
    return found


def _motions(motions: Sequence[Motion], sides: Sequence[Side] | None = None) -> Callable[[Movement], Wanted]:
    def wanted(movement: Movement) -> Wanted:
        return tuple(each for motion in motions for each in new_motions(motion, movement, sides))

    return wanted


def _tests(tests: Iterable[SpecialTest]) -> list[Offer]:
    kind = _tr("special test, {region}")
    return [
        Offer(each.name, kind.format(region=each.region), _give(each), each.suggests, (CheckKind.TEST, each.name))
        for each in tests
    ]


def _measures(measures: Iterable[Measure], case: Case) -> list[Offer]:
    kind, total = _tr("outcome measure"), _tr("outcome measure, total")
    return [
        Offer(
            each.name,
            total if each.total_only else kind,
            _give(each),
            f"{each.id} {' '.join(each.conditions)}",
            (CheckKind.MEASURE, each.id),
        )
        for each in sorted(measures, key=lambda each: not condition_of(case, each.conditions))
    ]


def _give(thing: Wanted) -> Callable[[Movement], Wanted]:
    def wanted(_movement: Movement) -> Wanted:
        return thing

    return wanted


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
