"""Observations as rows and back."""

from __future__ import annotations

from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.ids import ObservationId, VisitId
from therapist_desk.store.rows.visits import ObservationRow


def observation_of(row: ObservationRow) -> Observation:
    """Read an observation."""
    return Observation(
        id=ObservationId(row.id),
        kind=row.kind,
        name=row.name,
        side=row.side,
        result=row.result,
        view=row.view,
        grade=row.grade,
        place=row.place,
        note=row.note,
        suggests=row.suggests,
        refer_if_positive=row.refer_if_positive,
        source=row.source,
    )


def observation_row(observation: Observation, visit_id: VisitId, position: int) -> ObservationRow:
    """Write an observation."""
    return ObservationRow(
        id=observation.id,
        visit_id=visit_id,
        position=position,
        kind=observation.kind,
        name=observation.name,
        side=observation.side,
        result=observation.result,
        view=observation.view,
        grade=observation.grade,
        place=observation.place,
        note=observation.note,
        suggests=observation.suggests,
        refer_if_positive=observation.refer_if_positive,
        source=observation.source,
    )
