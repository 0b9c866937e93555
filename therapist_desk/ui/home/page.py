"""Home: search, today, what needs attention, and the clients seen last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.visit import Visit
from therapist_desk.ui.dates import long_day_text
from therapist_desk.ui.fields import go_to
from therapist_desk.ui.home.board_reader import HomeContents, read_home
from therapist_desk.ui.home.client_search import ClientSearch
from therapist_desk.ui.home.side_rows import COPY, attention_lead, attention_rows, recent_rows
from therapist_desk.ui.home.today_actions import TodayActions
from therapist_desk.ui.home.today_rows import SIGNED_HEADING, summary, today_rows
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button, ButtonSize, LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.list_card import ListCard
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.toast import Toast
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.planning.words import planned_words
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_TICK_MS = 1000
_WIDE, _NARROW = 62, 38  # shares of the width


class HomePage(QWidget):
    """Reads the board each time it comes to the front; a running clock ticks while it is there."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._contents: HomeContents | None = None
        self._signed_open = False
        self._toast: Toast | None = None
        self.search = ClientSearch(workplace, self)
        self._therapist = Label("", Text.SECONDARY_STRONG)
        self._new = Button(self.tr("New client"), size=ButtonSize.ENTRY, icon_name="plus")
        self._new.setObjectName("new_client")
        self._today = ListCard(self.tr("Today"), self.tr("Visits of today"))
        self._today.list.setObjectName("today")
        self._visits = TodayActions(workplace, self)
        self._summary = Label("", Text.SECONDARY, Tone.LABELS)
        self._plan = LinkButton(self.tr("Plan a visit"), small=True)
        self._plan.setObjectName("plan")
        self._attention = ListCard(self.tr("Needs attention"), self.tr("What needs attention"))
        self._attention.list.setObjectName("attention")
        self._count = StatusPill("", Kind.AMBER)
        self._recent = ListCard(self.tr("Recent clients"), self.tr("Clients seen last"), height=52, inset=True)
        self._recent.list.setObjectName("recent")
        self._all = LinkButton(self.tr("All clients"), small=True)
        self._all.setObjectName("all_clients")
        self._welcome = self._make_welcome()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Read the board and put the cursor into the search box."""
        self.search.setFocus()
        self._read()

    def leave(self) -> None:
        """Stop the clock; nothing typed here is kept."""
        self._clock.stop()
        self.search.close_popup()

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done on Home."""
        known = self._contents is not None and bool(self._contents.board.recent)
        return [PageAction("plan", self.tr("Plan a visit…"), "calendar", self._open_plan)] if known else []

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _connect(self) -> None:
        navigator = self._workplace.navigator
        self._new.clicked.connect(navigator.new_client_asked)
        self.search.new_wanted.connect(navigator.new_client_named)
        self._all.clicked.connect(navigator.clients_asked)
        self._plan.clicked.connect(self._open_plan)
        self._today.list.pressed_row.connect(self._act)
        self._today.list.picked_row.connect(self._visits.open_chart)
        self._today.list.menu_wanted.connect(self._visits.open_menu)
        self._visits.changed.connect(self._tell)
        self._attention.list.pressed_row.connect(self._see_to)
        self._attention.list.picked_row.connect(self._see_to)
        self._recent.list.pressed_row.connect(self._open_client)
        self._recent.list.picked_row.connect(self._open_client)
        self._clock.timeout.connect(self._tick)

    @Slot()
    def _read(self) -> None:
        here = self._workplace
        here.jobs.read(read_home, here.desk, here.rule_cards, owner=self, done=self._show)

    def _show(self, contents: HomeContents) -> None:
        self._contents = contents
        self._visits.take(contents)
        board, today = contents.board, self._workplace.desk.today()
        self._therapist.setText(contents.therapist.signature_name)
        self._today.set_caption(long_day_text(today))
        self._summary.setText(summary(contents))
        attention = attention_rows(board, today, copies=not self._workplace.samples)
        self._attention.list.show_rows(attention)
        self._attention.setVisible(bool(attention))
        self._count.show_state(str(len(attention)), Kind.AMBER)
        self._recent.list.show_rows(recent_rows(board, today))
        self._recent.setVisible(bool(board.recent))
        self._side.setVisible(bool(board.recent or attention))
        self._plan.setVisible(bool(board.recent))
        self._tick()
        self._welcome.setVisible(not self._today.list.rows)
        for welcome in (self._welcome_new, self._welcome_import):
            welcome.setVisible(not board.recent)
        if board.in_session and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    @Slot()
    def _tick(self) -> None:
        if self._contents is not None:
            now = self._workplace.desk.clock.now()
            self._today.list.show_rows(today_rows(self._contents, now, signed_open=self._signed_open))

    @Slot(str)
    def _act(self, key: str) -> None:
        if key == SIGNED_HEADING:
            self._signed_open = not self._signed_open
            self._tick()
            self._today.list.choose([row.key for row in self._today.list.rows].index(key))
        else:
            self._visits.go_to_visit(key)

    @Slot(str)
    def _see_to(self, key: str) -> None:
        if key == COPY:
            self._workplace.navigator.settings_asked.emit()
            return
        go_to(self._workplace.navigator, *attention_lead(key))

    @Slot(str)
    def _open_client(self, key: str) -> None:
        self._workplace.navigator.open_chart(ClientId(key))

    @Slot()
    def _open_plan(self) -> None:
        dialog = PlanDialog(self._workplace, self)
        dialog.planned.connect(self._tell_planned)
        dialog.open()

    @Slot(object)
    def _tell_planned(self, visit: Visit) -> None:
        self._tell(planned_words(visit, self._workplace.desk.today()))

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._read()
        if self._toast is None:
            self._toast = Toast(self.window())
        self._toast.say(words)

    def _make_welcome(self) -> EmptyState:
        self._welcome_new = Button(self.tr("Add the first client"), icon_name="plus")
        self._welcome_new.setObjectName("first_client")
        self._welcome_new.clicked.connect(self._workplace.navigator.new_client_asked)
        self._welcome_import = Button(self.tr("Import clients…"), icon_name="doc")
        self._welcome_import.setObjectName("import_first")
        self._welcome_import.clicked.connect(self._workplace.navigator.import_asked)
        return EmptyState(
            "calendar",
            self.tr("Nothing for today yet"),
            self.tr("Find or add a client, open a case, and start a visit. Visits of today are listed here."),
            self._welcome_new,
            self._welcome_import,
        )

    def _lay_out(self) -> None:
        self._today.add_action(self._summary)
        self._today.add_action(self._plan)
        self._today.body.addWidget(self._welcome)
        self._attention.add_action(self._count)
        self._recent.add_action(self._all)
        right_head = QHBoxLayout()
        right_head.setSpacing(Space.GAP)
        self._therapist.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right_head.addWidget(self._therapist, 1)
        right_head.addWidget(self._new)
        head = QHBoxLayout()
        head.setSpacing(Space.GAP)
        head.addWidget(self.search, _WIDE)
        head.addLayout(right_head, _NARROW)
        left = QVBoxLayout()
        left.addWidget(self._today)
        left.addStretch(1)
        self._side = QWidget()
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.GAP)
        right.addWidget(self._attention)
        right.addWidget(self._recent)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(Space.GAP)
        columns.addLayout(left, _WIDE)
        columns.addWidget(self._side, _NARROW)
        for unread in (self._welcome, self._side, self._plan):
            unread.hide()  # nothing is said of charts that have not been read
        for card in (self._side, self.search):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, card.sizePolicy().verticalPolicy())
        page = QVBoxLayout(self)
        page.setContentsMargins(Space.PAGE_X, 20, Space.PAGE_X, 20)
        page.setSpacing(Space.GAP)
        page.addLayout(head)
        page.addLayout(columns, 1)
