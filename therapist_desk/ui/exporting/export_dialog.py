"""Exporting one client or all charts: chosen, written as a whole, and told."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.run import Exported, export, note_export
from therapist_desk.ui.documents.maker import references_of
from therapist_desk.ui.exporting.choice_form import ChoiceForm
from therapist_desk.ui.exporting.export_files import ExportFiles, NativeExportFiles, usual_folder
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.meters import LineBar
from therapist_desk.ui.staged import Staged
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 620


class ExportDialog(Dialog):
    """`client_id` is None for all charts. Closed while it writes, it leaves nothing behind."""

    def __init__(
        self,
        workplace: Workplace,
        client_id: ClientId | None,
        parent: QWidget,
        files: ExportFiles | None = None,
    ) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("export_dialog")
        self.title.setText(self.tr("Export all charts") if client_id is None else self.tr("Export this client"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        self._client_id = client_id
        self._files = files or NativeExportFiles()
        self._exported: Exported | None = None
        cut_short = self.tr("The export was called off when the charts were closed; nothing of it was left behind.")
        self._writing = Staged(workplace.jobs, self, cut_short)
        self.form = ChoiceForm(usual_folder(workplace.preferences.load()))
        self._doing = Label("", Text.BODY, Tone.LABELS, wrap=True)
        self._doing.setObjectName("doing")
        self._bar = LineBar()
        self._message = Banner("", BannerKind.RED)
        self._message.setObjectName("message")
        self._left_out = Banner("", BannerKind.AMBER)
        self._left_out.setObjectName("left_out")
        self._held = Banner("", BannerKind.INFO)
        self._held.setObjectName("held")
        self._done = Banner("", BannerKind.GREEN)
        self._done.setObjectName("exported")
        self._show = self._done.add_action(self.tr("Show in folder"))
        self._show.setObjectName("show_folder")
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._export = Button(self.tr("Export"), role=ButtonRole.PRIMARY)
        self._export.setObjectName("export")
        self._fill()
        self._listen()

    def done(self, result: int) -> None:
        self._writing.cancel()
        super().done(result)

    @Slot()
    def export(self) -> None:
        """Write what is chosen."""
        choice = self.form.choice(self._client_id)
        paper = PaperSize(self._workplace.preferences.load().paper)
        self.form.setEnabled(False)
        self._export.setEnabled(False)
        for banner in (self._message, self._done, self._left_out, self._held):
            banner.hide()
        self._doing.setText(
            self.tr(
                "Writing… You can leave it: the charts behind are hidden, and the idle lock waits until it is done. "
                "Cancel, Lock or Quit calls it off and leaves nothing behind."
            )
        )
        self.hide_behind()
        self._doing.show()
        self._bar.show_share(0)
        self._bar.show()
        self._cancel.setFocus()
        desk, atlas, references = self._workplace.desk, self._workplace.atlas, references_of(self._workplace)
        self._writing.start(export(desk, choice, self.form.folder, atlas, paper, references))

    def _fill(self) -> None:
        warning = Banner(
            self.tr(
                "Exported files are not encrypted: whoever has them can read them. Keep them on a drive that only "
                "you use, and delete them once they have served."
            ),
            BannerKind.AMBER,
        )
        self.body.addWidget(self.form)
        self.body.addWidget(warning)
        for widget in (self._doing, self._bar, self._message, self._left_out, self._held, self._done):
            self.add_foot(widget)
            widget.hide()
        self.add_action(self._cancel)
        self.add_action(self._export)

    def _listen(self) -> None:
        self.form.changed.connect(self._offer)
        self.form.folder_wanted.connect(self._choose_folder)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self.export)
        self._show.clicked.connect(self._show_folder)
        self._writing.progress.connect(self._bar.show_share)
        self._writing.done.connect(self._note)
        self._writing.failed.connect(self._refuse)

    @Slot()
    def _offer(self) -> None:
        self._export.setEnabled(self.form.anything() and not self._writing.running)

    @Slot()
    def _choose_folder(self) -> None:
        folder = self._files.choose_folder(self, self.form.folder)
        if folder is not None:
            self.form.show_folder(folder)
            preferences = self._workplace.preferences
            preferences.save(replace(preferences.load(), document_folder=str(folder)))

    @Slot(object)
    def _note(self, exported: Exported) -> None:
        choice = self.form.choice(self._client_id)
        self._workplace.jobs.write(
            partial(_noted, self._workplace, choice, exported), owner=self, done=self._tell, failed=self._refuse
        )

    def _tell(self, exported: Exported) -> None:
        self._exported = exported
        self._rest()
        words = self.tr("Exported: {name}") if exported.path.suffix else self.tr("Exported: the folder {name}")
        self._done.set_sentence(words.format(name=exported.path.name))
        self._done.show()
        one = self.tr("1 thing could not be exported; problems.txt in it says which and why.")
        many = self.tr("{n} things could not be exported; problems.txt in it says which and why.")
        _count(self._left_out, len(exported.problems), one, many)
        one = self.tr("1 bill waits for something, so it is not inside; bills.txt says for what.")
        many = self.tr("{n} bills wait for something, so they are not inside; bills.txt says for what.")
        _count(self._held, len(exported.held), one, many)
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    @Slot(object)
    def _refuse(self, error: ExpectedError) -> None:
        self._rest()
        self._message.set_sentence(sentence(error))
        self._message.show()
        self._export.setFocus()

    def _rest(self) -> None:
        self._bar.hide()
        self._doing.hide()
        self.form.setEnabled(True)
        self._offer()

    @Slot()
    def _show_folder(self) -> None:
        if self._exported is not None:
            self._files.show_folder(self._exported.path.parent)


def _count(banner: Banner, count: int, one: str, many: str) -> None:
    banner.set_sentence(one if count == 1 else many.format(n=count))
    banner.setVisible(count > 0)


def _noted(workplace: Workplace, choice: Choice, exported: Exported) -> Exported:
    note_export(workplace.desk, choice, exported)
    return exported
