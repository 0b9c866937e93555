"""Health histories, consents, and what visits hold of both."""

from __future__ import annotations

import json
from dataclasses import dataclass

from therapist_desk.domain.canonical import from_plain, to_plain
from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.domain.health.history import ConditionAnswer, HealthHistory, HealthItem
from therapist_desk.domain.health.screening import Decision, HealthCheck
from therapist_desk.domain.health.signature import Signature, Stroke
from therapist_desk.domain.ids import ClientId, ConsentId, DecisionId, HistoryId, TherapistId, VisitId
from therapist_desk.store.rows.health import ConsentRow, DecisionRow, HealthHistoryRow, ScreeningRow


@dataclass(frozen=True, slots=True)
class _Content:
    """What a version says, as it is kept."""

    answers: tuple[ConditionAnswer, ...] = ()
    items: tuple[HealthItem, ...] = ()


def history_of(row: HealthHistoryRow) -> HealthHistory:
    """Read a version of a history."""
    content = from_plain(_Content, json.loads(row.content))
    return HealthHistory(
        id=HistoryId(row.id),
        client_id=ClientId(row.client_id),
        version=row.version,
        taken_at=row.taken_at,
        therapist_id=TherapistId(row.therapist_id),
        answers=content.answers,
        items=content.items,
    )


def history_row(history: HealthHistory) -> HealthHistoryRow:
    """Write a version of a history."""
    return HealthHistoryRow(
        id=history.id,
        client_id=history.client_id,
        version=history.version,
        taken_at=history.taken_at,
        therapist_id=history.therapist_id,
        content=json.dumps(to_plain(_Content(history.answers, history.items)), ensure_ascii=False),
    )


def consent_of(row: ConsentRow, *, with_signature: bool = True) -> Consent:
    """Read a consent."""
    return Consent(
        id=ConsentId(row.id),
        client_id=ClientId(row.client_id),
        signed_on=row.signed_on,
        scopes=tuple(map(Scope, row.scopes.splitlines())),
        signer=row.signer,
        relation=row.relation,
        signature=signature_of(row.signature) if with_signature else Signature(),
        on_paper=row.on_paper,
        recorded_at=row.recorded_at,
        therapist_id=TherapistId(row.therapist_id),
        withdrawn_on=row.withdrawn_on,
        withdrawal_reason=row.withdrawal_reason,
        statements=tuple(row.statements.splitlines()),
    )


def consent_row(consent: Consent) -> ConsentRow:
    """Write a consent."""
    return ConsentRow(
        id=consent.id,
        client_id=consent.client_id,
        signed_on=consent.signed_on,
        scopes="\n".join(consent.scopes),
        signer=consent.signer,
        relation=consent.relation,
        signature=signature_text(consent.signature),
        on_paper=consent.on_paper,
        recorded_at=consent.recorded_at,
        therapist_id=consent.therapist_id,
        statements="\n".join(consent.statements),
        withdrawn_on=consent.withdrawn_on,
        withdrawal_reason=consent.withdrawal_reason,
    )


def check_of(row: ScreeningRow) -> HealthCheck | None:
    """Read whether anybody asked, and what was answered."""
    if row.changed is None or row.asked_at is None or row.therapist_id is None:
        return None
    return HealthCheck(
        changed=row.changed,
        at=row.asked_at,
        therapist_id=TherapistId(row.therapist_id),
        history_version=row.history_version or 0,
    )


def screening_row(visit_id: VisitId, check: HealthCheck | None, drawn: tuple[str, ...]) -> ScreeningRow:
    """Write what was answered and drawn in a visit."""
    return ScreeningRow(
        visit_id=visit_id,
        changed=None if check is None else check.changed,
        asked_at=None if check is None else check.at,
        therapist_id=None if check is None else check.therapist_id,
        history_version=None if check is None else check.history_version,
        drawn="\n".join(drawn),
    )


def decision_of(row: DecisionRow) -> Decision:
    """Read a decision."""
    return Decision(
        id=DecisionId(row.id),
        choice=row.choice,
        on=tuple(json.loads(row.decided_on)),
        reason=row.reason,
        physician=row.physician,
        cleared_on=row.cleared_on,
        at=row.at,
        therapist_id=TherapistId(row.therapist_id),
    )


def decision_row(decision: Decision, visit_id: VisitId, position: int) -> DecisionRow:
    """Write a decision."""
    return DecisionRow(
        id=decision.id,
        visit_id=visit_id,
        position=position,
        choice=decision.choice,
        decided_on=json.dumps(decision.on, ensure_ascii=False),
        reason=decision.reason,
        physician=decision.physician,
        cleared_on=decision.cleared_on,
        at=decision.at,
        therapist_id=decision.therapist_id,
    )


def signature_text(signature: Signature) -> str:
    """Write strokes compactly."""
    return "|".join(" ".join(f"{at.x},{at.y}" for at in stroke.points) for stroke in signature.strokes)


def signature_of(text: str) -> Signature:
    """Read strokes back."""
    return Signature(tuple(Stroke(tuple(map(_point, stroke.split()))) for stroke in text.split("|") if stroke))


def _point(text: str) -> Point:
    x, y = text.split(",")
    return Point(int(x), int(y))
