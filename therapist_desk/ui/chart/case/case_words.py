"""The words for what a case may hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.care.discharge import DischargeReason
from therapist_desk.domain.payer import PayerKind


def mechanism_words(mechanism: Mechanism) -> str:
    """How a complaint began."""
    return {
        Mechanism.INJURY: _tr("Injury"),
        Mechanism.MOTOR_VEHICLE: _tr("Motor vehicle accident"),
        Mechanism.WORK: _tr("At work"),
        Mechanism.GRADUAL: _tr("Gradually"),
        Mechanism.UNKNOWN: _tr("Not known"),
    }[mechanism]


def discharge_words(reason: DischargeReason) -> str:
    """Why care ended."""
    return {
        DischargeReason.GOALS_MET: _tr("Goals met"),
        DischargeReason.PLATEAU: _tr("No further progress"),
        DischargeReason.REFERRED_BACK: _tr("Sent back to the physician"),
        DischargeReason.CLIENT_STOPPED: _tr("Client stopped care"),
        DischargeReason.ORDER_ENDED: _tr("Order ended"),
        DischargeReason.MOVED: _tr("Client moved away"),
        DischargeReason.OTHER: _tr("Another reason"),
    }[reason]


def payer_kind_words(kind: PayerKind) -> str:
    """What kind of payer it is."""
    return {
        PayerKind.PRIVATE: _tr("Private insurer"),
        PayerKind.MOTOR_VEHICLE: _tr("Motor vehicle insurer"),
        PayerKind.WORKERS_COMPENSATION: _tr("Workers' compensation"),
        PayerKind.VETERANS: _tr("Veterans' care"),
        PayerKind.SELF_PAY: _tr("Self-pay"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Case", text)
