"""The first document of a session, in the state of the program with a chart open. Run as a program.

Arguments: the store's folder, the therapist's id, the passphrase, a visit, where to write, and "prepared" where the
program had a quiet moment since the chart was opened, else "cold". Prints the milliseconds until the file is saved.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.sample_store import ROOT
from benchmarks.session import session
from therapist_desk.app import open_charts  # what a session has loaded: its windows, the store, the services
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.ids import TherapistId, VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.drawing_ready import make_ready
from therapist_desk.services.documents.keeping import save_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for
from therapist_desk.services.opening import unlock
from therapist_desk.services.visit.visits import open_visit

__all__ = ["open_charts"]


def main(folder: str, therapist: str, passphrase: str, visit: str, target: str, state: str) -> None:
    """Open the charts as the program does, then read, draw and save a note."""
    desk = unlock(Path(folder), TherapistId(therapist), passphrase, SystemClock())
    atlas = open_atlas(ROOT / "resources" / "body_map")
    visit_id = VisitId(visit)
    with session() as run:
        run(lambda: open_visit(desk, visit_id))
        if state == "prepared":
            run(lambda: list(make_ready(desk, atlas, References(), PaperSize.LETTER, visit_id=visit_id)))
        begun = time.perf_counter()
        run(lambda: _export(desk, atlas, visit_id, Path(target)))
        print((time.perf_counter() - begun) * 1000)
    desk.close()


def _export(desk: Desk, atlas: Atlas, visit_id: VisitId, target: Path) -> None:
    source = source_for(desk, DocumentKind.INSURER, visit_id, References())
    save_document(target, make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas))


if __name__ == "__main__":
    main(*sys.argv[1:])
