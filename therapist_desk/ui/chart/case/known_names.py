"""Names to offer while a goal or a line of the plan is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import AimKind
from therapist_desk.domain.care.treatment import CheckKind
from therapist_desk.domain.findings.measurement import MeasurementKind
from therapist_desk.domain.visit import Visit


def known_names(case: Case, visits: Iterable[Visit]) -> Mapping[AimKind, Sequence[str]]:
    """Gather what the visits of a case measured, and what they are to measure."""
    motions: dict[str, None] = {}
    forms: dict[str, None] = {}
    others: dict[str, None] = {}
    homes = {MeasurementKind.RANGE_OF_MOTION: motions, MeasurementKind.QUESTIONNAIRE: forms}
    for visit in visits:
        for measurement in visit.measurements:
            homes.get(measurement.kind, others)[measurement.name] = None
    for check in case.checks:
        {CheckKind.MOTION: motions, CheckKind.MEASURE: forms}.get(check.kind, others)[check.name] = None
    return {
        AimKind.MOTION: tuple(motions),
        AimKind.QUESTIONNAIRE: tuple(forms),
        AimKind.ACTIVITY: (*forms, *others),
        AimKind.OTHER: tuple(others),
    }


def region_names(atlas: Atlas) -> tuple[str, ...]:
    """List the regions of the body map by name."""
    views = (atlas.view(Figure.NEUTRAL, view) for view in (View.BACK, View.FRONT))
    return tuple(sorted({region.ref.name for view in views for region in view.regions}))
