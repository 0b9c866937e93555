"""Diagnosis pointers: which diagnoses each service of a bill is given for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.claims.terms import MOST_POINTERS, Pointing
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.record import VisitRecord

_A: Final = ord("A")


def letters_of(count: int) -> tuple[str, ...]:
    """Give a letter for each diagnosis, in order."""
    return tuple(chr(_A + at) for at in range(count))


def pointers_for(
    code: str,
    diagnoses: Sequence[Diagnosis],
    records: Sequence[VisitRecord],
    chosen: Iterable[Pointing],
    regions: CodeRegions,
) -> tuple[str, ...]:
    """Give the letters that a procedure number points to: those chosen, else those of the parts it was done on.

    Where no diagnosis is known to be about those parts it is the first four, as many as a line of the form takes.
    """
    letters = letters_of(len(diagnoses))
    picked = next((each.letters for each in chosen if each.code == code), "")
    if picked and set(picked) <= set(letters):
        return tuple(picked)
    treated = _treated(code, records)
    about = [
        letter
        for letter, diagnosis in zip(letters, diagnoses, strict=True)
        if treated & (regions.related([diagnosis.code]) or frozenset())
    ]
    return tuple(about or letters)[:MOST_POINTERS]


def _treated(code: str, records: Iterable[VisitRecord]) -> frozenset[str]:
    """Give the marked regions, by id, that were named where this was done; where none was, all that were marked."""
    found: set[str] = set()
    for record in records:
        said = " ".join(
            place.casefold()
            for segment in record.segments
            if segment.technique.code == code
            for place in segment.regions
        )
        marked = {region for mark in record.visit.marks for region in mark.regions}
        named = {region for region in marked if region.name.casefold() in said}
        found |= {region.region for region in named or marked}
    return frozenset(found)
