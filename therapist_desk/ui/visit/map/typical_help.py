"""Help with trigger points on the map: where a muscle typically refers, and which muscles may refer to a pain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot

from therapist_desk.body_map.marks.handles import REFERRING
from therapist_desk.body_map.typical_areas import TypicalAreas
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, CloseupMissingError, FigureView, Region, Sight
from therapist_desk.domain.findings.closeup import CLOSEUPS
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.typical_referral import (
    Suggestion,
    muscles_worth_palpating,
    typical_in_region,
    typical_under_mark,
)
from therapist_desk.domain.typical_view import ShownReferral, foremost, where_to_palpate
from therapist_desk.services.clinical.trigger_points import TriggerPoints
from therapist_desk.ui.visit.map.muscle_window import MuscleWindow
from therapist_desk.ui.visit.map.panel import MapPanel
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import place_title, sight_name
from therapist_desk.ui.workplace import Workplace

REST = 500
"""Milliseconds that the pointer stays over a muscle before its referral shows: nothing flickers on the way."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read off the thread of the windows: the muscles, and the figure from every side with its close-ups."""

    trigger_points: TriggerPoints
    views: Mapping[Sight, FigureView]


def _read(trigger_points: Callable[[], TriggerPoints], atlas: Atlas, figure: Figure) -> _Known:
    views: dict[Sight, FigureView] = {view: atlas.view(figure, view) for view in View}
    with suppress(AtlasDamagedError, CloseupMissingError):  # then there is help on the whole figure alone
        views |= {sight: atlas.picture(figure, sight) for sight in CLOSEUPS}
    return _Known(trigger_points(), MappingProxyType(views))


