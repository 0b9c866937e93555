"""Rule cards for tests: any that can be, and their text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hypothesis import strategies as st

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.procedures import PROCEDURES
from therapist_desk.domain.rule_cards.card import (
    PAYER_RULES,
    Basis,
    Cap,
    CapKind,
    Modifier,
    ModifierUse,
    ReportCadence,
    RequiredRule,
    RuleCard,
    RuleSeverity,
    Source,
    Units,
    VisitStage,
)

# Every sign that can be saved, quotes, line ends and those beyond the first plane included.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(str.strip).filter(bool)
LABELS = WORDS.filter(lambda words: len(words.splitlines()) == 1)
COUNTS = st.integers(1, 10**6)
SOURCES = st.builds(Source, words=WORDS, noted_on=st.dates(), basis=st.sampled_from(Basis))


@st.composite
def rule_cards(draw: st.DrawFn) -> RuleCard:
    cadences = st.tuples(st.none() | COUNTS, st.none() | COUNTS).filter(any)
    visits, days = draw(cadences)
    ends: list[int | None] = [*sorted(draw(st.sets(COUNTS, max_size=4)))]
    if draw(st.booleans()):
        ends.append(None)
    needs = st.just("") | LABELS
    codes = draw(st.lists(st.from_regex(r"\A[A-Z0-9]{2}\Z"), max_size=3, unique=True))
    numbers = st.lists(st.sampled_from(sorted(PROCEDURES)), max_size=3).map(tuple)
    kinds = draw(st.lists(st.sampled_from(CapKind), unique=True))
    rules = draw(st.lists(st.sampled_from(sorted(PAYER_RULES)), max_size=5, unique=True))
    return RuleCard(
        id="any",
        name=draw(LABELS),
        units=draw(st.none() | st.builds(Units, rule=st.sampled_from(UnitRule), source=SOURCES)),
        report=draw(st.none() | st.builds(ReportCadence, visits=st.just(visits), days=st.just(days), source=SOURCES)),
        stages=tuple(VisitStage(through=end, needs=draw(needs), source=draw(SOURCES)) for end in ends),
        caps=tuple(Cap(kind=kind, most=draw(COUNTS), source=draw(SOURCES)) for kind in kinds),
        rules=tuple(
            RequiredRule(rule_id=rule, severity=draw(st.sampled_from(RuleSeverity)), source=draw(SOURCES))
            for rule in rules
        ),
        modifiers=tuple(
            Modifier(
                code=code, use=draw(st.sampled_from(ModifierUse)), procedures=draw(numbers), source=draw(SOURCES)
            )
            for code in codes
        ),
    )


def card_text(card: RuleCard) -> str:
    """Write a card as somebody might: what is None or empty is left out."""
    lines = _lines({"name": card.name})
    if card.units:
        lines += ["", "[units]", *_lines({"rule": card.units.rule}, card.units.source)]
    if card.report:
        cadence = {"visits": card.report.visits, "days": card.report.days}
        lines += ["", "[report]", *_lines(cadence, card.report.source)]
    for stage in card.stages:
        lines += ["", "[[stages]]", *_lines({"through": stage.through, "needs": stage.needs}, stage.source)]
    for cap in card.caps:
        lines += ["", "[[caps]] # at most", *_lines({"kind": cap.kind, "most": cap.most}, cap.source)]
    for rule in card.rules:
        lines += ["", "[[rules]]", *_lines({"id": rule.rule_id, "severity": rule.severity}, rule.source)]
    for modifier in card.modifiers:
        values = {"code": modifier.code, "use": modifier.use, "procedures": modifier.procedures}
        lines += ["", "[[modifiers]]", *_lines(values, modifier.source)]
    return "\n".join(lines)


def _lines(values: Mapping[str, str | int | Sequence[str] | None], source: Source | None = None) -> list[str]:
    written = [f"{key} = {_value(value)}" for key, value in values.items() if value not in {None, "", ()}]
    if source is not None:
        written += [f"source = {_value(source.words)}", f"date = {_day(source.noted_on)}"]
        written += [f"basis = {_value(source.basis)}"]
    return written


def _value(value: str | int | Iterable[str] | None) -> str:
    if isinstance(value, str):
        # JSON's strings are TOML's, but for one sign that TOML wants written out.
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int):
        return str(value)
    return "[\n" + "".join(f"  {_value(each)}, # one of several\n" for each in value or ()) + "]"


def _day(day: date) -> str:
    return day.isoformat()
