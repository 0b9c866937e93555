"""The close-ups, all of the neutral figure's head or left limbs; the right ones are their mirror images."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.atlas import framing
from tools.atlas.bodies import FIGURES, PLATE, PLATE_SIDEWAYS, STYLE, side_in
from tools.atlas.camera import VIEWS, Frame
from tools.atlas.drawing import Style, drawn
from tools.atlas.labels import Key, Labels, mirrored_halves, tidied
from tools.atlas.raster import Picture, made_symmetric
from tools.atlas.studio import DRAWN_ON, STANDING, Studio

_TIDY = 3.0
_NONE: Mapping[str, float] = MappingProxyType({})
HEAD = replace(
    STYLE, levels=(0.12, 0.26, 0.41, 0.56, 0.71, 0.85), blur=9, jump=0.016, faint=0.007, plain=0.014,
    shortest_fold=14, quiet=_NONE, smallest_tone=200,
)  # fmt: skip
# Folds on fingers and toes are landmarks; those of a loose dorsum or palm are not.
_LOOSE = "hand_dors palm palm_distal hypothenar adductor_pollicis wrist foot_dors mt_heads mt_head_1 foot_plant_lat"
SKIN = replace(
    STYLE, blur=7, jump=0.008, faint=0.0042, plain=0.009, shortest_fold=18, smallest_tone=600,
    quiet=MappingProxyType(dict.fromkeys(_LOOSE.split(), math.inf)),
)  # fmt: skip
LIMB = replace(STYLE, blur=7, jump=0.02, faint=0.007, plain=0.02, shortest_fold=16, quiet=_NONE, smallest_tone=200)


@dataclass(frozen=True, slots=True)
class Closeup:
    """How one close-up is taken. `fades` name the edges at which the picture is cut and must fade away.

    `sheet` was drawn for this close-up itself, or is a whole view's for the head. `only` are starts of bones
    whose skin alone is shown; `scale` is in pixels to a unit.
    """

    frame: framing.Framing
    style: Style
    fades: tuple[str, ...]
    fade: float
    scale: float
    sheet: str
    only: tuple[str, ...] = ()


def closeup(studio: Studio, name: str) -> dict[str, Any]:
    """Draw one close-up."""
    recipe = CLOSEUPS[name]
    sideways = recipe.sheet == "left"
    body = studio.body(FIGURES["neutral"], PLATE_SIDEWAYS if sideways else PLATE)
    only = _faces_of(studio, recipe.only) if recipe.only else None
    picture = studio.photograph(
        body,
        recipe.frame(studio, body),
        recipe.scale,
        carried=studio.drawn_on("left" if sideways else "anterior"),
        only=only,
    )
    symmetric = recipe.sheet in {"anterior", "posterior"}
    if symmetric:
        picture = made_symmetric(picture)
    labels, keys, calm = _regions(studio, name, picture)
    labels = tidied(labels, picture.mask, _TIDY, smallest=150)
    if symmetric:
        labels = mirrored_halves(labels, keys)
    side_of = side_in(recipe.sheet if symmetric else "left")
    view = drawn(picture, labels, keys, calm, side_of, recipe.style)
    return view | {"fades": [_fade(picture.frame, edge, recipe.fade) for edge in recipe.fades]}


def _regions(studio: Studio, name: str, picture: Picture) -> tuple[Labels, list[Key], NDArray[np.bool_]]:
    recipe = CLOSEUPS[name]
    if recipe.sheet in VIEWS:
        sheet = studio.sheet(recipe.sheet)
        return sheet.labels_on(picture), sheet.keys, sheet.calm_on(picture)
    body = studio.body(DRAWN_ON, STANDING)
    own = studio.paint(
        recipe.sheet,
        studio.photograph(body, recipe.frame(studio, body), recipe.scale, only=_faces_of(studio, recipe.only)),
    )
    return own.labels_on(picture), own.keys, own.calm_on(picture)


def _faces_of(studio: Studio, starts: tuple[str, ...]) -> NDArray[np.bool_]:
    held = studio.held(studio.rig(DRAWN_ON).bones_like("L", *starts))
    return held[studio.quads].mean(1) > 0.5  # noqa: PLR2004  # held mostly by these bones


def _fade(frame: Frame, edge: str, reach: float) -> list[int]:
    """Give a line, in tenths, from where the picture is whole to where it has gone."""
    width, height = frame.width, frame.height
    lines = {
        "top": (width / 2, reach, width / 2, 0),
        "bottom": (width / 2, height - reach, width / 2, height),
        "left": (reach, height / 2, 0, height / 2),
        "right": (width - reach, height / 2, width, height / 2),
    }
    return [round(10 * end) for end in lines[edge]]


_HAND = ("lowerarm", "wrist", "metacarpal", "finger")
_FOOT = ("lowerleg", "foot", "toe")
_LEG = ("upperleg", "lowerleg", "foot", "toe")
_ARM = ("shoulder", "upperarm", "lowerarm", "wrist", "metacarpal", "finger")
CLOSEUPS = MappingProxyType(
    {
        "head_front": Closeup(framing.head("anterior"), HEAD, ("bottom", "left", "right"), 130, 2.4, "anterior"),
        "head_back": Closeup(framing.head("posterior"), HEAD, ("bottom", "left", "right"), 130, 2.4, "posterior"),
        "head_side": Closeup(framing.head("left"), HEAD, ("bottom",), 130, 2.4, "left"),
        "hand_palmar": Closeup(framing.hand(palm=True), SKIN, ("bottom",), 90, 2.0, "hand_palmar", _HAND),
        "hand_dorsal": Closeup(framing.hand(palm=False), SKIN, ("bottom",), 90, 2.0, "hand_dorsal", _HAND),
        "foot_dorsal": Closeup(framing.foot(sole=False), SKIN, ("top",), 110, 2.0, "foot_dorsal", _FOOT),
        "foot_plantar": Closeup(framing.foot(sole=True), SKIN, (), 0, 2.0, "foot_plantar", _FOOT[1:]),
        "leg_medial": Closeup(framing.leg, LIMB, ("top",), 120, 2.0, "leg_medial", _LEG),
        "arm_medial": Closeup(framing.arm, LIMB, ("top", "bottom"), 90, 2.0, "arm_medial", _ARM),
    }
)