class TypicalHelp(QObject):
    """Shows help for the trigger point selected, or the region walked to; off and on by a key, and it stays so.

    Where nothing is selected, a trigger point that the pointer rests on has it too, and, with a trigger point in the
    hand, the muscle under it.
    """

    def __init__(self, workplace: Workplace, session: VisitSession, panel: MapPanel) -> None:
        super().__init__(panel)
        self._workplace = workplace
        self._session = session
        self._panel = panel
        self._map = panel.map
        self._known: _Known | None = None
        self._figure: Figure | None = None
        self._shown: tuple[Suggestion, ...] = ()
        self.window = MuscleWindow(panel)
        self.window.muscle_chosen.connect(self._go_to)
        self._on = workplace.preferences.load().typical_referral
        panel.toolbar.typical.setChecked(self._on)
        panel.toolbar.typical.toggled.connect(self._turn)
        panel.popover_opening.connect(self._offer_muscles)
        panel.popover.muscles_wanted.connect(self._list_muscles)
        self._map.selection_changed.connect(self.show)
        self._map.region_walked.connect(self.show)
        self._map.view_changed.connect(self.show)
        self._map.kind_changed.connect(self.show)
        self._map.pointed_elsewhere.connect(self._point_elsewhere)
        self._rested = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._come_to_rest)
        session.opened.connect(self._open)
        session.marked.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show what helps with what is selected or walked to now."""
        found = self._found()
        self._map.set_typical(None if found is None else self._areas(found))
        self._describe(found)

    @Slot()
    def _open(self) -> None:
        figure = self._session.visit.figure
        if figure is not self._figure:
            self._figure, self._known = figure, None
            self._workplace.jobs.read(
                _read,
                self._workplace.trigger_points,
                self._workplace.atlas,
                figure,
                owner=self,
                done=self._take,
                failed=self._session.trouble.emit,
            )
        self.show()

    def _take(self, known: _Known) -> None:
        if known.views[View.BACK].figure is self._figure:
            self._known = known
            self.show()

    @Slot()
    def _point_elsewhere(self) -> None:
        """Show nothing of a muscle that the pointer only passes over."""
        rested, self._rested = self._rested, False
        if rested:
            self.show()
        if self._map.pointed_region is None:
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def _come_to_rest(self) -> None:
        self._rested = True
        self.show()

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._on = on
        preferences = self._workplace.preferences
        preferences.save(replace(preferences.load(), typical_referral=on))
        self.show()

    def _asked_about(self) -> tuple[Mark | None, Region | None]:
        """Give the mark, else the region, that the help is for: what was chosen, then what is pointed at."""
        mark, region = self._map.selected_mark(), self._map.walked_region
        if mark is None and region is None and self._rested:
            mark = self._map.pointed_mark
            region = self._map.pointed_region if self._map.kind in REFERRING else None
        return mark, region

    def _found(self) -> ShownReferral | None:
        known, sight = self._known, self._map.sight
        if known is None or not self._on or sight not in known.views:
            return None
        referrals = known.trigger_points.referrals
        mark, region = self._asked_about()
        if mark is not None:
            if mark.kind not in REFERRING:
                return None
            under = typical_under_mark(referrals, known.views.get(mark.sight, known.views[mark.home]), mark)
            return foremost(under, known.views, sight, mark.side)
        if region is None:
            return None
        return foremost(typical_in_region(referrals, region), known.views, sight, region.ref.side)

    def _areas(self, found: ShownReferral) -> TypicalAreas:
        title, words = _capital(found.title), self._words(found)
        mark, region = self._asked_about()
        shown = self._map.figure_view
        about = shown.shown(mark.regions) if mark is not None else () if region is None else (region,)
        return TypicalAreas(shown, found.leading, found.further, title, words, about)

    def _words(self, found: ShownReferral) -> str:
        parts = [
            self.tr("Also {view}: {areas}").format(view=sight_name(sight), areas=", ".join(areas))
            for sight, areas in found.elsewhere
        ]
        if found.nowhere:
            parts.append(self.tr("Not on this figure: {areas}").format(areas=", ".join(found.nowhere)))
        if found.also:
            parts.append(self.tr("Other layers: {muscles}").format(muscles=", ".join(found.also)))
        return ". ".join(parts)

    def _describe(self, found: ShownReferral | None) -> None:
        mark, region = self._map.selected_mark(), self._map.walked_region
        if found is None or (mark is None and region is None):
            return
        place = self._map.words_of(mark) if mark is not None else region.ref.words if region is not None else ""
        areas = ", ".join(area.words for area in found.referral.areas)
        words = self.tr("{place}. {title}: {areas}")
        self._map.setAccessibleDescription(words.format(place=place, title=found.title, areas=areas))

    # The other way round

    def suggestions(self, mark: Mark) -> tuple[Suggestion, ...]:
        """Give the muscles worth palpating for a marked pain, the likeliest first."""
        if self._known is None or not self._on or mark.kind is not MarkKind.PAIN:
            return ()
        return muscles_worth_palpating(self._known.trigger_points.referrals, (mark,))

    @Slot(object)
    def _offer_muscles(self, mark: Mark) -> None:
        self._panel.popover.offer_muscles(len(self.suggestions(mark)))

    @Slot(str)
    def _list_muscles(self, mark_id: str) -> None:
        mark = self._session.mark(mark_id)
        if mark is None or self._known is None:
            return
        self._shown = self.suggestions(mark)
        on_screen = QRect(self._map.mapToGlobal(QPoint(0, 0)), self._map.size())
        self.window.open_over(place_title(mark), self._shown, self._known.trigger_points.evidence, on_screen)

    @Slot(int)
    def _go_to(self, place: int) -> None:
        chosen, known = self._shown[place], self._known
        if known is None:
            return
        found = where_to_palpate(chosen.referral, known.views, self._map.sight, chosen.side)
        if found is None:
            self._panel.legend.say(self.tr("{muscle} is not on this figure").format(muscle=chosen.referral.muscle))
            return
        sight, region = found
        self._map.choose("")
        self._map.set_kind(MarkKind.TRIGGER_ACTIVE)
        self._map.set_view(sight)
        self._map.walk_to(region)
        words = self.tr("{muscle}: Enter marks it")
        self._panel.legend.say(words.format(muscle=_capital(chosen.referral.muscle)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
