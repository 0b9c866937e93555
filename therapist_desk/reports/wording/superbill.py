"""Sentences of the superbill; ** marks what is bold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.claims.ledger import EntryKind, Method

TITLE: Final = "Superbill"
SUBJECT: Final = "Superbill, visit {number}, {day}"
BELOW: Final = "Statement of services for a claim"
VISITS: Final = "visits {numbers} of one day"

CHARGED: Final = "Charged"
TREATED: Final = "Treatment under numbers"
MINUTES: Final = "{minutes} min"
PAID: Final = "Paid"
BALANCE: Final = "Balance due"
PAID_SPLIT: Final = "client {client}, payer {payer}"
PAID_NOTHING: Final = "nothing on file"
DUE_OF: Final = "of {charged}"
DUE_WITH: Final = "of {charged} and {other} other"
CREDIT: Final = "to the client’s credit"

CLIENT: Final = "Client"
PAYER: Final = "Payer"
PROVIDER: Final = "Provider"
NAME: Final = "Name"
DATE_OF_BIRTH: Final = "Date of birth"
ADDRESS: Final = "Address"
PHONE: Final = "Phone"
KIND: Final = "Kind"
INSURED_ID: Final = "Insured’s ID"
GROUP: Final = "Group"
CLAIM: Final = "Claim"
INJURY: Final = "Injury"
AUTHORIZATION: Final = "Auth. no."
LICENCE: Final = "License"
NPI: Final = "NPI"
CLINIC_NPI: Final = "Clinic NPI"
TAX_ID: Final = "Tax ID"
REFERRING: Final = "Referring"
REFERRING_NPI: Final = "Referring NPI"

DIAGNOSES_ORDER: Final = "Diagnoses on the order"
DIAGNOSES_CASE: Final = "Diagnoses"
ICD: Final = "ICD-10-CM"
DIAGNOSIS_HEADS: Final = ("Pointer", "Code", "Title")

SERVICES: Final = "Services"
OWN_WORDS: Final = "descriptions in the clinic’s own words"
SERVICE_HEADS: Final = (
    "Date",
    "Place",
    "Number",
    "Modifier",
    "Dx",
    "Service",
    "Minutes",
    "Units",
    "Per unit",
    "Charge",
)
TOTAL: Final = "Total"
PLACE: Final = "Place {place}: {words}."
RULES: Final[Mapping[UnitRule, str]] = MappingProxyType(
    {
        UnitRule.CMS_EIGHT_MINUTE: "Units: CMS eight-minute rule, as this payer asks.",
        UnitRule.MIDPOINT: "Units: midpoint rule, each number alone, as this payer asks.",
    }
)
OWN_RULE: Final = (
    "Units: each number alone, one more once half of its 15 minutes has passed; no payer asks otherwise."
)
BOTH_RULES: Final = "Units: the same by the CMS eight-minute rule and by the midpoint rule."
LOOSE: Final = (
    "Modifier {codes}: for separate blocks of time; written in by hand on the number that the payer asks for."
)
FIRST_FOUR: Final = "A service points to at most four diagnoses, as many as a line of the claim form takes."
APART: Final = "{minutes} min of this day are billed to the same payer under another claim number, by themselves."
CLIENT_PAYS: Final = "The client pays"
SESSION: Final = "Session {times}."
AMENDED: Final = "The note was added to ({days}). Minutes here are those first signed: compare the two."
ADDED: Final = "Filled in after signing: {added}."
DETAIL: Final = "The signed treatment note of the same date (record {digest}) holds the detail."
DETAIL_DRAFT: Final = "The treatment note is not signed yet: minutes and charges may still change."

PAYMENTS: Final = "Payments"
PAYMENT_HEADS: Final = ("Date", "Entry", "Method", "Reference", "Amount")
NO_PAYMENTS: Final = "No payment is on file."
ENTRIES: Final[Mapping[EntryKind, str]] = MappingProxyType(
    {
        EntryKind.CLIENT_PAID: "Paid by client",
        EntryKind.PAYER_PAID: "Paid by payer",
        EntryKind.WRITTEN_OFF: "Written off",
        EntryKind.REFUND: "Refunded to client",
        EntryKind.CHARGE: "Other charge",
    }
)
METHODS: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.CASH: "Cash",
        Method.CARD: "Card",
        Method.CHECK: "Check",
        Method.TRANSFER: "Transfer",
        Method.OTHER: "Other",
    }
)
NOT_A_BILL: Final = (
    "This sheet goes to the payer with the client’s claim form. It asks the client for nothing beyond the balance."
)
STATEMENT: Final = (
    "I gave the services listed above on the date shown. Charges and minutes agree with the treatment note."
)
SIGN_CLIENT: Final = "Client signature: pay any benefit to me"
SIGN_NAME: Final = "Printed name"
SIGN_DATE: Final = "Date"

SERVICE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "97010": "Hot or cold packs",
        "97012": "Mechanical traction",
        "97014": "Unattended electrical stimulation",
        "97016": "Vasopneumatic compression device",
        "97018": "Paraffin",
        "97022": "Whirlpool",
        "97026": "Infrared",
        "97032": "Attended electrical stimulation",
        "97033": "Iontophoresis",
        "97035": "Ultrasound",
        "97039": "Unlisted modality",
        "97110": "Exercise for strength, endurance and range",
        "97112": "Retraining of movement, balance and posture",
        "97116": "Gait work",
        "97124": "Massage strokes for a therapeutic aim",
        "97139": "Unlisted procedure",
        "97140": "Hands-on techniques other than plain massage",
        "97150": "Group work",
        "97161": "Evaluation by a physical therapist",
        "97162": "Evaluation by a physical therapist",
        "97163": "Evaluation by a physical therapist",
        "97164": "Later evaluation by a physical therapist",
        "97530": "Functional activity training",
        "97535": "Self-care and home-management training",
        "97750": "Physical performance test",
        "S8950": "Complex lymphedema therapy",
    }
)
