"""The atlas: every figure in every view, read when first looked at."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.reader import (
    DRAWN_VIEWS,
    AtlasDamagedError,
    Vocabulary,
    decode_closeup,
    decode_view,
    read_json,
)
from therapist_desk.domain.atlas.synonyms import Synonyms, read_synonyms
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup, Sight

MANIFEST = "manifest.json"
NAMES = "regions.json"
LAYERS = "layers.json"
CLOSEUPS = "closeups.json"
RELEASED = "released"
_BAD_SHAPE = (KeyError, TypeError, ValueError, IndexError, AttributeError)


class CloseupMissingError(ExpectedError):
    """A close-up that this version of the atlas does not have."""

    code = "closeup_missing"
    sentence = (
        "The body figure of this version has no such close-up. Its marks are kept: they stand in the list of marks."
    )


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
            self._digests: dict[str, str] = dict(manifest["files"])
        except (KeyError, TypeError, ValueError) as problem:
            raise AtlasDamagedError(file=MANIFEST) from problem
        self._begin(folder)

    def _begin(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Any] = {}
        self._views: dict[tuple[Figure, View], FigureView] = {}
        self._closeups: dict[SidedCloseup, FigureView] = {}
        self._released: dict[str, Atlas] = {}

    def at_version(self, version: str) -> Atlas | None:
        """Give the atlas as it was in `version`, or None where that version was never released.

        Raises:
            AtlasDamagedError: the version is kept, but its manifest cannot be read.
        """
        if version == self.version:
            return self
        if version in self._released:
            return self._released[version]
        for folder in sorted((self._folder / RELEASED).glob("*/")):
            if folder.name == version:  # a version out of a mark is compared, never made into a path
                self._released[version] = Atlas(folder)
                return self._released[version]
        return None

    def view(self, figure: Figure, view: View) -> FigureView:
        """Give a figure from one side; the same object each time.

        Raises:
            AtlasDamagedError: the figure's file is missing, altered or not shaped as a figure.
        """
        key = (figure, view)
        if key not in self._views:
            self._views[key] = self._make(figure, view)
        return self._views[key]

    def closeup(self, closeup: Closeup, side: Side = Side.LEFT) -> FigureView:
        """Give a close-up of one side's limb or profile; the same object each time.

        The front and the back of the head are the same for both sides.

        Raises:
            AtlasDamagedError: the close-ups' file is missing, altered or not shaped as close-ups.
            CloseupMissingError: this version has no such close-up.
        """
        key = SidedCloseup(closeup, side if closeup.paired else Side.MIDLINE)
        if key not in self._closeups:
            self._closeups[key] = self._make_closeup(key)
        return self._closeups[key]

    def picture(self, figure: Figure, sight: Sight) -> FigureView:
        """Give what a sight shows: a figure from one side, or a close-up, which is the same for every figure.

        Raises:
            AtlasDamagedError: the file that has it is missing, altered or not shaped as it should be.
            CloseupMissingError: this version has no such close-up.
        """
        if isinstance(sight, SidedCloseup):
            return self.closeup(sight.closeup, sight.side)
        return self.view(figure, sight)

    @cached_property
    def synonyms(self) -> Synonyms:
        """What people call the regions; empty where nobody has written it down."""
        return read_synonyms(self._folder)

    def _make(self, figure: Figure, view: View) -> FigureView:
        if view is View.RIGHT:
            return self.view(figure, View.LEFT).mirrored(View.RIGHT)
        file = f"{figure.value}.json"
        raw, words = self._read(file), self._vocabulary()
        try:
            return replace(decode_view(figure, view, raw[DRAWN_VIEWS[view]], words), version=self.version)
        except _BAD_SHAPE as problem:
            raise AtlasDamagedError(file=file) from problem

    def _make_closeup(self, closeup: SidedCloseup) -> FigureView:
        if closeup.side is Side.RIGHT:
            return self.closeup(closeup.closeup, Side.LEFT).mirrored(closeup.view)
        if CLOSEUPS not in self._digests:  # the first atlas released had none
            raise CloseupMissingError
        raw, words = self._read(CLOSEUPS), self._vocabulary()
        try:
            if closeup.closeup.value not in raw:
                raise CloseupMissingError
            return replace(decode_closeup(closeup, raw[closeup.closeup.value], words), version=self.version)
        except _BAD_SHAPE as problem:
            raise AtlasDamagedError(file=CLOSEUPS) from problem

    def _vocabulary(self) -> Vocabulary:
        names = self._read(NAMES)
        # The first atlas released knew no layers.
        layers = self._read(LAYERS) if LAYERS in self._digests else {"layers": {}}
        try:
            return Vocabulary(names, layers["layers"])
        except _BAD_SHAPE as problem:
            raise AtlasDamagedError(file=LAYERS) from problem

    def _read(self, file: str) -> Any:
        if file not in self._files:
            digest = self._digests.get(file)
            if digest is None:
                raise AtlasDamagedError(file=MANIFEST)
            self._files[file] = read_json(self._folder / file, digest)
        return self._files[file]


class LostAtlas(Atlas):
    """Stands in for an atlas without a readable manifest, so that charts open: each view says that it is damaged."""

    def __init__(self, folder: Path) -> None:
        self.version = ""
        self._digests = {}
        self._begin(folder)


def open_atlas(folder: Path) -> Atlas:
    """Open the atlas in `folder`, or what stands in for one that is lost: damage to the figure closes no chart."""
    try:
        return Atlas(folder)
    except AtlasDamagedError:
        return LostAtlas(folder)
