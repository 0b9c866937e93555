"""All signed records read again: whether each is as it was signed, and whether one is missing between them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.record import FIRST_PREVIOUS, SealedKind, SignedRecord
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import digest_of
from therapist_desk.store.charts import Charts
from therapist_desk.store.signing import is_signed_by

_AT_ONCE: Final = 20


class Flaw(StrEnum):
    """What can be wrong with a record."""

    ALTERED = "altered"
    """Its bytes, its hash, its signature and the visit it stands for no longer fit each other."""
    CUT_OFF = "cut off"
    """It is as it was signed, but what came right before it is missing, or is not what was there."""


@dataclass(frozen=True, slots=True)
class FlawedRecord:
    """A record that does not hold, by its place in the chain, and which visit it speaks of.

    Name, numbers and day are empty where the charts have no such visit.
    """

    flaw: Flaw
    place: int
    kind: SealedKind
    client_name: str = ""
    record_number: str = ""
    visit_number: int = 0
    service_date: date | None = None


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How many records were read, and those that do not hold, the first one first."""

    checked: int
    flawed: tuple[FlawedRecord, ...] = ()


def check_records(desk: Desk) -> Generator[float, None, ChainReport]:
    """Recompute every link of the chain: its hash over the one before, and its signature; yields the share done.

    That nothing is missing at the end was seen when the charts were opened.
    """
    place, digest, checked, flawed = 0, FIRST_PREVIOUS, 0, list[FlawedRecord]()
    with desk.store.reading() as charts:
        head = charts.records.head()
    last = head.sequence if head else 0
    while place < last:
        with desk.store.reading() as charts:
            for record in charts.records.after(place, _AT_ONCE):
                follows = (record.seal.sequence, record.seal.previous) == (place + 1, digest)
                if not _holds(record):
                    flawed.append(_named(charts, record, Flaw.ALTERED))
                elif not follows:
                    flawed.append(_named(charts, record, Flaw.CUT_OFF))
                place, digest, checked = record.seal.sequence, record.seal.digest, checked + 1
        yield place / last
    return ChainReport(checked, tuple(flawed))


def _holds(record: SignedRecord) -> bool:
    seal = record.seal
    of_visit = record.kind is SealedKind.DISCHARGE or record.visit_id.encode() in record.canonical
    try:
        digest, fits = bytes.fromhex(seal.digest), seal.digest == digest_of(record.canonical, seal.previous)
    except ValueError:  # no digits of a hash any more
        return False
    return of_visit and fits and is_signed_by(seal.public_key, digest, seal.signature)


def _named(charts: Charts, record: SignedRecord, flaw: Flaw) -> FlawedRecord:
    unnamed = FlawedRecord(flaw, record.seal.sequence, record.kind)
    visit = charts.visits.find(record.visit_id)
    if visit is None:
        return unnamed
    try:
        client = charts.clients.get(visit.client_id)
    except NotFoundError:
        return unnamed
    return FlawedRecord(
        flaw,
        record.seal.sequence,
        record.kind,
        client.name,
        client.record_number,
        visit.number,
        visit.service_date,
    )
