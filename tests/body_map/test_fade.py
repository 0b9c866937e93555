from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from body_map.builders import pixel
from body_map.mouse import move
from therapist_desk.body_map import BodyMap
from therapist_desk.body_map.colours import LIGHT
from therapist_desk.body_map.figure.fade import draw_body
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Atlas, Closeup, FigureView, SidedCloseup

ATLAS = Path(__file__).parents[2] / "resources" / "body_map"
GROUND = QColor(Qt.GlobalColor.white)
SCALE = 0.05


def drawn(figure_view: FigureView) -> QImage:
    image = QImage(round(figure_view.width * SCALE), round(figure_view.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    transform = QTransform.fromScale(SCALE, SCALE)
    draw_body(painter, FigurePaths(figure_view), transform, LIGHT, QRectF(image.rect()))
    painter.end()
    return image


def row(image: QImage, y: int) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width())}


def pixels_of(widget: BodyMap, rect: QRect) -> list[int]:
    image = widget.grab(rect).toImage()
    return [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]


def test_a_region_pointed_at_fades_with_the_body(body_map: BodyMap) -> None:
    # Given the palm of a hand, of which the forearm is cut
    body_map.set_view(SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT))
    forearm = body_map.figure_view.find("forearm_flex", Side.LEFT)
    assert forearm is not None
    outline = body_map.outline_of(forearm).boundingRect().toAlignedRect()
    cut = QRect(outline.left(), outline.bottom() - 1, outline.width() // 3, 3)
    before, bare = pixels_of(body_map, cut), pixels_of(body_map, outline)
    # When it is pointed out
    move(body_map, pixel(body_map, "forearm_flex", Side.LEFT))
    # Then it is tinted, and nothing of it shows at the cut
    assert pixels_of(body_map, outline) != bare
    assert pixels_of(body_map, cut) == before


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("closeup", Closeup)
def test_no_closeup_ends_in_a_straight_line(closeup: Closeup, side: Side) -> None:
    # Given a close-up on white, drawn in the middle of its window
    figure_view = Atlas(ATLAS).closeup(closeup, side)
    image = drawn(figure_view)
    # Then nothing stands at its upper and lower edge, and the body stands in its middle
    assert image.pixel(1, image.height() - 60) == image.pixel(1, image.height() // 2) == GROUND.rgb()
    assert row(image, 0) == row(image, image.height() - 1) == {GROUND.rgb()}
    assert len(row(image, image.height() // 2)) > 1
