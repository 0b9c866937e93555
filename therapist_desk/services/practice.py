"""The practice and the therapist at the desk, as settings show and change them."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.claims.terms import check_terms
from therapist_desk.domain.errors import FieldProblem, InvalidError, NotFoundError
from therapist_desk.domain.fee import Fee, unknown_codes
from therapist_desk.domain.people import Practice, TaxIdKind, Therapist, practice_problems, therapist_problems
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import Registration, change_shown_details
from therapist_desk.store.charts import Charts


def read_registration(desk: Desk) -> Registration:
    """Read the therapist at the desk and the practice."""
    with desk.store.reading() as charts:
        return Registration(charts.therapists.get(desk.therapist_id), charts.practice.get() or Practice(name=""))


def save_therapist(desk: Desk, therapist: Therapist) -> Therapist:
    """Change what notes and the unlock window say of the therapist; signed records keep what they said.

    Raises:
        InvalidError: each problem names its field.
    """
    problems = therapist_problems(therapist)
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        kept = charts.therapists.get(therapist.id)
        saved = replace(therapist, public_key=kept.public_key, active=kept.active)
        charts.therapists.save(saved)
    change_shown_details(desk, saved)
    return saved


def save_practice(desk: Desk, practice: Practice) -> Practice:
    """Change the practice; how it bills is settled by `save_billing` alone.

    Raises:
        InvalidError: each problem names its field.
    """
    problems = practice_problems(practice)
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        kept = charts.practice.get() or practice
        saved = replace(
            practice, tax_id_kind=kept.tax_id_kind, place_of_service=kept.place_of_service, fees=kept.fees
        )
        charts.practice.save(saved)
    return saved


def save_billing(desk: Desk, tax_id_kind: TaxIdKind | None, place: str, fees: tuple[Fee, ...]) -> Practice:
    """Change how the practice bills: whose its tax ID is, where its visits usually are, and its usual fees.

    Raises:
        UnknownPlaceError: the place is not in the list.
        InvalidError: a fee is below zero, or for a number that is not in the table.
    """
    check_terms(place, (), 0)
    if unknown := unknown_codes(fees):
        raise InvalidError([FieldProblem("fees", "unknown_procedure", {"codes": ", ".join(unknown)})])
    if any(fee.cents < 0 for fee in fees):
        raise InvalidError([FieldProblem("fees", "not_negative")])
    with desk.store.writing() as charts:
        kept = charts.practice.get() or Practice(name="")
        saved = replace(kept, tax_id_kind=tax_id_kind, place_of_service=place, fees=fees)
        charts.practice.save(saved)
    return saved


def practice_of(charts: Charts) -> Practice:
    """Read the practice.

    Raises:
        NotFoundError: nobody has registered one.
    """
    practice = charts.practice.get()
    if practice is None:
        raise NotFoundError(what="practice")
    return practice
