"""What should not be there: a damaged figure, a region that is gone, a thousand marks. Nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from body_map.builders import mark_in
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.ids import MarkId, VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import OpenPage, press, stored


def _cut_short(folder: Path) -> None:
    file = folder / "neutral.json"
    file.write_bytes(file.read_bytes()[:5000])


def _without_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _no_json(folder: Path) -> None:
    (folder / "regions.json").write_text("not this")


@pytest.fixture
def marked(desk: Desk, visit_id: VisitId, atlas: Atlas) -> Mark:
    mark = mark_in(atlas.view(Figure.NEUTRAL, View.BACK), kind=MarkKind.TRIGGER_ACTIVE, before=7)
    return marking.put_mark(desk, visit_id, mark)


@pytest.mark.parametrize("damage", [_cut_short, _without_manifest, _no_json])
def test_a_damaged_figure_is_said_and_the_visit_stays_usable(
    tmp_path: Path,
    workplace: Workplace,
    open_page: OpenPage,
    marked: Mark,
    damage: Callable[[Path], None],
) -> None:
    folder = Path(shutil.copytree(resources_dir() / "body_map", tmp_path / "body_map"))
    damage(folder)
    page = open_page(at=replace(workplace, atlas=open_atlas(folder)))

    assert page._trouble.isVisible()
    assert "body figure cannot be drawn" in page._trouble._words.text()
    panel, body = page.map_panel, page.map_panel.map
    body.grab()
    panel.toolbar.list.setChecked(True)
    assert panel.list.view.marks.rowCount() == 1
    for view in View:
        body.set_view(view)
    body.set_view(View.BACK)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Slash, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(body, key)
    body.set_kind(MarkKind.PAIN)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.rect().center())
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(body, QPoint(160, 160))
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=QPoint(160, 100))
    panel.select(marked.id)
    panel.editor.grade(marked.id, 4)
    panel.editor.mirror((marked.id,))
    panel.open_popover(marked.id)
    panel.popover.close()

    (kept,) = stored(page).marks
    assert (kept.before, kept.regions, kept.shape) == (4, marked.regions, marked.shape)


def test_a_mark_of_a_region_that_is_gone_keeps_its_name_on_the_map_in_the_list_and_in_the_note(
    desk: Desk, visit_id: VisitId, marked: Mark, open_page: OpenPage
) -> None:
    gone = RegionRef("platysma", "platysma of old", Side.LEFT)
    old = replace(marked, id=MarkId("old"), atlas_version="2019.1", shape=Point(2400, 2600), regions=(gone,))
    marking.put_mark(desk, visit_id, old)
    page = open_page()
    panel = page.map_panel

    panel.map.set_view(View.BACK)
    assert not panel.map.mark_screen_rect(old.id).isEmpty()
    assert "left platysma of old" in panel.map.words_of(old).lower()
    listed = [panel.list.view.marks.index(row).data() for row in range(2)]
    assert any("Left platysma of old" in words for words in listed)
    assert any("Left platysma of old" in paragraph.text for paragraph in page.session.generated())
    panel.editor.grade(old.id, 3)
    kept = next(mark for mark in stored(page).marks if mark.id == old.id)
    assert (kept.regions, kept.shape, kept.atlas_version, kept.before) == ((gone,), old.shape, "2019.1", 3)


def test_a_thousand_marks_stay_usable_on_the_map_and_in_the_list(
    desk: Desk, visit_id: VisitId, atlas: Atlas, open_page: OpenPage
) -> None:
    back = atlas.view(Figure.NEUTRAL, View.BACK)
    with desk.store.writing() as charts:
        for at in range(1000):
            region = back.regions[at % len(back.regions)]
            mark = mark_in(back, region.ref.region, region.ref.side, before=at % 5)
            charts.visits.put_mark(visit_id, mark, None)
    page = open_page()
    panel = page.map_panel

    panel.toolbar.list.setChecked(True)
    assert panel.toolbar.list.text() == "1000"
    assert panel.list.view.marks.rowCount() == 1000
    assert len(panel.map.drawn_marks()) == 1000
    panel.list.view.setFocus()
    QTest.keyClick(panel.list.view, Qt.Key.Key_End)
    last = page.session.visit.marks[-1]
    assert panel.map.selected == last.id
    QTest.keyClick(panel.list.view, Qt.Key.Key_3)
    assert stored(page).marks[-1].before == 3
    QTest.keyClick(panel.list.view, Qt.Key.Key_Delete)
    assert len(stored(page).marks) == 999


def test_a_click_far_outside_and_keys_of_no_meaning_change_nothing(page: VisitPage) -> None:
    body = page.map_panel.map
    body.set_kind(MarkKind.TENDER)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert page.map_panel.legend.message == "That is beside the body: nothing was marked"
    press(page, "qj;")
    assert stored(page).marks == ()
