"""Words of where on the body: parts, muscles and their short forms, and sides."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english

_PLACES: Final = any_of(
    *(r"head\w*", r"ha'?s?", r"neck\w*", r"jaw", r"face", r"temples?", r"eyes?", r"forehead", r"shoulders?"),
    *(r"sh?ldrs?", r"(?:upper|mid(?:dle)?|lower|low)[ -]?backs?", r"back", r"spine", r"spinal", r"arms?"),
    *(r"elbows?", r"forearms?", r"wrists?", r"hands?", r"thumbs?", r"fingers?", r"chest", r"pec\w*", r"ribs?"),
    *(r"abdom\w+", r"belly", r"hips?", r"glut\w+", r"buttocks?", r"pelvi\w+", r"groin", r"thighs?", r"hamstrings?"),
    *(r"quad\w*", r"knees?", r"adductors?", r"cal(?:f|ves)", r"shins?", r"legs?", r"ankles?", r"foot", r"feet"),
    *(r"heels?", r"toes?", r"trap\w*", r"tailbone", r"scapula\w*", r"blades?", r"sacr\w+", r"sij?(?: joint)?"),
    *(r"cervic\w+", r"thorac\w+", r"lumb\w+", r"[tc]mj", r"coccyx", r"occip\w+", r"plantar", r"achilles"),
    *(r"it ?b(?: ?and)?", r"whole body", r"(?:c|t|l)[- ]?sp(?:ine)?", r"[ctls]\d{1,2}"),
    *(r"lev(?:ator)?(?: scap\w*)?", r"rhomb\w+", r"piriformis", r"psoas", r"deltoids?", r"delts?", r"biceps?"),
    *(r"triceps?", r"supraspinatus", r"infraspinatus", r"lats?", r"paraspinals?", r"scalenes?", r"masseters?"),
    *(r"gastroc\w*", r"soleus", r"ut", r"ls", r"ql", r"scm", r"tfl", r"lbp", r"lb", r"[lrb]?[ul]es?", r"hs", r"rc"),
    *(r"gh", r"ac joint"),
)
_SIDES: Final = any_of(
    *(r"left", r"right", r"both", r"bilat\w*", r"either", r"each", r"between", r"btwn?", r"one-sided"),
    *(r"unilateral\w*", r"sides?", r"midline", r"cent(?:er|re|ral)\w*", r"middle", r"mid", r"across"),
    *(r"general\w*", r"all over", r"widespread", r"lt", r"rt", r"[lr]", r"bl", r"b", r"b/l", r"[lrb][ul]es?"),
    *(r"shoulders", r"hands", r"feet", r"knees", r"hips", r"legs", r"arms", r"temples", r"calves", r"wrists"),
    *(r"elbows", r"ankles", r"spine", r"forearms", r"thighs", r"heels", r"tailbone", r"coccyx"),
    r"base of (?:the |her |his )?(?:skull|neck|spine)",
)


def names_place(text: str) -> bool:
    """Tell whether a part of the body is named; a text in another language is taken on trust."""
    return not in_english(text) or _PLACES.search(text) is not None


def names_side(text: str) -> bool:
    """Tell whether a side is named, or that it is both or neither; a text in another language is taken on trust."""
    return not in_english(text) or _SIDES.search(text) is not None
