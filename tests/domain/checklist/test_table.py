from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.builders import DEEP, RELEASE, at, event
from domain.checklist.corpus import AROUND, SOURCE, STRICT, TODAY, good_notes, segment, visit
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import CHECKLIST, RULES, asked, missing
from therapist_desk.domain.missing import Phase, Severity
from therapist_desk.domain.payer import PayerKind
from therapist_desk.domain.rule_cards.card import PAYER_RULES, Cap, CapKind, RuleCard, RuleSeverity, VisitStage
from therapist_desk.domain.session.timer import EventKind

MANAGER = "approval by the claim manager"


def test_all_sixty_nine_rules_are_there_once_each_with_why_and_source() -> None:
    assert len(CHECKLIST) == len({rule.id for rule in CHECKLIST}) == 69
    for rule in CHECKLIST:
        assert all((rule.looks_for, rule.why, rule.source))
        assert (rule.check is None) == (rule.phase is Phase.PRODUCT)
    assert {rule.id for rule in CHECKLIST} >= PAYER_RULES


def test_without_a_card_nothing_is_asked_that_payers_decide_on() -> None:
    facts = _with(card=None)

    assert not {rule.id for rule in asked(facts)} & PAYER_RULES


def test_a_client_who_pays_is_asked_for_the_note_alone() -> None:
    assert AROUND.payer is not None
    facts = _with(payer=replace(AROUND.payer, kind=PayerKind.SELF_PAY), card=None)

    assert {rule.phase for rule in asked(facts)} == {Phase.NOTE, Phase.DOCUMENT}


def test_the_card_says_how_grave_a_rule_is() -> None:
    lenient = replace(
        STRICT,
        rules=tuple(
            replace(rule, severity=RuleSeverity.WARNING) if rule.rule_id == "RX-03" else rule for rule in STRICT.rules
        ),
    )
    assert AROUND.referral is not None
    uncounted = replace(AROUND.referral, visits_allowed=None)

    strict = _severity("RX-03", _with(referral=uncounted))
    eased = _severity("RX-03", _with(referral=uncounted, card=lenient))

    assert (strict, eased) == (Severity.PAYER, Severity.ADVICE)


@pytest.mark.parametrize(
    ("number", "authorization", "said"),
    [
        (5, "", []),
        (6, "", [("stage_ahead", Severity.HINT, 7, "form 7")]),
        (7, "", [("stage_needs", Severity.ADVICE, 7, "form 7")]),
        (7, "AUTH-1", []),
        (12, "", [("stage_needs", Severity.ADVICE, 12, "form 7"), ("stage_ahead", Severity.HINT, 13, MANAGER)]),
        (12, "AUTH-1", [("stage_ahead", Severity.HINT, 13, MANAGER)]),
        (13, "", [("stage_needs", Severity.ADVICE, 13, MANAGER)]),
        (13, "AUTH-1", [("stage_needs", Severity.ADVICE, 13, MANAGER)]),
        (14, "AUTH-2", []),
    ],
)
def test_what_the_visits_number_needs_is_told_in_the_cards_own_words(
    number: int, authorization: str, said: list[tuple[str, Severity, int, str]]
) -> None:
    card = replace(
        STRICT,
        stages=(*STRICT.stages, VisitStage(through=None, needs=MANAGER, source=SOURCE)),
        rules=tuple(rule for rule in STRICT.rules if rule.rule_id != "RX-07"),
    )
    assert AROUND.referral is not None
    around = _with(card=card, referral=replace(AROUND.referral, authorization=authorization), use=None)
    facts = replace(around, visit=replace(around.visit, number=number))

    items = [item for item in missing(facts) if item.rule == "RX-07"]

    assert [(item.code, item.severity, item.values["number"], item.values["needs"]) for item in items] == said


def test_a_number_is_not_asked_for_while_the_stage_needs_none() -> None:
    assert AROUND.referral is not None
    free = _with(referral=replace(AROUND.referral, authorization=""))

    assert [item.code for item in missing(free) if item.rule == "RX-07"] == []


@pytest.mark.parametrize(
    ("visits", "days_apart", "found"),
    [
        (5, 3, []),
        (6, 3, [("report_due", Severity.ADVICE)]),
        (7, 3, [("report_late", Severity.PAYER)]),
        (2, 29, []),
        (2, 30, [("report_due", Severity.ADVICE)]),
        (2, 31, [("report_late", Severity.PAYER)]),
    ],
)
def test_a_report_that_is_late_is_as_grave_as_the_card_says_and_one_that_is_due_is_advice(
    visits: int, days_apart: int, found: list[tuple[str, Severity]]
) -> None:
    assert _report(_after(visits, days_apart)) == found


