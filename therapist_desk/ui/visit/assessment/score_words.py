"""What is said about a score while it is taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.questionnaire import Caution
from therapist_desk.domain.outcomes.typed_total import READ_AS_PERCENT
from therapist_desk.domain.sentences.assessment import number_words


def caution_words(why: Caution | None) -> str:
    """Say why a score counts for less; nothing where it does not."""
    if why is Caution.FEW_ACTIVITIES:
        return _tr(
            "The form asks for three activities or more: of one alone a change of 3 is needed to be more than chance "
            "(Stratford 1995)."
        )
    if why is Caution.HELD_INVALID:
        return _tr(
            "Its authors hold a form invalid with two or more answers missing in function, or one in the other parts "
            "(fiqr.info): ask for them if you can."
        )
    if why is Caution.OUT_OF_ORDER:
        return _tr("The worst should be the highest of the three and the best the lowest: ask again.")
    return ""


def range_words(measure: Measure) -> str:
    """Say which totals there are, and how they may be typed."""
    highest = "" if measure.highest is None else number_words(measure.highest)
    words = _tr("{lowest} to {highest}").format(lowest=number_words(measure.lowest), highest=highest).strip()
    if measure.id in READ_AS_PERCENT:
        return _tr("{range} points, or with a percent sign").format(range=words)
    if measure.id == "ODI":
        return _tr("{range} percent; points as 16/50").format(range=words)
    if measure.id == "VAS":
        return _tr("{range} mm, or with cm behind it").format(range=words)
    return words


def _tr(text: str) -> str:
    return QCoreApplication.translate("score", text)
