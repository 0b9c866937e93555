"""Sentences of the SOAP documents; ** marks what is bold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.care.goal import GoalStatus
from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.findings.mark import PainQuality
from therapist_desk.domain.notes.note import Response

INSURER_TITLE: Final = "Treatment note (SOAP)"
INSURER_FOOT: Final = "Treatment note for the payer"
INSURER_SUBJECT: Final = "SOAP note, visit {number}, {day}"
PHYSICIAN_TITLE: Final = "Visit summary"
PHYSICIAN_FOOT: Final = "Visit summary for the physician"
PHYSICIAN_SUBJECT: Final = "Visit summary, visit {number}, {day}"

CONFIDENTIAL: Final = "Confidential health information: if you are not the addressee, call the number above."
DRAFT: Final = "DRAFT"
DRAFT_STATE: Final = "**DRAFT, not signed**"
SIGNED_STATE: Final = "signed and locked"
RECORD_STAMP: Final = "record {digest}"
VISIT_ON_REFERRAL: Final = "Visit {number} of {allowed} on referral"
VISIT_OF_ORDER: Final = "Visit {number} of {allowed}"
VISIT_OF_CASE: Final = "Visit {number} of this case"
ADDENDUM_AT: Final = "**{count}, page {page}**"
ADDENDUM_NUMBER: Final = "A{number}"
SEE: Final = "see\u00a0{addenda}"

DATE_OF_SERVICE: Final = "Date of service {day}"
BIRTH: Final = "DOB {day}"
RECORD: Final = "Record {number}"
CLAIM: Final = "Claim {number}"
TO_PHYSICIAN: Final = "To {name}"
TO_PHYSICIAN_FAX: Final = "To {name}, fax {fax}"
PHONE: Final = "Tel {number}"
FAX: Final = "Fax {number}"

STRIP_VISIT: Final = "Visit"
STRIP_SESSION: Final = "Session"
STRIP_HANDS_ON: Final = "Hands-on treatment"
STRIP_TREATMENT: Final = "Treatment"
TIMED_MINUTES: Final = "{minutes}\u00a0min of it billed by time"
STRIP_UNITS: Final = "Units"
UNITS_TO_CHOOSE: Final = "{units}, {count} to choose"
STRIP_PAIN_TODAY: Final = "Pain today, 0–10"
STRIP_PAIN_SINCE: Final = "Pain since {day}, 0–10"
ORDER_ENDS: Final = "order ends {day}"
NO_ORDER_END: Final = "order without an end date"
NO_ORDER: Final = "no referral on file"
ON_THE_CLOCK: Final = "{minutes} on the clock"
CLOCK_CHANGED: Final = "{minutes}; {offsets}"
START_TO_STOP: Final = "{minutes} from start to stop"
BY_TECHNIQUE: Final = "{count}, timed"
BY_HAND_TIMES: Final = "partly entered by hand"
ALL_BY_HAND: Final = "entered by hand"
BEFORE_AFTER: Final = "before → after"
STRIP_SCORE_SINCE: Final = "{name} since {day}"
BEFORE_AFTER_LONG: Final = "before → after treatment"
NORM_LINE: Final = "before → after; norm {norm}"
BASELINE_TODAY: Final = "first visit → today"
NOT_TAKEN: Final = "not taken"
NO_TIMES: Final = "no times"

CLIENT: Final = "Client"
THERAPIST: Final = "Treating therapist"
PHYSICIAN: Final = "Referring physician"
PAYER: Final = "Payer and referral"
REFERRAL: Final = "Referral"
DIAGNOSES: Final = "Diagnoses on the order (ICD-10-CM)"
DIAGNOSES_CASE: Final = "Diagnoses (ICD-10-CM)"
NAME: Final = "Name"
DATE_OF_BIRTH: Final = "Date of birth"
AGE: Final = "{day} ({years} years)"
CONTACT: Final = "Contact"
INJURY: Final = "Injury"
ONSET: Final = "Onset"
LICENCE: Final = "License"
NPI: Final = "NPI"
CONSENT: Final = "Consent"
CONSENT_ON: Final = "signed {day}"
NOT_ON_FILE: Final = "not on file"
PRACTICE: Final = "Practice"
TEL: Final = "Tel"
FAX_LABEL: Final = "Fax"
TEL_FAX: Final = "Tel / fax"
TEL_AND_FAX: Final = "{phone} / {fax}"
PAYER_NAME: Final = "Payer"
PAYER_KIND: Final = "**{name}**, {kind}"
CLAIM_LABEL: Final = "Claim"
INSURED_ID: Final = "Insured’s ID"
ORDER: Final = "Order"
ORDER_RATE: Final = "{visits}, up to {rate} a week"
VALID: Final = "Valid"
VALID_FROM: Final = "from {start}"
AUTHORIZATION: Final = "Authorization"
GIVEN_BY: Final = "{title} (given by {name})"
ALL_GIVEN_BY: Final = "Given by {name}."
NO_DIAGNOSIS: Final = "No diagnosis is on file."
SELF_REFERRED: Final = "No referral is on file for this visit."

SUBJECTIVE: Final = "Subjective"
SUBJECTIVE_ASIDE: Final = "reported before treatment"
COMPLAINT: Final = "**Complaint:** {text}"
LIMITS: Final = "**Limits today:** {text}"
REPORTED_HEAD: Final = "What the client reports"
BEGAN: Final = "**Began** {day}."
MECHANISM: Final = "**How:** {text}."
PRIOR_CARE: Final = "**Care before:** {text}."
WORSE: Final = "**Worse with** {text}."
EASES: Final = "**Eases with** {text}."
CAUTIONS: Final = "**Cautions on file:** {text}"
NO_CAUTIONS: Final = "**Cautions on file:** none."
REPORTED: Final = "Reported measure"
BASELINE: Final = "First visit"
TODAY: Final = "Today"
PAIN_BEFORE: Final = "Pain before treatment, 0–10"
PAIN_AFTER: Final = "Pain after treatment, 0–10"
NO_SCORE: Final = "no score"
ACTIVITY: Final = "– {name}"
HEALTH_SAME: Final = "**Any change in health?** No, asked {moment}."
HEALTH_CHANGED: Final = "**Any change in health?** Yes, told {moment}."
HEALTH_SAME_LATE: Final = "**Any change in health?** No, at the visit of {day}; charted later, {moment}."
HEALTH_CHANGED_LATE: Final = "**Any change in health?** Yes, at the visit of {day}; charted later, {moment}."
HEALTH_VERSION: Final = "Health history version {version}."
PROCEED: Final = "**Decided to treat in spite of {on}:** {reason}. Recorded {moment}."
CLEARED: Final = "**Cleared for treatment in spite of {on}:** by {physician} on {day}.{reason} Recorded {moment}."
DO_NOT_TREAT: Final = "**Decided not to treat because of {on}:** {reason}. Recorded {moment}."
NOTHING_REPORTED: Final = "Nothing was written in this section."

FINDINGS: Final = "Objective: findings before and after"
FINDINGS_ASIDE: Final = "palpation; the numbers are those of the table"
TESTS: Final = "Objective: tests and remarks"
MOTION: Final = "Objective: range of motion"
MEASURES: Final = "Objective: measures"
TREATMENT: Final = "Objective: treatment given"
TREATMENT_ASIDE: Final = "times by the session clock"
MARK_HEADS: Final = ("No.", "", "Finding", "Side", "Muscle or region", "Before", "After", "Refers to")
QUALITIES: Final[Mapping[PainQuality, str]] = MappingProxyType({PainQuality.ACHE: "aching"})
WHOLE_REGION: Final = "whole region"
WHOLE_REGIONS: Final = "whole regions"
NONE: Final = "none"
MOTION_HEADS: Final = ("Motion", "Before", "After", "Change", "Norm", "Ring before, dot after, bar norm")
MEASURE_HEADS: Final = ("Measure", "Before", "After", "Change", "Norm")
MEASUREMENT_ERROR: Final = "* Under 5 degrees: within measurement error, not counted as change."
NORM_SOURCES: Final = "Norms: {sources}."
LIMITED_BY: Final = "Limited by"
PAIN_ON_MOTION: Final = "pain on motion"
LIMITED_NAME: Final = "{name}, limited by {limit}"
TREATMENT_HEADS: Final = ("Number", "Technique and regions", "Start – stop", "Minutes")
UNITS_HEAD: Final = "Units"
CODE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "97140": "Hands-on techniques other than plain massage",
        "97124": "Massage strokes for a therapeutic aim",
        "97112": "Retraining of movement, balance and posture",
        "97110": "Exercise for strength, endurance and range",
    }
)
OTHER_CODE: Final = "Techniques under this number"
NO_CODE: Final = "Techniques without a number"
TECHNIQUE_REGIONS: Final = "{technique}: {regions}"
TOTAL: Final = "Total"
NOT_COUNTED: Final = "**Not counted:** {items}."
SECONDS_NOTE: Final = (
    "Seconds are added up before whole minutes are counted, so rows may add up to less than a total."
)
BY_HAND_NOTE: Final = "* Times entered by hand afterwards{reasons}."
NO_TREATMENT: Final = "No treatment time was recorded."

ASSESSMENT: Final = "Assessment"
RESPONSE: Final = "**Response.** {text}"
RESPONSES: Final[Mapping[Response, str]] = MappingProxyType(
    {
        Response.IMPROVED: "Improved.",
        Response.UNCHANGED: "Unchanged.",
        Response.WORSE: "Worse after treatment.",
        Response.ADVERSE: "Adverse reaction.",
    }
)
RESPONSES_FULL: Final[Mapping[Response, str]] = MappingProxyType(
    {
        Response.IMPROVED: "Improved after treatment.",
        Response.UNCHANGED: "Unchanged after treatment.",
        Response.WORSE: "Worse after treatment.",
        Response.ADVERSE: "Adverse reaction to treatment.",
    }
)
PAIN_NOW: Final = "Pain now {change} of 10."
GOAL_HEADS: Final = ("", "Goal and measure", "Baseline", "Today", "Target", "Due", "State")
GOAL_WORDS: Final = "**{text}**"
GOAL_MEASURE: Final = "**{text}:** {measure}"
GOAL_STATES: Final[Mapping[GoalStatus, str]] = MappingProxyType(
    {GoalStatus.OPEN: "open", GoalStatus.MET: "met", GoalStatus.DROPPED: "dropped"}
)
PLAN: Final = "Plan"
COURSE: Final = "**Course of care:** {text}"
PLANNED: Final = "**Planned:** {text}."
HOME: Final = "**Home program:** {text}"
NO_PLAN: Final = "No plan was written."
NO_ASSESSMENT: Final = "No assessment was written."

SIGNED_BY: Final = "Electronically signed by"
PREPARED_BY: Final = "Prepared by"
SIGNED_AT: Final = "Signed at"
SIGNED_AFTER: Final = "Signed at ({delay} after the session)"
NOT_SIGNED: Final = "DRAFT, not signed"
DRAFT_HINT: Final = "may still change; not a record"
NPI_LINE: Final = "NPI {npi}"
KEY_LINE: Final = "signing key {key} · record locked"
DIGEST_LABEL: Final = "SHA-256 of the signed record"
PREVIOUS: Final = "after {digest}"
ADDENDUM_HEAD: Final = "**A{number}  Addendum {number}** to the note signed above, which stays as it was"
ADDENDUM_CORRECTS: Final = "**Corrects:** {part}"
ADDENDUM_REASON: Final = "**Reason:** {reason}"
ADDENDUM_SIGNED: Final = "Entered and signed {moment}, by **{name}**, {licence}"
ABBREVIATIONS: Final = ("R right", "L left")
ABBREVIATION_MID: Final = "mid midline"

MECHANISMS: Final[Mapping[Mechanism, str]] = MappingProxyType(
    {
        Mechanism.INJURY: "injury",
        Mechanism.MOTOR_VEHICLE: "vehicle crash",
        Mechanism.WORK: "work",
        Mechanism.GRADUAL: "gradual",
        Mechanism.UNKNOWN: "",
    }
)
CAUTION_LEVELS: Final[Mapping[CautionLevel, str]] = MappingProxyType(
    {
        CautionLevel.ABSOLUTE: "contraindication",
        CautionLevel.LOCAL: "local contraindication",
        CautionLevel.PRECAUTION: "precaution",
    }
)
CAUTION_WORDS: Final = "{text} ({level})"

PAIN_DOWN: Final = "Pain before treatment is down from {first} to {now} of 10 since {day}."
PAIN_UP: Final = "Pain before treatment is up from {first} to {now} of 10 since {day}."
PAIN_SAME: Final = "Pain before treatment is unchanged at {now} of 10 since {day}."
PAIN_TREATED: Final = "Treatment today took pain from {before} to {after} of 10."
PAIN_UNTREATED: Final = "Pain stayed at {before} of 10 through today’s treatment."
PAIN_WORSE: Final = "Pain rose from {before} to {after} of 10 with today’s treatment."
NO_SCORES: Final = "Treated as below; no pain score was taken before and after treatment."
STILL_LIMITED: Final = "Still limited: {text}."
CONFIRM_VISITS: Final = (
    "I ask you to confirm visits\N{NO-BREAK SPACE}{first}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{last}."
)
CONFIRM_TWO: Final = (
    "I ask you to confirm visits\N{NO-BREAK SPACE}{first}\N{NO-BREAK SPACE}and\N{NO-BREAK SPACE}{last}."
)
CONFIRM_LAST: Final = "I ask you to confirm visit {last}, the last of your order."
ORDER_USED: Final = "Your order is used up: I ask whether to go on."

YOUR_ORDER: Final = "your order of {day}"
YOUR_ORDER_ENDS: Final = "your order of {day}, ends {end}"
BASELINE_LINE: Final = "First visit {first} → today, {today}, both before treatment."
SCORE_JUDGED: Final = "{name}: {judged}."
BEFORE_MAP: Final = "Before treatment"
AFTER_MAP: Final = "After treatment"
MAP_ASIDE: Final = "grades today"
GRADES_CHANGE: Final = "Grades: before → after treatment."
REFERS: Final = "; refers to {place}"
ON_SIDES: Final = "{sides}\u00a0{place}"
AND: Final = "\u00a0and\u00a0"
WHAT_I_FOUND: Final = "What I found"
SYMBOLS_GROW: Final = "Symbols grow with the grade."
APPROXIMATE_SIGN: Final = "≈: marked on another figure, the place is approximate."
GONE: Final = "Dashed ring: gone after treatment."
KIND_SIGN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A": "Cross in disc: active trigger point.",
        "L": "Cross in ring: latent trigger point.",
        "T": "Triangle: tender point.",
        "H": "Zigzag: raised tone.",
        "F": "Double bar: fascial restriction, arrow the way it is stuck.",
        "P": "Level lines: pain.",
        "N": "Dots: numbness or tingling.",
        "E": "Rounded arcs: swelling.",
        "S": "Diamond: scar, bruise or skin change.",
        "X": "Crossed box: not worked.",
    }
)
RED_FLAGS: Final = "Red flags and cautions"
NO_RED_FLAGS: Final = "None on file, and none noted today."
ADVERSE: Final = "**Adverse reaction today:** see below."
NOT_WORKED: Final = "**Not worked:** {places}."
RESPONSE_TREATMENT: Final = "Response and treatment"
TREATED: Final = "{minutes} of hands-on treatment today: {techniques}."
TREATED_ALSO: Final = "{minutes} of treatment today: {techniques}."
ASK: Final = "What I ask of you"
ASK_CONFIRM: Final = "**Confirm visits {first}–{last}** on the present order, or send changes."
ASK_CONFIRM_TWO: Final = "**Confirm visits {first} and {last}** on the present order, or send changes."
ASK_CONFIRM_LAST: Final = "**Confirm visit {last}** on the present order, or send changes."
ASK_RENEW: Final = "**Say whether to go on:** the {allowed} visits of your order of {day} are used."
ASK_CHANGE: Final = "**Say what to change,** if anything: regions, frequency, techniques."
ASK_TELL: Final = "**Tell me of new findings** or imaging that bear on hands-on care."
