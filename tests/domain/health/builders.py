"""Histories and consents for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.builders import at
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.domain.health.history import Answer, ConditionAnswer, HealthHistory
from therapist_desk.domain.health.signature import Signature, Stroke
from therapist_desk.domain.ids import ClientId, ConsentId, HistoryId, TherapistId
from therapist_desk.domain.outcomes.measure import Basis

KNEE = RegionRef("knee_med", "medial knee (pes anserinus)", Side.LEFT)
DRAWN = Signature((Stroke((Point(100, 500), Point(900, 300), Point(1400, 700))),))


def yes(
    condition: str, level: CautionLevel, *regions: RegionRef, detail: str = "", since: date | None = None
) -> ConditionAnswer:
    return ConditionAnswer(
        condition=condition,
        name=condition,
        short=condition.capitalize(),
        level=level,
        avoid="avoid area",
        source="made up",
        basis=Basis.KNOWN_PRACTICE,
        answer=Answer.YES,
        detail=detail,
        since=since,
        regions=regions,
    )


def history(*answers: ConditionAnswer, **details: Any) -> HealthHistory:
    values: dict[str, Any] = {
        "id": HistoryId("history"),
        "client_id": ClientId("client"),
        "version": 1,
        "taken_at": at(0),
        "therapist_id": TherapistId("robin"),
        "answers": answers,
    } | details
    return HealthHistory(**values)


def consent(signed_on: date, **details: Any) -> Consent:
    values: dict[str, Any] = {
        "id": ConsentId(f"consent {signed_on}"),
        "client_id": ClientId("client"),
        "signed_on": signed_on,
        "scopes": (Scope.TREATMENT,),
        "signer": "Juniper Sample-Hayes",
        "signature": DRAWN,
        "recorded_at": at(0),
        "therapist_id": TherapistId("robin"),
    } | details
    return Consent(**values)
