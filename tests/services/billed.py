"""A signed visit with a payer, for tests of money."""

from __future__ import annotations

from dataclasses import replace

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.care.case import Coverage, Diagnosis, Mechanism
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import ClientId, PayerId, VisitId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.session.technique import Technique
from therapist_desk.services import cases, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import timing, visits

MASSAGE = Technique("massage", "Massage", "97124")
MANUAL = Technique("manual", "Manual work", "97140")
NECK_AND_BACK = (Diagnosis(code="M54.2", title="Cervicalgia"), Diagnosis(code="M54.6", title="Mid back"))
PAYER = Payer(
    id=PayerId("payer"),
    name="Tidewater Example Mutual",
    billing_tax_id="00-0000000",
    fees=(Fee("97124", 3400), Fee("97140", 4000)),
)


def signed_visit(
    desk: Desk,
    clock: HandClock,
    client_id: ClientId,
    *minutes: tuple[Technique, int],
    payer: Payer = PAYER,
    claim: str = "CM-1",
    diagnoses: tuple[Diagnosis, ...] = NECK_AND_BACK,
) -> VisitId:
    """Time and sign a visit of a case of its own, with two diagnoses and a payer."""
    cases.save_payer(desk, payer)
    case = cases.open_case(desk, client_id, "Neck after a crash")
    cases.save_case(
        desk,
        replace(
            case,
            mechanism=Mechanism.MOTOR_VEHICLE,
            coverage=Coverage(payer_id=payer.id, claim_number=claim),
            diagnoses=diagnoses,
        ),
    )
    visit = visits.start_visit(desk, case.id)
    for place, (technique, spent) in enumerate(minutes or ((MANUAL, 40),)):
        (timing.switch if place else timing.start)(desk, visit.id, technique)
        clock.wait(spent)
    timing.stop(desk, visit.id)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    return visit.id
