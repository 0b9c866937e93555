"""Exports of a real store, read by another library, by the csv and json modules, and by a PDF reader."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from desks import ROBIN, HandClock, open_desk
from services.exporting.bundle_check import complaints
from services.exporting.charted import SCAN, TYPED, Charted, chart
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.billing.accounts import EntryDraft, correct, enter
from therapist_desk.services.clients import add_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.bills import settle_bill
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.sources import References
from therapist_desk.services.exporting import tabling
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.errors import ExportFolderError, ExportFullError, NothingChosenError
from therapist_desk.services.exporting.fhir.parts import narrative, resource
from therapist_desk.services.exporting.place import clear_left
from therapist_desk.services.exporting.run import Exported, export, note_export
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.signing import is_signed_by
from therapist_desk.store.store import Store
from ui.samples import JUNIPER

ATLAS = Atlas(Path(__file__).parents[3] / "resources" / "body_map")


@cache
def _charted_once() -> tuple[TemporaryDirectory[str], MasterKey, Charted, datetime]:
    """The charts that all tests here export, made once: each works on a copy."""
    home = TemporaryDirectory(prefix="export-")
    clock = HandClock()
    with closing(open_desk(Path(home.name) / "charts", clock)) as desk:
        made = chart(desk, clock, Path(home.name))
        master = desk.master
    return home, master, made, clock.now().utc


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    folder = tmp_path / "charts"
    if "charted" not in request.fixturenames:
        opened = open_desk(folder, clock)
    else:
        home, master, _, then = _charted_once()
        shutil.copytree(Path(home.name) / "charts", folder)
        clock.set(then)
        opened = Desk(Store.open(folder, master), folder, master, ROBIN.therapist.id, clock, clock.now())
    yield opened
    opened.close()


@pytest.fixture
def charted() -> Charted:
    return _charted_once()[2]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def run(desk: Desk, choice: Choice, folder: Path) -> Exported:
    steps = export(desk, choice, folder, ATLAS, PaperSize.LETTER)
    shares: list[float] = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            assert shares == sorted(shares)
            assert all(0 <= share <= 1 for share in shares)
            found: Exported = end.value
            return found


def entries(folder: Path) -> list[dict[str, Any]]:
    bundle = json.loads((folder / "fhir" / "bundle.json").read_text("utf-8"))
    return [entry["resource"] for entry in bundle["entry"]]


def read_back(folder: Path) -> None:
    """Let the other library read the bundle, and hold it against what that declares."""
    assert complaints((folder / "fhir" / "bundle.json").read_text("utf-8")) == []


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    text = (folder / "tables" / "csv" / f"{table}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def test_another_library_reads_the_bundle_and_every_reference_leads_somewhere(
    desk: Desk, charted: Charted, out: Path
) -> None:
    folder = run(desk, Choice(zipped=False), out).path

    text = (folder / "fhir" / "bundle.json").read_text("utf-8")
    read_back(folder)

    plain = json.loads(text)
    known = {entry["fullUrl"] for entry in plain["entry"]}
    assert len(known) == len(plain["entry"])
    assert set(references(plain)) <= known
    kinds = Counter(entry["resource"]["resourceType"] for entry in plain["entry"])
    assert kinds["Patient"] == 2
    assert kinds["Encounter"] == 6
    assert kinds["Composition"] == 6  # five visits begun, and an addendum
    assert kinds["Provenance"] == 3
    assert {"ServiceRequest", "Condition", "Goal", "CarePlan", "EpisodeOfCare", "Coverage"} <= kinds.keys()
    assert {"Consent", "MedicationStatement", "AllergyIntolerance", "QuestionnaireResponse", "Flag"} <= kinds.keys()
    events = [each["resource"] for each in plain["entry"] if each["resource"]["resourceType"] == "AuditEvent"]
    assert {"visit signed", "paper attached", "addendum signed"} <= {each["subtype"][0]["display"] for each in events}
    told = [each["resource"]["code"]["text"] for each in plain["entry"] if each["resource"]["resourceType"] == "Flag"]
    assert "Implant: Hip replacement, left" in told  # the history says it; nobody typed it
    assert charted.signed


def test_the_bundle_says_what_the_charts_say(desk: Desk, charted: Charted, out: Path) -> None:
    found = entries(run(desk, Choice(client_id=charted.juniper, zipped=False), out).path)

    (patient,) = (each for each in found if each["resourceType"] == "Patient")
    assert patient["name"][0]["family"] == "Sample-Hayes"
    assert patient["birthDate"] == "1987-03-14"
    (order,) = (each for each in found if each["resourceType"] == "ServiceRequest")
    assert order["quantityQuantity"] == {"value": 12, "unit": "visits"}
    assert order["occurrencePeriod"] == {"start": "2026-10-12", "end": "2026-12-30"}
    given = [each.get("asserter") for each in found if each["resourceType"] == "Condition"]
    assert {"display": "Dr Placeholder"} in given
    rotation = [each for each in found if each.get("code", {}).get("text") == "cervical rotation"]
    assert [(each["method"]["text"], each["valueQuantity"]["value"]) for each in rotation] == [
        ("before treatment", 46),
        ("after treatment", 57.5),
    ]
    assert rotation[0]["valueQuantity"]["code"] == "deg"
    assert rotation[0]["status"] == "final"
    pains = [
        each["valueInteger"]
        for each in found
        if each["resourceType"] == "Observation" and each["code"].get("coding", [{}])[0].get("code") == "72514-3"
    ]
    assert pains[:2] == [8, 6]
    goals = [each for each in found if each["resourceType"] == "Goal"]
    (target,) = (each["target"] for each in goals if "mirror" in each["description"]["text"])
    assert target[0]["detailQuantity"] == {
        "value": 70,
        "unit": "°",
        "system": "http://unitsofmeasure.org",
        "code": "deg",
        "comparator": ">=",
    }


def test_signed_notes_are_inside_as_pdfs_and_as_the_bytes_that_were_signed(
    desk: Desk, charted: Charted, out: Path
) -> None:
    found = entries(run(desk, Choice(client_id=charted.juniper, zipped=False), out).path)

    by_url = {f"urn:uuid:{each['id']}": each for each in found}
    documents = [each for each in found if each["resourceType"] == "DocumentReference"]
    contents: dict[str, list[bytes]] = {}
    for document in documents:
        attachment = document["content"][0]["attachment"]
        content = base64.b64decode(by_url[attachment["url"]]["data"])
        assert len(content) == attachment["size"]
        digest = hashlib.sha1(content, usedforsecurity=False).digest()
        assert base64.b64encode(digest).decode() == attachment["hash"]
        contents.setdefault(attachment["contentType"], []).append(content)
    pdfs = [content for content in contents["application/pdf"] if content != SCAN]
    assert len(pdfs) == 2
    assert SCAN in contents["application/pdf"]
    assert "Sample-Hayes" in PdfReader(io.BytesIO(pdfs[0])).pages[0].extract_text()
    assert len(contents["application/json"]) == 3
    assert all(json.loads(content)["schema"] == 1 for content in contents["application/json"])


def test_an_addendum_amends_the_note_it_belongs_to(desk: Desk, charted: Charted, out: Path) -> None:
    found = entries(run(desk, Choice(client_id=charted.juniper, zipped=False), out).path)

    notes = {each["id"]: each for each in found if each["resourceType"] == "Composition"}
    (addendum,) = (each for each in notes.values() if "relatesTo" in each)
    amended = notes[addendum["relatesTo"][0]["targetReference"]["reference"].removeprefix("urn:uuid:")]
    assert addendum["relatesTo"][0]["code"] == "appends"
    assert "findings on the body map" in addendum["section"][0]["text"]["div"]
    assert amended["status"] == "amended"
    assert sorted(each["status"] for each in notes.values()).count("preliminary") == 3
    assert "&lt;on&gt; Thursday &amp; Friday" in amended["section"][0]["text"]["div"]


def test_tables_hold_every_row_and_the_dictionary_every_column(desk: Desk, charted: Charted, out: Path) -> None:
    folder = run(desk, Choice(fhir=False, notes=False, zipped=False), out).path

    assert [row["family_name"] for row in rows(folder, "clients")] == ["Sample-Hayes", ""]
    assert rows(folder, "clients")[1]["given_name"] == "Zo\u00eb"
    assert [row["status"] for row in rows(folder, "visits")] == [
        "signed",
        "signed",
        "draft",
        "draft",
        "draft",
        "planned",
    ]
    assert TYPED in rows(folder, "notes")[0]["subjective"]
    assert "Treatment: myofascial release" in rows(folder, "notes")[0]["objective"]
    assert rows(folder, "measurements")[0]["after"] == "57.5"
    assert [row["given"] for row in rows(folder, "answers")] == ["4", "5", ""]
    assert rows(folder, "addenda")[0]["text"] == "The tender point was on the left."
    assert rows(folder, "addenda")[0]["corrects"] == "findings on the body map"
    assert rows(folder, "referrals")[0]["visits_allowed"] == "12"
    assert {"visit signed", "paper attached"} <= {row["action"] for row in rows(folder, "audit")}
    dictionary = (folder / "tables" / "data_dictionary.csv").read_text("utf-8-sig")
    told = {(row["table"], row["column"]) for row in csv.DictReader(io.StringIO(dictionary, newline=""))}
    for file in (folder / "tables" / "csv").iterdir():
        heads = file.read_text("utf-8-sig").splitlines()[0].split(",")
        assert {(file.stem, head) for head in heads} <= told
        as_json = json.loads((folder / "tables" / "json" / f"{file.stem}.json").read_text("utf-8"))
        assert len(as_json) == len(rows(folder, file.stem))
        assert list(as_json[0]) == heads
    assert charted.other


def test_payments_and_what_was_settled_for_bills_leave_with_the_tables(
    desk: Desk, charted: Charted, out: Path
) -> None:
    paid = EntryDraft(kind=EntryKind.CLIENT_PAID, on=desk.today(), cents=40000, method=Method.CARD)
    wrong = enter(desk, charted.signed, paid)
    correct(desk, wrong.id, replace(paid, cents=4000), "one nought too many")
    settle_bill(desk, charted.signed, References(), place="12", pointing=(), unit_choice=())

    folder = run(desk, Choice(fhir=False, notes=False, zipped=False), out).path

    assert [(row["cents"], row["replaces"], row["reason"]) for row in rows(folder, "payments")] == [
        ("40000", "", ""),
        ("4000", wrong.id, "one nought too many"),
    ]
    assert [(row["visit_id"], row["place"]) for row in rows(folder, "bills")] == [(charted.signed, "12")]


def test_what_the_dictionary_says_is_said_of_every_column() -> None:
    names = [table.name for table in tabling.TABLES]
    assert len(names) == len(set(names))
    for table in tabling.TABLES:
        assert len(set(table.heads)) == len(table.heads)
        assert all(column.meaning.endswith(".") for column in table.columns)
        assert table.about.endswith(".")


def test_the_chain_can_be_checked_with_what_was_exported_alone(desk: Desk, charted: Charted, out: Path) -> None:
    folder = run(desk, Choice(fhir=False, notes=False, zipped=False), out).path

    previous = "0" * 64
    for row in sorted(rows(folder, "signatures"), key=lambda row: int(row["sequence"])):
        content = (folder / "signed" / f"{int(row['sequence']):06}.json").read_bytes()
        assert row["previous"] == previous
        assert hashlib.sha256(bytes.fromhex(previous) + content).hexdigest() == row["digest"]
        assert is_signed_by(row["public_key"], bytes.fromhex(row["digest"]), row["signature"])
        previous = row["digest"]
    assert len(rows(folder, "signatures")) == 3
    assert charted.signed


def test_one_client_leaves_alone(desk: Desk, charted: Charted, out: Path) -> None:
    add_client(desk, JUNIPER)

    exported = run(desk, Choice(client_id=charted.other, zipped=False), out)

    assert exported.clients == 1
    everything = b"".join(path.read_bytes() for path in exported.path.rglob("*") if path.is_file())
    assert "Zo\u00eb".encode() in everything
    for word in (b"Sample-Hayes", b"Placeholder Mutual", b"Whiplash"):
        assert word not in everything


def test_a_zip_holds_the_same_and_no_file_is_named_by_a_client(desk: Desk, charted: Charted, out: Path) -> None:
    packed = run(desk, Choice(client_id=charted.juniper), out)

    assert packed.path.name == "TD-000001-export-2026-11-23-100000.zip"
    assert [path.name for path in out.iterdir()] == [packed.path.name]
    assert stat.S_IMODE(packed.path.stat().st_mode) == 0o600
    with zipfile.ZipFile(packed.path) as archive:
        assert archive.testzip() is None
        names = [name.partition("/")[2] for name in archive.namelist()]
    assert {"README.txt", "fhir/bundle.json", "tables/data_dictionary.csv", "tables/csv/notes.csv"} <= set(names)
    assert sum(name.startswith("notes/TD-000001-2026-10-14-") for name in names) == 1
    assert sum(name.startswith("papers/") for name in names) == 1
    assert not any("uniper" in name or "ample" in name for name in names)


def test_only_what_is_chosen_is_written(desk: Desk, charted: Charted, out: Path) -> None:
    only = run(desk, Choice(fhir=False, tables=False, notes=True, papers=False, zipped=False), out)

    assert {path.name for path in only.path.iterdir()} == {"README.txt", "notes"}
    with pytest.raises(NothingChosenError):
        run(desk, Choice(fhir=False, tables=False, notes=False, papers=False), out)
    assert charted.signed


@pytest.mark.parametrize("zipped", [True, False])
def test_called_off_at_any_step_nothing_is_left(desk: Desk, charted: Charted, out: Path, *, zipped: bool) -> None:
    choice = Choice(fhir=False, notes=False, zipped=zipped)
    steps = sum(1 for _ in export(desk, choice, out, ATLAS, PaperSize.LETTER))
    for done in out.iterdir():
        done.rename(done.with_name(f"kept-{done.name}"))
    kept = sorted(out.iterdir())

    for after in (1, steps // 2, steps - 1):
        under_way = export(desk, choice, out, ATLAS, PaperSize.LETTER)
        for _ in range(after):
            next(under_way)
        under_way.close()
        assert sorted(out.iterdir()) == kept
    assert charted.signed


def test_an_export_never_replaces_another_and_clears_what_a_crash_left(
    desk: Desk, charted: Charted, out: Path
) -> None:
    left = out / ".charts-export-2026-11-22-090000.unfinished"
    (left / "fhir").mkdir(parents=True)
    (left / "fhir" / "bundle.json").write_text("half", encoding="utf-8")

    first, second = (run(desk, Choice(fhir=False, notes=False, zipped=False), out) for _ in range(2))

    assert {path.name for path in out.iterdir()} == {first.path.name, second.path.name}
    assert charted.signed


def test_what_the_computer_stopped_in_is_cleared_once_it_surely_does_not_go_on(out: Path) -> None:
    for name in (
        ".charts-export-2026-11-22-090000.unfinished",
        ".TD-000001-export-2026-11-22-090000.zip.unfinished",
        ".charts-export-2026-11-23-090000.unfinished",
        ".charts-export-2026-99-22-090000.unfinished",
        ".somebody-else.unfinished",
        "charts-export-2026-11-22-090000.zip",
    ):
        (out / name).write_text("half", encoding="utf-8")

    clear_left(out, HandClock().now().local)  # at noon of the 23rd
    clear_left(out / "nowhere", HandClock().now().local)

    assert sorted(path.name for path in out.iterdir()) == [
        ".charts-export-2026-11-23-090000.unfinished",
        ".charts-export-2026-99-22-090000.unfinished",
        ".somebody-else.unfinished",
        "charts-export-2026-11-22-090000.zip",
    ]


def test_a_folder_that_is_not_there_or_not_writable_is_said(desk: Desk, charted: Charted, out: Path) -> None:
    with pytest.raises(ExportFolderError, match="nowhere"):
        run(desk, Choice(), out / "nowhere")
    (out / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(ExportFolderError):
        run(desk, Choice(), out / "file")
    with pytest.raises(NotFoundError):
        run(desk, Choice(client_id=ClientId("nobody")), out)
    assert [path.name for path in out.iterdir()] == ["file"]
    assert charted.signed


def test_a_full_drive_is_said_and_nothing_is_left(
    desk: Desk, charted: Charted, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().parent == out:
            raise OSError(28, "No space left on device")
        write(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFullError, match="not enough room"):
        run(desk, Choice(client_id=charted.other), out)
    assert list(out.iterdir()) == []


def test_a_scan_that_is_damaged_is_left_out_and_told(desk: Desk, charted: Charted, out: Path) -> None:
    with desk.store._database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE attachments SET content = x'00'")

    exported = run(desk, Choice(zipped=False), out)

    assert len(exported.problems) == 1
    assert "damaged" in (exported.path / "problems.txt").read_text("utf-8")
    assert not (exported.path / "papers").exists()
    read_back(exported.path)
    assert charted.signed


def test_the_trail_tells_of_an_export_without_names(desk: Desk, charted: Charted, out: Path) -> None:
    choice = Choice(client_id=charted.juniper, fhir=False, notes=False)
    note_export(desk, choice, run(desk, choice, out))

    with desk.store.reading() as charts:
        line = charts.audit.last(AuditAction.DATA_EXPORTED)
    assert line is not None
    assert line.subject == charted.juniper
    assert line.detail == "one client, 6 visits: tables, papers; 0 left out"


def test_an_empty_store_can_be_exported(desk: Desk, out: Path) -> None:
    exported = run(desk, Choice(zipped=False), out)

    read_back(exported.path)
    assert (exported.clients, exported.visits) == (0, 0)


@given(st.text())
def test_any_text_makes_a_narrative_that_a_reader_takes(text: str) -> None:
    made = resource("Composition", "key", **_least(), section=[{"title": "S", "text": narrative([text])}])

    entry = {"fullUrl": f"urn:uuid:{made['id']}", "resource": made}
    Bundle.model_validate({"resourceType": "Bundle", "type": "collection", "entry": [entry]})


def _least() -> dict[str, Any]:
    return {
        "status": "final",
        "type": {"text": "note"},
        "date": "2026-11-23",
        "title": "note",
        "author": [{"display": "somebody"}],
    }
