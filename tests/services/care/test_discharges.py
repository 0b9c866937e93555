"""Discharges as signed records, on a real store."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from desks import PASSPHRASE, HandClock, checked_records
from reports import samples
from reports.pdfs import flat
from services.billed import signed_visit
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.record import Seal
from therapist_desk.services import cases, signing
from therapist_desk.services.care import closing
from therapist_desk.services.care.discharges import (
    DischargeSignedError,
    NothingToSumUpError,
    StillOpenError,
    sign_discharge,
    signed_discharge,
)
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.keeping import file_name
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.seal_check import check_pdf
from therapist_desk.services.documents.sources import References, Source, source_for
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.run import export
from therapist_desk.services.visit import timing, visits
from therapist_desk.store.errors import WrongPassphraseError


@pytest.fixture
def visit_id(desk: Desk, clock: HandClock, juniper: Client) -> VisitId:
    return signed_visit(desk, clock, juniper.id)


@pytest.fixture
def case_id(desk: Desk, visit_id: VisitId) -> CaseId:
    """A case with one signed visit, closed."""
    case_id = visits.open_visit(desk, visit_id).visit.case_id
    close(desk, case_id)
    return case_id


def close(desk: Desk, case_id: CaseId, summary: str = "Drives without pain.") -> None:
    closing.close_case(desk, case_id, Discharge(reason=DischargeReason.GOALS_MET, on=desk.today(), summary=summary))


def source(desk: Desk, visit_id: VisitId) -> Source:
    return source_for(desk, DocumentKind.DISCHARGE, visit_id, References())


def printed(desk: Desk, visit_id: VisitId) -> str:
    return flat(make_document(source(desk, visit_id), DocumentKind.DISCHARGE, PaperSize.LETTER, samples.atlas()))


def kept(desk: Desk, case_id: CaseId) -> Seal | None:
    with desk.store.reading() as charts:
        found = signed_discharge(charts, charts.cases.get(case_id))
        return None if found is None else found[1]


def test_a_signed_discharge_is_a_link_of_the_chain_and_its_paper_carries_signature_and_hash(
    desk: Desk, visit_id: VisitId, case_id: CaseId
) -> None:
    assert source(desk, visit_id).seal is None
    assert "DRAFT" in printed(desk, visit_id)
    assert file_name(source(desk, visit_id), DocumentKind.DISCHARGE).endswith("discharge-draft.pdf")

    seal = sign_discharge(desk, case_id, PASSPHRASE)

    report = checked_records(desk)
    assert (report.checked, report.flawed) == (2, ())
    assert seal.sequence == 2
    said = printed(desk, visit_id)
    assert "DRAFT" not in said
    assert f"record {seal.digest[:8]}" in said
    assert "Drives without pain." in said
    with desk.store.reading() as charts:
        assert charts.audit.last(AuditAction.DISCHARGE_SIGNED) is not None


def test_it_stays_as_it_was_signed_whatever_changes_around_it(desk: Desk, visit_id: VisitId, case_id: CaseId) -> None:
    seal = sign_discharge(desk, case_id, PASSPHRASE)
    with desk.store.reading() as charts:
        case = charts.cases.get(case_id)
    cases.save_case(desk, replace(case, home_care="Something new"))

    assert kept(desk, case_id) == seal
    assert "Something new" not in printed(desk, visit_id)


def test_a_case_reopened_and_closed_otherwise_is_signed_anew_and_the_first_signature_stays(
    desk: Desk, visit_id: VisitId, case_id: CaseId
) -> None:
    sign_discharge(desk, case_id, PASSPHRASE)
    with pytest.raises(DischargeSignedError):
        sign_discharge(desk, case_id, PASSPHRASE)
    closing.reopen_case(desk, case_id)
    with pytest.raises(StillOpenError):
        sign_discharge(desk, case_id, PASSPHRASE)
    close(desk, case_id, "Still stiff.")

    assert kept(desk, case_id) is None
    second = sign_discharge(desk, case_id, PASSPHRASE)

    assert second.sequence == 3
    assert checked_records(desk).checked == 3
    assert "Still stiff." in printed(desk, visit_id)


def test_a_visit_after_the_signature_asks_for_another_one(desk: Desk, visit_id: VisitId, case_id: CaseId) -> None:
    sign_discharge(desk, case_id, PASSPHRASE)
    closing.reopen_case(desk, case_id)
    visit = visits.start_visit(desk, case_id)
    timing.start(desk, visit.id)
    timing.stop(desk, visit.id)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    close(desk, case_id)

    assert kept(desk, case_id) is None
    assert visit_id


def test_nothing_is_signed_with_a_wrong_passphrase_or_without_a_visit(desk: Desk, juniper: Client) -> None:
    empty = cases.open_case(desk, juniper.id, "Nobody came")
    close(desk, empty.id)

    with pytest.raises(WrongPassphraseError):
        sign_discharge(desk, empty.id, "wrong")
    with pytest.raises(NothingToSumUpError):
        sign_discharge(desk, empty.id, PASSPHRASE)

    assert checked_records(desk).checked == 0


def test_an_export_carries_the_discharge_so_that_the_chain_has_no_hole(
    desk: Desk, case_id: CaseId, tmp_path: Path
) -> None:
    seal = sign_discharge(desk, case_id, PASSPHRASE)
    out = tmp_path / "out"
    out.mkdir()
    choice = Choice(zipped=False)

    made = export(desk, choice, out, samples.atlas(), PaperSize.LETTER)
    while True:
        try:
            next(made)
        except StopIteration as end:
            folder = end.value.path
            break

    signed = sorted(path.name for path in (folder / "signed").iterdir())
    assert signed == ["000001.json", "000002.json"]
    content = (folder / "signed" / "000002.json").read_bytes()
    assert hashlib.sha256(bytes.fromhex(seal.previous) + content).hexdigest() == seal.digest
    assert "discharge" in (folder / "tables" / "csv" / "signatures.csv").read_text("utf-8-sig")
    bundle = Bundle.model_validate_json((folder / "fhir" / "bundle.json").read_text("utf-8"))
    assert bundle.entry


def test_a_check_of_the_paper_knows_whose_discharge_it_is(
    desk: Desk, visit_id: VisitId, case_id: CaseId, tmp_path: Path
) -> None:
    sign_discharge(desk, case_id, PASSPHRASE)
    path = tmp_path / "discharge.pdf"
    path.write_bytes(make_document(source(desk, visit_id), DocumentKind.DISCHARGE, PaperSize.LETTER, samples.atlas()))

    record = check_pdf(path, desk).record

    assert record is not None
    assert record.visit_number == 1
