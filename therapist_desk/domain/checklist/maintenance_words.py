"""Words of maintenance and wellness, for which insurers don't pay.

A sentence speaks of them where it calls care so, gives it such a purpose, wants it without an end, hopes for nothing
more, or goes on with a client who needs no more. What is denied, ended, of another time or for another to pay is left
alone, and so is what is kept until an end that is named.
"""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, in_english, sentences, unquoted

_CARE: Final = (
    r"(?:massages?|sessions?|visits?|treatments?|tx|tt?mts?|care|therapy|bodywork|appointments?|appts?"
    r"|program(?:me)?|plan|phase|slots?|swedish|deep tissue)"
)
_KEPT: Final = (
    r"(?:mobility|flexibility|function\w*|levels?|gains?|range|rom|tone|health|condition|status|comfort|benefits?"
    r"|improvements?|progress|wellness)"
)
_OFTEN: Final = (
    r"(?:(?:bi-?)?(?:weekly|wkly|monthly|mthly)|quarterly|fortnightly|regular(?:ly)?|indefinite(?:ly)?|(?:q"
    r"|every) ?(?:other )?(?:\w+ )?(?:-\d )?(?:wks?|weeks?|months?|mo)|(?:once|twice|\d+ ?x) ?(?:a|per"
    r"|/) ?(?:months?|mo))"
)
_EASE: Final = (
    r"(?:relax(?:ation)?|relaxing|de-?stress\w*|unwind|chill(?: out)?|r ?& ?r|well[- ]?being|pamper\w*"
    r"|stress(?: relief)?)"
)
_CALLED_SO: Final = any_of(
    *(r"tlc", r"relaxation only", r"self[- ]?care (?:day|treat)", r"regular client", r"same routine"),
    *(r"maint(?:enance)?", r"wellness", r"up-?keep", r"tune[- ]?ups?", r"top[- ]?ups?", r"pamper\w*"),
    *(r"de-?stress\w*", r"hot stones?", r"spa[- ](?:day|style)", r"gift (?:certificate|card|voucher)"),
    *(r"supportive (?:care|massage)", r"(?:birthday|anniversary|valentine\w*) (?:gift|present)"),
    r"f(?:ull[- ]body|b) (?:\w+ )?(?:massage|swedish)",
    rf"(?:prevent(?:ive|ative|ion)|prophylactic|relax(?:ing|ation)?|spa|palliative"
    rf"|feel-?good)(?:[ -][\w-]+){{0,2}} {_CARE}",
    rf"stress (?:relief|reduction|management) {_CARE}",
    r"(?:regular|usual|routine|standing)(?: (?:bi-?)?(?:weekly|monthly|quarterly))? massages?",
    rf"(?:regular|usual|routine) (?:(?:bi-?)?(?:weekly|monthly|quarterly|fortnightly)) {_CARE}",
    *(r"(?:regular schedule|on a regular basis)", r"every month\W*$"),
    *(r"as (?:she|he|they) always (?:has|have|does|do)", r"(?:tick(?:ing)?|tide) over"),
)
_PURPOSE: Final = any_of(
    # ease, comfort, general health
    rf"{_CARE}\W+(?:\w+ )?(?:for|to|at|aimed at|focus\w* on) (?:\w+ ){{0,3}}{_EASE}",
    rf"{_CARE} (?:(?:\w+ ){{0,2}}(?:was|is) for (?:{_EASE}|comfort)|(?:\w+ )?relaxes (?:her|him|them))",
    rf"(?:wants?|wanted|requests?|requested|seek\w*|books?|comes?|t?here|would like|need(?:s|ed)?"
    rf"|promotes?) (?:\w+ ){{0,4}}?(?:to )?(?:{_EASE}|treat (?:her|him)self)",
    rf"(?:goals?|purpose|aim)(?: of (?:\w+ )?\w+)?(?: is)?:? (?:to )?(?:{_EASE}(?! of\b)|maintain(?=\W*$| \w+\W*$))",
    *(r"stress (?:relief|reduction)?,? ?(?:and|&) (?:\w+ )?(?:relaxation|well[- ]?being)", r"for self[- ]?care"),
    r"for (?:general |overall |her |his )?(?:well-?being|prevention)(?! of)",
    r"(?:general|overall) (?:well[- ]?being|relaxation|recovery|health)(?!\W+(?:is|was|good|fine|status|history"
    r"|quest\w+))",
    *(r"(?:sense of |good for (?:\w+ )?)(?:well-?being|health)", r"as a prevent(?:ive|ative)"),
    *(r"prevent(?:ive|ative) (?:\w+ )?purposes?", r"stay(?:ing|s)? (?:loose|limber|relaxed|healthy|that way)"),
    r"use (?:up )?(?:the rest of )?(?:her|his|their) (?:\w+ )?benefits",
    # to keep what there is
    rf"(?:to|and) (?:maintain|preserve|sustain|hold) (?:\w+ ){{0,3}}{_KEPT}",
    rf"maintain(?:s|ing)? (?:(?:the|her|his|their|client's|present|current|existing|this) )+{_KEPT}",
    rf"{_OFTEN}(?: {_CARE})? to maintain\W*$",
    r"keep(?:s|ing)? (?:her|him|them|(?:the )?(?:client|pt|patient)|muscles) (?:comfortable|going|loose|happy"
    r"|feeling \w+|from getting worse|as \w+ as possible)",
    r"keep(?:s|ing)? (?:her|him|them) (?:functioning|functional|moving|mobile|active|well)",
    rf"{_CARE} (?:\w+ ){{0,4}}to (?:prevent|avoid|ward off) (?:\w+ )?(?:flare-?ups?|recurrences?|relapses?|pain"
    rf"|injur\w+|regression)",
    r"keep(?:s|ing)? (?:her|his|their|the) \w+ (?:loose|fresh|supple|limber|happy)",
    r"keep (?:the )?(?:pain|symptoms|sx|tension|it) (?:from (?:return\w*|com\w+ back|build\w+)|at bay)",
    r"so (?:it|the pain|that it) (?:does not|doesn't|won't) (?:come back|return)",
)
_WITHOUT_END: Final = any_of(
    *(r"foreseeable future", r"no (?:\w+ )?goals(?! met| changed)", r"as always", r"same massage"),
    *(r"stay on top of", r"indefinite(?:ly)?", r"no end(?: date)?", r"no discharge", r"for (?:life|ever)"),
    *(r"always need", r"life ?long"),
    rf"ongoing (?:basis|care|(?:bi-?)?weekly|monthly|fortnightly)|{_OFTEN}\W+(?:\w+ )?ongoing",
    r"(?:cont(?:inue)?s?|see|seen?|tx|treat\w*|come|return|massages?|sessions?|care) (?:\w+ ){0,3}?(?:as needed"
    r"|as required|as and when|prn|whenever)",
    *(r"on an? prn\b.{0,14} basis", r"every month (?:just )?to|(?:monthly|every month) (?:massage|slot)s?"),
    # without hope of better
    r"no (?:further |more |real )?(?:change|improvement|progress|gains?) (?:is |are )?(?:expected|anticipated"
    r"|foreseen)",
    *(r"maxim(?:um|al) (?:medical )?improvement", r"(?:at|reached) mmi"),
    r"no (?:treatment |specific )?goals as such",
    *(r"plateau\w*\b[^.]{0,80}\b(?:cont\w*|carry on|keep\w*|maintain\w*)", r"status quo"),
)
_PLEASURE: Final = any_of(
    r"(?:likes?|loves?|enjoys?|happy with|keen on|fond of) (?:\w+ ){0,3}?(?:massages?|treatments?|sessions?"
    r"|getting worked on|com(?:e|ing)(?: in)?|it\b)",
)
_NO_NEED: Final = any_of(
    *(r"goals?(?: were| are| all)? (?:all )?met", r"(?:symptom|pain|sx)[- ]free", r"no (?:\w+ )?complaints?"),
    *(r"no (?:\w+ )?(?:sx|symptoms?|pain reported)", r"(?:feels?|feeling|doing) (?:good|great|fine|well)"),
    *(r"pre-injury", r"back to (?:full|normal)", r"nothing (?:particular )?", r"nothing hurts"),
    *(r"temporary relief", r"no injury"),
    r"(?:stable|unchanged|no change|w/o change|without change)(?: \w+){0,3} (?:\d+|a|six|several) (?:mo\w*|y\w+r)",
    *(r"plateau\w*", r"chronic and stable", r"(?:condition|patient|client|pt) (?:is )?stable", r"at baseline"),
    *(r"well[- ]managed", r"under control"),
)
_GOES_ON: Final = any_of(
    *(r"cont\w*", r"keep\w*", r"carr(?:y|ies) on", r"will (?:\w+ )?(?:see|come)", r"likes?", r"enjoys?"),
    *(r"wish\w*", r"wants? (?:to|a|her|his|reg\w*|just)", r"would like", r"just wants?", r"regular\w*"),
    *(rf"{_OFTEN} {_CARE}", r"massage client"),
)
_COMES_TO_AN_END: Final = any_of(
    *(r"(?<!no )(?<!declined )discharg\w+", r"d/?c(?:'d)?(?: \w+)? (?:when|to|from|at|by)", r"then d/?c", r"until"),
    *(r"taper\w*", r"goal \w+", r"from (?:\d+|two|three|four)\b.*\bto\b.*\d", r"re-?eval\w*", r"within \d+ \w+"),
    r"(?:still|not yet) (?:unable|working)",
)
_SPOKEN_OF: Final = (
    r"(?:maint\w*|wellness|relax\w+|upkeep|prevent\w+|supportive|stress|indefinit\w+|maximum|as needed|general"
    r"|overall|palliative|spa|regular)"
)
_DENIED: Final = re.compile(
    rf"\b(?:not|no|nor|never|without|isn't|rather than|instead of|declin\w+|deni\w+|avoid\w*|beyond|neither"
    rf"|stop\w*|ceas\w*)\b(?!(?: further| more| real| treatment| pain)? (?:change|improvement|progress|gains?"
    rf"|complaints?|sx|symptoms|goals|end|reported)\b)(?: [\w'-]+){{0,6}}? {_SPOKEN_OF}|\b(?:maint\w*|wellness"
    rf"|relaxation|prevention|massage)\b[^.;]{{0,80}}\b(?:not|never|isn't|excluded|declined|ended|stopped"
    rf"|did(?:n't| not)|private pay|self-?pay|out of pocket)\b|\bwould be\b|\bneither\b|\bnot yet\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = any_of(
    *(r"last year", r"used to", r"previously", r"elsewhere", r"formerly", r"in the past"),
    *(r"before the (?:\w+ )?accident", r"prev(?:ious)?\.? (?:tx|treatment)", r"employer\w*", r"company'?s?"),
    *(r"at work", r"school\w*", r"gym", r"insurer'?s?"),
    r"(?:husband|wife|spouse|partner|mother|sister|friend) \w+s",
)
_TRADE: Final = (
    r"(?:work(?:er|s|ing)?|m[ae]n|mechanic|crew|jobs?|tech\w*|dep(?:artmen)?t|supervisor|shifts?|staff|team"
    r"|engineer|ladder|exs?|exercis\w+|doses?|dosage|med\w*|inhaler|drugs?|schedule|chores?|guy|lead|contract\w*"
    r"|issues?|plan for)"
)
_OTHER_SENSE: Final = any_of(
    rf"(?:\w+ )?maint(?:enance)? (?:\w+ )?{_TRADE}",
    r"(?:home|house|yard|garden|car|vehicle|bike|building|road|grounds|facility|machine|aircraft|plant|cpap|fleet"
    r"|pool|lawn|\w+'s) maintenance",
    r"(?:works?|worked|working|job|employed|shift|retired|supervis\w+|in) (?:\w+ ){0,4}maintenance",
    r"wellness (?:checks?|exams?|coach\w*|coordinator|director|manager|nurse|instructor|teacher|team|visit with"
    r"|program(?:me)? at|fair|app|cent\w+)",
    *(r"(?:isometric|muscle|muscular|tissue|reflex) relaxation", r"relaxation (?:of|in|response|techniques?)"),
    r"relaxation (?:exercises?|breathing|audio|app|noted|was|felt|observed|achieved|is noted)",
    r"(?:client|pt|patient|she|he) (?:is to|to|will) (?!cont|keep|come|return)[^.;]{0,80}\b(?:and|to) (?:maintain"
    r"|preserve)",
    r"(?:home|hep|stretch\w*|exercis\w*)\b[^.;]{0,80}\b(?:to|and) (?:maintain|preserve)",
    r"(?:exercis\w*|stretch\w*|walk\w*|ice|heat|med\w*|ibuprofen|tylenol|nsaids?) (?:\w+ )?(?:prn|as needed)",
    r"(?:no|any) (?:\w+ )?complaints? (?:of|with|during|about|after)|no new complaints",
)
_SELDOM: Final = (
    r"(?:monthly|(?:once )?(?:a|per|each|every|q)(?: other)? ?mo(?:nth)?s?|(?:q|every) ?(?:[3-9]|three|four|five"
    r"|six|eight)(?:-\d)? ?(?:wks?|weeks?))"
)
_AT_LONG_INTERVALS: Final = any_of(
    rf"(?:seen?|cont\w*|com(?:e|es|ing)|return\w*|book\w*|schedul\w+|visits?|sessions?) (?:\w+ ){{0,3}}?{_SELDOM}",
    rf"{_SELDOM} (?:\w+ )?(?:visits?|sessions?|massages?|treatments?|appointments?|appts?)",
)
"""Who improves is seen more often; at such intervals care keeps what there is, unless it comes to an end."""
_OTHERS_CARE: Final = any_of(
    *(r"dr", r"doctors?", r"md", r"gp", r"pcp", r"physicians?", r"practitioner", r"physio\w*", r"recheck"),
    *(r"review", r"till?", r"through", r"x ?\d+", r"for (?:the next )?(?:\d+|two|three|four|six)", r"report\w*"),
    r"letter",
)
_WANTED: Final = (_CALLED_SO, _PURPOSE, _WITHOUT_END, _PLEASURE)


def maintaining(text: str) -> str:
    """Find a sentence that speaks of maintenance or wellness, for which insurers don't pay.

    Needing no more may stand in the sentence before the one in which care goes on.
    """
    needless = False
    for said in filter(in_english, sentences(text)):
        meant = _OTHER_SENSE.sub(" ", unquoted(said))
        if _DENIED.search(meant) or _ELSEWHERE.search(meant):
            needless = False
            continue
        ends = _COMES_TO_AN_END.search(meant) is not None
        if any(each.search(meant) for each in _WANTED) and not (ends and _is_kept(meant)):
            return said
        if _AT_LONG_INTERVALS.search(meant) and not ends and not _OTHERS_CARE.search(meant):
            return said
        needless = not ends and (needless or _NO_NEED.search(meant) is not None)
        if needless and _GOES_ON.search(meant):
            return said
    return ""


def _is_kept(meant: str) -> bool:
    """Whether something is kept on the way to an end: gains, until discharge."""
    return re.search(rf"\b(?:maintain|sustain|preserve)\w* (?:\w+ ){{0,3}}{_KEPT}", meant, re.IGNORECASE) is not None
