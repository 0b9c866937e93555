"""Words of maintenance and wellness, for which insurers don't pay.

A sentence speaks of them where it calls care so, gives it such a purpose (ease, keeping what there is, warding
off), wants it without an end, hopes for nothing more, or goes on with a client who needs no more. What is denied, of
another time or place or for another to pay is left alone; so are what the client keeps by himself, and what is kept
until a named end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

from therapist_desk.domain.checklist.maintenance_signs import (
    CARE,
    KEEP,
    KEPT_SO,
    MONTHLY,
    NAMED,
    OFTEN,
    PLEASURE,
    PURPOSE,
    WARDED_OFF,
    WITHOUT_END,
    WITHOUT_HOPE,
)
from therapist_desk.domain.checklist.phrases import listed, told
from therapist_desk.domain.checklist.plan_words import COUNT, ends_here

_DONE: Final = listed(
    rf"""
    (?:^\W*|long-term |all )(?:\w+ )?goals?(?: were| are| all| have(?: all)? been)? (?:all )?(?:met|achieved|reached)
    plateau\w*  (?:symptoms|pain|condition) (?:\w+ )?resolved
    (?:symptom|pain)[- ]free  chronic and stable  stable and chronic  at baseline
    no (?:\w+ )?(?:change|progress|improvement|gains?) (?:for|in|over) (?:the )?(?:(?:past|last) )?(?:several
    |{COUNT}) (?:visits|sessions|weeks|months)
    """
)
"""Nothing is left to be reached: care that goes on in a later section goes on for nothing."""
_NO_NEED: Final = listed(
    r"""
    goals?(?: were| are| all)? (?:all )?met  no (?:\w+ )?complaints?  no c/o  no pain (?:reported|to speak of)
    no (?:\w+ )?(?:symptoms?|pain)  (?:feels?|feeling|doing) (?:good|great|fine|well|better)  pre-injury
    back to (?:full|normal)  nothing (?:particular )?  nothing hurts  temporary relief  no injury  well[- ]managed
    under control  (?:stable|unchanged|(?:no|without) change)(?: \w+){0,3} (?:\d+|a|six|several) (?:mo\w*|y\w+r)
    (?:condition|patient|client) (?:is )?stable
    """
)
_GOES_ON: Final = listed(
    rf"""
    continue\w*  keep\w*  carr(?:y|ies) on  will (?:\w+ )?(?:see|come)  likes?  enjoys?  go on  wish\w*
    wants? (?:to|a|her|his|reg\w*|just)  would like  just wants?  regular\w*  {OFTEN} {CARE}  massage client
    """
)
_COMES_TO_AN_END: Final = listed(
    r"""
    (?<!no )(?<!declined )discharg\w+  until  taper\w*  goal \w+  re-?(?:eval|assess|exam|measur)\w*
    from (?:\d+|two|three|four)\b.*\bto\b.*\d  within \d+ \w+  stop\w*  (?:still|not yet) (?:unable|working)
    """
)
_LASTS: Final = listed(
    rf"""
    (?:for|over) (?:the )?(?:next )?(?:\w+ )?{COUNT}\b  toward\w*  by \d
    """
)
_BY_THE_CLIENT: Final = listed(
    r"""
    (?:at|from) home  home (?:exercis|program|stretch|care|routine)\w*  stretch\w*  exercis\w*  foam
    (?:sleeve|stocking\w*|compression|splint|brace|bandag\w+|garment|tape|taping|posture|upright|alignment|strengthen\w*|walk\w*|yoga)
    daily
    tucks?  breath\w+  by (?!mass|treat|sess|cont|com|keep)\w+ing  hinge  independent\w*  heat  ice  breaks?  pacing
    on (?:her|his) own  encourag\w+  remind\w*  cued?  educat\w+
    """
)
_HIMSELF: Final = re.compile(
    rf"\b(?:client|patient|she|he) (?:is to |to |will |can |has |is able to |demonstrates? "
    rf"|was advised to )?(?:\w+ )?{KEEP}\b",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"\d ?(?:°|deg\w*|%|lb|kg|mm|cm|min\w*|hours?)|(?:at (?:least|most)|>) ?\d|\bby \d", re.IGNORECASE
)
_NOT: Final = (
    r"(?:not|no|nor|never|without|isn't|rather than|instead of|declin\w+|deni\w+|den(?:y|ies)|avoid\w*|beyond"
    r"|neither|stop\w*|ceas\w*"
    r"|would be)"
)
_DENIED_BEFORE: Final = re.compile(rf"\b{_NOT}\b(?: (?!and\b)[\w'-]+){{0,6}}? ?$", re.IGNORECASE)
_DENIED_AFTER: Final = listed(
    r"""
    (?:is|are|was|does) not  isn't  not (?:yet )?(?:been )?(?:reached|met|planned|requested|intended|needed)
    never  excluded  declined  ended  stopped  would be  did(?:n't| not)
    private pay  self-?pay  out of pocket  oop  own expense
    """
)
_SAID_NO: Final = re.compile(r" ?[:=-] ?(?:n/?a|none|no|not)\b", re.IGNORECASE)
"""How a field of a form says it: maintenance: none."""
_ELSEWHERE: Final = listed(
    r"""
    last (?:year|seen)  former(?:ly)?  used to  previous\w*  prev\.? (?:tx|treat\w*|massage)  elsewhere
    in the past  employer\w*
    before (?:the|this|her|his) (?:\w+ )?(?:accident|crash|collision|injury|fall)  company'?s?  at work
    school\w*  gym  (?:ask(?:s|ed)?|inquir\w+) (?:re|about|whether|if|when|for how)  insurer'?s?
    (?:husband|wife|spouse|partner|mother|sister|friend) \w+s
    """
)
_TRADE: Final = (
    r"(?:work(?:er|s|ing)?|m[ae]n|mechanic|crew|jobs?|tech\w*|dep(?:artmen)?t|supervisor|shifts?|staff|team|engineer"
    r"|ladder|exercis\w+|doses?|dosage|med\w*|inhaler|drugs?|schedule|chores?|guy|lead|contract\w*|issues?|plan for)"
)
_OTHER_SENSE: Final = listed(
    rf"""
    (?:\w+ )?maintenance (?:\w+ )?{_TRADE}
    (?:postur\w+|home|house|yard|garden|car|vehicle|bike|building|road|grounds|facility|machine|aircraft|plant|cpap|fleet
    |pool|lawn|elevators?|\w+'s) maintenance
    (?:works?|worked|working|job|employed|shift|retired|supervis\w+|in|does|performs?) (?:\w+ ){{0,4}}maintenance
    maintenance (?:visit|appointment|check\w*) (?:at|with)
    wellness (?:checks?|exams?|dir\w*|coach\w*|coordinator|director|manager|nurse|instructor|teacher|team
    |visit with|program(?:me)? at|fair|app|cent\w+)
    (?:isometric|muscle|muscular|tissue|reflex|progressive \w+) relaxation  contract[- ]relax\w*
    relaxation (?:of|in|response|techniques?|exercises?|breathing|audio|app|noted|was|felt|observed|achieved|is noted)
    (?:exercis\w*|stretch\w*|walk\w*|ice|heat|med\w*|ibuprofen|tylenol|nsaids?) (?:\w+ )?as needed
    (?:no|any) (?:\w+ )?complaints? (?:of|with|during|about|after)  no new complaints
    on (?:an? )?maintenance (?!basis|{CARE})  maintenance of (?=[^.;]*\d)
    (?:client|patient|she|he) maintenance (?!{CARE})  between (?:sessions|visits|treatments|appointments)
    """
)
_SELDOM: Final = (
    rf"(?:{MONTHLY}|every (?:(?:[3-9]|three|four|five|six|eight)(?:-\d)? (?:weeks?|months?)|(?:third|fourth"
    rf"|sixth) week))"
)
_CHANGED: Final = re.compile(r"\d\S* to \d", re.IGNORECASE)
_AT_LONG_INTERVALS: Final = listed(
    rf"""
    (?:seen?|continue\w*|com(?:e|es|ing)|return\w*|book\w*|schedul\w+|visits?|sessions?) (?:\w+,? ){{0,3}}?{_SELDOM}
    {_SELDOM} (?:\w+ )?(?:visits?|sessions?|massages?|treatments?|appointments?)
    """
)
"""Who improves is seen more often; at such intervals care keeps what there is, unless it comes to an end."""
_OTHERS_CARE: Final = listed(
    rf"""
    dr  doctors?  md  gp  pcp  physicians?  practitioner  physio\w*  recheck  review  till?  through
    for (?:the next )?{COUNT}  report\w*  letter
    """
)
_THE_PAYER_SAYS: Final = re.compile(
    r"\b(?:adjusters?|insurers?|insurance|carriers?|reviewers?|ime|qme|denials?|den(?:y|ied|ies))\b[^.]*\b(?:sa(?:ys?|id)"
    r"|stat\w+|call(?:s|ed)|wrote|consider\w*|think\w*|look\w*|as|for)\b[^.]*\b(?:care|treatment|massage|maintenance|wellness)\b",
    re.IGNORECASE,
)
_REFUSED: Final = re.compile(r"^\W*(?:I )?(?:explained|told|informed|advised|declined)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:()]| [-–—] |\b(?:but|however|although)\b")
_WANTED: Final = (NAMED, PURPOSE, WITHOUT_END, PLEASURE)


def maintaining(*sections: str) -> str:
    """Find a sentence that speaks of maintenance or wellness; empty where there is none.

    That no more is needed may stand before the sentence in which care goes on; that nothing is left to be reached, in
    an earlier section too.
    """
    wanted = _WANTED if sections and ends_here(sections[-1]) else (*_WANTED, WITHOUT_HOPE)
    done = False
    for section in sections:
        needless = False
        lines = told(section)
        for (said, plain), (_, then) in zip_longest(lines, lines[1:], fillvalue=("", "")):
            meant = in_this_sense(plain)
            if _REFUSED.search(then) or _THE_PAYER_SAYS.search(meant):
                continue
            ends = _COMES_TO_AN_END.search(meant) is not None
            if _is_wanted(meant, wanted) or (_is_kept(meant) and not ends):
                return said
            seldom = _AT_LONG_INTERVALS.search(meant)
            if seldom and not ends and not _OTHERS_CARE.search(meant) and _stands(seldom, meant):
                return said
            if ends:
                needless = done = False
                continue
            done = done or _DONE.search(meant) is not None
            needless = needless or done or _NO_NEED.search(meant) is not None
            if (
                needless
                and _GOES_ON.search(meant)
                and not _CHANGED.search(meant)
                and (not done or not _LASTS.search(meant))
            ):
                return said
    return ""


def in_this_sense(plain: str) -> str:
    """Leave out words that mean something else: maintenance of a plant, relaxation of a muscle."""
    return _OTHER_SENSE.sub(" ", plain)


def _is_wanted(meant: str, wanted: Iterable[re.Pattern[str]]) -> bool:
    """Whether care is called so, has such a purpose, no end or no hope, and nobody denies it."""
    return any(_stands(found, meant) for each in wanted for found in each.finditer(meant))


def _is_kept(meant: str) -> bool:
    """Whether care is there to keep what there is, or to ward off; not what the client does, or a number to hold."""
    if _BY_THE_CLIENT.search(meant) or _HIMSELF.search(meant):
        return False
    found = KEPT_SO.search(meant) or WARDED_OFF.search(meant)
    return found is not None and not _MEASURED.search(meant) and _stands(found, meant)


def _stands(found: re.Match[str], meant: str) -> bool:
    """Whether what was found is neither denied in its clause nor of another time or place."""
    if _SAID_NO.match(meant[found.end() :]):
        return False
    before = _CLAUSE.split(meant[: found.start()])[-1]
    after = _CLAUSE.split(meant[found.end() :])[0]
    clause = f"{before}{found[0]}{after}"
    return not (_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after) or _ELSEWHERE.search(clause))
