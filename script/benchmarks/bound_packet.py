"""Binds a packet, and writes its strings and paths on a bare canvas, in turn. Run as a program, for its memory.

Arguments: the store's folder, the therapist's id, the passphrase, a visit of the case, and how many rounds. Prints
one JSON object: `pages`; `peak`, the most memory of the process after the first packet, in MB; `rounds`, the seconds
of product and floor.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.bare_document import register, replay
from benchmarks.listening import listen
from benchmarks.sample_store import ROOT
from benchmarks.session import session
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.ids import TherapistId, VisitId
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.packet import make_packet
from therapist_desk.services.documents.sources import References
from therapist_desk.services.opening import unlock

_KILOBYTES: Final = 1024


def main(folder: str, therapist: str, passphrase: str, visit: str, rounds: str) -> None:
    """Do both and print what they took."""
    desk = unlock(Path(folder), TherapistId(therapist), passphrase, SystemClock())
    atlas = open_atlas(ROOT / "resources" / "body_map")

    def bind() -> bytes:
        return make_packet(desk, VisitId(visit), PaperSize.LETTER, atlas, References(), lambda *_: True)[1]

    pairs = []
    with session() as run:
        run(bind)
        peak = _peak()
        steps = listen(bind)
        register(steps)
        gc.freeze()  # what the floor is to write is no garbage of the product's to look through
        for _ in range(int(rounds)):
            begun = time.perf_counter()
            run(bind)
            bound = time.perf_counter()
            run(lambda: replay(steps))
            pairs.append((bound - begun, time.perf_counter() - bound))
    desk.close()
    pages = sum(kind == "page" for kind, _ in steps)
    print(json.dumps({"pages": pages, "peak": peak, "rounds": pairs}))


def _peak() -> float:
    """Give the most memory this program had, in MB; `getrusage` would count what the one that started it had, too."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmHWM"].split()[0]) / _KILOBYTES


if __name__ == "__main__":
    main(*sys.argv[1:])
