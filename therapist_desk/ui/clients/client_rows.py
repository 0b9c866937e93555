"""Clients in rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.client import Client, age_on
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.rows import Row


def client_rows(clients: Iterable[Client], today: date) -> list[Row]:
    """A row for each client, filed by family name; its key is the client."""
    return [_row(client, today) for client in clients]


def born_words(born: date, today: date) -> str:
    """The date of birth with the age: "14 Mar 1987, 39 years"."""
    return _tr("{day}, {n} years").format(day=day_text(born), n=age_on(born, today))


def _row(client: Client, today: date) -> Row:
    details = client.details
    caption = _tr("Born {born}").format(born=born_words(details.date_of_birth, today))
    return Row(
        key=client.id,
        initials=client.initials,
        title=details.sorted_name,
        caption=_tr("{born}; {phone}").format(born=caption, phone=details.phone) if details.phone else caption,
        pill=(_tr("Archived"), Kind.NEUTRAL) if client.archived else None,
        trailing=_tr("Record {number}").format(number=client.record_number),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Clients", text)
