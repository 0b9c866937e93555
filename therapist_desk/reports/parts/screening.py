"""What was asked and decided about the client's health on the day, as sentences of the notes."""

from __future__ import annotations

from therapist_desk.domain.health.screening import Choice, Decision, HealthCheck
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.parts.soap import session_end
from therapist_desk.reports.typography.rich import Rich, phrase
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import day, moment


def decided_words(record: VisitRecord) -> list[Rich]:
    """Say what was decided on contraindications."""
    return [_decided(decision) for decision in record.visit.screening.decisions]


def health_words(record: VisitRecord) -> list[Rich]:
    """Say what was answered to "Any change in health?" and what was decided on contraindications, in that order.

    Nothing is said of what nobody asked: records from before it was asked have no answer.
    """
    screening = record.visit.screening
    parts: list[Rich] = []
    if screening.check is not None:
        check, on = screening.check, day(record.visit.service_date)
        if _after_the_visit(check, record):
            template = say.HEALTH_CHANGED_LATE if check.changed else say.HEALTH_SAME_LATE
        else:
            template = say.HEALTH_CHANGED if check.changed else say.HEALTH_SAME
        if check.history_version:
            template = f"{template} {say.HEALTH_VERSION}"
        parts.append(phrase(template, day=on, moment=moment(check.at), version=check.history_version))
    return [*parts, *decided_words(record)]


def _after_the_visit(check: HealthCheck, record: VisitRecord) -> bool:
    """Tell whether an answer was put down on a later day than that on which the session ended."""
    visited, end = record.visit.service_date, session_end(record)
    return check.at.day > (visited if end is None else max(visited, end.day))


def _decided(decision: Decision) -> Rich:
    on = "; ".join(decision.on)
    if decision.choice is Choice.CLEARED:
        cleared = day(decision.cleared_on) if decision.cleared_on else ""
        reason = f" {decision.reason.rstrip('.')}." if decision.reason else ""
        return phrase(
            say.CLEARED, on=on, physician=decision.physician, day=cleared, moment=moment(decision.at), reason=reason
        )
    template = say.PROCEED if decision.choice is Choice.PROCEED else say.DO_NOT_TREAT
    return phrase(template, on=on, reason=decision.reason.rstrip("."), moment=moment(decision.at))
