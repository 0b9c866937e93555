"""Paired runs: product and floor in turn, so that what slows the machine slows both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Paired:
    """Medians over all rounds. `ratio` is the median of the rounds' own ratios, not the ratio of the medians."""

    value: float
    floor: float
    ratio: float


def measure_pairs(product: Callable[[], float], floor: Callable[[], float], *, rounds: int, warm_up: int) -> Paired:
    """Measure both `rounds` times, after `warm_up` rounds that do not count.

    Each callable does its work once and gives the time it took. Who goes first changes from round to round, so that
    neither always finds what the other left in the caches.
    """
    pairs: list[tuple[float, float]] = []
    for number in range(warm_up + rounds):
        if number % 2:
            low = floor()
            high = product()
        else:
            high = product()
            low = floor()
        if number >= warm_up:
            pairs.append((high, low))
    return Paired(
        value=median(high for high, _ in pairs),
        floor=median(low for _, low in pairs),
        ratio=median(high / low for high, low in pairs),
    )
