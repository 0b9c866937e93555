"""The three steps of the first run, from who you are to an open store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desk.domain.clock import Clock
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import Registration, create_store
from therapist_desk.services.passphrase import WeakPassphraseError
from therapist_desk.ui.file_dialogs import ask_for_folder
from therapist_desk.ui.first_run.passphrase_panel import PassphrasePanel
from therapist_desk.ui.first_run.people_panel import PeoplePanel
from therapist_desk.ui.first_run.recovery_code_panel import RecoveryCodePanel
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.unlock.front_window import FrontWindow
from therapist_desk.ui.wording import sentence


class FirstRun(QObject):
    """`opened` gives the Desk after the recovery code has been kept; `left` says that the first step was left.

    What was typed stays for the next `begin`.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, window: FrontWindow, jobs: Jobs, clock: Clock, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._clock = clock
        self._folder = folder
        self._registration: Registration | None = None
        self._desk: Desk | None = None
        self._step: PassphrasePanel | None = None

    @Slot()
    def begin(self) -> None:
        """Show step 1, with what was entered there before."""
        self._step = None
        panel = PeoplePanel()
        if self._registration is not None:
            panel.show_registration(self._registration)
        panel.submitted.connect(self._take_people)
        panel.back_asked.connect(self._leave)
        self._window.show_panel(panel)

    @Slot()
    def choose_folder(self) -> None:
        """Ask where the charts shall be kept."""
        chosen = ask_for_folder(self._window, self.tr("Keep the charts in"), str(self._folder))
        if chosen is not None:
            self.keep_in(chosen)

    def keep_in(self, folder: Path) -> None:
        """Make the charts in `folder`."""
        self._folder = folder
        if self._step is not None:
            self._step.show_folder(str(folder))

    @Slot(object)
    def _leave(self, typed: Registration) -> None:
        self._registration = typed
        self.left.emit()

    @Slot(object)
    def _take_people(self, registration: Registration) -> None:
        self._registration = registration
        panel = PassphrasePanel(self._jobs, str(self._folder))
        therapist = registration.therapist
        panel.passphrase.use_own_words(*therapist.name.split(), registration.practice.name)
        panel.submitted.connect(self._create)
        panel.back_asked.connect(self.begin)
        panel.folder_asked.connect(self.choose_folder)
        self._step = panel
        self._window.show_panel(panel)

    @Slot(str)
    def _create(self, passphrase: str) -> None:
        if self._registration is None or self._step is None:
            return
        self._step.set_busy(busy=True)
        self._jobs.write(
            create_store,
            self._folder,
            self._registration,
            passphrase,
            self._clock,
            owner=self,
            done=self._show_code,
            failed=self._refuse,
        )

    def _show_code(self, made: tuple[Desk, str]) -> None:
        self._desk, code = made
        owner = self._registration.practice.name if self._registration is not None else ""
        self._step = None
        panel = RecoveryCodePanel(code, owner)
        panel.finished.connect(self._finish)
        self._window.show_panel(panel)

    def _refuse(self, error: ExpectedError) -> None:
        if self._step is None:
            return
        if isinstance(error, WeakPassphraseError):
            self._step.set_busy(busy=False)
            self._step.passphrase.refuse(sentence(error))
        else:
            self._step.show_trouble(sentence(error))

    @Slot()
    def _finish(self) -> None:
        if self._desk is not None:
            self.opened.emit(self._desk)
            self.deleteLater()
