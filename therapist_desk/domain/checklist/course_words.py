"""Words of how a complaint came and goes, of medication, and of how a treatment was taken."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english

_ONSET: Final = any_of(
    *(r"since", r"began", r"beg[iu]n\w*", r"start\w*", r"onset", r"ago", r"gradual\w*", r"injur\w*", r"accident"),
    *(r"collision", r"fell", r"fall", r"sudden\w*", r"crash", r"after (?:a|an|the|lift\w*|surg\w*)", r"for \d+"),
)
_WORSE: Final = any_of(
    *(r"worse\w*", r"aggravat\w+", r"agg", r"exacerbat\w+", r"increas\w+", r"provok\w+", r"flar\w+", r"triggered"),
    *(r"brings? on", r"sets? (?:\w+ )?off", r"hurts? (?:to|when|with|after|if)"),
    r"pain(?:ful|s)? (?:to|with|when|on|after)",
    r"(?:with|when|while|by|on|after|during) (?:\w+ ){0,2}(?!nothing|anything)\w+ing",
)
_BETTER: Final = any_of(
    *(r"better", r"eas(?:e|es|ed|ing)", r"reliev\w+", r"relief", r"help(?:s|ed)?", r"improv\w+", r"allev\w+"),
    *(r"sooth\w+", r"lessen\w*", r"calms?", r"settles?", r"goes away", r"heat", r"ice", r"rest", r"lying down"),
    *(r"ibuprofen", r"tylenol", r"advil", r"aleve", r"nsaids?", r"stretching"),
)
_RESPONSE: Final = any_of(
    *(r"tolerated?", r"tol", r"respon(?:d|ds|ded|ding|se)", r"reaction", r"improv\w+", r"better"),
    *(r"eas(?:ed|ier|ing)", r"reliev\w+", r"relief", r"(?:de|in)creas\w+", r"reduc\w+", r"less\w*", r"released?"),
    *(r"no (?:longer|change)", r"unchanged", r"worse\w*", r"after (?:treatment|massage|the session|tx)"),
    *(r"afterwards?", r"post[- ]?(?:tx|treatment)", r"looser", r"soft(?:er|ened)", r"freer", r"gained?"),
    *(r"progress\w*", r"down (?:to|by|from)", r"up (?:to|by|from)", r"from \d+\D{1,12}to \d+"),
    *(r"\d+ ?(?:>|->|→) ?\d+", r"sore(?:r|ness)? (?:after|for)"),
)
_MEDICINE: Final = any_of(
    *(r"medic\w+", r"meds?", r"ibuprofen", r"acetaminophen", r"naproxen", r"tablets?", r"pills?"),
    r"dos(?:e|es|age)",
)


def tells_onset(text: str) -> bool:
    """Tell whether a text says when or how it began."""
    return not in_english(text) or _ONSET.search(text) is not None


def tells_worse(text: str) -> bool:
    """Tell whether a text says what makes it worse."""
    return not in_english(text) or _WORSE.search(text) is not None


def tells_better(text: str) -> bool:
    """Tell whether a text says what makes it better."""
    return not in_english(text) or _BETTER.search(text) is not None


def tells_response(text: str) -> bool:
    """Tell whether a text says how the treatment was taken, or what it did; silence says nothing."""
    return bool(text.strip()) and (not in_english(text) or _RESPONSE.search(text) is not None)


def tells_medicine(text: str) -> bool:
    """Tell whether a text speaks of medication."""
    return not in_english(text) or _MEDICINE.search(text) is not None
