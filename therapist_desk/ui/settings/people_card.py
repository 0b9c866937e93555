"""The therapist at the desk and the practice, to be changed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.services.opening import Registration
from therapist_desk.services.practice import read_registration, save_practice, save_therapist
from therapist_desk.ui.first_run.registration_form import PracticeForm, TherapistForm
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, Divider
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace


class PeopleCard(Card):
    """Each half is saved by its own button."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._kept: Registration | None = None
        self.therapist = TherapistForm()
        self.practice = PracticeForm()
        self.save_therapist = Button(self.tr("Save therapist"))
        self.save_practice = Button(self.tr("Save practice"))
        self.save_therapist.setObjectName("save_therapist")
        self.save_practice.setObjectName("save_practice")
        self._therapist_saved = Label("", Text.SECONDARY, Tone.GREEN)
        self._practice_saved = Label("", Text.SECONDARY, Tone.GREEN)
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setVisible(False)
        self.body.addWidget(self.therapist)
        self.body.addLayout(row(self.save_therapist, self._therapist_saved, None))
        self.body.addSpacing(Space.GRID)
        self.body.addWidget(Divider())
        self.body.addSpacing(Space.GRID)
        self.body.addWidget(self.practice)
        self.body.addLayout(row(self.save_practice, self._practice_saved, None))
        self.body.addWidget(self._trouble)
        self.save_therapist.clicked.connect(self._save_therapist)
        self.save_practice.clicked.connect(self._save_practice)

    def read(self) -> None:
        """Show what is kept."""
        jobs = self._workplace.jobs
        jobs.read(read_registration, self._workplace.desk, owner=self, done=self._show)

    def _show(self, registration: Registration) -> None:
        self._kept = registration
        self.therapist.show_therapist(registration.therapist)
        self.practice.show_practice(registration.practice)
        self._say_saved(self._therapist_saved, saved=False)
        self._say_saved(self._practice_saved, saved=False)

    @Slot()
    def _save_therapist(self) -> None:
        if self._kept is not None and self.therapist.check(self._kept.therapist):
            changed = self.therapist.therapist(self._kept.therapist)
            self._workplace.jobs.write(
                save_therapist,
                self._workplace.desk,
                changed,
                owner=self,
                done=self._therapist_kept,
                failed=self._refuse,
            )

    @Slot()
    def _save_practice(self) -> None:
        if self._kept is not None and self.practice.check(self._kept.practice):
            changed = self.practice.practice(self._kept.practice)
            self._workplace.jobs.write(
                save_practice,
                self._workplace.desk,
                changed,
                owner=self,
                done=self._practice_kept,
                failed=self._refuse,
            )

    def _therapist_kept(self, _therapist: Therapist) -> None:
        self._say_saved(self._therapist_saved, saved=True)

    def _practice_kept(self, _practice: Practice) -> None:
        self._say_saved(self._practice_saved, saved=True)

    def _say_saved(self, label: Label, *, saved: bool) -> None:
        label.setText(self.tr("Saved") if saved else "")
        self._trouble.setVisible(False)

    def _refuse(self, error: ExpectedError) -> None:
        if isinstance(error, InvalidError):
            self.therapist.show_problems(error.problems)
            self.practice.show_problems(error.problems)
            return
        self._trouble.set_sentence(sentence(error))
        self._trouble.setVisible(True)
