"""The therapists of the store."""

from __future__ import annotations

from collections.abc import Mapping

from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Therapist
from therapist_desk.services.desk import Desk


def therapist_at_desk(desk: Desk) -> Therapist:
    """Read who is at the desk."""
    with desk.store.reading() as charts:
        return charts.therapists.get(desk.therapist_id)


def therapists(desk: Desk) -> Mapping[TherapistId, Therapist]:
    """Read everybody who treats or has treated here."""
    with desk.store.reading() as charts:
        return {therapist.id: therapist for therapist in charts.therapists.all()}
