from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.still_map import StillMap, lies_high
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas.elsewhere import standing_in
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import Mark, MarkKind

FRONT = ATLAS.view(Figure.NEUTRAL, View.FRONT)
PALM = ATLAS.picture(Figure.NEUTRAL, SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT))


@pytest.fixture
def still(qtbot: QtBot) -> StillMap:
    still = StillMap()
    qtbot.addWidget(still)
    still.resize(300, 400)
    still.show_figure(FigurePaths(FRONT))
    return still


def pictured(still: StillMap, marks: tuple[Mark, ...], ghosts: tuple[Mark, ...] = ()) -> QImage:
    """What it shows inside its rounded frame."""
    still.show_marks(marks, ghosts)
    return still.grab(still.rect().adjusted(8, 8, -8, -8)).toImage()


@pytest.mark.parametrize("as_ghost", [False, True])
def test_a_mark_of_a_close_up_stands_in_with_the_sign_of_an_approximate_place(
    still: StillMap, *, as_ghost: bool
) -> None:
    finger = mark_in(PALM, "finger_index", Side.LEFT, kind=MarkKind.NUMBNESS)
    point = standing_in(finger, FRONT)
    assert point is not None
    on_another_figure = replace(point, atlas_version="2019.1")

    def shown(mark: Mark) -> QImage:
        return pictured(still, (), (mark,)) if as_ghost else pictured(still, (mark,))

    # then it looks as one made on another figure, and not as one made there
    assert shown(finger) == shown(on_another_figure)
    assert shown(finger) != shown(point)


@pytest.mark.parametrize(
    ("region", "high"), [("trap_upper", True), ("es_thor", True), ("ql", False), ("biceps_fem", False)]
)
def test_the_upper_body_alone_is_shown_only_where_it_has_room_for_every_mark(region: str, *, high: bool) -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)

    assert lies_high((mark_in(back, region, Side.LEFT),), back) is high
