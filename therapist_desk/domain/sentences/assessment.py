"""Sentences that measurements and observations write into the note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from therapist_desk.domain.care.earlier_scores import EarlierScore, by_measure
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.findings.observation import Observation, ObservationKind
from therapist_desk.domain.outcomes.typed_total import READ_AS_PERCENT
from therapist_desk.domain.sentences.assessment_wording import (
    measure_words,
    result_words,
    seen_from,
    short_motion,
    sided,
)
from therapist_desk.domain.sentences.wording import (
    ARROW,
    Wording,
    changed_words,
    day_words,
    region_name,
    remark,
    tidy,
    within,
)

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


def points_words(measurement: Measurement, score: Decimal) -> str:
    """Write a score on its scale, and in percent where guides read it so: "18/50 (36 %)"."""
    words = value_words(measurement, score)
    top = measurement.unit.removeprefix("/")
    if measurement.measure not in READ_AS_PERCENT or not top.isdecimal():
        return words
    return f"{words} ({number_words(round(100 * score / int(top), 1))} %)"


def measured_words(measurement: Measurement, wording: Wording = Wording.FULL) -> str:
    """Name what was measured: "cervical rotation, right, passive", "R C-spine rot. PROM"."""
    passive = measurement.movement is Movement.PASSIVE
    if wording is Wording.SHORT:
        name = sided(short_motion(measurement.name), measurement.side, wording)
        return f"{name} PROM" if passive else name
    named = sided(measurement.name, measurement.side)
    return f"{named}, passive" if passive else named


def measurement_sentence(measurement: Measurement, wording: Wording = Wording.FULL) -> str:
    """Write a measurement, with its change where both values are set: one sentence for Objective."""
    if measurement.kind in _SCORES:
        return _score_sentence(measurement, wording)
    taken = [value for value in (measurement.before, measurement.after) if value is not None]
    values = changed_words(*(value_words(measurement, value) for value in taken)) or "not measured"
    limits = []
    if measurement.pain_on_motion:
        limits.append("pain on motion")
    if measurement.limited_by:
        limits.append(f"{'ltd' if wording is Wording.SHORT else 'limited'} by {measurement.limited_by}")
    return f"{_capital(measured_words(measurement, wording))}: {', '.join([values, *limits])}."


def observation_sentence(observation: Observation, wording: Wording = Wording.FULL) -> str:
    """Write a test, a posture finding or something felt: one sentence for Objective."""
    note = remark(observation.note)
    if observation.kind is ObservationKind.TEST:
        result = result_words(observation.result, wording)
        told = tidy(observation.suggests) if observation.red else ""
        aside = ("; {}" if wording is Wording.SHORT else " ({})").format(told) if told else ""
        return f"{_capital(sided(observation.name, observation.side, wording))}: {result}{aside}{note}."
    if observation.kind is ObservationKind.POSTURE:
        grade = f", {observation.grade}" if observation.grade else ""
        seen = seen_from(observation.view, wording) if observation.view else ""
        return f"Posture{seen}: {sided(observation.name, observation.side, wording)}{grade}{note}."
    place = region_name(observation.place.strip(), wording)
    where = sided(place, observation.side, wording) if place else ""
    name = f"{observation.name}, {where}" if where else sided(within(observation.name), observation.side, wording)
    grade = f": {observation.grade}" if observation.grade else ""
    return f"{_capital(name)}{grade}{note}."


def change_sentence(measurements: Iterable[Measurement], wording: Wording = Wording.FULL) -> str:
    """Write what treatment changed in motion and girth, for Assessment; empty while no after value is set."""
    changes = []
    for item in measurements:
        if item.kind in _SCORES or item.before is None or item.after is None:
            continue
        both = changed_words(value_words(item, item.before), value_words(item, item.after))
        words = f"{measured_words(item, wording)} {both}"
        error = "meas. error" if wording is Wording.SHORT else "measurement error"
        noise = item.within_error and item.before != item.after
        changes.append(f"{words} (within {error})" if noise else words)
    return f"{_capital('; '.join(changes))}." if changes else ""


def course_sentence(measurement: Measurement, earlier: EarlierScore | None, wording: Wording = Wording.FULL) -> str:
    """Write a score against the last and the first one of the case, for Assessment; empty without a score.

    What change would matter stands beside it with its source.
    """
    if measurement.kind not in _SCORES or measurement.before is None:
        return ""
    short = wording is Wording.SHORT
    name, judge = _capital(measure_words(measurement, wording)), measurement.judged_by
    if short:
        judge = judge.replace("minimal important change", "MIC")
    judged = f" {_capital(judge)}." if judge else ""
    score = measurement.before
    if earlier is None:
        first = "1st score" if short else "taken for the first time"
        return f"{name}: {value_words(measurement, score)}, {first}.{judged}"
    parts = [f"{_against(measurement, earlier.last, score)} since {day_words(earlier.last_on)}"]
    if earlier.first_on != earlier.last_on:
        since = "since 1st," if short else "since the first on"
        parts.append(f"{_against(measurement, earlier.first, score)} {since} {day_words(earlier.first_on)}")
    return f"{name}: {'; '.join(parts)}.{judged}"


def referral_sentence(observation: Observation, wording: Wording = Wording.FULL) -> str:
    """Write what was done about a red test that is positive, for Plan."""
    if wording is Wording.SHORT:
        told = tidy(observation.suggests)
        because = f", {told}" if told else ""
        where = sided(observation.name, observation.side, wording)
        return f"{_capital(where)} (+){because}: referred back to MD before further tx."
    return f"{_positive(observation)}: referred back to the physician before further treatment."


def red_words(observation: Observation) -> str:
    """Say what to do about a red test that is positive."""
    return f"{_positive(observation)}: refer back to the physician."


def _positive(observation: Observation) -> str:
    where = sided(observation.name, observation.side)
    told = tidy(observation.suggests)
    because = f" ({told})" if told else ""
    return f"{_capital(where)} positive{because}"


def assessment_sentences(
    measurements: Sequence[Measurement], earlier: Iterable[EarlierScore], wording: Wording = Wording.FULL
) -> list[tuple[str, str]]:
    """Give the sentences for Assessment, each with its source."""
    known = by_measure(earlier)
    return [
        (change_sentence(measurements, wording), "changes"),
        *((course_sentence(item, known.get(item.measure), wording), f"course:{item.id}") for item in measurements),
    ]


def _score_sentence(measurement: Measurement, wording: Wording) -> str:
    name = _capital(measure_words(measurement, wording))
    answered = sum(answer.given is not None for answer in measurement.answers)
    if measurement.before is not None:
        score = points_words(measurement, measurement.before)
    elif answered:
        score = f"{answered} of {len(measurement.answers)} answered, no score"
    else:
        score = "not taken"
    if measurement.measure in _TOLD_IN_FULL and measurement.before is not None and answered:
        told = [
            f"{answer.asked.strip()} {answer.given}" for answer in measurement.answers if answer.given is not None
        ]
        return f"{name}: {score} ({'; '.join(told)})."
    return f"{name}: {score}."


_TOLD_IN_FULL: Final = frozenset({"PSFS", "NPRS"})


def _against(measurement: Measurement, before: Decimal, now: Decimal) -> str:
    change = now - before
    if not change:
        return f"{value_words(measurement, now)}, unchanged"
    sign = "+" if change > 0 else ""
    both = f"{value_words(measurement, before)} {ARROW} {value_words(measurement, now)}"
    return f"{both} ({sign}{number_words(change)})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
