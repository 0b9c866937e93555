"""What care is called that keeps instead of mends, its purposes, and how it wants no end and hopes for nothing."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import listed

CARE: Final = (
    r"(?:massages?|sessions?|visits?|treat(?:ments?|ed|ing)?|care|therapy|bodywork|appointments?|program(?:me)?"
    r"|plan|phase"
    r"|stage|slots?|swedish|deep tissue|attends?|seen?|(?:half )?hours?)"
)
MONTHLY: Final = (
    r"(?:monthly|quarterly|(?:once |one |1 times )(?:a|per|each) months?|(?:each|every)(?: other)? months?)"
)
OFTEN: Final = (
    rf"(?:{MONTHLY}|(?:bi-?)?weekly|bi-?monthly|fortnightly|regular(?:ly)?|indefinite(?:ly)?"
    rf"|every (?:other )?(?:[\w-]+ )?weeks?"
    r"|(?:once|twice|\d+ times) (?:a|per) (?:week|month))"
)
_CLIENT: Final = r"(?:she|he|they|(?:the )?(?:client|patient))"
_CLIENT_TOO: Final = rf"(?:her|him|them|{_CLIENT})"
_EASE: Final = (
    r"(?:relax(?:ation|ing)?(?! of\b)|unwind(?:ing)?|chill(?: out)?|r ?& ?r|well[- ]?being|wellness"
    r"|stress(?: (?:relief|reduction|management))?(?= and\b|,|\W*$)|(?:manag|reduc|reliev|releas"
    r"|handl)\w* (?:\w+ ){0,2}stress"
    r"|comfort|feel(?:ing)? (?:good|better)(?! (?:and|to|when|doing)\b)|peace of mind|energy|recharg\w+"
    r"|rejuvenat\w+|cope|coping)"
)
NAMED: Final = listed(
    rf"""
    maintenance  wellness  custodial  up-?keep  (?:tune|top|touch)(?:ing)?[- ]?ups?  tlc  de-?stress\w*  pamper\w*
    rejuvenat\w+  indulg\w+  detox\w*  prophy\w*  pallia\w+
    prevent(?:iv|ativ)e?(?! (?:exercis|stretch|home|strength|med|drug)\w*)
    hot stones?  spa[- ](?:day|style)  aroma(?:therapy)?  (?:lavender|essential|scented) oils?  me[- ]time  membership
    before (?:the |her |his )?(?:wedding|vacation|holidays?|cruise|party)
    status quo  fbm  (?:supportive|comfort) (?:care|massage|stage|phase)  self[- ]?care (?:day|treat)
    gift (?:certificate|card|voucher)  (?:birthday|anniversary|valentine\w*) (?:gift|present|treat)
    f(?:ull[- ]body|b) (?:\w+ )?(?:massage|swedish|relax\w*)  inj\w* prev\w*
    (?:comfort|symptom\w*|pain) (?:relief |control |management )?only  relaxation only
    (?:prevention|relax(?:ing|ation)?|recov(?:ery)?|spa|feel-?good)(?:[ -][\w-]+){{0,2}} {CARE}
    stress (?:relief|reduction|management)(?: {CARE}|(?=\W*$))  (?:periodic|occasional|intermittent) {CARE}
    (?:regular|standing|usual|routine|same) (?:[\w-]+ ){{0,2}}(?:slot|massages?|client|schedule|basis
    |routine)(?! of\b)
    standing (?:[\w-]+ )?(?:appointments?|sessions?)  (?:her|his|the|my) usual(?=\W*$)
    (?:regular|usual|routine|her|his|their) {OFTEN} {CARE}  {MONTHLY} (?:massage|slot)s?
    every months?(?:,? (?:for|as|just)\b.*|(?=\W*$))  routine (?:session|visit|treatment)
    (?:same|as) (?:\w+ ){{0,3}}(?:always(?: (?:has|have|does|do))?|next months?|(?:every|each) (?:time|months?|visit))
    """
)
PURPOSE: Final = listed(
    rf"""
    (?:half )?hours? of {_EASE}  {OFTEN} (?:\w+ )?for (?:\w+ )?{_EASE}
    {CARE} (?:\w+ ){{0,3}}?(?:for|to|at|on|of|is|was|promotes?|helps?) (?:[\w,]+ ){{0,3}}?{_EASE}
    (?:wants?|wanted|requests?|requested|seek\w*|books?|comes?|came|t?here|would like|need(?:s|ed)?
    |promotes?) (?:\w+ ){{0,4}}?(?:{_EASE}|treat (?:her|him)self)
    (?:goals?|purpose|aim)(?: of (?:\w+ )?\w+)?(?: is)?:? (?:\w+ ){{0,2}}?(?:{_EASE}|maintain(?=\W*$| \w+\W*$))
    (?:helps?|lets?|allows?|makes?) {_CLIENT_TOO} (?:to )?(?:\w+ )?{_EASE}
    for (?:general |overall |her |his )?(?:well-?being|quality of life|prevention|self-?care
    |(?:her|him)?self)(?! of)(?=\W|$)
    (?:general|overall) (?:well[- ]?being|relaxation|recovery|health)(?!\W+(?:is|was|good|fine|status|history
    |quest\w+))
    (?:sense of |good for (?:\w+ )?)(?:well-?being|health)  as a prevent(?:ive|ative)
    prevent(?:ive|ative) (?:\w+ )?purposes?
    stay(?:ing|s)? (?:loose|limber|relaxed|healthy|that way|on top of|ahead of)
    {CARE} (?:\w+ )?relaxes (?:her|him|them)  use (?:up )?(?:\w+ ){{0,4}}(?:benefits|up)(?! (?:of|to)\b)
    until (?:\w+ ){{0,3}}benefits? (?:run|are|is)  {CARE} (?:manages|controls)
    (?:symptoms?|pain|flares?|flare-ups|condition) (?:is |are |being )?(?:\w+ )?(?:managed|controlled) (?:with|by
    |through) (?:\w+ )?{CARE}  get\w* (?:her|him|them) through
    """
)
WITHOUT_END: Final = listed(
    rf"""
    foreseeable future  further notice  from now on  indefinite(?:ly)?  for (?:life|ever|good)\b
    rest of (?:her|his|their) life  life ?long
    no (?:\w+ )?(?:goals(?! met| changed)|end(?: date| point)?|discharge|stop date)(?! of)  year[- ]round
    always (?:need|be there|have)  open-ended  due again  long[- ]term (?:care|massage|treatments?|management)
    ongoing (?:basis|care|{OFTEN})  {OFTEN}\W+(?:\w+ )?(?:ongoing|for (?:a|the) year)
    on an? as needed\b.{{0,14}} basis
    (?:continue|{CARE}|come|return|book) (?:(?!md|dr|doctor|physician|pcp|surgeon)[\w,]+ ){{0,3}}?(?:as (?:needed
    |required|and when)|when(?:ever)? {_CLIENT} (?:\w+ )?(?:feels?|wants?|needs?|likes?|fanc\w+))
    ^as needed\b
    (?:calls?|books?|schedules?|comes?|returns?) when(?:ever)? (?:\w+ )?(?:tight|sore|stiff|hurting|in pain)
    (?:whenever|next time|as long as) {_CLIENT} (?:feels|likes?|wants?|wishes|needs?|can|finds?|benefits?|fanc\w+)
    {OFTEN} (?:\w+ )?(?:at|per|on|by) (?:her|his|client|patient)(?:'s)? (?:own )?(?:request|wish)
    """
)
WITHOUT_HOPE: Final = listed(
    rf"""
    (?:no|little|not|un) ?(?:\w+ )?(?:change|improvement|progress|gains?) (?:\w+ ){{0,2}}?(?:expected|anticipated
    |foreseen|likely)
    (?:and|but) none (?:is |are )?(?:expected|anticipated|likely)
    (?:not|un) ?likely to be (?:met|reached|achieved)
    (?:not|un) ?(?:likely|expected) to (?:change(?! (?:\w+ )?\w+ date)|improve|progress)
    (?:poor|no) (?:prognosis|prog) for
    (?:not|no) (?:\w+ ){{0,2}}?candidate for (?:\w+ )?(?:improvement|progress|recovery|gains?)
    prognosis for (?:\w+ )?(?:improvement|change|recovery) (?:is )?(?:poor|guarded|limited)
    (?:not|n't) (?:expect|anticipate) (?:[\w']+ ){{0,4}}?(?:to )?(?:change|improve|progress|gains?|get better)
    nothing (?:further|more|left|else) (?:\w+ )?to (?:improve|gain|achieve|restore)
    maxim(?:um|al) (?:medical |therapeutic )?(?:improvement|benefit|potential)
    no (?:treatment |specific )?goals as such  as (?:good|well|far) as {_CLIENT} (?:is|will|can)
    end of what (?:massage|treatment|therapy)  permanent and stationary
    plateau\w*\b[^.]{{0,80}}\b(?:continue|carry on|keep\w*|maintain\w*)
    (?:progress|recovery) has (?:stalled|level\w+ off)
    """
)
PLEASURE: Final = listed(
    r"""
    (?:likes?|loves?|enjoys?|values?|happy with|keen on|fond of|addicted to) (?:\w+ ){0,3}?(?:massages?|treatments?
    |sessions?|visits|getting worked on|com(?:e|ing)(?: in)?|it\b)
    heavenly  bliss\w*  zzz+  (?:works|goes|feels) better (?:when|with|after) (?:\w+ ){0,3}massages?
    """
)
KEEP: Final = (
    r"(?:keep(?:s|ing)?|maintain(?:s|ing)?|maintenance|preserv\w+|sustain(?:s|ing)?|hold(?:s|ing)?(?: on)?(?: to)?"
    r"|retain)"
)
_THE_CLIENT: Final = (
    r"(?:her|him|them|it|things|everything|(?:the )?client|(?:the|her|his|their|all)(?: \w+)? \w+|muscles)"
)
KEPT_SO: Final = listed(
    rf"""
    {KEEP} (?:[\w']+ ){{0,3}}?(?:mobility|flexibility|function\w*|levels?|gains?|range|rom|tone|health|condition
    |status|comfort(?:able)?|benefits?|improvements?|progress|results?|baseline|in (?:good |top )?(?:condition
    |shape|order)|quality of life|loose|limber|supple|at bay|in check|under control|manageable|what (?:was|has been
    |is|she|he|they|we)\b|ahead of|on top of|from (?:get\w+ worse|return\w*|com\w+ back|(?:build|tight|stiff|seiz
    |lock|slid|flar)\w+))
    keep(?:s|ing)? {_THE_CLIENT} (?:function\w*|moving|mobile|active|well|going|happy|fresh|limber|ticking over
    |on track|together|stable|feeling \w+|as \w+ as possible)
    (?:{OFTEN}|{CARE}|continue) (?:to |and |for )?(?:maintain|sustain|preserve|hold)(?=\W*$)
    so (?:that )?(?:{_CLIENT}|it|the \w+|things) (?:(?:does|do|will) not|doesn't|don't|won't) (?:come|return|lose
    |slip|slid|relaps|regress|tight|stiff|get|go|lock|flare|build)\w*
    (?:tick(?:ing)?|tide) over
    would (?:\w+ )?(?:declin|regress|worsen|deteriorat|relaps|return|come back)\w* (?:without|if|unless|when)
    (?:stay|remain|keep|kept)\w* (?:away|off|quiet|controlled|calm) (?:as long as|while|when|if|with)
    """
)
WARDED_OFF: Final = re.compile(
    rf"(?:^|\b(?:{CARE}|{OFTEN}|continue|goals?|purpose|aim)\W(?:[^.;]*\W)?)(?:prevent(?:s|ing|ion of)?"
    r"|(?:slow|delay|avoid)(?:s|ing)?(?: down)?|ward(?:ing)? off|stav\w+ off|forestall|stop(?:ping)?|against)"
    r" (?:\w+ ){0,2}?(?:flare-?ups?|recurrences?|relapses?|regress\w+|declin\w+|deteriorat\w+|episodes|pain|injur\w+"
    r"|return|set-?backs?|tight\w*|stiff\w*|build-?up"
    r"|(?:\w+ )?(?:from )?(?:return|com|build|tighten|stiffen|slid|gett)\w* ?(?:back|up|worse|again)?)\b",
    re.IGNORECASE,
)
