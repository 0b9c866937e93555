"""The Progress tab on a client with a course to show."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from desks import MONDAY, HandClock
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas.place import regions_under
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.ids import ClientId, MarkId, MeasurementId, VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.services.cases import open_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.desk import new_id
from therapist_desk.services.visit.assessing import put_measurement
from therapist_desk.services.visit.marking import put_mark
from therapist_desk.services.visit.notes import save_note
from therapist_desk.services.visit.visits import start_visit
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.samples import JUNIPER

WEEKS = 4


@pytest.fixture
def course(workplace: Workplace, clock: HandClock, chart: Chart) -> tuple[VisitId, ...]:
    """Four visits, a week apart, of a client called "course": pain 8 to 5, a motion, a score, marks that change."""
    desk = workplace.desk
    client = add_client(desk, JUNIPER)
    chart.clients["course"] = ClientId(client.id)
    case = open_case(desk, client.id, "Neck pain")
    made = []
    for week in range(WEEKS):
        clock.set(MONDAY - timedelta(weeks=WEEKS - week))
        visit = start_visit(desk, case.id)
        made.append(visit.id)
        save_note(desk, visit.id, Note(pain_before=8 - week, pain_after=6 - week))
        for measured in measurements(week):
            put_measurement(desk, visit.id, measured)
        for mark in marks(workplace, week):
            put_mark(desk, visit.id, mark)
    clock.set(MONDAY)
    return tuple(made)


def measurements(week: int) -> list[Measurement]:
    rotation = [
        Measurement(
            id=MeasurementId(new_id()),
            kind=MeasurementKind.RANGE_OF_MOTION,
            name="cervical rotation",
            side=side,
            unit="°",
            before=Decimal(start + 4 * week),
            after=Decimal(start + 6 + 4 * week),
        )
        for side, start in ((Side.RIGHT, 46), (Side.LEFT, 64))
    ]
    score = Measurement(
        id=MeasurementId(new_id()),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="PSFS",
        before=Decimal("3.3") + week,
    )
    return [*rotation, score] if week % 2 == 0 else rotation


def marks(workplace: Workplace, week: int) -> list[Mark]:
    """A trigger point that eases, a tender point that goes, a pain area that shrinks, and one point that is new."""
    found = [
        at(workplace, MarkKind.TRIGGER_ACTIVE, "trap_upper", Side.RIGHT, 8 - week),
        at(workplace, MarkKind.TENDER, "suboccipital", Side.LEFT, 3 - week),
        pain_area(workplace, 300 - 50 * week, 8 - week),
    ]
    if week == WEEKS - 1:
        found.append(at(workplace, MarkKind.TENDER, "pec_stern", Side.LEFT, 2, View.FRONT))
    return found


def at(workplace: Workplace, kind: MarkKind, region: str, side: Side, grade: int, view: View = View.BACK) -> Mark:
    place = workplace.atlas.view(Figure.NEUTRAL, view).find(region, side)
    assert place is not None
    return Mark(
        id=MarkId(new_id()),
        kind=kind,
        figure=Figure.NEUTRAL,
        atlas_version=workplace.atlas.version,
        view=view,
        shape=place.anchor,
        regions=(place.ref,),
        before=grade,
        after=max(0, grade - 1),
    )


def pain_area(workplace: Workplace, half: int, grade: int) -> Mark:
    figure_view = workplace.atlas.view(Figure.NEUTRAL, View.BACK)
    place = figure_view.find("trap_upper", Side.RIGHT)
    assert place is not None
    x, y = place.anchor.x, place.anchor.y
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    area = Area(tuple(Point(x + across, y + down) for across, down in corners))
    return Mark(
        id=MarkId(new_id()),
        kind=MarkKind.PAIN,
        figure=Figure.NEUTRAL,
        atlas_version=workplace.atlas.version,
        view=View.BACK,
        shape=area,
        regions=regions_under(figure_view, area),
        before=grade,
    )
