"""What the kinds of documents are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.services.documents import DocumentKind


def kind_name(kind: DocumentKind) -> str:
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
        DocumentKind.PACKET: _tr("Packet"),
    }[kind]


def addressee(kind: DocumentKind) -> str:
    """Say whom a kind is for."""
    return {
        DocumentKind.PHYSICIAN: _tr("to the physician"),
        DocumentKind.INSURER: _tr("to the payer"),
        DocumentKind.EVALUATION: _tr("of the first visit"),
        DocumentKind.PROGRESS: _tr("with a reply form"),
        DocumentKind.CLIENT: _tr("in plain words"),
        DocumentKind.PACKET: _tr("order, notes, scores"),
        DocumentKind.DISCHARGE: _tr("once care has ended"),
        DocumentKind.SUPERBILL: _tr("to the client, for the payer"),
        DocumentKind.CLAIM_VALUES: _tr("to key in, box by box"),
        DocumentKind.CLAIM_FORM: _tr("on the pre-printed form"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("documents", text)
