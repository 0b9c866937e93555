"""Forms to fill in by hand, or filled from the chart: health history and consent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.health.condition import Checklist, ConditionGroup
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.history import Answer, HealthHistory, ItemKind
from therapist_desk.domain.people import Practice
from therapist_desk.reports import soap_words as say
from therapist_desk.reports.blocks import Items
from therapist_desk.reports.flow import Block, Gap, Keep, Text
from therapist_desk.reports.formats import day
from therapist_desk.reports.heads import Section, TitleBlock
from therapist_desk.reports.ink import INK, MM, rule
from therapist_desk.reports.lines import draw_words
from therapist_desk.reports.page import FileWords, Frame, PageWords, Paper, render
from therapist_desk.reports.rich import BODY, LABEL, Rich, joined, value
from therapist_desk.reports.soap_parts import clinic_line
from therapist_desk.reports.table import Column, Row, Table
from therapist_desk.reports.words import CONTINUED, PRODUCT

HISTORY_TITLE: Final = "Health history"
CONSENT_TITLE: Final = "Informed consent to massage therapy"
_ASK: Final = "Please answer each line. Where you say yes, add a word: which, since when, how it is now."
_ANSWERS: Final = {Answer.YES: "Yes", Answer.NO: "No", Answer.UNKNOWN: "Not sure"}
_LISTS: Final = {
    ItemKind.MEDICATION: "Medications, with dose",
    ItemKind.SURGERY: "Surgeries, with year",
    ItemKind.ALLERGY: "Allergies: oil, lotion, latex, drugs",
    ItemKind.IMPLANT: "Pacemaker, implants and devices",
}
_TRUE: Final = "What I have written here is true as far as I know, and I will tell of changes."
_AREAS: Final = "I also agree, each by itself, to treatment of"
_OTHER: Final = "And to"
_OTHER_SIGNERS: Final = ("Signs for the client as (mother, guardian)", "Witness")
_BOX: Final = 8.0
_ANSWER_WIDTH: Final = 17 * MM
_NAME_WIDTH: Final = 68 * MM
_EMPTY_LINES: Final = 3


class TickBox(Block):
    """A square to tick, crossed where it is."""

    def __init__(self, *, ticked: bool = False) -> None:
        self._ticked = ticked

    def height(self, width: float) -> float:  # noqa: ARG002
        """One line."""
        return 10.8

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw the square."""
        bottom = top - 9.6
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.7)
        canvas.rect(x, bottom, _BOX, _BOX, stroke=1, fill=0)
        if self._ticked:
            canvas.setLineWidth(1.2)
            canvas.line(x + 1.5, bottom + 1.5, x + _BOX - 1.5, bottom + _BOX - 1.5)
            canvas.line(x + 1.5, bottom + _BOX - 1.5, x + _BOX - 1.5, bottom + 1.5)


class Lines(Block):
    """Labelled lines to write on, side by side."""

    def __init__(self, labels: tuple[str, ...], above: float = 0.0) -> None:
        self.above = above
        self._labels = labels

    def height(self, width: float) -> float:  # noqa: ARG002
        """Room for a hand, and the label under it."""
        return 34.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the lines over their labels."""
        wide = (width - 12 * (len(self._labels) - 1)) / len(self._labels)
        for label in self._labels:
            rule(canvas, x, x + wide, top - 22, 0.6)
            draw_words(canvas, label, LABEL, x, top - 31)
            x += wide + 12


def history_form(
    practice: Practice, client: Client | None, history: HealthHistory | None, checklist: Checklist, paper: Paper
) -> bytes:
    """Set the health history as a form: blank, for a client, or with the answers of `history`.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        return [
            TitleBlock(HISTORY_TITLE, _whose(client, history), _sender(practice), 60 * MM),
            Text(_ASK, BODY, above=6),
            *(_group(group, history) for group in checklist.groups),
            *(_list(kind, words, history) for kind, words in _LISTS.items()),
            Keep((Text(_TRUE, BODY), _signature_lines()), above=10),
        ]

    return _render(practice, client, HISTORY_TITLE, compose, paper)


def consent_form(practice: Practice, client: Client | None, paper: Paper) -> bytes:
    """Set the consent as a form to sign by hand.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    areas = tuple(scope for scope in Scope if scope not in {Scope.TREATMENT, Scope.PHYSICIAN, Scope.PHOTOS})

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        numbered = [(str(number), line) for number, line in enumerate(STATEMENTS, 1)]
        return [
            TitleBlock(CONSENT_TITLE, _whose(client, None), _sender(practice), 60 * MM),
            Gap(6),
            Items(numbered, 17, BODY),
            Section(_AREAS, (_ticks(areas),), carried=CONTINUED),
            Section(_OTHER, (_ticks((Scope.PHYSICIAN, Scope.PHOTOS)),), carried=CONTINUED),
            Keep((_signature_lines(), Lines(_OTHER_SIGNERS, above=4)), above=12),
        ]

    return _render(practice, client, CONSENT_TITLE, compose, paper)


def _render(practice: Practice, client: Client | None, title: str, compose: Any, paper: Paper) -> bytes:
    identifiers: Rich = ""
    if client is not None:
        known = (
            say.BIRTH.format(day=day(client.details.date_of_birth)),
            say.RECORD.format(number=client.record_number),
        )
        identifiers = joined([value(text) for text in known], "   ·   ")
    words = PageWords(
        name=client.details.sorted_name if client else "Name:",
        identifiers=identifiers or "Date of birth:",
        right="",
        clinic=joined([value(text) for text in clinic_line(practice)], " · "),
        document=title,
        notice=say.CONFIDENTIAL,
        stamp="",
    )
    return render(compose, Frame(words, paper), FileWords(title=title, author=PRODUCT, subject=title))


def _whose(client: Client | None, history: HealthHistory | None) -> Rich:
    if history is not None:
        return f"Version {history.version}, taken {day(history.taken_at.day)}"
    return "To be filled in by the client" if client is None else "To be filled in or checked by the client"


def _sender(practice: Practice) -> list[Rich]:
    lines: list[Rich] = [value(practice.name)]
    if practice.phone:
        lines.append(value(say.PHONE.format(number=practice.phone)))
    return lines


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


def _ticks(scopes: tuple[Scope, ...]) -> Table:
    named = [scope.value[:1].upper() + scope.value[1:] for scope in scopes]
    return Table([Column("", 8 * MM), Column()], [Row((TickBox(), name)) for name in named], pad=2.4)


def _signature_lines() -> Lines:
    return Lines(("Signature", "Name in print", "Date"))
