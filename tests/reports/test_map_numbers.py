"""Every number on the map is a row of the table and the reverse; the key has the kinds used; no mark is dropped."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from body_map.builders import mark_in
from reports import samples
from reports.courses import course
from reports.pdfs import flat, words
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.closeup import CLOSEUPS
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.client_copy import client_copy
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.maps.panel import numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.progress_report import progress_report
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary
from therapist_desk.reports.wording.common import KIND_KEY

MAP_RING, TABLE_RING = 12.8, 12.0
"""How wide the rings about numbers are as PDFium measures them, in points."""


@dataclass(frozen=True)
class Rings:
    """The numbers that stand in rings on the map, and in the table."""

    on_map: set[int]
    in_table: list[int]


def ringed(pdf: bytes) -> Rings:
    document = pypdfium2.PdfDocument(pdf)
    on_map: set[int] = set()
    in_table: list[int] = []
    for page, shown in zip(document, words(pdf), strict=True):
        for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = path.get_bounds()
            wide = right - left
            ring = next((size for size in (MAP_RING, TABLE_RING) if abs(wide - size) < 0.1), None)
            if ring is None or abs(wide - (top - bottom)) > 0.1:
                continue
            x, y = (left + right) / 2, (bottom + top) / 2
            inside = [
                word.text
                for word in shown
                if abs((word.left + word.right) / 2 - x) < 2 and abs((word.bottom + word.top) / 2 - y) < 2
            ]
            if len(inside) == 1 and inside[0].isdigit():
                if ring == TABLE_RING:
                    in_table.append(int(inside[0]))
                else:
                    on_map.add(int(inside[0]))
        page.close()
    document.close()
    return Rings(on_map, in_table)


def on_closeups() -> tuple[Mark, ...]:
    """A tender point on each close-up of a hand, a foot and the head."""
    atlas = samples.atlas()
    chosen = [sided for sided in CLOSEUPS if sided.side is not Side.RIGHT][:5]
    pictures = [atlas.picture(Figure.NEUTRAL, sided) for sided in chosen]
    return tuple(
        mark_in(picture, picture.regions[0].ref.region, picture.regions[0].ref.side, before=2, after=1)
        for picture in pictures
    )


def gone() -> tuple[Mark, ...]:
    """A point, an area and a whole region of a muscle that no atlas has."""
    tail = RegionRef("tail_wagger", "tail wagger", Side.RIGHT)
    area = Area((Point(2300, 3100), Point(2650, 3150), Point(2700, 3500), Point(2350, 3550)))
    return (
        samples.mark(MarkKind.TENDER, 2900, 3300, tail, before=3, after=1),
        samples.mark(MarkKind.PAIN, 2500, 3300, tail, shape=area, before=5, after=2),
        samples.mark(MarkKind.HYPERTONICITY, 2000, 3900, tail, shape=WholeRegion(Point(2000, 3900)), before=2),
    )


@pytest.mark.parametrize(
    "marks",
    [samples.MARKS, samples.EVERY_KIND, on_closeups(), (*samples.EVERY_KIND, *on_closeups()), gone()],
    ids=["one view", "two views", "close-ups", "all", "gone"],
)
def test_each_number_on_the_map_is_a_row_and_the_reverse(marks: tuple[Mark, ...]) -> None:
    rings = ringed(insurer_note(Sealed(samples.record(marks=marks)), Paper.LETTER, samples.atlas()))
    assert rings.in_table == list(range(1, len(marks) + 1))
    assert rings.on_map == set(rings.in_table)


@pytest.mark.parametrize("draw", [progress_report, partial(client_copy, next_visit=None)], ids=["progress", "client"])
def test_each_finding_of_a_course_is_in_a_picture_though_only_close_ups_show_it(draw: Callable[..., bytes]) -> None:
    marks = (*samples.MARKS[:3], samples.EVERY_KIND[-1], on_closeups()[0])
    pdf = draw(course(2, marks=marks), paper=Paper.LETTER, atlas=samples.atlas())
    assert ringed(pdf).on_map == {1, 2, 3, 4, 5}
    assert "Not in the pictures" not in flat(pdf)


def test_what_no_picture_has_room_for_is_named() -> None:
    marks = (samples.MARKS[0], samples.EVERY_KIND[-1], *on_closeups())
    pdf = client_copy(course(2, marks=marks), None, Paper.LETTER, samples.atlas())
    assert ringed(pdf).on_map | {5, 6, 7} == set(range(1, 8))
    assert "Not in the pictures: 5, 6, 7." in flat(pdf)


@pytest.mark.parametrize("kind", MarkKind)
def test_the_key_has_only_the_kinds_used(kind: MarkKind) -> None:
    mark = samples.mark(kind, 2900, 3300)
    pdf = flat(insurer_note(Sealed(samples.record(marks=(mark,))), Paper.LETTER, samples.atlas()))
    key = pdf[pdf.index(" Key ") + len(" Key ") : pdf.index(" No. Finding")]
    assert key == KIND_KEY[kind]


def test_a_mark_whose_region_is_gone_is_named_as_it_was() -> None:
    record = samples.record(marks=gone())
    for pdf in (
        insurer_note(Sealed(record), Paper.LETTER, samples.atlas()),
        physician_summary(Sealed(record), Paper.LETTER, samples.atlas()),
    ):
        assert "tail wagger" in flat(pdf).casefold()


@pytest.fixture
def with_an_older_one(tmp_path: Path) -> Atlas:
    """An atlas that keeps a version 1 as it was released."""
    current = Path(shutil.copytree(samples.ATLAS_FOLDER, tmp_path / "body_map"))
    older = Path(shutil.copytree(samples.ATLAS_FOLDER, current / "released" / "1"))
    manifest = json.loads((older / "manifest.json").read_text())
    (older / "manifest.json").write_text(json.dumps(manifest | {"version": "1"}))
    return Atlas(current)


@pytest.fixture
def without_closeups(tmp_path: Path) -> Atlas:
    """An atlas as the first one was, without close-ups."""
    folder = Path(shutil.copytree(samples.ATLAS_FOLDER, tmp_path / "body_map"))
    manifest = json.loads((folder / "manifest.json").read_text())
    del manifest["files"]["closeups.json"]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return Atlas(folder)


@pytest.mark.parametrize("version", ["1", "0-never-kept"])
def test_marks_of_an_older_atlas_are_printed_where_the_screen_has_them(
    with_an_older_one: Atlas, version: str
) -> None:
    now = with_an_older_one.view(Figure.NEUTRAL, View.BACK)
    lat, glut = now.find("lat", Side.RIGHT), now.find("glut_max", Side.RIGHT)
    assert lat is not None
    assert glut is not None
    stays = samples.mark(MarkKind.TENDER, lat.anchor.x, lat.anchor.y, lat.ref, atlas_version=version, before=2)
    moved = replace(stays, id=type(stays.id)("moved"), shape=glut.anchor)

    (panel,) = panels(numbered((stays, moved, *gone())), Figure.NEUTRAL, with_an_older_one)

    at = {marked.number: marked.mark for marked in panel.marks}
    assert at[1].anchor == lat.anchor
    assert now.regions_of(at[2].anchor) == (lat.ref,)
    assert [at[number].shape for number in (3, 4, 5)] == [mark.shape for mark in gone()]
    record = samples.record(marks=(stays, moved, *gone()))
    rings = ringed(insurer_note(Sealed(record), Paper.LETTER, with_an_older_one))
    assert rings.on_map == set(rings.in_table) == {1, 2, 3, 4, 5}


def test_marks_of_another_figure_are_printed_in_their_region() -> None:
    male = samples.atlas().view(Figure.MALE, View.BACK)
    mark = mark_in(male, "glut_max", Side.LEFT, before=2)
    (panel,) = panels(numbered((mark,)), Figure.FEMALE, samples.atlas())
    (marked,) = panel.marks
    female = samples.atlas().view(Figure.FEMALE, View.BACK)
    assert female.regions_of(marked.mark.anchor) == mark.regions


def test_marks_of_closeups_that_are_gone_stand_on_the_whole_figure(without_closeups: Atlas) -> None:
    marks = (*on_closeups(), samples.MARKS[0])
    assert all(panel.view.closeup is None for panel in panels(numbered(marks), Figure.NEUTRAL, without_closeups))
    pdf = insurer_note(Sealed(samples.record(marks=marks)), Paper.LETTER, without_closeups)
    rings = ringed(pdf)
    assert rings.on_map == set(rings.in_table) == set(range(1, len(marks) + 1))
    for mark in marks:
        assert mark.regions[0].name.casefold() in flat(pdf).casefold()
