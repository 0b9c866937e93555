"""Sentences and names that stand in documents; ** marks what is bold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.mark import MarkKind

PRODUCT: Final = "Therapist Desk"
PAGE_OF: Final = "Page {number} of {count}"
CONTINUED: Final = "continued"

VIEW_NAMES: Final[Mapping[View, str]] = MappingProxyType(
    {View.FRONT: "Front", View.BACK: "Back", View.LEFT: "Left side", View.RIGHT: "Right side"}
)
FRONT_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "head": "Front of head, neck and shoulders",
        "head_chest": "Front of head, neck and chest",
        "upper_trunk": "Chest and shoulders",
        "low_trunk": "Lower chest and abdomen",
        "trunk": "Chest to hips, front",
        "hips": "Abdomen and hips",
        "hips_thighs": "Abdomen, hips and thighs",
        "thighs": "Front of hips and thighs",
        "thigh": "{side} thigh, front",
        "lower_legs": "Front of lower legs and feet",
        "lower_leg": "{side} lower leg and foot, front",
        "legs": "Front of both legs",
        "leg": "{side} leg, front",
        "shoulders": "Front of shoulders and upper arms",
        "upper_arm": "{side} shoulder and upper arm, front",
        "forearms": "Both forearms and hands, front",
        "forearm": "{side} forearm and hand, front",
        "arm": "{side} arm and hand, front",
        "upper_half": "Upper body, front",
        "lower_half": "Lower body, front",
        "whole": "Whole body, front",
    }
)
BACK_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "head": "Back of head, neck and shoulders",
        "head_chest": "Back of head, neck and shoulders",
        "upper_trunk": "Upper back and shoulders",
        "low_trunk": "Mid and low back",
        "trunk": "Back, shoulders to hips",
        "hips": "Low back and hips",
        "hips_thighs": "Low back, hips and thighs",
        "thighs": "Back of hips and thighs",
        "thigh": "{side} thigh, back",
        "lower_legs": "Back of lower legs and feet",
        "lower_leg": "{side} lower leg and foot, back",
        "legs": "Back of both legs",
        "leg": "{side} leg, back",
        "shoulders": "Back of shoulders and upper arms",
        "upper_arm": "{side} shoulder and upper arm, back",
        "forearms": "Both forearms and hands, back",
        "forearm": "{side} forearm and hand, back",
        "arm": "{side} arm and hand, back",
        "upper_half": "Upper body, back",
        "lower_half": "Lower body, back",
        "whole": "Whole body, back",
    }
)
SIDE_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "head": "{view} of head, neck and shoulder",
        "head_chest": "{view} of head, neck and shoulder",
        "upper_trunk": "{view} of shoulder and chest",
        "low_trunk": "{view} of mid and low trunk",
        "trunk": "{view}, shoulder to hip",
        "hips": "{view} of low trunk and hip",
        "hips_thighs": "{view} of hip and thigh",
        "thighs": "{view} of hip and thigh",
        "lower_legs": "{view} of lower leg and foot",
        "legs": "{view} of leg",
        "upper_arm": "{view} of shoulder and upper arm",
        "forearm": "{view} of forearm and hand",
        "arm": "{view} of arm and hand",
        "upper_half": "{view}, upper body",
        "lower_half": "{view}, lower body",
        "whole": "{view}, whole body",
    }
)
SIDE_NAMES: Final[Mapping[Side, str]] = MappingProxyType({Side.LEFT: "Left", Side.RIGHT: "Right"})
REFERRAL_TITLE: Final = "{view}: referral of mark {number}"
REFERRALS_TITLE: Final = "{view}: referral of marks {numbers}"
REFERRALS_MANY: Final = "{view}: referral of {count} marks"
AREA_SHOWN: Final = "Area shown"
KEY: Final = "Key"
KIND_KEY: Final[Mapping[MarkKind, str]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: "Trigger point, active",
        MarkKind.TRIGGER_LATENT: "Trigger point, latent",
        MarkKind.TENDER: "Tender point",
        MarkKind.HYPERTONICITY: "Raised tone",
        MarkKind.FASCIAL: "Fascial restriction, way it is stuck",
        MarkKind.PAIN: "Pain",
        MarkKind.NUMBNESS: "Numbness or tingling",
        MarkKind.SWELLING: "Swelling",
        MarkKind.SKIN: "Scar, bruise or skin change",
        MarkKind.DO_NOT_WORK: "Not worked",
    }
)
REFERRED_KEY: Final = "Felt by client here"
REFERS_KEY: Final = "Refers to"
GRADES_KEY: Final = "**7 → 3**  before → after, each on its own scale: see the table"
APPROXIMATE_KEY: Final = "**≈**  marked on another figure: the place is approximate"
AREA_KEY: Final = "{kind}, area"
SIDE_LETTERS: Final[Mapping[Side, str]] = MappingProxyType(
    {Side.LEFT: "L", Side.RIGHT: "R", Side.BILATERAL: "L, R", Side.MIDLINE: "mid"}
)
NO_FINDINGS: Final = "No finding was marked on the body map."
NOT_ON_MAPS: Final = "Not in the pictures: {numbers}."
