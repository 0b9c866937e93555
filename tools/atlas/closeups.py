"""The close-ups, all of the neutral figure's head or left limbs; the right ones are their mirror images."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.atlas.bodies import FIGURES, PLATE, PLATE_SIDEWAYS, STYLE, side_in
from tools.atlas.camera import VIEWS, Frame
from tools.atlas.drawing import Style, drawn
from tools.atlas.labels import Key, Labels, filled_from_nearest, mirrored_halves, tidied
from tools.atlas.raster import Picture, made_symmetric
from tools.atlas.studio import DRAWN_ON, STANDING, Body, Studio

_UP, _MEDIAL = np.array([0.0, 1, 0]), np.array([-1.0, 0, 0])
_TIDY = 3.0
HEAD = replace(
    STYLE, levels=(0.12, 0.26, 0.41, 0.56, 0.71, 0.85), blur=9, jump=0.016, faint=0.007, plain=0.014,
    shortest_fold=14, quiet=frozenset(), smallest_tone=200,
)  # fmt: skip
# Folds on fingers, wrist and toes are landmarks; those of a loose dorsum or palm are not.
SKIN = replace(
    STYLE, blur=7, jump=0.008, faint=0.0042, plain=0.009, shortest_fold=18, smallest_tone=600, quiet_below=1.0,
    quiet=frozenset(
        {"hand_dors", "palm", "palm_distal", "hypothenar", "adductor_pollicis", "wrist"}
        | {"foot_dors", "mt_heads", "mt_head_1", "foot_plant_lat"}
    ),
)  # fmt: skip
LIMB = replace(
    STYLE, blur=7, jump=0.02, faint=0.007, plain=0.02, shortest_fold=16, quiet=frozenset(), smallest_tone=200
)


@dataclass(frozen=True, slots=True)
class Closeup:
    """How one close-up is taken. `fades` name the edges at which the picture is cut and must fade away.

    `sheet` was drawn for this close-up itself, or is a whole view's for the head. `only` are starts of bones
    whose skin alone is shown; `scale` is in pixels to a unit.
    """

    frame: Callable[[Studio, Body], Frame]
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
    labels = tidied(filled_from_nearest(labels, picture.mask), picture.mask, _TIDY, smallest=150)
    if symmetric:
        labels = mirrored_halves(labels, keys)
    side_of = side_in(recipe.sheet if symmetric else "left")
    view = drawn(picture, labels, keys, calm, side_of, recipe.style)
    return view | {"fades": [_fade(picture.frame, edge, recipe.fade) for edge in recipe.fades]}


def _regions(studio: Studio, name: str, picture: Picture) -> tuple[Labels, list[Key], NDArray[np.bool_]]:
    recipe = CLOSEUPS[name]
    if recipe.sheet in VIEWS:
        sheet = studio.sheet(recipe.sheet)
        return sheet.labels_at(picture.carried), sheet.keys, sheet.calm_at(picture.carried)
    body = studio.body(DRAWN_ON, STANDING)
    own = studio.paint(
        recipe.sheet,
        studio.photograph(body, recipe.frame(studio, body), recipe.scale, only=_faces_of(studio, recipe.only)),
    )
    return own.labels_at(picture.carried), own.keys, own.calm_at(picture.carried)


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


def _head(view: str) -> Callable[[Studio, Body], Frame]:
    def frame(_studio: Studio, body: Body) -> Frame:
        basis = VIEWS[view]
        seen = body.skin @ basis.T
        top = float(seen[:, 1].max()) + 0.12
        skull = seen[seen[:, 1] > top - 2.4, 0]
        middle = float(skull.min() + skull.max()) / 2 if view == "left" else 0.0
        return Frame(basis, middle - 1.35, top - 2.95, middle + 1.35, top, 800 / 2.95)

    return frame


def _hand(*, palm: bool) -> Callable[[Studio, Body], Frame]:
    def frame(studio: Studio, body: Body) -> Frame:
        wrist, third = _middle(studio, body, "wrist", 0.6), _middle(studio, body, "finger3-3", 0.6)
        up = _unit(third - wrist)
        across = _middle(studio, body, "finger2-1", 0.6) - _middle(studio, body, "finger5-1", 0.6)
        right = _unit(across - up * (across @ up))
        out = np.cross(right, up)
        if (out[2] > 0) != palm:  # the palm looks ahead
            right, out = -right, -out
        hand = _skin(studio, body, ("finger", "metacarpal", "wrist"))
        return _around(np.stack([right, up, out]), hand, (0.08, 0.25, 0.08, 0.08), 700)

    return frame


def _foot(*, sole: bool) -> Callable[[Studio, Body], Frame]:
    def frame(studio: Studio, body: Body) -> Frame:
        foot = _skin(studio, body, ("foot", "toe"))
        ahead = _middle(studio, body, "toe3-1", 0.5) - foot[foot[:, 2].argmin()]
        ahead = _unit(ahead * np.array([1, 0, 1]))
        if sole:
            out, up = -_UP, ahead
        else:
            out = _unit(_UP * np.cos(np.radians(48)) + ahead * np.sin(np.radians(48)))
            up = _unit(_UP - out * out[1])
        basis = np.stack([np.cross(up, out), up, out])
        return _around(basis, foot, (0.1, 0.1, 0.1, 0.1 if sole else 0.45), 700)

    return frame


def _leg(studio: Studio, body: Body) -> Frame:
    """Frame the inner side of the leg, up to where the thighs part."""
    leg = _skin(studio, body, ("upperleg", "lowerleg", "foot", "toe"))
    crotch = body.skin[np.abs(body.skin[:, 0]) < 0.03, 1].min()  # noqa: PLR2004  # the midline, in decimetres
    basis = np.stack([np.cross(_UP, _MEDIAL), _UP, _MEDIAL])
    return _around(basis, leg[leg[:, 1] < crotch], (0.15, 0.15, 0.15, 0.0), 900)


def _arm(studio: Studio, body: Body) -> Frame:
    """Frame the inner side of the arm, from below the armpit to the wrist."""
    arm = _skin(studio, body, ("upperarm", "lowerarm", "wrist"))
    up = _unit(_middle(studio, body, "upperarm02", 0.5) - _middle(studio, body, "wrist", 0.6))
    out = _unit(_MEDIAL - up * (up @ _MEDIAL))
    return _around(np.stack([np.cross(up, out), up, out]), arm, (0.15, 0.1, 0.15, -1.05), 800)


def _around(
    basis: NDArray[np.float64], skin: NDArray[np.float64], margins: tuple[float, float, float, float], height: int
) -> Frame:
    """Frame `skin` with `margins` at the left, bottom, right and top."""
    seen = skin @ basis.T
    left, bottom = (float(low) - margin for low, margin in zip(seen.min(0)[:2], margins[:2], strict=True))
    right, top = (float(high) + margin for high, margin in zip(seen.max(0)[:2], margins[2:], strict=True))
    return Frame(basis, left, bottom, right, top, height / (top - bottom))


def _skin(studio: Studio, body: Body, starts: tuple[str, ...], least: float = 0.5) -> NDArray[np.float64]:
    rig = studio.rig(DRAWN_ON)
    return body.skin[rig.held_by(rig.bones_like("L", *starts))[: len(body.skin)] > least]


def _middle(studio: Studio, body: Body, bone: str, least: float) -> NDArray[np.float64]:
    return body.skin[studio.rig(DRAWN_ON).held_by([f"{bone}.L"])[: len(body.skin)] > least].mean(0)


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    return vector / np.linalg.norm(vector)


_HAND = ("lowerarm", "wrist", "metacarpal", "finger")
_FOOT = ("lowerleg", "foot", "toe")
_LEG = ("upperleg", "lowerleg", "foot", "toe")
_ARM = ("shoulder", "upperarm", "lowerarm", "wrist", "metacarpal", "finger")
CLOSEUPS = MappingProxyType(
    {
        "head_front": Closeup(_head("anterior"), HEAD, ("bottom", "left", "right"), 130, 2.4, "anterior"),
        "head_back": Closeup(_head("posterior"), HEAD, ("bottom", "left", "right"), 130, 2.4, "posterior"),
        "head_side": Closeup(_head("left"), HEAD, ("bottom",), 130, 2.4, "left"),
        "hand_palmar": Closeup(_hand(palm=True), SKIN, ("bottom",), 90, 2.0, "hand_palmar", _HAND),
        "hand_dorsal": Closeup(_hand(palm=False), SKIN, ("bottom",), 90, 2.0, "hand_dorsal", _HAND),
        "foot_dorsal": Closeup(_foot(sole=False), SKIN, ("top",), 110, 2.0, "foot_dorsal", _FOOT),
        "foot_plantar": Closeup(_foot(sole=True), SKIN, (), 0, 2.0, "foot_plantar", _FOOT[1:]),
        "leg_medial": Closeup(_leg, LIMB, ("top",), 120, 2.0, "leg_medial", _LEG),
        "arm_medial": Closeup(_arm, LIMB, ("top", "bottom"), 90, 2.0, "arm_medial", _ARM),
    }
)
