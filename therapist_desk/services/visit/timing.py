"""The session timer: each event is durable before it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.screening import DecisionMissingError, forbidding
from therapist_desk.domain.ids import SegmentId, TimerEventId, VisitId
from therapist_desk.domain.session.technique import INTAKE, Technique
from therapist_desk.domain.session.timer import (
    EventKind,
    Segment,
    SegmentSource,
    TimerEvent,
    TimerState,
    check_by_hand,
    check_event,
    fit_by_hand,
    state_of,
)
from therapist_desk.domain.visit import SignedError, Visit
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.health import background_of
from therapist_desk.store.charts import Charts

_BEGINS: Final = frozenset({EventKind.START, EventKind.RESUME, EventKind.SWITCH})


class ReasonMissingError(ExpectedError):
    """A correction without its reason."""

    code = "reason_missing"
    sentence = "Say why the times are corrected: the original stays, and the reason is kept beside it."


def start(desk: Desk, visit_id: VisitId, technique: Technique = INTAKE) -> Visit:
    """Start the clock. Raises TimerRefusedError where it has been started before.

    Raises DecisionMissingError, as going on does, where the client's health forbids it and nobody has decided.
    """
    return _record(desk, visit_id, EventKind.START, technique)


def switch(desk: Desk, visit_id: VisitId, technique: Technique) -> Visit:
    """Go on with another technique: starts an idle clock, wakes a paused or stopped one."""
    with desk.store.writing() as charts:
        visit = _unsigned(charts, visit_id)
        kind = {
            TimerState.IDLE: EventKind.START,
            TimerState.STOPPED: EventKind.RESUME,
        }.get(state_of(visit.events), EventKind.SWITCH)
        return _add(desk, charts, visit, kind, technique, None)


def pause(desk: Desk, visit_id: VisitId) -> Visit:
    """Hold the clock. Raises TimerRefusedError where it does not run."""
    return _record(desk, visit_id, EventKind.PAUSE)


def resume(desk: Desk, visit_id: VisitId) -> Visit:
    """Go on after a pause or a stop. Raises TimerRefusedError where it runs or has not begun."""
    return _record(desk, visit_id, EventKind.RESUME)


def stop(desk: Desk, visit_id: VisitId) -> Visit:
    """End the session. Raises TimerRefusedError where it has not begun or has ended."""
    return _record(desk, visit_id, EventKind.STOP)


def confirm_working(desk: Desk, visit_id: VisitId) -> Visit:
    """Answer a timer that looks forgotten: the hands-on work goes on, its minutes count."""
    return _record(desk, visit_id, EventKind.CONFIRM)


def ended_at(desk: Desk, visit_id: VisitId, when: datetime) -> Visit:
    """Answer a timer that looks forgotten: the work ended at `when` (aware), entered by hand.

    Raises:
        TimeOrderError: `when` lies before the last event or in the future.
    """
    return _record(desk, visit_id, EventKind.STOP, at=_by_hand(desk, when))


def add_by_hand(
    desk: Desk,
    visit_id: VisitId,
    technique: Technique,
    begun: datetime,
    ended: datetime,
    *,
    regions: tuple[str, ...] = (),
    replaces: SegmentId | None = None,
    reason: str = "",
) -> Visit:
    """Enter a segment afterwards, or correct one: the original stays, replaced, with the reason.

    Raises:
        TimeOrderError: it ends before it begins, or lies in the future.
        OverlapError: it lies over times that count already, other than those it corrects.
        ReasonMissingError: it corrects another without a reason.
        DecisionMissingError: it is new hands-on time, the client's health forbids it and nobody has decided.
        SignedError: the visit is signed.
    """
    if replaces is not None and not reason.strip():
        raise ReasonMissingError
    start_at, stop_at = _by_hand(desk, begun), _by_hand(desk, ended)
    segment = Segment(
        id=SegmentId(new_id()),
        technique=technique,
        start=start_at,
        stop=stop_at,
        seconds=max(0, int((stop_at.utc - start_at.utc).total_seconds())),
        regions=regions,
        source=SegmentSource.BY_HAND,
        replaces=replaces,
        reason=reason.strip(),
    )
    now = desk.clock.now()
    with desk.store.writing() as charts:
        visit = _unsigned(charts, visit_id)
        if replaces is None and technique.hands_on:
            _refuse_forbidden(charts, visit)
        counted = visit.segments(now)
        segment = fit_by_hand(segment, counted)
        check_by_hand(segment, now, counted)
        charts.visits.add_segment(visit_id, segment)
        if replaces is not None:
            desk.audit(charts, AuditAction.TIMES_CORRECTED, visit_id, segment.id)
        return charts.visits.get(visit_id)


def _record(
    desk: Desk, visit_id: VisitId, kind: EventKind, technique: Technique | None = None, at: Instant | None = None
) -> Visit:
    with desk.store.writing() as charts:
        return _add(desk, charts, _unsigned(charts, visit_id), kind, technique, at)


def _add(
    desk: Desk, charts: Charts, visit: Visit, kind: EventKind, technique: Technique | None, at: Instant | None
) -> Visit:
    now = desk.clock.now()
    if kind in _BEGINS and state_of(visit.events) is not TimerState.RUNNING:
        _refuse_forbidden(charts, visit)
    event = TimerEvent(
        id=TimerEventId(new_id()), kind=kind, at=at or now, technique=technique, by_hand=at is not None
    )
    check_event(visit.events, event, now)
    charts.visits.add_event(visit.id, event)
    return replace(visit, events=(*visit.events, event))


def _refuse_forbidden(charts: Charts, visit: Visit) -> None:
    cautions = background_of(charts, charts.clients.get(visit.client_id)).cautions
    if forbidding(visit.screening, cautions):
        raise DecisionMissingError


def _unsigned(charts: Charts, visit_id: VisitId) -> Visit:
    visit = charts.visits.get(visit_id)
    if visit.signed:
        raise SignedError
    return visit


def _by_hand(desk: Desk, when: datetime) -> Instant:
    """A moment that somebody remembered: no steady count, and the offset of that day, which may be summer time."""
    offset = when.utcoffset()
    minutes = desk.clock.now().offset_minutes if offset is None else round(offset.total_seconds() / 60)
    return Instant(when.astimezone(desk.clock.now().utc.tzinfo), minutes)
