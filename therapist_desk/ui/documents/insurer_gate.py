"""Holds documents for the insurer back while something is missing that the payer wants, and leads to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.missing import MissingItem
from therapist_desk.services.documents import DocumentKind
from therapist_desk.services.packet import packet_held_back
from therapist_desk.services.readiness import Held, held_back
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.maker import Document
from therapist_desk.ui.fields import field_of, go_to
from therapist_desk.ui.visit.checks_dialog import ChecksDialog
from therapist_desk.ui.visit.wording import missing_words
from therapist_desk.ui.workplace import Workplace

FOR_INSURER: Final = frozenset(
    {
        DocumentKind.INSURER,
        DocumentKind.SUPERBILL,
        DocumentKind.CLAIM_VALUES,
        DocumentKind.CLAIM_FORM,
        DocumentKind.PACKET,
    }
)


class InsurerGate(QObject):
    """Passes a document on to be saved or printed, or says `held_back` with the reasons in a sentence."""

    held_back = Signal(str)

    def __init__(self, workplace: Workplace, window_of: QWidget) -> None:
        super().__init__(window_of)
        self._workplace = workplace
        self._window_of = window_of
        self._held: Held | None = None

    @Slot()
    def show_missing(self) -> None:
        """Open the list of what held the last document back; each leads to its field."""
        if self._held is not None:
            dialog = ChecksDialog(self._held.items, self._held.passed, self._held.payer, self._window_of)
            dialog.item_wanted.connect(self._lead)
            dialog.open()

    @Slot(object)
    def _lead(self, item: MissingItem) -> None:
        if self._held is None:
            return
        navigator, visit = self._workplace.navigator, self._held.visit
        field = field_of(item, visit.case_id)
        if field is not None:
            go_to(navigator, visit.client_id, field)
        else:
            navigator.open_visit(visit.id)
            navigator.lead_asked.emit(item)

    def pass_on(self, document: Document | None, export: Callable[[Document], None]) -> None:
        """Let `export` have the document once nothing holds it back."""
        if document is None:
            return
        visit_id = document.wish.visit_id
        if document.wish.kind not in FOR_INSURER or visit_id is None:
            export(document)
            return
        here = self._workplace
        judge = packet_held_back if document.wish.kind is DocumentKind.PACKET else held_back
        check = partial(judge, here.desk, here.rules, visit_id)
        here.jobs.read(check, owner=self, done=partial(self._decide, document, export))

    def _decide(self, document: Document, export: Callable[[Document], None], held: Held) -> None:
        items = held.items
        if not items:
            export(document)
            return
        self._held = held
        words = self.tr("Held back from the insurer. Missing for {count} rules of the payer: {what}.")
        if len(items) == 1:
            words = self.tr("Held back from the insurer. Missing: {what}.")
        if document.wish.kind is DocumentKind.PACKET:
            words = self.tr("Held back from the insurer. Missing in visit {number}, {day}: {what}.")
        what = ", ".join(missing_words(item) for item in items)
        visit = held.visit
        day = day_text(visit.service_date)
        self.held_back.emit(words.format(count=len(items), what=what, number=visit.number, day=day))
