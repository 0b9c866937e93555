"""The chart of one client."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.chart.actions import ChartActions
from therapist_desk.ui.chart.case.tab import CaseTab
from therapist_desk.ui.chart.chart_reader import ChartContents, read_chart
from therapist_desk.ui.chart.header import ChartHeader
from therapist_desk.ui.chart.offered import offered_documents, offered_forms, offered_tabs
from therapist_desk.ui.chart.overview.tab import OverviewTab
from therapist_desk.ui.chart.profile_tab import ProfileTab
from therapist_desk.ui.chart.progress.tab import ProgressTab
from therapist_desk.ui.chart.visits_tab import VisitsTab
from therapist_desk.ui.documents.tab import DocumentsTab
from therapist_desk.ui.fields import ChartField, ChartForm, Lead
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.layouts import settle
from therapist_desk.ui.kit.tabs import Tabs
from therapist_desk.ui.kit.toast import Toast
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace


class ChartPage(QWidget):
    """A header band that never leaves, over tabs that scroll. Reads the chart each time it comes to the front."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._client_id: ClientId | None = None
        self._case_id: CaseId | None = None
        self._documents_of: VisitId | None = None
        self._contents: ChartContents | None = None
        self._wanted: ChartField | None = None
        self._actions = ChartActions(workplace, self)
        self._toast: Toast | None = None
        self._header = ChartHeader(workplace)
        self._named_tabs = (
            (ChartTab.OVERVIEW.value, self.tr("Overview")),
            (ChartTab.VISITS.value, self.tr("Visits")),
            (ChartTab.CASE.value, self.tr("Case && plan")),
            (ChartTab.PROGRESS.value, self.tr("Progress")),
            (ChartTab.DOCUMENTS.value, self.tr("Documents")),
            (ChartTab.PROFILE.value, self.tr("Profile && consent")),
        )
        self._tabs = Tabs(self._named_tabs, name=self.tr("Parts of the chart"))
        self._tabs.setObjectName("tabs")
        self._overview = OverviewTab(workplace)
        self._visits = VisitsTab()
        self._case = CaseTab(workplace)
        self._progress = ProgressTab(workplace)
        self._documents = DocumentsTab(workplace)
        self._profile = ProfileTab(workplace)
        self._stack = QStackedWidget()
        policy = self._stack.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the band would fill the page while a chart is read
        self._stack.setSizePolicy(policy)
        self._lay_out()
        self._connect()

    def show_client(self, client_id: ClientId, tab: ChartTab, documents_of: VisitId | None = None) -> None:
        """Turn to a client's chart at a tab; `documents_of` is a visit whose documents are wanted."""
        if client_id != self._client_id:
            self._client_id, self._case_id, self._contents, self._wanted = client_id, None, None, None
            # Nothing of one client may stand on the screen while another's chart is read.
            self._header.hide()
            self._stack.hide()
        self._documents_of = documents_of
        self._tabs.show_tab(tab.value)

    def lead(self, to: Lead) -> None:
        """Open the form with a field of the chart, once the chart has been read."""
        if isinstance(to, ChartField):
            self._wanted = to
            self._case_id = to.case_id or self._case_id
            self._tabs.show_tab(to.tab.value)
            self._read()

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done with the chart that is shown."""
        if self._contents is None:
            return ()
        shown = self._documents.offered() if self._tabs.key() == ChartTab.DOCUMENTS.value else ()
        forms = offered_forms(self._lead_to_form, with_case=self._contents.file is not None)
        tabs = offered_tabs(self._named_tabs, self._tabs.show_tab)
        documents = offered_documents(self._turn_to_document) if self._contents.history else ()
        return (*shown, *self._header.offered(), *forms, *tabs, *documents)

    def arrive(self) -> None:
        """Read the chart anew."""
        self._read()
        self._tabs.setFocus()

    def leave(self) -> None:
        """Save forms that are complete, so that a lock loses nothing of them."""
        self._actions.hand_over()
        self._case.leave()
        self._profile.leave()

    @Slot()
    def _read(self) -> None:
        if self._client_id is not None:
            asked = self._client_id, self._case_id
            done = partial(self._show, asked)
            self._workplace.jobs.read(read_chart, self._workplace.desk, *asked, owner=self, done=done)

    def _show(self, asked: tuple[ClientId, CaseId | None], contents: ChartContents) -> None:
        if asked != (self._client_id, self._case_id):
            return
        self._contents = contents
        self._actions.take(contents)
        self._header.show_contents(contents)
        count = len(contents.visits)
        words = self.tr("Visits  {n}").format(n=count) if count else self.tr("Visits")
        self._tabs.set_words(ChartTab.VISITS.value, words)
        self._overview.show_contents(contents)
        self._visits.show_contents(contents)
        self._case.show_contents(contents)
        self._profile.show_contents(contents)
        self._header.show()
        self._stack.show()
        self._show_documents()
        self._show_progress()
        settle()
        self._open_wanted()
        self._case.go_on()

    def _open_wanted(self) -> None:
        field, self._wanted = self._wanted, None
        if field is None or field.form in (ChartForm.CASE, ChartForm.PROFILE):
            return
        if field.form is ChartForm.REPORT:
            self._go_to_report()
        elif field.form is ChartForm.CLIENT:
            self._actions.edit_client(field.name)
        elif field.tab is ChartTab.PROFILE:
            self._profile.lead(field)
        else:
            self._case.lead(field)

    @Slot(str)
    def _turn_to(self, key: str) -> None:
        self._stack.setCurrentIndex(list(ChartTab).index(ChartTab(key)))
        self._show_documents()
        self._show_progress()

    def _show_documents(self) -> None:
        if self._tabs.key() == ChartTab.DOCUMENTS.value and self._contents is not None:
            self._documents.show_client(self._contents.client.id, self._documents_of)
            self._documents_of = None  # wanted once; after that the tab keeps what is chosen in it

    def _show_progress(self) -> None:
        if self._tabs.key() == ChartTab.PROGRESS.value and self._contents is not None:
            file = self._contents.file
            self._progress.show_case(self._contents.client.id, file.case.id if file else None)

    @Slot()
    def _go_to_report(self) -> None:
        self._go_to_document(DocumentKind.PROGRESS)

    @Slot()
    def _go_to_discharge(self) -> None:
        self._go_to_document(DocumentKind.DISCHARGE)

    def _go_to_document(self, kind: DocumentKind) -> None:
        self._tabs.show_tab(ChartTab.DOCUMENTS.value)
        history = self._contents.history if self._contents else ()
        taken = [visit for visit in history if visit.status is not VisitStatus.PLANNED]
        # A draft is no report that anybody waits for: the visit that is being charted now does not make it one.
        signed = [visit for visit in taken if visit.status is VisitStatus.SIGNED]
        self._documents.offer(kind, (signed or taken)[-1].id if taken else None)

    @Slot()
    def _close_case(self) -> None:
        self._tabs.show_tab(ChartTab.CASE.value)  # says what comes next: the discharge to be signed
        self._case.close_case()

    @Slot()
    def _go_to_statement(self) -> None:
        self._turn_to_document(DocumentKind.STATEMENT)

    def _turn_to_document(self, kind: DocumentKind) -> None:
        self._tabs.show_tab(ChartTab.DOCUMENTS.value)
        self._documents.turn_to(kind)

    @Slot()
    def _open_first_case(self) -> None:
        self._tabs.show_tab(ChartTab.CASE.value)
        self._case.open_new_case()

    @Slot()
    def _enter_first_order(self) -> None:
        self._tabs.show_tab(ChartTab.CASE.value)
        self._case.enter_order()

    @Slot(str)
    def _lead_to_form(self, form: str) -> None:
        self.lead(ChartField(ChartForm(form)))

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._read()
        if self._toast is None:
            self._toast = Toast(self.window())
        self._toast.say(words)

    @Slot(str)
    def _look_at_case(self, case_id: str) -> None:
        self._case_id = CaseId(case_id)
        self._read()

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._turn_to)
        header, actions = self._header, self._actions
        header.visit_wanted.connect(actions.go_to_visit)
        header.form_wanted.connect(self._lead_to_form)
        header.plan_wanted.connect(actions.plan_visit)
        header.earlier_wanted.connect(actions.chart_earlier)
        header.edit_wanted.connect(actions.edit_client)
        header.archive_wanted.connect(actions.archive_or_restore)
        header.export_wanted.connect(actions.export_client)
        header.close_wanted.connect(self._close_case)
        header.reopen_wanted.connect(self._case.reopen_case)
        actions.changed.connect(self._tell)
        actions.case_needed.connect(self._open_first_case)
        self._visits.visit_wanted.connect(actions.open_listed)
        self._visits.earlier_wanted.connect(actions.chart_earlier)
        self._profile.edit_wanted.connect(actions.edit_client)
        self._profile.changed.connect(self._tell)
        self._case.changed.connect(self._tell)
        self._documents.signed.connect(self._read)
        self._documents.reported.connect(self._read)
        self._case.discharge_wanted.connect(self._go_to_discharge)
        self._case.case_chosen.connect(self._look_at_case)
        self._case.refused.connect(self._workplace.jobs.unhandled_problem)
        self._overview.tab_wanted.connect(self._tabs.show_tab)
        self._overview.statement_wanted.connect(self._go_to_statement)
        self._overview.empty.case_wanted.connect(self._open_first_case)
        self._overview.empty.order_wanted.connect(self._enter_first_order)

    def _lay_out(self) -> None:
        for tab in (self._overview, self._visits, self._case, self._progress, self._documents, self._profile):
            self._stack.addWidget(tab if tab is self._documents else scrolling(tab))
        band = QFrame()
        band.setProperty("role", "bar")
        top = QVBoxLayout(band)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._header)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(Space.PAGE_X - 4, 0, Space.PAGE_X, 0)
        tabs.addWidget(self._tabs)
        top.addLayout(tabs)
        top.addWidget(Divider())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(band)
        column.addWidget(self._stack, 1)


def scrolling(content: QWidget) -> QScrollArea:
    """A view of `content` that scrolls up and down where it is too high."""
    content.setProperty("role", "page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area
