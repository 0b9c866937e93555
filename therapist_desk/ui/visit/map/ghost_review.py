"""Going through the last visit's findings, one after another, until none is left unreviewed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.carry import carried_home, is_approximate
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.review import Verdict, review, review_id, unreviewed
from therapist_desk.ui.kit.date_text import date_words
from therapist_desk.ui.visit.commands import change_mark
from therapist_desk.ui.visit.map.ghost_popover import GhostPopover
from therapist_desk.ui.visit.session import VisitSession


class GhostReview(QObject):
    """Shows on the map what of the last visit nobody has reviewed, and turns each verdict into today's mark.

    After a verdict the next one is selected. One that wants a grade asks for it first.
    """

    count_changed = Signal(int)
    asked = Signal(bool)
    """Whether one is selected, so that letters answer for it."""
    grade_wanted = Signal(str)
    """The id of today's mark that is to be graded; call `go_on` once that is done."""
    finished = Signal()
    """Nothing is left to review."""

    def __init__(self, session: VisitSession, atlas: Atlas, body_map: BodyMap, popover: GhostPopover) -> None:
        super().__init__(popover)
        self._session = session
        self._atlas = atlas
        self._map = body_map
        self._popover = popover
        self._grading = False
        self._by_popover = False
        body_map.ghost_clicked.connect(self.open)
        body_map.ghost_reviewed.connect(self._review_by_key)
        body_map.selection_changed.connect(self._tell_asked)
        popover.verdict_given.connect(self._review_in_popover)
        session.opened.connect(self.show)
        session.marked.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show what is left to review; nothing in a visit that is signed, nor in the first of a case."""
        last = self._session.file.last
        ghosts: tuple[Mark, ...] = ()
        if last is not None and not self._session.locked:
            ghosts = unreviewed(last.marks, self._session.visit.marks, self._session.visit.id)
        if ghosts != self._map.ghosts:
            self._map.set_ghosts(ghosts)
            self._tell_asked()
        self.count_changed.emit(len(ghosts))

    @Slot()
    def _tell_asked(self) -> None:
        self.asked.emit(bool(self._map.selected_ghost))

    @Slot()
    def begin(self) -> None:
        """Select the first one, so that one key each goes through them."""
        if self._map.ghosts:
            self._by_popover = False
            self._next()

    @Slot()
    def select_next(self) -> None:
        """Select the next one, in the view shown where there is one, and open its window."""
        self._by_popover = True
        self._next()

    @Slot(str)
    def open(self, ghost_id: str) -> None:
        """Ask what has become of one."""
        ghost = next((ghost for ghost in self._map.ghosts if ghost.id == ghost_id), None)
        last = self._session.file.last
        if ghost is None or last is None:
            return
        self._map.choose_ghost(ghost_id)
        self._by_popover = True
        place = self._map.mark_screen_rect(ghost_id)
        on_screen = QRect(self._map.mapToGlobal(place.topLeft()), place.size())
        bounds = QRect(self._map.mapToGlobal(QPoint(0, 0)), self._map.size())
        seen = date_words(last.service_date, QLocale())
        approximate = is_approximate(ghost, self._map.figure_view)
        self._popover.open_at(ghost, seen, on_screen, bounds, approximate=approximate)

    @Slot()
    def go_on(self) -> None:
        """Go on to the next one, if a review was waiting for a grade and the hand has not gone on elsewhere."""
        waiting, self._grading = self._grading, False
        here, panel = self._map.window().focusWidget(), self._map.parentWidget()
        stayed = here is None or panel is None or panel.isAncestorOf(here)
        if waiting and stayed and QApplication.activePopupWidget() is None:
            self._next()

    @Slot(str, object)
    def _review_by_key(self, ghost_id: str, verdict: Verdict) -> None:
        self._by_popover = False
        self._review(ghost_id, verdict)

    @Slot(str, object)
    def _review_in_popover(self, ghost_id: str, verdict: Verdict) -> None:
        self._by_popover = True
        self._review(ghost_id, verdict)

    def _review(self, ghost_id: str, verdict: Verdict) -> None:
        ghost = next((ghost for ghost in self._map.ghosts if ghost.id == ghost_id), None)
        if ghost is None or self._session.locked:
            return
        visit = self._session.visit
        today = review(ghost, verdict, review_id(ghost, visit.id))
        change_mark(self._session, carried_home(self._atlas, today, visit.figure))
        if verdict.wants_grade and today.scale is not None:
            self._grading = True
            self.grade_wanted.emit(today.id)
        else:
            self._next()

    def _next(self) -> None:
        ghosts = sorted(self._map.ghosts, key=lambda ghost: ghost.sight != self._map.sight)
        if not ghosts:
            self._map.setFocus(Qt.FocusReason.OtherFocusReason)
            self.finished.emit()
        elif self._by_popover:
            self.open(ghosts[0].id)
        else:
            self._map.choose_ghost(ghosts[0].id)
