"""Who the client is, and what the client agreed to, to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import CautionLevel, Client
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.header_words import consent_is_old
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.clients.client_rows import born_words
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.theme.tokens import Space


class ProfileTab(QWidget):
    """Details, cautions and consent; `edit_wanted` opens the form for all of them."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(Space.GAP)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        columns.setSpacing(Space.GAP)
        columns.addLayout(self._left, 3)
        columns.addLayout(self._right, 2)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the client of a chart."""
        for column in (self._left, self._right):
            while (item := column.takeAt(0)) is not None:
                old = item.widget()
                if old is not None:
                    old.hide()
                    old.deleteLater()
        client, today = contents.client, contents.today
        self._left.addWidget(self._card(self.tr("Details"), self._details(client, today), "edit_details", columns=2))
        self._left.addStretch(1)
        self._right.addWidget(self._card(self.tr("Contraindications and allergies"), self._cautions(client), ""))
        self._right.addWidget(self._card(self.tr("Consent"), self._consent(client, today), ""))
        self._right.addStretch(1)

    def _card(self, title: str, readings: Sequence[Reading], edit_name: str, *, columns: int = 1) -> Card:
        card, header = Card(), CardHeader(title)
        if edit_name:
            edit = Button(self.tr("Edit"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="pen")
            edit.setObjectName(edit_name)
            edit.clicked.connect(self.edit_wanted)
            header.add_action(edit)
        card.body.addWidget(header)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE_X)
        grid.setVerticalSpacing(Space.GAP_DENSE)
        for place, reading in enumerate(readings):
            grid.addWidget(reading, place // columns, place % columns)
            grid.setColumnStretch(place % columns, 1)
        card.body.addLayout(grid)
        return card

    def _details(self, client: Client, today: date) -> Sequence[Reading]:
        details = client.details
        figures = {
            Figure.NEUTRAL: self.tr("Neutral"),
            Figure.FEMALE: self.tr("Female"),
            Figure.MALE: self.tr("Male"),
        }
        return (
            Reading(self.tr("Given name"), details.given_name),
            Reading(self.tr("Family name"), details.family_name),
            Reading(self.tr("Date of birth"), born_words(details.date_of_birth, today)),
            Reading(self.tr("Pronouns"), details.pronouns),
            Reading(self.tr("Phone"), details.phone),
            Reading(self.tr("E-mail"), details.email),
            Reading(self.tr("Address"), "\n".join(details.address.lines)),
            Reading(self.tr("Emergency contact"), details.emergency_contact),
            Reading(self.tr("Record number"), client.record_number),
            Reading(self.tr("Figure on the body map"), figures[details.figure]),
        )

    def _cautions(self, client: Client) -> Sequence[Reading]:
        levels = {
            CautionLevel.ABSOLUTE: self.tr("No treatment at all"),
            CautionLevel.LOCAL: self.tr("Not at that place"),
            CautionLevel.PRECAUTION: self.tr("Take care"),
        }
        cautions = client.details.cautions
        if not cautions:
            return (Reading(self.tr("As far as asked"), self.tr("None known")),)
        return tuple(Reading(levels[caution.level], caution.text, tone=Tone.RED) for caution in cautions)

    def _consent(self, client: Client, today: date) -> Sequence[Reading]:
        signed = client.details.consent_on
        if signed is None:
            return (Reading(self.tr("Signed on"), self.tr("Not on file"), tone=Tone.AMBER),)
        tone = Tone.AMBER if consent_is_old(signed, today) else Tone.GREEN
        return (Reading(self.tr("Signed on"), day_text(signed), tone=tone),)
