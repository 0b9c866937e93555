"""Letting documents of signed visits go to the insurer although the payer will miss something in them."""

from __future__ import annotations

from collections.abc import Sequence

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import FieldProblem, InvalidError
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import Held
from therapist_desk.services.signing import NotSignedError


def release(desk: Desk, held: Sequence[Held], reason: str) -> None:
    """Keep in the audit trail, for each visit, what is missing and why its document goes out all the same.

    What was signed can't be mended any more, so this is the way on. A draft has none: its note is mended instead.

    Raises:
        InvalidError: there is no reason.
        NotSignedError: one of the visits is still a draft.
    """
    if not reason.strip():
        raise InvalidError([FieldProblem("reason", "required")])
    if not all(each.visit.signed for each in held):
        raise NotSignedError
    with desk.store.writing() as charts:
        for each in held:
            codes = ", ".join(dict.fromkeys(item.code for item in each.items))
            detail = f"released to the insurer without {codes}: {reason.strip()}"
            desk.audit(charts, AuditAction.CHECK_OVERRIDDEN, each.visit.id, detail)
