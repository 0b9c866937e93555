"""The three figures, whole, from the front, the back and the left."""

from __future__ import annotations

import math
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tools.atlas.camera import body_frame
from tools.atlas.drawing import SideOf, Style, drawn
from tools.atlas.labels import Key, mirrored_halves, tidied
from tools.atlas.pose import Pose
from tools.atlas.raster import made_symmetric
from tools.atlas.shape import BodyShape
from tools.atlas.studio import SIDEWAYS, Studio

FIGURES = MappingProxyType(
    {
        "neutral": BodyShape(male=0.5, muscle=0.66, weight=0.47, flat=1.0),
        "female": BodyShape(male=0.04, muscle=0.75, weight=0.44),
        "male": BodyShape(male=1.0, muscle=0.85),
    }
)
PLATE = Pose(legs_in=4.5, thumb_in=22.0)
PLATE_SIDEWAYS = replace(SIDEWAYS, legs_in=4.5, thumb_in=20.0)
_SCALE = 3.4
_TIDY = 2.5
# Of a face only what makes it one; of hands, feet, arms, neck and back no folds at all.
_FACE = "frontalis nose orbicularis_oculi cheek masseter orbicularis_oris mentalis temporalis"
_PLAIN = (
    "thumb fingers palm thenar hypothenar hand_dors wrist wrist_dors toes foot_dors biceps brachialis triceps_lat "
    "triceps_med delt_ant delt_mid elbow anconeus trap_upper trap_mid lev_scap splenius cerv_ext suboccipital "
    "supraspinatus infraspinatus teres_minor teres_major rhomboids es_lumb ql infrahyoid scalenes"
)
STYLE = Style(
    levels=(0.32, 0.46, 0.60, 0.73, 0.84, 0.93),
    blur=5,
    smallest_tone=700,
    jump=0.05,
    faint=0.013,
    plain=0.028,
    shortest_fold=7.5,
    quiet=MappingProxyType(dict.fromkeys(_FACE.split(), 0.09) | dict.fromkeys(_PLAIN.split(), math.inf)),
)


def body_view(studio: Studio, shape: BodyShape, view: str) -> dict[str, Any]:
    """Draw one view; the regions are carried over from the view's own sheet."""
    sideways = view == "left"
    body = studio.body(shape, PLATE_SIDEWAYS if sideways else PLATE)
    sheet = studio.sheet(view)
    picture = studio.photograph(body, body_frame(view, body.skin), _SCALE, carried=studio.drawn_on(view))
    if not sideways:
        picture = made_symmetric(picture)
    labels = tidied(sheet.labels_on(picture), picture.mask, _TIDY, smallest=120)
    if not sideways:
        labels = mirrored_halves(labels, sheet.keys)
    return drawn(picture, labels, sheet.keys, sheet.calm_on(picture), side_in(view), STYLE)


def side_in(view: str) -> SideOf:
    """Give the rule from a half of the picture to a side of the client's own body."""

    def side_of(key: Key) -> str:
        if key.midline:
            return ""
        if view == "left":
            return "left"
        return "left" if (key.half > 0) == (view == "anterior") else "right"

    return side_of
