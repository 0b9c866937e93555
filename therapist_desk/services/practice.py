"""The practice and the therapist at the desk, as settings show and change them."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.people import Practice, Therapist, practice_problems, therapist_problems
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import Registration, change_shown_details


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
    """Change the practice.

    Raises:
        InvalidError: each problem names its field.
    """
    problems = practice_problems(practice)
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        charts.practice.save(practice)
    return practice
