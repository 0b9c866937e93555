"""Tables of care: cases with their diagnoses, goals and plan; physicians' orders."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.treatment import PlanLine, PlannedCheck
from therapist_desk.services.exporting.tables.people import Of
from therapist_desk.services.exporting.tables.table import Column, Table

CASES: Final[Table[Case]] = Table(
    "cases",
    "Conditions under care; a client may have several.",
    (
        Column("case_id", "What other tables call this case.", lambda it: it.id),
        Column("client_id", "The client.", lambda it: it.client_id),
        Column("title", "Name of the case.", lambda it: it.title),
        Column("complaint", "What the client came with.", lambda it: it.complaint),
        Column("onset", "When it began.", lambda it: it.onset),
        Column("mechanism", "How it began.", lambda it: it.mechanism),
        Column("aggravating", "What makes it worse.", lambda it: it.aggravating),
        Column("easing", "What makes it better.", lambda it: it.easing),
        Column("prior_care", "Care before this.", lambda it: it.prior_care),
        Column("plan", "The plan in words.", lambda it: it.plan),
        Column("frequency", "How often visits are planned.", lambda it: it.terms.frequency),
        Column("session_minutes", "Planned minutes of a session.", lambda it: it.terms.session_minutes),
        Column("planned_visits", "Planned number of visits.", lambda it: it.terms.visits),
        Column("review_at", "Visit at which the plan is looked at again.", lambda it: it.terms.review_at),
        Column("home_care", "What the client does at home, one thing a line.", lambda it: it.home_care),
        Column("opened_on", "Day on which care began.", lambda it: it.opened_on),
        Column("closed_on", "Day on which care ended.", lambda it: it.closed_on),
        Column("discharged", "Why it ended, by kind.", lambda it: it.discharged),
        Column("discharge_reason", "Why it ended, in words.", lambda it: it.discharge_reason),
        Column("discharge_summary", "Where the client stood then.", lambda it: it.discharge_summary),
        Column("payer_id", "Who pays.", lambda it: it.coverage.payer_id if it.coverage else None),
        Column("insured_id", "Number of the insured.", lambda it: it.coverage.insured_id if it.coverage else None),
        Column("claim_number", "Number of the claim.", lambda it: it.coverage.claim_number if it.coverage else None),
        Column("group_number", "Number of the group.", lambda it: it.coverage.group_number if it.coverage else None),
        Column(
            "date_of_injury", "Day of the injury.", lambda it: it.coverage.date_of_injury if it.coverage else None
        ),
    ),
)
DIAGNOSES: Final[Table[Of[Diagnosis]]] = Table(
    "diagnoses",
    "ICD-10-CM diagnoses of each case, with who gave them: massage therapists do not diagnose.",
    (
        Column("case_id", "The case.", lambda of: of.owner),
        Column("place", "Place in the list, from 1.", lambda of: of.place),
        Column("code", "ICD-10-CM code.", lambda of: of.it.code),
        Column("title", "Its title in the official table.", lambda of: of.it.title),
        Column("given_by", "Who gave it.", lambda of: of.it.given_by),
        Column("given_on", "When it was given.", lambda of: of.it.given_on),
    ),
)
GOALS: Final[Table[Of[Goal]]] = Table(
    "goals",
    "Goals of each case, tied to a number.",
    (
        Column("case_id", "The case.", lambda of: of.owner),
        Column("place", "Place in the list, from 1.", lambda of: of.place),
        Column("text", "What the client wants to do.", lambda of: of.it.text),
        Column("measure", "What it is measured by, in words.", lambda of: of.it.measure),
        Column("baseline", "Value at first, in words.", lambda of: of.it.baseline),
        Column("target", "Value wanted, in words.", lambda of: of.it.target),
        Column("due", "Day by which it is wanted.", lambda of: of.it.due),
        Column("status", "open, met or dropped.", lambda of: of.it.status),
        Column("met_on", "Day on which somebody called it met.", lambda of: of.it.met_on),
        Column("judged", "What the therapist says against the rule.", lambda of: of.it.judged),
        Column("kind", "Kind of measure.", lambda of: of.it.aim.kind if of.it.aim else None),
        Column("name", "The measurement it follows.", lambda of: of.it.aim.name if of.it.aim else None),
        Column("side", "Side of the client's body.", lambda of: of.it.aim.side if of.it.aim else None),
        Column("unit", "Unit.", lambda of: of.it.aim.unit if of.it.aim else None),
        Column("direction", "at least or at most.", lambda of: of.it.aim.direction if of.it.aim else None),
        Column("first", "Value at first.", lambda of: of.it.aim.first if of.it.aim else None),
        Column("first_on", "Day of that value.", lambda of: of.it.aim.first_on if of.it.aim else None),
        Column("wanted", "Value wanted.", lambda of: of.it.aim.wanted if of.it.aim else None),
        Column("latest", "Latest value told outside of visits.", lambda of: of.it.aim.latest if of.it.aim else None),
        Column("latest_on", "Day of that value.", lambda of: of.it.aim.latest_on if of.it.aim else None),
    ),
)
PLAN: Final[Table[Of[PlanLine]]] = Table(
    "plan",
    "The treatment planned for each case.",
    (
        Column("case_id", "The case.", lambda of: of.owner),
        Column("place", "Place in the list, from 1.", lambda of: of.place),
        Column("treatment", "What is done.", lambda of: of.it.treatment),
        Column("where", "Where.", lambda of: of.it.where),
        Column("code", "Procedure number.", lambda of: of.it.code),
        Column("least_minutes", "Minutes each time, at least.", lambda of: of.it.least_minutes),
        Column("most_minutes", "Minutes each time, at most.", lambda of: of.it.most_minutes),
        Column("how_often", "How often.", lambda of: of.it.how_often),
        Column("purpose", "To what end.", lambda of: of.it.purpose),
    ),
)
CHECKS: Final[Table[Of[PlannedCheck]]] = Table(
    "planned_checks",
    "What the visits of each case are to measure or test.",
    (
        Column("case_id", "The case.", lambda of: of.owner),
        Column("kind", "measure, test or motion.", lambda of: of.it.kind),
        Column("key", "By what the program knows it.", lambda of: of.it.key),
        Column("name", "Its name.", lambda of: of.it.name),
    ),
)
REFERRALS: Final[Table[Referral]] = Table(
    "referrals",
    "Physicians' orders.",
    (
        Column("referral_id", "What other tables call this order.", lambda it: it.id),
        Column("case_id", "The case it is for.", lambda it: it.case_id),
        Column("physician", "Who prescribed.", lambda it: it.physician.name),
        Column("credentials", "Their credentials.", lambda it: it.physician.credentials),
        Column("npi", "Their National Provider Identifier.", lambda it: it.physician.npi),
        Column("practice", "Their practice.", lambda it: it.physician.practice),
        Column("phone", "Their phone.", lambda it: it.physician.phone),
        Column("fax", "Their fax.", lambda it: it.physician.fax),
        Column("ordered_on", "Day of the order.", lambda it: it.ordered_on),
        Column("starts_on", "First day it covers.", lambda it: it.starts_on),
        Column("expires_on", "Last day it covers.", lambda it: it.expires_on),
        Column("visits_allowed", "Visits it allows.", lambda it: it.visits_allowed),
        Column("visits_per_week", "Visits it allows in a week.", lambda it: it.visits_per_week),
        Column("visits_used_before", "Visits used before this record.", lambda it: it.visits_used_before),
        Column("authorization", "Number of the authorization.", lambda it: it.authorization),
        Column("diagnosis_codes", "Codes on the order, apart by a space.", lambda it: " ".join(it.diagnosis_codes)),
    ),
)
