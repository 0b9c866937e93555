"""What happens on the first window, from choosing a folder to an open store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desk.domain.clock import Clock, Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.services import opening
from therapist_desk.services.passphrase import WeakPassphraseError
from therapist_desk.ui.file_dialogs import ask_for_folder
from therapist_desk.ui.preferences import PreferenceStore
from therapist_desk.ui.shell.session import SessionSignal
from therapist_desk.ui.shell.session_watch import SessionWatch, call_attention
from therapist_desk.ui.unlock.front_window import FrontWindow
from therapist_desk.ui.unlock.panel import Panel
from therapist_desk.ui.unlock.unlock_panel import UnlockPanel
from therapist_desk.ui.wording import sentence

if TYPE_CHECKING:
    from therapist_desk.services.desk import Desk
    from therapist_desk.ui.first_run.first_run import FirstRun
    from therapist_desk.ui.jobs import Jobs

PanelT = TypeVar("PanelT", bound=Panel)


@dataclass(frozen=True, slots=True)
class Means:
    """What the composition root lends. `open_samples` is a job; `sample_passphrase` is None for real charts."""

    jobs: Jobs
    clock: Clock
    preferences: PreferenceStore
    open_samples: Callable[[], Desk]
    sample_passphrase: Callable[[Path], str | None]
    watched_since: Instant | None = None


class FrontDesk(QObject):
    """Leads through the panels of `window`; `opened` gives the Desk, once."""

    opened = Signal(object)
    quit_asked = Signal()

    def __init__(self, window: FrontWindow, means: Means, watch: SessionWatch) -> None:
        super().__init__(window)
        self._window = window
        self._means = means
        self._watch = watch
        self._folder = Path()
        self._named = Path()
        self._must_exist = False
        self._first_run: FirstRun | None = None
        watch.ticked.connect(self._show_clocks)
        watch.due.connect(self._speak)

    @property
    def folder(self) -> Path:
        """The folder that the window is about."""
        return self._folder

    def begin(self, folder: Path, *, must_exist: bool) -> None:
        """Show the panel that fits `folder`; where charts `must_exist` there, a missing store is no new beginning."""
        self._named = folder
        self._turn_to(folder, must_exist=must_exist)

    def use_folder(self, folder: Path) -> None:
        """Turn to the charts in another folder; it is remembered once they are open."""
        self._turn_to(folder, must_exist=True)

    def _turn_to(self, folder: Path, *, must_exist: bool) -> None:
        self._folder = folder
        self._must_exist = must_exist
        try:
            if must_exist or opening.store_exists(folder):
                self._show_unlock(opening.find_store(folder))
            else:
                self._show_welcome()
        except ExpectedError as error:
            from therapist_desk.ui.unlock.trouble_panel import TroublePanel  # noqa: PLC0415 - seldom needed

            panel = TroublePanel(sentence(error), str(folder))
            panel.again_asked.connect(self._again)
            panel.other_folder_asked.connect(self.choose_folder)
            panel.restore_asked.connect(self.choose_copy)
            panel.quit_asked.connect(self.quit_asked)
            self._window.show_panel(panel)

    @Slot()
    def explore(self) -> None:
        """Make sample charts and open them."""
        from therapist_desk.ui.unlock.progress_panel import ProgressPanel  # noqa: PLC0415 - seldom needed

        title = self.tr("Making sample charts")
        caption = self.tr("Invented clients with their visits, in a temporary folder. This takes a few seconds.")
        self._window.show_panel(ProgressPanel(title, caption))
        self._means.jobs.write(
            self._means.open_samples, owner=self, done=self.opened.emit, failed=self._samples_failed
        )

    @Slot()
    def choose_folder(self) -> None:
        """Ask for another folder of charts."""
        chosen = ask_for_folder(self._window, self.tr("Open a chart folder"), str(self._folder))
        if chosen is not None:
            self.use_folder(chosen)

    @Slot()
    def choose_copy(self) -> None:
        """Ask for a safe copy, and for an empty folder where charts stand in the usual one, and restore it."""
        from therapist_desk.ui.settings.folder_choice import choose_copy  # noqa: PLC0415 - seldom needed

        file = choose_copy(self._window, self._means.preferences.load().copy_folder)
        if file is None:
            return
        folder: Path | None = self._folder
        if self._folder.exists() and any(self._folder.iterdir()):
            title = self.tr("Restore into an empty folder")
            folder = ask_for_folder(self._window, title, str(self._folder.parent))
        if folder is not None:
            self.restore(file, folder)

    def restore(self, file: Path, folder: Path) -> None:
        """Bring charts back from a safe copy into `folder`, then ask for the passphrase of that day."""
        from therapist_desk.services.copies import restore  # noqa: PLC0415 - seldom needed
        from therapist_desk.ui.unlock.progress_panel import ProgressPanel  # noqa: PLC0415 - the same

        caption = self.tr("Every byte is checked on the way. This takes a moment.")
        self._window.show_panel(ProgressPanel(self.tr("Restoring the charts"), caption))
        self._means.jobs.write(
            restore,
            file,
            folder,
            owner=self,
            done=partial(self._restored, folder),
            failed=self._not_restored,
        )

    def _restored(self, folder: Path, _nothing: None) -> None:
        self.use_folder(folder)

    def _not_restored(self, error: ExpectedError) -> None:
        from therapist_desk.ui.unlock.trouble_panel import TroublePanel  # noqa: PLC0415 - seldom needed

        panel = TroublePanel(sentence(error), str(self._folder))
        panel.title.setText(self.tr("The safe copy was not restored"))
        panel.again_asked.connect(self._again)
        panel.other_folder_asked.connect(self.choose_folder)
        panel.restore_asked.connect(self.choose_copy)
        panel.quit_asked.connect(self.quit_asked)
        self._window.show_panel(panel)

    def _show_unlock(self, people: tuple[opening.CanUnlock, ...]) -> None:
        passphrase = self._means.sample_passphrase(self._folder)
        samples = passphrase is not None
        panel = UnlockPanel(
            people,
            caption=self.tr("Sample clients") if samples else str(self._folder),
            chosen_id=self._means.preferences.load().last_therapist,
            hint=self.tr("The passphrase is: {words}").format(words=passphrase) if samples else "",
            offer_samples=not samples,
        )
        panel.unlock_asked.connect(self._unlock)
        panel.recovery_asked.connect(self._show_recovery)
        panel.other_folder_asked.connect(self.choose_folder)
        panel.samples_asked.connect(self.explore)
        self._window.show_panel(panel)
        self._show_clocks()

    def _show_welcome(self) -> None:
        from therapist_desk.ui.first_run.welcome_panel import WelcomePanel  # noqa: PLC0415 - seen once in a life

        panel = WelcomePanel()
        panel.set_up_asked.connect(self._set_up)
        panel.samples_asked.connect(self.explore)
        panel.other_folder_asked.connect(self.choose_folder)
        panel.restore_asked.connect(self.choose_copy)
        self._window.show_panel(panel)

    @Slot()
    def _set_up(self) -> None:
        from therapist_desk.ui.first_run.first_run import FirstRun  # noqa: PLC0415 - seen once in a life

        if self._first_run is None:
            self._first_run = FirstRun(self._window, self._means.jobs, self._means.clock, self._folder)
            self._first_run.opened.connect(self._let_in)
            self._first_run.left.connect(self._again)
        self._first_run.keep_in(self._folder)
        self._first_run.begin()

    @Slot(str, str)
    def _unlock(self, therapist_id: str, passphrase: str) -> None:
        self._panel(UnlockPanel).set_busy(busy=True)
        unlock = partial(opening.unlock, watched_since=self._means.watched_since)
        self._means.jobs.write(
            unlock,
            self._folder,
            TherapistId(therapist_id),
            passphrase,
            self._means.clock,
            owner=self,
            done=self._let_in,
            failed=self._refused,
        )

    def _refused(self, error: ExpectedError) -> None:
        self._panel(UnlockPanel).refuse(sentence(error))

    @Slot(str)
    def _show_recovery(self, therapist_id: str) -> None:
        from therapist_desk.ui.unlock.recovery_panel import RecoveryPanel  # noqa: PLC0415 - seldom needed

        panel = RecoveryPanel(opening.who_can_unlock(self._folder), therapist_id, self._means.jobs)
        panel.recover_asked.connect(self._recover)
        panel.back_asked.connect(self._again)
        self._window.show_panel(panel)

    @Slot(str, str, str)
    def _recover(self, therapist_id: str, code: str, passphrase: str) -> None:
        from therapist_desk.ui.unlock.recovery_panel import RecoveryPanel  # noqa: PLC0415 - seldom needed

        self._panel(RecoveryPanel).set_busy(busy=True)
        self._means.jobs.write(
            opening.unlock_by_code,
            self._folder,
            TherapistId(therapist_id),
            code,
            passphrase,
            self._means.clock,
            owner=self,
            done=self._let_in,
            failed=self._code_refused,
        )

    def _code_refused(self, error: ExpectedError) -> None:
        from therapist_desk.ui.unlock.recovery_panel import RecoveryPanel  # noqa: PLC0415 - seldom needed

        panel = self._panel(RecoveryPanel)
        group = error.values.get("group")
        if isinstance(error, WeakPassphraseError):
            panel.refuse_passphrase(sentence(error))
        else:
            panel.refuse_code(sentence(error), group if isinstance(group, int) else None)

    @Slot(object)
    def _let_in(self, desk: Desk) -> None:
        preferences = self._means.preferences
        if self._means.sample_passphrase(desk.folder) is None:
            kept = replace(preferences.load(), last_therapist=desk.therapist_id)
            if desk.folder != self._named:
                kept = replace(kept, last_store=str(desk.folder))
            preferences.save(kept)
        self.opened.emit(desk)

    def _samples_failed(self, error: ExpectedError) -> None:
        self._again()
        panel = self._window.panel
        if isinstance(panel, UnlockPanel):
            panel.refuse(sentence(error))

    @Slot()
    def _again(self) -> None:
        self._turn_to(self._folder, must_exist=self._must_exist)

    @Slot()
    def _show_clocks(self) -> None:
        if self._watch.sessions and isinstance(self._window.panel, UnlockPanel):
            self._window.panel.session.show_sessions(self._watch.sessions, self._means.clock.now())

    @Slot(object)
    def _speak(self, signal: SessionSignal) -> None:
        call_attention(self._window)
        if isinstance(self._window.panel, UnlockPanel):
            self._window.panel.session.speak(signal)

    def _panel(self, kind: type[PanelT]) -> PanelT:
        panel = self._window.panel
        if not isinstance(panel, kind):
            raise TypeError(kind)
        return panel
