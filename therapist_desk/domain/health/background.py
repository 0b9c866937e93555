"""What is known of a client's health and consent beside a visit, and which parts of the body need consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.client import Caution
from therapist_desk.domain.health.cautions import all_cautions
from therapist_desk.domain.health.consent import Consent, ConsentState, Scope, consent_state
from therapist_desk.domain.health.history import HealthHistory

# The regions of the atlas in each area. The areas: WAC 246-830-555 and -557 ask for a consent of its own for breast,
# gluteal cleft and perineum (source read); the others are known practice. No region of the atlas is the breast:
# WAC 246-830-005 does not count pectoral and intercostal muscles as it.
SENSITIVE: Final[Mapping[Scope, frozenset[str]]] = MappingProxyType(
    {
        Scope.CHEST: frozenset(
            {"pec_clav", "pec_major", "pec_minor", "pec_stern", "sternum", "intercostals", "subclavius"}
        ),
        Scope.GLUTEAL: frozenset(
            {"glut_max", "glut_med", "glut_min", "piriformis", "obturator_int", "quad_femoris", "sacrum"}
        ),
        Scope.ABDOMEN: frozenset(
            {
                *("rectus_abd", "rectus_lower", "rectus_upper", "obl_ext", "obl_int"),
                *("transversus", "psoas", "iliacus"),
            }
        ),
        Scope.INNER_THIGH: frozenset(
            {
                *("adductors", "add_magnus", "adductor_brevis", "adductor_longus"),
                *("gracilis", "pectineus", "groin"),
            }
        ),
        Scope.MOUTH: frozenset({"pterygoid_lat", "pterygoid_med"}),
        Scope.PERINEUM: frozenset({"pubic"}),
    }
)
REQUIRED: Final = frozenset({Scope.BREAST, Scope.PERINEUM})
"""Areas for which a rule asks for consent of its own; for the others it is good practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The client's health as last told, and all consents. `typed` are cautions entered by hand."""

    typed: tuple[Caution, ...] = ()
    history: HealthHistory | None = None
    consents: tuple[Consent, ...] = ()
    paper_consent: date | None = None

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """All that a therapist must mind, the gravest first."""
        return all_cautions(self.typed, self.history)

    @property
    def version(self) -> int:
        """The version of the history; 0 where nobody has taken one."""
        return 0 if self.history is None else self.history.version

    def consent_on(self, day: date) -> ConsentState:
        """Tell how consent stands on a day."""
        return consent_state(self.consents, self.paper_consent, day)


def sensitive_areas(regions: Iterable[str]) -> tuple[Scope, ...]:
    """Give the areas that need consent of their own and hold one of `regions` (ids of the atlas)."""
    worked = set(regions)
    return tuple(scope for scope, members in SENSITIVE.items() if worked & members)
