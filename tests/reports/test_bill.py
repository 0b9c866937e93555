"""What a bill is drawn from, and what it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reports import samples
from reports.bills import FEES, basis, bill, record
from therapist_desk.domain.bill import BillHeldError, completed, make_bill, tax_id
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.rule_card import RuleCard, Source, Units
from therapist_desk.domain.technique import Technique

NOTED = Source(words="a letter", noted_on=date(2026, 11, 18))


def card(rule: UnitRule) -> RuleCard:
    return RuleCard(id="own", name="Own", units=Units(rule=rule, source=NOTED))


def timed(*minutes: tuple[str, int]) -> VisitRecord:
    at, segments = 0.0, []
    for code, spent in minutes:
        segments.append(samples.segment(Technique(code, code, code), at, at + spent))
        at += spent
    return replace(record(), segments=tuple(segments))


def test_units_and_charges_come_from_the_minutes() -> None:
    made = bill()

    assert [(line.code, line.minutes, line.units, line.charge) for line in made.lines] == [
        ("97124", 15, 1, 3400),
        ("97140", 26, 2, 7600),
    ]
    assert (made.cents, made.units, "".join(made.pointed("97140"))) == (11000, 3, "ABC")


def test_what_is_missing_is_said_all_at_once_with_where_to_enter_it() -> None:
    bare = record()
    assert bare.payer is not None
    bare = replace(
        bare,
        payer=replace(bare.payer, billing_tax_id="", fees=FEES[:1]),
        therapist=replace(bare.therapist, npi=""),
        case=replace(bare.case, diagnoses=()),
    )

    with pytest.raises(BillHeldError) as held:
        bill(bare)

    said = str(held.value)
    for wanted in ("tax ID", "NPI (Settings", "diagnosis code", "a fee for 97124 (Case & plan, Payer)"):
        assert wanted in said


def test_without_a_payer_there_is_no_fee_and_without_minutes_nothing_to_bill() -> None:
    with pytest.raises(BillHeldError, match="who pays, with a fee"):
        bill(replace(record(), payer=None))
    with pytest.raises(BillHeldError, match="treatment time under a procedure number"):
        bill(replace(record(), segments=samples.SEGMENTS[:1]))


def test_a_rule_that_nobody_stated_matters_only_where_it_changes_the_units() -> None:
    apart = timed(("97140", 7), ("97124", 23))  # two units pooled; alone the seven minutes are too few

    assert bill().rules == tuple(UnitRule)
    with pytest.raises(BillHeldError, match="rule for units"):
        bill(timed(("97140", 8), ("97124", 8)))
    assert bill(apart, card=card(UnitRule.MIDPOINT)).rules == (UnitRule.MIDPOINT,)


def test_a_unit_with_two_claims_is_not_guessed_until_it_is_chosen() -> None:
    tied = timed(("97140", 8), ("97124", 8))

    with pytest.raises(BillHeldError, match="open between 97124 and 97140"):
        bill(tied, card=card(UnitRule.CMS_EIGHT_MINUTE))

    chosen = replace(tied, visit=replace(tied.visit, unit_choice=("97140",)))
    made = bill(chosen, card=card(UnitRule.CMS_EIGHT_MINUTE))
    assert [(line.code, line.units) for line in made.lines] == [("97140", 1)]


def test_a_choice_made_before_the_minutes_changed_is_asked_for_again() -> None:
    stale = record()
    stale = replace(stale, visit=replace(stale.visit, unit_choice=("97140",)))

    with pytest.raises(BillHeldError, match="chosen again"):
        bill(stale, card=card(UnitRule.CMS_EIGHT_MINUTE))


def test_visits_of_one_day_are_billed_together_once_all_are_signed() -> None:
    other = replace(record(), visit=replace(record().visit, id=VisitId("other"), number=5))

    made = make_bill(basis(same_day=(other,)))

    assert [(line.code, line.minutes) for line in made.lines] == [("97124", 30), ("97140", 52)]
    assert [each.visit.number for each in made.basis.records] == [5, 6]
    with pytest.raises(BillHeldError, match="the other visits of this day to be signed"):
        make_bill(basis(unsigned=1))


def test_what_a_signed_record_lacks_is_filled_in_from_today_and_named_while_what_it_has_stays() -> None:
    today = record()
    assert today.payer is not None
    signed = replace(
        today,
        payer=replace(today.payer, billing_tax_id="", fees=(Fee("97140", 1),)),
        therapist=replace(today.therapist, npi=""),
    )

    filled, added = completed(signed, today)

    assert added == ("tax ID", "NPI", "fee for 97124")
    assert tax_id(filled) == "00-0000000"
    assert filled.payer is not None
    assert filled.payer.fees == (Fee("97140", 1), Fee("97124", 3400))
    assert completed(today, signed) == (today, ())
