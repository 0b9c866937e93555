from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.ui.chart.overview.map_picture import MapPicture
from therapist_desk.ui.workplace import Workplace


def said(qtbot: QtBot, workplace: Workplace, *marks: Mark) -> str:
    picture = MapPicture(workplace)
    qtbot.addWidget(picture)
    with qtbot.waitSignal(picture.shown) as seen:
        picture.show_visit(Figure.NEUTRAL, marks)
    (words,) = seen.args
    return str(words)


def test_the_small_picture_says_that_a_mark_was_made_on_another_figure_or_atlas(
    qtbot: QtBot, workplace: Workplace
) -> None:
    here, there = (workplace.atlas.view(figure, View.BACK) for figure in (Figure.NEUTRAL, Figure.MALE))
    other_figure = "≈ was marked on another figure; its place by region is approximate."

    assert said(qtbot, workplace, mark_in(here, "soleus")) == ""
    assert said(qtbot, workplace, mark_in(there, "soleus")) == other_figure
    assert said(qtbot, workplace, replace(mark_in(here, "soleus"), atlas_version="2019.1")) == other_figure


def test_the_small_picture_says_that_a_mark_was_made_on_a_close_up(qtbot: QtBot, workplace: Workplace) -> None:
    palm = workplace.atlas.picture(Figure.NEUTRAL, SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT))
    there = workplace.atlas.view(Figure.MALE, View.FRONT)
    finger = mark_in(palm, "finger_index", Side.LEFT)

    assert said(qtbot, workplace, finger) == "≈ was marked on a close-up; its place by region is approximate."
    both = said(qtbot, workplace, finger, mark_in(there, "biceps"))
    assert both == "≈ was marked on another figure or on a close-up; its place by region is approximate."
