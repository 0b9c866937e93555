"""The sample practice, its clients, their cases, orders and payers: invented, and named so that it shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from therapist_desk.app.demo import care
from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.care.case import Case, Coverage, Diagnosis, Mechanism
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.treatment import PlanTerms
from therapist_desk.domain.client import Caution, CautionLevel, Client, ClientDetails
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import CaseId, PayerId, ReferralId, TherapistId
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Address, Physician, Practice, Therapist
from therapist_desk.services.desk import new_id
from therapist_desk.services.opening import Registration

# An NPI of the published check-digit example; it belongs to nobody.
_SAMPLE_NPI: Final = "1234567893"
_TOWN: Final = Address(street="12 Sample Street", city="Testville", state="WA", postal_code="98000")
_FAMILY_DOCTOR: Final = Physician(
    name="Ilse Placeholder",
    credentials="MD",
    npi="1999999984",
    practice="Example Family Medicine",
    phone="555-0160",
    fax="555-0161",
)


def registration() -> Registration:
    """Give the sample therapist and practice."""
    return Registration(
        therapist=Therapist(
            id=TherapistId(new_id()),
            name="Robin Mockford",
            credentials="LMT",
            licence_number="TEST-00417",
            licence_state="WA",
            npi=_SAMPLE_NPI,
        ),
        practice=Practice(
            name="Mockford Medical Massage",
            address=_TOWN,
            phone="555-0142",
            fax="555-0143",
            tax_id="00-0000000",
        ),
    )


def whiplash_client() -> ClientDetails:
    """Give the client with headaches after a car crash."""
    return ClientDetails(
        given_name="Juniper",
        family_name="Sample-Hayes",
        date_of_birth=date(1987, 3, 14),
        pronouns="she/her",
        phone="555-0117",
        email="juniper@example.com",
        address=Address(street="3 Fiction Lane", city="Testville", state="WA", postal_code="98000"),
        emergency_contact="Hollis Sample, 555-0118",
        figure=Figure.FEMALE,
        cautions=(
            Caution("Apixaban: no deep pressure", CautionLevel.PRECAUTION),
            Caution("Arnica allergy", CautionLevel.PRECAUTION),
        ),
    )


def whiplash_case(client: Client, payer: Payer, today: date) -> Case:
    """Give her case: ordered, insured, with measurable goals."""
    injured, ordered = today - timedelta(days=82), today - timedelta(days=42)
    doctor = _FAMILY_DOCTOR.signature_name
    return Case(
        id=CaseId(new_id()),
        client_id=client.id,
        title="Tension headache after whiplash",
        complaint="Headache from the right side of the neck to the temple, neck stiff when turning right",
        onset=injured,
        mechanism=Mechanism.MOTOR_VEHICLE,
        aggravating="desk work beyond an hour, looking over the right shoulder",
        easing="heat, lying down",
        prior_care="Two weeks of rest and ibuprofen",
        diagnoses=(
            Diagnosis(
                code="S16.1XXD",
                title="Strain of muscle, fascia and tendon at neck level, subsequent encounter",
                given_by=doctor,
                given_on=ordered,
            ),
            Diagnosis(
                code="G44.319",
                title="Acute post-traumatic headache, not intractable",
                given_by=doctor,
                given_on=ordered,
            ),
            Diagnosis(code="M54.2", title="Cervicalgia", given_by=doctor, given_on=ordered),
        ),
        goals=care.whiplash_goals(ordered, today),
        plan_lines=care.whiplash_plan(),
        terms=PlanTerms(frequency="weekly", session_minutes=60, visits=12, review_at=6),
        checks=care.whiplash_checks(),
        home_care="Chin tucks 2 × 10 daily\nHeat 15 min before desk work",
        coverage=Coverage(
            payer_id=payer.id, insured_id="TEST-88-1234", claim_number="TEST-0017", date_of_injury=injured
        ),
        opened_on=ordered,
    )


def whiplash_referral(case: Case, today: date) -> Referral:
    """Give the physician's order for her case."""
    return Referral(
        id=ReferralId(new_id()),
        case_id=case.id,
        physician=_FAMILY_DOCTOR,
        ordered_on=today - timedelta(days=42),
        starts_on=today - timedelta(days=41),
        expires_on=today + timedelta(days=37),
        visits_allowed=12,
        visits_per_week=2,
        authorization="A-77120",
        diagnosis_codes=tuple(diagnosis.code for diagnosis in case.diagnoses),
    )


