"""A course of treatment as a script, and how it is played through the use cases."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from therapist_desk.app.demo.clock import SetClock
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.place import regions_under
from therapist_desk.domain.findings.closeup import SidedCloseup
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, PainQuality, Point, Shape, WholeRegion
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.ids import CaseId, MarkId, MeasurementId, ObservationId, VisitId
from therapist_desk.domain.notes.note import HomeDone, Note, Paragraph, Response, Section, SinceLast
from therapist_desk.domain.session.technique import INTAKE, Technique
from therapist_desk.services import health, signing
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.visit import assessing, marking, notes, timing, visits

_CORNERS = 10
_HIGH = 1.4  # height of an area to its width


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding by the name of its region: placed `dx`, `dy` tenths of a unit from the region's anchor.

    With `spread` it is an area so many tenths to each side of there, with `whole` all of the region, else a point.
    `closeup` is where it was marked, if not on the whole figure.
    """

    kind: MarkKind
    region: str
    side: Side
    view: View = View.BACK
    before: int | None = None
    after: int | None = None
    dx: int = 0
    dy: int = 0
    spread: int = 0
    whole: bool = False
    closeup: SidedCloseup | None = None
    layer: str = ""
    quality: PainQuality | None = None
    direction: int | None = None
    refers_to: tuple[RegionRef, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One visit of the script. `worked` gives each technique its minutes, after six of intake."""

    pain: tuple[int, int]
    found: tuple[Found, ...]
    worked: Mapping[str, float]
    texts: Mapping[Section, str]
    limitation: str
    response: Response = Response.IMPROVED
    measured: tuple[Measurement, ...] = ()
    observed: tuple[Observation, ...] = ()
    minutes: int = 60
    next_visit: str = ""


@dataclass(slots=True)
class Player:
    """Plays sessions into an open store, at times that its clock is set to."""

    desk: Desk
    clock: SetClock
    atlas: Atlas
    techniques: Mapping[str, Technique]
    passphrase: str
    resources: Path
    _marks: dict[Found, Mark] = field(default_factory=dict)

    def play(self, case_id: CaseId, session: Session, begins: datetime, *, sign: bool = True) -> VisitId:
        """Treat, chart and, unless told otherwise, sign one visit that began at `begins`."""
        visit_id = self.begin(case_id, session, begins)
        for name, minutes in session.worked.items():
            timing.switch(self.desk, visit_id, self.techniques[name])
            self.clock.wait(minutes)
        timing.stop(self.desk, visit_id)
        self.chart_after(visit_id, session)
        if sign:
            self.clock.wait(7)
            signing.sign_visit(self.desk, visit_id, self.passphrase)
        return visit_id

    def begin(self, case_id: CaseId, session: Session, begins: datetime) -> VisitId:
        """Start the visit and chart what was found before treatment; six minutes of intake have passed then."""
        self.clock.set(begins)
        visit = visits.start_visit(self.desk, case_id, session.minutes)
        health.draw_areas(self.desk, visit.id, self.atlas)
        version = visits.open_visit(self.desk, visit.id).background.version
        health.put_check(self.desk, visit.id, health.new_check(self.desk, changed=False, version=version))
        timing.start(self.desk, visit.id, INTAKE)
        figure = visit.figure
        for found in session.found:
            marking.put_mark(self.desk, visit.id, self._mark(found, figure))
        for measured in session.measured:
            first = replace(measured, id=MeasurementId(new_id()), after=None)
            assessing.put_measurement(self.desk, visit.id, first)
        for observed in session.observed:
            kept = replace(observed, id=ObservationId(new_id()))
            assessing.put_observation(self.desk, visit.id, kept)
        paragraphs = tuple(
            Paragraph(section, session.texts[section])
            for section in (Section.SUBJECTIVE, Section.OBJECTIVE)
            if section in session.texts
        )
        last = visits.open_visit(self.desk, visit.id).last
        note = Note(
            pain_before=session.pain[0],
            limitation=session.limitation,
            paragraphs=paragraphs,
            since_last=None if last is None else _since(last.note.pain_before, session.pain[0]),
            home_done=None if last is None else HomeDone.DONE if visit.number % 3 else HomeDone.PARTLY,
        )
        notes.save_note(self.desk, visit.id, note)
        self.clock.wait(6)
        return visit.id

    def chart_after(self, visit_id: VisitId, session: Session) -> None:
        """Chart what treatment changed."""
        for found in session.found:
            if found.after is not None:
                marking.put_mark(self.desk, visit_id, replace(self._marks[found], after=found.after))
        kept = visits.open_visit(self.desk, visit_id).visit
        for first, measured in zip(kept.measurements, session.measured, strict=True):
            assessing.put_measurement(self.desk, visit_id, replace(first, after=measured.after))
        paragraphs = tuple(
            Paragraph(section, session.texts[section]) for section in Section if section in session.texts
        )
        note = replace(
            kept.note,
            pain_after=session.pain[1],
            response=session.response,
            paragraphs=paragraphs,
            home_care=tuple(visits.open_visit(self.desk, visit_id).case_file.case.home_care.splitlines()),
            next_visit=session.next_visit,
        )
        notes.save_note(self.desk, visit_id, note)

    def _mark(self, found: Found, figure: Figure) -> Mark:
        figure_view = self.atlas.picture(figure, found.closeup or found.view)
        region = figure_view.find(found.region, found.side)
        if region is None:
            raise LookupError(f"no {found.side.value} {found.region} on {figure_view.sight}")
        place = Point(region.anchor.x + found.dx, region.anchor.y + found.dy)
        shape: Shape = _oval(place, found.spread) if found.spread else WholeRegion(place) if found.whole else place
        mark = Mark(
            id=MarkId(new_id()),
            kind=found.kind,
            figure=figure_view.figure,
            atlas_version=self.atlas.version,
            view=figure_view.view,
            closeup=figure_view.closeup,
            shape=shape,
            regions=regions_under(figure_view, shape) if found.spread else (region.ref,),
            before=found.before,
            layer=found.layer,
            quality=found.quality,
            direction=found.direction,
            refers_to=found.refers_to,
            note=found.note,
        )
        self._marks[found] = mark
        return mark


def _since(before: int | None, now: int) -> SinceLast | None:
    if before is None:
        return None
    return SinceLast.SAME if now == before else SinceLast.BETTER if now < before else SinceLast.WORSE


def _oval(middle: Point, half_width: int) -> Area:
    """Give an area a little higher than wide, as a hand draws it."""
    turns = [math.tau * place / _CORNERS for place in range(_CORNERS)]
    width, height = half_width, _HIGH * half_width
    places = [(middle.x + width * math.cos(turn), middle.y + height * math.sin(turn)) for turn in turns]
    return Area(tuple(Point(round(x), round(y)) for x, y in places))


def days_before(now: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """Give the wall-clock time `hour`:`minute`, `days` days before `now` (aware; its zone is kept)."""
    return (now - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
