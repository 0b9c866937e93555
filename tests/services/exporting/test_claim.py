"""A bill as a claim, read by another library."""

from __future__ import annotations

import json

from fhir.resources.R4B.claim import Claim

from reports.bills import bill
from therapist_desk.services.exporting.fhir.claim import claim


def test_another_library_reads_the_lines_of_a_bill() -> None:
    made = bill()

    read = json.loads(Claim.model_validate(claim(made)).model_dump_json())

    items = read["item"]
    assert read["use"] == "claim"
    assert [item["productOrService"]["coding"][0]["code"] for item in items] == [line.code for line in made.lines]
    assert [float(item["quantity"]["value"]) for item in items] == [line.units for line in made.lines]
    assert [round(100 * float(item["net"]["value"])) for item in items] == [line.charge for line in made.lines]
    assert round(100 * float(read["total"]["value"])) == made.cents
    pointed = [[made.pointers[place - 1] for place in item.get("diagnosisSequence", ())] for item in items]
    assert pointed == [list(made.pointed(line.code)) for line in made.lines]
