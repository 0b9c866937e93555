"""Sentences and names that stand in documents; ** marks what is bold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.mark import MarkKind

PRODUCT: Final = "Therapist Desk"
PAGE_OF: Final = "Page {number} of {count}"
CONTINUED: Final = "continued"

VIEW_NAMES: Final[Mapping[View, str]] = MappingProxyType(
    {View.FRONT: "Front", View.BACK: "Back", View.LEFT: "Left side", View.RIGHT: "Right side"}
)
WINDOW_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "head": "head, neck and shoulders",
        "upper_trunk": "upper trunk",
        "trunk": "trunk",
        "hips": "low trunk and hips",
        "thighs": "hips and thighs",
        "legs": "legs and feet",
        "upper_half": "upper half",
        "lower_half": "lower half",
        "arm": "arm and hand",
        "whole": "whole body",
    }
)
PANEL_TITLE: Final = "{view}: {window}"
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
        MarkKind.FASCIAL: "Fascial restriction, arrow: way it is stuck",
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
SIDE_LETTERS: Final[Mapping[Side, str]] = MappingProxyType(
    {Side.LEFT: "L", Side.RIGHT: "R", Side.BILATERAL: "L, R", Side.MIDLINE: "mid"}
)
NO_FINDINGS: Final = "No finding was marked on the body map."
