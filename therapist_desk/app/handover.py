"""What a locked run hands to the next: the times of running timers and when they began to be watched, no names."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import TimerEventId
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind, TimerEvent
from therapist_desk.ui.shell.session import Session

VARIABLE: Final = "THERAPIST_DESK_HANDOVER"


@dataclass(frozen=True, slots=True)
class Handover:
    """`watched_since` is since when some run of the program has watched the timers of `sessions`."""

    watched_since: Instant
    sessions: tuple[Session, ...]


def write_handover(handover: Handover) -> dict[str, str]:
    """Give the environment variable to start the next run with."""
    told = {
        "watched_since": _of_instant(handover.watched_since),
        "sessions": [
            {
                "planned": session.planned_minutes,
                "events": [[event.kind.value, *_of_instant(event.at)] for event in session.events],
            }
            for session in handover.sessions
        ],
    }
    return {VARIABLE: json.dumps(told, separators=(",", ":"))}


def take_handover(environment: MutableMapping[str, str] = os.environ) -> Handover | None:
    """Read what the run before handed over and take it out of `environment`; None where it makes no sense."""
    text = environment.pop(VARIABLE, "")
    if not text:
        return None
    try:
        told: Mapping[str, Any] = json.loads(text)
        sessions = tuple(_session(part) for part in told["sessions"])
        return Handover(_instant(*told["watched_since"]), sessions)
    except (ValueError, KeyError, TypeError):
        return None  # only a guide for the clock on the unlock window; the store knows the times


def _session(told: Mapping[str, Any]) -> Session:
    return Session(
        visit_id=None,
        planned_minutes=int(told["planned"]),
        events=tuple(_event(number, *event) for number, event in enumerate(told["events"])),
    )


def _event(number: int, kind: str, utc: str, offset: int, steady_ms: int, boot: str) -> TimerEvent:
    # What was done is not handed over. Any technique makes the minutes count, and intake says least.
    technique = INTAKE if EventKind(kind) is EventKind.START else None
    at = _instant(utc, offset, steady_ms, boot)
    return TimerEvent(id=TimerEventId(str(number)), kind=EventKind(kind), at=at, technique=technique)


def _of_instant(instant: Instant) -> list[str | int]:
    return [instant.utc.isoformat(), instant.offset_minutes, instant.steady_ms, instant.boot]


def _instant(utc: str, offset: int, steady_ms: int, boot: str) -> Instant:
    return Instant(datetime.fromisoformat(utc), int(offset), int(steady_ms), str(boot))
