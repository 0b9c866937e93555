"""What the rules of the checklist are asked of: a visit, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral, ReferralUse
from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.notes.note import Origin, Section, joined
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.session.timer import Segment
from therapist_desk.domain.visit import Visit, VisitStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Whose visit it is, and who ordered and pays for it.

    `referral` is the order in force on the day of the visit, `orders` are all of the case; `earlier` are the visits
    of the case before it, `shared` those of other cases on the same claim and day.
    """

    client: Client
    therapist: Therapist
    case: Case
    referral: Referral | None = None
    orders: tuple[Referral, ...] = ()
    use: ReferralUse | None = None
    payer: Payer | None = None
    card: RuleCard | None = None
    earlier: tuple[Visit, ...] = ()
    shared: tuple[Visit, ...] = ()
    code_regions: CodeRegions = field(default_factory=CodeRegions)

    @property
    def reviewed(self) -> bool:
        """Whether somebody else than the client pays, whose reviewers will read the notes."""
        return self.payer is not None and self.payer.kind is not PayerKind.SELF_PAY

    @property
    def taken(self) -> tuple[Visit, ...]:
        """The visits before this one that took place."""
        return tuple(visit for visit in self.earlier if visit.status is not VisitStatus.PLANNED)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One visit at one moment. Without `background` or `around`, the rules that would ask them say nothing."""

    visit: Visit
    now: Instant
    background: Background | None = None
    last: Visit | None = None
    around: Circumstances | None = None

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The segments that count."""
        return self.visit.segments(self.now)

    @cached_property
    def treated(self) -> tuple[Segment, ...]:
        """The segments of treatment among them."""
        return tuple(segment for segment in self.segments if segment.technique.hands_on)

    @property
    def findings(self) -> tuple[Mark, ...]:
        """The marks that say what was found; a place where nobody worked says nothing of it."""
        return tuple(mark for mark in self.visit.marks if mark.kind is not MarkKind.DO_NOT_WORK)

    def typed(self, *sections: Section) -> str:
        """The therapist's own words of these sections, a paragraph to a line."""
        own = (Origin.OWN, Origin.EDITED)
        return joined(each for section in sections for each in self.visit.note.of(section) if each.origin in own)
