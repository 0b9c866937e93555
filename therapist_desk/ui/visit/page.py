"""The visit screen: header, timer, body map, note and foot, all of one session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.notes.phrase import Phrase, offered
from therapist_desk.services.writing import own_phrases
from therapist_desk.ui.fields import Lead
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.layouts import column, row, settle
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.preferences import BORDERS
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.tokens import SizeClass, size_class
from therapist_desk.ui.visit.arrival import Arrival
from therapist_desk.ui.visit.checks.foot import SIGN_KEYS, VisitFoot
from therapist_desk.ui.visit.checks.mending import Mending
from therapist_desk.ui.visit.departure import Departure
from therapist_desk.ui.visit.habits import Habits
from therapist_desk.ui.visit.header import VisitHeader
from therapist_desk.ui.visit.health_watch import HealthWatch
from therapist_desk.ui.visit.map.pain_extent import PainExtentMeter
from therapist_desk.ui.visit.map.panel import MapPanel
from therapist_desk.ui.visit.map.popover_keys import PopoverKeys
from therapist_desk.ui.visit.map.typical_help import TypicalHelp
from therapist_desk.ui.visit.next_planner import NextPlanner
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.note.section_card import KEEP_ALL_KEYS, PHRASE_KEYS
from therapist_desk.ui.visit.offered import LIST_KEYS, visit_actions
from therapist_desk.ui.visit.override import OFFER_KEYS
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.skeleton import Skeleton
from therapist_desk.ui.visit.timer.minutes import Minutes
from therapist_desk.ui.visit.timer.timer_buttons import START_KEYS, STOP_KEYS
from therapist_desk.ui.visit.timer.timer_strip import TimerStrip
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_REGULAR_HEIGHT = 720
_SECTION_KEYS = {
    "Ctrl+1": Section.SUBJECTIVE,
    "Ctrl+2": Section.OBJECTIVE,
    "Ctrl+3": Section.ASSESSMENT,
    "Ctrl+4": Section.PLAN,
}


class VisitPage(QWidget):
    """One visit at a time; everything is saved as it is made."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.session = VisitSession(workplace.desk, workplace.jobs, self, rules=workplace.rules)
        self.header = VisitHeader(self.session.outbox)
        self.habits = Habits(workplace, self.session, self)
        self.strip = TimerStrip(self.session, workplace.techniques)
        self.map_panel = MapPanel(self.session, workplace.atlas)
        self.typical = TypicalHelp(workplace, self.session, self.map_panel)
        self.extent = PainExtentMeter(workplace.jobs, self.session, self.map_panel.map)
        self.note = NoteColumn(self.session, workplace.assessments)
        self.spelling = Spelling(workplace, self)
        self.note.check_spelling(self.spelling)
        self.map_panel.popover.check_spelling(self.spelling)
        self.foot = VisitFoot(self.session)
        self.health = HealthWatch(workplace, self.session, self.note.subjective.health)
        self._keys = PopoverKeys(self.map_panel.popover, self.strip)
        self.minutes = Minutes(workplace, self.session, self.habits, self)
        self._mending = Mending(workplace, self)
        self._planner = NextPlanner(workplace, self.session, self)
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setObjectName("trouble")
        self._trouble.add_action(self.tr("Close")).clicked.connect(self._trouble.hide)
        self._trouble.hide()
        self._lay_out()
        self.skeleton = Skeleton(self, (self.header, self.strip, self.foot), self.map_panel, self.note)
        self._connect()
        self.arrival = Arrival(self.session, self.map_panel.review, self.note, self)
        self.departure = Departure(self.session, self.strip.buttons, self.note, self)
        self._add_shortcuts()
        self._size = SizeClass.REGULAR

    def show_visit(self, visit_id: VisitId) -> None:
        """Turn to a visit; it shows as soon as it has been read."""
        self._trouble.hide()
        if not self.session.is_open or self.session.visit.id != visit_id:
            self.skeleton.wait()
        self.session.open(visit_id)

    def lead(self, to: Lead) -> None:
        """Go to where an item is mended, once the visit has been read."""
        if isinstance(to, MissingItem):
            self._mending.lead_once_open(to)

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done with the visit."""
        return visit_actions(self)

    def arrive(self) -> None:
        """Come to the front."""
        self.strip.set_running(running=True)
        self._workplace.jobs.read(own_phrases, self._workplace.desk, owner=self, done=self._show_phrases)
        self.spelling.wake()
        self.map_panel.map.set_borders(always=self._workplace.preferences.load().borders == BORDERS[0])
        self.map_panel.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hand over what was typed; safe to repeat."""
        self.session.flush()
        self.health.hand_over()
        self.minutes.hand_over()
        self.map_panel.popover.close()
        self.strip.set_running(running=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.skeleton.setGeometry(self.rect())
        window = self.window().size()
        size = size_class(window.width(), window.height())
        if size is not self._size:
            self._size = size
            self.header.use(size)
            self.strip.use(size)
            self.map_panel.use(size)
            self.foot.use(size)
        self.note.use(size, short=window.height() < _REGULAR_HEIGHT)

    def _lay_out(self) -> None:
        message = column(self.health.banner, self._trouble)
        message.setContentsMargins(8, 0, 8, 0)
        right = column(message, self.note, spacing=0)
        right.setStretch(1, 1)
        middle = row(self.map_panel, right, spacing=0)
        middle.setStretch(1, 1)
        page = column(self.header, self.strip, middle, self.foot, spacing=0)
        page.setStretch(2, 1)
        self.setLayout(page)

    def _connect(self) -> None:
        self.session.opened.connect(self._show)
        self.note.everything_looked_at.connect(self.focus_map)
        self.session.trouble.connect(self._say)
        self.session.timed.connect(self._trouble.hide)
        self.session.timed.connect(self._workplace.navigator.sessions_changed)
        self.extent.measured.connect(self.map_panel.legend.show_extent)
        self.extent.measured.connect(self.map_panel.list.show_extent)
        self.header.back_wanted.connect(self._go_back)
        self.header.find_wanted.connect(self._workplace.navigator.palette_asked)
        self.habits.known.connect(self.strip.show_favourites)
        self.strip.correction_wanted.connect(self.minutes.correct_times)
        self.strip.stretch_wanted.connect(self.minutes.enter_stretch)
        self.header.day_wanted.connect(self.minutes.change_day)
        self.strip.units_wanted.connect(self.minutes.show_units)
        self.strip.minute_passed.connect(self.note.show_note)
        self.strip.minute_passed.connect(self.foot.follow)
        self.map_panel.mark_selected.connect(self.note.objective.show_selected)
        self.note.plan.next.plan_wanted.connect(self._planner.open)
        self.note.mark_wanted.connect(self.map_panel.select)
        self.foot.missing.item_wanted.connect(self._mending.lead)
        self.foot.missing.checks_wanted.connect(self._mending.show_checks)
        self.foot.sign_wanted.connect(self._sign)
        self.foot.preview_wanted.connect(self._preview)
        self.foot.addendum_wanted.connect(self.add_addendum)
        self.note.notice.addendum_wanted.connect(self.add_addendum)

    def _add_shortcuts(self) -> None:
        undo, redo = self.session.undo_stack.undo, self.session.undo_stack.redo
        for keys, slot in (
            (START_KEYS, self.strip.buttons.toggle),
            (STOP_KEYS, self.strip.buttons.end),
            ("Ctrl+Z", undo),
            ("Ctrl+Shift+Z", redo),
            (LIST_KEYS, self.map_panel.toolbar.list.toggle),
            ("Ctrl+B", self.focus_map),
            (OFFER_KEYS, self.note.objective.offer_assessments),
            (SIGN_KEYS, self._sign),
            (KEEP_ALL_KEYS, self.note.keep_all),
            (PHRASE_KEYS, self.note.find_phrase),
            *((section_keys, self._go_to_section) for section_keys in _SECTION_KEYS),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @Slot()
    def _show(self) -> None:
        self.header.show_file(self.session.file, self.session.now().day)
        settle()
        self.skeleton.end()

    def _show_phrases(self, own: tuple[Phrase, ...]) -> None:
        self.note.show_phrases(offered((*self._workplace.phrases, *own)))

    @Slot(object)
    def _say(self, problem: ExpectedError) -> None:
        self.skeleton.end()
        self._trouble.set_sentence(sentence(problem))
        self._trouble.show()

    @Slot()
    def focus_map(self) -> None:
        """Go to the body map."""
        self.map_panel.map.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _go_to_section(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            section = _SECTION_KEYS[shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)]
            self.note.lead_to(section, self._first_field(section))

    def _first_field(self, section: Section) -> QWidget:
        return {
            Section.SUBJECTIVE: self.note.subjective.text,
            Section.OBJECTIVE: self.note.objective.text,
            Section.ASSESSMENT: self.note.assessment.text,
            Section.PLAN: self.note.plan.text,
        }[section]

    @Slot()
    def _go_back(self) -> None:
        self.leave()
        if self.session.is_open:
            self._workplace.navigator.open_chart(self.session.visit.client_id, ChartTab.VISITS)
        else:
            self._workplace.navigator.home_asked.emit()

    @Slot()
    def _preview(self) -> None:
        self.leave()
        visit = self.session.visit
        self._workplace.navigator.open_chart(visit.client_id, ChartTab.DOCUMENTS, documents_of=visit.id)

    @Slot()
    def _sign(self) -> None:
        if self.session.locked:
            return
        from therapist_desk.ui.signing import SignDialog  # noqa: PLC0415 - not needed before somebody signs

        self.session.flush()
        dialog = SignDialog(self._workplace, self.session.file, self)
        dialog.signed.connect(self.session.open_again)
        dialog.checks_wanted.connect(self._mending.show_checks)
        dialog.open()

    @Slot()
    def add_addendum(self, corrects: NotePart | None = None) -> None:
        """Write an addendum to the visit, which is signed; `corrects` is the part in question."""
        from therapist_desk.ui.signing import AddendumDialog  # noqa: PLC0415 - rarely needed

        dialog = AddendumDialog(self._workplace, self.session.file, self, corrects=corrects)
        dialog.finished.connect(self.session.open_again)
        dialog.open()
