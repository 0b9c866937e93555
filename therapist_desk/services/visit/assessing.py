"""What is measured, tested and observed in a visit: each change is one small durable write."""

from __future__ import annotations

from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.ids import MeasurementId, ObservationId, VisitId
from therapist_desk.services.desk import Desk


def put_measurement(
    desk: Desk, visit_id: VisitId, measurement: Measurement, *, position: int | None = None
) -> Measurement:
    """Keep a new or changed measurement. `position` puts one back where it was; None means last, or unmoved.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.put_measurement(visit_id, measurement, position)
    return measurement


def remove_measurement(desk: Desk, visit_id: VisitId, measurement_id: MeasurementId) -> None:
    """Take a measurement away.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.drop_measurement(visit_id, measurement_id)


def put_observation(
    desk: Desk, visit_id: VisitId, observation: Observation, *, position: int | None = None
) -> Observation:
    """Keep a new or changed observation. `position` puts one back where it was; None means last, or unmoved.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.put_observation(visit_id, observation, position)
    return observation


def remove_observation(desk: Desk, visit_id: VisitId, observation_id: ObservationId) -> None:
    """Take an observation away.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.drop_observation(visit_id, observation_id)
