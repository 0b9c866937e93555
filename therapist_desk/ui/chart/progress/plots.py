"""From a series to what a chart draws and says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.care.condition import judged_for
from therapist_desk.domain.outcomes.change import Verdict, change_verdict, minimal_change
from therapist_desk.domain.outcomes.measure import Basis, Better, MinimalChange
from therapist_desk.domain.progress.series import Reading, Series
from therapist_desk.domain.progress.targets import targets_of
from therapist_desk.domain.sentences.wording import ARROW
from therapist_desk.services.care.progress import CaseProgress
from therapist_desk.ui.chart.plot.plot import Plot, PlotBand, PlotGoal, PlotPoint, change_in_words, value_words
from therapist_desk.ui.kit.pill import Kind


@dataclass(frozen=True, slots=True)
class Headline:
    """A change in words: from which value to which, and what it amounts to."""

    caption: str
    pill: str
    kind: Kind


def plot_of(series: Series, among: Sequence[Series], progress: CaseProgress, name: str) -> Plot:
    """Give the chart of a series; goals, band and headline are the case's own, whatever else is shown.

    `among` are all series of its kind: those of the same name share its scale, so that sides can be compared.
    """
    own = series.of_case(progress.case.id)
    siblings = [each for each in among if each.name == series.name and each is not series]
    return Plot(
        name=name,
        points=_points(series.readings, progress),
        unit=series.unit,
        lowest=series.lowest,
        highest=series.highest,
        paired=series.paired,
        goals=tuple(
            PlotGoal(target.value, _goal_words(target.value, series))
            for target in targets_of(series, among, progress.case.goals)
        ),
        band=_band(own, _least(own, progress)),
        also=tuple(
            value
            for each in siblings
            for reading in each.readings
            for value in (reading.before, reading.after)
            if value is not None
        ),
    )


def headline_of(series: Series, progress: CaseProgress, label: str) -> Headline | None:
    """Say what changed in the case, before with before; None with fewer than two values."""
    own = series.of_case(progress.case.id)
    change = own.change()
    if change is None:
        return None
    first, last = change
    values = f"{value_words(first, series.unit)} {ARROW} {value_words(last, series.unit)}"
    caption = _tr("{label}, before visits {values}") if series.paired else _tr("{label}, {values}")
    if not label:
        caption = _tr("before visits {values}") if series.paired else "{values}"
    pill, kind = _judged(series, first, last, progress)
    return Headline(caption.format(label=label, values=values), pill, kind)


def source_of(series: Series, progress: CaseProgress) -> str:
    """Say where the minimal important change comes from, and what that rests on; empty where none is known."""
    least = _least(series, progress)
    if least is None:
        return ""
    basis = _tr("source read") if least.basis is Basis.SOURCE_READ else _tr("known practice")
    words = _tr("Minimal important change {amount}: {citation}; {basis}.")
    return words.format(amount=_amount_words(least), citation=least.citation, basis=basis)


def _least(series: Series, progress: CaseProgress) -> MinimalChange | None:
    """Choose the minimal important change found for what the case is about."""
    measure = series.measure
    return None if measure is None else minimal_change(measure, judged_for(measure, progress.case))


def _judged(series: Series, first: Decimal, last: Decimal, progress: CaseProgress) -> tuple[str, Kind]:
    change = change_in_words(last - first, series.unit)
    if series.measure is not None and series.measure.unchanged is None:
        condition = judged_for(series.measure, progress.case)
        verdict = change_verdict(series.measure, first, last, condition).verdict
        if verdict is Verdict.IMPROVED:
            return _tr("{change}, important change").format(change=change), Kind.GREEN
        if verdict is Verdict.WORSE:
            return _tr("{change}, importantly worse").format(change=change), Kind.AMBER
        if verdict is Verdict.WITHIN_ERROR:
            return _tr("{change}, below important change").format(change=change), Kind.NEUTRAL
    if series.better is None or first == last:
        return change, Kind.NEUTRAL
    gained = (last > first) is (series.better is Better.HIGHER)
    return change, Kind.GREEN if gained else Kind.AMBER


def _band(own: Series, least: MinimalChange | None) -> PlotBand | None:
    start, measure = own.baseline, own.measure
    if start is None or measure is None or measure.unchanged is not None or least is None:
        return None
    amount = start * least.amount / 100 if least.percent else least.amount
    far = start - amount if measure.better is Better.LOWER else start + amount
    if far < measure.lowest or (measure.highest is not None and far > measure.highest):
        return None
    return PlotBand(start, far, _tr("minimal important change {amount}").format(amount=_amount_words(least)))


def _amount_words(least: MinimalChange) -> str:
    return value_words(least.amount, "%" if least.percent else "")


def _goal_words(value: Decimal, series: Series) -> str:
    words = {Better.LOWER: _tr("goal {value} or less"), Better.HIGHER: _tr("goal {value}")}
    return words.get(series.better or Better.HIGHER, "").format(value=value_words(value, series.unit))


def _points(readings: Sequence[Reading], progress: CaseProgress) -> tuple[PlotPoint, ...]:
    """Mark where treatment started: of the case, or of each case where several are shown."""
    firsts = {reading.case_id: reading.visit_id for reading in reversed(_all_readings(progress))}
    several = len({reading.case_id for reading in readings}) > 1
    return tuple(
        PlotPoint(
            reading.visit_id,
            reading.number,
            reading.day,
            reading.before,
            reading.after,
            _start_words(reading, progress, several=several) if firsts[reading.case_id] == reading.visit_id else "",
        )
        for reading in readings
    )


def _all_readings(progress: CaseProgress) -> list[Reading]:
    return [Reading(visit.id, visit.case_id, visit.number, visit.service_date) for visit in progress.visits]


def _start_words(reading: Reading, progress: CaseProgress, *, several: bool) -> str:
    if several:
        return _tr("start: {case}").format(case=progress.titles[reading.case_id])
    return _tr("treatment start")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
