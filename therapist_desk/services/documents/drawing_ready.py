"""Making ready to draw: what the first document of a run would wait for, done before anybody asks for one.

Libraries, typefaces and the figure take several times as long as the document itself. They are never loaded when the
program starts; once a chart is open there is time between two keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for

_MODULES: Final = (
    "PIL.Image",
    "reportlab.lib.utils",
    "reportlab.lib.colors",
    "reportlab.pdfbase.pdfdoc",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "therapist_desk.reports.typography.fonts",
    "therapist_desk.reports.layout.canvas",
    "therapist_desk.reports.typography.lines",
    "therapist_desk.reports.layout.page",
    "therapist_desk.reports.maps.panel_drawing",
    "therapist_desk.reports.maps.bodymap",
    "therapist_desk.reports.parts.examination",
    "therapist_desk.reports.soap_insurer",
    "therapist_desk.reports.soap_physician",
    "therapist_desk.reports.progress_report",
    "pypdfium2",
)
"""What the usual documents and their preview need, each after what it imports itself: no step is long."""


def make_ready(
    desk: Desk,
    atlas: Atlas,
    references: References,
    paper: PaperSize,
    client_id: ClientId | None = None,
    visit_id: VisitId | None = None,
) -> Iterator[None]:
    """Load and read, a piece at each step, what the first document of a client waits for.

    The last steps read and draw the note of `visit_id`, or of the client's latest visit, and forget it: nothing is
    written, nor noted in the audit trail, for nothing leaves the store. Whoever draws a document meanwhile does what
    is left of this; what cannot be drawn is told when somebody asks for it, not here.
    """
    for name in _MODULES:
        import_module(name)
        yield
    from therapist_desk.reports.typography.fonts import Face, font  # noqa: PLC0415 - heavy

    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.MONO):
        font(face)
        yield
    with suppress(ExpectedError):
        chosen = visit_id or _latest(desk, client_id)
        yield
        if chosen is not None:
            source = source_for(desk, DocumentKind.INSURER, chosen, references)
            yield
            make_document(source, DocumentKind.INSURER, paper, atlas)


def _latest(desk: Desk, client_id: ClientId | None) -> VisitId | None:
    """Find a client's latest visit that has begun."""
    if client_id is None:
        return None
    with desk.store.reading() as charts:
        visits = charts.visits.of_client(client_id)
    return next((visit.id for visit in visits if visit.status is not VisitStatus.PLANNED), None)
