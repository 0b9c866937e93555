"""Sentences of the pages about the CMS-1500, and what its boxes are called in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.claims.grid import service_at

TITLE: Final = "CMS-1500 values by box"
SUBJECT: Final = "CMS-1500 values, visit {number}, {day}"
PRINT_TITLE: Final = "CMS-1500 for the pre-printed form"
BELOW: Final = "Form 02/12"
VALUES: Final = "Values"
VALUES_OF: Final = "Values, form {number} of {count}"
AS_BEFORE: Final = "all other boxes as on the form before"
LEFT_OFF: Final = "No room on the form for {codes}: a claim takes twelve diagnoses, and no service points to these."
BOX: Final = "Box"
NAME: Final = "What it is"
VALUE: Final = "Value"
WHAT: Final = "What belongs there"
WHERE: Final = "Where to say it once"
OF_SERVICE: Final = "{name}, line {number}"
TO_WRITE: Final = "Still open"
NOT_HELD: Final = "empty on the form"
ON_THE_FORM: Final = "by hand on the form"
ALL_SAID: Final = "Nothing is open: each box that the charts can fill has its value."
ALIGN_TITLE: Final = "CMS-1500, page to line up the printer"
ALIGN_HOW: Final = (
    "Print at actual size on plain paper, lay it on your form and hold both against the light: "
    "each frame must lie in its box."
)
ALIGN_MOVED: Final = "Moved by {right} mm to the right and {down} mm down."
TOO_LONG: Final = "Longer than its box, left empty on the form, to write by hand (characters there are): {values}."
NOTE: Final = (
    "The payer’s own instructions come first. Positions were measured on the form 02/12; printers differ, so line "
    "yours up first, with the page made for it. Box 31 carries name and day of the signed record; where the payer "
    "wants ink, sign over it."
)
EMPTY: Final = "Left empty on purpose"
FOR: Final = "What it is for"
EMPTY_BOXES: Final = (
    ("8, 9b, 9c, 30", "Reserved: the form has no use for them yet"),
    ("18", "A stay in a hospital"),
    ("20", "Services bought from a laboratory; empty says that there are none"),
    ("24A to 24G, shaded", "Drugs and supplies"),
    ("24C", "An emergency"),
    ("24H", "Screening of children, family planning"),
    ("32b", "Another number of the place; what the payer gave the practice stands in 33b"),
)
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "payer": "Payer, top right of the form",
        "page": "Which form of how many",
        "1": "Kind of coverage",
        "1a": "Insured’s ID",
        "2": "Client’s name",
        "3": "Date of birth and sex",
        "4": "Insured’s name",
        "5": "Client’s address and telephone",
        "6": "Client’s relationship to the insured",
        "7": "Insured’s address and telephone",
        "9": "Other insured’s name",
        "9a": "Other insured’s policy",
        "9d": "Other insured’s plan",
        "10a": "Related to work",
        "10b": "Related to a car accident, with its state",
        "10c": "Related to another accident",
        "10d": "Claim codes",
        "11": "Group number",
        "11a": "Insured’s date of birth and sex",
        "11b": "Claim number",
        "11c": "Insured’s plan",
        "11d": "Another plan",
        "12": "Release of records",
        "13": "Payment to the practice",
        "14": "When it began, with qualifier",
        "15": "Other date, with qualifier",
        "16": "Unable to work, from and to",
        "17": "Who referred or ordered, with qualifier",
        "17a": "Payer’s own number of who referred",
        "17b": "NPI of who referred",
        "19": "Additional claim information",
        "21": "Diagnoses, ICD indicator first",
        "22": "Sent again: code, number of the earlier claim",
        "23": "Authorization",
        "24A": "Dates of service",
        "24B": "Place of service",
        "24D": "Procedure number and modifier",
        "24E": "Diagnosis pointers",
        "24F": "Charge",
        "24G": "Units",
        "24I": "Payer’s own number of who treated, shaded",
        "24J": "NPI of who treated",
        "25": "Tax ID and its kind",
        "26": "Client’s record number",
        "27": "Assignment accepted",
        "28": "Total charge",
        "29": "Amount paid",
        "31": "Signed by, on",
        "32": "Where it was done",
        "32a": "NPI of that place",
        "33": "Who bills, with telephone",
        "33a": "NPI of who bills",
        "33b": "Payer’s own number of who bills",
    }
)


_SERVICE: Final = "24"


def order(box: str, line: int) -> tuple[int, int, int]:
    """Give a box's place in the form's own order; boxes 24 go service by service."""
    place = list(NAMES).index(box)
    if box.startswith(_SERVICE):
        return (list(NAMES).index("24A"), line, place)
    return (place, 0, 0)


def name_of(box: str, line: int) -> str:
    """Say what a box is; of those of a service also of which of the six."""
    if not box.startswith(_SERVICE):
        return NAMES[box]
    return OF_SERVICE.format(name=NAMES[box], number=service_at(line) + 1)


def row_of(box: str, line: int) -> tuple[str, int]:
    """Give what shares a row: a whole box, or a box of one service."""
    return (box, line if box.startswith(_SERVICE) else 0)
