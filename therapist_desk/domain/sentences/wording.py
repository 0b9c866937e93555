"""The words of generated sentences: in full, or in the field's abbreviations, as the therapist has chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.findings.mark import MarkKind


class Wording(StrEnum):
    """How generated sentences speak, on screen and on paper."""

    FULL = "full"
    SHORT = "short"


_FINDINGS: Final[Mapping[MarkKind, tuple[str, str]]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: ("active trigger point", "active TrP"),
        MarkKind.TRIGGER_LATENT: ("latent trigger point", "latent TrP"),
        MarkKind.TENDER: ("tender point", "tender pt"),
        MarkKind.HYPERTONICITY: ("raised tone", "HT"),
        MarkKind.FASCIAL: ("fascial restriction", "fascial restr."),
        MarkKind.PAIN: ("pain", "pain"),
        MarkKind.NUMBNESS: ("numbness or tingling", "N/T"),
        MarkKind.SWELLING: ("swelling", "edema"),
        MarkKind.SKIN: ("scar, bruise or skin change", "scar/bruise/skin"),
        MarkKind.DO_NOT_WORK: ("not worked", "not worked"),
    }
)
# Names of the atlas that therapists shorten (known practice).
_REGIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "upper trapezius": "UT",
        "middle trapezius": "MT",
        "lower trapezius": "LT",
        "levator scapulae": "LS",
        "sternocleidomastoid": "SCM",
        "quadratus lumborum": "QL",
        "erector spinae": "ES",
        "lumbar erector spinae": "lumbar ES",
        "thoracic erector spinae": "thoracic ES",
        "latissimus dorsi": "lat",
        "iliotibial tract": "ITB",
        "gluteus maximus": "glute max",
        "gluteus medius": "glute med",
        "gluteus minimus": "glute min",
    }
)
_TECHNIQUES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "deep tissue massage": "DTM",
        "myofascial release": "MFR",
        "trigger point therapy": "TrP therapy",
        "neuromuscular therapy": "NMT",
        "manual lymphatic drainage": "MLD",
    }
)
ARROW: Final = "→"
_ENDS: Final = ("?", "!", "…")
_PROPER: Final = ("Swedish",)
_ASIDE: Final = re.compile(r" \(where [^)]*\)$")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIDES: Final[Mapping[Side, str]] = MappingProxyType({Side.LEFT: "L", Side.RIGHT: "R"})


def finding(kind: MarkKind, wording: Wording = Wording.FULL) -> str:
    """Name a kind in the words of a note."""
    return _FINDINGS[kind][wording is Wording.SHORT]


def region_name(name: str, wording: Wording = Wording.FULL) -> str:
    """Name a region without its side."""
    return _REGIONS.get(name, name) if wording is Wording.SHORT else name


def region_words(region: RegionRef, wording: Wording = Wording.FULL) -> str:
    """Name a region with its side: "right upper trapezius", "R UT", "suboccipitals, both sides"."""
    if wording is Wording.FULL:
        return region.words
    name = region_name(region.name, wording)
    if region.side is Side.BILATERAL:
        return both_sides(name, wording)
    return f"{_SIDES[region.side]} {name}" if region.side in _SIDES else name


def technique_words(name: str, wording: Wording = Wording.FULL) -> str:
    """Name a technique within a sentence, without what its name says of where it may be given."""
    words = _ASIDE.sub("", name)
    if not words.startswith(_PROPER):
        words = within(words)
    return _TECHNIQUES.get(words.casefold(), words) if wording is Wording.SHORT else words


def place_words(place: str, wording: Wording = Wording.FULL) -> str:
    """Name a place that is told by its words alone, such as the regions of a segment."""
    if wording is Wording.FULL:
        return place
    side, _, name = place.partition(" ")
    short = next((letter for known, letter in _SIDES.items() if known.value == side.casefold()), "")
    return f"{short} {region_name(name, wording)}" if short and name else region_name(place, wording)


def both_sides(name: str, wording: Wording = Wording.FULL) -> str:
    """Say of a place that it is meant on both sides."""
    return f"{name}, both sides" if wording is Wording.FULL else f"B/L {name}"


def day_words(day: date) -> str:
    """Write a day as documents do: "Nov 30, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def changed_words(first: str = "", last: str = "") -> str:
    """Write a value and what became of it: "7/10 → 3/10", "7/10, unchanged", or the value alone."""
    if not last:
        return first
    return f"{first}, unchanged" if first == last else f"{first} {ARROW} {last}"


def side_words(side: Side, wording: Wording = Wording.FULL) -> str:
    """Name a side by itself."""
    if side is Side.BILATERAL:
        return "both sides" if wording is Wording.FULL else "B/L"
    return side.value if wording is Wording.FULL else _SIDES.get(side, side.value)


def tidy(text: str) -> str:
    """Give words somebody typed as part of a sentence: one space apart, without the full stop at their end."""
    return " ".join(text.split()).rstrip(" .,;:")


def within(text: str) -> str:
    """Give typed words as they stand within a sentence: a capital that only began them is made small."""
    words = tidy(text)
    first, _, _ = words.partition(" ")
    plain = first[1:].islower() or len(first) == 1
    return f"{words[:1].lower()}{words[1:]}" if plain else words


def listed(words: Sequence[str]) -> str:
    """Name several things in one sentence: "a", "a and b", "a, b and c"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def sentence(text: str) -> str:
    """Make a sentence of words: a capital at its start, one full stop at its end, or the mark that it has."""
    words = tidy(text)
    if not words:
        return ""
    return f"{words[:1].upper()}{words[1:]}{'' if words[-1] in _ENDS else '.'}"


def remark(text: str) -> str:
    """Give a typed remark as the end of a sentence.

    After a semicolon; as a sentence of its own where it begins with a capital; in brackets where it asks or exclaims.
    """
    words = tidy(text)
    if not words:
        return ""
    if words[-1] in _ENDS:
        return f" ({words})"
    own = words[0].isupper() and words[1:2].islower()
    return f". {words}" if own else f"; {words}"
