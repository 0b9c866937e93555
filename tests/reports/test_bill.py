"""What a bill is drawn from, and what it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from reports import samples
from reports.bills import FEES, basis, bill, record
from reports.pdfs import page_texts
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.claims.bill import completed, make_bill, tax_id
from therapist_desk.domain.claims.form import forms
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.claims.terms import BillingTerms, ChosenUnit
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import TherapistId, VisitId
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.rule_cards.card import RuleCard, Source, Units
from therapist_desk.domain.session.technique import Technique
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.superbill import superbill

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


def over_midnight() -> VisitRecord:
    """A session from 11:40 pm to 0:30 am: 20 minutes of one day, 30 of the next."""
    late = samples.segment(Technique("97140", "97140", "97140"), 580, 630)  # minutes after 2 pm
    return replace(record(), segments=(late,))


def test_a_visit_across_midnight_is_billed_day_by_day() -> None:
    made = bill(over_midnight())

    day = record().visit.service_date
    assert [(line.day, line.minutes, line.units) for line in made.lines] == [
        (day, 20, 1),
        (day + timedelta(days=1), 30, 2),
    ]
    (said,) = page_texts(superbill(made, Paper.LETTER))
    assert "Nov 18, 2026 11 97140" in " ".join(said.split())
    assert "Nov 19, 2026 11 97140" in " ".join(said.split())
    dates = [entry.value for entry in forms(made)[0] if entry.box == "24A"]
    assert dates == ["11", "18", "26"] * 2 + ["11", "19", "26"] * 2


def test_a_unit_tied_after_midnight_is_settled_for_its_own_day() -> None:
    work = [
        samples.segment(Technique(code, code, code), at, at + 20) for code, at in (("97140", 602), ("97124", 622))
    ]
    tied = replace(record(), segments=tuple(work))
    by_rule = {"card": card(UnitRule.CMS_EIGHT_MINUTE)}
    with pytest.raises(BillHeldError, match="on Nov 19 a unit is open"):
        bill(tied, **by_rule)

    terms = BillingTerms(
        visit_id=tied.visit.id,
        unit_choice=(ChosenUnit(date(2026, 11, 19), "97124"),),
        settled_at=samples.seal().signed_at,
        therapist_id=TherapistId("t"),
    )
    made = bill(tied, terms=terms, **by_rule)

    assert [(line.code, line.units) for line in made.lines] == [("97124", 2), ("97140", 1)]


def test_a_session_through_the_end_of_summer_time_has_the_minutes_that_passed() -> None:
    begun = Instant(datetime(2026, 11, 1, 8, 30, tzinfo=UTC), -420)
    ended = Instant(datetime(2026, 11, 1, 9, 30, tzinfo=UTC), -480)  # 1:30 by the clock before and after
    work = replace(samples.segment(Technique("97140", "97140", "97140"), 0, 60), start=begun, stop=ended)

    made = bill(replace(record(), segments=(work,)))

    assert [(line.day, line.minutes, line.units) for line in made.lines] == [(date(2026, 11, 1), 60, 4)]


def test_a_number_that_the_table_does_not_have_is_named_with_where_to_correct_it() -> None:
    with pytest.raises(BillHeldError) as held:
        bill(timed(("97999", 20), ("97140", 15)))

    assert "a procedure number from the table in place of 97999 (Times of the visit)" in str(held.value)


def test_an_order_without_codes_waits_for_a_diagnosis_and_says_where_it_is_entered() -> None:
    bare = replace(record(), case=replace(record().case, diagnoses=()))
    assert bare.referral is not None
    bare = replace(bare, referral=replace(bare.referral, diagnosis_codes=()))

    with pytest.raises(BillHeldError, match=r"waits for a diagnosis code from the order \(Case & plan\)"):
        bill(bare)


def test_services_point_to_the_diagnoses_of_the_parts_they_were_done_on() -> None:
    neck, back = frozenset({"trap_upper", "lev_scap"}), frozenset({"lumbar"})
    regions = CodeRegions({"S16": neck, "M54.2": neck, "G44": back})
    about = make_bill(basis(regions=regions))

    assert about.pointed("97140") == ("A", "C")
    assert bill().pointed("97140") == ("A", "B", "C")
