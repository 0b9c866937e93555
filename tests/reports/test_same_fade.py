"""A whole region fades with the close-up that cuts it, on screen and on paper; a free-hand area does not."""

from __future__ import annotations

import io
from typing import Final

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from reports import samples
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, Side
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, Shape, WholeRegion
from therapist_desk.reports.layout.canvas import DocumentCanvas
from therapist_desk.reports.maps.panel import Grades, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.maps.panel_drawing import draw_panel
from tools.mark_kinds.bits import black_where

PALM: Final = SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT)
WIDTH, HEIGHT = 400, 480


def mark(shape: Shape) -> Mark:
    """Numbness over the forearm, which the close-up of a hand cuts."""
    picture = samples.atlas().picture(Figure.NEUTRAL, PALM)
    return mark_in(picture, "forearm_flex", Side.RIGHT, kind=MarkKind.DO_NOT_WORK, shape=shape)


def outline() -> tuple[WholeRegion, Area]:
    """The forearm as a whole region, and drawn by hand as a box about it."""
    region = samples.atlas().picture(Figure.NEUTRAL, PALM).find("forearm_flex", Side.RIGHT)
    assert region is not None
    xs, ys = [x for ring in region.rings for x in ring.xs], [y for ring in region.rings for y in ring.ys]
    corners = [(min(xs), min(ys)), (max(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys))]
    return WholeRegion(region.anchor), Area(tuple(Point(x, y) for x, y in corners))


def on_screen(qtbot: QtBot, *marks: Mark) -> list[int]:
    """How many pixels of each row differ from the close-up without marks."""
    body_map = BodyMap(samples.atlas())
    qtbot.addWidget(body_map)
    body_map.resize(WIDTH, HEIGHT)
    body_map.set_view(PALM)
    pictures = []
    for shown in ([], list(marks)):
        body_map.set_marks(shown)
        pictures.append(body_map.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    stride = pictures[0].bytesPerLine()
    bare, marked = (bytes(each.constBits()) for each in pictures)
    rows = [(bare[i : i + stride], marked[i : i + stride]) for i in range(0, len(bare), stride)]
    return [sum(abs(a - b) > 60 for a, b in zip(*row, strict=True)) for row in rows]


def on_paper(*marks: Mark) -> list[int]:
    """How many dots of each row are black."""
    (panel,) = panels(numbered(marks), Figure.NEUTRAL, samples.atlas())
    buffer = io.BytesIO()
    canvas = DocumentCanvas(buffer, (WIDTH, HEIGHT))
    draw_panel(canvas, panel, (0, 0, WIDTH, HEIGHT), Grades.CHANGE, shaded=False)
    canvas.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        picture = document[0].render(scale=1, grayscale=True)
        bits = black_where(picture.width, picture.height, bytes(picture.buffer), picture.stride)
    finally:
        document.close()
    return [row.bit_count() for row in bits.rows]


@pytest.mark.parametrize("medium", ["screen", "paper"])
def test_a_whole_region_fades_at_the_cut_and_an_area_drawn_by_hand_does_not(qtbot: QtBot, medium: str) -> None:
    whole, area = outline()
    drawn = [
        on_screen(qtbot, mark(shape)) if medium == "screen" else on_paper(mark(shape)) for shape in (whole, area)
    ]
    last = [max(y for y, count in enumerate(rows[:-6]) if count > 8) for rows in drawn]

    assert last[0] < last[1] - 8
