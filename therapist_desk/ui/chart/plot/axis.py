"""The numbers at the side of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

_MOST_STEPS: Final = 5
_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5))
_ROOM: Final = Decimal("0.5")
"""How much of a step stays free between an open end and the last value, whose number stands there."""
_SPREAD: Final = Decimal(4)
"""How many of the steps the values should fill at least, so that small changes are not blown up."""


def ticks(values: Iterable[Decimal], lowest: Decimal | None, highest: Decimal | None) -> tuple[Decimal, ...]:
    """Give round numbers, evenly apart, from the lowest to the highest that a chart of `values` shows.

    A scale with two ends is shown whole, so that a measure looks the same everywhere; one with an end alone begins
    or stops there.
    """
    shown = [*values, *(end for end in (lowest, highest) if end is not None)]
    low, high = min(shown, default=Decimal(0)), max(shown, default=Decimal(0))
    if high == low:
        low, high = (low, high + _SPREAD) if highest is None else (low - _SPREAD, high)
    step = _step(high - low)
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    count = int(((high - first) / step).to_integral_value(ROUND_CEILING))
    if lowest is None and low - first < step * _ROOM and first >= step:
        first, count = first - step, count + 1
    if highest is None and first + step * count - high < step * _ROOM:
        count += 1
    return tuple(first + step * place for place in range(count + 1))


def _step(span: Decimal) -> Decimal:
    size = Decimal(1).scaleb(span.adjusted() - 1)
    while True:
        for step in _STEPS:
            if span <= _MOST_STEPS * step * size:
                return step * size
        size *= 10
