from __future__ import annotations

from datetime import date

import pytest

from therapist_desk.domain.rule_cards.card import (
    PAYER_RULES,
    Cap,
    CapKind,
    ReportCadence,
    RequiredRule,
    RuleCard,
    RuleSeverity,
    Source,
    VisitStage,
)

SOURCE = Source(words="a rule book", noted_on=date(2026, 11, 23))


def test_a_card_that_says_nothing_assumes_nothing() -> None:
    card = RuleCard(id="none", name="Nothing known")

    assert (card.units, card.report, card.stage(1), card.sources) == (None, None, None, ())
    assert all(card.rule(rule) is None for rule in PAYER_RULES)
    assert all(card.cap(kind) is None for kind in CapKind)


@pytest.mark.parametrize(("number", "needs"), [(1, ""), (6, ""), (7, "form"), (12, "form"), (13, "manager")])
def test_a_visit_needs_what_its_stage_needs(number: int, needs: str) -> None:
    steps = ((6, ""), (12, "form"), (None, "manager"))
    card = RuleCard(
        id="steps", name="Steps", stages=tuple(VisitStage(through=t, needs=n, source=SOURCE) for t, n in steps)
    )

    stage = card.stage(number)

    assert stage is not None
    assert stage.needs == needs


def test_beyond_the_last_known_stage_nothing_is_known() -> None:
    card = RuleCard(id="steps", name="Steps", stages=(VisitStage(through=6, source=SOURCE),))

    assert card.stage(7) is None


@pytest.mark.parametrize(("visits", "days", "due"), [(5, 29, False), (6, 0, True), (0, 30, True), (9, 90, True)])
def test_a_report_is_due_by_visits_or_days_whichever_comes_first(visits: int, days: int, due: bool) -> None:  # noqa: FBT001 - a row of a table
    assert ReportCadence(visits=6, days=30, source=SOURCE).is_due(visits, days) is due


def test_a_cadence_by_days_alone_counts_no_visits() -> None:
    assert not ReportCadence(days=30, source=SOURCE).is_due(100, 29)


def test_every_value_of_a_card_shows_its_source() -> None:
    rule = RequiredRule(rule_id="P-03", severity=RuleSeverity.ERROR, source=SOURCE)
    cap = Cap(kind=CapKind.UNITS_PER_DAY, most=4, source=SOURCE)
    card = RuleCard(id="two", name="Two", caps=(cap,), rules=(rule,))

    assert (card.rule("P-03"), card.cap(CapKind.UNITS_PER_DAY)) == (rule, cap)
    assert card.sources == (SOURCE, SOURCE)
