"""Goals, the lines and terms of a plan, and what its visits are to measure."""

from __future__ import annotations

from therapist_desk.domain.care.goal import Aim, Goal
from therapist_desk.domain.care.treatment import PlanLine, PlannedCheck, PlanTerms
from therapist_desk.store.rows.cases import CaseRow, GoalRow, PlanLineRow, PlannedCheckRow


def goal_of(row: GoalRow) -> Goal:
    """Read a goal."""
    return Goal(
        text=row.text,
        measure=row.measure,
        baseline=row.baseline,
        target=row.target,
        due=row.due,
        status=row.status,
        aim=_aim_of(row),
        met_on=row.met_on,
        judged=row.judged,
    )


def goal_row(position: int, goal: Goal) -> GoalRow:
    """Write a goal."""
    aim = goal.aim
    return GoalRow(
        position=position,
        text=goal.text,
        measure=goal.measure,
        baseline=goal.baseline,
        target=goal.target,
        due=goal.due,
        status=goal.status,
        met_on=goal.met_on,
        judged=goal.judged,
        aim_kind=aim.kind if aim else None,
        aim_name=aim.name if aim else None,
        aim_side=aim.side if aim else None,
        aim_unit=aim.unit if aim else None,
        aim_direction=aim.direction if aim else None,
        aim_first=aim.first if aim else None,
        aim_wanted=aim.wanted if aim else None,
        aim_first_on=aim.first_on if aim else None,
        aim_latest=aim.latest if aim else None,
        aim_latest_on=aim.latest_on if aim else None,
    )


def plan_line_of(row: PlanLineRow) -> PlanLine:
    """Read a line of a plan."""
    return PlanLine(
        treatment=row.treatment,
        where=row.location,
        code=row.code,
        least_minutes=row.least_minutes,
        most_minutes=row.most_minutes,
        how_often=row.how_often,
        purpose=row.purpose,
    )


def plan_line_row(position: int, line: PlanLine) -> PlanLineRow:
    """Write a line of a plan."""
    return PlanLineRow(
        position=position,
        treatment=line.treatment,
        location=line.where,
        code=line.code,
        least_minutes=line.least_minutes,
        most_minutes=line.most_minutes,
        how_often=line.how_often,
        purpose=line.purpose,
    )


def terms_of(row: CaseRow) -> PlanTerms:
    """Read the terms of a case's plan."""
    return PlanTerms(
        frequency=row.frequency,
        session_minutes=row.session_minutes,
        visits=row.planned_visits,
        review_at=row.review_at,
    )


def check_of(row: PlannedCheckRow) -> PlannedCheck:
    """Read what is to be measured."""
    return PlannedCheck(kind=row.kind, key=row.key, name=row.name)


def check_row(position: int, check: PlannedCheck) -> PlannedCheckRow:
    """Write what is to be measured."""
    return PlannedCheckRow(position=position, kind=check.kind, key=check.key, name=check.name)


def _aim_of(row: GoalRow) -> Aim | None:
    if row.aim_kind is None or row.aim_direction is None or row.aim_first is None or row.aim_wanted is None:
        return None
    return Aim(
        kind=row.aim_kind,
        name=row.aim_name or "",
        side=row.aim_side,
        unit=row.aim_unit or "",
        direction=row.aim_direction,
        first=row.aim_first,
        wanted=row.aim_wanted,
        first_on=row.aim_first_on,
        latest=row.aim_latest,
        latest_on=row.aim_latest_on,
    )
