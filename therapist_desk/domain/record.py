"""The signed record: everything of a visit as it stood when it was signed, self-contained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.earlier_scores import EarlierScore
from therapist_desk.domain.care.referral import Referral, ReferralUse
from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import AddendumId, TherapistId, VisitId
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.session.timer import Segment
from therapist_desk.domain.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The first visit of the case, to which an outcome is compared: before treatment against before treatment."""

    service_date: date
    pain_before: int | None = None
    limitation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord:
    """A visit with everybody and everything it speaks of, as documents and signatures need it.

    `visit.note` holds the generated sentences beside the typed ones; `segments` are those that count. A draft has
    the same shape: only a `Seal` beside it makes it signed.
    """

    client: Client
    therapist: Therapist
    practice: Practice
    case: Case
    referral: Referral | None
    referral_use: ReferralUse | None
    payer: Payer | None
    visit: Visit
    segments: tuple[Segment, ...]
    baseline: Baseline | None
    atlas_version: str
    earlier_scores: tuple[EarlierScore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddendumText:
    """What an addendum says: a correction or addition with its reason, and by whom.

    `corrects` is the part of the note that points to it; an addition to the whole has none.
    """

    id: AddendumId
    visit_id: VisitId
    number: int
    reason: str
    text: str
    therapist: Therapist
    corrects: NotePart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummedVisit:
    """A signed visit that a discharge sums up, by the digest of its record."""

    visit_id: VisitId
    number: int
    service_date: date
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DischargeRecord:
    """The end of care as it was signed: the closed case with everybody it names, and the visits it sums up.

    `visits` are those signed by then, earliest first; their own records hold what was found and done.
    """

    client: Client
    therapist: Therapist
    practice: Practice
    case: Case
    visits: tuple[SummedVisit, ...]

    def sums_up(self, case: Case, visits: tuple[SummedVisit, ...]) -> bool:
        """Tell whether this is the discharge of `case` as it is closed now, over these visits."""
        own = self.case
        return (
            (own.id, own.closed_on, own.discharged) == (case.id, case.closed_on, case.discharged)
            and (own.discharge_reason, own.discharge_summary) == (case.discharge_reason, case.discharge_summary)
            and self.visits == visits
        )


class SealedKind(StrEnum):
    """What a link of the chain holds. That of a discharge hangs on the last visit it sums up."""

    VISIT = "visit"
    ADDENDUM = "addendum"
    DISCHARGE = "discharge"


FIRST_PREVIOUS: Final = "0" * 64
"""What the first link of a chain names as the digest before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What makes bytes a signed record: SHA-256 of the bytes and the previous link, and the signature over it.

    `digest`, `previous`, `signature` and `public_key` are lower-case hex; the first link's `previous` is
    `FIRST_PREVIOUS`.
    """

    sequence: int
    digest: str
    previous: str
    signature: str
    public_key: str
    therapist_id: TherapistId
    signed_at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRecord:
    """A link of the store's chain: the canonical bytes as signed, and their seal."""

    kind: SealedKind
    visit_id: VisitId
    schema: int
    canonical: bytes
    seal: Seal


@dataclass(frozen=True, slots=True)
class Addendum:
    """An addendum with its own seal, as shown and printed."""

    content: AddendumText
    seal: Seal


@dataclass(frozen=True, slots=True)
class Sealed:
    """A record with what makes it signed, and what was added since. Without a seal it is a draft."""

    record: VisitRecord
    seal: Seal | None = None
    addenda: tuple[Addendum, ...] = ()
