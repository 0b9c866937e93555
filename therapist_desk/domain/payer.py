"""Payers: who pays, and what they pay for each number."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.fee import Fee, unknown_codes
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.other_id import is_other_id
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
    """Who pays.

    `billing_tax_id` is ours as this payer knows it; empty means the practice's own. `rendering_id` and `billing_id`
    are the numbers by which this payer knows therapist and practice beside their NPIs, each after its qualifier: "G2
    12345".
    """

    id: PayerId
    name: str
    kind: PayerKind = PayerKind.PRIVATE
    address: Address = field(default_factory=Address)
    phone: str = ""
    fax: str = ""
    billing_tax_id: str = ""
    rule_card: str = ""
    fees: tuple[Fee, ...] = ()
    rendering_id: str = ""
    billing_id: str = ""


def payer_problems(payer: Payer) -> tuple[FieldProblem, ...]:
    """List what keeps a payer from being taken, field by field."""
    problems = [] if payer.name.strip() else [FieldProblem("payer_name", "required")]
    for name, number in (("rendering_id", payer.rendering_id), ("billing_id", payer.billing_id)):
        if number and not is_other_id(number):
            problems.append(FieldProblem(name, "qualified_number"))
    if any(fee.cents < 0 for fee in payer.fees):
        problems.append(FieldProblem("fees", "not_negative"))
    if unknown := unknown_codes(payer.fees):
        problems.append(FieldProblem("fees", "unknown_procedure", {"codes": ", ".join(unknown)}))
    return tuple(problems)
