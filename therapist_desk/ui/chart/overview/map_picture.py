"""The marks of a visit on the figure, small and still."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.still_map import StillMap, lies_high
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.carry import carried_by
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.ui.chart.approximate_words import approximate_words
from therapist_desk.ui.workplace import Workplace


class MapPicture(StillMap):
    """Shows the view with the most marks, closer where all of them lie on the upper body.

    The figure is read off the thread of the windows. `shown` says, once it is there, what is to be said of marks
    whose place is approximate.
    """

    shown = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent, carry=partial(carried_by, workplace.atlas))
        self._workplace = workplace
        self._wanted: tuple[Figure, View] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_visit(self, figure: Figure, marks: tuple[Mark, ...]) -> None:
        """Show these marks on this figure."""
        views = Counter(mark.home for mark in marks)
        view = views.most_common(1)[0][0] if views else View.BACK
        self.show_marks(marks)
        self.setAccessibleName(self.tr("Body map with {n} marks").format(n=len(marks)))
        if self._wanted == (figure, view) and self.paths is not None:
            self._show(self.paths, marks)
            return
        self._wanted = (figure, view)
        self.show_figure(None)
        done = partial(self._take, (figure, view), marks)
        self._workplace.jobs.read(self._workplace.atlas.view, figure, view, owner=self, done=done)

    def _take(self, asked: tuple[Figure, View], marks: tuple[Mark, ...], figure_view: FigureView) -> None:
        if asked == self._wanted:
            self._show(FigurePaths(figure_view), marks)

    def _show(self, paths: FigurePaths, marks: tuple[Mark, ...]) -> None:
        figure_view = paths.figure_view
        self.show_figure(paths, close=lies_high(marks, figure_view))
        self.shown.emit(approximate_words(marks, figure_view))
