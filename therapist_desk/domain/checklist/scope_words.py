"""Words that go beyond a therapist's scope, or beyond what insurers pay for: diagnoses, and maintenance.

Found sentence by sentence. What somebody else said, what is denied, and what the order says already is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, sentences

_DISEASES: Final = any_of(
    *(r"(?:de)?herniat\w+", r"slipped dis[ck]s?", r"(?:bulging|ruptured|degenerat\w+) dis[ck]s?", r"ddd"),
    *(r"dis[ck] (?:bulge|herniation|disease|degeneration|protrusion)s?", r"bone spurs?", r"subluxat\w+"),
    *(r"radiculopath\w+", r"(?:poly|mono)?neuropath\w+", r"myelopath\w+", r"sciatica", r"stenosis"),
    *(r"spondyl\w+", r"\w*arthritis", r"\w*arthrosis", r"tend[io]n\w*itis", r"tenosynovitis", r"tendinopath\w+"),
    *(r"tendinosis", r"bursitis", r"fasciitis", r"epicondylitis", r"costochondritis", r"adhesive capsulitis"),
    *(r"frozen shoulder", r"(?:tennis|golfer'?s) elbow", r"(?:subacromial )?impingement", r"fractures?"),
    *(r"concussion", r"osteoporosis"),
    *(r"(?:labral|rotator cuff|muscle|ligament|tendon|meniscus|meniscal|hamstring|calf) tears?", r"torn \w+"),
    *(r"tears? (?:of|in) (?:the|her|his|their)", r"ruptur\w+"),
    *(r"(?:grade|first|second|third)[- ]\w+ (?:sprain|strain)", r"carpal tunnel(?: syndrome)?", r"cts"),
    *(r"cubital tunnel(?: syndrome)?", r"thoracic outlet(?: syndrome)?", r"tos", r"\w+ syndrome"),
    *(r"fibromyalgia", r"shingles", r"partial tear", r"full(?:-| )thickness tear", r"tore (?:his|her|their|the)"),
    *(r"dis[ck] (?:\w+ ){0,4}(?:bulg\w+|press\w+|out|slipped)",),
    *(r"(?:pinched|trapped|entrapped|compressed) nerves?", r"nerve (?:damage|entrapment|compression|injury)"),
    *(r"gout", r"tm[jd] (?:disorder|dysfunction|syndrome)", r"whiplash", r"migraines?"),
    *(r"(?:deep vein )?thrombosis", r"dvt", r"scoliosis", r"chondromalacia"),
    *(r"(?:joint|sacroiliac|si) dysfunction", r"rotated pelvis", r"lymphedema", r"ankylosing \w+", r"neuralgia"),
    *(r"neuroma", r"shin splints", r"runner'?s knee"),
)
_ON_AUTHORITY: Final = any_of(
    *(r"referr\w+", r"prescri\w+", r"physician\w*", r"doctors?", r"doctor's", r"dr\.?", r"surgeon\w*", r"md"),
    *(r"pcp", r"provider\w*", r"practitioners?", r"a?rnp", r"np", r"pa(?:-c)?", r"chiropractor\w*", r"dc"),
    *(r"dpt", r"ortho\w*", r"neurolog\w*", r"rheumatolog\w*", r"radiolog\w*", r"podiatr\w*", r"specialist\w*"),
    *(r"insurer\w*", r"imaging", r"mri", r"ct scan", r"x-?rays?", r"ultrasound", r"emg", r"reports?"),
    *(r"reported", r"er", r"hospital", r"per \w+", r"orders?", r"ordered", r"told", r"states?", r"stated"),
    *(r"says?", r"said", r"according to", r"as given", r"histor\w+", r"hx", r"pmh", r"known", r"intake"),
    *(r"chart", r"existing", r"pre-?existing", r"previous\w*", r"found (?:to have|by|on)", r"listed", r"clinic"),
    *(r"emergency", r"urgent care", r"sports medicine", r"per", r"s/p", r"post-?op\w*", r"status post"),
    *(r"cleared", r"repair(?:ed)?", r"surg\w+"),
)
_UNSAID: Final = any_of(
    *(r"no", r"not", r"without", r"negative", r"neither", r"nor", r"absent", r"denie[ds]", r"denying", r"never"),
    *(r"suggest\w*", r"similar to", r"resembl\w+", r"consistent with", r"in keeping with", r"may", r"might"),
    *(r"could", r"whether", r"if", r"mother", r"father", r"sister", r"brother", r"family", r"ask(?:ed|s)?"),
    *(r"scope", r"screen\w*", r"watch\w* for", r"monitor\w*"),
)
_DIAGNOSES: Final = re.compile(
    r"\bmy diagnosis\b|\bI (?:have |would )?diagnos\w+|^\W*(?:my )?(?:diagnosis|dx)\s*[:=]|^\W*diagnosed\b",
    re.IGNORECASE | re.MULTILINE,
)
_NONE: Final = any_of(r"no", r"not", r"none", r"without")
_CLAUSE: Final = re.compile(r"[,;:()]|\bbut\b|\bhowever\b")
_CALLED: Final[Mapping[str, str]] = {
    "G43": "migraine",
    "G54.0": "thoracic outlet syndrome tos",
    "G56.0": "carpal tunnel syndrome cts",
    "G57.0": "piriformis syndrome sciatica",
    "M26.6": "tmj disorder tmd",
    "M48": "stenosis",
    "M50": "herniation herniated disc disk bulge protrusion ddd radiculopathy",
    "M51": "herniation herniated disc disk bulge protrusion ddd radiculopathy sciatica",
    "M54.1": "radiculopathy pinched nerve",
    "M54.3": "sciatica",
    "M54.4": "sciatica",
    "M72.2": "fasciitis",
    "M75.0": "frozen shoulder adhesive capsulitis",
    "M75.1": "rotator cuff tear",
    "M75.4": "impingement syndrome",
    "M76.5": "tendinitis tendinopathy",
    "M77.0": "golfer's elbow epicondylitis",
    "M77.1": "tennis elbow epicondylitis",
    "M79.18": "myofascial pain syndrome",
    "M79.7": "fibromyalgia",
    "S13.4": "whiplash sprain",
    "S16.1": "strain whiplash",
}
"""What people call the conditions of codes whose official titles say it otherwise."""
_STEM: Final = 5
"""Letters of a disease's last word that tell whether it is the one given: fasci-itis, fasci-al."""
_POSSESSED: Final = re.compile(
    r"\b(?:client|patient|pt)'?s'? (?:own |recurrent |chronic |usual )?(?=migraine|arthritis|fibromyalgia)|"
    r"\b(?:her|his|their) (?:own |recurrent |chronic |usual )?(?=migraine|arthritis|fibromyalgia)",
    re.IGNORECASE,
)

