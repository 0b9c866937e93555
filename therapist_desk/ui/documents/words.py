"""What the kinds of documents are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.services.documents.fax_covers import CoverTo
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents.kinds import Group, Kind, PaperForm


def kind_name(kind: Kind) -> str:
    """Name a kind."""
    return {
        DocumentKind.PHYSICIAN: _tr("Physician summary"),
        DocumentKind.INSURER: _tr("Insurer note"),
        DocumentKind.EVALUATION: _tr("Initial evaluation"),
        DocumentKind.PROGRESS: _tr("Progress report"),
        DocumentKind.DISCHARGE: _tr("Discharge"),
        DocumentKind.SUPERBILL: _tr("Superbill"),
        DocumentKind.CLAIM_VALUES: _tr("CMS-1500 values"),
        DocumentKind.CLAIM_FORM: _tr("CMS-1500 print"),
        DocumentKind.CLIENT: _tr("Client’s copy"),
        DocumentKind.RECEIPT: _tr("Receipt"),
        DocumentKind.STATEMENT: _tr("Statement"),
        DocumentKind.PACKET: _tr("Packet"),
        DocumentKind.FAX_COVER: _tr("Fax cover sheet"),
        PaperForm.HISTORY: _tr("Health history"),
        PaperForm.CONSENT: _tr("Consent"),
        PaperForm.BLANK_HISTORY: _tr("Blank health history"),
        PaperForm.BLANK_CONSENT: _tr("Blank consent"),
    }[kind]


def addressee(kind: Kind) -> str:
    """Say whom a kind is for."""
    return {
        DocumentKind.PHYSICIAN: _tr("to the physician"),
        DocumentKind.INSURER: _tr("to the payer"),
        DocumentKind.EVALUATION: _tr("of the first visit"),
        DocumentKind.PROGRESS: _tr("with a reply form"),
        DocumentKind.CLIENT: _tr("in plain words"),
        DocumentKind.RECEIPT: _tr("what was paid"),
        DocumentKind.STATEMENT: _tr("all visits, what is open"),
        DocumentKind.PACKET: _tr("order, notes, scores"),
        DocumentKind.DISCHARGE: _tr("once care has ended"),
        DocumentKind.SUPERBILL: _tr("to the client, for the payer"),
        DocumentKind.CLAIM_VALUES: _tr("to key in, box by box"),
        DocumentKind.CLAIM_FORM: _tr("on the pre-printed form"),
        DocumentKind.FAX_COVER: _tr("by itself"),
        PaperForm.HISTORY: _tr("with what is known"),
        PaperForm.CONSENT: _tr("for this client to sign"),
        PaperForm.BLANK_HISTORY: _tr("for anybody"),
        PaperForm.BLANK_CONSENT: _tr("for anybody"),
    }[kind]


def group_name(group: Group) -> str:
    """Say whom a group is for."""
    return {
        Group.PHYSICIAN: _tr("For the physician"),
        Group.INSURER: _tr("For the insurer"),
        Group.CLIENT: _tr("For the client"),
        Group.FORMS: _tr("Forms and fax cover"),
        Group.ALL: _tr("All together"),
    }[group]


def cover_name(to: CoverTo) -> str:
    """Say whom a fax cover names."""
    return {
        CoverTo.PHYSICIAN: _tr("Cover: physician"),
        CoverTo.PAYER: _tr("Cover: payer"),
        CoverTo.BY_HAND: _tr("Cover: by hand"),
    }[to]


def _tr(text: str) -> str:
    return QCoreApplication.translate("documents", text)
