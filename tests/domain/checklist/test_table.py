from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import DEEP, RELEASE, at, event
from domain.checklist.corpus import AROUND, SOURCE, STRICT, good_notes
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import CHECKLIST, RULES, asked, missing
from therapist_desk.domain.missing import Phase, Severity
from therapist_desk.domain.payer import PayerKind
from therapist_desk.domain.rule_card import PAYER_RULES, RuleSeverity, VisitStage
from therapist_desk.domain.timer import EventKind

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
