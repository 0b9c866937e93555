"""Draws pages as a fax machine sends them into docs/images: python tools/draw_fax_pages.py.

200 dots to the inch both ways, which machines call fine; each dot is black or white.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from therapist_desk.app.clock import SystemClock  # noqa: E402 - after the path is set
from therapist_desk.app.samples import make_marked, open_made  # noqa: E402
from therapist_desk.domain.atlas import Atlas  # noqa: E402
from therapist_desk.services.billing.rule_cards import load_rule_cards  # noqa: E402
from therapist_desk.services.clinical.assessments import load_assessments  # noqa: E402
from therapist_desk.services.documents.drawing import make_document  # noqa: E402
from therapist_desk.services.documents.fax_covers import CoverTo, with_cover  # noqa: E402
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize  # noqa: E402
from therapist_desk.services.documents.sources import References, source_for  # noqa: E402

IMAGES = ROOT / "docs" / "images"
DOTS = 200
BLACK_BELOW = 128


def main() -> None:
    """Fax the payer's note with its cover, and the progress report, of the sample client."""
    resources, clock = ROOT / "resources", SystemClock()
    with tempfile.TemporaryDirectory() as folder:
        samples = make_marked(Path(folder) / "charts", resources, clock)
        desk = open_made(samples, clock)
        try:
            references = References(load_assessments(resources).measures, load_rule_cards(resources, samples.folder))
            for kind, pages in ((DocumentKind.INSURER, (0, 1)), (DocumentKind.PROGRESS, (1,))):
                source = source_for(desk, kind, samples.last_signed, references)
                atlas = Atlas(resources / "body_map")
                document = make_document(source, kind, PaperSize.LETTER, atlas, for_fax=True)
                fax = with_cover(document, source, kind, CoverTo.PAYER, desk.today(), PaperSize.LETTER)
                for page in pages:
                    name = "fax-cover" if page == 0 else f"fax-{kind.value}"
                    draw(fax, page, IMAGES / f"{name}.png")
        finally:
            desk.close()


def draw(pdf: bytes, page: int, path: Path) -> None:
    """Draw a page in black and white dots."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        grey = document[page].render(scale=DOTS / 72).to_pil().convert("L")
    finally:
        document.close()
    grey.point([255 if tone >= BLACK_BELOW else 0 for tone in range(256)]).convert("1").save(path, optimize=True)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
