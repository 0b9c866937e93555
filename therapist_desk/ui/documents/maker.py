"""Makes the document that was asked for last, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSizeF, Qt, Signal, Slot

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.fax_covers import CoverTo, cover_sheet, with_cover
from therapist_desk.services.documents.forms import FormMade, blank_form, log_form, make_form
from therapist_desk.services.documents.keeping import file_name, log_document
from therapist_desk.services.documents.kinds import UNSIGNED, DocumentKind, PaperSize
from therapist_desk.services.documents.packet import PacketStoppedError, make_packet
from therapist_desk.services.documents.sources import References, Source, source_for
from therapist_desk.services.releasing import Release
from therapist_desk.ui.documents.kinds import Kind, PaperForm
from therapist_desk.ui.documents.pdf_pages import page_sizes
from therapist_desk.ui.workplace import Workplace


class NoVisitError(ExpectedError):
    """A document of a visit, for a client who had none yet."""

    code = "no_visit_yet"
    sentence = "This document is drawn from a visit, and there is none yet. Start the first visit; forms need none."


@dataclass(frozen=True, slots=True)
class Wish:
    """Which document is wanted: of a visit, or a form of a client. `cover` puts a fax cover before it.

    `moved` is how far a claim is moved right and down on its form, in tenths of a millimetre.
    """

    client_id: ClientId
    visit_id: VisitId | None
    kind: Kind
    paper: PaperSize
    for_fax: bool = False
    cover: CoverTo | None = None
    moved: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it will print. `name` is the file name to suggest; `pages` are sizes in points.

    `release` says why it goes to the insurer although something is missing; the trail keeps that once it has left.

    `signed` is None for what speaks of no record: a form, or a fax cover by itself.
    """

    wish: Wish
    data: bytes
    name: str
    signed: bool | None
    pages: tuple[QSizeF, ...]
    release: Release | None = None

    @property
    def paper(self) -> PaperSize:
        """What it is laid out for: the pre-printed claim form is Letter everywhere."""
        return PaperSize.LETTER if self.wish.kind is DocumentKind.CLAIM_FORM else self.wish.paper

    def log(self, desk: Desk, how: str) -> None:
        """Write into the audit trail that it was saved or printed; a blank form says nothing of anybody."""
        wish = self.wish
        if isinstance(wish.kind, PaperForm):
            if not wish.kind.blank:
                log_form(desk, wish.client_id, wish.kind.form, how)
        elif wish.visit_id is not None:
            if wish.cover is not None and wish.kind is not DocumentKind.FAX_COVER:
                how = f"{how} with a fax cover"
            log_document(desk, wish.visit_id, wish.kind, how, self.release, draft=self.signed is False)


def references_of(workplace: Workplace) -> References:
    """Give what documents look up beside the charts, as it is in use now."""
    return References(workplace.assessments.measures, workplace.rule_cards, workplace.rules.code_regions)


class DocumentMaker(QObject):
    """Says `made` with the Document or `failed` with an ExpectedError. Only the newest wish waits its turn."""

    made = Signal(object)
    failed = Signal(object)
    moved_on = Signal(int, int)  # how many parts of a packet are in, of how many

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._wish: Wish | None = None
        self._busy = False
        self._watch = Watch()
        workplace.jobs.closing.connect(self._stop)

    def ask(self, wish: Wish | None) -> None:
        """Want this document from now on; None wants none. What was wanted before is not told any more."""
        if wish != self._wish:
            self._watch.stop()
        self._wish = wish
        if wish is not None and not self._busy:
            self._start()

    @Slot()
    def _stop(self) -> None:
        self._watch.stop()  # whoever locks is not kept waiting for the rest of a packet

    def _start(self) -> None:
        # Behind the writes given so far: a draft is drawn with what was typed a moment ago.
        self._busy = True
        self._workplace.jobs.write(_nothing, owner=self, done=self._make)

    def _make(self, _: None) -> None:
        wish = self._wish
        if wish is None:
            self._busy = False
            return
        self._watch = Watch()
        self._watch.told.connect(self._move_on, Qt.ConnectionType.QueuedConnection)
        self._workplace.jobs.read(
            partial(_make_document, self._workplace, references_of(self._workplace), wish, self._watch),
            owner=self,
            done=self._take,
            failed=partial(self._refuse, wish),
        )

    def _take(self, document: Document) -> None:
        if self._is_wanted(document.wish):
            self.made.emit(document)

    def _move_on(self, watch: Watch, done: int, count: int) -> None:
        if watch is self._watch and self._wish is not None:
            self._workplace.jobs.note_step()
            self.moved_on.emit(done, count)

    def _refuse(self, wish: Wish, error: ExpectedError) -> None:
        if isinstance(error, PacketStoppedError):
            self._busy = False
            if self._wish is not None:
                self._start()
        elif self._is_wanted(wish):
            self.failed.emit(error)

    def _is_wanted(self, wish: Wish) -> bool:
        """Whether this is still what is wanted; if not, the newest wish is begun."""
        self._busy = False
        if self._wish is not None and self._wish != wish:
            self._start()
        return self._wish == wish


class Watch(QObject):
    """Lets a job on another thread say how far it is, and hear that it is no longer wanted."""

    told = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stopped = False

    def stop(self) -> None:
        """Let the job end at its next part."""
        self._stopped = True

    def __call__(self, done: int, count: int) -> bool:
        """Say how far the job is; gives whether it is to go on."""
        self.told.emit(self, done, count)
        return not self._stopped


def _make_document(workplace: Workplace, references: References, wish: Wish, watch: Watch) -> Document:
    desk, kind = workplace.desk, wish.kind
    if isinstance(kind, PaperForm):
        form = _make_form(desk, workplace.checklist, wish, kind)
        return Document(wish, form.data, form.name, None, page_sizes(form.data))
    if wish.visit_id is None:
        raise NoVisitError
    source, data = _draw(desk, workplace.atlas, references, wish, kind, wish.visit_id, watch)
    if wish.cover is not None and kind is not DocumentKind.FAX_COVER:
        data = with_cover(data, source, kind, wish.cover, desk.today(), wish.paper)
    signed = None if kind in UNSIGNED else source.seal is not None
    return Document(wish, data, file_name(source, kind), signed, page_sizes(data))


def _draw(
    desk: Desk, atlas: Atlas, references: References, wish: Wish, kind: DocumentKind, visit_id: VisitId, watch: Watch
) -> tuple[Source, bytes]:
    if kind is DocumentKind.PACKET:
        return make_packet(desk, visit_id, wish.paper, atlas, references, watch, for_fax=wish.for_fax)
    source = source_for(desk, kind, visit_id, references)
    if kind is DocumentKind.FAX_COVER:
        return source, cover_sheet(source, wish.cover or CoverTo.BY_HAND, desk.today(), wish.paper)
    return source, make_document(source, kind, wish.paper, atlas, for_fax=wish.for_fax, moved=wish.moved)


def _make_form(desk: Desk, checklist: Checklist, wish: Wish, kind: PaperForm) -> FormMade:
    if kind.blank:
        return blank_form(desk, kind.form, checklist, wish.paper)
    return make_form(desk, wish.client_id, kind.form, checklist, wish.paper)


def _nothing() -> None:
    """Mark a place in the order of writes."""
