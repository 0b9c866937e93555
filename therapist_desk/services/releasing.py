"""Letting documents of signed visits go to the insurer although the payer will miss something in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import FieldProblem, InvalidError
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import Held
from therapist_desk.services.signing import NotSignedError
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class Release:
    """What is missing in each visit of a document, and why it goes out all the same; made by `release`."""

    held: tuple[Held, ...]
    reason: str

    def covers(self, held: Sequence[Held]) -> bool:
        """Tell whether the same is missing in the same visits, so that the reason answers this too."""
        return _gaps(self.held) == _gaps(held)

    def note(self, desk: Desk, charts: Charts) -> None:
        """Keep it in the audit trail, for each visit, in the transaction that says that the document left."""
        for each in self.held:
            codes = ", ".join(dict.fromkeys(item.code for item in each.items))
            detail = f"released to the insurer without {codes}: {self.reason}"
            desk.audit(charts, AuditAction.CHECK_OVERRIDDEN, each.visit.id, detail)


def release(held: Sequence[Held], reason: str) -> Release:
    """Let a document go for a reason; the trail keeps it once the document has left.

    What was signed can't be mended any more, so this is the way on. A draft has none: its note is mended instead.

    Raises:
        InvalidError: there is no reason.
        NotSignedError: one of the visits is still a draft.
    """
    if not reason.strip():
        raise InvalidError([FieldProblem("reason", "required")])
    if not all(each.visit.signed for each in held):
        raise NotSignedError
    return Release(tuple(held), reason.strip())


def _gaps(held: Sequence[Held]) -> list[object]:
    return [(each.visit.id, each.items) for each in held]
