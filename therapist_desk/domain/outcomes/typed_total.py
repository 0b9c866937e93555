"""Totals as people write them: in points, in percent, as a fraction; read as one thing or refused, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.motion import NotANumberError, read_number
from therapist_desk.domain.outcomes.answers import as_score
from therapist_desk.domain.outcomes.measure import Measure

READ_AS_PERCENT: Final = frozenset({"NDI"})
"""Measures scored in points that reviewers' guides give in percent of the most there is: both are shown."""
_OF_FIVE_EACH: Final = {"ODI": 1, "NDI": 9}
"""Measures of ten sections of 0 to 5, with the fewest that must be answered."""
_HUNDRED: Final = Decimal(100)
_SECTIONS, _MOST_EACH = 10, 5
_FRACTION: Final = re.compile(r"(.+?)\s*(?:/|\bout of\b|\bof\b)\s*(.+)")
_PERCENT: Final = re.compile(r"\s*(?:%|per ?cent|pct\.?)$")
_POINTS: Final = re.compile(r"\s*(?:points?|pts?\.?)$")
_LENGTH: Final = re.compile(r"(.*\d)\s*(mm|cm)$")
_NUMBER: Final = re.compile(r"[-−]?[\d.,]+")


class NotInPercentError(ExpectedError):
    """A percent sign behind a total that is counted in points."""

    code = "total_not_in_percent"
    sentence = "{measure} is counted in points, {lowest} to {highest}, not in percent. Type the points of the form."


class OutOfAnotherTotalError(ExpectedError):
    """A fraction of something that no form of this measure adds up to."""

    code = "total_out_of_another"
    sentence = "{measure} is not out of {of}: “{text}” cannot be right. Look at the form again."


def read_total(measure: Measure, text: str) -> Decimal | None:
    """Read a total as typed; None for nothing.

    In points; in percent where the measure is read so; as a fraction of the most there is ("17/50", "17 of 50").
    A fraction of the Oswestry or the Neck Disability Index may be out of fewer sections ("16/45"): it is scored by
    the rule for those left out. A visual analogue scale may be given in cm.

    Raises:
        NotANumberError: it is none.
        NotInPercentError, OutOfAnotherTotalError: it is one, and not of this measure.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    if parts := _FRACTION.fullmatch(_POINTS.sub("", typed)):
        return _of(measure, _number(parts[1], text), _number(parts[2], text), text)
    if _PERCENT.search(typed):
        return _percent(measure, _number(_PERCENT.sub("", typed), text))
    if measure.id == "VAS" and (length := _LENGTH.fullmatch(typed)):
        return _number(length[1], text) * (10 if length[2] == "cm" else 1)
    return _number(_POINTS.sub("", typed), text)


def could_be_points(measure: Measure, text: str, total: Decimal) -> bool:
    """Tell whether a percentage typed as a bare number looks like the points of the form.

    Ten sections of the Oswestry index always give an even percentage, and nine a rounded one of 45.
    """
    bare = _NUMBER.fullmatch(text.strip()) is not None
    if measure.id != "ODI" or not bare or total > _SECTIONS * _MOST_EACH or total != total.to_integral_value():
        return False
    of_nine = {round(_HUNDRED * points / 45) for points in range(46)}
    return bool(total % 2) and int(total) not in of_nine


def _of(measure: Measure, points: Decimal, of: Decimal, text: str) -> Decimal:
    if measure.highest is not None and of == measure.highest:
        return points
    fewest = _OF_FIVE_EACH.get(measure.id)
    answered, odd = divmod(of, _MOST_EACH)
    if fewest is None or measure.highest is None or odd or not fewest <= answered <= _SECTIONS or points > of:
        raise OutOfAnotherTotalError(measure=measure.name, of=str(of)[:12], text=text.strip()[:20])
    return as_score(Fraction(points) * Fraction(measure.highest) / Fraction(of))


def _percent(measure: Measure, percent: Decimal) -> Decimal:
    if measure.highest == _HUNDRED:
        return percent
    if measure.id not in READ_AS_PERCENT or measure.highest is None:
        highest = "any number" if measure.highest is None else str(measure.highest)
        raise NotInPercentError(measure=measure.name, lowest=str(measure.lowest), highest=highest)
    return percent * measure.highest / _HUNDRED


def _number(part: str, text: str) -> Decimal:
    """Read a bare number: a unit behind it would say that something else was measured."""
    value = read_number(part) if _NUMBER.fullmatch(part.strip()) else None
    if value is None:
        raise NotANumberError(text=text.strip()[:20])
    return value
