"""The health history as a form: to fill in by hand, or filled from the chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.health.condition import Checklist, ConditionGroup
from therapist_desk.domain.health.history import Answer, HealthHistory, ItemKind
from therapist_desk.domain.people import Practice
from therapist_desk.reports.layout.flow import Block, Keep, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.forms import TickBox, render_form, sender, signature_lines
from therapist_desk.reports.typography.rich import BODY, Rich, value
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import day

HISTORY_TITLE: Final = "Health history"
_ASK: Final = "Please answer each line. Where you say yes, add a word: which, since when, how it is now."
_ANSWERS: Final = {Answer.YES: "Yes", Answer.NO: "No", Answer.UNKNOWN: "Not sure"}
_LISTS: Final = {
    ItemKind.MEDICATION: "Medications, with dose",
    ItemKind.SURGERY: "Surgeries, with year",
    ItemKind.ALLERGY: "Allergies: oil, lotion, latex, drugs",
    ItemKind.IMPLANT: "Pacemaker, implants and devices",
}
_TRUE: Final = "What I have written here is true as far as I know, and I will tell of changes."
_ANSWER_WIDTH: Final = 15 * MM
_NAME_WIDTH: Final = 80 * MM
_EMPTY_LINES: Final = 3


def history_form(
    practice: Practice, client: Client | None, history: HealthHistory | None, checklist: Checklist, paper: Paper
) -> bytes:
    """Set the health history as a form: blank, for a client, or with the answers of `history`.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        return [
            TitleBlock(HISTORY_TITLE, _whose(client, history), sender(practice), 60 * MM),
            Text(_ASK, BODY, above=6),
            *(_group(group, history) for group in checklist.groups),
            *(_list(kind, words, history) for kind, words in _LISTS.items()),
            Keep((Text(_TRUE, BODY), signature_lines()), above=10),
        ]

    return render_form(practice, client, HISTORY_TITLE, compose, paper)


def _whose(client: Client | None, history: HealthHistory | None) -> Rich:
    if history is not None:
        return f"Version {history.version}, taken {day(history.taken_at.day)}"
    return "To be filled in by the client" if client is None else "To be filled in or checked by the client"


def _group(group: ConditionGroup, history: HealthHistory | None) -> Section:
    answers = (Column(words, _ANSWER_WIDTH) for words in _ANSWERS.values())
    columns = [Column("", _NAME_WIDTH), *answers, Column("Which, since when")]
    rows = []
    for condition in group.conditions:
        given = history.answer_to(condition.id) if history else None
        boxes = tuple(TickBox(ticked=given is not None and given.answer is answer) for answer in _ANSWERS)
        since = f", since {day(given.since)}" if given is not None and given.since else ""
        said = value(f"{given.detail}{since}") if given is not None else ""
        name = condition.name[:1].upper() + condition.name[1:]
        rows.append(Row((name, *boxes, said)))
    return Section(group.name, (Table(columns, rows, pad=2.2),), carried=CONTINUED)


def _list(kind: ItemKind, words: str, history: HealthHistory | None) -> Section:
    items = history.of(kind) if history else ()
    if items:
        rows = [
            Row((value(", ".join(filter(None, (item.text, item.detail, day(item.on) if item.on else "")))),))
            for item in items
        ]
    else:
        rows = [Row(("\u00a0",)) for _ in range(_EMPTY_LINES)]
    return Section(words, (Table([Column()], rows, pad=4.0),), carried=CONTINUED)
