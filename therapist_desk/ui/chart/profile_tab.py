"""Who the client is, what they told of their health, and what they agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import Client
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.retention import SOURCE, YEARS
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.clients.client_rows import born_words
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.fields import ChartField
from therapist_desk.ui.health.consent_card import ConsentCard
from therapist_desk.ui.health.forms_card import FormsCard
from therapist_desk.ui.health.health_forms import HealthForms
from therapist_desk.ui.health.history_card import HistoryCard
from therapist_desk.ui.health.wording import level_name
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader, Divider
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace


class ProfileTab(QWidget):
    """`edit_wanted` opens the form of the details; health and consent have forms here and say `changed`."""

    edit_wanted = Signal()
    changed = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = HealthForms(workplace, self)
        self._forms.changed.connect(self.changed)
        self.history, self.consent, self.forms = HistoryCard(), ConsentCard(), FormsCard(workplace)
        self.forms.told.connect(self.changed)
        self.history.update_wanted.connect(self._forms.take_history)
        self.consent.sign_wanted.connect(self._forms.sign_consent)
        self.consent.withdraw_wanted.connect(self._forms.withdraw_consent)
        self._details, self._cautions = QVBoxLayout(), QVBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(Space.GAP)
        left.addLayout(self._details)
        left.addWidget(self.history)
        left.addStretch(1)
        right.addLayout(self._cautions)
        right.addWidget(self.consent)
        right.addWidget(self.forms)
        right.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        columns.setSpacing(Space.GAP)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)

    def leave(self) -> None:
        """Save a form that is complete, so that a lock loses nothing of it."""
        self._forms.hand_over()

    def lead(self, field: ChartField) -> None:
        """Open the form with a field of health or consent."""
        self._forms.lead(field)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the client of a chart."""
        self._forms.take(contents)
        for place in (self._details, self._cautions):
            while (item := place.takeAt(0)) is not None:
                old = item.widget()
                if old is not None:
                    old.hide()
                    old.deleteLater()
        details = self._card(
            self.tr("Details"), self._details_of(contents.client, contents.today), "edit_details", columns=2
        )
        if contents.kept_until is not None:
            details.body.addWidget(Divider())
            details.body.addWidget(self._kept(contents.kept_until))
        minded = self._cautions_of(contents.background)
        cautions = self._card(self.tr("Contraindications and allergies"), minded, "edit_cautions")
        for place, card in ((self._details, details), (self._cautions, cautions)):
            place.addWidget(card)
            card.show()  # else it comes with the next turn of the event loop, after the layouts have come to rest
        self.history.show_contents(contents)
        self.consent.show_contents(contents)
        self.forms.show_contents(contents)

    def _card(self, title: str, readings: Sequence[Reading], edit_name: str, *, columns: int = 1) -> Card:
        card, header = Card(), CardHeader(title)
        edit = Button(self.tr("Edit"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="pen")
        edit.setObjectName(edit_name)
        edit.clicked.connect(self.edit_wanted)
        header.add_action(edit)
        card.body.addWidget(header)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE_X)
        grid.setVerticalSpacing(Space.GAP_DENSE)
        for place, reading in enumerate(readings):
            grid.addWidget(reading, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % columns, 1)
        card.body.addLayout(grid)
        return card

    def _details_of(self, client: Client, today: date) -> Sequence[Reading]:
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

    def _kept(self, until: date) -> Label:
        words = self.tr(
            "Keep this record at least until {day}: {years} years from the last visit, for a minor from coming of "
            "age. That is practice in Canada ({source}, source read); the law where you work may ask for more."
        )
        label = Label(
            words.format(day=day_text(until), years=YEARS, source=SOURCE), Text.SECONDARY, Tone.LABELS, wrap=True
        )
        label.setObjectName("kept_until")
        return label

    def _cautions_of(self, background: Background) -> Sequence[Reading]:
        typed = set(background.typed)
        if not background.cautions:
            return (Reading(self.tr("As far as asked"), self.tr("None known")),)
        return tuple(
            Reading(
                level_name(caution.level)
                if caution in typed
                else self.tr("{level} · from the history").format(level=level_name(caution.level)),
                caution.text,
                tone=Tone.RED,
            )
            for caution in background.cautions
        )
