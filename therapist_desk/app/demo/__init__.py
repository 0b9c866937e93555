"""Sample clients: clearly fictional people whose visits are made through the same use cases as real ones."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from therapist_desk.app.clock import SystemClock
from therapist_desk.app.paths import resources_dir
from therapist_desk.app.samples import make_marked, open_made, sample_passphrase
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.billing.rule_cards import load_rule_cards
from therapist_desk.services.clinical.assessments import load_assessments
from therapist_desk.services.clinical.code_regions import load_code_regions
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.fax_covers import CoverTo, with_cover
from therapist_desk.services.documents.keeping import save_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for

_CHARTS: Final = "charts"
_FAILED: Final = 2


def write_demo(out: Path) -> int:
    """Show the main job without a screen: a sample store, its PDFs and pictures of the windows, all in `out`.

    Charts that an earlier demo left there are made anew; any other charts are left alone. Gives the exit code.
    """
    try:
        _write(out.resolve())
    except ExpectedError as error:
        sys.stderr.write(f"therapist-desk: {error}\n")
        return _FAILED
    except OSError as error:
        sys.stderr.write(
            f"therapist-desk: Nothing can be written in {out}: {error.strerror}. Choose another folder.\n"
        )
        return _FAILED
    return 0


def _write(out: Path) -> None:
    # Nobody looks at these windows: they are drawn without a screen, wherever this runs.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from therapist_desk.app.demo.pictures import take_pictures  # noqa: PLC0415 - Qt reads its platform when imported

    out.mkdir(parents=True, exist_ok=True)
    charts = out / _CHARTS
    if sample_passphrase(charts) is not None:
        shutil.rmtree(charts)
    resources, clock = resources_dir(), SystemClock()
    samples = make_marked(charts, resources, clock)
    desk = open_made(samples, clock)
    try:
        references = References(
            load_assessments(resources).measures, load_rule_cards(resources, charts), load_code_regions(resources)
        )
        atlas = Atlas(resources / "body_map")
        for kind in DocumentKind:
            # Her care goes on; packet and fax cover are made in their own ways.
            if kind in (DocumentKind.DISCHARGE, DocumentKind.PACKET, DocumentKind.FAX_COVER):
                continue
            source = source_for(desk, kind, samples.last_signed, references)
            path = out / f"{kind.value}.pdf"
            save_document(path, make_document(source, kind, PaperSize.LETTER, atlas))
            sys.stdout.write(f"{path}\n")
        source = source_for(desk, DocumentKind.INSURER, samples.last_signed, references)
        note = make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas, for_fax=True)
        path = out / "insurer-fax.pdf"
        today = desk.today()
        save_document(path, with_cover(note, source, DocumentKind.INSURER, CoverTo.PAYER, today, PaperSize.LETTER))
        sys.stdout.write(f"{path}\n")
        for path in take_pictures(desk, samples, resources, out):
            sys.stdout.write(f"{path}\n")
    finally:
        desk.close()
    sys.stdout.write(f"{charts} (sample store, passphrase: {samples.passphrase})\n")
