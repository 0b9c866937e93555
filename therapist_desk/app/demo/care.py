"""Goals and plans of the sample clients: invented."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal
from therapist_desk.domain.care.goal_wording import worded
from therapist_desk.domain.care.treatment import CheckKind, PlanLine, PlannedCheck


def whiplash_goals(begun: date, today: date) -> tuple[Goal, ...]:
    """Give her goals: neck rotation, headache at the desk, sleep, and lifting the child."""
    rotation = Aim(
        kind=AimKind.MOTION,
        name="cervical rotation",
        side=Side.RIGHT,
        unit="°",
        direction=Direction.AT_LEAST,
        first=Decimal(46),
        wanted=Decimal(70),
        first_on=begun,
    )
    pain = Aim(kind=AimKind.PAIN, direction=Direction.AT_MOST, first=Decimal(8), wanted=Decimal(2), first_on=begun)
    nights = _told("Nights woken a week", Direction.AT_MOST, (6, 2), begun, (2, today - timedelta(days=14)))
    lifting = _told(
        "PSFS item", Direction.AT_LEAST, (2, 7), begun, (3, today - timedelta(days=14)), kind=AimKind.ACTIVITY
    )
    goals = (
        Goal(text="Check both blind spots while driving", aim=rotation, due=today + timedelta(days=21)),
        Goal(text="Two hours at the desk, headache ≤ 2/10", aim=pain, due=today + timedelta(days=28)),
        Goal(text="Sleep through 5 nights a week", aim=nights, due=today + timedelta(days=14)),
        Goal(text="Lift child into car seat without flare", aim=lifting, due=today + timedelta(days=28)),
    )
    return tuple(worded(goal) for goal in goals)


def whiplash_plan() -> tuple[PlanLine, ...]:
    """Give the lines of her plan."""
    return (
        _line("Myofascial release", "R upper trapezius, R levator scapulae", "97140", (15, 25), "Each visit"),
        _line("Trigger point therapy", "Suboccipitals, both", "97140", (8, 8), "Each visit"),
        _line("Massage", "Cervical, upper thoracic", "97124", (15, 25), "Each visit"),
        _line("Home exercise", "Chin tucks 2 × 10, rotation with towel", "97110", (5, 5), "Daily at home"),
    )


def whiplash_checks() -> tuple[PlannedCheck, ...]:
    """Give what her visits are to measure."""
    return (
        PlannedCheck(kind=CheckKind.MOTION, key="cervical rotation", name="Cervical rotation"),
        PlannedCheck(kind=CheckKind.MEASURE, key="NDI", name="Neck Disability Index"),
        PlannedCheck(kind=CheckKind.MEASURE, key="PSFS", name="Patient-Specific Functional Scale"),
    )


def sciatica_goals(begun: date, today: date) -> tuple[Goal, ...]:
    """Give his goal: to sit through a rehearsal."""
    seated = _told("Minutes seated", Direction.AT_LEAST, (30, 120), begun, (75, today - timedelta(days=11)))
    return (worded(Goal(text="Sit through a two-hour rehearsal", aim=seated, due=today + timedelta(days=30))),)


def sciatica_plan() -> tuple[PlanLine, ...]:
    """Give the lines of his plan."""
    return (
        _line("Deep tissue massage", "Lumbar erectors, quadratus lumborum", "97124", (15, 20), "Each visit"),
        _line("Trigger point therapy", "L gluteals, L piriformis", "97140", (15, 20), "Each visit"),
        _line("Myofascial release", "L hamstrings", "97140", (10, 15), "Each visit"),
    )


def pianist_goals(begun: date, today: date) -> tuple[Goal, ...]:
    """Give the pianist's goal."""
    played = _told("Minutes at the piano", Direction.AT_LEAST, (40, 90), begun, None)
    return (worded(Goal(text="Practice an hour and a half in one go", aim=played, due=today + timedelta(days=40))),)


def pianist_plan() -> tuple[PlanLine, ...]:
    """Give the lines of the pianist's plan."""
    return (
        _line("Myofascial release", "R forearm flexors, R pronator teres", "97140", (20, 25), "Each visit"),
        _line("Massage", "R palm and forearm", "97124", (10, 15), "Each visit"),
    )


def _line(treatment: str, where: str, code: str, minutes: tuple[int, int], how_often: str) -> PlanLine:
    least, most = minutes
    return PlanLine(
        treatment=treatment, where=where, code=code, least_minutes=least, most_minutes=most, how_often=how_often
    )


def _told(
    name: str,
    direction: Direction,
    way: tuple[int, int],
    begun: date,
    latest: tuple[int, date] | None,
    *,
    kind: AimKind = AimKind.OTHER,
) -> Aim:
    first, wanted = way
    return Aim(
        kind=kind,
        name=name,
        direction=direction,
        first=Decimal(first),
        wanted=Decimal(wanted),
        first_on=begun,
        latest=Decimal(latest[0]) if latest else None,
        latest_on=latest[1] if latest else None,
    )
