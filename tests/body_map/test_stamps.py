from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from pytestqt.qtbot import QtBot

from therapist_desk.body_map.marks.stamps import Stamps

RECT = QRectF(10.3, 12.6, 41.2, 33.7)


def draw_leaf(painter: QPainter) -> None:
    """Draw something with soft edges inside RECT."""
    path = QPainterPath()
    path.addEllipse(RECT.adjusted(2, 2, -2, -2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(15, 107, 110, 40))
    painter.strokePath(path, QPen(QColor(15, 107, 110), 1.2))


def note(drawn: list[int], key: int, _painter: QPainter) -> None:
    drawn.append(key)


def sheet(ratio: float) -> QImage:
    image = QImage(round(120 * ratio), round(100 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_stamp_looks_like_what_it_stands_for(qtbot: QtBot, ratio: float) -> None:
    del qtbot
    stamped, drawn, stamps = sheet(ratio), sheet(ratio), Stamps[str]()
    with QPainter(stamped) as painter:
        stamps.draw(painter, "leaf", RECT, draw_leaf)
    with QPainter(drawn) as painter:
        draw_leaf(painter)
    assert stamped == drawn


def test_what_was_drawn_is_copied_and_the_oldest_makes_room(qtbot: QtBot) -> None:
    del qtbot
    stamps, drawn, image = Stamps[int](), list[int](), sheet(1.0)
    with QPainter(image) as painter:
        for key in (0, 0, 1, 0, *range(2, 25), 0):
            stamps.draw(painter, key, RECT, partial(note, drawn, key))
    assert drawn == [*range(25), 0]


def test_too_large_a_stamp_is_drawn_each_time(qtbot: QtBot) -> None:
    del qtbot
    stamps, drawn, image = Stamps[str](), list[int](), sheet(1.0)
    vast = QRectF(QPointF(-900, -900), QPointF(900, 900))
    with QPainter(image) as painter:
        for time in range(2):
            stamps.draw(painter, "vast", vast, partial(note, drawn, time))
    assert drawn == [0, 1]
