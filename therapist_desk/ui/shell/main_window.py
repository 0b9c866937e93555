"""The window of the open charts: rail, pages, and what stays in sight on every page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.documents.check_dialog import open_check
from therapist_desk.ui.exporting.export_dialog import ExportDialog
from therapist_desk.ui.kit.accessible_window import publish_popups
from therapist_desk.ui.kit.rail import Rail
from therapist_desk.ui.kit.toast import Toast
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.palette.palette import Palette
from therapist_desk.ui.settings.records_dialog import RecordsDialog
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.shell.notices import Notices
from therapist_desk.ui.shell.page_stack import PageMaker, PageStack
from therapist_desk.ui.shell.place import PageKind, Place, Trail
from therapist_desk.ui.shell.samples_notice import SamplesDialog, dress_for_samples
from therapist_desk.ui.shell.session import SessionSignal
from therapist_desk.ui.shell.session_watch import SessionWatch, call_attention
from therapist_desk.ui.shell.sessions_reader import SessionsReader
from therapist_desk.ui.shell.top_bar import TopBar
from therapist_desk.ui.theme.tokens import SizeClass, size_class
from therapist_desk.ui.unlock.session_line import signal_words
from therapist_desk.ui.window_place import HEIGHT, WIDTH
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_LEAST = QSize(900, 560)
_A_MINUTE_MS = 60_000
_SESSION = "session"
_SAMPLES = "samples"


class MainWindow(QWidget):
    """Its title never names a client. `closing` asks to close it, `went` gives each new Place."""

    closing = Signal()
    went = Signal(object)

    def __init__(
        self,
        workplace: Workplace,
        makers: Mapping[PageKind, PageMaker],
        watch: SessionWatch,
        *,
        sample_passphrase: str | None = None,
    ) -> None:
        super().__init__()
        publish_popups(self)
        self.setWindowTitle(self.tr("Therapist Desk"))
        self.setMinimumSize(_LEAST)
        self.resize(WIDTH, HEIGHT)
        self._workplace = workplace
        self._watch = watch
        self._trail = Trail()
        self.commands = Commands(self, workplace.navigator)
        self.pages = PageStack(makers)
        self._sample_passphrase = sample_passphrase
        self.rail = self._make_rail()
        self.notices = Notices()
        self.top_bar = TopBar(self.commands)
        self._show_samples()
        self._toast = Toast(self, shown_ms=15_000)
        self._toast.action_chosen.connect(self._open_session)
        self._lock_toast = Toast(self, shown_ms=_A_MINUTE_MS)
        self._lock_toast.setObjectName("lock_toast")
        self._reader = SessionsReader(workplace, watch)
        self._lay_out()
        self._listen()

    @property
    def place(self) -> Place | None:
        """Where one is."""
        return self._trail.here

    def go(self, place: Place) -> None:
        """Go to `place`."""
        self._trail.go(place)
        self.pages.show_place(place)
        self._mark_rail()
        self._reader.read()
        self.went.emit(place)

    @Slot()
    def go_home(self) -> None:
        """Go to Home."""
        self.go(Place(PageKind.HOME))

    @Slot()
    def go_back(self) -> None:
        """Go to where one was before."""
        place = self._trail.back()
        if place is not None:
            self.pages.show_place(place)
            self._mark_rail()
            self.went.emit(place)

    @Slot(object)
    def tell_problem(self, error: ExpectedError) -> None:
        """Show an expected failure that no page has taken."""
        self.notices.tell_problem(sentence(error))

    @Slot()
    def warn_of_lock(self) -> None:
        """Say that nobody has worked for long, over any dialog too."""
        self._lock_toast.say(self.tr("Locking in a minute. Move the mouse or press a key to go on."))

    @Slot()
    def forget_lock(self) -> None:
        """Take the warning away: somebody is there."""
        self._lock_toast.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = size_class(self.width(), self.height()) is SizeClass.COMPACT
        self.rail.setVisible(not compact)
        self.top_bar.setVisible(compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Whoever listens saves what was typed and closes the store; the window goes when that is done.
        event.ignore()
        self.closing.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(column, 1)

    def _make_rail(self) -> Rail:
        rail = Rail()
        rail.add(PageKind.HOME, "home", self.tr("Home"))
        rail.add(PageKind.CLIENTS, "clients", self.tr("Clients"))
        rail.add(_SESSION, "clock", "").hide()
        if self._sample_passphrase is not None:
            dress_for_samples(rail.add(_SAMPLES, "info", self.tr("Samples"), at_bottom=True))
        rail.add(PageKind.SETTINGS, "gear", self.tr("Settings"), at_bottom=True)
        rail.add("lock", "lock", self.tr("Lock"), at_bottom=True)
        return rail

    def _listen(self) -> None:
        navigator = self._workplace.navigator
        navigator.home_asked.connect(self.go_home)
        navigator.clients_asked.connect(self._go_to_clients)
        navigator.new_client_asked.connect(self._add_client)
        navigator.import_asked.connect(self._import_clients)
        navigator.new_client_named.connect(self._add_client_named)
        navigator.chart_asked.connect(self._go_to_chart)
        navigator.visit_asked.connect(self._go_to_visit)
        navigator.settings_asked.connect(self._go_to_settings)
        navigator.lead_asked.connect(self.pages.lead)
        navigator.palette_asked.connect(self._open_palette)
        navigator.export_asked.connect(self._export_all)
        self.commands.check_pdf.triggered.connect(self._check_pdf)
        self.commands.check_records.triggered.connect(self._check_records)
        navigator.sessions_changed.connect(self._reader.read)
        self.commands.back.triggered.connect(self.go_back)
        self.rail.chosen.connect(self._follow_rail)
        self._workplace.jobs.unhandled_problem.connect(self.tell_problem)
        self._watch.ticked.connect(self._show_session)
        self._watch.due.connect(self._speak)

    @Slot()
    def _go_to_clients(self) -> None:
        self.go(Place(PageKind.CLIENTS))

    @Slot()
    def _add_client(self) -> None:
        self._go_to_clients()
        self.pages.new_client()

    @Slot()
    def _import_clients(self) -> None:
        self._go_to_clients()
        self.pages.import_clients()

    @Slot(str)
    def _add_client_named(self, name: str) -> None:
        self._go_to_clients()
        self.pages.new_client(name)

    @Slot(str, str, str)
    def _go_to_chart(self, client_id: str, tab: str, documents_of: str) -> None:
        documents = VisitId(documents_of) if documents_of else None
        self.go(Place(PageKind.CHART, ClientId(client_id), ChartTab(tab), documents))

    @Slot(str)
    def _go_to_visit(self, visit_id: str) -> None:
        self.go(Place(PageKind.VISIT, visit_id=VisitId(visit_id)))

    @Slot()
    def _go_to_settings(self) -> None:
        self.go(Place(PageKind.SETTINGS))

    @Slot()
    def _open_palette(self) -> None:
        Palette(self._workplace, self.commands, self, self.pages.offered).open()

    @Slot()
    def _check_pdf(self) -> None:
        open_check(self._workplace, self)

    @Slot()
    def _check_records(self) -> None:
        dialog = RecordsDialog(self._workplace, self)
        dialog.keep_working(self.commands.lock, self.commands.quit)
        dialog.open()

    @Slot()
    def _export_all(self) -> None:
        dialog = ExportDialog(self._workplace, None, self)
        dialog.keep_working(self.commands.lock, self.commands.quit)
        dialog.open()

    @Slot(str)
    def _follow_rail(self, key: str) -> None:
        navigator = self._workplace.navigator
        asked = {
            PageKind.HOME.value: navigator.home_asked,
            PageKind.CLIENTS.value: navigator.clients_asked,
            PageKind.SETTINGS.value: navigator.settings_asked,
            "lock": navigator.lock_asked,
        }
        if key == _SESSION:
            self._open_session()
        elif key == _SAMPLES:
            self._tell_of_samples()
        else:
            asked[key].emit()

    @Slot()
    def _open_session(self) -> None:
        session = next(iter(self._watch.sessions), None)
        if session is not None and session.visit_id is not None:
            self._go_to_visit(session.visit_id)

    def _show_samples(self) -> None:
        self.top_bar.samples.setVisible(self._sample_passphrase is not None)
        self.top_bar.samples.clicked.connect(self._tell_of_samples)

    @Slot()
    def _tell_of_samples(self) -> None:
        dialog = SamplesDialog(self._sample_passphrase or "", self)
        dialog.keep_working(self.commands.lock, self.commands.quit)
        dialog.open()

    @Slot()
    def _show_session(self) -> None:
        session = next(iter(self._watch.sessions), None)
        button = self.rail.button(_SESSION)
        button.setVisible(session is not None)
        if session is not None:
            reading = session.reading(self._workplace.desk.clock.now())
            button.show_person(session.client_name, running=reading.state is TimerState.RUNNING)
        self._mark_rail()

    @Slot(object)
    def _speak(self, signal: SessionSignal) -> None:
        here = self._trail.here
        shown = here is not None and any(session.visit_id == here.visit_id for session in self._watch.sessions)
        if here is not None and here.kind is PageKind.VISIT and shown:
            return  # the visit's own timer says it
        call_attention(self)
        self._toast.say(signal_words(self, signal), self.tr("Open the visit"))

    def _mark_rail(self) -> None:
        here = self._trail.here
        if here is None:
            return
        in_session = next(iter(self._watch.sessions), None)
        if here.visit_id is not None and in_session is not None and in_session.visit_id == here.visit_id:
            self.rail.set_current(_SESSION)
        elif here.kind in {PageKind.CHART, PageKind.VISIT}:
            self.rail.set_current(PageKind.CLIENTS)
        else:
            self.rail.set_current(here.kind)
