"""Where one is in the program, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.ui.navigator import ChartTab

_REMEMBERED: Final = 50


class PageKind(StrEnum):
    """The pages of the main window."""

    HOME = "home"
    CLIENTS = "clients"
    CHART = "chart"
    VISIT = "visit"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows; only what fits the kind is set."""

    kind: PageKind
    client_id: ClientId | None = None
    tab: ChartTab = ChartTab.OVERVIEW
    documents_of: VisitId | None = None
    visit_id: VisitId | None = None


class Trail:
    """The places visited, the latest last; going somewhere twice in a row counts once."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @property
    def here(self) -> Place | None:
        """The place one is at."""
        return self._places[-1] if self._places else None

    def go(self, place: Place) -> None:
        """Remember a step."""
        if place != self.here:
            self._places = [*self._places[-_REMEMBERED:], place]

    def back(self) -> Place | None:
        """Step back; gives the place before, or None at the beginning."""
        if len(self._places) < 2:  # noqa: PLR2004 - where one is, and one before
            return None
        self._places.pop()
        return self._places[-1]