def test_a_late_report_holds_nothing_back_where_no_card_calls_it_an_error() -> None:
    eased = tuple(
        replace(rule, severity=RuleSeverity.INFO) if rule.rule_id == "P-03" else rule for rule in STRICT.rules
    )
    unnamed = tuple(rule for rule in STRICT.rules if rule.rule_id != "P-03")

    assert _report(_after(7, 3, card=replace(STRICT, rules=eased))) == [("report_late", Severity.HINT)]
    assert _report(_after(7, 3, card=replace(STRICT, rules=unnamed))) == [("report_late", Severity.ADVICE)]
    assert _report(_after(7, 3, card=replace(STRICT, rules=unnamed, report=None))) == []


def test_a_report_that_went_out_since_frees_the_bills_of_all_visits_before() -> None:
    assert _report(_after(7, 3, reported_on=TODAY)) == []


@pytest.mark.parametrize("named", [True, False])
def test_what_a_card_caps_is_told_whether_or_not_it_names_the_rule(*, named: bool) -> None:
    rules = STRICT.rules if named else ()
    caps = (
        Cap(kind=CapKind.UNITS_PER_DAY, most=2, source=SOURCE),
        Cap(kind=CapKind.VISITS_PER_DAY, most=2, source=SOURCE),
        Cap(kind=CapKind.VISITS_PER_YEAR, most=2, source=SOURCE),
    )
    facts = _with(card=replace(STRICT, rules=rules, caps=caps))
    items = {item.code: item for item in missing(facts) if item.rule in ("RX-06", "T-11")}

    assert items.keys() == {"beyond_units", "beyond_year"}
    assert (items["beyond_units"].values["units"], items["beyond_year"].values["number"]) == (3, 3)
    assert {item.severity for item in items.values()} == {Severity.PAYER if named else Severity.ADVICE}


def test_units_are_not_too_many_while_either_rule_may_hold() -> None:
    cap = Cap(kind=CapKind.UNITS_PER_DAY, most=3, source=SOURCE)
    split = (segment(0, 25, DEEP, "neck"), segment(25, 23, RELEASE, "back"))  # three units together, four apart
    facts = _with(card=replace(STRICT, units=None, caps=(cap,)))

    unknown = replace(facts, visit=replace(facts.visit, by_hand=split))

    assert "beyond_units" not in {item.code for item in missing(unknown)}


def test_a_finding_says_on_whose_word_the_payer_asks_for_it() -> None:
    assert AROUND.referral is not None
    facts = _with(referral=replace(AROUND.referral, visits_allowed=None), case=replace(AROUND.case, goals=()))
    sources = {item.rule: item.source for item in missing(facts)}

    assert (sources["RX-03"], sources["P-01"]) == (SOURCE, None)


def test_a_running_clock_does_not_make_the_minutes_too_many() -> None:
    running = (event(EventKind.START, 0, DEEP), event(EventKind.SWITCH, 10, RELEASE))
    facts = _with()

    under_way = replace(facts, visit=replace(facts.visit, by_hand=(), events=running), now=at(40))

    assert "T-04" not in {item.rule for item in missing(under_way)}


def test_rules_are_found_by_name() -> None:
    assert RULES["S-02"].looks_for.startswith("Pain score")


def _with(**around: object) -> Facts:
    facts = list(good_notes())[1]
    return replace(facts, around=replace(AROUND, **around))  # type: ignore[arg-type]  # by name


def _severity(rule: str, facts: Facts) -> Severity:
    return next(item.severity for item in missing(facts) if item.rule == rule)


def _after(visits: int, days_apart: int, *, reported_on: date | None = None, card: RuleCard = STRICT) -> Facts:
    """Give a visit that is the last of so many, the others so many days before each other."""
    earlier = tuple(
        visit(number, TODAY - timedelta(days=days_apart * (visits - number)), by_hand=())
        for number in range(1, visits)
    )
    around = replace(AROUND, earlier=earlier, case=replace(AROUND.case, reported_on=reported_on), card=card)
    return replace(list(good_notes())[1], visit=visit(visits, TODAY), around=around)


def _report(facts: Facts) -> list[tuple[str, Severity]]:
    return [(item.code, item.severity) for item in missing(facts) if item.rule == "P-03"]
