"""What a mark found, in words; marks that say the same of both sides, or of one region, are told together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import Mark, MarkKind, WholeRegion
from therapist_desk.domain.sentences.picture_words import direction_words, picture_words, surface_words
from therapist_desk.domain.sentences.wording import (
    Wording,
    both_sides,
    changed_words,
    finding,
    listed,
    region_name,
    region_words,
    remark,
    sentence,
    side_words,
    tidy,
)

_QUALITIES: Final = {"ache": "aching"}
_TOWARDS: Final = {
    "up": "upward",
    "down": "downward",
    "lateral": "laterally",
    "medial": "medially",
    "anterior": "anteriorly",
    "posterior": "posteriorly",
    "left": "to the left",
    "right": "to the right",
    "distal": "distally",
    "proximal": "proximally",
    "ulnar": "to the ulnar side",
    "radial": "to the radial side",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Marks that one sentence speaks of, with that sentence."""

    marks: tuple[Mark, ...]
    text: str

    @property
    def source(self) -> str:
        """What a generated paragraph names as its source."""
        return " ".join(f"mark:{mark.id}" for mark in self.marks)


def place(mark: Mark, wording: Wording = Wording.FULL) -> str:
    """Say where a mark is: its regions, largest first, and its layer; never nothing."""
    named = _named(mark, wording)
    return _with_layer(_on_surface(named, mark) or picture_words(mark), mark)


def _named(mark: Mark, wording: Wording) -> str:
    """Name the regions, and a side that they share only once."""
    regions = mark.told_regions
    side = regions[0].side if regions else None
    names = _unique(region_name(region.name, wording) for region in regions)
    if side in (Side.LEFT, Side.RIGHT) and len(names) > 1 and all(region.side is side for region in regions):
        return f"{side_words(side, wording)} {listed(names)}"
    return " and ".join(_unique(region_words(region, wording) for region in regions))


def grade_words(mark: Mark, grade: int) -> str:
    """Write a grade with its scale: "7/10"."""
    scale = mark.scale
    return f"{grade}/{scale.top}" if scale else str(grade)


def change_words(mark: Mark) -> str:
    """Write a mark's grade, and its change where both are set: "7/10 → 3/10"; empty where none is."""
    grades = [grade_words(mark, grade) for grade in (mark.before, mark.after) if grade is not None]
    return changed_words(*grades)


def mark_sentence(mark: Mark, wording: Wording = Wording.FULL) -> str:
    """Write what one mark found, before treatment."""
    return sentence(f"{place(mark, wording)}: {_clause(mark, wording)}{remark(mark.note)}")


def mark_sentences(marks: Sequence[Mark], wording: Wording = Wording.FULL) -> tuple[Told, ...]:
    """Write what all marks found, in their order.

    A finding that is the same on either side is told once, "both sides"; several findings of one place are told in
    one sentence. A mark with a remark of its own has a sentence of its own.
    """
    places: dict[str, list[tuple[tuple[Mark, ...], str]]] = {}
    for pair in _pairs(marks, wording):
        key = _place(pair, wording)
        if any(tidy(mark.note) for mark in pair):
            key += f"\n{pair[0].id}"
        places.setdefault(key, []).append((pair, _clause(pair[0], wording) + remark(pair[0].note)))
    told = []
    for key, findings in places.items():
        where = key.split("\n")[0]
        together = tuple(mark for pair, _ in findings for mark in pair)
        told.append(Told(together, sentence(f"{where}: {'; '.join(clause for _, clause in findings)}")))
    return tuple(told)


def change_clauses(marks: Iterable[Mark], wording: Wording = Wording.FULL) -> list[str]:
    """Say of each mark with both grades how it changed; the same change on either side once."""
    changed = [mark for mark in marks if mark.before is not None and mark.after is not None]
    return [
        f"{_place(pair, wording)}{',' if len(pair) > 1 and wording is Wording.FULL else ''} "
        f"{finding(pair[0].kind, wording)} {change_words(pair[0])}"
        for pair in _pairs(changed, wording, with_change=True)
    ]


def _clause(mark: Mark, wording: Wording) -> str:
    quality = f"{_QUALITIES.get(mark.quality.value, mark.quality.value)} " if mark.quality else ""
    noun = "tender" if mark.kind is MarkKind.TENDER else finding(mark.kind, wording)
    grade = f" {grade_words(mark, mark.before)}" if mark.before is not None else ""
    parts = [f"{quality}{noun}{grade}"]
    if isinstance(mark.shape, WholeRegion):
        parts.append("whole region" if len(mark.regions) < 2 else "whole regions")  # noqa: PLR2004 - plural
    if mark.direction is not None:
        parts.append(f"stuck {_towards(direction_words(mark))}")
    if mark.refers_to:
        parts.append(f"refers to {', '.join(_unique(region_words(region, wording) for region in mark.refers_to))}")
    return ", ".join(parts)


def _towards(direction: str) -> str:
    return " and ".join(_TOWARDS.get(word, word) for word in direction.split(" and "))


def _pairs(marks: Iterable[Mark], wording: Wording, *, with_change: bool = False) -> list[tuple[Mark, ...]]:
    """Bring what is the same on either side together; each group stands where its first mark stood."""
    groups: list[list[Mark]] = []
    alone: dict[tuple[str, ...], list[Mark]] = {}
    for mark in marks:
        if mark.side not in (Side.LEFT, Side.RIGHT) or mark.refers_to or tidy(mark.note):
            groups.append([mark])
            continue
        said = change_words(mark) if with_change else _clause(mark, wording)
        key = (said, _sideless(mark, wording), mark.kind.value)
        other = alone.get(key)
        if other is not None and other[0].side is not mark.side:
            alone.pop(key).append(mark)
            continue
        groups.append([mark])
        alone[key] = groups[-1]
    return [tuple(group) for group in groups]


def _place(pair: Sequence[Mark], wording: Wording) -> str:
    first = pair[0]
    return both_sides(_sideless(first, wording), wording) if len(pair) > 1 else place(first, wording)


def _sideless(mark: Mark, wording: Wording) -> str:
    names = _unique(region_name(region.name, wording) for region in mark.told_regions)
    return _with_layer(_on_surface(listed(names) if names else "", mark), mark)


def _on_surface(named: str, mark: Mark) -> str:
    surface = surface_words(mark)
    return f"{surface} of {named}" if surface and named else named


def _with_layer(where: str, mark: Mark) -> str:
    layer = tidy(mark.layer)
    return f"{where} ({layer})" if layer else where


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
