"""The palette: one line, and below it what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.ui.finding.found_rows import CLIENT, SEEN, client_row, first_choice, next_choice, visit_rows
from therapist_desk.ui.finding.index_keeper import IndexKeeper
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.palette.offers import FoundClient, Offers, find, matches
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.planning.starting import VisitStarter
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_PAUSE_MS = 60
_ROW = 44
_LIST_HEIGHT = 9 * _ROW
_VISIT, _PLAN, _HERE, _ACTION = "visit:", "plan:", "here:", "action:"


class Palette(Dialog):
    """Arrows choose, Return does it, Escape leaves. Lock works as everywhere.

    `here` names what the page in front can do, asked at each look, as a page may still be reading; it comes before
    what can be done from anywhere.
    """

    def __init__(
        self,
        workplace: Workplace,
        commands: Commands,
        window: QWidget,
        here: Callable[[], Sequence[PageAction]] = tuple,
    ) -> None:
        super().__init__("", width=600, parent=window)
        self.title.setText(self.tr("Go to"))
        self.setAccessibleName(self.tr("Go to a client, a visit or an action"))
        self._workplace = workplace
        self._offered = {action.objectName(): action for action in commands.offered()}
        self._ask_page = here
        self._here: dict[str, PageAction] = {}
        self.search = SearchEdit(self.tr("Client, words in notes, or action"))
        self.search.setObjectName("palette_search")
        self.rows = RowList(self.tr("Found"), height=_ROW, led=True)
        self.rows.setMinimumHeight(_LIST_HEIGHT)
        self.rows.setMaximumHeight(_LIST_HEIGHT)
        self.body.addWidget(self.search)
        self._nothing = Label("", Text.BODY, Tone.QUIET, wrap=True)
        self._nothing.setObjectName("nothing")
        self._nothing.setMinimumHeight(_LIST_HEIGHT)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._nothing.hide()
        self.body.addWidget(self.rows)
        self.body.addWidget(self._nothing)
        self._shown: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._pause.start)
        self.search.moved.connect(self._move)
        self.search.activated.connect(self._take_chosen)
        self.search.escaped.connect(self.reject)
        self.rows.pressed_row.connect(self._take)
        self.rows.picked_row.connect(self._take)
        self.keep_working(commands.lock, commands.quit)
        keeper = IndexKeeper(workplace, self)
        keeper.caught_up.connect(self._ask_again)
        keeper.catch_up()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        text = self.search.text()
        done = partial(self._show, text)
        self._workplace.jobs.read(find, self._workplace.desk, text, owner=self, done=done)

    @Slot()
    def _ask_again(self) -> None:
        if self.search.text().strip() and not self._pause.isActive():
            self._ask()

    def _show(self, text: str, found: Offers) -> None:
        if text != self.search.text():
            return
        today = self._workplace.desk.today()
        rows = [*self._client_rows(found.clients), *self._action_rows(text), *visit_rows(found.visits, today)]
        chosen = self.rows.chosen() if text == self._shown else None
        self._shown = text
        self.rows.show_rows(rows)
        words = self.tr("No client, no action and no note has “{text}”.")
        self._nothing.setText(words.format(text=text.strip()))
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            keys = [row.key for row in rows]
            again = chosen is not None and chosen.key in keys
            self.rows.choose(keys.index(chosen.key) if chosen is not None and again else first_choice(rows))

    def _client_rows(self, found: tuple[FoundClient, ...]) -> list[Row]:
        rows: list[Row] = []
        for one in found:
            rows.append(client_row(one.client))
            rows.extend(self._visit_row(one.client.name, case) for case in one.cases)
            if one.cases:
                rows.append(self._plan_row(one.client))
        return rows

    def _visit_row(self, name: str, case: Case) -> Row:
        title = self.tr("Start a visit for {name}").format(name=name)
        return Row(key=f"{_VISIT}{case.id}", title=title, caption=case.title, icon="play")

    def _plan_row(self, client: Client) -> Row:
        title = self.tr("Plan a visit for {name}").format(name=client.name)
        return Row(key=f"{_PLAN}{client.id}", title=title, icon="calendar")

    def _action_rows(self, text: str) -> list[Row]:
        self._here = {action.name: action for action in self._ask_page()}
        here = [
            Row(key=f"{_HERE}{name}", title=action.words, trailing=_key_words(action.keys), icon=action.icon)
            for name, action in self._here.items()
            if matches(action.words, text)
        ]
        also = {"settings": self.tr("Copies, passphrase, therapists, payers, codes, phrases, spelling, audit trail")}
        return here + [
            Row(
                key=f"{_ACTION}{name}",
                title=action.text(),
                caption=also.get(name, ""),
                trailing=_key_words(action.shortcut()),
                icon=_ICONS[name],
            )
            for name, action in self._offered.items()
            if matches(f"{action.text()} {also.get(name, '')}", text)
        ]

    @Slot(int)
    def _move(self, step: int) -> None:
        if self.rows.rows:
            self.rows.choose(next_choice(self.rows.rows, self.rows.currentIndex().row(), step))

    @Slot()
    def _take_chosen(self) -> None:
        row = self.rows.chosen()
        if row is not None:
            self._take(row.key)

    @Slot(str)
    def _take(self, key: str) -> None:
        kind, _, what = key.partition(":")
        workplace = self._workplace
        self.accept()
        if f"{kind}:" == CLIENT:
            workplace.navigator.open_chart(ClientId(what))
        elif f"{kind}:" == SEEN:
            workplace.navigator.open_visit(VisitId(what))
        elif f"{kind}:" == _PLAN:
            PlanDialog(workplace, self.window(), ClientId(what)).open()
        elif f"{kind}:" == _VISIT:
            starter = VisitStarter(workplace, self.window())
            starter.begun.connect(starter.deleteLater)
            starter.failed.connect(workplace.jobs.unhandled_problem)
            starter.start_case(CaseId(what))
        elif f"{kind}:" == _HERE:
            self._here[what].do()
        else:
            self._offered[what].trigger()


_ICONS = {
    "home": "home",
    "clients": "clients",
    "new_client": "plus",
    "import_clients": "doc",
    "settings": "gear",
    "check_pdf": "shield",
    "check_records": "shield",
    "export": "arrow",
    "lock": "lock",
    "quit": "close",
}


def _key_words(keys: str | QKeySequence) -> str:
    """Say keys as this system does."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