def motor_units() -> str:
    """Give what the insurer of the car crash adds to the shipped card of its kind."""
    return (
        "\n[units]\n"
        'rule = "eight-minute"\n'
        'source = "a letter of this made-up insurer"\n'
        "date = 2026-11-23\n"
        'basis = "known practice"\n'
    )


def motor_insurer() -> Payer:
    """Give the insurer of the car crash."""
    return Payer(
        id=PayerId(new_id()),
        name="Placeholder Mutual",
        kind=PayerKind.MOTOR_VEHICLE,
        phone="555-0190",
        fax="555-0191",
        address=Address(street="PO Box 0", city="Testville", state="WA", postal_code="98000"),
        rule_card="motor-vehicle",
        fees=(Fee("97140", 4200), Fee("97124", 3800)),
    )


def sciatica_client() -> ClientDetails:
    """Give the client with a long-standing back."""
    return ClientDetails(
        given_name="Bartholomew",
        family_name="Mockley",
        date_of_birth=date(1968, 9, 2),
        pronouns="he/him",
        phone="555-0123",
        address=Address(street="47 Pretend Road", city="Testville", state="WA", postal_code="98000"),
        figure=Figure.MALE,
        cautions=(Caution("Varicose veins, left calf: no pressure there", CautionLevel.LOCAL),),
    )


def sciatica_case(client: Client, today: date) -> Case:
    """Give his case: self-paid, ordered by the physician."""
    ordered = today - timedelta(days=50)
    doctor = "Quentin Invented, DO"
    return Case(
        id=CaseId(new_id()),
        client_id=client.id,
        title="Chronic low back pain with sciatica, left",
        complaint="Low back pain with pain down the back of the left leg to the calf",
        onset=today - timedelta(days=400),
        mechanism=Mechanism.GRADUAL,
        aggravating="sitting beyond 30 minutes, lifting",
        easing="walking, lying with the knees bent",
        prior_care="Physiotherapy last winter, exercises kept up",
        diagnoses=(
            Diagnosis(code="M54.42", title="Lumbago with sciatica, left side", given_by=doctor, given_on=ordered),
            Diagnosis(code="G89.29", title="Other chronic pain", given_by=doctor, given_on=ordered),
        ),
        goals=care.sciatica_goals(ordered, today),
        plan_lines=care.sciatica_plan(),
        terms=PlanTerms(frequency="weekly", session_minutes=60, visits=8, review_at=6),
        home_care="Hip hinge practice\nWalk 20 min twice a day",
        opened_on=ordered,
    )


def sciatica_referral(case: Case, today: date) -> Referral:
    """Give the order for his case."""
    return Referral(
        id=ReferralId(new_id()),
        case_id=case.id,
        physician=Physician(
            name="Quentin Invented", credentials="DO", practice="Made-up Spine Clinic", phone="555-0170"
        ),
        ordered_on=today - timedelta(days=50),
        starts_on=today - timedelta(days=49),
        expires_on=today + timedelta(days=11),
        visits_allowed=8,
        visits_per_week=1,
        diagnosis_codes=tuple(diagnosis.code for diagnosis in case.diagnoses),
    )


def pianist_client() -> ClientDetails:
    """Give the pianist, whose name is written in Cyrillic."""
    return ClientDetails(
        given_name="Мария",
        family_name="Примерова",
        date_of_birth=date(1994, 6, 21),
        pronouns="she/her",
        phone="555-0131",
        figure=Figure.FEMALE,
    )


def pianist_case(client: Client, today: date) -> Case:
    """Give her case."""
    return Case(
        id=CaseId(new_id()),
        client_id=client.id,
        title="Carpal tunnel syndrome, right",
        complaint="Numb thumb and first two fingers of the right hand, worse at night and after practice",
        onset=today - timedelta(days=120),
        mechanism=Mechanism.WORK,
        aggravating="octave passages, more than 40 minutes at the piano",
        easing="shaking the hand, wrist splint at night",
        diagnoses=(
            Diagnosis(
                code="G56.01",
                title="Carpal tunnel syndrome, right upper limb",
                given_by="Ilse Placeholder, MD",
                given_on=today - timedelta(days=21),
            ),
        ),
        goals=care.pianist_goals(today - timedelta(days=15), today),
        plan_lines=care.pianist_plan(),
        terms=PlanTerms(frequency="weekly", session_minutes=45, visits=6, review_at=4),
        home_care="Median nerve glides 2 × 10\nBreaks every 30 minutes",
        opened_on=today - timedelta(days=20),
    )
