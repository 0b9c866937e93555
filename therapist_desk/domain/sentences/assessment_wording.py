"""The words of tests and measures: in full, or in the field's abbreviations (known practice)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Result
from therapist_desk.domain.sentences.wording import Wording, both_sides, side_words

_JOINTS: Final[Mapping[str, str]] = MappingProxyType({"cervical": "C-spine", "thoracolumbar": "T/L-spine"})
_MOTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "flexion": "flex.",
        "extension": "ext.",
        "lateral flexion": "lat. flex.",
        "rotation": "rot.",
        "abduction": "ABD",
        "adduction": "ADD",
        "horizontal adduction": "horiz. ADD",
        "internal rotation": "IR",
        "external rotation": "ER",
        "pronation": "pron.",
        "supination": "sup.",
        "radial deviation": "RD",
        "ulnar deviation": "UD",
        "dorsiflexion": "DF",
        "plantarflexion": "PF",
        "inversion": "inv.",
        "eversion": "ev.",
        "lateral excursion": "lat. excursion",
    }
)
_RESULTS: Final[Mapping[Result, str]] = MappingProxyType(
    {Result.POSITIVE: "(+)", Result.NEGATIVE: "(−)", Result.UNCLEAR: "(?)"}
)
_FROM: Final[Mapping[View, tuple[str, str]]] = MappingProxyType(
    {
        View.FRONT: (" from the front", " (ant.)"),
        View.BACK: (" from the back", " (post.)"),
        View.LEFT: (" from the left", " (L lat.)"),
        View.RIGHT: (" from the right", " (R lat.)"),
    }
)


def short_motion(name: str) -> str:
    """Shorten "cervical rotation" to "C-spine rot."; a name that is not known stays as it is."""
    joint, _, motion = name.partition(" ")
    short = _MOTIONS.get(motion)
    return f"{_JOINTS.get(joint, joint)} {short}" if short else name


def sided(name: str, side: Side | None, wording: Wording = Wording.FULL) -> str:
    """Name something with its side, where it has one: "drop arm, left", "L drop arm", "B/L drop arm"."""
    if side is None or side is Side.MIDLINE:
        return name
    if side is Side.BILATERAL:
        return both_sides(name, wording)
    words = side_words(side, wording)
    return f"{words} {name}" if wording is Wording.SHORT else f"{name}, {words}"


def result_words(result: Result | None, wording: Wording = Wording.FULL) -> str:
    """Say what a special test showed."""
    if result is None:
        return "not done yet"
    return _RESULTS[result] if wording is Wording.SHORT else result.value


def seen_from(view: View, wording: Wording = Wording.FULL) -> str:
    """Say from where a posture was looked at, to be put behind a word."""
    return _FROM[view][wording is Wording.SHORT]


def measure_words(measurement: Measurement, wording: Wording = Wording.FULL) -> str:
    """Name an outcome measure: by its letters where the therapist writes in abbreviations."""
    return measurement.measure if wording is Wording.SHORT and measurement.measure else measurement.name
