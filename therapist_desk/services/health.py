"""Health histories: the checklist, taking one, and what visits ask and decide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import CautionLevel, Client
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.health.cautions import area_marks, closed_areas
from therapist_desk.domain.health.condition import Checklist, Condition, ConditionGroup
from therapist_desk.domain.health.history import (
    ConditionAnswer,
    HealthHistory,
    HealthItem,
    history_problems,
    same_content,
    tidied,
)
from therapist_desk.domain.health.screening import Choice, Decision, HealthCheck, decision_problems
from therapist_desk.domain.ids import ClientId, DecisionId, HistoryId, VisitId
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.resources import whole
from therapist_desk.store.charts import Charts


def load_checklist(resources: Path) -> Checklist:
    """Read the conditions that a history asks about.

    Raises:
        ResourceDamagedError: the file cannot be used.
    """
    path = resources / "clinical" / "contraindications.json"
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        groups = tuple(
            ConditionGroup(
                id=str(group["id"]),
                name=str(group["name"]),
                conditions=tuple(_condition(entry) for entry in group["conditions"]),
            )
            for group in content["groups"]
        )
        return Checklist(groups, str(content["note"]))


def take_history(
    desk: Desk,
    client_id: ClientId,
    answers: tuple[ConditionAnswer, ...],
    items: tuple[HealthItem, ...],
    *,
    seen: int,
) -> HealthHistory:
    """Keep what a client tells as the next version; the same as before makes no new one. `seen` is the version read.

    Raises:
        InvalidError: a date cannot be; each problem names its condition or list.
        ChangedElsewhereError: somebody took another version meanwhile.
    """
    history = HealthHistory(
        id=HistoryId(new_id()),
        client_id=client_id,
        version=seen + 1,
        taken_at=desk.clock.now(),
        therapist_id=desk.therapist_id,
        answers=tuple(replace(answer, detail=answer.detail.strip()) for answer in answers),
        items=tidied(items),
    )
    with desk.store.writing() as charts:
        born = charts.clients.get(client_id).details.date_of_birth
        problems = history_problems(history, born, desk.today())
        if problems:
            raise InvalidError(problems)
        latest = charts.health.history_of(client_id)
        if latest is not None and latest.version == seen and same_content(latest, history):
            return latest
        charts.health.add_history(history)
        desk.audit(charts, AuditAction.HEALTH_TAKEN, client_id, f"version {history.version}")
    return history


def client_histories(desk: Desk, client_id: ClientId) -> tuple[HealthHistory, ...]:
    """Read all versions of a client's history, the latest first."""
    with desk.store.reading() as charts:
        return charts.health.histories_of(client_id)


def read_background(desk: Desk, client_id: ClientId) -> Background:
    """Read what is known of a client's health and consent.

    Raises:
        NotFoundError: there is no such client.
    """
    with desk.store.reading() as charts:
        return background_of(charts, charts.clients.get(client_id))


def background_of(charts: Charts, client: Client) -> Background:
    """Gather what is known of a client's health and consent."""
    return Background(
        typed=client.details.cautions,
        history=charts.health.history_of(client.id),
        consents=charts.health.consents_of(client.id),
        paper_consent=client.details.consent_on,
    )


def new_check(desk: Desk, *, changed: bool, version: int) -> HealthCheck:
    """Make the answer to "Any change in health?", given now to whoever is at the desk."""
    return HealthCheck(changed=changed, at=desk.clock.now(), therapist_id=desk.therapist_id, history_version=version)


def put_check(desk: Desk, visit_id: VisitId, check: HealthCheck | None) -> HealthCheck | None:
    """Keep the answer to "Any change in health?" with its visit; None takes it back.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        drawn = charts.visits.get(visit_id).screening.drawn
        charts.visits.put_screening(visit_id, check, drawn)
        if check is not None:
            answer = "changed" if check.changed else "no change"
            desk.audit(charts, AuditAction.HEALTH_CHECKED, visit_id, f"{answer}, version {check.history_version}")
    return check


def note_drawn(desk: Desk, visit_id: VisitId, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Remember that these closed areas were drawn in a visit, so that none is drawn twice; gives all of them.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        screening = charts.visits.get(visit_id).screening
        drawn = tuple(dict.fromkeys((*screening.drawn, *keys)))
        charts.visits.put_screening(visit_id, screening.check, drawn)
    return drawn


def draw_areas(desk: Desk, visit_id: VisitId, atlas: Atlas) -> tuple[Mark, ...]:
    """Draw the areas that the client's history closes on the map of a visit, none twice; gives what was drawn.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        visit = charts.visits.get(visit_id)
        history = charts.health.history_of(visit.client_id)
        if history is None:
            return ()
        screening = visit.screening
        marks = area_marks(history, screening.drawn, visit.marks, visit_id, visit.figure, atlas)
        for mark in marks:
            charts.visits.put_mark(visit_id, mark)
        keys = (*screening.drawn, *(area.key for area in closed_areas(history)))
        charts.visits.put_screening(visit_id, screening.check, tuple(dict.fromkeys(keys)))
    return marks


def decide(
    desk: Desk,
    visit_id: VisitId,
    choice: Choice,
    on: tuple[str, ...],
    *,
    reason: str = "",
    physician: str = "",
    cleared_on: date | None = None,
) -> Decision:
    """Record what is decided on absolute contraindications, named by their words.

    Raises:
        InvalidError: the reason, or who cleared it and when, is missing.
        SignedError: the visit is signed.
    """
    decision = Decision(
        id=DecisionId(new_id()),
        choice=choice,
        on=on,
        reason=reason.strip(),
        physician=physician.strip(),
        cleared_on=cleared_on,
        at=desk.clock.now(),
        therapist_id=desk.therapist_id,
    )
    problems = decision_problems(decision, desk.today())
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        charts.visits.add_decision(visit_id, decision)
        # What forbids treatment is the client's; the trail carries codes and counts.
        desk.audit(charts, AuditAction.TREATMENT_DECIDED, visit_id, f"{choice.value}, {len(on)} named")
    return decision


def _condition(entry: Mapping[str, Any]) -> Condition:
    return Condition(
        id=str(entry["id"]),
        name=str(entry["condition"]),
        short=str(entry["short"]),
        level=CautionLevel(entry["level"]),
        avoid=str(entry["action"]),
        source=str(entry["source"]),
        basis=Basis(entry["basis"]),
    )
