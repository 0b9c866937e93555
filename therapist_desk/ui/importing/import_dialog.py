"""Bringing clients over from a CSV: look, say what the columns mean, check every row, and only then add them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.keeping import save_document
from therapist_desk.services.importing.checking import Checked, check_rows
from therapist_desk.services.importing.csv_format import CsvFormat
from therapist_desk.services.importing.survey import Count, Survey, count_rows, survey
from therapist_desk.services.importing.taking_in import Report, check_table, report_table, take_in
from therapist_desk.ui.importing.columns_panel import ColumnsPanel
from therapist_desk.ui.importing.import_files import ImportFiles, NativeImportFiles
from therapist_desk.ui.importing.review_panel import ReportPanel, ReviewPanel
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.meters import LineBar
from therapist_desk.ui.staged import Staged
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 940


class ImportDialog(Dialog):
    """Says `imported` once clients are in the store. Closed at any moment before, it has changed nothing."""

    imported = Signal()

    def __init__(self, workplace: Workplace, path: Path, parent: QWidget, files: ImportFiles | None = None) -> None:
        super().__init__(self.tr("Import clients"), width=_WIDTH, parent=parent)
        self.setObjectName("import_dialog")
        self._workplace = workplace
        self._files = files or NativeImportFiles()
        self._panel: ColumnsPanel | ReviewPanel | ReportPanel | None = None
        self._report = b""
        self._looking, self._counting, self._checking = (Staged(workplace.jobs, self) for _ in range(3))
        self._doing = Label("", Text.BODY, Tone.LABELS)
        self._bar = LineBar()
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("message")
        self._another = Button(self.tr("Choose another file…"))
        self._another.setObjectName("another_file")
        self._save = Button(self.tr("Save report…"))
        self._save.setObjectName("save_report")
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._next = Button("", role=ButtonRole.PRIMARY)
        self._next.setObjectName("next")
        self.add_foot(self._doing)
        self.add_foot(self._bar)
        self.add_foot(self._message)
        self.add_aside(self._save)
        self.add_aside(self._another)
        self.add_action(self._cancel)
        self.add_action(self._next)
        self._another.clicked.connect(self._choose_another)
        self._save.clicked.connect(self._save_report)
        self._cancel.clicked.connect(self.reject)
        self._next.clicked.connect(self._go_on)
        for staged in (self._looking, self._counting, self._checking):
            staged.progress.connect(self._bar.show_share)
            staged.failed.connect(self._refuse)
        self._looking.done.connect(self._show_columns)
        self._counting.done.connect(self._show_count)
        self._checking.done.connect(self._show_review)
        self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Begin with a file."""
        self._stop()
        self._show_panel(None)
        self._wait_for(self.tr("Reading the file…"))
        self._looking.start(survey(path))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cancel.setFocus()

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    @Slot()
    def _go_on(self) -> None:
        if isinstance(self._panel, ColumnsPanel):
            self._check(self._panel)
        elif isinstance(self._panel, ReviewPanel):
            self._import(self._panel)
        elif self._panel is not None:
            self.accept()

    @Slot(object)
    def _show_columns(self, found: Survey) -> None:
        panel = ColumnsPanel(self._workplace, found)
        panel.birth_moved.connect(self._count)
        panel.form_chosen.connect(self._read_as)
        panel.changed.connect(self._offer_check)
        self._show_panel(panel)
        self._next.setText(self.tr("Check all rows"))
        self._count()

    @Slot(object)
    def _read_as(self, form: CsvFormat) -> None:
        """Look at the file again, read as the therapist says."""
        if isinstance(self._panel, ColumnsPanel):
            self._stop()
            self._panel.setEnabled(False)
            self._wait_for(self.tr("Reading the file…"))
            self._looking.start(survey(self._panel.found.path, form))

    @Slot()
    def _count(self) -> None:
        if isinstance(self._panel, ColumnsPanel):
            self._wait_for(self.tr("Counting the rows…"))
            self._counting.start(count_rows(self._panel.found, self._panel.meanings))

    @Slot(object)
    def _show_count(self, count: Count) -> None:
        if isinstance(self._panel, ColumnsPanel):
            self._rest(self.tr("{n} rows").format(n=count.rows) if count.rows != 1 else self.tr("1 row"))
            self._panel.show_evidence(count.evidence)
            if self._cancel.hasFocus():
                self._next.setFocus()

    @Slot()
    def _offer_check(self) -> None:
        self._next.setEnabled(not self._counting.running)

    def _check(self, panel: ColumnsPanel) -> None:
        plan = panel.plan()
        if plan is None:
            return
        panel.setEnabled(False)
        self._wait_for(self.tr("Checking every row… The idle lock waits for it."))
        self._checking.start(check_rows(self._workplace.desk, plan))

    @Slot(object)
    def _show_review(self, checked: Checked) -> None:
        panel = ReviewPanel(self._workplace, checked)
        panel.changed.connect(self._offer_import)
        self._show_panel(panel)
        self._report = check_table(checked)
        self._save.setVisible(bool(checked.rejected or checked.twins))
        self._rest()
        self._offer_import()
        (self._next if self._next.isEnabled() else self._another).setFocus()

    @Slot()
    def _offer_import(self) -> None:
        if isinstance(self._panel, ReviewPanel):
            count = self._panel.count()
            words = self.tr("Add 1 client") if count == 1 else self.tr("Add {n} clients").format(n=count)
            self._next.setText(words)
            self._next.setEnabled(count > 0)

    def _import(self, panel: ReviewPanel) -> None:
        self._wait_for(self.tr("Adding the clients…"))
        panel.setEnabled(False)
        # From here it is one transaction, which is over in a moment: nothing is left to call off.
        self._cancel.setEnabled(False)
        self._workplace.jobs.write(
            take_in,
            self._workplace.desk,
            panel.checked,
            panel.also(),
            owner=self,
            done=self._show_report,
            failed=self._refuse,
        )

    def _show_report(self, report: Report) -> None:
        self._workplace.jobs.note_step()
        self._show_panel(ReportPanel(report))
        self._report = report_table(report)
        self._save.show()
        self._rest()
        self._cancel.hide()
        self._another.hide()
        self._next.setText(self.tr("Close"))
        self._next.setEnabled(True)
        self._next.setFocus()
        self.imported.emit()

    @Slot()
    def _save_report(self) -> None:
        name = f"import-{self._workplace.desk.today().isoformat()}.csv"
        place = self._files.choose_place(self, name)
        if place is not None:
            self._workplace.jobs.write(
                save_document,
                place,
                self._report,
                owner=self,
                done=self._tell_saved,
                failed=self._refuse,
            )

    def _tell_saved(self, _nothing: None) -> None:
        self._rest(self.tr("The report is saved."))

    @Slot()
    def _choose_another(self) -> None:
        path = self._files.choose_csv(self)
        if path is not None:
            self.look_at(path)

    @Slot(object)
    def _refuse(self, error: ExpectedError) -> None:
        self._rest()
        if self._panel is not None:
            self._panel.setEnabled(True)
        if isinstance(self._panel, ColumnsPanel):
            self._panel.form.show_form()
        self._cancel.setEnabled(True)
        self._next.setVisible(self._panel is not None)
        self._next.setEnabled(self._panel is not None)
        self._offer_import()
        self._message.set_sentence(sentence(error))
        self._message.show()

    def _show_panel(self, panel: ColumnsPanel | ReviewPanel | ReportPanel | None) -> None:
        if self._panel is not None:
            self._panel.hide()
            self.body.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        if panel is not None:
            self.body.addWidget(panel)
        self._next.setVisible(panel is not None)
        self._save.hide()

    def _wait_for(self, words: str) -> None:
        self._message.hide()
        self._doing.setText(words)
        self._doing.show()
        self._bar.show_share(0)
        self._bar.show()
        self._next.setEnabled(False)

    def _rest(self, words: str = "") -> None:
        self._bar.hide()
        self._message.hide()
        self._doing.setText(words)
        self._doing.setVisible(bool(words))

    def _stop(self) -> None:
        for staged in (self._looking, self._counting, self._checking):
            staged.cancel()
