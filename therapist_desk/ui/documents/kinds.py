"""Which documents there are, and for whom: each group of the list opens by itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from therapist_desk.services.documents.fax_covers import FAXED, CoverTo
from therapist_desk.services.documents.forms import FormKind
from therapist_desk.services.documents.kinds import DocumentKind


class PaperForm(StrEnum):
    """Forms to fill in by hand: with what the chart knows of the client, or blank."""

    HISTORY = "form-health-history"
    CONSENT = "form-consent"
    BLANK_HISTORY = "blank-health-history"
    BLANK_CONSENT = "blank-consent"

    @property
    def form(self) -> FormKind:
        """Which form it is."""
        return FormKind.HISTORY if self in (PaperForm.HISTORY, PaperForm.BLANK_HISTORY) else FormKind.CONSENT

    @property
    def blank(self) -> bool:
        """Whether it is of nobody."""
        return self in (PaperForm.BLANK_HISTORY, PaperForm.BLANK_CONSENT)


Kind: TypeAlias = DocumentKind | PaperForm


class Group(StrEnum):
    """Whom documents are for."""

    PHYSICIAN = "for-physician"
    INSURER = "for-insurer"
    CLIENT = "for-client"
    FORMS = "forms"
    ALL = "all-together"


GROUPS: Final[Mapping[Group, tuple[Kind, ...]]] = MappingProxyType(
    {
        Group.PHYSICIAN: (
            DocumentKind.PHYSICIAN,
            DocumentKind.EVALUATION,
            DocumentKind.PROGRESS,
            DocumentKind.DISCHARGE,
        ),
        Group.INSURER: (
            DocumentKind.INSURER,
            DocumentKind.SUPERBILL,
            DocumentKind.CLAIM_VALUES,
            DocumentKind.CLAIM_FORM,
        ),
        Group.CLIENT: (DocumentKind.CLIENT, DocumentKind.RECEIPT, DocumentKind.STATEMENT),
        Group.FORMS: (*PaperForm, DocumentKind.FAX_COVER),
        Group.ALL: (DocumentKind.PACKET,),
    }
)
KINDS: Final[tuple[Kind, ...]] = tuple(kind for kinds in GROUPS.values() for kind in kinds)
"""All kinds as they are listed."""


def group_of(kind: Kind) -> Group:
    """Find the group of a kind."""
    return next(group for group, kinds in GROUPS.items() if kind in kinds)


def kind_of(key: str) -> Kind:
    """Find the kind that a row stands for."""
    return next(kind for kind in KINDS if kind.value == key)


def usual_cover(kind: Kind) -> CoverTo | None:
    """Say whom the fax cover of a kind names as a rule; None where none is offered."""
    if kind is DocumentKind.FAX_COVER:
        return CoverTo.PHYSICIAN
    if kind not in FAXED:
        return None
    return CoverTo.PHYSICIAN if group_of(kind) is Group.PHYSICIAN else CoverTo.PAYER
