"""Run at a scale factor of its own: moves the pointer over the map, leaves, and says whether anything stayed.

Exits with 0 if the window's pixels are what they were before.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from body_map.builders import ATLAS, mark_in
from therapist_desk.body_map import BodyMap


def main() -> int:
    application = QApplication(sys.argv)
    body_map = BodyMap(ATLAS)
    body_map.resize(568, 540)
    body_map.set_marks([mark_in(body_map.figure_view, "biceps", before=3)])
    body_map.show_upper_body()
    body_map.show()
    QTest.qWaitForWindowExposed(body_map)
    application.processEvents()
    before = pixels(body_map)
    names: list[str] = []
    body_map.region_hovered.connect(names.append)
    for step in range(60):
        at = QPointF(100 + step * 6, 60 + (step * 13) % 400)
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, body_map.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(body_map, move)
        application.processEvents()
    hovered = len(set(names))
    QApplication.sendEvent(body_map, QEvent(QEvent.Type.Leave))
    application.processEvents()
    same = pixels(body_map) == before
    print(f"ratio {body_map.devicePixelRatioF()}, hovered {hovered}, clean {same}")  # noqa: T201 - its answer
    return 0 if hovered > 5 and same else 1


def pixels(body_map: BodyMap) -> QImage:
    """What is on the screen, not what a new drawing would give."""
    return body_map.screen().grabWindow(body_map.winId()).toImage()


if __name__ == "__main__":
    sys.exit(main())
