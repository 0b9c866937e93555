"""Words of what a client cannot do as wanted: an activity that is hindered, or given up."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english, listed, sentences
from therapist_desk.domain.checklist.shorthand import written_out

_ACTIVITY: Final = any_of(
    # positions, and moving about
    *(
        r"l(?:ies?|ying|ay) on",
        r"sit\w*",
        r"sat",
        r"stand\w*",
        r"stood",
        r"walk\w*",
        r"lift\w*",
        r"reach\w*",
        r"bend\w*",
        r"stairs?",
    ),
    *(r"steps?", r"climb\w*", r"turn\w*", r"twist\w*", r"squat\w*", r"kneel\w*", r"crouch\w*", r"stoop\w*"),
    *(
        *(r"crawl\w*", r"limp\w*", r"hobbl\w*", r"insomnia", r"run\w*", r"ran", r"jump\w*", r"roll\w* (?:over|out)"),
        r"get\w* (?:up|out|in|ooc|oob|dressed)",
    ),
    *(r"look\w*", r"flights?", r"ladders?", r"hold\w*", r"grip\w*", r"pick\w* up", r"push\w*", r"pull\w*"),
    *(r"carr\w+", r"throw\w*", r"overhead", r"cane", r"walker", r"crutch\w*", r"sneez\w+", r"cough\w*"),
    # sleep, self-care, eating
    *(r"sle[ep]\w*", r"slept", r"wak(?:e|es|ing|ened)", r"woke", r"bed", r"recliner", r"restless nights?"),
    *(r"nights? up", r"up at \d", r"self-care", r"adls?", r"dress\w*", r"don(?:ning)?", r"socks?", r"shoes?"),
    *(r"coat", r"shirt", r"bra", r"buttons?", r"zip\w*", r"hair", r"shav\w+", r"toilet\w*", r"wip\w+", r"wash\w*"),
    *(r"bath\w*", r"shower\w*", r"brush\w*", r"ties?", r"tying", r"eat\w*", r"chew\w*", r"swallow\w*", r"yawn\w*"),
    r"talk\w*",
    # house, work, vehicle, leisure
    *(r"hous\w+", r"cook\w*", r"chop\w*", r"stir\w*", r"peel\w*", r"clean\w*", r"vacuum\w*", r"hoover\w*"),
    *(r"sweep\w*", r"mop\w*", r"iron(?:ing)?", r"laundry", r"dishes", r"shop\w*", r"grocer\w+", r"cups?", r"kettle"),
    *(r"jars?", r"pour\w*", r"open\w*", r"chores?", r"garden\w*", r"yard ?work", r"mow\w*", r"shovel\w*"),
    *(r"rak(?:e|ing)", r"sew\w*", r"knit\w*", r"work\w*", r"shifts?", r"duty", r"duties", r"leave", r"desk"),
    *(r"typ(?:e|es|ing)", r"keyboard", r"mouse", r"computer", r"laptop", r"screen", r"phone", r"text(?:ing|s)"),
    *(r"writ\w+", r"read\w*", r"meetings?", r"class", r"school", r"stud(?:y|ies|ying)", r"concentrat\w+"),
    *(r"driv(?:e|es|ing|en)", r"drove", r"commut\w+", r"travel\w*", r"steering", r"mirrors?"),
    *(
        *(r"blind spot", r"revers\w+", r"back(?:ing|s)? (?:out|up|(?:the )?car)", r"swim\w*", r"ski\w*", r"hik\w+"),
        r"play\w*",
    ),
    *(r"danc\w+", r"bik\w+", r"cycl\w+", r"sport\w*", r"gym", r"exercis\w+", r"bowling", r"golf\w*", r"tennis"),
    *(
        r"pilates",
        r"jobs?",
        r"theat(?:re|er)",
        r"cinema",
        r"xfers?",
        r"transfers?",
        r"helmet",
        r"church",
        r"child\w*",
        r"baby",
        r"toddler",
        r"grand\w+",
    ),
)
_NOT_ABLE: Final = listed(
    r"""
    (?:trouble|(?:difficult|hard(?:er)?) to|diff(?:\.|iculty)?(?= w/| with| \w+ing)|avoids?|avoiding|ha[sd] to
    |needs? (?:for )?(?:to|a|an|help|assist\w*|two|both)|stopped|gave up|given up|quit|struggl\w+|limited to
    |limits (?:her|his|their)) (?!pain)(?:w/ ?|with )?\w+
    (?:unable to|can ?not|can't|cant|could(?:n'?t| not)|not able to|no longer able to)(?! (?:say|tell|recall|remember
    |describe|pinpoint|locali[sz]e|explain|rate|identify|reproduce)) \w+
    impossible  out of the question  off work  \w+ person job  sets (?:\w+ ){1,2}off  modified duty  light duty
    restrictions? (?:until|of|per|through)  with (?:\w+ )?(?:breaks?|pacing|help|assist\w*)
    """
)
_SENSED: Final = """
accompany ach aggravat allow amaz annoy anyth be becom beginn bother br break bruis build burn buzz catch caus chang
cl click com complain continu crack cramp creep dart decreas deepen describ do dull dur eas electr end even everyth
feel flar fluctuat follow gett giv gnaw go grat grind happen hav heal help hurt ic improv increas irritat itch k kill
last lay leav lessen linger liv locat lock loosen los mak massag mention morn mov nagg noth occur ongo pend persist
pierc pinch pok popp pound press prick puls pulsat r radiat rat reduc refer regard reliev remain report resolv rest
return ris say sear seem seiz settl sharpen shift shoot show someth sooth spasm spr spread stabb start stat stay
stiffen sting str stretch subsid swell tak th throb throbb tighten tim tingl train treat tri try tug twitch unchang us
var wan wax worsen zing
"""
"""Of what is felt and of how it goes, as it stands before -ing."""
_DOING: Final = re.compile(rf"\b(?!(?:{'|'.join(_SENSED.split())})ing\b)[a-z]{{2,}}ing\b", re.IGNORECASE)
_HINDERED: Final = listed(
    r"""
    (?:when|while|whenever|if|after) (?:he|she|they|client) (?!is|was|has|had|feels?|felt|comes?|came|gets?|got|rests?
        |started|thinks?|does|did|wants?|takes?|took)\w+
    (?!pain|ache|right|left|side|neck|back|mild|slight|tylenol|ibuprofen)[a-z]{3,} only(?=\W*$|,|;)
    trips (?:on|over)
    drops? (?!off|to|by|down|from|in)\w+  (?:goes|went|leaves?|left|sent) (?:home |work |\w+ )?early
    stops (?:her|him|after|at|by)  (?:he|she|client) stops
    \d+ ?(?:lb|min\w*|hours?) (?:max\w*|limit|restr\w*|at most|only|tops)
    (?<!for )(?<!lasting )\d+ ?(?:min\w*|h|hrs?|hours?)(?=\W*$| due to)
    """
)
_TRADE: Final = re.compile(
    r"[^,;]*\bfor a living\b|\b(?:works (?:as|in|at|for)|is an?\b|drives? (?:an? )?(?:\w+ )?for (?!more|over|an? "
    r"|half|\d|long)|employed|occupation|job is|stands at work|(?:retired|former)\b)(?: [\w-]+){0,5}",
    re.IGNORECASE,
)
_WELL: Final = re.compile(
    r"\b(?:sle(?:ep(?:s|ing)?|pt)|works?|working|driv(?:es|ing)|drove|walk(?:s|ing|ed)?|sit(?:s"
    r"|ting)?)\b(?: \w+)? (?:well|fine|ok(?:ay)?|better|normally|soundly|great)\b|\bas (?:normal|usual|before)\b"
    r"|\bwithout (?:\w+ )?(?:limit\w*|problems?|difficulty|trouble|restrictions?)\b|\bno (?:\w+ )?(?:limit\w*"
    r"|problems?|difficulty|trouble|restrictions?)(?: with)?\b|\bsleep (?:has |is )?(?:improv\w+|better)(?! (?:to"
    r"|from))|\b(?:full|normal) (?:duty|duties|function|activit\w+)\b|\bnot limited\b|\bindependent with\b",
    re.IGNORECASE,
)
_ALL_WELL: Final = re.compile(
    r"\b(?:as (?:normal|usual|before)|without (?:\w+ )?(?:limit\w*|problems?|difficulty|trouble|restrictions?"
    r"|pain))\W*$",
    re.IGNORECASE,
)
_BESIDE: Final = listed(
    r"""
    (?:walked|came|comes?) in  (?:wakes?|woke) up (?:in|with|stiff|sore|fine)  (?:house|home) mov\w+  mov\w+ house
    (?:moves|moving) around  bed ?(?:side|rest|bugs?)  working (?:well|diagnosis)
    (?:pain|it|ache|headaches?) (?:wakes up|moves|runs|travels|turns)  (?:came on|began|started)\b.*
    (?:massage|treatment|session|heat|ice) (?:\w+ )?work(?:s|ed)
    """
)
_PART: Final = re.compile(
    r"[,;:]| (?:but|except|besides|apart from|other than|aside from|unless) "
    r"| and (?=(?:the|her|his|neck|low|back|pain)\b)|(?<=\w)\. ",
    re.IGNORECASE,
)
_SHORT: Final = 60
"""Letters of a line that may say next to nothing."""
_NONE: Final = re.compile(
    r"^\W*(?:none|nil|n/?a|no|nothing|fine|ok(?:ay)?|no (?:\w+ )?limit\w*|not limited|(?:neck|back|shoulder"
    r"|low back|right|left|some|mild|moderate|severe|constant|pain|ach(?:es?|ing)|sore\w*|stiff\w*|tight\w*"
    r"|[\d/ ,;.-])+)?\W*$",
    re.IGNORECASE,
)


def is_limitation(words: str) -> bool:
    """Tell whether the line of the functional limitation says anything but that there is none, or pain alone."""
    return len(words) > _SHORT or _NONE.match(words) is None


def limits_function(text: str) -> bool:
    """Tell whether a text speaks of an activity that is hindered, or of what cannot be done.

    Beside a complaint an activity is named for being limited, and how it is said has no end. Only what is done well,
    a trade by which somebody lives, and words that sound like an activity don't count. A text in another language is
    taken on trust.
    """
    if not in_english(text):
        return True
    return any(_limits(written_out(said)) for said in sentences(text))


def _limits(said: str) -> bool:
    if _ALL_WELL.search(said):
        return _NOT_ABLE.search(said) is not None
    return any(_is_limited(part) for part in _PART.split(said))


def _is_limited(part: str) -> bool:
    if _NOT_ABLE.search(part):
        return True
    if _WELL.search(part):
        return False
    rest = _TRADE.sub(" ", _BESIDE.sub(" ", part))
    return any(each.search(rest) for each in (_ACTIVITY, _DOING, _HINDERED))
