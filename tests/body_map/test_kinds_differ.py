"""The ten kinds are told apart by shape and texture alone: on the screen, on paper, and out of a fax machine."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from therapist_desk.body_map.colours import KIND_COLOURS
from therapist_desk.domain.findings.mark import AREA_KINDS, MarkKind
from tools.mark_kinds.bits import Bits, difference
from tools.mark_kinds.colour_sheet import area_without_colour, symbol_without_colour
from tools.mark_kinds.colour_vision import DEFICIENCIES, seen_as
from tools.mark_kinds.fax_sheet import fax_of_area, fax_of_symbol

LEAST = 0.4
"""The share of two symbols' ink that must be in one of them alone; 0 for the same symbol, 1 for two apart."""

Drawn = Callable[[MarkKind], Bits]


@pytest.mark.parametrize("drawn", [symbol_without_colour, fax_of_symbol])
def test_no_two_symbols_are_alike_in_black_and_white(qtbot: QtBot, drawn: Drawn) -> None:  # noqa: ARG001 - painting
    pictures = {kind: drawn(kind) for kind in MarkKind}
    alike = [
        (one.name, other.name)
        for one, other in itertools.combinations(MarkKind, 2)
        if difference(pictures[one], pictures[other]) < LEAST
    ]
    assert all(picture.ink for picture in pictures.values())
    assert alike == []


@pytest.mark.parametrize("drawn", [area_without_colour, fax_of_area])
def test_no_two_textures_are_alike_in_black_and_white(qtbot: QtBot, drawn: Drawn) -> None:  # noqa: ARG001 - painting
    kinds = [kind for kind in MarkKind if kind in AREA_KINDS]
    pictures = {kind: drawn(kind) for kind in kinds}
    alike = [
        (one.name, other.name)
        for one, other in itertools.combinations(kinds, 2)
        if difference(pictures[one], pictures[other]) < LEAST
    ]
    assert alike == []


def test_a_symbol_does_not_differ_from_itself_moved(qtbot: QtBot) -> None:  # noqa: ARG001 - painting
    picture = fax_of_symbol(MarkKind.SKIN)
    assert difference(picture, picture.moved(2, -1)) == 0


def test_colours_alone_would_not_do() -> None:
    # Without red cones, tenderness and pain look the same: so it is right that shapes differ.
    near = [
        abs(a - b)
        for matrix in DEFICIENCIES.values()
        for a, b in zip(
            _parts(seen_as(KIND_COLOURS[MarkKind.TENDER].on_figure, matrix)),
            _parts(seen_as(KIND_COLOURS[MarkKind.PAIN].on_figure, matrix)),
            strict=True,
        )
    ]
    assert max(near) < 20


@pytest.mark.parametrize("matrix", DEFICIENCIES.values(), ids=DEFICIENCIES)
def test_greys_stay_grey_for_everybody(matrix: tuple[tuple[float, float, float], ...]) -> None:
    for level in (0, 90, 200, 255):
        grey = seen_as(QColor(level, level, level), matrix)  # type: ignore[arg-type]  # from the table
        assert all(abs(part - level) <= 1 for part in _parts(grey))


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
