"""Techniques: what a stretch of a session is spent on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Technique:
    """What is done in a segment; `code` is its usual procedure number, empty where none is billed.

    `hands_on` tells treatment from talk, rest and set-up.
    """

    id: str
    name: str
    code: str = ""
    hands_on: bool = True


INTAKE: Final = Technique("intake", "Intake and testing", hands_on=False)
REST: Final = Technique("rest", "Rest or set-up", hands_on=False)
