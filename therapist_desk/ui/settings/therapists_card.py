"""Who can unlock these charts; adding and removing somebody, and what everybody did."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.names import initials
from therapist_desk.domain.people import Therapist
from therapist_desk.services.people import remove_therapist, therapists
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.settings.audit_dialog import AuditDialog
from therapist_desk.ui.settings.therapist_dialog import TherapistDialog
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace


class TherapistsCard(Card):
    """Removing asks first; what somebody signed stays as it is."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._people: Mapping[TherapistId, Therapist] = {}
        self._leaving: TherapistId | None = None
        self.rows = RowList(self.tr("Therapists"), height=48, side=Space.GRID, inset=True)
        self.rows.setObjectName("therapists")
        self._question = Banner("", BannerKind.AMBER)
        self._question.setObjectName("remove_question")
        self._yes = self._question.add_action(self.tr("Remove"))
        self._yes.setObjectName("remove_yes")
        self._no = self._question.add_action(self.tr("Keep"))
        self._question.setVisible(False)
        self.add = Button(self.tr("Add a therapist…"), icon_name="plus")
        self.add.setObjectName("add_therapist")
        self.trail = Button(self.tr("Audit trail…"), icon_name="history")
        self.trail.setObjectName("audit_trail")
        self.body.addWidget(CardHeader(self.tr("Who works here")))
        self.body.addWidget(self.rows)
        self.body.addWidget(self._question)
        self.body.addLayout(row(self.add, self.trail, None))
        self.rows.pressed_row.connect(self._ask)
        self._yes.clicked.connect(self._remove)
        self._no.clicked.connect(self._keep)
        self.add.clicked.connect(self._add)
        self.trail.clicked.connect(self._show_trail)

    @Slot()
    def read(self) -> None:
        """Show who is there."""
        self._workplace.jobs.read(therapists, self._workplace.desk, owner=self, done=self._show)

    def _show(self, people: Mapping[TherapistId, Therapist]) -> None:
        self._people = people
        at_desk = self._workplace.desk.therapist_id
        self.rows.show_rows(
            [
                Row(
                    key=person.id,
                    initials=initials(person.name),
                    title=person.signature_name,
                    caption=person.licence,
                    trailing=self.tr("you") if person.id == at_desk else "" if person.active else self.tr("removed"),
                    link=self.tr("Remove…") if person.active and person.id != at_desk else "",
                )
                for person in people.values()
            ]
        )

    @Slot(str)
    def _ask(self, key: str) -> None:
        person = self._people.get(TherapistId(key))
        if person is None or not person.active or person.id == self._workplace.desk.therapist_id:
            return
        self._leaving = person.id
        words = self.tr("{name} will no longer be able to unlock these charts. What they signed stays.")
        self._question.set_sentence(words.format(name=person.name))
        self._question.setVisible(True)
        self._yes.setFocus()

    @Slot()
    def _keep(self) -> None:
        self._leaving = None
        self._question.setVisible(False)
        self.rows.setFocus()

    @Slot()
    def _remove(self) -> None:
        leaving, self._leaving = self._leaving, None
        self._question.setVisible(False)
        if leaving is not None:
            self._workplace.jobs.write(
                remove_therapist,
                self._workplace.desk,
                leaving,
                owner=self,
                done=self._changed,
                failed=self._refuse,
            )

    @Slot()
    def _add(self) -> None:
        dialog = TherapistDialog(self._workplace, self)
        dialog.added.connect(self.read)
        dialog.open()

    @Slot()
    def _show_trail(self) -> None:
        AuditDialog(self._workplace, self).open()

    def _changed(self, _person: Therapist) -> None:
        self.read()

    def _refuse(self, error: ExpectedError) -> None:
        self._workplace.jobs.unhandled_problem.emit(error)
