"""Where each value stands on the CMS-1500 (02/12).

The grid is 80 columns at 10 to the inch and 66 lines at 6 to the inch. Lines and columns were read in a public
implementation, OpenEMR, src/Billing/Hcfa1500.php, and held against the form itself: the boxes of the 02/12 form were
measured on a copy of it (it is in the public domain, as the NUCC instruction manual says), and a test keeps every
room inside its box. Where the grid begins on the sheet was measured too: the boxes to tick lie a line and a column
apart from 21.4 points to the right and 20.7 points down. The payer's address takes its lines in the order of the
NUCC instructions, as tabled at kb.daisybill.com.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Place:
    """Room for a value: `line` and `column` count from 1, `width` is in characters."""

    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the form. `box` is its number; `means` says of a cross what is ticked."""

    box: str
    value: str
    line: int
    column: int
    width: int
    means: str = ""

    @property
    def shown(self) -> str:
        """The value as a reader takes it: a cross by its meaning."""
        return self.means or self.value.strip()

    @property
    def fits(self) -> bool:
        """Whether the whole value has room in its box."""
        return len(self.value) <= self.width


GRID: Final[Mapping[str, Place]] = MappingProxyType(
    {
        "payer name": Place(2, 41, 31),
        "page": Place(1, 66, 14),
        "payer street": Place(3, 41, 31),
        "payer town": Place(5, 41, 31),
        "1 Medicare": Place(8, 1, 1),
        "1 Medicaid": Place(8, 8, 1),
        "1 TRICARE": Place(8, 15, 1),
        "1 CHAMPVA": Place(8, 24, 1),
        "1 group health plan": Place(8, 31, 1),
        "1 FECA black lung": Place(8, 39, 1),
        "1 other": Place(8, 45, 1),
        "1a": Place(8, 50, 28),
        "2": Place(10, 1, 28),
        "3 month": Place(10, 31, 2),
        "3 day": Place(10, 34, 2),
        "3 year": Place(10, 37, 4),
        "3 male": Place(10, 42, 1),
        "3 female": Place(10, 47, 1),
        "4": Place(10, 50, 28),
        "5 street": Place(12, 1, 28),
        "6 self": Place(12, 33, 1),
        "6 spouse": Place(12, 38, 1),
        "6 child": Place(12, 42, 1),
        "6 other": Place(12, 47, 1),
        "7 street": Place(12, 50, 28),
        "5 city": Place(14, 1, 24),
        "5 state": Place(14, 26, 3),
        "7 city": Place(14, 50, 23),
        "7 state": Place(14, 74, 3),
        "5 postal code": Place(16, 1, 12),
        "5 area": Place(16, 15, 3),
        "5 phone": Place(16, 19, 8),
        "7 postal code": Place(16, 50, 12),
        "7 area": Place(16, 65, 3),
        "7 phone": Place(16, 69, 8),
        "9": Place(18, 1, 28),
        "11": Place(18, 50, 28),
        "9a": Place(20, 1, 28),
        "10a yes": Place(20, 35, 1),
        "10a no": Place(20, 41, 1),
        "11a month": Place(20, 53, 2),
        "11a day": Place(20, 56, 2),
        "11a year": Place(20, 59, 4),
        "11a male": Place(20, 68, 1),
        "11a female": Place(20, 75, 1),
        "10b yes": Place(22, 35, 1),
        "10b no": Place(22, 41, 1),
        "10b state": Place(22, 45, 2),
        "11b": Place(22, 50, 28),
        "10c yes": Place(24, 35, 1),
        "10c no": Place(24, 41, 1),
        "11c": Place(24, 50, 28),
        "9d": Place(26, 1, 28),
        "10d": Place(26, 30, 19),
        "11d yes": Place(26, 52, 1),
        "11d no": Place(26, 57, 1),
        "12": Place(29, 7, 17),
        "13": Place(29, 55, 17),
        "14 month": Place(32, 2, 2),
        "14 day": Place(32, 5, 2),
        "14 year": Place(32, 8, 2),
        "14 qualifier": Place(32, 16, 3),
        "15 qualifier": Place(32, 31, 3),
        "15 month": Place(32, 37, 2),
        "15 day": Place(32, 40, 2),
        "15 year": Place(32, 43, 2),
        "16 from month": Place(32, 54, 2),
        "16 from day": Place(32, 57, 2),
        "16 from year": Place(32, 60, 2),
        "16 to month": Place(32, 68, 2),
        "16 to day": Place(32, 71, 2),
        "16 to year": Place(32, 74, 2),
        "17a qualifier": Place(33, 30, 2),
        "17a number": Place(33, 33, 16),
        "17 qualifier": Place(34, 1, 2),
        "17 name": Place(34, 4, 23),
        "17b": Place(34, 33, 15),
        "19": Place(36, 1, 48),
        "21 indicator": Place(37, 42, 1),
        "22 code": Place(38, 50, 10),
        "22 reference": Place(38, 62, 17),
        "23": Place(40, 50, 28),
        "25": Place(56, 1, 15),
        "25 SSN": Place(56, 17, 1),
        "25 EIN": Place(56, 19, 1),
        "26": Place(56, 23, 14),
        "27 yes": Place(56, 38, 1),
        "27 no": Place(56, 43, 1),
        "28": Place(56, 51, 9),
        "29": Place(56, 62, 8),
        "33 area": Place(57, 66, 3),
        "33 phone": Place(57, 70, 8),
        "32 name": Place(58, 23, 26),
        "33 name": Place(58, 50, 28),
        "32 street": Place(59, 23, 26),
        "33 street": Place(59, 50, 28),
        "31 name": Place(60, 1, 21),
        "32 town": Place(60, 23, 26),
        "33 town": Place(60, 50, 28),
        "31 day": Place(61, 6, 10),
        "32a": Place(61, 23, 10),
        "33a": Place(61, 50, 10),
        "33b": Place(61, 63, 16),
    }
)
"""Where what stands on the form once goes, by box and part."""

