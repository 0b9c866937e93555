"""What a user may set for this computer, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from therapist_desk.ui.theme.apply import Scheme

IDLE_CHOICES: Final = (2, 5, 10, 15, 30, 60)
"""After how many idle minutes the program may lock."""
IDLE_USUAL: Final = 10
PAPERS: Final = ("letter", "a4")
BORDERS: Final = ("always", "hover")
"""When the map draws the borders between regions: always, or only round the one pointed at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is set. `paper` is one of PAPERS, `borders` of BORDERS.

    `document_folder` took the last PDF; `seal_certificate` is the file of one's own that seals them, or empty for the
    charts' own. `copy_folder` takes safe copies, or is empty. `typical_referral` says whether the map helps with
    trigger points, `claim_right` and `claim_down` how far this computer's printer is off the pre-printed claim form,
    in tenths of a millimetre, `spelling` whether notes are checked. The others are of the last unlock, or empty.
    """

    scheme: Scheme = Scheme.SYSTEM
    idle_minutes: int = IDLE_USUAL
    paper: str = PAPERS[0]
    borders: str = BORDERS[0]
    typical_referral: bool = True
    spelling: bool = True
    document_folder: str = ""
    claim_right: int = 0
    claim_down: int = 0
    seal_documents: bool = False
    seal_certificate: str = ""
    copy_folder: str = ""
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


class UnkeptPreferences:
    """Preferences that last as long as the program runs."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences or Preferences()

    def load(self) -> Preferences:
        """Give what is set."""
        return self._preferences

    def save(self, preferences: Preferences) -> None:
        """Set `preferences`."""
        self._preferences = preferences
