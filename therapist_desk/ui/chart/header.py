"""The band over every tab of a chart: who it is, what must not be done, and where care stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.header_words import Fact, facts, person_words
from therapist_desk.ui.fields import ChartForm
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton, LinkButton
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import FlowLayout, row
from therapist_desk.ui.kit.meters import VisitDots
from therapist_desk.ui.kit.pill import CautionChip, Kind, StatusPill
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_ROOM_FOR_DOTS = 1200
_TOP = Qt.AlignmentFlag.AlignTop


class FlowBox(QWidget):
    """What it holds flows into a further line where one is too short; nothing is cut."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing, line_spacing=Space.INNER)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: list[QWidget]) -> None:
        """Hold these widgets in place of those before."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()


class ChartHeader(QFrame):
    """Shows a chart's facts. The great button says `visit_wanted`, a fact that is a link `form_wanted`.

    The menu says `plan_wanted`, `edit_wanted`, `close_wanted`, `reopen_wanted` and `archive_wanted`.
    """

    visit_wanted = Signal()
    form_wanted = Signal(str)  # a ChartForm
    plan_wanted = Signal()
    edit_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    archive_wanted = Signal()
    earlier_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setProperty("role", "bar")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._name = ElidedLabel("", Text.DISPLAY)
        self._name.setObjectName("client_name")
        self._person = Label("", Text.BODY, Tone.LABELS)
        self._archived = StatusPill(self.tr("Archived"), Kind.NEUTRAL)
        self._cautions = FlowBox(Space.GRID)
        self._cautions.setObjectName("cautions")
        self._facts = FlowBox(Space.PAGE_X)
        self._menu = IconButton("more", self.tr("More about this client"), size=Height.CONTROL)
        self._menu.setObjectName("more")
        self._menu.clicked.connect(self._open_menu)
        self._plan = IconButton("calendar", self.tr("Plan a visit"), size=Height.CONTROL)
        self._plan.setObjectName("plan")
        self._plan.clicked.connect(self.plan_wanted)
        self._visit = Button("", role=ButtonRole.PRIMARY, size=ButtonSize.LARGE, icon_name="play")
        self._visit.setObjectName("start")
        self._visit.clicked.connect(self.visit_wanted)
        self._client_archived = False
        self._case: Case | None = None
        self._dots: VisitDots | None = None
        self._views: list[_FactView] = []
        self._lay_out()

    def show_contents(self, contents: ChartContents) -> None:
        """Show the facts of a chart."""
        client = contents.client
        self._client_archived = client.archived
        self._case = contents.file.case if contents.file else None
        self._name.setText(client.name)
        self._person.setText(person_words(client, contents.today))
        self._archived.setVisible(client.archived)
        cautions = contents.background.cautions
        self._cautions.show_widgets([CautionChip(caution.text) for caution in cautions])
        self._cautions.setVisible(bool(cautions))
        self._views = [_FactView(fact) for fact in facts(contents, self._workplace.rule_cards)]
        for view in self._views:
            view.form_wanted.connect(self.form_wanted)
        self._dots = next((view.dots for view in self._views if view.dots is not None), None)
        self._facts.show_widgets(list(self._views))
        self._fit_facts()
        self._visit.setText(self._visit_words(contents))
        self._visit.set_icon_name("plus" if self._case is None or self._is_closed() else "play")
        self._visit.setVisible(not client.archived)
        self._plan.setVisible(self._may_plan())
        self._place_cautions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_facts()
        self._place_cautions()

    def _place_cautions(self) -> None:
        """Beside the name where all of them fit in one line, else in lines of their own over the whole width."""
        taken = (self._name, self._person, self._archived, self._plan, self._menu, self._visit)
        widths = [widget.sizeHint().width() + Space.GAP_DENSE for widget in taken if not widget.isHidden()]
        room = self.width() - 2 * Space.PAGE_X - Space.GAP_DENSE - Space.GAP - sum(widths)
        beside = self._cautions.sizeHint().width() <= room
        home = self._beside if beside else self._below
        if home.indexOf(self._cautions) < 0:
            (self._below if beside else self._beside).removeWidget(self._cautions)
            home.addWidget(self._cautions, 0, Qt.AlignmentFlag.AlignVCenter if beside else _TOP)

    def _fit_facts(self) -> None:
        # The words beside them say the same; without the dots all facts stand in one line of a narrow window.
        if self._dots is not None:
            self._dots.setVisible(self.width() >= _ROOM_FOR_DOTS)
        used, room = 0, self.width() - 2 * Space.PAGE_X
        for view in self._views:
            used += view.sizeHint().width()
            view.setVisible(not view.spare or used <= room)
            used += Space.PAGE_X

    def _visit_words(self, contents: ChartContents) -> str:
        if contents.file is None:
            return self.tr("Open a case")
        if self._is_closed():
            return self.tr("New case")
        if contents.running is not None:
            return self.tr("Continue visit {n}").format(n=contents.running.number)
        if contents.planned is not None:
            return self.tr("Start visit {n}").format(n=contents.planned.number)
        taken = (visit.number for visit in contents.history if visit.service_date <= contents.today)
        number = max(taken, default=0) + 1
        return self.tr("Start visit {n}").format(n=number)

    def _may_plan(self) -> bool:
        return self._case is not None and not self._is_closed() and not self._client_archived

    def _is_closed(self) -> bool:
        return self._case is not None and self._case.closed_on is not None

    def offered(self) -> list[PageAction]:
        """Name what its buttons and its menu do."""
        found = []
        if not self._client_archived:
            words, icon = self._visit.text(), "plus" if self._case is None or self._is_closed() else "play"
            found.append(PageAction("visit", words, icon, self.visit_wanted.emit))
        if self._may_plan():
            found.append(PageAction("plan", self.tr("Plan a visit…"), "calendar", self.plan_wanted.emit))
        return [*found, *(action for group in self._groups() for action in group)]

    def _groups(self) -> tuple[list[PageAction], list[PageAction], list[PageAction]]:
        visits, ending = [], []
        if self._may_plan():
            words = self.tr("Chart an earlier visit…")
            visits.append(PageAction("earlier", words, "history", self.earlier_wanted.emit))
        client = [
            PageAction("edit", self.tr("Edit details"), "pen", self.edit_wanted.emit),
            PageAction("export_client", self.tr("Export this client…"), "arrow", self.export_wanted.emit),
        ]
        if self._is_closed():
            ending.append(PageAction("reopen", self.tr("Reopen the case"), "undo", self.reopen_wanted.emit))
        elif self._case is not None:
            ending.append(PageAction("close_case", self.tr("Close the case…"), "check", self.close_wanted.emit))
        words = self.tr("Take out of the archive") if self._client_archived else self.tr("Archive this client")
        ending.append(PageAction("archive", words, "stack", self.archive_wanted.emit))
        return visits, client, ending

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in self._groups():
            menu.addSeparator()  # Qt shows none before the first
            for action in group:
                menu.addAction(action.words).setObjectName(action.name)
        menu.triggered.connect(self._do)
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    @Slot(QAction)
    def _do(self, entry: QAction) -> None:
        next(action for action in self.offered() if action.name == entry.objectName()).do()

    def _lay_out(self) -> None:
        person = QHBoxLayout()
        person.setSpacing(Space.GAP_DENSE)
        middle = Qt.AlignmentFlag.AlignVCenter
        person.addWidget(self._name, 0, middle)
        person.addWidget(self._person, 0, middle)
        person.addWidget(self._archived, 0, middle)
        person.addSpacing(Space.GAP)
        self._beside = QVBoxLayout()
        self._below = QVBoxLayout()
        self._beside.addWidget(self._cautions, 0, middle)
        person.addLayout(self._beside, 1)
        top = QHBoxLayout()
        top.setSpacing(Space.GAP_DENSE)
        top.addLayout(person, 1)
        top.addWidget(self._plan, 0, middle)
        top.addWidget(self._menu, 0, middle)
        top.addWidget(self._visit, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_X, 10, Space.PAGE_X, 6)
        column.setSpacing(Space.GRID)
        column.addLayout(top)
        column.addLayout(self._below)
        column.addWidget(self._facts)


class _FactView(QWidget):
    form_wanted = Signal(str)

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = fact.leads
        self.spare = fact.spare
        line = row(self._link(fact) if fact.leads else Label(fact.words, Text.SECONDARY_STRONG, fact.tone))
        self.dots: VisitDots | None = None
        if fact.dots is not None:
            done, allowed, today = fact.dots
            self.dots = VisitDots()
            self.dots.show_visits(done, allowed, today=today)
            line.addWidget(self.dots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(fact.caption, Text.CAPTION, Tone.QUIET))
        column.addLayout(line)

    def _link(self, fact: Fact) -> LinkButton:
        link = LinkButton(fact.words, small=True)
        link.setObjectName("report_due" if fact.leads is ChartForm.REPORT else f"to_{fact.leads}")
        link.setAccessibleName(f"{fact.caption}: {fact.words}")
        link.clicked.connect(self._lead)
        return link

    @Slot()
    def _lead(self) -> None:
        if self._form is not None:
            self.form_wanted.emit(self._form.value)
