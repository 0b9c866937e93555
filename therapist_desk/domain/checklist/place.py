"""Rules about where the client was treated: on a stated area, near what the diagnosis is about, on its side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.minutes_words import tells_treated_place
from therapist_desk.domain.checklist.phrases import listed, told
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section

_NOT_WORKED_ON: Final = (MarkKind.SKIN, MarkKind.NUMBNESS)
"""What is looked at or told rather than treated where it is."""
_WHY: Final = listed(
    r"""
    refer(?:s|red|ring)?  radiat\w+  compensat\w+  contribut\w+  guard\w+  secondary to  due to  because of
    antalgic\w*  kinetic chain
    """
)
_OTHER: Final = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def placed(facts: Facts) -> Iterator[Finding]:
    """T-08: the regions of a stretch of time, or else those marked on the map, or told with the treatment."""
    marked = any(mark.regions for mark in facts.findings) or tells_treated_place(facts.typed(Section.OBJECTIVE))
    if facts.treated and not marked and not all(segment.regions for segment in facts.treated):
        yield Finding("no_area", Target.MAP)


def related(facts: Facts) -> Iterator[Finding]:
    """T-09: a part of the body far from every diagnosis, or nothing but the side that no diagnosis is about.

    Silent where a code is not in the mapping. What lies beside the part, or works for it, counts as near, and so does
    what the note says to refer to it, or to compensate for it.
    """
    around = facts.around
    if around is None:
        return
    ordered = around.referral.diagnosis_codes if around.referral else ()
    codes = ordered or tuple(each.code for each in around.case.diagnoses)
    near = around.code_regions.related(codes)
    if near is None:
        return
    near |= _explained(facts, around.code_regions)
    worked_on = _worked_on(facts.findings)
    for mark in worked_on:
        if mark.regions and not any(region.region in near for region in (*mark.regions, *mark.refers_to)):
            yield Finding("area_unrelated", Target.MAP, {"region": mark.regions[0].words, "mark": mark.id})
            return
    for segment in facts.treated:
        for words in segment.regions:
            regions = around.code_regions.named(words)
            if regions and not regions & near:
                yield Finding("treated_unrelated", Target.TIMES, {"region": words, "segment": segment.id})
                return
    titled = [each for each in around.case.diagnoses if each.code in codes]
    side = _side_of_all(titled) if len(titled) == len(codes) else None
    if side is not None and _wholly_on(_OTHER[side], worked_on):
        mark = next(mark for mark in worked_on if mark.regions)
        yield Finding("side_unrelated", Target.MAP, {"side": _OTHER[side].value, "mark": mark.id})


def _explained(facts: Facts, regions: CodeRegions) -> frozenset[str]:
    """Give the regions of which the note says why they have to do with the complaint."""
    why = (said for _, said in told(facts.typed(Section.OBJECTIVE, Section.ASSESSMENT)) if _WHY.search(said))
    return frozenset[str]().union(*(regions.named(said) for said in why))


def _worked_on(findings: Sequence[Mark]) -> tuple[Mark, ...]:
    """Give the marks of places that were treated: what was palpated, or where only pain was shown, that."""
    shown = tuple(mark for mark in findings if mark.kind not in _NOT_WORKED_ON)
    return tuple(mark for mark in shown if mark.kind is not MarkKind.PAIN) or shown


def _side_of_all(diagnoses: Sequence[Diagnosis]) -> Side | None:
    """Give the one side that all titles name; None where one names none, or both."""
    sides = set[Side | None]()
    for each in diagnoses:
        words = each.title.casefold().replace(",", " ").split()
        named = [side for side in _OTHER if side.value in words]
        sides.add(named[0] if len(named) == 1 else None)
    return sides.pop() if len(sides) == 1 else None


def _wholly_on(side: Side, findings: Sequence[Mark]) -> bool:
    return {region.side for mark in findings for region in mark.regions} == {side}
