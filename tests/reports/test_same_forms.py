"""Screen and paper agree on what of a mark is drawn, and on which places are approximate."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from reports import samples
from reports.pdfs import flat
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.maps.panel import numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary

GONE: Final = RegionRef("tail_wagger", "tail wagger", Side.RIGHT)
FREE: Final = Area((Point(2300, 3100), Point(2650, 3150), Point(2700, 3500), Point(2350, 3550)))


def marks() -> list[Mark]:
    """Marks of this and of another figure and atlas, over points, areas, whole regions and one that is gone."""
    here, there = (samples.atlas().view(figure, View.BACK) for figure in (Figure.NEUTRAL, Figure.MALE))
    soleus, lat = (here.find(name, Side.LEFT) for name in ("soleus", "lat"))
    assert soleus is not None
    assert lat is not None
    whole = WholeRegion(lat.anchor)
    made = [
        mark_in(here, "lat", kind=MarkKind.PAIN, before=4),
        mark_in(there, "soleus", Side.LEFT, kind=MarkKind.PAIN, shape=WholeRegion(soleus.anchor), before=4),
        mark_in(here, "lat", Side.LEFT, kind=MarkKind.PAIN, shape=FREE, before=4),
        mark_in(here, "lat", Side.LEFT, kind=MarkKind.SKIN, shape=FREE),
        replace(mark_in(here, "lat", kind=MarkKind.HYPERTONICITY, shape=whole, before=2), regions=(GONE,)),
        replace(mark_in(here, "lat", kind=MarkKind.HYPERTONICITY, shape=whole, before=2), regions=()),
        replace(mark_in(here, "glut_med", kind=MarkKind.TENDER, before=2), atlas_version="2019.1"),
    ]
    return [replace(mark, id=MarkId(str(i))) for i, mark in enumerate(made)]


def test_what_is_drawn_of_a_mark_is_the_same(qtbot: QtBot) -> None:
    body_map = BodyMap(samples.atlas())
    qtbot.addWidget(body_map)
    body_map.resize(568, 540)
    body_map.set_figure(Figure.NEUTRAL)
    body_map.set_view(View.BACK)
    body_map.set_marks(marks())
    screen = {drawn.mark.id: (drawn.textured, drawn.approximate) for drawn in body_map.drawn_marks()}

    shown = panels(numbered(marks()), Figure.NEUTRAL, samples.atlas())
    paper = {marked.mark.id: (marked.textured, marked.approximate) for panel in shown for marked in panel.marks}

    assert paper == screen
    assert [screen[mark.id] for mark in marks()] == [
        (False, False),
        (True, True),
        (True, False),
        (False, False),
        (False, False),
        (True, False),
        (False, True),
    ]


def test_a_document_says_which_places_are_approximate() -> None:
    near = marks()[-1]
    for approximate, found in ((near, True), (replace(near, atlas_version=samples.atlas().version), False)):
        record = samples.record(marks=(approximate,))
        for document in (insurer_note, physician_summary):
            text = flat(document(Sealed(record), Paper.LETTER, samples.atlas()))
            assert ("≈ 2" in text) is found
            assert ("marked on another figure" in text) is found


@pytest.mark.parametrize("kind", [MarkKind.PAIN, MarkKind.HYPERTONICITY, MarkKind.SWELLING])
def test_the_key_shows_both_forms_of_a_kind_that_has_both(kind: MarkKind) -> None:
    point = samples.mark(kind, 2900, 3300, before=3)
    area = replace(point, id=MarkId("area"), shape=FREE)

    def key(*shown: Mark) -> str:
        text = flat(insurer_note(Sealed(samples.record(marks=shown)), Paper.LETTER, samples.atlas()))
        return text[text.index(" Key ") : text.index(" No. Finding")]

    assert ", area" not in key(point)
    assert ", area" not in key(area)
    assert ", area" in key(point, area)
