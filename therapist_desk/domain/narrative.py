"""Sentences that marks, measurements and segments write into the note."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.assessment_narrative import (
    assessment_sentences,
    measurement_sentence,
    observation_sentence,
)
from therapist_desk.domain.closeup import Closeup
from therapist_desk.domain.mark import Mark, MarkKind, WholeRegion
from therapist_desk.domain.measurement import Measurement
from therapist_desk.domain.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.observation import Observation
from therapist_desk.domain.outcomes.course import EarlierScore
from therapist_desk.domain.timer import Segment, SegmentSource, hands_on_seconds

ARROW: Final = "→"

_FINDING: Final[Mapping[MarkKind, str]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: "active trigger point",
        MarkKind.TRIGGER_LATENT: "latent trigger point",
        MarkKind.TENDER: "tender point",
        MarkKind.HYPERTONICITY: "raised tone",
        MarkKind.FASCIAL: "fascial restriction",
        MarkKind.PAIN: "pain",
        MarkKind.NUMBNESS: "numbness or tingling",
        MarkKind.SWELLING: "swelling",
        MarkKind.SKIN: "scar, bruise or skin change",
        MarkKind.DO_NOT_WORK: "not worked",
    }
)


def finding(kind: MarkKind) -> str:
    """Name a kind in the words of a note."""
    return _FINDING[kind]


def place(mark: Mark) -> str:
    """Say where a mark is: its regions, largest first, and its layer; never nothing."""
    named = " and ".join(_unique(region.words for region in mark.regions[:2]))
    surface = surface_words(mark)
    where = f"{surface} of {named}" if surface and named else named or picture_words(mark)
    return f"{where} ({mark.layer})" if mark.layer else where


def picture_words(mark: Mark) -> str:
    """Name the picture on which a mark was made, for one that lies in no region: "back view"."""
    if mark.closeup is None:
        return f"{mark.view.value} view"
    name = _PICTURES[mark.closeup.closeup]
    return name if mark.closeup.side is Side.MIDLINE else f"{mark.closeup.side.value} {name}"


def surface_words(mark: Mark) -> str:
    """Say which surface of a finger, toe or ball of the foot was marked, as both bear one name; else empty."""
    if mark.closeup is None or not mark.regions or not mark.regions[0].region.startswith(_TWO_SURFACES):
        return ""
    return _SURFACES.get(mark.closeup.closeup, "")


def grade_words(mark: Mark, grade: int) -> str:
    """Write a grade with its scale: "7/10"."""
    scale = mark.scale
    return f"{grade}/{scale.top}" if scale else str(grade)


def change_words(mark: Mark) -> str:
    """Write a mark's grade, and its change where both are set: "7/10 → 3/10"; empty where none is."""
    grades = [grade_words(mark, grade) for grade in (mark.before, mark.after) if grade is not None]
    return f" {ARROW} ".join(grades)


def mark_sentence(mark: Mark) -> str:
    """Write what a mark found, before treatment: one sentence for Objective."""
    quality = f"{_quality(mark)} " if mark.quality else ""
    parts = [f"{quality}{finding(mark.kind)}"]
    if mark.before is not None:
        parts[0] += f" {grade_words(mark, mark.before)}"
    if isinstance(mark.shape, WholeRegion):
        parts.append("whole region")
    if mark.direction is not None:
        parts.append(f"stuck {direction_words(mark)}")
    if mark.refers_to:
        parts.append(f"refers to {_listed(mark.refers_to)}")
    body = ", ".join(parts)
    note = f"; {mark.note.strip().rstrip('.')}" if mark.note.strip() else ""
    return f"{_capital(place(mark))}: {body}{note}."


def direction_words(mark: Mark) -> str:
    """Name the way a restriction is stuck on the client's body: "up and lateral".

    `direction` turns clockwise from up on the picture. Across the picture means lateral or medial from the front and
    back (left or right at the midline), anterior or posterior from the side. On a hand or a foot shown large, up and
    down mean proximal and distal, and across the hand radial and ulnar.
    """
    if mark.direction is None:
        return ""
    upwards, downwards, rightwards, leftwards = _directions(mark)
    turn = math.radians(mark.direction)
    up, across = math.cos(turn), math.sin(turn)
    words = []
    if abs(up) > _DIAGONAL:
        words.append(upwards if up > 0 else downwards)
    if abs(across) > _DIAGONAL:
        words.append(rightwards if across > 0 else leftwards)
    return " and ".join(words)


def treatment_sentence(segments: Sequence[Segment]) -> str:
    """Write the treatment line: each technique with its regions and minutes; empty before any was given.

    Seconds are summed over the session for each technique and floored once.
    """
    totals: dict[tuple[str, tuple[str, ...]], int] = {}
    for segment in segments:
        if segment.technique.hands_on:
            key = (segment.technique.name, segment.regions)
            totals[key] = totals.get(key, 0) + segment.seconds
    if not totals:
        return ""
    given = [
        f"{name.lower()}{' to ' + ', '.join(regions) if regions else ''} {seconds // 60} min"
        for (name, regions), seconds in totals.items()
    ]
    by_hand = any(segment.source is SegmentSource.BY_HAND for segment in segments)
    entered = " Some times were entered by hand." if by_hand else ""
    total = hands_on_seconds(segments) // 60
    return f"Treatment: {', '.join(given)}; {total} min hands-on.{entered}"