MOST_SERVICES: Final = 6
MOST_DIAGNOSES: Final = 12
_FIRST_SERVICE: Final = 44
_SERVICE: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "from month": (1, 2),
        "from day": (4, 2),
        "from year": (7, 2),
        "to month": (10, 2),
        "to day": (13, 2),
        "to year": (16, 2),
        "24B": (19, 2),
        "24D": (25, 6),
        "24D modifiers": (33, 11),
        "24E": (45, 4),
        "24F": (50, 8),
        "24G": (59, 3),
        "24J": (68, 10),
    }
)
_SHADED: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({"24I": (65, 2), "24J other": (68, 11)})
"""What stands above a service, in the shaded half of its line."""
_ACROSS: Final = 4


def service_place(part: str, at: int) -> Place:
    """Give the room of a part of box 24 for the service `at`, from 0."""
    line = _FIRST_SERVICE + 2 * at
    if part in _SHADED:
        return Place(line - 1, *_SHADED[part])
    return Place(line, *_SERVICE[part])


def service_at(line: int) -> int:
    """Tell which service, from 0, a line of box 24 belongs to, its shaded half included."""
    return (line + 1 - _FIRST_SERVICE) // 2


def diagnosis_place(at: int) -> Place:
    """Give the room of a diagnosis of box 21, from 0: four across, three down."""
    return Place(38 + at // _ACROSS, 3 + 13 * (at % _ACROSS), 7)


def all_places() -> Mapping[str, Place]:
    """Give every room on the form by a name, as the page for lining it up shows them."""
    parts = (*_SERVICE, *_SHADED)
    services = {f"24 {at + 1} {part}": service_place(part, at) for at in range(MOST_SERVICES) for part in parts}
    diagnoses = {f"21 {chr(ord('A') + at)}": diagnosis_place(at) for at in range(MOST_DIAGNOSES)}
    return MappingProxyType(dict(GRID) | diagnoses | services)


def entry(box: str, place: Place, value: str, means: str = "") -> Entry:
    """Put a value into its room, in the capitals that the form wants."""
    text = value.strip().upper()
    return Entry(box=box, value=text, line=place.line, column=place.column, width=place.width, means=means)


def put(key: str, value: str) -> Entry:
    """Put a value where it goes once."""
    return entry(key.split(maxsplit=1)[0], GRID[key], value)


def cross(key: str) -> Entry:
    """Tick a box, which means what its key says."""
    box, means = key.split(maxsplit=1)
    return entry(box, GRID[key], "X", means)
