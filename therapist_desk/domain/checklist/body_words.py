"""Words of where on the body, and what was found there: parts, muscles and their short forms, sides."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english, sentences
from therapist_desk.domain.checklist.short_words import BODY

_PLACES: Final = any_of(
    *(r"head\w*", r"ha(?:'s)?", r"neck\w*", r"jaw", r"face", r"temples?", r"eyes?", r"forehead", r"shoulders?"),
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
    *(r"gh", r"ac joint", r"erectors?", r"spinae", r"multifid\w+", r"iliacus", r"iliopsoas", r"popliteus"),
    *(r"peroneals?", r"fibularis", r"rotators?", r"rotator cuff", r"teres", r"subscap\w*", r"serratus"),
    *(r"lat(?:issimus)?(?: dorsi)?", r"splenius", r"semispinalis", r"longissimus", r"iliocostalis", r"obliques?"),
    *(r"diaphragm", r"temporalis", r"pterygoids?", r"sternocleidomastoid", r"suboccip\w*", r"brachial\w*"),
    *(r"brachioradialis", r"supinator", r"pronators?", r"flexors?", r"extensors?", r"tibialis", r"fascia"),
    *(r"sternum", r"ecr[bl]", r"clavic\w+", r"acromion", r"deltoid"),
    rf"(?-i:{'|'.join(BODY.split())})",
)
_SIDES: Final = any_of(
    *(r"left", r"right", r"both", r"bil(?:at\w*)?", r"either", r"each", r"between", r"btwn?", r"one-sided"),
    *(r"unilateral\w*", r"sides?", r"midline", r"cent(?:er|re|ral)\w*", r"middle", r"mid", r"across"),
    *(r"general\w*", r"all over", r"widespread", r"lt", r"rt", r"[lr]", r"bl", r"b", r"b/l", r"[lrb][ul]es?"),
    *(r"shoulders", r"hands", r"feet", r"knees", r"hips", r"legs", r"arms", r"temples", r"calves", r"wrists"),
    *(r"elbows", r"ankles", r"spine", r"forearms", r"thighs", r"heels", r"tailbone", r"coccyx"),
    r"base of (?:the |her |his )?(?:skull|neck|spine)",
)
_FINDINGS: Final = any_of(
    *(r"tend\w+", r"ttp", r"tight\w*", r"taut", r"tens(?:e|ion)", r"tone", r"hyperton\w+", r"hypomob\w+"),
    *(r"trigger points?", r"trps?", r"mtrps?", r"tps?", r"spasm\w*", r"restrict\w*", r"adhe\w+", r"guard\w*"),
    *(r"swell\w*", r"swollen", r"edema", r"rop(?:y|ey)", r"dens\w+", r"nodul\w+", r"band\w*"),
    *(r"fibro\w+", r"limit\w*", r"reduc\w+", r"decreas\w+", r"increas\w+", r"short\w*", r"bound", r"thick\w*"),
    *(r"sore\w*", r"pain\w*", r"warm\w*", r"inflam\w+", r"atroph\w+", r"weak\w*", r"stiff\w*", r"elevat\w+"),
    *(r"rounded", r"rotated", r"tilt\w*", r"bruis\w+", r"scar\w*", r"numb\w*", r"a?rom", r"prom", r"flex(?:ion)?"),
    *(r"ext(?:ension)?", r"\d+ ?(?:°|deg\w*)", r"pos(?:itive)?", r"neg(?:ative)?", r"wnl", r"asymmetr\w+"),
    *(
        r"rot\w*",
        r"knot\w*",
        r"hard",
        r"mild\w*",
        r"moderate\w*",
        r"marked\w*",
        r"severe\w*",
        r"grade [1-5]",
        r"[0-5] ?/ ?[345]",
    ),
    *(r"level", r"soft\w*", r"twitch", r"refer\w*", r"reproduc\w+", r"catch\w*", r"crepit\w+", r"gliding"),
)
_GRADED: Final = re.compile(
    rf"\b[1-5]\+|\+[1-5]\b|{_PLACES.pattern},?(?: (?:{_SIDES.pattern}|on|the|is|was))*"
    r" [0-5](?![\d/:]|\.\d| ?(?:min|x|vis|sess))",
    re.IGNORECASE,
)
"""A muscle and the grade of what was found there, which the clinic's scale explains."""


def names_place(text: str) -> bool:
    """Tell whether a part of the body is named; a text in another language is taken on trust."""
    return not in_english(text) or _PLACES.search(text) is not None


def names_side(text: str) -> bool:
    """Tell whether a side is named, or that it is both or neither; a text in another language is taken on trust."""
    return not in_english(text) or _SIDES.search(text) is not None


def tells_finding(text: str) -> bool:
    """Tell whether a text says what was found, and on which part; a text in another language is taken on trust."""
    if not text.strip() or not in_english(text):
        return bool(text.strip())
    return any(_PLACES.search(said) and (_FINDINGS.search(said) or _GRADED.search(said)) for said in sentences(text))
