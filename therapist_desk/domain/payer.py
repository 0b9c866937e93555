"""Payers: who pays, and what they pay for each number."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.people import Address


class PayerKind(StrEnum):
    """What kind of payer, which decides what its reviewers ask for."""

    PRIVATE = "private insurer"
    MOTOR_VEHICLE = "motor vehicle"
    WORKERS_COMPENSATION = "workers' compensation"
    VETERANS = "veterans' care"
    SELF_PAY = "self-pay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays. `billing_tax_id` is ours as this payer knows it; empty means the practice's own."""

    id: PayerId
    name: str
    kind: PayerKind = PayerKind.PRIVATE
    address: Address = field(default_factory=Address)
    phone: str = ""
    fax: str = ""
    billing_tax_id: str = ""
    rule_card: str = ""
    fees: tuple[Fee, ...] = ()


def payer_problems(payer: Payer) -> tuple[FieldProblem, ...]:
    """List what keeps a payer from being taken, field by field."""
    problems = [] if payer.name.strip() else [FieldProblem("payer_name", "required")]
    if any(fee.cents < 0 for fee in payer.fees):
        problems.append(FieldProblem("fees", "not_negative"))
    return tuple(problems)
