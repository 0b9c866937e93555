"""What somebody signed who works here no more: it stays, its signature holds, and it leaves with their name."""

from __future__ import annotations

import json
from pathlib import Path

from desks import CHEAP, PASSPHRASE, ROBIN, HandClock, checked_records
from reports import samples
from services.exporting.bundle_check import complaints
from services.test_people import SAM, SAYS
from therapist_desk.domain.visit import Visit
from therapist_desk.services import signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.run import export
from therapist_desk.services.opening import unlock
from therapist_desk.services.people import add_therapist, remove_therapist


def test_what_they_signed_is_exported_with_who_signed_it(
    desk: Desk, clock: HandClock, visit: Visit, tmp_path: Path
) -> None:
    sam = add_therapist(desk, SAM, SAYS, cost=CHEAP)
    desk.close()
    theirs = unlock(desk.folder, sam.id, SAYS, clock)
    signing.sign_visit(theirs, visit.id, SAYS, override_reason="a test")
    theirs.close()

    robins = unlock(desk.folder, ROBIN.therapist.id, PASSPHRASE, clock)
    remove_therapist(robins, sam.id)
    list(export(robins, Choice(zipped=False, tables=False), tmp_path, samples.atlas(), PaperSize.LETTER))
    report = checked_records(robins)
    robins.close()

    assert (report.checked, report.flawed) == (1, ())
    text = next(tmp_path.glob("charts-export-*/fhir/bundle.json")).read_text("utf-8")
    assert complaints(text) == []
    made = [entry["resource"] for entry in json.loads(text)["entry"]]
    (signer,) = (each for each in made if each["resourceType"] == "Practitioner" and not each["active"])
    (note,) = (each for each in made if each["resourceType"] == "Composition")
    assert signer["name"] == [{"text": "Sam Example, LMT"}]
    assert note["attester"][0]["party"]["reference"] == f"urn:uuid:{signer['id']}"
