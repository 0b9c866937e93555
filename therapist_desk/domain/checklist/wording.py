"""Words that a reviewer reads in a certain way: what a rule finds in typed text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, sentences

_ACTIVITY: Final = any_of(
    *(r"sit\w*", r"sat", r"stand\w*", r"stood", r"walk\w*", r"lift\w*", r"sle[ep]\w*", r"slept", r"driv\w+"),
    *(r"drove", r"work\w*", r"shifts?", r"carr\w+", r"reach\w*", r"bend\w*", r"stairs?", r"steps?", r"climb\w*"),
    *(r"turn\w*", r"dress\w*", r"socks?", r"shoes?", r"hair", r"shav\w+", r"toilet\w*", r"bed", r"wash\w*"),
    *(r"bath\w*", r"shower\w*", r"desk", r"typ(?:e|es|ing)", r"keyboard", r"mouse", r"computer", r"screen"),
    *(r"phone", r"writ\w+", r"read\w*", r"hous\w+", r"cook\w*", r"clean\w*", r"vacuum\w*", r"sweep\w*"),
    *(r"laundry", r"dishes", r"shop\w*", r"grocer\w+", r"cups?", r"kettle", r"jars?", r"pour\w*", r"open\w*"),
    *(r"hold\w*", r"grip\w*", r"pick\w* up", r"push\w*", r"pull\w*", r"overhead", r"self-care", r"adls?"),
    *(r"chores?", r"garden\w*", r"yard ?work", r"run\w*", r"ran", r"squat\w*", r"kneel\w*", r"swim\w*"),
    *(r"ski\w*", r"hik\w+", r"recliner", r"mirrors?", r"cane", r"crutch\w*", r"play\w*", r"danc\w+", r"bik\w+"),
    *(r"cycl\w+", r"sport\w*", r"gym", r"blind spot", r"look\w*", r"roll\w* (?:over|out)", r"turns?", r"bowling"),
    *(r"golf\w*", r"tennis", r"flights?", r"ties?", r"tying", r"get\w* (?:up|out|in)", r"child\w*", r"baby"),
    *(r"grand\w+", r"class", r"eat\w*", r"chew\w*", r"swallow\w*", r"sew\w*", r"knit\w*", r"commut\w+"),
    *(r"travel\w*", r"meetings?", r"school", r"stud(?:y|ies|ying)"),
)
_NOT_ABLE: Final = re.compile(
    r"\b(?:trouble|difficulty|avoids?|avoiding|has to|needs? (?:to|a)|stopped|struggles) (?!pain)\w+|"
    r"\b(?:unable to|can ?not|can't|could(?:n't| not)|not able to|no longer able to)"
    r"(?! (?:say|tell|recall|remember|describe|pinpoint|locali[sz]e|explain|rate|identify|reproduce)) \w+",
    re.IGNORECASE,
)

_PLACES: Final = any_of(
    *(r"head\w*", r"neck", r"jaw", r"face", r"temples?", r"eyes?", r"shoulders?"),
    *(r"(?:upper|mid(?:dle)?|lower|low)[ -]?backs?", r"back", r"spine", r"arms?", r"elbows?", r"forearms?"),
    *(r"wrists?", r"hands?", r"thumbs?", r"fingers?", r"chest", r"ribs?", r"abdom\w+", r"belly", r"hips?"),
    *(r"glut\w+", r"buttocks?", r"pelvi\w+", r"groin", r"thighs?", r"hamstrings?", r"quad\w*", r"knees?"),
    *(r"cal(?:f|ves)", r"shins?", r"legs?", r"ankles?", r"foot", r"feet", r"heels?", r"toes?", r"trap\w*"),
    *(r"scapula\w*", r"blades?", r"sacr\w+", r"si joint", r"cervic\w+", r"thorac\w+", r"lumb\w+", r"tmj"),
    *(r"occip\w+", r"plantar", r"achilles", r"it band", r"whole body"),
)
_SIDES: Final = any_of(
    *(r"left", r"right", r"both", r"bilateral\w*", r"either", r"each", r"between", r"one-sided"),
    *(r"unilateral\w*", r"sides?", r"midline", r"cent(?:er|re|ral)\w*", r"middle", r"across", r"general\w*"),
    *(r"all over", r"widespread", r"lt", r"rt", r"[lr]", r"shoulders", r"hands", r"feet", r"knees", r"hips"),
    *(r"legs", r"arms", r"temples"),
)
_ONSET: Final = any_of(
    *(r"since", r"began", r"beg[iu]n\w*", r"start\w*", r"onset", r"ago", r"gradual\w*", r"injur\w*", r"accident"),
    *(r"collision", r"fell", r"fall", r"sudden\w*", r"crash", r"after (?:a|an|the|lift\w*|surg\w*)", r"for \d+"),
)
_WORSE: Final = any_of(
    *(r"worse\w*", r"aggravat\w+", r"increas\w+", r"provok\w+", r"flar\w+", r"triggered", r"brings? on"),
)
_BETTER: Final = any_of(
    *(r"better", r"eas(?:e|es|ed|ing)", r"reliev\w+", r"relief", r"help(?:s|ed)?", r"improv\w+", r"heat", r"ice"),
    *(r"rest",),
)
_HOME: Final = any_of(
    *(r"home", r"self-?care", r"stretch\w*", r"exercis\w*", r"heat", r"ice", r"hydrat\w*", r"water"),
    *(r"postur\w*", r"(?:client|pt|patient|she|he) (?:is )?(?:to|will|should|can) \w+", r"instruct\w+"),
    *(r"taught", r"educat\w+", r"shown", r"reps?", r"sets", r"\d+ ?x ?\d+", r"morning", r"evening", r"bedtime"),
    *(r"slides?", r"baths?", r"blanket", r"demonstrat\w+", r"advis\w+", r"nightly"),
    *(r"each (?:evening|morning|night|hour)", r"(?:tennis|lacrosse|massage) ball", r"towel", r"cushion"),
    *(r"brace", r"breaks?", r"eye (?:height|level)", r"monitor", r"lapt?op", r"chair", r"sleep\w*"),
    *(r"lift\w* with", r"strengthen\w*", r"self-?massage", r"epsom", r"yoga", r"at work", r"pacing", r"avoid\w*"),
    *(r"log", r"diary", r"mobili[sz]\w+ exercise", r"breath\w*", r"foam roll\w*", r"chin tucks?", r"walk\w*"),
    *(r"rest", r"ergonomic\w*", r"pillow", r"hep"),
)
_MEDICINE: Final = any_of(
    *(r"medic\w+", r"meds?", r"ibuprofen", r"acetaminophen", r"naproxen", r"tablets?", r"pills?"),
    *(r"dos(?:e|es|age)",),
)
_OFTEN: Final = any_of(
    *(r"week\w*", r"wks?"),
    *(r"(?:two|three|four|five|six|eight|ten|twelve) (?:more )?(?:visits?|sessions?|treatments?)",),
    *(r"in \w+ (?:days?|months?)", r"daily", r"month\w*", r"fortnight\w*", r"every \w+"),
    *(r"(?:once|twice|\d+ ?x|\d+ times) (?:a|per|/)", r"\d+ (?:more )?(?:visits?|sessions?|weeks?)"),
    *(r"\d+x/?(?:wk|week)", r"next visit", r"biweekly", r"prn"),
)
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "half an": 0.5, "an": 1, "a": 1}
_TIME: Final = re.compile(
    r"\b(?:(?P<hours>\d(?:\.\d)?|one|two|three|half an|an)[- ]?(?:h|hrs?|hours?)\b(?:,? (?:and )?(?=\d))?)?"
    r"(?:(?P<minutes>\d{1,3})\s*[- ]?(?:m|min|mins|minutes?)\b)?",
    re.IGNORECASE,
)
_TREATMENT: Final = any_of(
    *(r"treat\w*", r"massage\w*", r"hands-on", r"sessions?", r"worked", r"total\w*", r"therapy", r"release"),
    *(r"bodywork", r"soft tissue", r"manual", r"stm", r"mfr", r"nmt", r"deep tissue", r"myofascial", r"97124"),
    *(r"97140",),
)
_OTHER_TIME: Final = any_of(
    *(r"sit\w*", r"sat", r"stand\w*", r"walk\w*", r"driv\w+", r"drove", r"sle[ep]\w*", r"slept", r"asleep"),
    *(r"rest\w*", r"lay", r"meetings?", r"class", r"work(?:ed)? (?:for|at|from)", r"commut\w+", r"travel\w*"),
    *(r"computer", r"desk", r"home", r"self", r"gun", r"ice", r"heat", r"exercis\w*", r"within", r"before"),
    *(r"since", r"next", r"future", r"plan\w*", r"last(?:ed|s)?", r"previous", r"schedul\w+", r"recommend\w*"),
    *(r"ordered", r"authori[sz]\w+", r"usual\w*", r"eased", r"relief", r"waited", r"late", r"client \w+ed"),
    *(r"(?:min\w*|hours?|hrs?) (?:after|later|prior)", r"after (?:the )?(?:treatment|session|massage)"),
)
_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]")
_CAPITALS: Final = re.compile(r"(?<![\w/-])[A-Z]{2,5}(?![\w/-])")


def limits_function(text: str) -> bool:
    """Tell whether a sentence speaks of an activity, or of what cannot be done.

    Beside a complaint an activity is named for being limited; how it is said has no end.
    """
    return any(_NOT_ABLE.search(each) or _ACTIVITY.search(each) for each in sentences(text))


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
        if _TREATMENT.search(said) and not _OTHER_TIME.search(said):
            for found in _TIME.finditer(said):
                hours, minutes = found["hours"], found["minutes"]
                if hours or minutes:
                    count = _NUMBERS.get((hours or "").casefold(), None)
                    yield round(60 * (float(hours or 0) if count is None else count)) + int(minutes or 0)


def capitals(text: str) -> tuple[str, ...]:
    """Give the words in capitals that stand for others, each once.

    A text all in capitals has none, and what a client is quoted with is only loud.
    """
    if text.upper() == text:
        return ()
    return tuple(dict.fromkeys(_CAPITALS.findall(_QUOTED.sub(" ", text))))
