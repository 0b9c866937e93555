"""Where the close-ups are taken from: windows that follow the body they are put on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tools.atlas.camera import VIEWS, Frame
from tools.atlas.studio import DRAWN_ON, Body, Studio

Framing: TypeAlias = Callable[[Studio, Body], Frame]
"""Puts the same window on any body, so that a sheet drawn through it on one fits another."""

_UP, _MEDIAL = np.array([0.0, 1, 0]), np.array([-1.0, 0, 0])


def head(view: str) -> Framing:
    """Frame head and neck as a whole view sees them."""

    def frame(_studio: Studio, body: Body) -> Frame:
        basis = VIEWS[view]
        seen = body.skin @ basis.T
        top = float(seen[:, 1].max()) + 0.12
        skull = seen[seen[:, 1] > top - 2.4, 0]
        middle = float(skull.min() + skull.max()) / 2 if view == "left" else 0.0
        return Frame(basis, middle - 1.35, top - 2.95, middle + 1.35, top, 800 / 2.95)

    return frame


def hand(*, palm: bool) -> Framing:
    """Frame the left hand squarely, fingers up, from the palm or the back."""

    def frame(studio: Studio, body: Body) -> Frame:
        wrist, third = _middle(studio, body, "wrist", 0.6), _middle(studio, body, "finger3-3", 0.6)
        up = _unit(third - wrist)
        across = _middle(studio, body, "finger2-1", 0.6) - _middle(studio, body, "finger5-1", 0.6)
        right = _unit(across - up * (across @ up))
        out = np.cross(right, up)
        if (out[2] > 0) != palm:  # the palm looks ahead
            right, out = -right, -out
        skin = _skin(studio, body, ("finger", "metacarpal", "wrist"))
        return _around(np.stack([right, up, out]), skin, (0.08, 0.25, 0.08, 0.08), 700)

    return frame


def foot(*, sole: bool) -> Framing:
    """Frame the left foot from below, toes up, or from before and above, toes down."""

    def frame(studio: Studio, body: Body) -> Frame:
        skin = _skin(studio, body, ("foot", "toe"))
        ahead = _middle(studio, body, "toe3-1", 0.5) - skin[skin[:, 2].argmin()]
        ahead = _unit(ahead * np.array([1, 0, 1]))
        if sole:
            out, up = -_UP, ahead
        else:
            out = _unit(_UP * np.cos(np.radians(48)) + ahead * np.sin(np.radians(48)))
            up = _unit(_UP - out * out[1])
        basis = np.stack([np.cross(up, out), up, out])
        return _around(basis, skin, (0.1, 0.1, 0.1, 0.1 if sole else 0.45), 700)

    return frame


def leg(studio: Studio, body: Body) -> Frame:
    """Frame the inner side of the leg, up to where the thighs part."""
    skin = _skin(studio, body, ("upperleg", "lowerleg", "foot", "toe"))
    crotch = body.skin[np.abs(body.skin[:, 0]) < 0.03, 1].min()  # noqa: PLR2004  # the midline, in decimetres
    basis = np.stack([np.cross(_UP, _MEDIAL), _UP, _MEDIAL])
    return _around(basis, skin[skin[:, 1] < crotch], (0.15, 0.15, 0.15, 0.0), 900)


def arm(studio: Studio, body: Body) -> Frame:
    """Frame the inner side of the arm, from below the armpit to the wrist."""
    skin = _skin(studio, body, ("upperarm", "lowerarm", "wrist"))
    up = _unit(_middle(studio, body, "upperarm02", 0.5) - _middle(studio, body, "wrist", 0.6))
    out = _unit(_MEDIAL - up * (up @ _MEDIAL))
    return _around(np.stack([np.cross(up, out), up, out]), skin, (0.15, 0.1, 0.15, -1.05), 800)


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
