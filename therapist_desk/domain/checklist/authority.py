"""On whose word a sentence stands: the therapist's own, or that of a physician, a document, the client, the past."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of

_PERSON: Final = (
    r"(?:physicians?|doctors?|docs?|dr|mds?|(?-i:DOs?|ED|PA)|surgeons?|pcp|gps?|providers?|practitioners?|a?rnp|np|pa-c"
    r"|nurses?|chiro(?:practor)?s?|dc|dpts?|otr|physio(?:therapist)?s?|physical therapists?|osteopaths?"
    r"|consultants?|ortho(?:p(?:a?edist|od|a?edics?(?! tests?)))?s?|neuro(?:logist|surgeon)?s?"
    r"|rheum(?:atologist)?s?|radiolog\w+|podiatr\w+|physiatrists?|oncologists?|cardiologists?|dentists?"
    r"|specialists?|sports med(?:icine)?|hospital|er|a ?(?:&|and) ?e|emergency(?: room)?|urgent care|clinic"
    r"|insur(?:er|ance)\w*|adjusters?|ime|qme|attending)"
)
_PAPER: Final = (
    r"(?:referrals?|referring|ref|(?<!in )orders?|ordered|prescri\w+|rx|scripts?|mris?|ct|x-?rays?|films?|scans?"
    r"|imaging|ultrasound|emg|ncv|reports?|letters?|records?|charts?|intake|claims?|coded|form(?! of)|list(?:s|ed)?"
    r"|as given|given (?:by|in|on)|accepted)"
)
_TOLD_TO: Final = re.compile(
    rf"\b(?:refer(?!ring)\w*|sen[dt]|return\w*|see(?:ing)?|consult|write|wrote|f/u|follow(?:ed|ing)?[- ]?up"
    rf"|call(?:ed)?|contact\w*|discuss\w*|report|inform\w*|back|check|appointment|appt)(?: (?!from|by"
    rf"|of)[\w/']+){{0,3}}? (?:to|with|w/)? ?(?:the |her |his |their |an? )?{_PERSON}\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(rf"\b(?:{_PERSON}|{_PAPER})\b", re.IGNORECASE)
_NOT_READ: Final = re.compile(
    rf"\b(?:no|without|needs?|get|recommend\w*) (?:an? |the )?{_PAPER}\b|\b{_PAPER} (?:\w+ )?(?:not|would|will|should"
    r"|to (?:confirm|verify|show)|needed|unnecessary)\b",
    re.IGNORECASE,
)
"""A paper that says nothing, as nobody has it."""
_SAID: Final = any_of(
    *(r"told", r"tells", r"states?", r"stated", r"says?", r"said", r"report(?:s|ed|ing)", r"reckons?"),
    *(r"mentions?", r"call(?:s|ed|ing)", r"named?", r"according to", r"thinks", r"believes", r"fears"),
    *(
        r"feels it",
        r"wonders?",
        r"worr(?:y|ied|ies)",
        r"concern(?:ed)?",
        r"anxious (?:that|about)",
        r"googled",
        r"c/o",
    ),
    *(r"complain\w*", r"claims?", r"jokes?", r"quoted", r"per \w+", r"found (?:to have|by|on)"),
    *(r"(?:been|being) (?:diagnosed|treated|dx'?d)", r"heard"),
)
_BEFORE: Final = any_of(
    *(r"histor\w+", r"hx", r"pmh", r"known", r"exist(?:s|ing)", r"pre-?existing", r"previous\w*", r"prior", r"old"),
    *(r"s/p", r"p/o", r"status post", r"post-?op\w*", r"cleared", r"(?<!not )repair(?:ed)?", r"surg\w+", r"fusion"),
    *(r"\w+ectomy", r"(?:in|since) (?:19|20)\d\d", r"(?:years?|months?|decades?) ago", r"as a (?:child|teen)\w*"),
    *(r"last (?:year|autumn|winter|spring|summer)", r"childhood", r"congenital", r"healed", r"resolved", r"cured"),
)
_RELATIVE: Final = any_of(
    *(r"mother", r"father", r"sister", r"brother", r"family", r"husband", r"wife", r"spouse", r"partner"),
    *(r"friend", r"(?:mum|mom|dad|aunt|uncle|cousin|grand\w+)"),
)
_OWN: Final = re.compile(
    r"\b(?:I|we) (?:\w+ ){0,2}?(?:think|believe|suspect|feel|conclude|diagnos\w+|assume|explain\w*|told"
    r"|inform\w*)\b|\bI(?: would|'d) call\b|\bI am (?:\w+ )?(?:confident|sure|certain|convinced)|\bI can tell\b"
    r"|\bwhat I thought\b|\b(?:my|this therapist's) (?:\w+ )?(?:opinion|impression|assessment|diagnosis|dx|view"
    r"|findings?)\b|\bby (?:me|this (?:lmt|rmt|cmt|lmp|therapist|writer|author))\b|[,;] told (?:client|patient)\b"
    r"|^\W*(?:told|explained|informed"
    r"|advised|let)(?: to)? (?:the )?(?:client|patient|pt|her|him|them)\b"
    rf"|\bnot\b[^.;]*\b(?:as|what) (?:the |her |his |their )?{_PERSON}\b|\b(?:disagree\w*|contrary to|unlike)\b"
    rf"|\b{_PERSON} (?:is|are|was) (?:wrong|mistaken)\b|\b{_PERSON}\b[^.;]* miss(?:ed|es)\b",
    re.IGNORECASE,
)
_CLIENT_REPORTS: Final = re.compile(r"\b(?:client|patient|she|he)(?: \w+)? reports?\b", re.IGNORECASE)
_VOUCHED: Final = re.compile(
    rf"\b(?:cleared|diagnosed|treated|seen|followed|confirmed|referred)\b[^.]*\b(?:by|under)\b[^.]*\b{_PERSON}\b",
    re.IGNORECASE,
)


def is_quoted(sentence: str) -> bool:
    """Tell whether a sentence gives what a physician, a paper, the client or a relative says, or the past.

    A physician whom the client is sent to has said nothing yet, and what the therapist tells the client is his own.
    """
    told = _NOT_READ.sub(" ", _TOLD_TO.sub(" ", sentence))
    if _OWN.search(told):
        return False
    return any(each.search(told) for each in (_SOURCE, _SAID, _BEFORE, _RELATIVE))


def is_on_record(sentence: str) -> bool:
    """Tell whether a sentence gives what a physician found or a paper says, or what is past; not what is feared."""
    told = _CLIENT_REPORTS.sub(" ", _NOT_READ.sub(" ", _TOLD_TO.sub(" ", sentence)))
    return not (_OWN.search(told) or _RELATIVE.search(told)) and any(each.search(told) for each in (_SOURCE, _BEFORE))


def is_vouched_for(following: str) -> bool:
    """Tell whether a sentence says that a physician knows of what stands before it."""
    return _VOUCHED.search(following) is not None


def is_own(sentence: str) -> bool:
    """Tell whether the therapist says outright that this is his own view."""
    return _OWN.search(sentence) is not None
