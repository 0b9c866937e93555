from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.mark import Mark
from therapist_desk.ui.chart.overview.map_picture import MapPicture
from therapist_desk.ui.workplace import Workplace


def shown(qtbot: QtBot, workplace: Workplace, mark: Mark) -> bool:
    picture = MapPicture(workplace)
    qtbot.addWidget(picture)
    with qtbot.waitSignal(picture.shown) as seen:
        picture.show_visit(Figure.NEUTRAL, (mark,))
    (approximate,) = seen.args
    assert isinstance(approximate, bool)
    return approximate


def test_the_small_picture_says_that_a_mark_was_made_on_another_figure_or_atlas(
    qtbot: QtBot, workplace: Workplace
) -> None:
    here, there = (workplace.atlas.view(figure, View.BACK) for figure in (Figure.NEUTRAL, Figure.MALE))

    assert not shown(qtbot, workplace, mark_in(here, "soleus"))
    assert shown(qtbot, workplace, mark_in(there, "soleus"))
    assert shown(qtbot, workplace, replace(mark_in(here, "soleus"), atlas_version="2019.1"))
