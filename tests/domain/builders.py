"""Domain values for tests: plausible, complete, clearly fictional."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point, Shape
from therapist_desk.domain.ids import CaseId, ClientId, MarkId, TherapistId, TimerEventId, VisitId
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import EventKind, TimerEvent
from therapist_desk.domain.visit import Visit

DEEP = Technique("deep_tissue", "Deep tissue massage", "97124")
RELEASE = Technique("mfr", "Myofascial release", "97140")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NAPE = Point(3000, 1500)
UPPER_TRAPEZIUS = RegionRef("trap_upper", "upper trapezius", Side.RIGHT)

_ids = count(1)


def at(minutes: float, *, boot: str = "boot", clock_set_back: float = 0) -> Instant:
    """The moment `minutes` after noon by the steady count; the wall clock may have been set back meanwhile."""
    wall = NOON + timedelta(minutes=minutes - clock_set_back)
    return Instant(wall, -480, round(minutes * 60_000), boot)


def event(
    kind: EventKind, minutes: float, technique: Technique | None = None, *, by_hand: bool = False, boot: str = "boot"
) -> TimerEvent:
    moment = at(minutes, boot="" if by_hand else boot)
    return TimerEvent(
        id=TimerEventId(f"event-{next(_ids)}"), kind=kind, at=moment, technique=technique, by_hand=by_hand
    )


def mark(
    kind: MarkKind = MarkKind.TRIGGER_ACTIVE,
    *regions: RegionRef,
    view: View = View.BACK,
    shape: Shape = NAPE,
    **details: Any,
) -> Mark:
    values: dict[str, Any] = {
        "id": MarkId(f"mark-{next(_ids)}"),
        "kind": kind,
        "figure": Figure.NEUTRAL,
        "atlas_version": "test",
        "view": view,
        "shape": shape,
        "regions": regions or (UPPER_TRAPEZIUS,),
    } | details
    return Mark(**values)


def visit(**details: Any) -> Visit:
    values: dict[str, Any] = {
        "id": VisitId(f"visit-{next(_ids)}"),
        "client_id": ClientId("client"),
        "case_id": CaseId("case"),
        "therapist_id": TherapistId("therapist"),
        "number": 1,
        "service_date": date(2026, 11, 23),
    } | details
    return Visit(**values)
