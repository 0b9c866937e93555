"""What a therapist is likely to do in a visit, by what was done in those before."""

from __future__ import annotations

from therapist_desk.domain.ids import CaseId
from therapist_desk.domain.session.favourites import CASE_VISITS, THERAPIST_VISITS, Favourites, favourites
from therapist_desk.services.desk import Desk


def read_favourites(desk: Desk, case_id: CaseId) -> Favourites:
    """Judge by the signed visits of the case, and by those of whoever is at the desk."""
    with desk.store.reading() as charts:
        return favourites(
            charts.visits.given_in_case(case_id, CASE_VISITS),
            charts.visits.given_by(desk.therapist_id, THERAPIST_VISITS),
        )
