"""The pictures of one atlas as painter paths, each kept once it has been shown."""

from __future__ import annotations

from typing import Final

from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, FigureView, SidedCloseup, Sight

_BANDS: Final = 6


class PictureShelf:
    """Gives each whole view and close-up; `problem` says why the one given last is empty, or None."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._empty: dict[tuple[Figure, View], FigureView] = {}
        self._paths: dict[FigureView, FigurePaths] = {}
        self.problem: AtlasDamagedError | None = None

    def paths(self, figure: Figure, sight: Sight) -> FigurePaths:
        """Give a picture; a whole view of a damaged file is one of nothing, with room for marks.

        Raises:
            AtlasDamagedError, CloseupMissingError: there is no such close-up.
        """
        if isinstance(sight, SidedCloseup):
            figure_view, self.problem = self._atlas.picture(figure, sight), None
        else:
            figure_view = self._whole_view(figure, sight)
        if figure_view not in self._paths:
            self._paths[figure_view] = FigurePaths(figure_view)
        return self._paths[figure_view]

    def _whole_view(self, figure: Figure, view: View) -> FigureView:
        try:
            figure_view = self._atlas.view(figure, view)
        except AtlasDamagedError as problem:
            self.problem = problem
            return self._empty.setdefault((figure, view), FigureView.empty(figure, view, _BANDS))
        self.problem = None
        return figure_view
