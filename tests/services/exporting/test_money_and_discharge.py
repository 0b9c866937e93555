"""Bills, payments and the signed end of care in a bundle and in the tables."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desks import PASSPHRASE, HandClock
from reports import samples
from services.billed import MASSAGE, PAYER, signed_visit
from services.exporting.bundle_check import complaints
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import VisitId
from therapist_desk.services import cases, signing
from therapist_desk.services.billing.accounts import EntryDraft, correct, enter
from therapist_desk.services.care.closing import close_case
from therapist_desk.services.care.discharges import sign_discharge
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.sources import References
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.run import Exported, export
from therapist_desk.services.visit import timing, visits

Resource = dict[str, Any]


@pytest.fixture
def visit_id(desk: Desk, clock: HandClock, juniper: Client) -> VisitId:
    return signed_visit(desk, clock, juniper.id)


def run(desk: Desk, out: Path) -> Exported:
    steps = export(desk, Choice(zipped=False), out, samples.atlas(), PaperSize.LETTER, References())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Exported = end.value
            return found


def bundled(exported: Exported) -> dict[str, list[Resource]]:
    """The resources by kind, of a bundle with which nothing is wrong."""
    text = (exported.path / "fhir" / "bundle.json").read_text("utf-8")
    assert complaints(text) == []
    found: dict[str, list[Resource]] = {}
    for entry in json.loads(text)["entry"]:
        found.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    return found


def table(exported: Exported, name: str) -> list[dict[str, str]]:
    text = (exported.path / "tables" / "csv" / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def address(made: Resource) -> dict[str, str]:
    return {"reference": f"urn:uuid:{made['id']}"}


def test_a_complete_bill_is_a_claim_and_lines_of_a_table(desk: Desk, visit_id: VisitId, tmp_path: Path) -> None:
    exported = run(desk, tmp_path)

    (claim,) = bundled(exported)["Claim"]
    codes = [each["diagnosisCodeableConcept"]["coding"][0]["code"] for each in claim["diagnosis"]]
    assert codes == ["M54.2", "M54.6"]
    assert claim["total"] == {"value": 120, "currency": "USD"}
    (line,) = table(exported, "bill_lines")
    assert (line["visit_id"], line["code"], line["units"], line["charge"]) == (visit_id, "97140", "3", "12000")
    assert exported.held == ()
    assert not (exported.path / "bills.txt").exists()


def test_payments_leave_with_the_bundle_and_wrong_ones_say_so(desk: Desk, visit_id: VisitId, tmp_path: Path) -> None:
    today = desk.today()
    first = EntryDraft(kind=EntryKind.CLIENT_PAID, on=today, cents=40000, method=Method.CARD)
    wrong = enter(desk, visit_id, first)
    correct(desk, wrong.id, replace(first, cents=4000), "a nought too many")
    enter(
        desk,
        visit_id,
        EntryDraft(kind=EntryKind.PAYER_PAID, on=today, cents=5000, method=Method.CHECK, note="check 1017"),
    )
    enter(desk, visit_id, EntryDraft(kind=EntryKind.WRITTEN_OFF, on=today, cents=1500))
    enter(desk, visit_id, EntryDraft(kind=EntryKind.REFUND, on=today, cents=500, method=Method.CASH))
    enter(desk, visit_id, EntryDraft(kind=EntryKind.CHARGE, on=today, cents=2500, note="missed appointment"))

    found = bundled(run(desk, tmp_path))

    (claim,) = found["Claim"]
    paid = found["PaymentReconciliation"]
    assert [(each["status"], each["paymentAmount"]["value"]) for each in paid] == [
        ("entered-in-error", 400),
        ("active", 40),
        ("active", 50),
        ("active", 0),
        ("active", -5),
    ]
    assert all(each["detail"][0]["request"] == address(claim) for each in paid)
    assert paid[1]["detail"][0]["predecessor"] == paid[0]["identifier"][0]
    assert [note["text"] for note in paid[1]["processNote"]] == ["Corrects an earlier entry: a nought too many"]
    (payer,) = (each for each in found["Organization"] if each["name"] == PAYER.name)
    assert [each.get("paymentIssuer") for each in paid] == [None, None, address(payer), None, None]
    assert paid[2]["disposition"] == "paid by payer, check"
    assert paid[3]["detail"][0]["amount"]["value"] == 15
    (item,) = found["ChargeItem"]
    assert (item["code"]["text"], item["priceOverride"]["value"]) == ("missed appointment", 25)


def test_a_bill_that_waits_is_told_with_what_it_waits_for(
    desk: Desk, clock: HandClock, juniper: Client, tmp_path: Path
) -> None:
    signed_visit(desk, clock, juniper.id, payer=replace(PAYER, billing_tax_id=""))

    exported = run(desk, tmp_path)

    found = bundled(exported)
    assert "Claim" not in found
    assert len(exported.held) == 1
    told = (exported.path / "bills.txt").read_text("utf-8")
    assert told.startswith(f"{juniper.record_number}, visit of 2026-11-23: This bill waits for our tax ID")
    assert "bills.txt" in (exported.path / "README.txt").read_text("utf-8")
    assert exported.problems == ()


def test_who_never_bills_is_not_told_of_bills(desk: Desk, clock: HandClock, juniper: Client, tmp_path: Path) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    visit = timing.start(desk, visits.start_visit(desk, case.id).id, MASSAGE)
    clock.wait(40)
    timing.stop(desk, visit.id)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")

    exported = run(desk, tmp_path)

    assert exported.visits == 1
    assert exported.held == ()


def test_two_visits_of_a_day_are_billed_once(desk: Desk, clock: HandClock, visit_id: VisitId, tmp_path: Path) -> None:
    case_id = visits.open_visit(desk, visit_id).visit.case_id
    second = timing.start(desk, visits.start_visit(desk, case_id).id, MASSAGE)
    clock.wait(30)
    timing.stop(desk, second.id)
    signing.sign_visit(desk, second.id, PASSPHRASE, override_reason="a test")

    exported = run(desk, tmp_path)

    (claim,) = bundled(exported)["Claim"]
    assert len(claim["item"][0]["encounter"]) == 2
    assert [(line["visit_id"], line["units"]) for line in table(exported, "bill_lines")] == [
        (visit_id, "2"),
        (visit_id, "3"),
    ]


def test_a_signed_discharge_leaves_as_summary_pdf_signed_bytes_and_signature(
    desk: Desk, visit_id: VisitId, juniper: Client, tmp_path: Path
) -> None:
    case_id = visits.open_visit(desk, visit_id).visit.case_id
    ending = Discharge(reason=DischargeReason.GOALS_MET, on=desk.today(), summary="Drives <without> pain.")
    close_case(desk, case_id, ending)
    seal = sign_discharge(desk, case_id, PASSPHRASE)

    exported = run(desk, tmp_path)

    found = bundled(exported)
    (summary,) = (each for each in found["Composition"] if each["type"]["coding"][0]["code"] == "18842-5")
    assert "Drives &lt;without&gt; pain." in summary["section"][1]["text"]["div"]
    assert summary["event"][0]["detail"] == [address(found["EpisodeOfCare"][0])]
    (signed,) = (each for each in found["Provenance"] if each["target"][0] == address(summary))
    assert f"SHA-256 digest {seal.digest}" in signed["entity"][0]["what"]["display"]
    kinds = [
        each["content"][0]["attachment"]["contentType"]
        for each in found["DocumentReference"]
        if each["type"]["coding"][0]["code"] == "18842-5"
    ]
    assert sorted(kinds) == ["application/json", "application/pdf"]
    (note, discharge) = sorted((exported.path / "notes").iterdir(), key=lambda path: len(path.name))
    assert discharge.name == f"{note.stem}-discharge.pdf"
    assert juniper.record_number in discharge.name


def test_what_changed_in_the_case_since_leaves_what_was_signed_alone(
    desk: Desk, visit_id: VisitId, tmp_path: Path
) -> None:
    case = cases.case_files(desk, visits.open_visit(desk, visit_id).visit.client_id)[0].case
    cases.save_case(desk, replace(case, diagnoses=(), coverage=None))

    found = bundled(run(desk, tmp_path))

    (claim,) = found["Claim"]
    assert [each["diagnosisCodeableConcept"]["coding"][0]["code"] for each in claim["diagnosis"]] == [
        "M54.2",
        "M54.6",
    ]
    assert claim["insurance"][0]["coverage"] == {"display": PAYER.name}
    (encounter,) = found["Encounter"]
    assert [each["coding"][0]["code"] for each in encounter["reasonCode"]] == ["M54.2", "M54.6"]
    assert "Coverage" not in found
