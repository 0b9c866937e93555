"""Bodies in their shapes and poses, and the figure that the regions were drawn on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from tools.atlas.authored import read_sheet
from tools.atlas.camera import Frame, body_frame
from tools.atlas.carry import DrawnSheet
from tools.atlas.labels import calm_zones, painted, tidied
from tools.atlas.mesh import SKIN_VERTICES, parse_obj, subdivide
from tools.atlas.pose import Pose, anatomical_turns
from tools.atlas.raster import Picture, take_picture
from tools.atlas.rig import Rig
from tools.atlas.shape import BodyShape, shaped
from tools.atlas.source import Source

_ROUNDS = 2
DRAWN_ON = BodyShape(male=0.72, muscle=0.95)
"""The shape on which the sheets in authored/ were drawn. Changing it, or Pose's defaults, moves every border."""
STANDING = Pose()
SIDEWAYS = Pose(abduction=8.0, raised=32.0, elbow=14.0)
_SHEET_SCALE = 3.4
_DRAWN_TIDY = 3.0


@dataclass(frozen=True, eq=False)
class Body:
    """`skin` are the base mesh's own posed vertices, for measuring; `surface` is what is drawn."""

    skin: NDArray[np.float64]
    surface: NDArray[np.float64]


class Studio:
    """Makes bodies from one source; each is made once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._base = parse_obj(source.text("3dobjs/base.obj"))
        self.body = cache(self._body)
        self.sheet = cache(self._sheet)
        self.rig = cache(self._rig)

    @cached_property
    def quads(self) -> NDArray[np.int64]:
        """The faces of every body's surface."""
        return subdivide(self._base.vertices, self._base.drawn_quads(), _ROUNDS)[1]

    def _rig(self, shape: BodyShape) -> Rig:
        return Rig(self._source, self._base, shaped(self._base, self._source, shape))

    def _body(self, shape: BodyShape, pose: Pose) -> Body:
        rig = self.rig(shape)
        vertices = rig.posed(anatomical_turns(rig, pose))
        return Body(vertices[:SKIN_VERTICES], subdivide(vertices, self._base.drawn_quads(), _ROUNDS)[0])

    def held(self, bones: Iterable[str]) -> NDArray[np.float64]:
        """Give each surface vertex's share of hold by `bones`; it is the same for every shape."""
        hold = self.rig(DRAWN_ON).held_by(bones)[:, None]
        return subdivide(hold, self._base.drawn_quads(), _ROUNDS)[0][:, 0]

    def drawn_on(self, view: str) -> Body:
        """Give the figure that a whole view was drawn on."""
        return self.body(DRAWN_ON, SIDEWAYS if view == "left" else STANDING)

    def photograph(
        self,
        body: Body,
        frame: Frame,
        scale: float,
        *,
        carried: Body | None = None,
        only: NDArray[np.bool_] | None = None,
    ) -> Picture:
        """See `body`; `only` picks faces.

        With `carried` each pixel knows its place on that body (three numbers), and on one at rest (three more).
        """
        quads = self.quads if only is None else self.quads[only]
        values = None if carried is None else np.concatenate([carried.surface, self._at_rest.surface], axis=1)
        return take_picture(body.surface, quads, frame, scale, carried=values)

    @cached_property
    def _at_rest(self) -> Body:
        """The drawn-on figure with its arms away from the trunk: near on the skin is then near in space."""
        vertices = self.rig(DRAWN_ON).posed({})
        return Body(vertices[:SKIN_VERTICES], subdivide(vertices, self._base.drawn_quads(), _ROUNDS)[0])

    def _sheet(self, view: str) -> DrawnSheet:
        body = self.drawn_on(view)
        return self.paint(view, self.photograph(body, body_frame(view, body.skin), _SHEET_SCALE))

    def paint(self, name: str, picture: Picture) -> DrawnSheet:
        """Paint an authored sheet on its own picture."""
        sheet = read_sheet(name)
        labels, keys = painted(sheet, picture.mask, picture.scale)
        return DrawnSheet(
            picture,
            tidied(labels, picture.mask, _DRAWN_TIDY, smallest=100),
            keys,
            calm_zones(sheet, picture.mask.shape, picture.scale),
        )
