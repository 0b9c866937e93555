"""The order of mixed left-to-right and right-to-left text: the Unicode Bidirectional Algorithm (UAX #9).

Names come in any script and stand inside English sentences. Rules are cited by their names in UAX #9, version 15.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from therapist_desk.reports.typography.bidi_explicit import ISOLATES, REMOVED, STRONG, Explicit, base_level

__all__ = ["FSI", "INVISIBLE", "PDI", "base_level", "has_rightward", "isolate", "levels", "visual_order"]

FSI: Final = "\u2068"
PDI: Final = "\u2069"
_RIGHTWARD: Final = frozenset({"R", "AL", "AN"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "（": "）", "「": "」", "〈": "〉", "《": "》"}
# Every formatting character that has no shape of its own.
INVISIBLE: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def isolate(text: str) -> str:
    """Keep `text` from reordering its neighbours: a right-to-left value in a sentence is one unit of it."""
    if text.isascii():
        return text
    bare = "".join(char for char in text if char not in INVISIBLE)
    return f"{FSI}{bare}{PDI}" if has_rightward(bare) else bare


def has_rightward(text: str) -> bool:
    """Tell whether anything in `text` runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHTWARD for char in text)


def levels(text: str, base: int) -> list[int]:
    """Give each character of one paragraph its embedding level; odd levels run from right to left."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    explicit = Explicit(text, kinds, base)
    explicit.run()
    resolved, embedding = explicit.resolved, explicit.embedding
    for sequence in _sequences(resolved, kinds, embedding):
        _resolve(text, kinds, resolved, embedding, sequence, base)
    out = [_implicit(level, kind) for level, kind in zip(embedding, resolved, strict=True)]
    _inherit_removed(kinds, out, base)
    _reset_trailing(kinds, out, base)
    return out


def visual_order(level_of: Sequence[int]) -> list[int]:
    """Order the items of one line from left to right by their levels (L2)."""
    order = list(range(len(level_of)))
    odd = [level for level in level_of if level % 2]
    if not odd:
        return order
    for floor in range(max(level_of), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if level_of[order[start]] < floor:
                start += 1
                continue
            stop = start
            while stop < len(order) and level_of[order[stop]] >= floor:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop
    return order


def _sequences(resolved: Sequence[str], kinds: Sequence[str], embedding: Sequence[int]) -> Iterator[list[int]]:
    """X9, X10: isolating run sequences, as the places of their characters."""
    kept = [at for at in range(len(resolved)) if kinds[at] not in REMOVED]
    runs: list[list[int]] = []
    for at in kept:
        if runs and embedding[runs[-1][-1]] == embedding[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    waiting: list[list[int]] = []
    done: list[list[int]] = []
    for run in runs:
        sequence = waiting.pop() if kinds[run[0]] == "PDI" and waiting else []
        joined = sequence + run
        (waiting if kinds[run[-1]] in ISOLATES else done).append(joined)
    yield from done
    yield from waiting


def _resolve(
    text: str,
    kinds: Sequence[str],
    resolved: list[str],
    embedding: Sequence[int],
    places: Sequence[int],
    base: int,
) -> None:
    """W1 to N2 over one isolating run sequence."""
    level = embedding[places[0]]
    before = _level_outside(kinds, embedding, places[0] - 1, -1, base)
    after = base if kinds[places[-1]] in ISOLATES else _level_outside(kinds, embedding, places[-1] + 1, 1, base)
    start, end = _direction(max(level, before)), _direction(max(level, after))
    row = [resolved[at] for at in places]
    _weak(row, start)
    _brackets(row, [text[at] for at in places], _direction(level), start)
    _neutral(row, start, end, _direction(level))
    for at, kind in zip(places, row, strict=True):
        resolved[at] = kind


def _level_outside(kinds: Sequence[str], embedding: Sequence[int], at: int, step: int, base: int) -> int:
    while 0 <= at < len(kinds):
        if kinds[at] not in REMOVED:
            return embedding[at]
        at += step
    return base


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _weak(row: list[str], start: str) -> None:
    _marks_and_letters(row, start)
    for at in range(1, len(row) - 1):  # W4
        left, right = row[at - 1], row[at + 1]
        if left == right and ((row[at] == "ES" and left == "EN") or (row[at] == "CS" and left in {"EN", "AN"})):
            row[at] = left
    for first, stop in _stretches(row, frozenset({"ET"})):  # W5
        if (first and row[first - 1] == "EN") or (stop < len(row) and row[stop] == "EN"):
            row[first:stop] = ["EN"] * (stop - first)
    strong = start
    for at, kind in enumerate(row):  # W6, W7
        if kind in {"ES", "ET", "CS"}:
            row[at] = "ON"
        elif kind in STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            row[at] = "L"


def _marks_and_letters(row: list[str], start: str) -> None:
    previous = start
    for at, kind in enumerate(row):  # W1
        if kind == "NSM":
            row[at] = "ON" if previous in ISOLATES | {"PDI"} else previous
        previous = row[at]
    strong = start
    for at, kind in enumerate(row):  # W2
        if kind in STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            row[at] = "AN"
    row[:] = ["R" if kind == "AL" else kind for kind in row]  # W3


def _brackets(row: list[str], chars: Sequence[str], own: str, start: str) -> None:
    """N0: both brackets of a pair go with what they hold."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if row[at] != "ON":
            continue
        if char in _BRACKETS:
            opened.append((_BRACKETS[char], at))
        else:
            match = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == char), None)
            if match is not None:
                pairs.append((opened[match][1], at))
                del opened[match:]
    for left, right in sorted(pairs):
        inside = {_strength(kind) for kind in row[left + 1 : right]} - {""}
        if own in inside:
            row[left] = row[right] = own
        elif inside:
            context = next((s for s in map(_strength, reversed(row[:left])) if s), start)
            row[left] = row[right] = context if context in inside else own


def _strength(kind: str) -> str:
    if kind in {"R", "EN", "AN"}:
        return "R"
    return "L" if kind == "L" else ""


def _neutral(row: list[str], start: str, end: str, own: str) -> None:
    for start_at, stop in _stretches(row, _NEUTRAL):  # N1, N2
        left = _strength(row[start_at - 1]) if start_at else start
        right = _strength(row[stop]) if stop < len(row) else end
        row[start_at:stop] = [left if left == right else own] * (stop - start_at)


def _stretches(row: Sequence[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(row):
        stop = at
        while stop < len(row) and row[stop] in kinds:
            stop += 1
        if stop > at:
            yield at, stop
        at = stop + 1


def _implicit(level: int, kind: str) -> int:
    """I1, I2."""
    if level % 2:
        return level + (kind in {"L", "EN", "AN"})
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _inherit_removed(kinds: Sequence[str], out: list[int], base: int) -> None:
    """What X9 removes goes with the character before it, so that it never breaks a run."""
    for at, kind in enumerate(kinds):
        if kind in REMOVED:
            out[at] = out[at - 1] if at else base


def _reset_trailing(kinds: Iterable[str], out: list[int], base: int) -> None:
    """L1: spaces at the end, and tabs with the spaces before them, take the paragraph's level."""
    trailing = True
    for at, kind in reversed(list(enumerate(kinds))):
        if kind in {"B", "S"}:
            trailing = True
        elif kind not in REMOVED | ISOLATES | {"WS", "PDI"}:
            trailing = False
        if trailing:
            out[at] = base
