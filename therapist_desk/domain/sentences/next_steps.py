"""Home care until the next visit, and what that visit is for: what is offered, and how it is written."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.sentences.wording import Wording, day_words, sentence, tidy, within

_NOON: Final = 12


def offered_home_care(case: Case, last: Note | None) -> tuple[str, ...]:
    """Give what may be agreed for home today: what was agreed last time, then what is planned for the case."""
    before = last.home_care if last else ()
    planned = (tidy(line) for line in case.home_care.splitlines())
    known: dict[str, str] = {}
    for each in (*before, *planned):
        known.setdefault(each.casefold(), each)
    return tuple(each for each in known.values() if each)


def home_care_sentence(note: Note, wording: Wording = Wording.FULL) -> str:
    """Write what was agreed for home; empty where nothing was."""
    items = [within(each) for each in note.home_care if tidy(each)]
    care = "HEP" if wording is Wording.SHORT else "home care"
    return sentence(f"{care}: {'; '.join(items)}") if items else ""


def next_visit_sentence(note: Note, planned: Instant | None, wording: Wording = Wording.FULL) -> str:
    """Write what the next visit is for, and when it is planned; empty where neither is known."""
    aim = within(note.next_visit)
    when = "" if planned is None else _when(planned, wording)
    if not aim and not when:
        return ""
    return sentence(f"next visit{when}{f': {aim}' if aim else ''}")


def _when(planned: Instant, wording: Wording) -> str:
    local = planned.local
    hour = local.hour % _NOON or _NOON
    clock = f"{hour}:{local.minute:02d} {'am' if local.hour < _NOON else 'pm'}"
    day = day_words(planned.day)
    return f" {day}, {clock}" if wording is Wording.SHORT else f" on {day} at {clock}"
