"""Words of how a complaint came and goes, and of medication."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english

_ONSET: Final = any_of(
    *(r"since", r"began", r"beg[iu]n\w*", r"start\w*", r"onset", r"ago", r"gradual\w*", r"injur\w*", r"accident"),
    *(r"collision", r"fell", r"fall", r"sudden\w*", r"crash", r"after (?:a|an|the|lift\w*|surg\w*)", r"for \d+"),
)
_WORSE: Final = any_of(
    *(r"worse\w*", r"aggravat\w+", r"increas\w+", r"provok\w+", r"flar\w+", r"triggered", r"brings? on"),
)
_BETTER: Final = any_of(
    *(r"better", r"eas(?:e|es|ed|ing)", r"reliev\w+", r"relief", r"help(?:s|ed)?", r"improv\w+", r"heat", r"ice"),
    r"rest",
)
_MEDICINE: Final = any_of(
    *(r"medic\w+", r"meds?", r"ibuprofen", r"acetaminophen", r"naproxen", r"tablets?", r"pills?"),
    r"dos(?:e|es|age)",
)


def tells_onset(text: str) -> bool:
    """Tell whether a text says when or how it began."""
    return not in_english(text) or _ONSET.search(text) is not None


def tells_course(text: str) -> bool:
    """Tell whether a text says what makes it worse or better."""
    return not in_english(text) or bool(_WORSE.search(text) or _BETTER.search(text))


def tells_medicine(text: str) -> bool:
    """Tell whether a text speaks of medication."""
    return not in_english(text) or _MEDICINE.search(text) is not None
