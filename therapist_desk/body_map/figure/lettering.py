"""What is written on a picture: R and L, and a close-up's name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from therapist_desk.body_map.colours import MapColours
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas import SidedCloseup, Sight
from therapist_desk.domain.findings.closeup import Closeup
from therapist_desk.domain.sentences.picture_words import sight_words

_LETTER = 13
_TITLE = 12
_BELOW_LETTER = 30
_BESIDE_LETTER = 20
_ROUND_WORDS = tuple((x, y) for x in (-2, 0, 2) for y in (-2, 0, 2))
_BESIDE_A_LIMB = 0.74
_LEAST_FOR_WORDS = 96  # pixels: in less a title would stand in four lines
_HEADS = {Closeup.HEAD_FRONT, Closeup.HEAD_BACK, Closeup.HEAD_SIDE}

LETTERS: dict[View, tuple[str, str]] = {
    View.FRONT: ("R", "L"),
    View.BACK: ("L", "R"),
    View.LEFT: ("L", ""),
    View.RIGHT: ("", "R"),
}
"""The client's side at the left and at the right of each picture; from the side only one is seen."""


def letters_of(sight: Sight) -> tuple[str, str]:
    """Give what stands at the left and at the right of a picture: a limb shown large is of one side only."""
    if not isinstance(sight, SidedCloseup) or sight.side is Side.MIDLINE:
        return LETTERS[sight.view if isinstance(sight, SidedCloseup) else sight]
    return ("L", "") if sight.side is Side.LEFT else ("", "R")


def draw_letters(painter: QPainter, rect: QRectF, sight: Sight, colours: MapColours, pixels: int) -> None:
    """Print R and L in the top corners of `rect`."""
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colours.ink2)
    left, right = letters_of(sight)
    top = Qt.AlignmentFlag.AlignTop
    painter.drawText(rect, top | Qt.AlignmentFlag.AlignLeft, left)
    painter.drawText(rect, top | Qt.AlignmentFlag.AlignRight, right)


def draw_title(painter: QPainter, rect: QRectF, closeup: SidedCloseup, colours: MapColours) -> None:
    """Name a close-up: a limb under its letter, beside which there is room; a head over its crown."""
    font = QFont(painter.font())
    font.setPixelSize(_TITLE)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    words, across = sentence_case(sight_words(closeup)), Qt.AlignmentFlag.AlignHCenter
    room = rect.adjusted(_BESIDE_LETTER, 0, -_BESIDE_LETTER, 0)
    if closeup.closeup not in _HEADS:
        beside = max(0.0, min(rect.width() * _BESIDE_A_LIMB, rect.width() - _LEAST_FOR_WORDS))
        room = rect.adjusted(0, _BELOW_LETTER, -beside, 0)
        across = Qt.AlignmentFlag.AlignLeft
        if closeup.side is Side.RIGHT:
            room = rect.adjusted(beside, _BELOW_LETTER, 0, 0)
            across = Qt.AlignmentFlag.AlignRight
    flags = Qt.AlignmentFlag.AlignTop | across | Qt.TextFlag.TextWordWrap
    painter.setPen(colours.ground)
    for x, y in _ROUND_WORDS:  # where the map is narrow a fingertip may reach under the words
        painter.drawText(room.translated(x, y), flags, words)
    painter.setPen(colours.ink2)
    painter.drawText(room, flags, words)


def sentence_case(words: str) -> str:
    """Give the words with a capital first letter."""
    return words[:1].upper() + words[1:]
