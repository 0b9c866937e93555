"""The tab of a chart with the documents of the client's visits."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sealing import Sealer
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.billing.bar import BillBar
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.action_panel import ActionPanel
from therapist_desk.ui.documents.check_dialog import open_check
from therapist_desk.ui.documents.discharge_bar import DischargeBar
from therapist_desk.ui.documents.exporter import Exporter
from therapist_desk.ui.documents.insurer_gate import InsurerGate
from therapist_desk.ui.documents.kinds import PaperForm
from therapist_desk.ui.documents.maker import Document, DocumentMaker, Wish
from therapist_desk.ui.documents.preview import Preview
from therapist_desk.ui.documents.seal_dialogs import CertificateDialog, CertificatePasswordDialog
from therapist_desk.ui.documents.seal_files import NativeSealFiles, SealFiles
from therapist_desk.ui.documents.source_panel import SourcePanel
from therapist_desk.ui.documents.system_dialogs import NativeDialogs, SystemDialogs
from therapist_desk.ui.documents.ways import Way, take, ways_from
from therapist_desk.ui.documents.words import addressee
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.toast import Toast
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.tokens import SizeClass, Space, size_class
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_BREAK_HERE = "\u200b"  # a space of no width: a long path must wrap
_SIDES = {SizeClass.REGULAR: (232, 296), SizeClass.SHORT: (232, 296), SizeClass.COMPACT: (204, 224)}


class DocumentsTab(QWidget):
    """Choose at the left, look in the middle, print or save at the right. Nothing is made before it is shown.

    Says `signed` once a discharge has its signature, and `reported` once a report of progress went out.
    """

    signed = Signal()
    reported = Signal()

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None = None,
        *,
        dialogs: SystemDialogs | None = None,
        seal_files: SealFiles | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._client_id: ClientId | None = None
        self._wanted_visit: VisitId | None = None
        self._visits: tuple[VisitSummary, ...] = ()
        self._document: Document | None = None
        self._to_seal: Document | None = None
        self._chosen_paper: PaperSize | None = None
        self._offered: DocumentKind | None = None
        self._toast: Toast | None = None
        self._maker = DocumentMaker(workplace, self)
        self._exporter = Exporter(workplace, dialogs or NativeDialogs(), self)
        self._gate = InsurerGate(workplace, self)
        self._seal_files = seal_files or NativeSealFiles()
        self._source = SourcePanel()
        self.preview = Preview(workplace)
        self._bill_bar = BillBar(workplace)
        self._actions = ActionPanel()
        self._discharge_bar = DischargeBar(workplace)
        self._problem_banner = Banner("", BannerKind.RED)
        self._problem_banner.setObjectName("problem")
        self._show_missing = self._problem_banner.add_action(self.tr("Show what is missing"))
        self._show_missing.setObjectName("show_missing")
        self._show_problem("")
        self._lay_out()
        self._connect()
        self._show_seal()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    def problem(self) -> str:
        """What went wrong with the last print or save, or an empty string."""
        return self._problem

    def show_client(self, client_id: ClientId, visit_id: VisitId | None) -> None:
        """Turn to a client's documents: those of `visit_id`, else of the visit chosen before, else of the latest."""
        if client_id != self._client_id:
            self._visits = ()
            self._source.show_visits((), None)
            self._forget_document()
        self._client_id = client_id
        self._wanted_visit = visit_id or self._wanted_visit
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = size_class(self.window().width(), self.window().height())
        left, right = _SIDES[size]
        self._actions.make_room(little=size is SizeClass.COMPACT)
        self._source.kinds.set_dense(dense=size is SizeClass.COMPACT)
        self._source.setFixedWidth(left)
        self._actions.setFixedWidth(right)

    def offer(self, kind: DocumentKind, visit_id: VisitId | None) -> None:
        """Turn to a document of a visit; the keyboard is on what comes next as soon as it is there."""
        self._offered = kind
        self._wanted_visit = visit_id
        self._source.kinds.show_kind(kind)
        self._read()

    def turn_to(self, kind: DocumentKind) -> None:
        """Turn to a kind of document, of the visit that is chosen."""
        self._source.kinds.show_kind(kind)
        self._read()

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done with the document that is shown."""
        if self._document is None:
            return ()
        return (
            PageAction("print", self.tr("Print this document…"), "print", self.print_document),
            PageAction("save", self.tr("Save this document as PDF…"), "save", self.save_document),
        )

    @Slot()
    def save_document(self) -> None:
        """Save the document that is shown, unless it is held back."""
        self._gate.pass_on(self._document, self._save)

    @Slot()
    def print_document(self) -> None:
        """Print the document that is shown, unless it is held back."""
        self._gate.pass_on(self._document, self._exporter.print)

    def _read(self) -> None:
        if self._client_id is not None:
            done = partial(self._show_visits, self._client_id)
            self._workplace.jobs.read(client_visits, self._workplace.desk, self._client_id, owner=self, done=done)

    def _show_visits(self, client_id: ClientId, visits: tuple[VisitSummary, ...]) -> None:
        if client_id != self._client_id:
            return
        self._visits = tuple(visit for visit in visits if visit.status is not VisitStatus.PLANNED)
        known = {visit.id for visit in self._visits}
        wanted = next((each for each in (self._wanted_visit, self._source.visit_id) if each in known), None)
        self._wanted_visit = None
        self._source.show_visits(self._visits, wanted or (self._visits[0].id if self._visits else None))
        if not self._visits and not isinstance(self._source.kind, PaperForm):
            self._source.kinds.show_kind(PaperForm.HISTORY)  # forms need no visit
        self._choose()

    @Slot()
    def _choose(self) -> None:
        if self._client_id is None:
            return
        kind = self._source.kind
        visit = self._visit()
        words = addressee(kind)
        if visit is not None and not isinstance(kind, PaperForm):
            words = self.tr("Visit {number}, {day}").format(number=visit.number, day=day_text(visit.service_date))
        self._actions.show_title(kind, words)
        kept = self._workplace.preferences.load()
        paper = self._chosen_paper or PaperSize(kept.paper)
        self._actions.show_paper(paper)
        visit_id = visit.id if visit else None
        wish = Wish(
            self._client_id,
            visit_id,
            kind,
            paper,
            self._actions.for_fax,
            self._actions.cover,
            (kept.claim_right, kept.claim_down),
        )
        if self._document is None or self._document.wish != wish:
            self._forget_document()
        self._maker.ask(wish)
        self._bill_bar.show_for(wish.visit_id, wish.kind)

    def _visit(self) -> VisitSummary | None:
        return next((visit for visit in self._visits if visit.id == self._source.visit_id), None)

    @Slot(object)
    def _use_paper(self, paper: PaperSize) -> None:
        self._chosen_paper = paper
        self._choose()

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        shown, self._document = self._document, document
        if shown is None or shown.data != document.data:
            self.preview.show_document(document)
        self._actions.show_state(signed=document.signed)
        self._discharge_bar.show_for(document)
        if self._offered is document.wish.kind:
            self._offered = None
            next_step = (
                self._actions.save_button if self._discharge_bar.isHidden() else self._discharge_bar.sign_button
            )
            next_step.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _refuse(self, error: ExpectedError) -> None:
        self._forget_document()
        self.preview.show_sentence(self.tr("This document can't be made"), sentence(error), ways_from(error))

    @Slot(object)
    def _take_way(self, way: Way) -> None:
        visit = self._visit()
        if way is Way.BILL:
            self._bill_bar.open_details()
        elif visit is not None:
            take(way, self._workplace.navigator, visit)

    @Slot(bool)
    def _use_seal(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signature
        preferences = self._workplace.preferences
        preferences.save(replace(preferences.load(), seal_documents=wanted))
        self._show_seal()

    def _save(self, document: Document) -> None:
        if not self._actions.sealed:
            self._exporter.save(document)
        elif file := self._workplace.preferences.load().seal_certificate:
            self._to_seal = document
            dialog = CertificatePasswordDialog(self._workplace, Path(file), self)
            dialog.opened.connect(self._save_sealed)
            dialog.open()
        else:
            self._exporter.save_sealed(document)

    @Slot(object)
    def _save_sealed(self, sealer: Sealer) -> None:
        if self._to_seal is not None:
            self._exporter.save_sealed(self._to_seal, sealer)

    @Slot()
    def _show_seal(self) -> None:
        kept = self._workplace.preferences.load()
        self._actions.show_seal(wanted=kept.seal_documents, certificate=Path(kept.seal_certificate).name)

    @Slot()
    def _choose_certificate(self) -> None:
        dialog = CertificateDialog(self._workplace, self._seal_files, self)
        dialog.chosen.connect(self._show_seal)
        dialog.open()

    @Slot()
    def _check_pdf(self) -> None:
        open_check(self._workplace, self, self._seal_files)

    @Slot(int, int)
    def _show_progress(self, done: int, count: int) -> None:
        if self._document is None:  # one that is bound anew, to see whether it changed, stays in sight meanwhile
            self.preview.show_progress(done, count)

    @Slot()
    def _call_off(self) -> None:
        self._forget_document()
        self.preview.show_sentence(
            self.tr("The packet was called off"), self.tr("Nothing was written. Choose it again when you want it.")
        )

    def _forget_document(self) -> None:
        self._maker.ask(None)
        self._document = None
        self._show_problem("")
        self._actions.clear_state()
        self._discharge_bar.show_for(None)
        self.preview.wait()

    @Slot()
    def _begin(self) -> None:
        self._show_problem("")
        self._actions.set_busy(busy=True)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._actions.set_busy(busy=False)
        self._say(self.tr("Saved {name}").format(name=path.name), self.tr("Show in folder"))
        self._tell_reported()

    @Slot()
    def _printed(self) -> None:
        self._actions.set_busy(busy=False)
        self._say(self.tr("Sent to the printer"))
        self._tell_reported()

    def _tell_reported(self) -> None:
        if self._document is not None and self._document.wish.kind is DocumentKind.PROGRESS:
            self.reported.emit()

    @Slot(object)
    def _tell_problem(self, error: ExpectedError) -> None:
        self._actions.set_busy(busy=False)
        self._show_problem(sentence(error))

    def _say(self, words: str, action: str = "") -> None:
        if self._toast is None:
            self._toast = Toast(self.window())
            self._toast.action_chosen.connect(self._exporter.show_folder)
        self._toast.say(words, action)

    @Slot(str)
    def _show_problem(self, words: str) -> None:
        self._problem = words
        self._problem_banner.set_sentence(words.replace(os.sep, os.sep + _BREAK_HERE))
        self._problem_banner.setVisible(bool(words))
        self._show_missing.hide()

    @Slot(str)
    def _show_held(self, words: str) -> None:
        self._show_problem(words)
        self._show_missing.show()
        self._show_missing.setFocus()

    def _connect(self) -> None:
        self._maker.made.connect(self._show_document)
        self._maker.failed.connect(self._refuse)
        self._maker.moved_on.connect(self._show_progress)
        self.preview.stop_wanted.connect(self._call_off)
        self.preview.way_wanted.connect(self._take_way)
        self._source.changed.connect(self._choose)
        self._bill_bar.changed.connect(self._choose)
        self._discharge_bar.signed.connect(self._choose)
        self._discharge_bar.signed.connect(self.signed)
        self._bill_bar.page_wanted.connect(self._exporter.print)
        self._actions.paper_chosen.connect(self._use_paper)
        self._actions.fax_chosen.connect(self._choose)
        self._actions.seal_chosen.connect(self._use_seal)
        self._actions.certificate_wanted.connect(self._choose_certificate)
        self._actions.check_wanted.connect(self._check_pdf)
        self._actions.print_wanted.connect(self.print_document)
        self._actions.save_wanted.connect(self.save_document)
        self._exporter.begun.connect(self._begin)
        self._exporter.saved.connect(self._saved)
        self._exporter.printed.connect(self._printed)
        self._exporter.failed.connect(self._tell_problem)
        self._gate.held_back.connect(self._show_held)
        self._gate.failed.connect(self._tell_problem)
        self._show_missing.clicked.connect(self._gate.show_missing)

    def _lay_out(self) -> None:
        middle = column(self._bill_bar, self._discharge_bar, self._problem_banner, self.preview)
        middle.setStretch(3, 1)
        line = row(self._source, middle, self._actions, spacing=Space.GAP_DENSE)
        line.setStretch(1, 1)
        line.setContentsMargins(Space.PAGE_X, Space.GAP_DENSE, Space.PAGE_X, Space.PAGE_Y)
        self.setLayout(line)
