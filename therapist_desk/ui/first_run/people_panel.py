"""First run, step 1: the therapist and the practice."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.services.opening import Registration
from therapist_desk.ui.first_run.registration_form import PracticeForm, TherapistForm
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.unlock.panel import WIDE, Panel

_NO_PRACTICE: Final = Practice(name="")


class PeoplePanel(Panel):
    """`submitted` gives a Registration without gaps, `back_asked` what stands in the fields, gaps and all."""

    submitted = Signal(object)
    back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", width=WIDE, parent=parent)
        self._therapist_id = TherapistId(uuid4().hex)
        self.title.setText(self.tr("Set up this laptop"))
        self.caption.setText(self.tr("This is what your notes and letterheads will say. You can change it later."))
        self.caption.setVisible(True)
        self.therapist = TherapistForm()
        self.practice = PracticeForm()
        self.go_on = Button(self.tr("Continue"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE)
        self.go_on.setObjectName("continue")
        back = Button(self.tr("Back"), role=ButtonRole.QUIET, size=ButtonSize.LARGE)
        back.setObjectName("back")
        step = Label(self.tr("Step 1 of 3"), Text.SECONDARY, Tone.QUIET)
        self.body.addWidget(self.therapist)
        self.body.addWidget(self.practice)
        self.body.addLayout(row(step, None, back, self.go_on))
        self.go_on.clicked.connect(self._submit)
        self.therapist.submitted.connect(self._submit)
        self.practice.submitted.connect(self._submit)
        back.clicked.connect(self._go_back)

    def begin(self) -> None:
        self.therapist.edit("name").setFocus()

    def show_registration(self, registration: Registration) -> None:
        """Fill the forms."""
        self._therapist_id = registration.therapist.id
        self.therapist.show_therapist(registration.therapist)
        self.practice.show_practice(registration.practice)

    @Slot()
    def _go_back(self) -> None:
        typed = Registration(self.therapist.therapist(self._empty()), self.practice.practice(_NO_PRACTICE))
        self.back_asked.emit(typed)

    def _empty(self) -> Therapist:
        return Therapist(id=self._therapist_id, name="", credentials="", licence_number="", licence_state="")

    @Slot()
    def _submit(self) -> None:
        empty = self._empty()
        # The practice first, so that the focus ends at the topmost problem.
        practice_fits = self.practice.check(_NO_PRACTICE)
        therapist_fits = self.therapist.check(empty)
        if practice_fits and therapist_fits:
            self.submitted.emit(Registration(self.therapist.therapist(empty), self.practice.practice(_NO_PRACTICE)))
