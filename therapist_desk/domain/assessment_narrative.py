"""Sentences that measurements and observations write into the note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.observation import Observation, ObservationKind
from therapist_desk.domain.outcomes.course import EarlierScore, by_measure

ARROW: Final = "→"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CLOSE_UNITS: Final = ("°", "%", "/")
_SCORES: Final = (MeasurementKind.QUESTIONNAIRE, MeasurementKind.SCORE)


def number_words(value: Decimal) -> str:
    """Write a number without needless noughts, and with a true minus."""
    return f"{value.normalize():f}".replace("-", "−")


def value_words(measurement: Measurement, value: Decimal) -> str:
    """Write a value with its unit: "58°", "37.5 cm", "18/50"."""
    unit = measurement.unit
    gap = "" if not unit or unit.startswith(_CLOSE_UNITS) else " "
    return f"{number_words(value)}{gap}{unit}"


def measured_words(measurement: Measurement) -> str:
    """Name what was measured: "cervical rotation, right, passive"."""
    parts = [measurement.name, *_side(measurement.side)]
    if measurement.movement is Movement.PASSIVE:
        parts.append("passive")
    return ", ".join(parts)


def measurement_sentence(measurement: Measurement) -> str:
    """Write a measurement, with its change where both values are set: one sentence for Objective."""
    if measurement.kind in _SCORES:
        return _score_sentence(measurement)
    taken = [value for value in (measurement.before, measurement.after) if value is not None]
    values = f" {ARROW} ".join(value_words(measurement, value) for value in taken) or "not measured"
    limits = []
    if measurement.pain_on_motion:
        limits.append("pain on motion")
    if measurement.limited_by:
        limits.append(f"limited by {measurement.limited_by}")
    return f"{_capital(measured_words(measurement))}: {', '.join([values, *limits])}."


def observation_sentence(observation: Observation) -> str:
    """Write a test, a posture finding or something felt: one sentence for Objective."""
    note = f"; {observation.note.strip().rstrip('.')}" if observation.note.strip() else ""
    if observation.kind is ObservationKind.TEST:
        result = observation.result.value if observation.result else "not done yet"
        suggests = f" ({observation.suggests})" if observation.red and observation.suggests else ""
        return f"{_capital(', '.join([observation.name, *_side(observation.side)]))}: {result}{suggests}{note}."
    if observation.kind is ObservationKind.POSTURE:
        found = ", ".join([observation.name, *_side(observation.side), *filter(None, [observation.grade])])
        seen = _FROM.get(observation.view) if observation.view else None
        return f"Posture{f' from {seen}' if seen else ''}: {found}{note}."
    where = f", {observation.place.strip()}" if observation.place.strip() else ""
    side = "".join(f", {words}" for words in _side(observation.side))
    grade = f": {observation.grade}" if observation.grade else ""
    return f"{_capital(observation.name)}{where}{side}{grade}{note}."


def change_sentence(measurements: Iterable[Measurement]) -> str:
    """Write what treatment changed in motion and girth, for Assessment; empty while no after value is set."""
    changes = []
    for item in measurements:
        if item.kind in _SCORES or item.before is None or item.after is None:
            continue
        words = f"{measured_words(item)} {value_words(item, item.before)} {ARROW} {value_words(item, item.after)}"
        changes.append(f"{words} (within measurement error)" if item.within_error else words)
    return f"{_capital('; '.join(changes))}." if changes else ""


def course_sentence(measurement: Measurement, earlier: EarlierScore | None) -> str:
    """Write a score against the last and the first one of the case, for Assessment; empty without a score.

    What change would matter stands beside it with its source.
    """
    if measurement.kind not in _SCORES or measurement.before is None:
        return ""
    judged = f" {_capital(measurement.judged_by)}." if measurement.judged_by else ""
    if earlier is None:
        return (
            f"{measurement.name}: {value_words(measurement, measurement.before)}, taken for the first time.{judged}"
        )
    score = measurement.before
    parts = [f"{_against(measurement, earlier.last, score)} since {_day(earlier.last_on)}"]
    if earlier.first_on != earlier.last_on:
        parts.append(f"{_against(measurement, earlier.first, score)} since the first on {_day(earlier.first_on)}")
    return f"{measurement.name}: {'; '.join(parts)}.{judged}"


def referral_sentence(observation: Observation) -> str:
    """Write what was done about a red test that is positive, for Plan."""
    return f"{_positive(observation)}: referred back to the physician before further treatment."


def red_words(observation: Observation) -> str:
    """Say what to do about a red test that is positive."""
    return f"{_positive(observation)}: refer back to the physician."


def _positive(observation: Observation) -> str:
    where = ", ".join([observation.name, *_side(observation.side)])
    because = f" ({observation.suggests})" if observation.suggests else ""
    return f"{_capital(where)} positive{because}"


def assessment_sentences(
    measurements: Sequence[Measurement], earlier: Iterable[EarlierScore]
) -> list[tuple[str, str]]:
    """Give the sentences for Assessment, each with its source."""
    known = by_measure(earlier)
    return [
        (change_sentence(measurements), "changes"),
        *((course_sentence(item, known.get(item.measure)), f"course:{item.id}") for item in measurements),
    ]


_FROM: Final = {View.FRONT: "the front", View.BACK: "the back", View.LEFT: "the left", View.RIGHT: "the right"}


def _score_sentence(measurement: Measurement) -> str:
    answered = sum(answer.given is not None for answer in measurement.answers)
    if measurement.before is not None:
        score = value_words(measurement, measurement.before)
    elif answered:
        score = f"{answered} of {len(measurement.answers)} answered, no score"
    else:
        score = "not taken"
    if measurement.measure in _TOLD_IN_FULL and measurement.before is not None and answered:
        told = [
            f"{answer.asked.strip()} {answer.given}" for answer in measurement.answers if answer.given is not None
        ]
        return f"{measurement.name}: {score} ({'; '.join(told)})."
    return f"{measurement.name}: {score}."


_TOLD_IN_FULL: Final = frozenset({"PSFS", "NPRS"})


def _against(measurement: Measurement, before: Decimal, now: Decimal) -> str:
    change = now - before
    sign = "±" if not change else "+" if change > 0 else ""
    both = f"{value_words(measurement, before)} {ARROW} {value_words(measurement, now)}"
    return f"{both} ({sign}{number_words(change)})"


def _side(side: Side | None) -> list[str]:
    if side is None or side is Side.MIDLINE:
        return []
    return ["both sides" if side is Side.BILATERAL else side.value]


def _day(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
