"""The first document of a session, in the state of the program with a chart open. Run as a program.

Arguments: the store's folder, the therapist's id, the passphrase, a visit, and where to write. Prints milliseconds.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.sample_store import ROOT
from therapist_desk.app import open_charts  # what a session has loaded: its windows, the store, the services
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.ids import TherapistId, VisitId
from therapist_desk.services.documents import (
    DocumentKind,
    PaperSize,
    References,
    make_document,
    save_document,
    source_for,
)
from therapist_desk.services.opening import unlock
from therapist_desk.services.visits import open_visit

__all__ = ["open_charts"]


def main(folder: str, therapist: str, passphrase: str, visit: str, target: str) -> None:
    """Open the charts as the program does, then read, draw and save a note."""
    desk = unlock(Path(folder), TherapistId(therapist), passphrase, SystemClock())
    atlas = open_atlas(ROOT / "resources" / "body_map")
    open_visit(desk, VisitId(visit))

    begun = time.perf_counter()
    source = source_for(desk, DocumentKind.INSURER, VisitId(visit), References())
    save_document(Path(target), make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas))
    print((time.perf_counter() - begun) * 1000)
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
