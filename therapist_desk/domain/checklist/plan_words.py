"""Words of the plan: how often and how long care is planned, and what the client does at home."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.authority import is_quoted
from therapist_desk.domain.checklist.phrases import any_of, in_english, told

COUNT: Final = r"(?:two|three|four|five|six|seven|eight|ten|twelve|\d+)"
_OFTEN: Final = any_of(
    *(r"(?:bi-?)?week(?:s|ly)?", r"wkl?ys?", r"wks?", r"fortnight\w*", r"(?:bi-?)?month(?:s|ly)?", r"daily"),
    rf"{COUNT} (?:more )?(?:visits?|sessions?|treatments?|tx|appointments?|weeks?)",
    *(
        rf"{COUNT} (?:more|left|remain\w*)",
        rf"request\w* {COUNT}",
        r"in \w+ (?:days?|months?)",
        r"(?:every|each) \w+",
        r"q ?(?:\d|wk|week|mo|day|visit)\w*",
        r"q ?\d+",
    ),
    *(r"(?:once|twice|\d+ ?x|\d+ times) (?:a|per|/)", r"\d+x?/? ?(?:wk|week|mo\w*)\d*", r"next visit"),
    *(r"(?:visits?|session) on", r"(?:next|return|appt|see\w*) (?:\w+ )?(?:mon|tue|wed|thu|fri)\w*"),
)
_AT_HOME: Final = any_of(
    *(r"stretch\w*", r"exercis\w*", r"exs?", r"hep", r"heat", r"ice[ds]?", r"icing", r"reps?", r"sets", r"walk\w*"),
    *(r"breaks?", r"hydrat\w*", r"water", r"drink\w*", r"bath\w*", r"self", r"roll\w*", r"swings?", r"tucks?"),
    *(r"slides?", r"breath\w*", r"get(?:ting)? up", r"move", r"ibuprofen", r"med\w*", r"yoga", r"glides?", r"pillow"),
)
_CARE: Final = any_of(
    *(r"rtc", r"return\w*", r"visits?", r"sessions?", r"treat\w*", r"tx", r"see", r"care", r"massage\w*"),
    *(r"appoint\w*", r"appts?", r"f/?u", r"follow", r"re-?assess\w*", r"re-?eval\w*", r"book\w*", r"freq\w*"),
    *(r"cont(?:inue)?", r"therapy"),
)
_PART: Final = re.compile(r"[,;:+]|\. | (?:with|plus) | and (?=ice|heat|stretch|walk|home|exercise)")
_HOME: Final = any_of(
    *(r"(?:at|for) home", r"home (?!visit|address)\w+", r"home", r"self-?care", r"stretch\w*", r"exercis\w*"),
    *(r"exs?", r"heat", r"ice", r"iced", r"icing", r"hydrat\w*", r"(?:drink|more) (?:\w+ )?water", r"water"),
    *(r"postur\w*", r"hep", r"handouts?"),
    r"(?:client|pt|patient|she|he) (?:is )?(?:to|will|should|can) (?!call|return|rtc|book|be seen|come"
    r"|schedule)[\w-]+",
    *(r"instruct\w+", r"taught", r"teach", r"educat\w+", r"shown", r"demo\w*", r"advis\w+", r"encourag\w+"),
    *(r"remind\w*", r"recommend\w* (?!visits?|massage|treatment|weekly|\d)\w+"),
    *(r"reviewed (?!rom|goals?|chart|notes?|progress|plan)\w+", r"reps?", r"sets"),
    *(r"\d+ ?x ?\d+(?! ?(?:wks?|weeks?|visits?|mo))", r"\d+ ?x ?/ ?day", r"\d+/day"),
    *(r"(?:morning|evening|bed)s?(?:time)?", r"(?:once|twice|times|\d+ ?x) (?:a |per )?da(?:y|ily)", r"daily"),
    *(r"nightly", r"each (?:evening|morning|night|hour)", r"every (?:half |\d+ )?(?:hour|min)\w*", r"q ?\d+ ?min"),
    *(r"slides?", r"swings?", r"glides?", r"tucks?", r"squeezes", r"baths?", r"blanket"),
    *(r"(?:tennis|lacrosse|massage|golf) ball", r"w/ (?:a )?ball", r"(?:foam )?roll(?:er|ing)?", r"towel"),
    *(r"cushion", r"brace", r"splint", r"breaks?", r"eye (?:height|level)", r"monitor", r"lapt?op", r"chair"),
    *(r"sleep\w*", r"pillow", r"lift\w* (?:with|mechanics|technique)", r"body mechanics", r"strengthen\w*"),
    *(r"self-?massage", r"epsom", r"yoga", r"at work", r"pacing", r"avoid\w*", r"log", r"diary"),
    *(r"mobili[sz]\w+ exercise", r"breath\w*", r"walk\w*", r"rest(?:ing)?", r"ergonomic\w*", r"get(?:ting)? up"),
    *(r"keep moving", r"stay active", r"self", r"practi[cs]e", r"drills?", r"isometrics?", r"core", r"vmo"),
    *(r"pendul\w+", r"codman\w*", r"wand", r"thera-?(?:cane|band)s?", r"bands?", r"(?:quad|glute|scap\w*) sets?"),
    *(r"bridg(?:es?|ing)", r"squats?", r"hing(?:es?|ing)", r"deadlifts?", r"rows?", r"nods?", r"retractions?"),
    *(r"cat[- ]?(?:cow|camel)", r"tilts?", r"floss\w*", r"sliders?", r"pumps?", r"clams?(?:hells?)?", r"planks?"),
    *(r"(?:wall|finger) (?:crawl|walk|angel)s?", r"raises?", r"curls?", r"knees? to chest", r"seated flexion"),
    *(r"micro-?breaks?", r"headset", r"stool", r"belt", r"sling", r"strap", r"heel lifts?", r"insoles?", r"wedge"),
    *(r"pillows", r"elevat\w+", r"ball release", r"frozen bottle", r"dark room", r"soft diet", r"mouth ?guard"),
)
_HOW_LONG: Final = any_of(
    rf"(?:for|x|over|within|next) (?:the )?(?:next )?{COUNT} ?(?:more )?(?:wks?|weeks?|months?|visits?|sessions?"
    rf"|treatments?)",
    *(rf"{COUNT} (?:more )?(?:visits?|sessions?|treatments?|tx|appointments?)", rf"x ?{COUNT}", r"\d+wk\d+"),
    *(
        *(r"until", r"till?", r"ending", r"authori[sz]\w+", r"through", r"to \d", r"thru", r"discharge\w*"),
        *(r"re-?eval\w*", r"reassess\w*"),
    ),
    *(r"by (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the)\w*", r"at visit \d+"),
)
_ENDS_HERE: Final = re.compile(
    r"(?<!until )(?<!then )(?<!before )\bdischarged?\b(?! (?:when|if|once|after|at|in|goal|plan|criteria|expected"
    r"|within))"
    r"|\bno (?:further |more )?(?:skilled )?(?:treatments?|visits|sessions|massage)\b|\breleased (?:from|to)\b",
    re.IGNORECASE,
)
_RHYTHM: Final = any_of(
    *(r"(?:bi-?)?(?:weekly|monthly)", r"fortnightly", r"(?:once|twice|three|\d+ times) (?:a|per) (?:week|month)"),
    r"(?:every|each) (?:other )?(?:\w+ )?(?:weeks?|months?)",
)
_SHORTEST: Final = re.compile(r"\W*[1-5] ?[x/] ?(?:[2-9]|1[0-2])\W*", re.IGNORECASE)
"""So many times a week, so many weeks, as a note of few words says it: 2x4."""
_FIRST: Final = re.compile(
    rf"\W*{_RHYTHM.pattern}(?! (?:\w+ )?{_AT_HOME.pattern[2:-2]})",
    re.IGNORECASE,
)
"""The rhythm comes first, and is not that of an exercise."""
_SECOND: Final = any_of(
    r"(?:second|2nd|another|two|both|2) (?:\w+ )?(?:visits?|sessions?|treatments?|massages?)",
    *(r"twice (?:today|daily)", r"twice (?:a|in a|in one|per|that|this|the same) day", r"again today", r"same day"),
    r"bid",
)


def tells_frequency(text: str) -> bool:
    """Tell whether a text says how often or for how long care is planned, or that it ends; stretching is not care.

    A text in another language is taken on trust.
    """
    if not in_english(text):
        return True
    plain = [each for _, each in told(text)]
    parts = [part for each in plain for part in _PART.split(each)]
    return ends_here(text) or any(
        _SHORTEST.fullmatch(part)
        or (_OFTEN.search(part) and (_CARE.search(part) or _FIRST.match(part) or not _AT_HOME.search(part)))
        for part in parts
    )


def tells_rhythm(text: str) -> bool:
    """Tell whether a text says how often care is planned."""
    return any(_RHYTHM.search(plain) for _, plain in told(text))


def ends_here(text: str) -> bool:
    """Tell whether care ends with this plan."""
    return any(_ENDS_HERE.search(plain) for _, plain in told(text))


def tells_home_care(text: str) -> bool:
    """Tell whether a text says what the client does at home; a text in another language is taken on trust."""
    return not in_english(text) or _HOME.search(text) is not None


def tells_duration(text: str) -> bool:
    """Tell whether a text says for how long care is planned; a text in another language is taken on trust."""
    return not in_english(text) or _HOW_LONG.search(text) is not None


def gives_reason_for_second(text: str) -> bool:
    """Tell whether a text says on a physician's word why there are two visits on one day."""
    return any(_SECOND.search(plain) and is_quoted(plain) for _, plain in told(text))
