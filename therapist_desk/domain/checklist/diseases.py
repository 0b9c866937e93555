"""Words for diseases and injuries, which only a physician may find, and what people call those of common codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_TORN: Final = (
    r"(?:rotator cuff|rtc|rc|labr\w+|slap|menisc\w+|supraspinatus|infraspinatus|subscap\w*|bicep\w*|hamstring|calf"
    r"|gastroc\w*|quad\w*|ligament|tendon|muscle|achilles|annular|cartilage|[ampl]cl|partial|(?:full"
    r"|partial)[- ]thickness)"
)
JOINT: Final = (
    r"(?:joint|ribs?|hips?|pelvis|sacrum|sij?|innominate|atlas|axis|vertebrae?|spine|neck(?! cradle)|back|[ctl]\d+)"
)
_SUFFIXED: Final = (
    r"(?!capitis|gastr|bronch|sinus|rhin|gingiv|conjunctiv|cyst)\w+itis",
    r"(?!diagn|progn|kyph|lord|hypn|psych|fibr|ecchym|cyan|anastom|aponeur)\w+osis",
    *(r"\w+(?:op|losp)ath(?:y|ies|ic)", r"(?!head)(?:neur|arthr|metatars|cost|causalg|scapul)algia", r"\w+malacia"),
    r"(?:epicond(?!yl(?:e|es|ar)\b)|sublux|stenos|spondyl|tenosyn|impinge|arthrit|tendin(?!ous)|neuralg)\w*",
)
_NAMED: Final = (
    *(r"(?:de)?herniat\w+", r"hernia", r"dis[ck]s?(?! (?:golf|brakes?|jockey))", r"spurs?", r"sciatica"),
    *(r"degenerati(?:ve|on)\w*", r"rheumatism", r"frozen shoulder"),
    *(r"(?:tennis|golfer'?s|jumper'?s|runner'?s|student'?s|housemaid'?s) (?:elbow|knee)", r"fractures?"),
    *(r"fractured", r"concuss\w+", r"ruptur\w+", r"dislocat\w+", r"shin splints", r"neuroma", rf"{_TORN} tears?"),
    *(rf"tears? (?:of|in|to) (?:the |her |his |their )?(?:\w+ )?{_TORN}", r"tore (?:\w+ ){1,2}\w+", r"\w+ torn"),
    *(r"torn \w+", r"(?:grade|first|second|third)[- ]\w+ (?:sprain|strain)", r"(?:sprained|strained) (?:\w+ )?\w+"),
    *(r"(?<!postural )(?<!eye )(?:sprain|strain)s?(?:/strains?)?(?= of| with| grade|,|\W*$)",),
    *(r"(?:carpal|cubital|tarsal) tunnel syndrome", r"(?<!the )(?:carpal|cubital|tarsal) tunnel"),
    *(r"(?<!upper )(?<!lower )\w+ syndrome", r"de ?quervain'?s?", r"fibro(?:myalgia)?", r"shingles", r"gout"),
    *(r"whiplash", r"lymphedema", r"ankylosing \w+"),
    *(r"(?:pinch|trapp|entrapp|compress|imping|irritat)(?:ed|ing)(?: \w+){0,3} nerves?(?: roots?)?",),
    *(r"nerve (?:root )?(?:damage|entrapment|compression|injury|impingement|irritation)",),
    *(r"(?:tm[jd]|jaw|joint|sacroiliac|sij?|somatic|facet) (?:joint )?(?:disorder|dysfunction|syndrome|arthr\w+)",),
    *(
        r"(?:cluster|cervicogenic|migraine) headaches?",
        r"migraine component",
        r"(?:deep vein )?thrombosis",
        r"blood clot",
    ),
    *(
        *(
            r"stress reaction",
            r"adh\w* caps\w*",
            r"raynaud\w*",
            r"vertigo",
            r"menier\w+",
            r"tumou?rs?",
            r"aneurysm",
            r"claudication",
        ),
        r"cauda equina",
    ),
    *(r"(?:sinus|ear|kidney|bladder|skin) infection", rf"unstable {JOINT}"),
    *(r"(?:probab\w+|likely|possibl\w+|has|is) (?:an? )?(?:\w+ )?tear",),
    *(r"(?:is|are|has|have|from|with|tension|chronic|as|to) migraines?", r"migraines? (?:due|caused|triggered|from)"),
    *(
        *(r"^migraines?(?=\W*$)", r"misalign\w+", r"out of (?:alignment|place|joint)"),
        rf"{JOINT} (?:(?:is|are|was) (?:\w+ )?)?out",
    ),
    *(r"(?<!shoulder )(?<!scapular )depression(?! of)", r"(?:client|patient) (?:\w+ )?(?:clinically )?depressed"),
    r"(?:anxiety|panic|bipolar|mood|personality|eating) disorder",
)
_SHORT: Final = (
    r"\b(?:OA(?! (?:joint|release))|CRPS|RSD|FAI|DISH|PTSD|MDD|GAD(?!-))\b|\b(?:early|has|have|is|likely|probably"
    r"|possible|=) (?:RA|MS|AS|MPS)\b"
)
_NAME: Final = re.compile(rf"(?i:\b(?:{'|'.join((*_SUFFIXED, *_NAMED))})(?!\w))|{_SHORT}")
_ONLY_PART: Final = re.compile(
    r"^(?:'?s)? (?:med(?:s|ic\w+)?|pills?|cream|braces?|splints?|boots?|injections?|shots?|screen\w*|tests?"
    r"|precautions?|risks?|therap\w+|specialist|releases?|repair|impact|questionnaire|index|signs?|clinic|surgery"
    r"|support|headache frequency)\b",
    re.IGNORECASE,
)
_LIVED_WITH: Final = re.compile(
    r"\b(?:(?:client|patient|pt)'?s'?|her|his|their) (?:own |recurrent |chronic |usual )?$", re.IGNORECASE
)
_CALLED: Final[Mapping[str, str]] = {
    "G43": "migraine",
    "G54.0": "thoracic outlet syndrome tos",
    "G56.0": "carpal tunnel syndrome cts",
    "G57.0": "piriformis syndrome sciatica",
    "G44.86": "cervicogenic headache",
    "M26.6": "tmj disorder tmd dysfunction",
    "M48": "stenosis",
    "M50": "herniation herniated disc disk bulge protrusion ddd radiculopathy degenerative",
    "M51": "herniation herniated disc disk bulge protrusion ddd radiculopathy sciatica degenerative",
    "M54.1": "radiculopathy pinched nerve",
    "M54.3": "sciatica",
    "M54.4": "sciatica",
    "M70.6": "bursitis",
    "M72.2": "fasciitis",
    "M75.0": "frozen shoulder adhesive capsulitis",
    "M75.1": "rotator cuff tear",
    "M75.4": "impingement syndrome",
    "M76.5": "tendinitis tendinopathy",
    "M77.0": "golfer's elbow epicondylitis",
    "M77.1": "tennis elbow epicondylitis",
    "M79.18": "myofascial pain syndrome",
    "M79.7": "fibromyalgia",
    "S13.4": "whiplash sprain wad",
    "S16.1": "strain whiplash",
    "S33": "sprain strain",
    "S39.0": "strain",
}
"""What people call the conditions of codes whose official titles say it otherwise."""
_STEM: Final = 5
"""Letters of a disease's telling word by which it is the one given: fasci-itis, fasci-al."""
_TELLING_NOTHING: Final = frozenset(
    ["a", "an", "pain", "syndrome", "disorder", "dysfunction", "disease", "tear", "tears"]
)


def usual_name(code: str) -> str:
    """Give what people call the condition of a code; empty where that is its title."""
    plain = code.strip().upper()
    return next((name for begin, name in _CALLED.items() if plain.startswith(begin)), "")


def diseases(words: str, given: str) -> tuple[tuple[int, int], ...]:
    """Give where diseases are named as there, other than one that the client lives with or that was `given`."""
    return tuple(
        found.span()
        for found in _NAME.finditer(words)
        if not _ONLY_PART.match(words[found.end() :])
        and not (_LIVED_WITH.search(words[: found.start()]) and _is_of_long_standing(found[0]))
        and re.search(rf"\b{re.escape(_stem(found[0]))}", given) is None
    )


def _stem(name: str) -> str:
    """Give the stem of the last word that tells one disease from others."""
    words = name.casefold().split()
    return next((word for word in reversed(words) if word not in _TELLING_NOTHING), words[-1])[:_STEM]


def _is_of_long_standing(name: str) -> bool:
    return name.casefold().startswith(("migraine", "arthritis", "fibromyalgia", "scoliosis"))
