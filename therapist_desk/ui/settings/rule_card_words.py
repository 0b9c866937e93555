"""The values of a rule card in words, in groups, each with where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.checklist.table import RULES
from therapist_desk.domain.rule_cards.card import (
    Basis,
    CapKind,
    Modifier,
    ModifierUse,
    RuleCard,
    RuleSeverity,
    Source,
    VisitStage,
)
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.pill import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a card; without a source it is one that nobody has read."""

    group: str
    words: str
    source: Source | None = None
    pill: tuple[str, Kind] | None = None


def card_values(card: RuleCard) -> Iterator[Value]:
    """Go through a card. How units are counted and how often a report is due are named even where it is not known."""
    if not card.sources:
        yield Value(group=_tr("What it asks for"), words=_tr("Nothing is written on this card"))
        return
    yield _units(card)
    yield _report(card)
    first = 1
    for stage in card.stages:
        yield Value(group=_tr("Approval of visits"), words=_stage(stage, first), source=stage.source)
        first = (stage.through or 0) + 1
    for cap in card.caps:
        yield Value(group=_tr("At most"), words=_cap(cap.kind).format(n=cap.most), source=cap.source)
    for rule in card.rules:
        words = f"{rule.rule_id}  {RULES[rule.rule_id].looks_for}"
        yield Value(group=_tr("Checks"), words=words, source=rule.source, pill=_severity(rule.severity))
    for modifier in card.modifiers:
        yield Value(group=_tr("Modifiers"), words=_modifier(modifier), source=modifier.source)


def units_words(card: RuleCard) -> str:
    """How units are counted, in few words; empty where nobody knows."""
    rules = {UnitRule.CMS_EIGHT_MINUTE: _tr("eight-minute rule"), UnitRule.MIDPOINT: _tr("midpoint rule")}
    return rules[card.units.rule] if card.units else ""


def report_words(card: RuleCard) -> str:
    """How often a report is due, in few words; empty where nobody knows."""
    if card.report is None:
        return ""
    counts = ((_tr("{n} visits"), card.report.visits), (_tr("{n} days"), card.report.days))
    due = [words.format(n=value) for words, value in counts if value is not None]
    return _tr("report after {due}").format(due=_tr(" or ").join(due))


def in_full(value: Value) -> str:
    """A value with where it is from, whether it was read there, and when."""
    if value.source is None:
        return _tr("{words}. Nothing is assumed in its place.").format(words=value.words)
    read = value.source.basis is Basis.SOURCE_READ
    words = (
        _tr("{words}. Source read on {day}: {source}") if read else _tr("{words}. Known practice, {day}: {source}")
    )
    return words.format(words=value.words, day=day_text(value.source.noted_on), source=value.source.words)


def _units(card: RuleCard) -> Value:
    group = _tr("How units are counted")
    if card.units is None:
        return Value(group=group, words=_tr("Not known: look it up with the payer, and say it in a visit or a bill"))
    words = {
        UnitRule.CMS_EIGHT_MINUTE: _tr("Minutes of the day together: the eight-minute rule"),
        UnitRule.MIDPOINT: _tr("Each number alone: the midpoint rule"),
    }
    return Value(group=group, words=words[card.units.rule], source=card.units.source)


def _report(card: RuleCard) -> Value:
    words = report_words(card) or _tr("not known")
    source = card.report.source if card.report else None
    return Value(group=_tr("Progress report"), words=words[0].upper() + words[1:], source=source)


def _stage(stage: VisitStage, first: int) -> str:
    words = _tr("From visit {first}: {needs}") if stage.through is None else _tr("Visits {first} to {last}: {needs}")
    return words.format(first=first, last=stage.through, needs=stage.needs or _tr("nothing needed"))


def _cap(kind: CapKind) -> str:
    return {
        CapKind.MINUTES_PER_VISIT: _tr("Minutes of a visit: {n}"),
        CapKind.UNITS_PER_DAY: _tr("Units of a day: {n}"),
        CapKind.VISITS_PER_DAY: _tr("Visits of a day: {n}"),
        CapKind.VISITS_PER_YEAR: _tr("Visits of a year: {n}"),
    }[kind]


def _severity(severity: RuleSeverity) -> tuple[str, Kind]:
    return {
        RuleSeverity.ERROR: (_tr("holds back"), Kind.AMBER),
        RuleSeverity.WARNING: (_tr("advice"), Kind.NEUTRAL),
        RuleSeverity.INFO: (_tr("hint"), Kind.NEUTRAL),
    }[severity]


def _modifier(modifier: Modifier) -> str:
    use = {
        ModifierUse.ALWAYS: _tr("{code} always"),
        ModifierUse.SEPARATE_BLOCKS: _tr("{code} where two timed services were given in separate blocks"),
    }[modifier.use].format(code=modifier.code)
    return f"{use}: {', '.join(modifier.procedures)}" if modifier.procedures else use


def _tr(words: str) -> str:
    return QCoreApplication.translate("RuleCard", words)
