"""Draws the pictures of the user guide into docs/images: python tools/draw_guide_pictures.py."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - after the platform is chosen
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from therapist_desk.app.clock import SystemClock  # noqa: E402
from therapist_desk.app.demo.pictures import Studio  # noqa: E402
from therapist_desk.app.demo.samples import Samples  # noqa: E402
from therapist_desk.app.samples import make_marked, open_made  # noqa: E402
from therapist_desk.body_map import BodyMap  # noqa: E402
from therapist_desk.domain.anatomy import Side  # noqa: E402
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup  # noqa: E402
from therapist_desk.domain.ids import VisitId  # noqa: E402
from therapist_desk.services import cases, clients, home  # noqa: E402
from therapist_desk.services.desk import Desk  # noqa: E402
from therapist_desk.services.visit.visits import case_visits  # noqa: E402
from therapist_desk.ui.navigator import ChartTab  # noqa: E402
from therapist_desk.ui.theme.apply import Scheme  # noqa: E402

IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Make the sample store in a temporary folder and look at each screen."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    resources, clock = ROOT / "resources", SystemClock()
    with tempfile.TemporaryDirectory() as folder:
        samples = make_marked(Path(folder) / "charts", resources, clock)
        desk = open_made(samples, clock)
        try:
            with Studio(desk, resources) as studio:
                draw(studio, desk, samples)
        finally:
            desk.close()


def draw(studio: Studio, desk: Desk, samples: Samples) -> None:
    """Go from screen to screen."""
    navigator = studio.charts.navigator
    studio.picture(IMAGES / "home.png")
    navigator.open_chart(samples.client_id)
    studio.picture(IMAGES / "chart.png")
    navigator.open_chart(samples.client_id, ChartTab.CASE)
    studio.picture(IMAGES / "case.png")
    navigator.open_chart(samples.client_id, ChartTab.PROGRESS)
    studio.picture(IMAGES / "progress.png")
    navigator.open_chart(samples.client_id, ChartTab.DOCUMENTS, documents_of=samples.last_signed)
    studio.picture(IMAGES / "documents.png")
    navigator.open_visit(samples.in_session)
    studio.picture(IMAGES / "visit.png")
    navigator.open_visit(first_in_a_closeup(desk))
    studio.settle()
    (body_map,) = [found for found in studio.charts.window.findChildren(BodyMap) if found.isVisible()]
    body_map.set_view(SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT))
    studio.picture(IMAGES / "closeup.png")
    navigator.open_visit(samples.in_session)
    studio.theme.use(Scheme.DARK)
    studio.picture(IMAGES / "visit-dark.png")
    studio.theme.use(Scheme.LIGHT)
    (unsigned,) = home.read_board(desk).unsigned
    navigator.open_visit(unsigned.id)
    studio.settle()
    shown = [widget for widget in studio.charts.window.findChildren(QWidget, "sign") if widget.isVisible()]
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    studio.picture(IMAGES / "sign.png")


def first_in_a_closeup(desk: Desk) -> VisitId:
    """Find the visit that marked the palm in its close-up."""
    found = (
        visit.id
        for client in clients.find_clients(desk, "")
        for file in cases.case_files(desk, client.id)
        for visit in case_visits(desk, file.case.id)
        if any(mark.closeup for mark in visit.marks)
    )
    return next(found)


if __name__ == "__main__":
    main()
