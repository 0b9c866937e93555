"""Tables of money: what was paid, how bills were settled, what claims say beside the chart, and usual fees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.claims.charges import ServiceLine
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.ledger import LedgerEntry
from therapist_desk.domain.claims.terms import BillingTerms
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import ClientId, PayerId, VisitId
from therapist_desk.services.exporting.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class ClaimDetailsOf:
    """What a client's claims to a payer say beside the chart."""

    client_id: ClientId
    payer_id: PayerId
    details: ClaimDetails


@dataclass(frozen=True, slots=True)
class LineOf:
    """A line of a visit's bill, with the letters of the diagnoses it points to."""

    visit_id: VisitId
    line: ServiceLine
    pointed: tuple[str, ...]


BILL_LINES: Final[Table[LineOf]] = Table(
    "bill_lines",
    "What the bills of signed visits ask for, where they are complete.",
    (
        Column("visit_id", "The visit.", lambda of: of.visit_id),
        Column("day", "The day.", lambda of: of.line.day),
        Column("code", "Procedure number.", lambda of: of.line.code),
        Column("minutes", "Whole minutes of treatment.", lambda of: of.line.minutes),
        Column("units", "Units billed.", lambda of: of.line.units),
        Column("cents", "Charge for one unit, in cents.", lambda of: of.line.cents),
        Column("charge", "Units times that, in cents.", lambda of: of.line.charge),
        Column("modifiers", "Modifiers, apart by a space.", lambda of: " ".join(of.line.modifiers)),
        Column("pointers", "Letters of its diagnoses, the main one first.", lambda of: "".join(of.pointed)),
    ),
)
PAYMENTS: Final[Table[LedgerEntry]] = Table(
    "payments",
    "Payments, write-offs and other charges of visits. An entry that another replaces counts no more.",
    (
        Column("entry_id", "What other entries call this one.", lambda it: it.id),
        Column("visit_id", "The visit.", lambda it: it.visit_id),
        Column("kind", "Payment of client or payer, write-off, refund or other charge.", lambda it: it.kind),
        Column("on", "The day.", lambda it: it.on),
        Column("cents", "Amount in cents, never below zero; 0 takes the replaced entry back.", lambda it: it.cents),
        Column("method", "How money changed hands.", lambda it: it.method),
        Column("note", "Reference, such as a check's number.", lambda it: it.note),
        Column("entered_at", "When it was entered.", lambda it: it.entered_at),
        Column("therapist_id", "Who entered it.", lambda it: it.therapist_id),
        Column("replaces", "The entry that it corrects.", lambda it: it.replaces),
        Column("reason", "Why it was corrected.", lambda it: it.reason),
    ),
)
BILLS: Final[Table[BillingTerms]] = Table(
    "bills",
    "What was settled for bills of visits when they were made; the last one of a visit holds.",
    (
        Column("visit_id", "The visit.", lambda it: it.visit_id),
        Column("place", "Place of service, by its code; empty for the practice's usual one.", lambda it: it.place),
        Column(
            "pointers",
            "Procedure numbers with the letters of their diagnoses, apart by semicolons.",
            lambda it: "; ".join(f"{each.code} {each.letters}" for each in it.pointing),
        ),
        Column(
            "units",
            "Units that were open: the day and the number that got each, apart by semicolons.",
            lambda it: "; ".join(f"{each.day.isoformat()} {each.code}" for each in it.unit_choice),
        ),
        Column("claim_codes", "Claim codes, box 10d.", lambda it: it.claim.codes),
        Column("resubmission", "Why the claim is sent again, box 22.", lambda it: it.claim.resubmission),
        Column("original_reference", "Number of the earlier claim, box 22.", lambda it: it.claim.original),
        Column("settled_at", "When it was settled.", lambda it: it.settled_at),
        Column("therapist_id", "Who settled it.", lambda it: it.therapist_id),
    ),
)
CLAIMS: Final[Table[ClaimDetailsOf]] = Table(
    "claim_details",
    "What claims of a client to a payer say beside the chart.",
    (
        Column("client_id", "The client.", lambda of: of.client_id),
        Column("payer_id", "The payer.", lambda of: of.payer_id),
        Column("coverage", "Kind of coverage, box 1.", lambda of: of.details.coverage),
        Column("client_sex", "Sex of the client, box 3.", lambda of: of.details.client_sex),
        Column("relationship", "Relationship to the insured, box 6.", lambda of: of.details.relationship),
        Column("insured", "Name of the insured, box 4.", lambda of: of.details.insured.sorted_name),
        Column("insured_birth", "Birth of the insured, box 11a.", lambda of: of.details.insured.date_of_birth),
        Column("insured_sex", "Sex of the insured, box 11a.", lambda of: of.details.insured.sex),
        Column(
            "insured_address",
            "Address of the insured, box 7.",
            lambda of: "; ".join(of.details.insured.address.lines),
        ),
        Column("insured_phone", "Phone of the insured, box 7.", lambda of: of.details.insured.phone),
        Column("plan_name", "Name of the plan, box 11c.", lambda of: of.details.plan_name),
        Column(
            "other_insured",
            "Name of the other insured, box 9.",
            lambda of: of.details.other_plan.insured_name if of.details.other_plan else None,
        ),
        Column(
            "other_policy",
            "Policy of the other insured, box 9a.",
            lambda of: of.details.other_plan.policy if of.details.other_plan else None,
        ),
        Column(
            "other_plan",
            "Name of the other plan, box 9d.",
            lambda of: of.details.other_plan.plan_name if of.details.other_plan else None,
        ),
        Column("no_other_plan", "Whether there is none, box 11d.", lambda of: of.details.no_other_plan),
        Column("accident_state", "State of a car accident, box 10b.", lambda of: of.details.accident_state),
        Column("last_period_on", "Last menstrual period, box 14.", lambda of: of.details.last_period_on),
        Column("referrer_qualifier", "DN referring or DK ordering, box 17.", lambda of: of.details.referrer),
        Column("released_on", "When the client signed for box 12.", lambda of: of.details.released_on),
        Column("assigned_on", "When the insured signed for box 13.", lambda of: of.details.assigned_on),
        Column("accepts_assignment", "Whether it is accepted, box 27.", lambda of: of.details.accepts_assignment),
        Column("unable_from", "Unable to work from, box 16.", lambda of: of.details.unable_from),
        Column("unable_to", "Unable to work to, box 16.", lambda of: of.details.unable_to),
        Column(
            "referrer_other",
            "Number of the physician, box 17a.",
            lambda of: of.details.referrer_other,
        ),
        Column("additional", "Additional claim information, box 19.", lambda of: of.details.additional),
        Column("total_on_each", "Whether each form has its own total, box 28.", lambda of: of.details.total_on_each),
    ),
)
USUAL_FEES: Final[Table[Fee]] = Table(
    "usual_fees",
    "The practice's charges where a payer has none of its own.",
    (
        Column("code", "Procedure number.", lambda it: it.code),
        Column("cents", "Charge for one unit, in cents.", lambda it: it.cents),
    ),
)
