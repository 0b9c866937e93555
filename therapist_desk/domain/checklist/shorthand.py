"""Shorthand of the clinic written out once, so that rules read plain words.

"Pt c/o ↑ pn, cont POC q2wk prn" and its long form are one text to them.
"""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = """
pt cl clt pat: client
pts cls clts: clients
tx txs trmt trmts tmt tmts ttmt ttmts: treatment
tx'd txd tx'ed rx'd: treated
cont cont'd contd con't: continue
maint mtnce mtce: maintenance
sx sxs: symptoms
dx dxs: diagnosis
dx'd dxd dx'ed: diagnosed
hx: history
fx fxs: fracture
exs therex ther-ex: exercises
hep: home exercises
poc: plan of care
appt appts apt apts: appointment
sess: session
prn: as needed
indef: indefinitely
exp exp'd: expected
mgmt mgt: management
inj: injury
chr: chronic
impr improv: improved
reg: regular
lof: level of function
mtb: maximum benefit
rec rec'd: recommended
freq: frequency
gen gen'l genl: general
tol tol'd: tolerated
incr incr'd: increased
decr decr'd: decreased
pn: pain
ha ha's h/a: headache
d/c d/c'd dc'd d/c'ed: discharge
f/u fu: follow up
rtc rto: return
mmi: maximum medical improvement
mo mos mth mths: months
wk wks: weeks
yr yrs: years
noc: night
wkly: weekly
mthly: monthly
biw: twice a week
tiw: 3 times a week
eow qow: every other week
eod qod: every other day
ltg ltgs: long-term goals
stg stgs: short-term goals
probs: problems
diff: difficulty
btw btwn b/w: between
b4: before
cts: carpal tunnel syndrome
tos: thoracic outlet syndrome
ddd: degenerative disc disease
djd: degenerative joint disease
hnp: herniated disc
fms: fibromyalgia
itbs: iliotibial band syndrome
pfps: patellofemoral syndrome
gtps: trochanteric syndrome
sijd: sacroiliac dysfunction
tmd tmjd: tmj disorder
wad: whiplash
dvt: deep vein thrombosis
rc: rotator cuff
d/o: disorder
synd: syndrome
scoli: scoliosis
fb: full body
drv: driving
oh: overhead
comp: computer
fasc: fasciitis
vis: visits
req: request
cgh: cervicogenic headache
bppv: benign positional vertigo
fxn fxnal: function
mtn: maintain
c/o: complains of
h/o: history of
s/p: status post
r/o: rule out
d/t: due to
b/c: because
c/w: consistent with
s/s: symptoms
w/o wo: without
w/in: within
"""
WRITTEN_OUT: Final = {
    short: plain
    for shorts, plain in (line.split(": ") for line in _TABLE.strip().splitlines())
    for short in shorts.split()
}
"""What each short form stands for."""
_COUNT: Final = r"(\d+(?:-\d+)?)"
_PER: Final = r" ?(?:x ?(?:/|per|a|x)?|/|per|times (?:a|per)) ?"
_SIGNS: Final = tuple(
    (re.compile(sign, re.IGNORECASE), plain)
    for sign, plain in (
        (r"→|-{1,2}>|=>", " to "),
        (r"\brtc(?= (?:tear|tend|strain|repair|injur|patholog))", "rotator cuff"),
        (r"↑", " increased "),
        (r"↓", " decreased "),
        (r"[Δ∆]", " change "),
        (r"[øØ]", " no "),
        (r"\bre:", "about"),
        (r"\bstress-", "stress "),
        (r"\bas-needed\b", "as needed"),
        (r"×", "x"),
        (r"\bmass\b(?! (?:of|in|on|at))", "massage"),
        (r"\bmax\b", "maximum"),
        (r"≥", " at least "),
        (r"≤", " at most "),
        (r"@", " at "),
        (r"(?<=\d )v\b", "visits"),
        (r"(?<=\d)['′](?![\w\"])", " min"),
        (r"(?<=\d)#", " lb"),
        (r"\bw/(?!o\b|in\b|u\b)", "with "),
        (r"(?<=[a-z0-9↑↓] )(?-i:c)(?= \w)", "with"),
        (r"(?<=[a-z,] )w(?= [a-z]{2})", "with"),
        (rf"\bq ?{_COUNT}? ?w(?:ee)?(?:ks?)?\b", r"every \1 weeks"),
        (rf"\bq ?{_COUNT}? ?m(?:on?|th|onth)?s?\b", r"every \1 months"),
        (rf"\bq ?{_COUNT} ?d(?:ays?)?\b|\bqd\b", r"every \1 days"),
        (rf"\b{_COUNT}{_PER}w(?:ee)?k?s?\b", r"\1 times a week"),
        (rf"\b{_COUNT}{_PER}m(?:o|th|onth)s?\b", r"\1 times a month"),
        (rf"(?<!\d)(?<!\d )\bx ?{_COUNT}\b(?! ?(?:x|s|secs?|mins?|reps?)\b)", r"for \1"),
    )
)
_SHORT: Final = re.compile(
    rf"(?<![\w/'-])(?!(?-i:PTs?\b))(?:{'|'.join(sorted(WRITTEN_OUT, key=len, reverse=True))})(?![\w/'-])\.?",
    re.IGNORECASE,
)


def written_out(text: str) -> str:
    """Write short words, signs and rhythms of visits out; PT in capitals is a physical therapist, and stays."""
    for sign, plain in _SIGNS:
        text = sign.sub(plain, text)
    return " ".join(_SHORT.sub(lambda found: WRITTEN_OUT[found[0].casefold().rstrip(".")], text).split())
