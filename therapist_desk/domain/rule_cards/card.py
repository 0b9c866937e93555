"""Rule cards: what a payer wants, each value with its source and date. What has no source is not on the card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.billing import UnitRule

PAYER_RULES: Final = frozenset(
    [f"RX-{number:02}" for number in range(1, 10)]
    + [f"T-{number:02}" for number in range(4, 12)]
    + ["P-03", "P-04", "P-05"]
)
"""The rules of the documentation checklist that each payer decides on; the others hold whoever pays."""


class Basis(StrEnum):
    """How well a value is founded."""

    SOURCE_READ = "source read"
    KNOWN_PRACTICE = "known practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value is from. `noted_on` is the day it was written down or last compared with its source."""

    words: str
    noted_on: date
    basis: Basis = Basis.KNOWN_PRACTICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """How minutes become units."""

    rule: UnitRule
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCadence:
    """How often a progress report is wanted: after so many visits or days, whichever comes first. One may be None."""

    visits: int | None = None
    days: int | None = None
    source: Source

    def is_due(self, visits: int, days: int) -> bool:
        """Whether a report is wanted now, `visits` visits and `days` days after the last one."""
        by_visits = self.visits is not None and visits >= self.visits
        return by_visits or (self.days is not None and days >= self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitStage:
    """What visits up to number `through`, counted from 1, need first.

    Without `through` the stage has no end. Empty `needs` means nothing.
    """

    through: int | None
    needs: str = ""
    source: Source


class CapKind(StrEnum):
    """What a payer limits."""

    MINUTES_PER_VISIT = "minutes per visit"
    UNITS_PER_DAY = "units per day"
    VISITS_PER_DAY = "visits per day"
    VISITS_PER_YEAR = "visits per year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most that is paid of something."""

    kind: CapKind
    most: int
    source: Source


_CAPS_OF_RULES: Final = MappingProxyType(
    {
        "RX-06": frozenset({CapKind.VISITS_PER_DAY}),
        "T-11": frozenset({CapKind.MINUTES_PER_VISIT, CapKind.UNITS_PER_DAY, CapKind.VISITS_PER_YEAR}),
    }
)


class RuleSeverity(StrEnum):
    """What breaking a rule leads to: a likely denial, a reviewer's question, or nothing but a poorer record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredRule:
    """A rule of the checklist that this payer holds to; `rule_id` is one of `PAYER_RULES`."""

    rule_id: str
    severity: RuleSeverity
    source: Source


class ModifierUse(StrEnum):
    """When a modifier goes beside a procedure number."""

    ALWAYS = "always"
    SEPARATE_BLOCKS = "separate blocks"
    """Only where two timed services were given in different stretches of fifteen minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A modifier that the payer wants on `procedures`; where none are named the source names none."""

    code: str
    use: ModifierUse
    procedures: tuple[str, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """What one payer wants. `id` is the name of its file without the ending; `Payer.rule_card` refers to it.

    What the card leaves out is unknown: nothing is assumed in its place.
    """

    id: str
    name: str
    units: Units | None = None
    report: ReportCadence | None = None
    stages: tuple[VisitStage, ...] = ()
    caps: tuple[Cap, ...] = ()
    rules: tuple[RequiredRule, ...] = ()
    modifiers: tuple[Modifier, ...] = ()

    def rule(self, rule_id: str) -> RequiredRule | None:
        """Find a rule of the checklist; None where the payer is not known to hold to it."""
        return next((rule for rule in self.rules if rule.rule_id == rule_id), None)

    def holds_to(self, rule_id: str) -> Source | None:
        """Give on whose word the payer holds to a rule of the checklist; None where it is not known to.

        A value of the card says it as well as the rule by its name: a cadence that a report is due, a stage that
        approval is needed, a cap that there is a most.
        """
        rule = self.rule(rule_id)
        if rule is not None:
            return rule.source
        if rule_id == "RX-07" and self.stages:
            return self.stages[0].source
        if rule_id == "P-03" and self.report is not None:
            return self.report.source
        return next((cap.source for cap in self.caps if cap.kind in _CAPS_OF_RULES.get(rule_id, ())), None)

    def cap(self, kind: CapKind) -> Cap | None:
        """Find a limit; None where none is known."""
        return next((cap for cap in self.caps if cap.kind is kind), None)

    def stage(self, visit_number: int) -> VisitStage | None:
        """Find what the visit with this number, counted from 1, needs; None beyond what is known."""
        return next((stage for stage in self.stages if stage.through is None or visit_number <= stage.through), None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The source of every value, in the order of the card."""
        units = () if self.units is None else (self.units.source,)
        report = () if self.report is None else (self.report.source,)
        stages, caps = (tuple(each.source for each in self.stages), tuple(each.source for each in self.caps))
        rules, modifiers = (tuple(each.source for each in self.rules), tuple(each.source for each in self.modifiers))
        return (*units, *report, *stages, *caps, *rules, *modifiers)