_CARE: Final = r"(?:massages?|sessions?|visits?|treatments?|tx|care|therapy|bodywork|appointments?|program\w*|plan)"
_KEPT: Final = (
    r"(?:mobility|flexibility|function|levels?|gains?|range|rom|tone|health|condition|status|comfort|benefits?)"
)
_MAINTENANCE: Final = any_of(
    *(r"maintenance", r"wellness(?! (?:check|exam|visit))", r"up-?keep", r"tune[- ]?ups?", r"pamper\w*"),
    # what for: to feel well, to keep what there is
    rf"(?:prevent(?:ive|ative)|relax(?:ing|ation)|spa|de-?stress\w*)(?: [\w-]+){{0,2}} {_CARE}",
    rf"stress (?:relief|reduction) {_CARE}",
    rf"{_CARE} (?:for|to|aimed at|focus\w* on) (?:\w+ ){{0,3}}(?:relax(?:ation)?|well-?being|stress)",
    r"(?:goals?|purposes?|wants|requests|requested|seek\w*|books?|comes|for) (?:\w+ ){0,4}relaxation",
    *(r"goals?(?: is)?:? relaxation", r"(?:general|overall) (?:wellness|well-?being|relaxation)", r"de-?stress\w*"),
    *(
        r"for (?:well-?being|prevention)(?! of)",
        r"as a prevent(?:ive|ative)",
        r"full[- ]body (?:\w+ )?(?:massage|swedish)",
    ),
    *(r"gift (?:certificate|card)", r"stay(?:ing|s)? (?:loose|limber|relaxed)", r"at bay", r"for self[- ]?care"),
    rf"(?:to|and) (?:maintain|preserve|sustain) (?:\w+ ){{0,3}}{_KEPT}",
    rf"maintain(?:s|ing)? (?:(?:the|her|his|their|client's|present|current|existing|this) )+{_KEPT}",
    r"goals?(?: is)?:? (?:to )?maintain(?=\W*$| \w+\W*$)",
    r"keep(?:s|ing)? (?:her|him|them|(?:the )?client|muscles) (?:comfortable|going|loose|happy|feeling \w+)",
    # until when: without an end
    *(r"supportive care", r"indefinite(?:ly)?", r"ongoing (?:basis|care|weekly|monthly)", r"no end date"),
    *(rf"{_CARE} (?:as needed|prn|whenever)", r"on an? prn basis", r"every month (?:just )?to"),
    rf"(?:regular|usual|routine) (?:weekly|biweekly|monthly|quarterly) {_CARE}",
    r"regular massages?",
    rf"{_CARE} (?:\w+ ){{0,3}}to (?:prevent|avoid|ward off) (?:\w+ )?(?:flare-?ups?|recurrences?|relapses?|pain)",
    r"so (?:it|the pain|that it) (?:does not|doesn't|won't) (?:come back|return)",
    # without hope of better
    r"no (?:further |more )?(?:change|improvement|progress|gains?) (?:is |are )?expected",
    *(
        r"plateau\w*\b[^.]*\bcontinu\w+",
        r"maxim(?:um|al) (?:medical )?improvement",
        r"feels (?:good|great),? no complaints",
    ),
    r"feels (?:good|great|fine) and would like to keep coming",
)
_DENIED: Final = re.compile(
    r"\b(?:not|no|nor|never|without|isn't|rather than|instead of|declin\w+|deni\w+|avoid\w*|beyond)\b"
    r"(?: [\w'-]+){0,5}? "
    r"(?:maintenance|wellness|relax\w+|upkeep|prevent\w+|supportive|stress|indefinit\w+|as needed|general|overall)"
    r"|\b(?:maintenance|wellness|relaxation|prevention)\b[^.;]*\b(?:not|never|isn't|excluded|declined|ended|stopped)\b"
    r"|\bwould be\b|\bneither\b",
    re.IGNORECASE,
)
_OTHER_SENSE: Final = any_of(
    r"(?:home|house|yard|garden|car|vehicle|bike|building|road|grounds|facility|machine|aircraft) maintenance",
    r"(?:works?|worked|working|job|employed|shift) (?:\w+ ){0,4}maintenance",
    r"maintenance (?:work (?:at|in)|m[ae]n|mechanic|worker|crew|job|tech\w*|department|supervisor|shift|staff)",
    r"maintenance (?:dose|dosage|medication|inhaler|drug|schedule|chores?)",
    r"(?:employer|company|workplace|school|gym|insurer)(?:'?s)? wellness",
    *(r"(?:isometric|muscle|muscular|tissue|reflex) relaxation", r"relaxation (?:of|in|response|techniques?)"),
    r"relaxation (?:exercises?|breathing|audio|app|noted|was|felt|observed|achieved|is noted)",
    r"(?:client|pt|patient|she|he) (?:to|will) [^.;]*\b(?:and|to) (?:maintain|preserve)",
    r"(?:home|hep|stretch\w*|exercis\w*)\b[^.;]*\b(?:to|and) (?:maintain|preserve)",
)


