"""The palette: one line, and below it what it may mean."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.case import Case
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.visit import Visit
from therapist_desk.services.visits import start_today
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.palette.offers import FoundClient, find, matches
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_PAUSE_MS = 60
_ROW = 44
_LIST_HEIGHT = 9 * _ROW
_CLIENT, _VISIT, _ACTION = "client:", "visit:", "action:"


class Palette(Dialog):
    """Arrows choose, Return does it, Escape leaves. Lock works as everywhere."""

    def __init__(self, workplace: Workplace, commands: Commands, window: QWidget) -> None:
        super().__init__("", width=600, parent=window)
        self.title.setText(self.tr("Go to"))
        self.setAccessibleName(self.tr("Go to a client or an action"))
        self._workplace = workplace
        self._offered = {action.objectName(): action for action in commands.offered()}
        self.search = SearchEdit(self.tr("Client or action"))
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
        self._ask()

    @Slot()
    def _ask(self) -> None:
        text = self.search.text()
        done = partial(self._show, text)
        self._workplace.jobs.read(find, self._workplace.desk, text, owner=self, done=done)

    def _show(self, text: str, found: tuple[FoundClient, ...]) -> None:
        if text != self.search.text():
            return
        rows = [*self._client_rows(found), *self._action_rows(text)]
        self.rows.show_rows(rows)
        self._nothing.setText(self.tr("No client and no action is called “{text}”.").format(text=text.strip()))
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            self.rows.choose(0)

    def _client_rows(self, found: tuple[FoundClient, ...]) -> list[Row]:
        rows: list[Row] = []
        for one in found:
            client = one.client
            born = day_text(client.details.date_of_birth)
            caption = self.tr("{number}, born {day}").format(number=client.record_number, day=born)
            rows.append(
                Row(key=f"{_CLIENT}{client.id}", title=client.name, caption=caption, initials=client.initials)
            )
            rows.extend(self._visit_row(client.name, case) for case in one.cases)
        return rows

    def _visit_row(self, name: str, case: Case) -> Row:
        title = self.tr("Start a visit for {name}").format(name=name)
        return Row(key=f"{_VISIT}{case.id}", title=title, caption=case.title, icon="play")

    def _action_rows(self, text: str) -> list[Row]:
        return [
            Row(key=f"{_ACTION}{name}", title=action.text(), trailing=_key_of(action), icon=_ICONS[name])
            for name, action in self._offered.items()
            if matches(action.text(), text)
        ]

    @Slot(int)
    def _move(self, step: int) -> None:
        count = len(self.rows.rows)
        if count:
            self.rows.choose((self.rows.currentIndex().row() + step) % count)

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
        if f"{kind}:" == _CLIENT:
            workplace.navigator.open_chart(ClientId(what))
        elif f"{kind}:" == _VISIT:
            workplace.jobs.write(start_today, workplace.desk, CaseId(what), done=partial(_open_visit, workplace))
        else:
            self._offered[what].trigger()


_ICONS = {
    "home": "home",
    "clients": "clients",
    "new_client": "plus",
    "settings": "gear",
    "lock": "lock",
    "quit": "close",
}


def _key_of(action: QAction) -> str:
    return action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)


def _open_visit(workplace: Workplace, visit: Visit) -> None:
    workplace.navigator.sessions_changed.emit()
    workplace.navigator.open_visit(visit.id)
