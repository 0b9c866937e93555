"""What the sheets call the kinds."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.findings.mark import MarkKind

NAMES: Final = {
    MarkKind.TRIGGER_ACTIVE: "A  trigger point, active",
    MarkKind.TRIGGER_LATENT: "L  trigger point, latent",
    MarkKind.TENDER: "T  tender point",
    MarkKind.HYPERTONICITY: "H  hypertonicity, spasm",
    MarkKind.FASCIAL: "F  fascial restriction",
    MarkKind.PAIN: "P  pain",
    MarkKind.NUMBNESS: "N  numbness, tingling",
    MarkKind.SWELLING: "E  swelling",
    MarkKind.SKIN: "S  scar, bruise, skin",
    MarkKind.DO_NOT_WORK: "X  do not work here",
}
