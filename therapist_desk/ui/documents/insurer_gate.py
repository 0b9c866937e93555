"""Holds documents for the insurer back while something is missing that the payer wants, and leads to it.

What is missing in a signed visit can't be mended there any more; with a reason its document goes out all the same.
The reason goes with the document, and into the audit trail once that has left. Until the charts are locked it answers
for the same document again, as long as just the same is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.missing import MissingItem
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.packet import packet_held_back
from therapist_desk.services.readiness import Held, RuleBook, held_back
from therapist_desk.services.releasing import Release, release
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.held_dialog import HeldDialog
from therapist_desk.ui.documents.kinds import Kind
from therapist_desk.ui.documents.maker import Document
from therapist_desk.ui.fields import field_of, go_to
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
    """Passes a document on to be saved or printed, or says `held_back` with the reasons in a sentence.

    One document is judged at a time: a button pressed twice asks once. What can't be judged goes nowhere: `failed`,
    with an ExpectedError.
    """

    held_back = Signal(str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace, window_of: QWidget) -> None:
        super().__init__(window_of)
        self._workplace = workplace
        self._window_of = window_of
        self._judging = False
        self._held: tuple[Held, ...] = ()
        self._wanted: Document | None = None
        self._export: Callable[[Document], None] = _nowhere
        self._given: dict[tuple[Kind, VisitId | None], Release] = {}

    @Slot()
    def show_missing(self) -> None:
        """Open the list of what held the last document back; each leads to its field."""
        if self._held:
            dialog = HeldDialog(self._held, self._window_of)
            dialog.item_wanted.connect(self._lead)
            dialog.gone_on.connect(self._go_on)
            dialog.open()

    @Slot(object)
    def _lead(self, item: MissingItem) -> None:
        held = next(each for each in self._held if any(own is item for own in each.items))
        navigator, visit = self._workplace.navigator, held.visit
        field = field_of(item, visit.case_id)
        if field is not None:
            go_to(navigator, visit.client_id, field)
        else:
            navigator.open_visit(visit.id)
            navigator.lead_asked.emit(item)

    def pass_on(self, document: Document | None, export: Callable[[Document], None]) -> None:
        """Let `export` have the document once nothing holds it back."""
        if document is None or self._judging:
            return
        visit_id = document.wish.visit_id
        if document.wish.kind not in FOR_INSURER or visit_id is None:
            export(document)
            return
        here = self._workplace
        check = partial(_judged, here.desk, here.rules, visit_id, document.wish.kind)
        self._judging = True
        here.jobs.read(check, owner=self, done=partial(self._decide, document, export), failed=self._give_up)

    def _decide(self, document: Document, export: Callable[[Document], None], held: tuple[Held, ...]) -> None:
        self._judging = False
        if not held:
            export(document)
            return
        given = self._given.get(_key(document))
        if given is not None and given.covers(held):
            export(replace(document, release=given))
            return
        self._held, self._wanted, self._export = held, document, export
        self.held_back.emit(self._held_words(held, packet=document.wish.kind is DocumentKind.PACKET))

    def _held_words(self, held: tuple[Held, ...], *, packet: bool) -> str:
        """Say that it is held back, what is missing and where, and what can be done about it if nothing else can."""
        first = held[0]
        if len(held) > 1:
            missing = self.tr("Missing in {visits} visits, first in visit {number}, {day}: {what}.")
        elif packet:
            missing = self.tr("Missing in visit {number}, {day}: {what}.")
        elif len(first.items) > 1:
            missing = self.tr("Missing for {count} rules of the payer: {what}.")
        else:
            missing = self.tr("Missing: {what}.")
        said = missing.format(
            visits=len(held),
            number=first.visit.number,
            day=day_text(first.visit.service_date),
            count=len(first.items),
            what=", ".join(missing_words(item) for item in first.items),
        )
        sentences = [self.tr("Held back from the insurer."), said]
        if first.visit.signed:
            sentences.append(self.tr("With a reason it can be sent all the same."))
        return " ".join(sentences)

    def _give_up(self, error: ExpectedError) -> None:
        self._judging = False
        self.failed.emit(error)

    @Slot(str)
    def _go_on(self, reason: str) -> None:
        document = self._wanted
        if document is None:
            return
        try:
            given = release(self._held, reason)
        except ExpectedError as problem:
            self.failed.emit(problem)
            return
        self._given[_key(document)] = given
        self._export(replace(document, release=given))


def _key(document: Document) -> tuple[Kind, VisitId | None]:
    return document.wish.kind, document.wish.visit_id


def _judged(desk: Desk, book: RuleBook, visit_id: VisitId, kind: Kind) -> tuple[Held, ...]:
    """Give each visit that lacks something: of a packet all that are in it, else the one."""
    if kind is DocumentKind.PACKET:
        return packet_held_back(desk, book, visit_id)
    held = held_back(desk, book, visit_id)
    return (held,) if held.items else ()


def _nowhere(_document: Document) -> None:
    """Hold nothing to be passed on."""
