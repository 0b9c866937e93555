"""The treatment table: segments under their procedure numbers, with start, stop and minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from therapist_desk.domain.procedures import PROCEDURES, Timing
from therapist_desk.domain.session.minutes import minutes_by_code
from therapist_desk.domain.session.timer import Segment, SegmentSource, hands_on_seconds
from therapist_desk.reports.layout.flow import Block, Keep, Text
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import BODY, CELL, NOTE, Align, Rich, bold, phrase, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import plural, times

Cells: TypeAlias = tuple[Rich, ...]


def treatment_blocks(
    segments: Sequence[Segment], units: Mapping[str, int] | None = None, working: Rich = ""
) -> list[Block]:
    """Set what was done, and what of the session was not treatment.

    With `units` each number has its own beside its minutes; `working` says by which rule, and how they follow.
    """
    treated = [segment for segment in segments if segment.technique.hands_on]
    if not treated:
        return [Text(say.NO_TREATMENT, BODY), *_not_counted(segments)]
    heads = say.TREATMENT_HEADS
    columns = (
        Column(heads[0], 14 * MM),
        Column(heads[1]),
        Column(heads[2], 36 * MM),
        Column(heads[3], 15 * MM, Align.RIGHT),
        *((Column(say.UNITS_HEAD, 15 * MM, Align.RIGHT),) if units is not None else ()),
    )
    codes = list(dict.fromkeys(segment.technique.code for segment in treated))
    rows = [row for code in codes for row in _group(code, [s for s in treated if s.technique.code == code], units)]
    total = hands_on_seconds(treated) // 60
    counted: Cells = () if units is None else (bold(str(sum(units.values()))),)
    rows.append(Row((bold(say.TOTAL), bold(treatment_title(treated)), "", bold(str(total)), *counted), total=True))
    blocks: list[Block] = [Table(columns, rows, pad=1.4)]
    if working:
        blocks.append(Text(working, CELL, above=2))
    notes = list(_notes(treated, total))
    if notes:
        blocks.append(Text(" ".join(notes), NOTE, above=1))
    return [Keep([*blocks, *_not_counted(segments)])]


def is_all_by_hand(segments: Iterable[Segment]) -> bool:
    """Tell whether hands did all of a treatment: what is not billed by time, as a hot pack, acts by itself."""
    return all(PROCEDURES.get(each.technique.code) is not Timing.UNTIMED for each in segments)


def treatment_title(segments: Iterable[Segment]) -> str:
    """Name what the minutes of a treatment are."""
    return say.STRIP_HANDS_ON if is_all_by_hand(segments) else say.STRIP_TREATMENT


def timed_minutes(segments: Sequence[Segment]) -> int:
    """Whole minutes under the numbers that are billed by time."""
    found = minutes_by_code(segments)
    return sum(minutes for code, minutes in found.items() if PROCEDURES.get(code) is Timing.TIMED)


def minutes_under(code: str, segments: Sequence[Segment]) -> int:
    """Whole minutes of the segments of one number, as units are reckoned from them: floored once for each day.

    Without a number nothing is billed, and they are floored once.
    """
    return minutes_by_code(segments).get(code, 0) if code else hands_on_seconds(segments) // 60


def clock_minutes(segments: Sequence[Segment]) -> int | None:
    """Whole minutes from the first start to the last stop, pauses included; None without times."""
    stops = [segment.stop.utc for segment in segments if segment.stop is not None]
    if not segments or not stops:
        return None
    return int((max(stops) - min(segment.start.utc for segment in segments)).total_seconds()) // 60


def _group(code: str, segments: Sequence[Segment], units: Mapping[str, int] | None) -> list[Row]:
    of_code: Cells = () if units is None else (bold(str(units.get(code, 0))) if code else "",)
    of_row: Cells = () if units is None else ("",)
    minutes = minutes_under(code, segments)
    words = say.CODE_WORDS.get(code, say.OTHER_CODE) if code else say.NO_CODE
    head = Row((bold(code) if code else "", words, "", bold(str(minutes)), *of_code), ruled=False)
    rows = [
        Row(
            (
                "",
                _technique(segment),
                _times(segment),
                str(segment.minutes),
                *of_row,
            ),
            ruled=i == len(segments) - 1,
        )
        for i, segment in enumerate(segments)
    ]
    return [head, *rows]


def _times(segment: Segment) -> str:
    if segment.stop is None:
        return ""
    star = " *" if segment.source is SegmentSource.BY_HAND else ""
    return f"{times(segment.start, segment.stop)}{star}"


def _technique(segment: Segment) -> Rich:
    if not segment.regions:
        return value(segment.technique.name)
    return phrase(say.TECHNIQUE_REGIONS, technique=segment.technique.name, regions=", ".join(segment.regions))


def _notes(segments: Sequence[Segment], total: int) -> list[str]:
    notes = []
    by_hand = [segment for segment in segments if segment.source is SegmentSource.BY_HAND]
    if by_hand:
        reasons = list(
            dict.fromkeys(segment.reason.strip().rstrip(".") for segment in by_hand if segment.reason.strip())
        )
        notes.append(say.BY_HAND_NOTE.format(reasons=f": {'; '.join(reasons)}" if reasons else ""))
    if sum(segment.minutes for segment in segments) != total:
        notes.append(say.SECONDS_NOTE)
    return notes


def _not_counted(segments: Sequence[Segment]) -> list[Block]:
    items = [
        f"{segment.technique.name[:1].lower()}{segment.technique.name[1:]} {times(segment.start, segment.stop)} "
        f"({plural(segment.minutes, 'minute', 'minutes')})"
        for segment in segments
        if not segment.technique.hands_on and segment.stop is not None
    ]
    return [Text(phrase(say.NOT_COUNTED, items=", ".join(items)), NOTE, above=2)] if items else []
