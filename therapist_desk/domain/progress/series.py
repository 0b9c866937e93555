"""What was measured over visits, one quantity at a time, and what its change amounts to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, TypeVar

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas.extent import PainExtent
from therapist_desk.domain.findings.length import MILLIMETRES, in_unit
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.outcomes.measure import Better, Measure
from therapist_desk.domain.visit import Visit, VisitHead, VisitStatus

SCORES: Final = frozenset({MeasurementKind.QUESTIONNAIRE, MeasurementKind.SCORE})
BODY: Final = frozenset({MeasurementKind.RANGE_OF_MOTION, MeasurementKind.GIRTH})
PAIN_SCALE: Final = "NPRS"
PAIN_MEASURES: Final = frozenset({PAIN_SCALE, "VAS"})
"""Measures of pain: they are no function."""
_ENDS_OF_PAIN: Final = (("worst in a day", 1), ("best in a day", 2))
"""The questions of the NPRS after the pain now, by their place."""
_TOP_OF_PAIN: Final = Decimal(10)
_SIDES_IN_ORDER: Final = (Side.RIGHT, Side.LEFT, Side.MIDLINE, Side.BILATERAL, None)

Extents: TypeAlias = Mapping[VisitId, Sequence[PainExtent]]
"""How much of the figure was marked as pain at each visit, in each view where it was."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured at one visit, before and after treatment; both are None where nobody measured it."""

    visit_id: VisitId
    case_id: CaseId
    number: int
    day: date
    before: Decimal | None = None
    after: Decimal | None = None

    @property
    def taken(self) -> bool:
        """Whether anything was measured."""
        return self.before is not None or self.after is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One quantity over visits, earliest first, a reading for each of them.

    `lowest` and `highest` are the ends of its scale, or None where it has none. `paired` says that it is taken
    before and after treatment, and not once a visit. `measure` is the published one it is scored by.
    """

    name: str
    readings: tuple[Reading, ...]
    side: Side | None = None
    view: View | None = None
    unit: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    better: Better | None = None
    paired: bool = True
    measure: Measure | None = None

    @property
    def taken(self) -> tuple[Reading, ...]:
        """The readings at which something was measured."""
        return tuple(reading for reading in self.readings if reading.taken)

    def of_case(self, case_id: CaseId) -> Series:
        """Give the same for the visits of one case."""
        return replace(self, readings=tuple(each for each in self.readings if each.case_id == case_id))

    def change(self) -> tuple[Decimal, Decimal] | None:
        """Give the first and the last value, like against like: before with before, and only else after with after.

        None with fewer than two of the same kind.
        """
        for values in (
            [reading.before for reading in self.readings if reading.before is not None],
            [reading.after for reading in self.readings if reading.after is not None],
        ):
            if len(values) > 1:
                return values[0], values[-1]
        return None

    @property
    def baseline(self) -> Decimal | None:
        """The first value before treatment, or where there is none the first after."""
        before = [reading.before for reading in self.readings if reading.before is not None]
        after = [reading.after for reading in self.readings if reading.after is not None]
        return next(iter((*before, *after)), None)


_V = TypeVar("_V", Visit, VisitHead)


def treated(visits: Iterable[_V]) -> tuple[_V, ...]:
    """Give the visits that took place or are under way, earliest first."""
    begun = (visit for visit in visits if visit.status is not VisitStatus.PLANNED)
    return tuple(sorted(begun, key=lambda visit: (visit.service_date, visit.number)))


def pain_series(visits: Iterable[Visit], measures: Mapping[str, Measure]) -> Series:
    """Give pain before and after each visit, NPRS 0 to 10."""
    readings = tuple(
        _reading(visit, _decimal(visit.note.pain_before), _decimal(visit.note.pain_after)) for visit in visits
    )
    return Series(
        name=PAIN_SCALE,
        readings=readings,
        lowest=Decimal(0),
        highest=_TOP_OF_PAIN,
        better=Better.LOWER,
        measure=measures.get(PAIN_SCALE),
    )


def other_pain_series(visits: Sequence[Visit], measures: Mapping[str, Measure]) -> tuple[Series, ...]:
    """Give what else was asked of pain: the worst and the best of the NPRS, and the VAS, each once a visit."""
    ends = tuple(
        Series(
            name=name,
            readings=tuple(_reading(visit, _pain_answer(visit, place)) for visit in visits),
            lowest=Decimal(0),
            highest=_TOP_OF_PAIN,
            better=Better.LOWER,
            paired=False,
        )
        for name, place in _ENDS_OF_PAIN
    )
    scored = (each for each in _score_series(visits, measures) if each.name in PAIN_MEASURES - {PAIN_SCALE})
    return tuple(each for each in (*ends, *scored) if each.taken)


def function_series(visits: Sequence[Visit], measures: Mapping[str, Measure]) -> tuple[Series, ...]:
    """Give the questionnaires and scores that were taken, but for pain, in the order in which they first were."""
    return tuple(each for each in _score_series(visits, measures) if each.name not in PAIN_MEASURES)


def _score_series(visits: Sequence[Visit], measures: Mapping[str, Measure]) -> tuple[Series, ...]:
    found = []
    for name, _, readings, first in _measured(visits, SCORES):
        measure = measures.get(first.measure) or measure_named(name, measures)
        found.append(
            Series(
                name=measure.id if measure else name,
                readings=readings,
                lowest=measure.lowest if measure else None,
                highest=measure.highest if measure else None,
                better=measure.better if measure else None,
                paired=any(reading.after is not None for reading in readings),
                measure=measure,
            )
        )
    return tuple(found)


def body_series(visits: Sequence[Visit]) -> tuple[Series, ...]:
    """Give the motions and girths that were measured, those of one name together, right before left."""
    return tuple(
        Series(
            name=name,
            readings=readings,
            side=side,
            unit=first.unit,
            better=Better.HIGHER if first.kind is MeasurementKind.RANGE_OF_MOTION else None,
            paired=True,
        )
        for name, side, readings, first in _measured(visits, BODY)
    )


def extent_series(visits: Sequence[Visit], extents: Extents) -> tuple[Series, ...]:
    """Give, for each view in which pain was marked, the percentage of the figure under it; none marked is 0."""
    views = [view for view in View if any(each.view is view for found in extents.values() for each in found)]
    return tuple(
        Series(
            name=view.value,
            readings=tuple(
                _reading(visit, _percent(extents[visit.id], view)) if visit.id in extents else _reading(visit)
                for visit in visits
            ),
            view=view,
            unit="%",
            lowest=Decimal(0),
            paired=False,
        )
        for view in views
    )


def measure_named(name: str, measures: Mapping[str, Measure]) -> Measure | None:
    """Give the published measure that a measurement is named for, by its short or its whole name."""
    wanted = name.strip().casefold()
    return next(
        (each for each in measures.values() if wanted in (each.id.casefold(), each.name.casefold())),
        None,
    )


def _pain_answer(visit: Visit, place: int) -> Decimal | None:
    taken = (each.answers for each in visit.measurements if each.measure == PAIN_SCALE)
    return next((_decimal(answers[place].given) for answers in taken if len(answers) > place), None)


def _measured(
    visits: Sequence[Visit], kinds: frozenset[MeasurementKind]
) -> list[tuple[str, Side | None, tuple[Reading, ...], Measurement]]:
    """Collect measurements by name and side, passive motions for themselves.

    Where one was taken twice in a visit, the later counts.
    """
    taken: dict[str, dict[Side | None, dict[VisitId, Measurement]]] = {}
    for visit in visits:
        for item in visit.measurements:
            if item.kind in kinds and (item.before is not None or item.after is not None):
                name = f"{item.name}, passive" if item.movement is Movement.PASSIVE else item.name
                taken.setdefault(name, {}).setdefault(item.side, {})[visit.id] = item
    return [
        (
            name,
            side,
            tuple(_measured_at(visit, sides[side].get(visit.id), first.unit) for visit in visits),
            first,
        )
        for name, sides in taken.items()
        for side in _SIDES_IN_ORDER
        if side in sides
        for first in [next(iter(sides[side].values()))]
    ]


def _measured_at(visit: Visit, item: Measurement | None, unit: str) -> Reading:
    """Give what was measured in the unit of the series: girths are taken in cm and in inches."""
    if item is None:
        return _reading(visit)
    if item.unit not in MILLIMETRES:
        return _reading(visit, item.before, item.after)
    before, after = (None if each is None else in_unit(each, item.unit, unit) for each in (item.before, item.after))
    return _reading(visit, before, after)


def _reading(visit: Visit, before: Decimal | None = None, after: Decimal | None = None) -> Reading:
    return Reading(visit.id, visit.case_id, visit.number, visit.service_date, before, after)


def _percent(extents: Sequence[PainExtent], view: View) -> Decimal:
    share = next((each.share for each in extents if each.view is view), 0.0)
    return Decimal(f"{100 * share:.1f}")


def _decimal(score: int | None) -> Decimal | None:
    return None if score is None else Decimal(score)
