"""Pointers from what an addendum corrects to the addendum: "see A1"."""

from __future__ import annotations

from collections.abc import Sequence

from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Addendum
from therapist_desk.reports.wording import soap as say


def see(addenda: Sequence[Addendum], *parts: NotePart) -> str:
    """Name the addenda that correct any of these parts; empty where none does."""
    numbers = [
        say.ADDENDUM_NUMBER.format(number=each.content.number) for each in addenda if each.content.corrects in parts
    ]
    return say.SEE.format(addenda=", ".join(numbers)) if numbers else ""


def pointed(words: str, pointer: str) -> str:
    """Put a pointer after a label, a name or a sentence without its stop."""
    return f"{words}, {pointer}" if pointer else words
