"""How much of the view shown is marked as pain: a number that describes, worked out beside the painting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.extent import PainExtent, pain_extent
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.visit.session import VisitSession

_PAUSE = 120
"""Milliseconds without a change before it is measured again."""


class PainExtentMeter(QObject):
    """`measured` tells the share in words ("4.2 %") whenever it changes, an empty text where no pain has one."""

    measured = Signal(str)

    def __init__(self, jobs: Jobs, session: VisitSession, body_map: BodyMap) -> None:
        super().__init__(body_map)
        self._jobs = jobs
        self._session = session
        self._map = body_map
        self._asked: tuple[FigureView, tuple[Mark, ...]] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._measure)
        session.opened.connect(self._wait)
        session.marked.connect(self._wait)
        body_map.view_changed.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _measure(self) -> None:
        if not self._session.is_open:
            return
        figure_view = self._map.figure_view
        pains = tuple(
            mark for mark in self._session.visit.marks if mark.kind is MarkKind.PAIN and mark.view is figure_view.view
        )
        asked = (figure_view, pains)
        if asked == self._asked:
            return
        self._asked = asked
        if pains:
            done = partial(self._tell, asked)
            self._jobs.read(pain_extent, figure_view, pains, owner=self, done=done)
        else:
            self.measured.emit("")

    def _tell(self, asked: tuple[FigureView, tuple[Mark, ...]], extent: PainExtent) -> None:
        if asked == self._asked:
            self.measured.emit(percent(extent.share) if extent.share else "")


def percent(share: float) -> str:
    """Write a share from 0 to 1 as "4.2 %"."""
    return f"{QLocale().toString(100 * share, 'f', 1)} %"
