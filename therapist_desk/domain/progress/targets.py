"""Goals as numbers on the scale of what was measured, where their words can be read so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import Aim, AimKind, Goal, GoalStatus
from therapist_desk.domain.progress.series import PAIN_SCALE, Series

_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_OUT_OF: Final = re.compile(r"\s*/\s*\d+(?:[.,]\d+)?")
_SIDES: Final = {"right": Side.RIGHT, "left": Side.LEFT, "r": Side.RIGHT, "l": Side.LEFT}
_BESIDE_THE_POINT: Final = frozenset(
    {"range", "of", "motion", "rom", "active", "passive", "degrees", "score", "total", "level", "before", "visit"}
)
_PAIN_WORDS: Final = frozenset({"pain", "nprs", "numeric", "rating", "scale", "now", "to"})
_SAME: Final = {"neck": "cervical"}


@dataclass(frozen=True, slots=True)
class Target:
    """A number that a goal aims at, with the goal's own words."""

    value: Decimal
    words: str


def target_number(text: str) -> Decimal | None:
    """Read the one number in a target: "70° or more" is 70, "2/10" is 2; None where there is none, or several."""
    numbers = _NUMBER.findall(_OUT_OF.sub("", text))
    return Decimal(numbers[0].replace(",", ".")) if len(numbers) == 1 else None


def targets_of(series: Series, among: Sequence[Series], goals: Iterable[Goal]) -> tuple[Target, ...]:
    """Give the numbers that goals set for `series`.

    A goal that is tied to a number counts where it names this measurement. Of an older one, that has words alone,
    the measure must say nothing but the name, or part of the name, and a side; words that would fit several
    quantities `among` those measured fit none. Dropped goals set nothing.
    """
    found: dict[Decimal, Target] = {}
    for goal in goals:
        value = target_number(goal.target) if goal.aim is None else goal.aim.wanted
        if goal.status is GoalStatus.DROPPED or value is None or not _on_scale(series, value):
            continue
        fits = _fits_words(series, among, goal.measure) if goal.aim is None else _is_aim_of(goal.aim, series)
        if fits:
            found.setdefault(value, Target(value, goal.text))
    return tuple(found.values())


def _is_aim_of(aim: Aim, series: Series) -> bool:
    if aim.kind is AimKind.PAIN or series.name == PAIN_SCALE:
        return aim.kind is AimKind.PAIN and series.name == PAIN_SCALE
    names = {series.name.casefold(), *((series.measure.name.casefold(),) if series.measure else ())}
    return aim.name.strip().casefold() in names and aim.side in (None, series.side)


def _fits_words(series: Series, among: Sequence[Series], measure: str) -> bool:
    names = {each.name for each in among if _speaks_of(measure, each)}
    return names == {series.name} and _on_side(measure, series.side)


def _speaks_of(measure: str, series: Series) -> bool:
    words = _words(measure) - _SIDES.keys()
    if series.name == PAIN_SCALE:
        return bool(words & {"pain", "nprs"}) and words <= _PAIN_WORDS | _BESIDE_THE_POINT
    words -= _BESIDE_THE_POINT
    names = _words(series.name) | (_words(series.measure.name) if series.measure else set())
    return bool(words) and words <= names


def _on_side(measure: str, side: Side | None) -> bool:
    said = {_SIDES[word] for word in _words(measure) & _SIDES.keys()}
    return not said or side in said


def _on_scale(series: Series, value: Decimal) -> bool:
    return (series.lowest is None or value >= series.lowest) and (series.highest is None or value <= series.highest)


def _words(text: str) -> set[str]:
    return {_SAME.get(word, word) for word in _WORD.findall(text.casefold())}
