"""The atlas: every figure in every view, read when first looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.reader import DRAWN_VIEWS, AtlasDamagedError, decode_view, read_json

MANIFEST = "manifest.json"
NAMES = "regions.json"


class Atlas:
    """One released version of the body figures, in a folder of its own.

    Opening it reads only the manifest. A file is checked against the manifest's SHA-256 when it is first
    needed and then kept.
    """

    def __init__(self, folder: Path) -> None:
        """Open the atlas in `folder`.

        Raises:
            AtlasDamagedError: there is no readable manifest.
        """
        manifest = read_json(folder / MANIFEST)
        try:
            self.version: str = str(manifest["version"])
            self.credit: str = str(manifest["credit"])
            self._digests: dict[str, str] = dict(manifest["files"])
        except (KeyError, TypeError, ValueError) as problem:
            raise AtlasDamagedError(file=MANIFEST) from problem
        self._folder = folder
        self._files: dict[str, Any] = {}
        self._views: dict[tuple[Figure, View], FigureView] = {}

    def view(self, figure: Figure, view: View) -> FigureView:
        """Give a figure from one side; the same object each time.

        Raises:
            AtlasDamagedError: the figure's file is missing, altered or not shaped as a figure.
        """
        key = (figure, view)
        if key not in self._views:
            self._views[key] = self._make(figure, view)
        return self._views[key]

    def _make(self, figure: Figure, view: View) -> FigureView:
        if view is View.RIGHT:
            return self.view(figure, View.LEFT).mirrored(View.RIGHT)
        file = f"{figure.value}.json"
        raw, names = self._read(file), self._read(NAMES)
        try:
            return decode_view(figure, view, raw[DRAWN_VIEWS[view]], names)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as problem:
            raise AtlasDamagedError(file=file) from problem

    def _read(self, file: str) -> Any:
        if file not in self._files:
            digest = self._digests.get(file)
            if digest is None:
                raise AtlasDamagedError(file=MANIFEST)
            self._files[file] = read_json(self._folder / file, digest)
        return self._files[file]
