"""Rule cards out of TOML: all of a card or none, and the line of what is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeVar

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
from therapist_desk.domain.rule_cards.errors import CardMissingError, CardRepeatedError, CardSyntaxError
from therapist_desk.domain.rule_cards.table import CardTable
from therapist_desk.domain.rule_cards.toml_lines import TomlLines

MOST_BYTES: Final = 64 * 1024
"""More than any card needs; a file above it is something else."""
_PLAINLY: Final = {
    "Cannot overwrite": "this name stands twice",
    "Cannot declare": "this heading stands twice",
    "Illegal character": "a quotation mark is missing",
    "Unterminated string": "a quotation mark is missing",
    "Expected newline": "something is left over; a day is written like 2026-11-23, and words stand in quotes",
    "Invalid value": "words stand in quotes, numbers and days without",
    "Expected '=' after a key": "there is no = after the name",
    "Invalid date or datetime": "there is no such day",
    "Invalid statement": "a line begins with a name and =, or with a heading in square brackets",
}
_POSITION: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TWO_SIGNS: Final = re.compile(r"[A-Z0-9]{2}")
_Value = TypeVar("_Value")


def read_rule_card(card_id: str, data: bytes, today: date = date.max) -> RuleCard:
    """Read the card in the file `card_id`.toml; no source may be noted after `today`.

    Raises:
        RuleCardError: one of its kinds, with the line and the reason.
    """
    text = _text(f"{card_id}.toml", data)
    card = CardTable(f"{card_id}.toml", TomlLines(text), (), _content(f"{card_id}.toml", text), today)
    card.check_keys("name", "units", "report", "stages", "caps", "rules", "modifiers")
    name = card.label("name")
    units, report = card.table("units"), card.table("report")
    return RuleCard(
        id=card_id,
        name=name,
        units=_units(units) if units else None,
        report=_report(report) if report else None,
        stages=_stages(card.tables("stages")),
        caps=_each_once(card.tables("caps"), "kind", _cap),
        rules=_each_once(card.tables("rules"), "id", _rule),
        modifiers=_each_once(card.tables("modifiers"), "code", _modifier),
    )


def _text(file: str, data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise CardSyntaxError(file=file, line=1, detail=f"longer than {MOST_BYTES // 1024} kB")
    try:
        return data.decode("utf-8-sig")  # some editors put a mark before the first sign
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CardSyntaxError(file=file, line=line, detail="not saved as UTF-8") from error


def _content(file: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise CardSyntaxError(file=file, line=TomlLines(text).unfinished(), detail="too deep") from error
    except ValueError as error:  # TOMLDecodeError, and what int() says of a number with thousands of digits
        said = str(error)
        place = _POSITION.search(said)
        line = int(place[1]) if place and place[1] else TomlLines(text).unfinished()
        raise CardSyntaxError(file=file, line=line, detail=_plainly(_POSITION.sub("", said))) from error


def _plainly(said: str) -> str:
    """Say what the reader of TOML means, for who has never heard of it."""
    return next((plain for words, plain in _PLAINLY.items() if words in said), said)


def _source(table: CardTable) -> Source:
    basis = table.choice("basis", Basis) if table.has("basis") else Basis.KNOWN_PRACTICE
    return Source(words=table.source_text("source"), noted_on=table.source_day("date"), basis=basis)


def _units(table: CardTable) -> Units:
    table.check_keys("rule", "source", "date", "basis")
    return Units(rule=table.choice("rule", UnitRule), source=_source(table))


def _report(table: CardTable) -> ReportCadence:
    table.check_keys("visits", "days", "source", "date", "basis")
    visits, days = table.optional_count("visits"), table.optional_count("days")
    if visits is None and days is None:
        raise CardMissingError(file=table.file, line=table.line(), key="visits")
    return ReportCadence(visits=visits, days=days, source=_source(table))


def _stages(tables: Sequence[CardTable]) -> tuple[VisitStage, ...]:
    """Read the stages, which follow one another; the last one may be open."""
    stages: list[VisitStage] = []
    for number, table in enumerate(tables, 1):
        table.check_keys("through", "needs", "source", "date", "basis")
        is_last = number == len(tables)
        through = table.optional_count("through") if is_last else table.count("through")
        before = stages[-1].through if stages else None
        if through is not None and before is not None and through <= before:
            raise table.wrong("through", f"more than {before}, where the stage before it ends")
        needs = table.label("needs") if table.has("needs") else ""
        stages.append(VisitStage(through=through, needs=needs, source=_source(table)))
    return tuple(stages)


def _cap(table: CardTable) -> Cap:
    table.check_keys("kind", "most", "source", "date", "basis")
    return Cap(kind=table.choice("kind", CapKind), most=table.count("most"), source=_source(table))


def _rule(table: CardTable) -> RequiredRule:
    table.check_keys("id", "severity", "source", "date", "basis")
    rule_id = table.text("id")
    if rule_id not in PAYER_RULES:
        raise table.wrong("id", f"a rule that payers decide on: {', '.join(sorted(PAYER_RULES))}")
    return RequiredRule(rule_id=rule_id, severity=table.choice("severity", RuleSeverity), source=_source(table))


def _modifier(table: CardTable) -> Modifier:
    table.check_keys("code", "use", "procedures", "source", "date", "basis")
    code = table.text("code")
    if not _TWO_SIGNS.fullmatch(code):
        raise table.wrong("code", "two capital letters or digits, such as 59")
    procedures = table.texts("procedures")
    if any(number not in PROCEDURES for number in procedures):
        raise table.wrong("procedures", "numbers from the table of procedures, such as 97124")
    return Modifier(code=code, use=table.choice("use", ModifierUse), procedures=procedures, source=_source(table))


def _each_once(tables: Sequence[CardTable], key: str, read: Callable[[CardTable], _Value]) -> tuple[_Value, ...]:
    first: dict[str, CardTable] = {}
    values: list[_Value] = []
    for table in tables:
        values.append(read(table))
        what = table.text(key)
        if what in first:
            raise CardRepeatedError(file=table.file, line=table.line(key), what=what, first=first[what].line(key))
        first[what] = table
    return tuple(values)
