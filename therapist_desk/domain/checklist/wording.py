"""Words that a reviewer reads in a certain way: what a rule finds in typed text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"(?<=[.!?;])(?<!\bDr\.)(?<!\bdr\.)(?<!\bvs\.)\s+|\n+")


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_DISEASES: Final = _any(
    r"herniat\w+",
    r"(?:bulging|slipped|ruptured|degenerat\w+) dis[ck]s?",
    r"dis[ck] (?:bulge|herniation|disease)",
    *(r"radiculopath\w+", r"neuropath\w+", r"myelopath\w+", r"sciatica", r"stenosis", r"spondyl\w+"),
    *(r"tend[io]n\w*itis", r"tendinopath\w+", r"tendinosis", r"bursitis", r"fasciitis", r"arthritis"),
    *(r"osteoarth\w+", r"epicondylitis", r"adhesive capsulitis", r"impingement", r"fractures?", r"concussion"),
    *(r"(?:labral|rotator cuff|muscle|ligament|meniscus|meniscal) tears?", r"torn \w+", r"tears? (?:of|in) the"),
    *(r"carpal tunnel(?: syndrome)?", r"thoracic outlet syndrome", r"piriformis syndrome", r"fibromyalgia"),
    *(r"whiplash", r"migraines?", r"(?:deep vein )?thrombosis", r"dvt", r"grade [1-3i]+ (?:sprain|strain)"),
)
_ASSERTS: Final = _any(
    *(r"has", r"have", r"is", r"are", r"was", r"shows?", r"indicat\w+", r"confirm\w*", r"reveals?", r"proves?"),
    *(r"suffers? from", r"due to", r"caused? by", r"causing", r"because of", r"diagnos\w+", r"dx", r"rule[sd]? out"),
)
_ON_AUTHORITY: Final = _any(
    r"consistent with",
    *(r"referr\w+", r"prescri\w+", r"physician\w*", r"doctor\w*", r"dr\.?", r"surgeon\w*", r"md", r"imaging"),
    *(r"mri", r"x-?rays?", r"reports?", r"reported", r"histor\w+", r"hx", r"per \w+", r"orders?", r"ordered"),
    *(r"no", r"not", r"without", r"negative", r"denie\w+", r"suggest\w+", r"similar to", r"refer back"),
)
_DIAGNOSES: Final = re.compile(
    r"\bmy diagnosis\b|\bI (?:have )?diagnos\w+|^\W*(?:diagnosis|dx)\s*[:=]", re.IGNORECASE | re.MULTILINE
)

_KINDS: Final = r"(?:massages?|sessions?|visits?|treatments?|care|therapy|program\w*|plan|purposes?|work|phase|basis)"
_MAINTENANCE: Final = re.compile(
    rf"\b(?:maintenance|wellness|preventi?(?:ve|tative)|relaxation|pampering|spa|stress[- ]relief) {_KINDS}\b"
    r"|\bfor (?:general |overall )?(?:maintenance|wellness|relaxation|well-?being|stress relief|prevention)\b"
    r"|\b(?:on|under|in|moved? to|transition\w* to|continu\w+) (?:a )?maintenance\b|\btune[- ]?ups?\b"
    r"|\bgeneral (?:wellness|well-?being|relaxation)\b|\bmaintenance only\b|\bfeels good,? no complaints\b",
    re.IGNORECASE,
)
_NOT_MAINTENANCE: Final = re.compile(
    r"\b(?:not|no|nor|never|rather than|instead of) (?:\w+ ){0,2}(?:maintenance|wellness|relaxation)"
    r"|\b(?:home|house|yard|garden|car|building|works? (?:in|for)|job in|facility) maintenance\b"
    r"|\bmaintenance (?:work at|worker|crew|job|dose|medication)",
    re.IGNORECASE,
)

_ACTIVITY: Final = _any(
    *(r"sit\w*", r"sat", r"stand\w*", r"stood", r"walk\w*", r"lift\w*", r"sle[ep]\w*", r"driv\w+", r"drove"),
    *(r"work\w*", r"carr\w+", r"reach\w*", r"dress\w*", r"bend\w*", r"stairs?", r"climb\w*", r"turn\w*", r"desk"),
    *(r"typ(?:e|es|ing)", r"keyboard", r"computer", r"screen", r"hous\w+", r"cook\w*", r"clean\w*", r"bath\w*"),
    *(r"shower\w*", r"self-care", r"run\w*", r"ran", r"squat\w*", r"kneel\w*", r"push\w*", r"pull\w*"),
    *(r"overhead", r"swim\w*", r"grip\w*", r"read\w*", r"play\w*", r"garden\w*", r"blind spot", r"look\w*"),
    *(r"wash\w*", r"roll\w* over", r"get\w* (?:up|out|in)", r"hold\w*", r"child\w*", r"baby", r"eat\w*", r"chew\w*"),
)
_LIMIT: Final = _any(
    *(r"can ?not", r"can't", r"cant", r"could(?: not|n't)", r"unable", r"difficult\w*", r"trouble", r"limit\w*"),
    *(r"hard", r"only", r"less than", r"no more than", r"at most", r"\d+ ?(?:min\w*|h|hours?|hrs?|times?|x|lbs?|kg)"),
    *(
        r"wak\w+",
        r"woke",
        r"hurts?",
        r"pain(?:ful|s)?",
        r"aches?",
        r"worse",
        r"avoid\w*",
        r"interrupt\w*",
        r"miss\w*",
    ),
    *(r"needs? help", r"stiff\w*", r"disturb\w*", r"restrict\w*", r"after", r"poor\w*", r"slow\w*", r"without pain"),
    *(r"stops?", r"stopped", r"reduced", r"struggl\w+", r"half", r"light duty", r"not able", r"problems?"),
)

_PLACES: Final = _any(
    *(r"head\w*", r"neck", r"jaw", r"face", r"temples?", r"eyes?", r"shoulders?", r"(?:upper|mid|lower|low) ?backs?"),
    *(r"back", r"spine", r"arms?", r"elbows?", r"forearms?", r"wrists?", r"hands?", r"thumbs?", r"fingers?"),
    *(r"chest", r"ribs?", r"abdom\w+", r"belly", r"hips?", r"glut\w+", r"buttocks?", r"pelvi\w+", r"groin"),
    *(r"thighs?", r"hamstrings?", r"quad\w*", r"knees?", r"cal(?:f|ves)", r"shins?", r"legs?", r"ankles?"),
    *(r"foot", r"feet", r"heels?", r"toes?", r"trap\w*", r"scapula\w*", r"blades?", r"sacr\w+", r"si joint"),
    *(
        r"cervic\w+",
        r"thorac\w+",
        r"lumb\w+",
        r"tmj",
        r"occip\w+",
        r"plantar",
        r"achilles",
        r"it band",
        r"whole body",
    ),
)
_SIDES: Final = _any(
    *(r"left", r"right", r"both", r"bilateral\w*", r"either", r"each", r"one-sided", r"unilateral\w*", r"sides?"),
    *(r"midline", r"cent(?:er|re|ral)\w*", r"middle", r"across", r"general\w*", r"all over", r"widespread"),
    *(r"lt", r"rt", r"[lr]", r"shoulders", r"hands", r"feet", r"knees", r"hips", r"legs", r"arms", r"temples"),
)
_ONSET: Final = _any(
    *(r"since", r"began", r"beg[iu]n\w*", r"start\w*", r"onset", r"ago", r"gradual\w*", r"injur\w*", r"accident"),
    *(r"collision", r"fell", r"fall", r"sudden\w*", r"crash", r"after (?:a|an|the|lift\w*|surg\w*)", r"for \d+"),
)
_WORSE: Final = _any(
    r"worse\w*", r"aggravat\w+", r"increas\w+", r"provok\w+", r"flar\w+", r"triggered", r"brings? on"
)
_BETTER: Final = _any(
    r"better",
    r"eas(?:e|es|ed|ing)",
    r"reliev\w+",
    r"relief",
    r"help(?:s|ed)?",
    r"improv\w+",
    r"heat",
    r"ice",
    r"rest",
)
_HOME: Final = _any(
    *(r"home", r"self-?care", r"stretch\w*", r"exercis\w*", r"heat", r"ice", r"hydrat\w*", r"water", r"postur\w*"),
    *(r"breath\w*", r"foam roll\w*", r"chin tucks?", r"walk\w*", r"rest", r"ergonomic\w*", r"pillow", r"hep"),
)
_MEDICINE: Final = _any(
    r"medic\w+", r"meds?", r"ibuprofen", r"acetaminophen", r"naproxen", r"tablets?", r"pills?", r"dos(?:e|es|age)"
)
_OFTEN: Final = _any(
    *(
        r"week\w*",
        r"daily",
        r"month\w*",
        r"fortnight\w*",
        r"every \w+",
        r"(?:once|twice|\d+ ?x|\d+ times) (?:a|per|/)",
    ),
    *(r"\d+ (?:more )?(?:visits?|sessions?|weeks?)", r"\d+x/?(?:wk|week)", r"next visit", r"biweekly", r"prn"),
)
_MINUTES: Final = re.compile(r"\b(\d{1,3})\s*[- ]?(?:min|minutes?)\b", re.IGNORECASE)
_TREATMENT: Final = _any(
    r"treat\w*", r"massage\w*", r"hands-on", r"session", r"worked", r"total", r"therapy", r"release"
)
_CAPITALS: Final = re.compile(r"(?<![\w/-])[A-Z]{2,5}(?![\w/-])")


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text where sentences and lines end."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())


def diagnosing(text: str) -> str:
    """Find a sentence that diagnoses on the therapist's own authority; empty where there is none."""
    for said in sentences(text):
        if _DIAGNOSES.search(said):
            return said
        if _DISEASES.search(said) and _ASSERTS.search(said) and not _ON_AUTHORITY.search(said):
            return said
    return ""


