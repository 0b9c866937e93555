from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.builders import at, mark, visit
from domain.health.builders import consent, history, yes
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.health.background import SENSITIVE, Background, sensitive_areas
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.health.screening import (
    Choice,
    Decision,
    HealthCheck,
    Screening,
    decision_problems,
    forbidding,
    undecided,
)
from therapist_desk.domain.ids import DecisionId, TherapistId
from therapist_desk.domain.readiness import Severity, missing_items
from therapist_desk.domain.visit import Visit

ROBIN = TherapistId("robin")
CLOT = Caution("Clot", CautionLevel.ABSOLUTE)
CARE = Caution("Osteoporosis", CautionLevel.PRECAUTION)
ASKED = HealthCheck(changed=False, at=at(0), therapist_id=ROBIN, history_version=1)
GLUTEUS = RegionRef("glut_max", "gluteus maximus", Side.LEFT)
PUBIC = RegionRef("pubic", "pubic region", Side.MIDLINE)


def decision(choice: Choice, *on: str, reason: str = "short, seated") -> Decision:
    return Decision(id=DecisionId("d"), choice=choice, on=on, reason=reason, at=at(1), therapist_id=ROBIN)


def test_each_absolute_contraindication_wants_a_decision_once() -> None:
    assert undecided(Screening(), (CLOT, CARE)) == ("Clot",)
    decided = Screening(decisions=(decision(Choice.PROCEED, "Clot"),))
    assert undecided(decided, (CLOT,)) == forbidding(decided, (CLOT,)) == ()
    assert undecided(decided, (CLOT, Caution("Fever", CautionLevel.ABSOLUTE))) == ("Fever",)


def test_do_not_treat_is_a_decision_that_lets_nothing_begin() -> None:
    closed = Screening(decisions=(decision(Choice.DO_NOT_TREAT, "Clot"),))

    assert undecided(closed, (CLOT,)) == ()
    assert forbidding(closed, (CLOT,)) == ("Clot",)
    cleared = Screening(decisions=(*closed.decisions, decision(Choice.CLEARED, "Clot")))
    assert forbidding(cleared, (CLOT,)) == ()


def test_a_decision_says_why_or_who_cleared_it() -> None:
    today = date(2026, 11, 23)

    assert [each.field for each in decision_problems(decision(Choice.PROCEED, reason=" "), today)] == ["reason"]
    cleared = decision(Choice.CLEARED, reason="")
    assert [each.field for each in decision_problems(cleared, today)] == ["physician", "cleared_on"]
    late = replace(cleared, physician="Dr Placeholder", cleared_on=date(2026, 12, 1))
    assert [each.code for each in decision_problems(late, today)] == ["date_in_future"]


def items(checked: Visit, background: Background) -> dict[str, Severity]:
    about_health = {"undecided", "no_history", "health_unasked", "no_consent", "no_area_consent", "consent_expired"}
    found = missing_items(checked, at(60), background)
    return {item.code: item.severity for item in found if item.code in about_health}


def test_a_visit_of_whom_nothing_is_known_wants_history_question_and_consent() -> None:
    assert items(visit(), Background()) == dict.fromkeys(
        ("no_history", "health_unasked", "no_consent"), Severity.TO_FIX
    )


def test_an_undecided_contraindication_holds_back_signing() -> None:
    known = Background(history=history(yes("dvt", CautionLevel.ABSOLUTE)), paper_consent=date(2026, 11, 1))

    assert items(visit(screening=Screening(check=ASKED)), known) == {"undecided": Severity.TO_FIX}
    decided = Screening(check=ASKED, decisions=(decision(Choice.PROCEED, "Dvt"),))
    assert items(visit(screening=decided), known) == {}


def test_a_sensitive_region_wants_consent_of_its_own() -> None:
    general = Background(history=history(), consents=(consent(date(2026, 11, 1)),))
    asked = Screening(check=ASKED)

    assert items(visit(screening=asked, marks=(mark(),)), general) == {}
    worked = visit(screening=asked, marks=(mark(MarkKind.PAIN, GLUTEUS),))
    assert items(worked, general) == {"no_area_consent": Severity.ADVICE}
    agreed = replace(general, consents=(consent(date(2026, 11, 1), scopes=(Scope.TREATMENT, Scope.GLUTEAL)),))
    assert items(worked, agreed) == {}
    ruled = visit(screening=asked, marks=(mark(MarkKind.PAIN, PUBIC),))
    assert items(ruled, general) == {"no_area_consent": Severity.TO_FIX}
    closed = visit(screening=asked, marks=(mark(MarkKind.DO_NOT_WORK, GLUTEUS),))
    assert items(closed, general) == {}


def test_no_region_is_in_two_areas() -> None:
    regions = [region for members in SENSITIVE.values() for region in members]

    assert len(regions) == len(set(regions))
    assert sensitive_areas(["glut_med", "trap_upper", "psoas"]) == (Scope.GLUTEAL, Scope.ABDOMEN)
