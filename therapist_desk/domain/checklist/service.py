"""Rules about minutes, units and need, as payers read them. Their errors hold back documents for the insurer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from therapist_desk.domain.billing import ChoiceOutsideTiesError, UnitRule, UnknownCodeError, timed_units
from therapist_desk.domain.care.goal import Goal, GoalStatus, goal_problems
from therapist_desk.domain.checklist.facts import Circumstances, Facts
from therapist_desk.domain.checklist.maintenance_words import maintaining
from therapist_desk.domain.checklist.minutes_words import treated_minutes
from therapist_desk.domain.checklist.plan_words import tells_duration, tells_frequency
from therapist_desk.domain.checklist.rule import WRITTEN_IN, Finding
from therapist_desk.domain.checklist.standstill import standing_still
from therapist_desk.domain.checklist.units_words import stated_units
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.procedures import PROCEDURES, Timing
from therapist_desk.domain.rule_cards.card import CapKind, RuleCard
from therapist_desk.domain.session.minutes import minutes_by_code, minutes_by_day
from therapist_desk.domain.session.timer import Segment, hands_on_seconds

MASSAGE: Final = "97124"
MANUAL: Final = "97140"
_USUAL_CAP: Final = 60
_NUMBER: Final = re.compile(
    r"\d|\b(?:full|no|without|none|all|every|independent\w*|half|one|two|three|four|five|six|eight|ten|twelve)\b",
    re.IGNORECASE,
)
"""By which a goal is seen to be reached, where it is told in words."""
_CAPS: Final = (CapKind.MINUTES_PER_VISIT, CapKind.UNITS_PER_DAY, CapKind.VISITS_PER_YEAR)


def minutes_fit(facts: Facts) -> Iterator[Finding]:
    """T-04: neither the parts nor what is written may be longer than from start to stop.

    No minute counts twice, so that the timed parts may not lie over one another. What is not billed by its time, as a
    hot pack, may lie beside them.
    """
    times = sorted((each.start.utc, each.stop.utc) for each in facts.segments if each.stop is not None)
    if len(times) < len(facts.segments) or not times:
        return  # the clock runs
    timed = [each for each in facts.segments if PROCEDURES.get(each.technique.code) is not Timing.UNTIMED]
    if sum(each.seconds for each in timed) > _covered(timed) + 1:
        yield Finding("minutes_beyond_span", Target.TIMES, {"segment": timed[-1].id})
        return
    span = (max(stop for _, stop in times) - times[0][0]).total_seconds()
    stated = max(treated_minutes(facts.typed(Section.OBJECTIVE, Section.ASSESSMENT)), default=0)
    if stated * 60 >= span + 60:
        yield Finding("minutes_told_beyond", Target.OBJECTIVE, {"told": stated, "span": int(span) // 60})


def timed_minutes(facts: Facts) -> Iterator[Finding]:
    """T-05: both totals can be shown."""
    minutes = minutes_by_code(facts.segments)
    if facts.treated and not any(PROCEDURES.get(code) is Timing.TIMED for code in minutes):
        yield Finding("no_timed_minutes", Target.TIMES, {"segment": facts.treated[0].id})


def units_agree(facts: Facts) -> Iterator[Finding]:
    """T-06: units are reckoned from the minutes; what the therapist must choose can be open, or a text say others."""
    around = facts.around
    if around is None or around.card is None or around.card.units is None:
        return
    minutes = _minutes_of_day(facts, around)
    if not minutes:
        return
    try:
        units = timed_units(minutes, around.card.units.rule, facts.visit.unit_choice)
    except UnknownCodeError as error:
        strange = next((each.id for each in facts.treated if each.technique.code not in PROCEDURES), "")
        yield Finding("unknown_codes", Target.TIMES, {**error.values, "segment": strange})
    except ChoiceOutsideTiesError:
        yield Finding("units_chosen_before", Target.UNITS)
    else:
        if units.ties:
            yield Finding("units_open", Target.UNITS, {"codes": ", ".join(units.ties)})
        elif minutes == minutes_by_code(facts.segments):
            yield from _told_otherwise(facts, units.units)


def coded(facts: Facts) -> Iterator[Finding]:
    """T-07."""
    bare = [each for each in facts.treated if not (each.technique.code and each.technique.name.strip())]
    if bare:
        yield Finding("technique_no_code", Target.TIMES, {"technique": bare[0].technique.name, "segment": bare[0].id})


def pair_apart(facts: Facts) -> Iterator[Finding]:
    """T-10."""
    minutes = minutes_by_code(facts.segments)
    if not (minutes.get(MASSAGE) and minutes.get(MANUAL)):
        return
    areas = [
        {region for segment in facts.treated if segment.technique.code == code for region in segment.regions}
        for code in (MASSAGE, MANUAL)
    ]
    if not all(areas) or areas[0] & areas[1]:
        second = next(each.id for each in facts.treated if each.technique.code == MANUAL)
        yield Finding("pair_together", Target.TIMES, {"segment": second})


def within_cap(facts: Facts) -> Iterator[Finding]:
    """T-11: minutes of the visit, units of the day, visits of the year; sixty minutes where the card names no cap."""
    card = facts.around.card if facts.around else None
    if facts.around is None or card is None:
        return
    longest = max(facts.treated, key=lambda each: each.seconds, default=None)
    times = {"segment": longest.id} if longest else {}
    minutes, units, year = (card.cap(kind) for kind in _CAPS)
    reached = _units_at_least(facts, facts.around, card)
    most, spent = minutes.most if minutes else _USUAL_CAP, hands_on_seconds(facts.segments) // 60
    if spent > most and (minutes or not card.caps):
        yield Finding("beyond_cap", Target.TIMES, {"spent": spent, "most": most, **times})
    elif units and reached > units.most:
        yield Finding("beyond_units", Target.TIMES, {"units": reached, "most": units.most, **times})
    this_year = facts.visit.service_date.year
    number = 1 + sum(visit.service_date.year == this_year for visit in facts.around.taken)
    if year and number > year.most:
        yield Finding("beyond_year", Target.AUTHORIZATION, {"number": number, "most": year.most})


def necessity(facts: Facts) -> Iterator[Finding]:
    """A-04: something that is impaired, and an expectation with an end."""
    if facts.around is None:
        return
    case, visit = facts.around.case, facts.visit
    impaired = visit.note.limitation.strip() or visit.measurements or facts.findings or case.goals
    kept = [goal for goal in case.goals if goal.status is not GoalStatus.DROPPED]
    ahead = any(goal.status is GoalStatus.MET or (goal.due and goal.due >= visit.service_date) for goal in kept)
    expected = ahead or case.terms.visits or case.terms.review_at
    if not impaired:
        yield Finding("no_expectation", Target.LIMITATION)
    elif not expected:
        target, values = (Target.GOAL_DAY, {"place": 0}) if case.goals else (Target.PLANNED_VISITS, {})
        yield Finding("no_expectation", target, values)


def maintenance(facts: Facts) -> Iterator[Finding]:
    """A-07: over the sections, as one gives another its meaning."""
    texts = {section: facts.typed(section) for section in WRITTEN_IN}
    said = maintaining(*texts.values()) or standing_still(texts)
    if said:
        where = next(section for section, text in texts.items() if said in text)
        yield Finding("maintenance", WRITTEN_IN[where], {"said": said})


def goals(facts: Facts) -> Iterator[Finding]:
    """P-01: a goal with a number to reach and a day. Older goals say the same in words."""
    if facts.around is None:
        return
    goals = facts.around.case.goals
    kept = [place for place, goal in enumerate(goals) if goal.status is not GoalStatus.DROPPED]
    if not kept:
        yield Finding("no_goal", Target.NEW_GOAL)
    elif not any(_measurable(goals[place]) for place in kept):
        yield Finding("goal_not_measurable", Target.GOAL_NUMBER, {"place": kept[0]})


def frequency(facts: Facts) -> Iterator[Finding]:
    """P-02: how often, in the plan; for how long, there or in the order and the goals."""
    if facts.around is None:
        return
    case = facts.around.case
    note = facts.visit.note
    told = "\n".join([case.plan, note.next_visit, *(each.text for each in note.of(Section.PLAN))])
    if not case.terms.frequency.strip() and not tells_frequency(told):
        yield Finding("no_frequency", Target.FREQUENCY)
    elif not (_has_an_end(facts.around) or tells_duration(told)):
        yield Finding("no_frequency", Target.PLANNED_VISITS)


def _told_otherwise(facts: Facts, units: Mapping[str, int]) -> Iterator[Finding]:
    """Find the first text that states other units than those reckoned."""
    for section in (Section.OBJECTIVE, Section.ASSESSMENT, Section.PLAN):
        for code, told in stated_units(facts.typed(section)):
            if told != units.get(code, 0):
                yield Finding(
                    "units_told_otherwise",
                    WRITTEN_IN[section],
                    {"code": code, "told": told, "units": units.get(code, 0)},
                )
                return


def _has_an_end(around: Circumstances) -> bool:
    """Whether plan, goals or order say for how long."""
    case, order = around.case, around.referral
    ordered = order is not None and (order.visits_allowed is not None or order.expires_on is not None)
    return bool(ordered or case.terms.visits or case.terms.review_at or any(goal.due for goal in case.goals))


def _measurable(goal: Goal) -> bool:
    told = _NUMBER.search(f"{goal.target} {goal.text}") is not None
    return not goal_problems(goal) or bool(goal.measure and goal.target and goal.due and told)


def _covered(segments: Iterable[Segment]) -> float:
    """Give the seconds in which at least one of the segments went on."""
    covered, until = 0.0, None
    for start, stop in sorted((each.start.utc, each.stop.utc) for each in segments if each.stop is not None):
        begun = start if until is None else max(start, until)
        covered += max((stop - begun).total_seconds(), 0)
        until = stop if until is None else max(stop, until)
    return covered


def _minutes_of_day(facts: Facts, around: Circumstances) -> Mapping[str, int]:
    """Sum the minutes of the visit's day by number, those of the other visits that are billed with it included."""
    same_day = [segment for visit in (*around.taken, *around.shared) for segment in visit.segments(facts.now)]
    return minutes_by_day([*facts.segments, *same_day]).get(facts.visit.service_date, {})


def _units_at_least(facts: Facts, around: Circumstances, card: RuleCard) -> int:
    """Count the timed units of the day by the payer's rule; where nobody knows it, the fewest that either gives."""
    rules = (card.units.rule,) if card.units else tuple(UnitRule)
    minutes = {code: spent for code, spent in _minutes_of_day(facts, around).items() if code in PROCEDURES}
    return min(timed_units(minutes, rule).total for rule in rules)
