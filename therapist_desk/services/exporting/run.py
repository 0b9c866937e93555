"""An export from its start to its end: whole under its name, or not there at all."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.billing.bill import Around
from therapist_desk.services.care.papers import read_paper
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, Source
from therapist_desk.services.exporting import tabling
from therapist_desk.services.exporting.bundling import Bundling
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.errors import told_of
from therapist_desk.services.exporting.fhir.bundle import BundleWriter
from therapist_desk.services.exporting.place import MOMENT, Place
from therapist_desk.services.exporting.reading import (
    ClientChart,
    Common,
    audit_after,
    audit_of,
    clients_to_read,
    read_client,
    read_common,
    read_visit_chart,
)
from therapist_desk.services.exporting.readme import readme
from therapist_desk.services.exporting.tables.visits import AuditOf
from therapist_desk.services.exporting.tables.writer import TableWriter

_STORE: Final = "charts-export"
_SHORT: Final = 8
_NONE: Final = References()
_WRITING: Final = 0.9
"""The share of the whole that is not packing, where a ZIP file is made."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `problems` say what could not be, each with its reason; no client is named in them.

    `held` says of each bill that is no claim in the bundle what it still waits for.
    """

    path: Path
    clients: int
    visits: int
    problems: tuple[str, ...]
    held: tuple[str, ...] = ()


def export(
    desk: Desk, choice: Choice, folder: Path, atlas: Atlas, paper: PaperSize, references: References = _NONE
) -> Generator[float, None, Exported]:
    """Write an export into `folder`; yields the share that is done. Closed before its end, it leaves nothing.

    `references` say how units are counted, for notes and bills. Nothing in the charts is changed:
    `note_export` follows it. Files are named by record numbers alone.

    Raises:
        NothingChosenError: nothing is chosen.
        ExportFolderError, ExportFullError: it cannot be written there; nothing is left.
        NotFoundError: there is no such client.
    """
    choice.check()
    with told_of(folder):
        place = Place(folder, _stem(desk, choice), desk.clock.now().local.strftime(MOMENT))
        try:
            with _Export(desk, choice, place, atlas, paper, references) as under_way:
                for share in under_way.steps():
                    yield share * (_WRITING if choice.zipped else 1)
            if not choice.zipped:
                path = place.finish()
            else:
                packing = place.pack()
                try:
                    while True:
                        yield _WRITING + (1 - _WRITING) * next(packing)
                except StopIteration as end:
                    path = end.value
                finally:
                    packing.close()
        finally:
            place.clear()
    return Exported(path, under_way.clients, under_way.visits, tuple(under_way.problems), tuple(under_way.held))


def note_export(desk: Desk, choice: Choice, exported: Exported) -> None:
    """Write into the audit trail what left the charts."""
    chosen = (("FHIR", choice.fhir), ("tables", choice.tables), ("notes", choice.notes), ("papers", choice.papers))
    what = ", ".join(name for name, wanted in chosen if wanted)
    whose = "one client" if choice.client_id else f"all {exported.clients} clients"
    with desk.store.writing() as charts:
        detail = f"{whose}, {exported.visits} visits: {what}; {len(exported.problems)} left out"
        desk.audit(charts, AuditAction.DATA_EXPORTED, choice.client_id or "", detail)


class _Export:
    """The files of an export while they are written."""

    def __init__(
        self, desk: Desk, choice: Choice, place: Place, atlas: Atlas, paper: PaperSize, references: References
    ) -> None:
        self._desk, self._choice, self._place = desk, choice, place
        self._atlas, self._paper, self._references = atlas, paper, references
        self._files = ExitStack()
        self._bundle: Bundling | None = None
        self._tables: TableWriter | None = None
        self.clients, self.visits = 0, 0
        self.problems: list[str] = []
        self.held: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._files.close()

    def steps(self) -> Generator[float, None, None]:
        """Write everything, a visit at a time."""
        desk, choice = self._desk, self._choice
        common = read_common(desk, choice.client_id)
        chosen, visits = clients_to_read(desk, choice.client_id)
        total, done = len(chosen) + visits + 1, 0
        writer = self._open(common)
        for client_id in chosen:
            chart = read_client(desk, client_id)
            around = chart.around(common)
            self._put_client(chart)
            done += 1
            yield min(1.0, done / total)
            for visit_id in chart.visits:
                self._put_visit(chart, visit_id, around, common.logo)
                done += 1
                yield min(1.0, done / total)
            for paper in chart.papers:
                self._put_paper(paper)
                yield min(1.0, done / total)
            if choice.client_id is not None:
                self._put_audit(audit_of(desk, chart, common))
        if choice.client_id is None:
            yield from self._put_trail(common)
        if self._tables is not None:
            self._tables.close()
        if writer is not None:
            writer.finish()
        self._put_pages()

    def _open(self, common: Common) -> BundleWriter | None:
        writer: BundleWriter | None = None
        if self._choice.fhir:
            stream = self._files.enter_context(self._place.create("fhir/bundle.json"))
            writer = BundleWriter(stream, self._desk.clock.now())
            self._bundle = Bundling(writer, common)
        if self._choice.tables:
            self._tables = TableWriter(self._place)
            self._files.callback(self._tables.drop)
            tabling.put_common(self._tables, common)
        return writer

    def _put_client(self, chart: ClientChart) -> None:
        self.clients += 1
        if self._bundle is not None:
            self._bundle.add_client(chart)
        if self._tables is not None:
            tabling.put_client(self._tables, chart)

    def _put_visit(self, chart: ClientChart, visit_id: VisitId, around: Around, logo: bytes | None) -> None:
        number = chart.client.record_number
        try:
            read = read_visit_chart(self._desk, visit_id, self._references, around, logo)
        except ExpectedError as error:
            self.problems.append(f"{number}, visit {visit_id}: {error}")
            return
        if read is None:
            return
        self.visits += 1
        name = f"{number}, visit of {read.visit.service_date}"
        pdf = self._pdf(read.source, DocumentKind.INSURER, f"{name}, PDF of the note")
        closing = self._pdf(read.closing, DocumentKind.DISCHARGE, f"{name}, PDF of the discharge summary")
        if read.held is not None and (self._choice.fhir or self._choice.tables):
            self.held.append(f"{name}: {read.held}")
        if self._bundle is not None:
            self._bundle.add_visit(chart, read, pdf, closing)
        if self._tables is not None:
            tabling.put_visit(self._tables, read)
            for link in read.links:
                self._put(f"signed/{link.seal.sequence:06}.json", link.canonical)
        if self._choice.notes:
            stem = f"notes/{number}-{read.visit.service_date.isoformat()}-{visit_id[:_SHORT]}"
            if pdf is not None:
                self._put(f"{stem}.pdf", pdf)
            if closing is not None:
                self._put(f"{stem}-discharge.pdf", closing)

    def _pdf(self, source: Source | None, kind: DocumentKind, name: str) -> bytes | None:
        wanted = self._choice.fhir or self._choice.notes
        if not wanted or source is None or source.seal is None:
            return None
        try:
            return make_document(source, kind, self._paper, self._atlas)
        except ExpectedError as error:
            self.problems.append(f"{name}: {error}")
            return None

    def _put_paper(self, paper: Attachment) -> None:
        if not (self._bundle is not None or self._choice.papers):
            return
        try:
            content = read_paper(self._desk, paper.id).content
        except ExpectedError as error:
            self.problems.append(f"paper {paper.id}: {error}")
            content = None
        if self._bundle is not None:
            self._bundle.add_paper(paper, content)
        if self._choice.papers and content is not None:
            self._put(f"papers/{paper.id}{paper.media_type.suffix}", content)

    def _put_trail(self, common: Common) -> Generator[float, None, None]:
        last, lines = audit_after(self._desk, 0, common)
        while lines:
            self._put_audit(lines)
            yield 1.0
            last, lines = audit_after(self._desk, last, common)

    def _put_audit(self, lines: tuple[AuditOf, ...]) -> None:
        if self._bundle is not None:
            self._bundle.add_audit(lines)
        if self._tables is not None:
            tabling.put_audit(self._tables, lines)

    def _put_pages(self) -> None:
        day = self._desk.today().isoformat()
        page = readme(self._choice, day, problems=bool(self.problems), held=bool(self.held))
        self._put("README.txt", page.encode())
        for name, lines in (("problems.txt", self.problems), ("bills.txt", self.held)):
            if lines:
                self._put(name, "\n".join((*lines, "")).encode())

    def _put(self, name: str, content: bytes) -> None:
        with self._place.create(name) as stream:
            stream.write(content)


def _stem(desk: Desk, choice: Choice) -> str:
    if choice.client_id is None:
        return _STORE
    with desk.store.reading() as charts:
        return f"{charts.clients.get(choice.client_id).record_number}-export"
