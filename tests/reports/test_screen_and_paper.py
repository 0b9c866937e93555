"""Screen and paper show the same marks at the same places of the same picture."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from reports import samples
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Sight
from therapist_desk.domain.findings.closeup import CLOSEUPS
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note

_Spot = tuple[float, float]


def marks_on(sight: Sight, figure: Figure) -> list[Mark]:
    """Tender points in regions far enough apart that no symbol hides another."""
    picture = samples.atlas().picture(figure, sight)
    lowest = 0.35 if picture.closeup is None else 0.85  # of the whole figure one part, that one map shows
    chosen: list[Mark] = []
    for region in picture.regions:
        at = region.anchor
        inside = 0.15 * picture.height < at.y < lowest * picture.height
        apart = all(max(abs(at.x - m.anchor.x), abs(at.y - m.anchor.y)) > 600 for m in chosen)
        if inside and apart and len(chosen) < 5:
            chosen.append(
                mark_in(picture, region.ref.region, region.ref.side, kind=MarkKind.TENDER, before=2, after=1)
            )
    return chosen


def on_screen(qtbot: QtBot, sight: Sight, figure: Figure, marks: list[Mark]) -> list[_Spot]:
    body_map = BodyMap(samples.atlas())
    qtbot.addWidget(body_map)
    body_map.resize(568, 540)
    body_map.set_figure(figure)
    body_map.set_view(sight)
    body_map.set_marks(marks)
    return [(drawn.centre.x(), drawn.centre.y()) for drawn in body_map.drawn_marks()]


def on_paper(figure: Figure, marks: list[Mark]) -> list[_Spot]:
    """The middles of the triangles inside the map's frame, y downwards."""
    record = samples.record(marks=tuple(marks))
    record = replace(record, visit=replace(record.visit, figure=figure))
    document = pdfium.PdfDocument(insurer_note(Sealed(record), Paper.LETTER, samples.atlas()))
    page = document[0]
    boxes = [each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    frames = [box for box in boxes if 50 < box[2] - box[0] < 400 and 100 < box[3] - box[1] < 300]
    frame = max(frames, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    small = {
        (round((box[0] + box[2]) / 2, 1), round(page.get_height() - (box[1] + box[3]) / 2, 1))
        for box in boxes
        if 6 < box[2] - box[0] < 12
        and 5 < box[3] - box[1] < 11
        and frame[0] < box[0]
        and box[2] < frame[2]
        and frame[1] < box[1]
        and box[3] < frame[3]
        and box[2] - box[0] > 1.05 * (box[3] - box[1])  # a triangle is wider than high, a number's ring is round
    }
    document.close()
    return sorted(small)


@pytest.mark.parametrize("sight", [*View, *CLOSEUPS], ids=str)
def test_the_same_marks_stand_at_the_same_places(qtbot: QtBot, sight: Sight) -> None:
    figure = Figure.FEMALE
    marks = marks_on(sight, figure)
    assert len(marks) >= 3

    screen, paper = sorted(on_screen(qtbot, sight, figure, marks)), on_paper(figure, marks)

    assert len(paper) == len(screen)
    # One scale and one shift take the screen to the paper, in both directions: nothing is turned or mirrored.
    wide = max(x for x, _ in screen) - min(x for x, _ in screen)
    high = max(y for _, y in screen) - min(y for _, y in screen)
    scale = (
        (max(x for x, _ in paper) - min(x for x, _ in paper)) / wide
        if wide > high
        else (max(y for _, y in paper) - min(y for _, y in paper)) / high
    )
    left, top = min(x for x, _ in screen), min(y for _, y in screen)
    paper_left, paper_top = min(x for x, _ in paper), min(y for _, y in paper)
    for (x, y), there in zip(screen, paper, strict=True):
        assert paper_left + (x - left) * scale == pytest.approx(there[0], abs=0.4)
        assert paper_top + (y - top) * scale == pytest.approx(there[1], abs=0.4)


def test_a_missing_side_would_be_noticed() -> None:
    """The places read from the paper are the marks' own: the mirror image of a hand reads otherwise."""
    palm, other = (sided for sided in CLOSEUPS if sided.closeup.value == "hand_palmar")
    spots = {sided.side: on_paper(Figure.FEMALE, marks_on(sided, Figure.FEMALE)) for sided in (palm, other)}
    assert spots[Side.LEFT] != spots[Side.RIGHT]
