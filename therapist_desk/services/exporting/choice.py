"""What is exported, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.ids import ClientId
from therapist_desk.services.exporting.errors import NothingChosenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`client_id` is None for the whole store; `zipped` makes one file of it instead of a folder.

    `fhir` is the bundle for other programs, `tables` CSV and JSON for people, `notes` the signed notes as PDFs of
    their own, `papers` the scanned orders as they were attached.
    """

    client_id: ClientId | None = None
    fhir: bool = True
    tables: bool = True
    notes: bool = True
    papers: bool = True
    zipped: bool = True

    def check(self) -> None:
        """Refuse an export of nothing.

        Raises:
            NothingChosenError: nothing is chosen.
        """
        if not (self.fhir or self.tables or self.notes or self.papers):
            raise NothingChosenError
