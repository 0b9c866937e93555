"""Explicit formatting in mixed text: embeddings, overrides and isolates (UAX #9, rules X1 to X8)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MAX_DEPTH: Final = 125
STRONG: Final = frozenset({"L", "R", "AL"})
ISOLATES: Final = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS: Final = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED: Final = EMBEDDINGS | {"PDF", "BN"}


def base_level(text: str) -> int:
    """Find the paragraph's level by its first strong character outside isolates (P2, P3); 0 where none is."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in STRONG:
            return 0 if kind == "L" else 1
    return 0


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str
    isolating: bool


class Explicit:
    """X1 to X8: levels by embeddings, overrides and isolates."""

    def __init__(self, text: str, kinds: Sequence[str], base: int) -> None:
        self._text, self._kinds = text, kinds
        self._stack: list[_Status] = [_Status(base, "", isolating=False)]
        self._lost_isolates = self._lost_embeddings = self._open_isolates = 0
        self.resolved = list(kinds)
        self.embedding = [base] * len(kinds)

    def run(self) -> None:
        """Walk through the paragraph once."""
        for at, kind in enumerate(self._kinds):
            self.embedding[at] = self._stack[-1].level
            if kind in EMBEDDINGS | ISOLATES:
                self._open(at, kind)
            elif kind == "PDI":
                self._close_isolate(at)
            elif kind == "PDF":
                self._close_embedding()
            elif kind == "B":
                self.embedding[at] = self._stack[0].level
            elif kind != "BN":
                self.resolved[at] = self._stack[-1].override or kind

    def _open(self, at: int, kind: str) -> None:
        isolating = kind in ISOLATES
        status = self._stack[-1]
        if isolating:
            self.resolved[at] = status.override or kind
        rightward = kind in {"RLE", "RLO", "RLI"} or (kind == "FSI" and _isolate_level(self._text, at) == 1)
        deeper = _next_level(status.level, rightward=rightward)
        if deeper <= MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings:
            self._open_isolates += isolating
            self._stack.append(_Status(deeper, {"LRO": "L", "RLO": "R"}.get(kind, ""), isolating=isolating))
        elif isolating:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _close_isolate(self, at: int) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._open_isolates:
            self._lost_embeddings = 0
            while not self._stack[-1].isolating:
                self._stack.pop()
            self._stack.pop()
            self._open_isolates -= 1
        self.embedding[at] = self._stack[-1].level
        self.resolved[at] = self._stack[-1].override or "PDI"

    def _close_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1].isolating:
            self._stack.pop()


def _next_level(level: int, *, rightward: bool) -> int:
    return (level + 1) | 1 if rightward else (level + 2) & ~1


def _isolate_level(text: str, at: int) -> int:
    return base_level(text[at + 1 : _matching_pdi(text, at)])


def _matching_pdi(text: str, at: int) -> int:
    depth = 0
    for index in range(at, len(text)):
        kind = unicodedata.bidirectional(text[index])
        depth += (kind in ISOLATES) - (kind == "PDI")
        if depth == 0:
            return index
    return len(text)
