"""Units on the note for the payer: beside the minutes, by the rule that is named, worked out in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reports import samples
from reports.pdfs import flat, words
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.note_units import UnitBasis
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.domain.rule_cards.card import Source
from therapist_desk.domain.session.technique import Technique
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.parts.units import RULE_NAMES
from therapist_desk.reports.soap_insurer import insurer_note

MANUAL = Source(words="Example payer’s manual, 2026, page 4", noted_on=date(2026, 11, 1))


def by(rule: UnitRule) -> UnitBasis:
    return UnitBasis(rule, MANUAL)


def record(*minutes: tuple[Technique, int], choice: tuple[str, ...] = ()) -> VisitRecord:
    segments, start = [], 0
    for technique, long in minutes:
        segments.append(samples.segment(technique, start, start + long))
        start += long
    made = samples.record(segments=tuple(segments))
    return replace(made, visit=replace(made.visit, unit_choice=choice))


def said(of: VisitRecord, basis: UnitBasis | None) -> str:
    return flat(insurer_note(Sealed(of, samples.seal()), Paper.LETTER, samples.atlas(), basis=basis))


def test_the_payers_rule_is_named_with_its_source_and_worked() -> None:
    text = said(record((samples.RELEASE, 38), (samples.SWEDISH, 15)), by(UnitRule.CMS_EIGHT_MINUTE))
    assert f"Units by the payer’s rule: CMS eight-minute rule ({MANUAL.words})." in text
    assert "53 min in all: 4 units" in text
    assert "97140: 38 = 2 × 15 + 8; the 1 unit left to 97140, the larger remainder." in text
    assert "97124 × 1 · 97140 × 3" in text
    assert "Total Hands-on treatment 53 4" in text


def test_the_midpoint_rule_takes_each_number_alone() -> None:
    text = said(record((samples.RELEASE, 8), (samples.SWEDISH, 7)), by(UnitRule.MIDPOINT))
    assert "midpoint rule, each number alone" in text
    assert "97124: 7 = 0 × 15 + 7, 0 units; 97140: 8 = 0 × 15 + 8, 1 unit." in text


def test_a_tie_says_what_is_to_be_chosen_and_then_what_was() -> None:
    level = ((samples.RELEASE, 23), (samples.SWEDISH, 23))
    tied = said(record((samples.RELEASE, 20), (samples.SWEDISH, 20)), by(UnitRule.CMS_EIGHT_MINUTE))
    assert "1 unit is still to be chosen between 97124 and 97140, which have equal remainders" in tied
    assert "1 to choose" in tied
    both = said(record(*level), by(UnitRule.CMS_EIGHT_MINUTE))
    assert "46 min in all: 3 units" in both
    chosen = said(record(*level, choice=("97140",)), by(UnitRule.CMS_EIGHT_MINUTE))
    assert "the 1 unit left to 97140, chosen among equal remainders." in chosen
    assert "to choose" not in chosen


def test_without_a_rule_that_has_a_source_units_stand_where_the_rules_agree() -> None:
    agree = said(record((samples.RELEASE, 30)), UnitBasis())
    assert "the same by the CMS eight-minute rule and by the midpoint rule" in agree
    assert "This payer’s rule is not on file with a source." in agree
    assert "Total Hands-on treatment 30 2" in agree


def test_without_a_rule_units_stay_open_where_the_rules_differ() -> None:
    differ = said(record((samples.RELEASE, 8), (samples.SWEDISH, 8)), UnitBasis())
    assert "Units are left open:" in differ
    assert "By the CMS eight-minute rule:" in differ
    assert "By the midpoint rule, each number alone: 97124 × 1 · 97140 × 1." in differ
    assert "Total Hands-on treatment 16 " in differ
    assert "Number Technique and regions Start – stop Minutes 97" in differ  # no column of units


@pytest.mark.parametrize("basis", [UnitBasis(), *map(by, UnitRule)])
@pytest.mark.parametrize("minutes", [1, 7, 8, 22, 23, 53])
def test_no_count_of_units_ever_stands_without_the_name_of_its_rule(basis: UnitBasis, minutes: int) -> None:
    text = said(record((samples.RELEASE, minutes), (samples.TRIGGER, 9), (samples.SWEDISH, 9)), basis)
    if re.search(r"Minutes Units", text):
        assert any(name in text for name in RULE_NAMES.values())


def test_where_nobody_pays_there_are_no_units() -> None:
    text = said(samples.record(payer=None), by(UnitRule.CMS_EIGHT_MINUTE))
    assert "Units" not in text


def test_the_days_other_visit_is_counted_with_it() -> None:
    other = record((samples.RELEASE, 15))
    other = replace(other, visit=replace(other.visit, number=7))
    basis = replace(by(UnitRule.CMS_EIGHT_MINUTE), same_day=(other,))
    assert "Counted for the whole day, with visit 7. 45 min in all: 3 units" in said(
        record((samples.RELEASE, 30)), basis
    )


def test_the_strip_has_five_boxes_and_units_stand_under_each_other() -> None:
    pdf = insurer_note(Sealed(samples.record(), samples.seal()), Paper.LETTER, samples.atlas(), basis=UnitBasis())
    first, *rest = words(pdf)
    boxes = ("Visit", "Session", "Hands-on", "Units", "Pain")
    (units,) = [word for word in first if word.text == "Units"]
    assert [word.text for word in first if abs(word.top - units.top) < 2 and word.text in boxes] == list(boxes)
    (head,) = [word for page in rest for word in page if word.text == "Units"]
    under = [word for page in rest for word in page if abs(word.right - head.right) < 1 and word.top < head.bottom]
    assert [word.text for word in under if word.top > head.bottom - 130] == ["2", "1", "3"]
