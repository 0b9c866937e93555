"""The words for what a case may hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.case import Mechanism
from therapist_desk.domain.goal import GoalStatus
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


def goal_status_words(status: GoalStatus) -> str:
    """Where a goal stands."""
    return {
        GoalStatus.OPEN: _tr("Open"),
        GoalStatus.MET: _tr("Met"),
        GoalStatus.DROPPED: _tr("Dropped"),
    }[status]


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
