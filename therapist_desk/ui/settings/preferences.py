"""What a user may set for this computer, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from therapist_desk.ui.theme.apply import Scheme

IDLE_CHOICES: Final = (2, 5, 10, 15, 30, 60)
"""After how many idle minutes the program may lock."""
IDLE_USUAL: Final = 10
PAPERS: Final = ("letter", "a4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """`paper` is one of PAPERS; `last_therapist` and `last_store` are those of the last unlock, or empty."""

    scheme: Scheme = Scheme.SYSTEM
    idle_minutes: int = IDLE_USUAL
    paper: str = PAPERS[0]
    last_therapist: str = ""
    last_store: str = ""


class PreferenceStore(Protocol):
    """Where they are kept between runs."""

    def load(self) -> Preferences:
        """Give what is set, with the usual values for what is not."""
        ...

    def save(self, preferences: Preferences) -> None:
        """Keep `preferences`."""
        ...
