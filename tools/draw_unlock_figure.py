#!/usr/bin/env python3
"""Draws the picture of the unlock window from the atlas: `tools/draw_unlock_figure.py`, after the atlas has changed.

The window shows a ready picture because the atlas is not read before unlocking. For each scheme it is written
once for a pixel ratio of 1 and once for 2, opaque, on the ground that the panel goes on with.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from therapist_desk.body_map.colours import MapColours

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 520, 600
HEAD_WIDTH = 154
"""How wide the head with its ears is on the panel, in logical pixels."""
HEAD_BELOW = 700
"""The head lies above this, in tenths of a figure unit."""


def main() -> int:
    """Write the four pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the platform is chosen first

    from therapist_desk.body_map.colours import DARK, LIGHT  # noqa: PLC0415 - after the path is set
    from therapist_desk.ui.unlock.figure_panel import GROUND_DARK, GROUND_LIGHT  # noqa: PLC0415
    from therapist_desk.ui.unlock.measures import picture_name  # noqa: PLC0415

    application = QGuiApplication([])
    folder = ROOT / "resources" / "unlock"
    folder.mkdir(exist_ok=True)
    for dark, colours, ground in ((False, LIGHT, GROUND_LIGHT), (True, DARK, GROUND_DARK)):
        for ratio in (1, 2):
            path = folder / picture_name(dark=dark, ratio=ratio)
            draw(colours, ground, ratio).save(str(path))
            print(path.relative_to(ROOT), path.stat().st_size)
    application.quit()
    return 0


def draw(colours: MapColours, ground: str, ratio: int) -> QImage:
    """Draw head, neck and back, cut at the right, the left and below."""
    from PySide6.QtGui import QColor, QImage, QPainter, QTransform  # noqa: PLC0415 - as above

    from therapist_desk.body_map.figure.figure_painter import draw_figure  # noqa: PLC0415 - as above
    from therapist_desk.body_map.figure.paths import FigurePaths  # noqa: PLC0415 - as above
    from therapist_desk.domain.anatomy import Figure, View  # noqa: PLC0415 - as above
    from therapist_desk.domain.atlas import Atlas  # noqa: PLC0415 - as above

    view = Atlas(ROOT / "resources" / "body_map").view(Figure.NEUTRAL, View.BACK)
    outline = FigurePaths(view).silhouette.boundingRect()
    head = [
        x
        for curve in view.silhouette
        for x, y in zip(curve.xs, curve.ys, strict=True)
        if y < outline.top() + HEAD_BELOW
    ]
    scale = HEAD_WIDTH / (max(head) - min(head)) * ratio
    left = WIDTH * ratio / 2 - (max(head) + min(head)) / 2 * scale
    image = QImage(WIDTH * ratio, HEIGHT * ratio, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    draw_figure(
        painter, FigurePaths(view), QTransform(scale, 0, 0, scale, left, (2 * ratio) - outline.top() * scale), colours
    )
    painter.end()
    return image


if __name__ == "__main__":
    sys.exit(main())
