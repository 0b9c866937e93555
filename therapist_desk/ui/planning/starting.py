"""Beginning a visit, from whichever screen: what the order says against it is said first, and decided by a person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.order_watch import OrderNotice
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.orders import start_notices, start_planned_notices
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.visits import start_planned, start_today
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.planning.order_words import notice_words
from therapist_desk.ui.workplace import Workplace

_WIDTH = 520
Id = TypeVar("Id", CaseId, VisitId)


class StartWarning(Dialog):
    """Says what speaks against the visit. `accepted` is to begin it all the same; nothing is begun otherwise."""

    def __init__(self, sentences: list[str], parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("start_warning")
        title = self.tr("Start this visit?")
        self.title.setText(title)
        self.setAccessibleName(f"{title} {' '.join(sentences)}")
        self.caption.setText(self.tr("Nothing is started yet. A visit outside its order may not be paid."))
        self.caption.show()
        for words in sentences:
            self.body.addWidget(Banner(words, BannerKind.AMBER))
        go_on = Button(self.tr("Start all the same"))
        go_on.setObjectName("start_all_the_same")
        go_on.clicked.connect(self.accept)
        leave = Button(self.tr("Do not start"), role=ButtonRole.PRIMARY)
        leave.setObjectName("do_not_start")
        leave.clicked.connect(self.reject)
        self.add_action(go_on)
        self.add_action(leave)


class VisitStarter(QObject):
    """Asks where there is something to ask, begins the visit and goes to it.

    `begun` comes just before the visit's screen, `failed` where it cannot be begun. One at a time: what is asked for
    meanwhile is not taken.
    """

    begun = Signal()
    failed = Signal(object)  # ExpectedError

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._begin: Callable[[], None] | None = None

    def start_case(self, case_id: CaseId) -> None:
        """Go on with today's visit of a case, or begin it."""
        self._ask(start_notices, case_id, start_today)

    def start_planned(self, visit_id: VisitId) -> None:
        """Begin a visit that was planned."""
        self._ask(start_planned_notices, visit_id, start_planned)

    def _ask(
        self, notices: Callable[[Desk, Id], tuple[OrderNotice, ...]], wanted: Id, start: Callable[[Desk, Id], Visit]
    ) -> None:
        if self._begin is None:
            desk = self._workplace.desk
            self._begin = partial(
                self._workplace.jobs.write, start, desk, wanted, owner=self, done=self._go_there, failed=self._fail
            )
            self._workplace.jobs.read(notices, desk, wanted, owner=self, done=self._weigh, failed=self._fail)

    def _weigh(self, notices: tuple[OrderNotice, ...]) -> None:
        if not notices:
            self._start()
            return
        today = self._workplace.desk.today()
        warning = StartWarning([notice_words(notice, today) for notice in notices], self._page)
        warning.accepted.connect(self._start)
        warning.rejected.connect(self._leave)
        warning.open()

    @Slot()
    def _start(self) -> None:
        if self._begin is not None:
            self._begin()

    @Slot()
    def _leave(self) -> None:
        self._begin = None

    def _go_there(self, visit: Visit) -> None:
        self._begin = None
        self.begun.emit()
        self._workplace.navigator.sessions_changed.emit()
        self._workplace.navigator.open_visit(visit.id)

    def _fail(self, error: ExpectedError) -> None:
        self._begin = None
        self.failed.emit(error)
