"""Styled words: what a paragraph says, and in which face.

Both are named tuples, made, hashed and compared in a fraction of a dataclass's time: all words are looked up by them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.fonts import Face


class Span(NamedTuple):
    """Words in one face; None means the paragraph's own."""

    text: str
    face: Face | None = None


Rich: TypeAlias = str | tuple[Span, ...]


class Align(float, Enum):
    """Where lines stand in their column: the share of what is free that lies at their left."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0

    __hash__ = object.__hash__  # styles are looked up all the time


class Style(NamedTuple):
    """A step of the type scale: size and leading in points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    align: Align = Align.LEFT

    def aligned(self, align: Align) -> Style:
        """Give the same style standing elsewhere."""
        return self if align is self.align else _varied(self, self.face, align)

    @property
    def bold(self) -> Style:
        """Give the same style in bold."""
        return _varied(self, Face.BOLD, self.align)


@functools.cache
def _varied(style: Style, face: Face, align: Align) -> Style:
    """Make a variant of a step once: every cell of a table asks for one, and there are few."""
    return style._replace(face=face, align=align)


TITLE: Final = Style(17, 20, Face.BOLD)
OUTCOME: Final = Style(14.5, 18.5, Face.BOLD)
SUBTITLE: Final = Style(9, 12)
HEAD: Final = Style(10.5, 13, Face.BOLD)
BODY: Final = Style(9, 12.2)
QUOTE: Final = Style(9, 12.2, Face.ITALIC)
CELL: Final = Style(8.5, 10.8)
LABEL: Final = Style(8, 9.5)
NOTE: Final = Style(7.5, 9.8)
FOOT: Final = Style(7, 9)
HASH: Final = Style(7.5, 9, Face.MONO)


def spans(rich: Rich) -> tuple[Span, ...]:
    """Give words as spans."""
    return (Span(rich),) if isinstance(rich, str) else rich


def phrase(template: str, **values: str | int) -> tuple[Span, ...]:
    """Fill a sentence of a message table; what stands between ** and ** is bold.

    Values are never read as markup, and right-to-left ones do not reorder the words around them.
    """
    filled = {name: isolate(str(value)) for name, value in values.items()}
    made = [Span(part.format(**filled), face) for part, face in _parts(template)]
    return tuple([span for span in made if span.text])


@functools.cache
def _parts(template: str) -> tuple[tuple[str, Face | None], ...]:
    return tuple((part, Face.BOLD if at % 2 else None) for at, part in enumerate(template.split("**")))


def bold(text: str) -> tuple[Span, ...]:
    """Give a value in bold, kept apart from its neighbours' direction."""
    return (Span(isolate(text), Face.BOLD),)


def value(text: str) -> tuple[Span, ...]:
    """Give a value as it is, kept apart from its neighbours' direction."""
    return (Span(isolate(text)),)


def joined(parts: Iterable[Rich], between: str) -> tuple[Span, ...]:
    """Join with `between` in the paragraph's own face."""
    out: list[Span] = []
    for part in parts:
        if out:
            out.append(Span(between))
        out.extend(spans(part))
    return tuple(out)
