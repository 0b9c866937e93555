"""What forms have in common: boxes to tick, lines to write on, the page round them."""

from __future__ import annotations

from typing import Any, Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.people import Practice
from therapist_desk.reports.layout.flow import Block
from therapist_desk.reports.layout.ink import INK, rule
from therapist_desk.reports.layout.page import FileWords, Frame, PageWords, Paper, render
from therapist_desk.reports.parts.soap import clinic_line
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import LABEL, Rich, joined, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import PRODUCT
from therapist_desk.reports.wording.formats import day

_BOX: Final = 8.0


class TickBox(Block):
    """A square to tick, crossed where it is."""

    def __init__(self, *, ticked: bool = False) -> None:
        self._ticked = ticked

    def height(self, width: float) -> float:
        """One line."""
        return 10.8

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
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

    def height(self, width: float) -> float:
        """Room for a hand, and the label under it."""
        return 34.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the lines over their labels."""
        wide = (width - 12 * (len(self._labels) - 1)) / len(self._labels)
        for label in self._labels:
            rule(canvas, x, x + wide, top - 22, 0.6)
            draw_words(canvas, label, LABEL, x, top - 31)
            x += wide + 12


def render_form(practice: Practice, client: Client | None, title: str, compose: Any, paper: Paper) -> bytes:
    """Set a form with the client, if there is one, on every page."""
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


def sender(practice: Practice) -> list[Rich]:
    """Give the practice as a form names it at the top."""
    lines: list[Rich] = [value(practice.name)]
    if practice.phone:
        lines.append(value(say.PHONE.format(number=practice.phone)))
    return lines


def signature_lines() -> Lines:
    """Lines to sign on by hand."""
    return Lines(("Signature", "Name in print", "Date"))
