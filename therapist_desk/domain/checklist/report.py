"""Rules about reports of progress and what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from therapist_desk.domain.care.goal import GoalStatus, Standing, progress
from therapist_desk.domain.care.report_due import ReportDue, report_due
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.findings.measurement import MeasurementKind
from therapist_desk.domain.missing import Target
from therapist_desk.domain.rule_cards.card import RuleSeverity
from therapist_desk.domain.visit import Visit

_SCORES: Final = (MeasurementKind.QUESTIONNAIRE, MeasurementKind.SCORE)
_AFTER_VISITS: Final = 6
_AFTER_DAYS: Final = 30


def scored(facts: Facts) -> Iterator[Finding]:
    """O-05."""
    if facts.around is None or _has_score(facts.visit):
        return
    taken = facts.around.taken
    last = next((place for place in range(len(taken) - 1, -1, -1) if _has_score(taken[place])), None)
    if last is None:
        yield Finding("no_baseline_score", Target.MEASURES)
        return
    visits, days = len(taken) - last, (facts.visit.service_date - taken[last].service_date).days
    if visits >= _AFTER_VISITS or days > _AFTER_DAYS:
        values: dict[str, str | int] = {"visits": visits, "days": days, "measure": _measure(taken[last])}
        yield Finding("score_due", Target.MEASURES, values)


def goals_told(facts: Facts) -> Iterator[Finding]:
    """A-02, once a report is due: each goal has a value, or a word of the therapist."""
    if facts.around is None or _due(facts) is None:
        return
    history = (*facts.around.taken, facts.visit)
    for place, goal in enumerate(facts.around.case.goals):
        if progress(goal, history, facts.visit.service_date).standing in (Standing.OPEN, Standing.WAITING):
            yield Finding("goal_untold", Target.GOAL_STANDING, {"goal": goal.text, "place": place})
            return


def report(facts: Facts) -> Iterator[Finding]:
    """P-03: due after so many visits or days, late with the visit or the day after. Only late is it an error."""
    due = _due(facts)
    if due is None:
        return
    values: dict[str, str | int] = {"visits": due.visits, "days": due.days}
    if due.late:
        yield Finding("report_late", Target.REPORT, values)
    else:
        yield Finding("report_due", Target.REPORT, values, RuleSeverity.WARNING)


def improved(facts: Facts) -> Iterator[Finding]:
    """P-04: after six visits a number of function is better than at first."""
    if facts.around is None or facts.visit.number <= _AFTER_VISITS:
        return
    history = (*facts.around.taken, facts.visit)
    day = facts.visit.service_date
    met = [progress(goal, history, day) for goal in facts.around.case.goals]
    if not any(each.standing in (Standing.MET, Standing.ON_TRACK) for each in met):
        target = Target.GOAL_STANDING if met else Target.NEW_GOAL
        yield Finding("no_improvement", target, {"number": facts.visit.number, "place": 0})


def goals_apart(facts: Facts) -> Iterator[Finding]:
    """P-07."""
    if facts.around is None:
        return
    goals = facts.around.case.goals
    words = [goal.text.casefold().strip() for goal in goals]
    again = next((place for place, text in enumerate(words) if text in words[:place]), None)
    undated = [place for place, goal in enumerate(goals) if goal.status is GoalStatus.MET and goal.met_on is None]
    if again is not None:
        yield Finding("goal_twice", Target.GOAL_WORDS, {"place": again})
    elif undated:
        yield Finding("goal_met_undated", Target.GOAL_STANDING, {"place": undated[0]})


def _due(facts: Facts) -> ReportDue | None:
    around = facts.around
    if around is None or around.card is None or around.card.report is None:
        return None
    days = [*(visit.service_date for visit in around.taken), facts.visit.service_date]
    return report_due(around.card.report, days, around.case.reported_on, facts.visit.service_date)


def _has_score(visit: Visit) -> bool:
    return any(each.kind in _SCORES and each.before is not None for each in visit.measurements)


def _measure(visit: Visit) -> str:
    return next(each.measure for each in visit.measurements if each.kind in _SCORES and each.before is not None)