def outcome_sentence(note: Note, marks: Iterable[Mark]) -> str:
    """Write what changed from before to after treatment, for Assessment; empty while no after value is set."""
    changes = [
        f"{place(mark)} {finding(mark.kind)} {change_words(mark)}"
        for mark in marks
        if mark.before is not None and mark.after is not None
    ]
    if note.pain_before is not None and note.pain_after is not None:
        changes.insert(0, f"pain {note.pain_before}/10 {ARROW} {note.pain_after}/10")
    return f"{_capital('; '.join(changes))}." if changes else ""


def generated_paragraphs(
    note: Note,
    marks: Sequence[Mark],
    measurements: Sequence[Measurement],
    segments: Sequence[Segment],
    observations: Sequence[Observation] = (),
    earlier: Iterable[EarlierScore] = (),
) -> tuple[Paragraph, ...]:
    """Write all generated paragraphs, leaving out those that the therapist has edited into their own words."""
    written = [
        *((Section.OBJECTIVE, mark_sentence(mark), f"mark:{mark.id}") for mark in marks),
        *((Section.OBJECTIVE, measurement_sentence(item), f"measurement:{item.id}") for item in measurements),
        *((Section.OBJECTIVE, observation_sentence(item), f"observation:{item.id}") for item in observations),
        (Section.OBJECTIVE, treatment_sentence(segments), "treatment"),
        (Section.ASSESSMENT, outcome_sentence(note, marks), "outcome"),
        *((Section.ASSESSMENT, text, source) for text, source in assessment_sentences(measurements, earlier)),
    ]
    edited = {paragraph.source for paragraph in note.paragraphs if paragraph.origin is Origin.EDITED}
    return tuple(
        Paragraph(section, text, Origin.GENERATED, source)
        for section, text, source in written
        if text and source not in edited
    )


_DIAGONAL: Final = math.sin(math.radians(22.5))

_PICTURES: Final[Mapping[Closeup, str]] = MappingProxyType(
    {
        Closeup.HEAD_FRONT: "front of head and neck",
        Closeup.HEAD_BACK: "back of head and neck",
        Closeup.HEAD_SIDE: "side of head and neck",
        Closeup.HAND_PALMAR: "palm of hand",
        Closeup.HAND_DORSAL: "back of hand",
        Closeup.FOOT_DORSAL: "top of foot",
        Closeup.FOOT_PLANTAR: "sole of foot",
        Closeup.LEG_MEDIAL: "inner side of leg",
        Closeup.ARM_MEDIAL: "inner side of arm",
    }
)
_SURFACES: Final[Mapping[Closeup, str]] = MappingProxyType(
    {
        Closeup.HAND_PALMAR: "palmar side",
        Closeup.HAND_DORSAL: "dorsal side",
        Closeup.FOOT_DORSAL: "dorsal side",
        Closeup.FOOT_PLANTAR: "plantar side",
    }
)
_TWO_SURFACES: Final = ("thumb", "finger_", "toe_", "mt_head")

# For the left limb, as it is drawn large: up, down, picture right, picture left. Hands and soles point up, the top of
# the foot points down.
_OWN_DIRECTIONS: Final[Mapping[Closeup, tuple[str, str, str, str]]] = MappingProxyType(
    {
        Closeup.HAND_PALMAR: ("distal", "proximal", "ulnar", "radial"),
        Closeup.HAND_DORSAL: ("distal", "proximal", "radial", "ulnar"),
        Closeup.FOOT_DORSAL: ("proximal", "distal", "lateral", "medial"),
        Closeup.FOOT_PLANTAR: ("distal", "proximal", "lateral", "medial"),
    }
)


def _directions(mark: Mark) -> tuple[str, str, str, str]:
    """Give the words for up, down, right and left on the picture."""
    own = None if mark.closeup is None else _OWN_DIRECTIONS.get(mark.closeup.closeup)
    if own is None or mark.closeup is None:
        right, left = (_across(mark.view, mark.side, to_picture_right=to_right) for to_right in (True, False))
        return "up", "down", right, left
    up, down, right, left = own
    return (up, down, left, right) if mark.closeup.side is Side.RIGHT else own


def _across(view: View, side: Side | None, *, to_picture_right: bool) -> str:
    if view in (View.LEFT, View.RIGHT):
        # The left view looks towards the left edge of the picture, the right view towards the right edge.
        return "anterior" if to_picture_right is (view is View.RIGHT) else "posterior"
    towards = Side.RIGHT if to_picture_right is (view is View.BACK) else Side.LEFT
    if side in (Side.LEFT, Side.RIGHT):
        return "lateral" if side is towards else "medial"
    return towards.value


def _quality(mark: Mark) -> str:
    words = {"ache": "aching", "shooting": "shooting"}
    value = mark.quality.value if mark.quality else ""
    return words.get(value, value)


def _listed(regions: Sequence[RegionRef]) -> str:
    return ", ".join(_unique(region.words for region in regions))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
