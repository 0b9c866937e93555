from __future__ import annotations

from dataclasses import replace

from desks import HandClock
from domain.builders import mark
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import MarkKind, WholeRegion
from therapist_desk.services.care.progress import read_progress
from therapist_desk.services.cases import open_case
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.marking import put_mark
from therapist_desk.services.visit.visits import plan_visit, start_visit


def test_it_holds_the_visits_of_all_cases_but_no_planned_one_and_measures_what_was_marked(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    atlas = Atlas(resources_dir() / "body_map")
    neck, back = (open_case(desk, juniper.id, title) for title in ("Neck", "Back"))
    first = start_visit(desk, neck.id)
    clock.wait(24 * 60)
    other = start_visit(desk, back.id)
    plan_visit(desk, neck.id, Instant(clock.now().utc, -480))
    region = atlas.view(Figure.NEUTRAL, View.BACK).find("trap_upper", Side.RIGHT)
    assert region is not None
    pain = mark(MarkKind.PAIN, region.ref, shape=WholeRegion(region.anchor), before=5)
    put_mark(desk, first.id, replace(pain, atlas_version=atlas.version))

    progress = read_progress(desk, atlas, juniper.id, neck.id)

    assert [visit.id for visit in progress.visits] == [first.id, other.id]
    assert [visit.id for visit in progress.own] == [first.id]
    assert progress.titles == {neck.id: "Neck", back.id: "Back"}
    (marked,), (unmarked,) = progress.extents[first.id], progress.extents[other.id]
    assert marked.view is unmarked.view is View.BACK
    assert marked.share > 0 == unmarked.share
