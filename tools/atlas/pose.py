"""Standing as an anatomical plate stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.atlas.rig import Rig, Turn, turn, turn_onto

_AHEAD = np.array([0.0, 0.0, 1.0])
_ACROSS = np.array([1.0, 0.0, 0.0])
_LIDS = 24.0
_BEYOND = 3.0  # the forearm hangs a little wider than the upper arm: the carrying angle


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees. `raised` lifts the arms forward, for views from the side, palms then facing inwards."""

    abduction: float = 15.0
    raised: float = 0.0
    elbow: float = 0.0
    legs_in: float = 3.0
    thumb_in: float = 10.0
    fingers_in: float = 1.0


def anatomical_turns(rig: Rig, pose: Pose) -> dict[str, Turn]:
    """Give the turns that bring the rest pose to `pose`: lids closed, arms down, palms forward."""
    turns: dict[str, Turn] = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        turns |= {
            f"orbicularis03.{side}": turn(_ACROSS, _LIDS),
            f"orbicularis04.{side}": turn(_ACROSS, -_LIDS * 0.15),
            f"upperleg01.{side}": turn(_AHEAD, -sign * pose.legs_in),
            f"foot.{side}": turn(_AHEAD, sign * pose.legs_in),
        }
        turns |= _arm(rig, pose, side, sign)
        turns |= _hand(rig, pose, side)
    return turns


def _arm(rig: Rig, pose: Pose, side: str, sign: float) -> dict[str, Turn]:
    shoulder, elbow, wrist = (rig.head(f"{bone}.{side}") for bone in ("upperarm01", "lowerarm01", "wrist"))
    upper = elbow - shoulder
    drop = float(np.degrees(np.arctan2(abs(upper[0]), -upper[1]))) - pose.abduction
    girdle = turn(_AHEAD, -sign * drop * 0.10), turn(_AHEAD, -sign * drop * 0.20)
    held = girdle[0] @ girdle[1]
    wanted = _direction(sign, pose.abduction, pose.raised, ahead=-0.02)
    # A bone's turn is in its parent's frame: carry the wanted turn there and back.
    upper_turn = held.T @ turn_onto(turn(_AHEAD, -sign * drop * 0.30) @ upper, wanted) @ held
    axis = (held @ upper_turn).T @ wanted
    outward = 0.0 if pose.raised else 1.0
    shaft = turn(axis, -sign * 12 * outward), turn(axis, -sign * 18 * outward)
    held = held @ upper_turn @ shaft[0] @ shaft[1]
    fore_wanted = _direction(sign, pose.abduction + _BEYOND, pose.raised + pose.elbow, ahead=0.06)
    fore = held.T @ turn_onto(held @ (wrist - elbow), fore_wanted) @ held
    along = (held @ fore).T @ fore_wanted
    supination = -12.0 if pose.raised else 78.0
    return {
        f"clavicle.{side}": girdle[0],
        f"shoulder01.{side}": girdle[1],
        f"upperarm01.{side}": upper_turn @ shaft[0],
        f"upperarm02.{side}": shaft[1],
        f"lowerarm01.{side}": fore @ turn(along, -sign * supination * 0.30),
        f"lowerarm02.{side}": turn(along, -sign * supination * 0.45),
        f"wrist.{side}": turn(along, -sign * supination * 0.25),
    }


def _direction(sign: float, out: float, forward: float, ahead: float) -> NDArray[np.float64]:
    away, lifted = np.radians(out), np.radians(forward)
    return np.array([sign * np.sin(away), -np.cos(away) * np.cos(lifted), np.cos(away) * np.sin(lifted) + ahead])


def _hand(rig: Rig, pose: Pose, side: str) -> dict[str, Turn]:
    """Close the hand in its own plane; the plane's normal follows the side by itself."""
    along = rig.head(f"finger3-1.{side}") - rig.head(f"wrist.{side}")
    across = rig.head(f"finger2-1.{side}") - rig.head(f"finger5-1.{side}")
    through = np.cross(across, along)
    angles = {
        "finger1-1": pose.thumb_in,
        "metacarpal1": 3.0 * pose.fingers_in,
        "metacarpal4": -4.0 * pose.fingers_in,
        "finger2-1": 3.5 * pose.fingers_in,
        "finger5-1": -5.0 * pose.fingers_in,
        "finger4-1": -2.5 * pose.fingers_in,
    }
    return {f"{bone}.{side}": turn(through, degrees) for bone, degrees in angles.items()}