def maintaining(text: str) -> str:
    """Find a sentence that speaks of maintenance or wellness, for which insurers don't pay."""
    return next(
        (said for said in sentences(text) if _MAINTENANCE.search(said) and not _NOT_MAINTENANCE.search(said)), ""
    )


def limits_function(text: str) -> bool:
    """Tell whether a sentence says which activity is limited, and that it is."""
    return any(_ACTIVITY.search(said) and _LIMIT.search(said) for said in sentences(text))


def names_place(text: str) -> bool:
    """Tell whether a part of the body is named."""
    return _PLACES.search(text) is not None


def names_side(text: str) -> bool:
    """Tell whether a side is named, or that it is both or neither."""
    return _SIDES.search(text) is not None


def tells_onset(text: str) -> bool:
    """Tell whether a text says when or how it began."""
    return _ONSET.search(text) is not None


def tells_course(text: str) -> bool:
    """Tell whether a text says what makes it worse or better."""
    return bool(_WORSE.search(text) or _BETTER.search(text))


def tells_home_care(text: str) -> bool:
    """Tell whether a text says what the client does at home."""
    return _HOME.search(text) is not None


def tells_medicine(text: str) -> bool:
    """Tell whether a text speaks of medication."""
    return _MEDICINE.search(text) is not None


def tells_frequency(text: str) -> bool:
    """Tell whether a text says how often or for how long care is planned."""
    return _OFTEN.search(text) is not None


def treated_minutes(text: str) -> Iterator[int]:
    """Give the minutes of treatment that sentences state."""
    for said in sentences(text):
        if _TREATMENT.search(said):
            yield from (int(found) for found in _MINUTES.findall(said))


def capitals(text: str) -> tuple[str, ...]:
    """Give the words in capitals that stand for others, each once. A text all in capitals has none."""
    if text.upper() == text:
        return ()
    return tuple(dict.fromkeys(_CAPITALS.findall(text)))
