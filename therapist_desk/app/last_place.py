"""Where one was, kept on this computer so that the charts open there again, also after the process was killed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.services.clients import get_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.sessions import running_visits
from therapist_desk.services.visit.visits import open_visit
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.shell.place import PageKind, Place

HOME: Final = Place(PageKind.HOME)
_PARTS: Final = 5


def write_place(folder: Path, place: Place) -> list[str]:
    """Give the store, the page and its ids as texts; nothing else of a client."""
    return [str(folder), place.kind.value, place.client_id or "", place.tab.value, place.visit_id or ""]


def read_place(folder: Path, texts: list[str]) -> Place:
    """Give what `write_place` wrote of the same store, or Home where it makes no sense."""
    if len(texts) != _PARTS or texts[0] != str(folder):
        return HOME
    _, kind, client_id, tab, visit_id = texts
    try:
        place = Place(PageKind(kind), tab=ChartTab(tab))
    except ValueError:
        return HOME
    if place.kind is PageKind.CHART:
        return replace(place, client_id=ClientId(client_id)) if client_id else HOME
    if place.kind is PageKind.VISIT:
        return replace(place, visit_id=VisitId(visit_id)) if visit_id else HOME
    return place


def first_place(desk: Desk, last: Place) -> Place:
    """Where to begin: at the visit in session, else where one was if that is still there, else at Home."""
    running = running_visits(desk)
    if running:
        return Place(PageKind.VISIT, visit_id=running[0].visit.id)
    try:
        if last.client_id is not None:
            get_client(desk, last.client_id)
        if last.visit_id is not None:
            open_visit(desk, last.visit_id)
    except NotFoundError:
        return HOME
    return last
