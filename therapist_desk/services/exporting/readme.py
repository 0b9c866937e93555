"""The page that lies on top of an export and says what is what."""

from __future__ import annotations

from therapist_desk.services.exporting.choice import Choice

_HEAD = """Charts from Therapist Desk, exported {day}

THESE FILES ARE NOT ENCRYPTED. Whoever has them can read them. Keep them where only you can, and delete them once
they have served.
"""
_FHIR = """
fhir/bundle.json
    A FHIR R4B bundle (type "collection") for other programs: clients, orders, diagnoses, visits, SOAP notes,
    findings on the body map, measurements, goals, consents, bills and payments. Signed notes and discharge summaries
    are inside as PDFs (DocumentReference and Binary), with the bytes that were signed and their signatures
    (Provenance). LOINC codes: this material contains content from LOINC (http://loinc.org), copyright Regenstrief
    Institute, Inc., and is available at no cost under the licence at http://loinc.org/license.
"""
_TABLES = """
tables/csv, tables/json
    The same charts as plain tables, each as CSV (UTF-8, commas, opens in a spreadsheet) and as JSON. Ids lead from
    one table to another: visits.client_id is clients.client_id. A table without a row has no file.
tables/data_dictionary.csv
    What each table and each column means.
signed/
    The bytes that were signed, one file a record, named by its place in the chain. signatures.csv tells how each is
    checked: SHA-256 over the bytes of "previous" and the file gives "digest", over whose bytes the Ed25519 signature
    was made.
"""
_NOTES = """
notes/
    Signed notes and discharge summaries as PDFs, named by record number, date and a short id.
"""
_PAPERS = """
papers/
    Scanned orders as they were attached, named as in papers.csv.
"""
_HELD = """
bills.txt
    Signed visits whose bill still waits for something, and for what. They have no Claim in the bundle and no lines in
    bill_lines.csv; everything else of them is here.
"""
_PROBLEMS = """
problems.txt
    What could not be exported, and why. Everything else is whole.
"""


def readme(choice: Choice, day: str, *, problems: bool, held: bool) -> str:
    """Write the page for what was chosen."""
    parts = (
        (True, _HEAD.format(day=day)),
        (choice.fhir, _FHIR),
        (choice.tables, _TABLES),
        (choice.notes, _NOTES),
        (choice.papers, _PAPERS),
        (held, _HELD),
        (problems, _PROBLEMS),
    )
    return "".join(text for there, text in parts if there)
