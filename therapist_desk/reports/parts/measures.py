"""Tables of what was measured: motion with its change and norm, and everything else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from therapist_desk.domain.findings.measurement import MEASUREMENT_ERROR, Measurement, MeasurementKind
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.ink import INK, MM, PAPER
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import NOTE, Align, Rich, bold, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import SIDE_LETTERS
from therapist_desk.reports.wording.formats import number, signed

_BAR: Final = 42 * MM
_LIMITED: Final = 24 * MM


def motion_blocks(measurements: Sequence[Measurement]) -> list[Block]:
    """Set the ranges of motion, with what is within measurement error starred; nothing where none was taken."""
    motions = [item for item in measurements if item.kind is MeasurementKind.RANGE_OF_MOTION]
    if not motions:
        return []
    heads = say.MOTION_HEADS
    limited = any(item.limited_by or item.pain_on_motion for item in motions)
    columns = [
        Column(heads[0]),
        Column(heads[1], 14 * MM, Align.RIGHT),
        Column(heads[2], 14 * MM, Align.RIGHT),
        Column(heads[3], 16 * MM, Align.RIGHT, gap=1),
        Column("", 4 * MM),
        Column(heads[4], 15 * MM, Align.RIGHT, gap=14),
        Column(heads[5], _BAR),
    ]
    if limited:
        columns.insert(1, Column(say.LIMITED_BY, _LIMITED))
    rows = [_motion_row(item, limited=limited) for item in motions]
    notes = [say.MEASUREMENT_ERROR] if any(_within_error(item) for item in motions) else []
    sources = list(dict.fromkeys(item.norm_source for item in motions if item.norm_source))
    if sources:
        notes.append(say.NORM_SOURCES.format(sources="; ".join(sources)))
    blocks: list[Block] = [Table(columns, rows, pad=1.4)]
    if notes:
        blocks.append(Text(" ".join(notes), NOTE, above=1))
    return blocks


def measure_blocks(measurements: Sequence[Measurement]) -> list[Block]:
    """Set what else was measured on the body; nothing where none was."""
    others = [item for item in measurements if item.kind is MeasurementKind.GIRTH]
    if not others:
        return []
    heads = say.MEASURE_HEADS
    columns = (
        Column(heads[0]),
        *(Column(head, 22 * MM, Align.RIGHT, gap=0 if head == heads[-1] else 7) for head in heads[1:]),
    )
    rows = [
        Row(
            (
                _limited_name(item),
                *_values(item),
                _change(item),
                "" if item.norm is None else _with_unit(item, item.norm),
            )
        )
        for item in others
    ]
    return [Table(columns, rows)]


def measure_name(item: Measurement) -> str:
    """Name a measurement with its side."""
    side = f" {SIDE_LETTERS[item.side]}" if item.side is not None else ""
    return item.name[:1].upper() + item.name[1:] + side


def _limited_name(item: Measurement) -> str:
    name = measure_name(item)
    return say.LIMITED_NAME.format(name=name, limit=item.limited_by) if item.limited_by else name


def _motion_row(item: Measurement, *, limited: bool) -> Row:
    norm = "" if item.norm is None else _with_unit(item, item.norm)
    star = "*" if _within_error(item) else ""
    limit = (_limits(item),) if limited else ()
    return Row((_motion_name(item), *limit, *_values(item), _change(item), star, norm, RangeBar(item)))


def _motion_name(item: Measurement) -> str:
    name = measure_name(item)
    return f"{name}, {item.movement.value}" if item.movement is not None else name


def _limits(item: Measurement) -> Rich:
    parts = [say.PAIN_ON_MOTION] if item.pain_on_motion else []
    return value("; ".join([*parts, *([item.limited_by] if item.limited_by else [])]))


def _values(item: Measurement) -> tuple[Rich, Rich]:
    before = "" if item.before is None else _with_unit(item, item.before)
    after = "" if item.after is None else _with_unit(item, item.after)
    return before, (after if _within_error(item) or not after else bold(after))


def _change(item: Measurement) -> Rich:
    if item.before is None or item.after is None:
        return ""
    text = _with_unit(item, item.after - item.before, sign=True)
    return text if _within_error(item) else bold(text)


def _within_error(item: Measurement) -> bool:
    if item.kind is not MeasurementKind.RANGE_OF_MOTION or item.before is None or item.after is None:
        return False
    return abs(item.after - item.before) < MEASUREMENT_ERROR


def _with_unit(item: Measurement, value: Decimal, *, sign: bool = False) -> str:
    text = signed(value) if sign else number(value)
    close = item.unit in {"°", "%"} or item.unit.startswith("/")
    return f"{text}{item.unit}" if close or not item.unit else f"{text} {item.unit}"


class RangeBar(Block):
    """A motion from nothing to its norm: ring before, dot after, upright bar at the norm. Empty without a norm."""

    def __init__(self, item: Measurement) -> None:
        self._item = item

    def height(self, width: float) -> float:
        """One line."""
        return 10.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the line, the norm and the values that were taken."""
        item = self._item
        values = [value for value in (item.before, item.after) if value is not None]
        if item.norm is None or item.norm <= 0 or not values:
            return
        reach = float(max(item.norm, *values))
        y = top - 5.4

        def at(value: Decimal) -> float:
            return x + 3 + (width - 8) * max(0.0, float(value)) / reach

        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.5)
        canvas.line(at(Decimal(0)), y, at(Decimal(str(reach))), y)
        canvas.setLineWidth(0.9)
        canvas.line(at(item.norm), y - 3.5, at(item.norm), y + 3.5)
        if len(values) > 1:
            canvas.setLineWidth(2.4)
            canvas.line(at(values[0]), y, at(values[1]), y)
        if item.before is not None:
            canvas.setLineWidth(0.9)
            canvas.setFillColor(PAPER)
            canvas.circle(at(item.before), y, 2.3, stroke=1, fill=1)
        canvas.setFillColor(INK)
        if item.after is not None:
            canvas.circle(at(item.after), y, 2.5, stroke=0, fill=1)
