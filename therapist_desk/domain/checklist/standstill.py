"""Whether a note as a whole shows care that stands still.

No single word may say so. Where nothing got better and nothing is aimed at, a reviewer sees it in several things at
once: a client who is well or as ever, a treatment of everything that was pleasant, a plan without an end. A note in
which anything moves, or that ends, is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.checklist.maintenance_words import in_this_sense
from therapist_desk.domain.checklist.phrases import listed, told
from therapist_desk.domain.checklist.plan_words import ends_here, tells_duration, tells_rhythm
from therapist_desk.domain.notes.note import Section

_ENOUGH: Final = 2
"""From this many kinds of signs on a note speaks."""
_MOVES: Final = listed(
    r"""
    (?<!no )(?<!not )(?<!without )(?<!no further )(?:improv\w*|increas\w+|decreas\w+|gain(?:s|ed)?|progress\w*|better)
    (?:les|few)s?er?  (?:loos|soft|fre|eas|long|strong)er  further(?! (?:sessions|visits|treatment|care))
    eas(?:ed|ing)  reduc\w+  restor\w+  \d\S* to \d+  \d\S*,? (?:then|after)  after (?:\w+ )?\d+  respon\w+  toward\w*
    until  for the first time  goal(?!s met)  discharg\w+ (?!was|offer|declin)
    re-?(?:eval|assess|exam|measur|test)\w*  able to  can now  return to (?!baseline)\w+  (?:up|down) (?:from|to|by)
    before .*after
    """
)
_WELL: Final = listed(
    r"""
    fine  ok(?:ay)?  quiet  normal  wnl  full (?:range|rom|function)  healed  recovered  regained
    all function  no (?:trouble|problems?|prob|complaints?|pain|difficulty|symptoms|injury)
    nothing (?:abnormal|new|wrong|bother\w+)
    (?:doing|feels?|sleeps?|works?|functions?) (?:well|good|great)  complet\w+
    """
)
_AS_EVER: Final = listed(
    r"""
    same  usual  as (?:before|always)  unchanged  no change  stable  permanent  old injury  chronic  static
    """
)
_PLEASANT: Final = listed(
    r"""
    (?<!not )relax\w*(?! of)  unw(?:ind|ound)\w*  calm\w*  glow\w+  lovely  nice  a treat  enjoy\w*  pleas(?:ant|ed)
    comfort  switch\w* off  (?:some|temporary|for) relief  refresh\w+  happy  melt\w*
    """
)
_EVERYWHERE: Final = listed(
    r"""
    (?:full|whole) body  scalp  swedish  general\w* (?:tension|massage)  light tension  routine
    no (?:specific|particular)  nothing specific  flush\w*
    """
)
_TO_KEEP: Final = listed(
    r"""
    keep\w*  protect\w*  safeguard\w*  so (?:that )?nothing  stay\w*  prefers?  rather  declin\w+  lifestyle  recovery
    as often as
    """
)
_SIGNS: Final = (_WELL, _AS_EVER, _PLEASANT, _EVERYWHERE, _TO_KEEP)


def standing_still(sections: Mapping[Section, str]) -> str:
    """Find the last sentence that shows that care stands still; empty where it moves, or where too little says so."""
    plan = sections[Section.PLAN]
    worked = [sections[each] for each in Section if each is not Section.SUBJECTIVE]
    if ends_here(plan) or any(_MOVES.search(plain) for text in worked for _, plain in told(text)):
        return ""
    shown, last = set[int](), ""
    for text in sections.values():
        for said, plain in told(text):
            meant = in_this_sense(plain)
            kinds = {place for place, sign in enumerate(_SIGNS) if sign.search(meant)}
            last = said if kinds else last
            shown |= kinds
    endless = tells_rhythm(plan) and not tells_duration(plan)
    return last if len(shown) + endless >= _ENOUGH else ""
