"""A form as it will print: to look at, print and save."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSizeF, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.forms import FormKind, blank_form, log_form, make_form
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.ui.documents.exporter import Exporter
from therapist_desk.ui.documents.pdf_pages import page_sizes
from therapist_desk.ui.documents.preview import Preview
from therapist_desk.ui.documents.system_dialogs import NativeDialogs, SystemDialogs
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 860
_AROUND = 250
"""What the rest of the dialog takes of the window's height."""
_LEAST = 220
_BREAK_HERE = "\u200b"


@dataclass(frozen=True, slots=True)
class FormWish:
    """Which form is wanted; of nobody it is blank."""

    kind: FormKind
    client_id: ClientId | None
    paper: PaperSize


@dataclass(frozen=True, slots=True)
class FormDocument:
    """A form as it will print."""

    wish: FormWish
    data: bytes
    name: str
    pages: tuple[QSizeF, ...]

    @property
    def paper(self) -> PaperSize:
        """What it is laid out for."""
        return self.wish.paper

    def log(self, desk: Desk, how: str) -> None:
        """Write into the audit trail that it left the store; a blank one says nothing of anybody."""
        if self.wish.client_id is not None:
            log_form(desk, self.wish.client_id, self.wish.kind, how)


class FormPreview(Dialog):
    """Draws the form anew for each paper; says `told` once it is printed or saved."""

    told = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        title: str,
        wish: FormWish,
        parent: QWidget,
        *,
        dialogs: SystemDialogs | None = None,
    ) -> None:
        super().__init__(title, width=_WIDTH, parent=parent)
        self.setObjectName("form_preview")
        self._workplace = workplace
        self._wish = wish
        self._document: FormDocument | None = None
        self.preview = Preview(workplace)
        self._problem = Banner("", BannerKind.RED)
        self._problem.setObjectName("problem")
        self._problem.hide()
        self.paper = ToggleGroup(
            [(PaperSize.LETTER.value, self.tr("Letter")), (PaperSize.A4.value, self.tr("A4"))],
            value=wish.paper.value,
            name=self.tr("Paper"),
        )
        self.paper.setObjectName("paper")
        self.save_button = Button(self.tr("Save PDF…"), icon_name="save")
        self.save_button.setObjectName("save")
        self.print_button = Button(self.tr("Print…"), role=ButtonRole.PRIMARY, icon_name="print")
        self.print_button.setObjectName("print")
        self._exporter = Exporter(workplace, dialogs or NativeDialogs(), self)
        self.body.addLayout(row(self.paper, None))
        self.body.addWidget(self.preview)
        self.add_foot(self._problem)
        self.add_action(self.save_button)
        self.add_action(self.print_button)
        self._fit()
        self._connect()
        self._make()

    @property
    def document(self) -> FormDocument | None:
        """The form that is shown, None until it is drawn."""
        return self._document

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.preview.setFixedHeight(max(_LEAST, self.window().height() - _AROUND))

    def _connect(self) -> None:
        self.paper.chosen.connect(self._use_paper)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self._exporter.begun.connect(self._begin)
        self._exporter.saved.connect(self._saved)
        self._exporter.printed.connect(self._printed)
        self._exporter.failed.connect(self._fail)

    def _make(self) -> None:
        self._document = None
        self._set_busy(busy=True)
        self.preview.wait()
        work = partial(_made, self._workplace.desk, self._workplace.checklist, self._wish)
        self._workplace.jobs.read(work, owner=self, done=self._show_form, failed=self._refuse)

    def _show_form(self, document: FormDocument) -> None:
        if document.wish == self._wish:
            self._document = document
            self._set_busy(busy=False)
            self.preview.show_document(document)

    def _refuse(self, error: ExpectedError) -> None:
        self.preview.show_sentence(self.tr("This form can't be made"), sentence(error))

    @Slot(str)
    def _use_paper(self, key: str) -> None:
        self._wish = replace(self._wish, paper=PaperSize(key))
        self._make()

    @Slot()
    def _save(self) -> None:
        if self._document is not None:
            self._exporter.save(self._document)

    @Slot()
    def _print(self) -> None:
        if self._document is not None:
            self._exporter.print(self._document)

    @Slot()
    def _begin(self) -> None:
        self._problem.hide()
        self._set_busy(busy=True)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {name}").format(name=path.name))
        self.accept()

    @Slot()
    def _printed(self) -> None:
        self.told.emit(self.tr("Sent to the printer"))
        self.accept()

    @Slot(object)
    def _fail(self, error: ExpectedError) -> None:
        self._set_busy(busy=False)
        self._problem.set_sentence(sentence(error).replace(os.sep, os.sep + _BREAK_HERE))
        self._problem.show()

    def _set_busy(self, *, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.print_button.setEnabled(not busy)


def _made(desk: Desk, checklist: Checklist, wish: FormWish) -> FormDocument:
    if wish.client_id is None:
        form = blank_form(desk, wish.kind, checklist, wish.paper)
    else:
        form = make_form(desk, wish.client_id, wish.kind, checklist, wish.paper)
    return FormDocument(wish, form.data, form.name, page_sizes(form.data))
