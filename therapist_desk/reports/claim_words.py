"""Sentences of the pages about the CMS-1500, and what its boxes are called in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLE: Final = "CMS-1500 values by box"
SUBJECT: Final = "CMS-1500 values, visit {number}, {day}"
PRINT_TITLE: Final = "CMS-1500 for the pre-printed form"
BELOW: Final = "Form 02/12"
VALUES: Final = "Values"
BOX: Final = "Box"
NAME: Final = "What it is"
VALUE: Final = "Value"
WHAT: Final = "What belongs there"
TO_WRITE: Final = "To write by hand"
NOT_HELD: Final = "not in these charts"
TOO_LONG: Final = "Longer than its box, left empty on the form, to write by hand (characters there are): {values}."
NOTE: Final = (
    "The payer’s own instructions come first. Positions on the form are those of a public implementation, not "
    "compared with the official print file: print it on plain paper first and hold it against your form."
)
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "payer": "Payer, top right of the form",
        "1": "Kind of coverage",
        "1a": "Insured’s ID",
        "2": "Client’s name",
        "3": "Date of birth",
        "5": "Client’s address and telephone",
        "10a": "Related to work",
        "10b": "Related to a car accident",
        "10c": "Related to another accident",
        "11": "Group number",
        "11b": "Claim number",
        "14": "Date of injury or onset",
        "17": "Who referred",
        "17b": "NPI of who referred",
        "21": "Diagnoses, ICD indicator first",
        "23": "Authorization",
        "24A": "Dates of service",
        "24B": "Place of service",
        "24D": "Procedure number and modifier",
        "24E": "Diagnosis pointers",
        "24F": "Charge",
        "24G": "Units",
        "24J": "NPI of who treated",
        "25": "Tax ID",
        "26": "Client’s record number",
        "28": "Total charge",
        "32": "Where it was done",
        "32a": "NPI of that place",
        "33": "Who bills, with telephone",
        "33a": "NPI of who bills",
    }
)


_SERVICE: Final = "24"


def order(box: str, line: int) -> tuple[int, int, int]:
    """Give a box's place in the form's own order; boxes 24 go service by service."""
    place = list(NAMES).index(box)
    if box.startswith(_SERVICE):
        return (list(NAMES).index("24A"), line, place)
    return (place, 0, 0)


def row_of(box: str, line: int) -> tuple[str, int]:
    """Give what shares a row: a whole box, or a box of one service."""
    return (box, line if box.startswith(_SERVICE) else 0)