def usual_name(code: str) -> str:
    """Give what people call the condition of a code; empty where that is its title."""
    plain = code.strip().upper()
    return next((name for begin, name in _CALLED.items() if plain.startswith(begin)), "")


def diagnosing(text: str, known: Iterable[str] = ()) -> str:
    """Find a sentence that diagnoses on the therapist's own authority; empty where there is none.

    `known` are the words in which the case names what a physician found.
    """
    given = " ".join(known).casefold()
    for said in sentences(text):
        if _ON_AUTHORITY.search(said):
            continue
        if _DIAGNOSES.search(said) and not _NONE.search(said):
            return said
        if any(_names_disease(clause, given) for clause in _CLAUSE.split(said)):
            return said
    return ""


def maintaining(text: str) -> str:
    """Find a sentence that speaks of maintenance or wellness, for which insurers don't pay."""
    for said in sentences(text):
        meant = _OTHER_SENSE.sub(" ", said)
        if _MAINTENANCE.search(meant) and not _DENIED.search(meant):
            return said
    return ""


def _names_disease(clause: str, given: str) -> bool:
    """Whether a clause names a disease as there, other than one that the client lives with or that was `given`."""
    if _UNSAID.search(clause):
        return False
    found = _DISEASES.findall(_POSSESSED.sub("", clause))
    return any(each.casefold().split()[-1][:_STEM] not in given for each in found)
