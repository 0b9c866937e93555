"""What was found, in rows: clients, and visits with the line that shows why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.client import Client
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.searching import FoundVisit
from therapist_desk.ui.dates import day_text, near_day_text
from therapist_desk.ui.kit.rows import Row

CLIENT: Final = "client:"
SEEN: Final = "seen:"
"""What a row's key begins with, before the id of the client or of the visit."""


def client_row(client: Client) -> Row:
    """A client, with what tells her from others of her name."""
    return Row(
        key=f"{CLIENT}{client.id}",
        initials=client.initials,
        title=client.name,
        caption=_tr("Born {day}, record {number}").format(
            day=day_text(client.details.date_of_birth), number=client.record_number
        ),
        trailing=_tr("archived") if client.archived else "",
    )


def visit_rows(visits: Sequence[FoundVisit], today: date) -> list[Row]:
    """A heading and the visits found by their words; nothing where there are none."""
    if not visits:
        return []
    return [Row(title=_tr("In notes and marks"), heading=True), *(_visit_row(found, today) for found in visits)]


def first_choice(rows: Sequence[Row]) -> int:
    """Give the place of the first row that can be chosen."""
    return next((place for place, row in enumerate(rows) if not row.heading), 0)


def next_choice(rows: Sequence[Row], place: int, step: int) -> int:
    """Give the place of the next row that can be chosen from `place`, up or down, round the ends."""
    choices = [at for at, row in enumerate(rows) if not row.heading]
    if not choices:
        return 0
    here = choices.index(place) if place in choices else -max(step, 0)
    return choices[(here + step) % len(choices)]


def _visit_row(found: FoundVisit, today: date) -> Row:
    visit = found.visit
    words = _tr("{name}, visit {number}, {day}")
    return Row(
        key=f"{SEEN}{visit.id}",
        icon="doc",
        title=words.format(name=visit.client_name, number=visit.number, day=near_day_text(visit.service_date, today)),
        caption=found.line or visit.case_title,
        trailing="" if visit.status is VisitStatus.SIGNED else _states()[visit.status],
    )


def _states() -> dict[VisitStatus, str]:
    return {VisitStatus.DRAFT: _tr("draft"), VisitStatus.PLANNED: _tr("planned"), VisitStatus.SIGNED: _tr("signed")}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Found", text)
