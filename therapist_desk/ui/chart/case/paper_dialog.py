"""Looking at the scanned order, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.care.papers import export_paper, remove_paper
from therapist_desk.ui.chart.case.paper_files import PaperFiles
from therapist_desk.ui.chart.case.paper_pages import DrawnPage, draw_paper
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, IconButton
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 820
_PAGE: Final = 740


class PaperDialog(Dialog):
    """Shows the papers of an order, the latest first. Says `changed` once one is gone, or `another_wanted`."""

    changed = Signal(str)
    another_wanted = Signal()

    def __init__(
        self, workplace: Workplace, papers: Sequence[Attachment], files: PaperFiles, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Scanned order"), width=_WIDTH, parent=parent)
        self.setObjectName("paper_dialog")
        self._workplace = workplace
        self._papers = tuple(papers)
        self._files = files
        self._number, self._count = 0, 1
        self._removing = False
        self._choice = Select(name=self.tr("Paper"))
        for paper in self._papers:
            words = self.tr("{title}, attached {day}")
            self._choice.addItem(words.format(title=paper.title, day=day_text(paper.added_at.day)), paper.id)
        self._back = IconButton("left", self.tr("Page before"))
        self._forth = IconButton("right", self.tr("Next page"))
        self._back.setObjectName("page_before")
        self._forth.setObjectName("next_page")
        self._place = Label("", Text.SECONDARY, Tone.LABELS)
        self._place.setObjectName("page_place")
        self._page = QLabel()
        self._page.setObjectName("page")
        self._page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("paper_message")
        self.body.addLayout(row(self._choice, None, self._back, self._place, self._forth))
        self.body.addWidget(self._page)
        self.add_foot(self._message)
        self._remove = Button(self.tr("Remove"), role=ButtonRole.DANGER, icon_name="trash")
        self._remove.setObjectName("remove_paper")
        another = Button(self.tr("Attach another…"), icon_name="plus")
        another.setObjectName("attach_another")
        save = Button(self.tr("Save a copy…"), icon_name="save")
        save.setObjectName("save_copy")
        close = Button(self.tr("Close"), role=ButtonRole.PRIMARY)
        self.add_aside(self._remove)
        self.add_action(another)
        self.add_action(save)
        self.add_action(close)
        self._message.hide()
        self._choice.currentIndexChanged.connect(self._choose)
        self._back.clicked.connect(self._turn_back)
        self._forth.clicked.connect(self._turn_forth)
        self._remove.clicked.connect(self._ask_to_remove)
        another.clicked.connect(self._ask_for_another)
        save.clicked.connect(self._save)
        close.clicked.connect(self.accept)
        self._draw()

    @property
    def paper(self) -> Attachment:
        """The paper looked at."""
        return self._papers[max(0, self._choice.currentIndex())]

    @Slot()
    def _choose(self) -> None:
        self._number = 0
        self._draw()

    @Slot()
    def _turn_back(self) -> None:
        self._number = max(0, self._number - 1)
        self._draw()

    @Slot()
    def _turn_forth(self) -> None:
        self._number = min(self._count - 1, self._number + 1)
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._workplace.jobs.read(
            draw_paper,
            self._workplace.desk,
            self.paper.id,
            self._number,
            round(_PAGE * ratio),
            owner=self,
            done=self._show,
            failed=self._refuse,
        )

    def _show(self, drawn: DrawnPage) -> None:
        if (drawn.paper_id, drawn.number) != (self.paper.id, self._number):
            return
        self._message.hide()
        pixmap = QPixmap.fromImage(drawn.image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(pixmap)
        self._page.setAccessibleName(self.tr("Picture of page {n} of the order").format(n=drawn.number + 1))
        self._count = drawn.count
        self._place.setText(self.tr("Page {n} of {count}").format(n=drawn.number + 1, count=drawn.count))
        self._back.setEnabled(drawn.number > 0)
        self._forth.setEnabled(drawn.number < drawn.count - 1)

    @Slot()
    def _ask_for_another(self) -> None:
        self.accept()
        self.another_wanted.emit()

    @Slot()
    def _save(self) -> None:
        # Named by its kind and day, never by the client.
        name = f"order-{self.paper.added_at.day.isoformat()}{self.paper.media_type.suffix}"
        place = self._files.choose_place(self, name)
        if place is not None:
            self._workplace.jobs.write(
                export_paper,
                self._workplace.desk,
                self.paper.id,
                place,
                owner=self,
                done=self._tell_saved,
                failed=self._refuse,
            )

    def _tell_saved(self, path: Path) -> None:
        words = self.tr("Saved in {folder}. The copy is not encrypted: delete it when it has served.")
        self._say(words.format(folder=path.parent))

    @Slot()
    def _ask_to_remove(self) -> None:
        if not self._removing:
            self._removing = True
            self._remove.setText(self.tr("Remove for good"))
            self._say(self.tr("The scan is deleted from the charts and can't be brought back."))
            return
        self._workplace.jobs.write(
            remove_paper,
            self._workplace.desk,
            self.paper.id,
            owner=self,
            done=self._tell_removed,
            failed=self._refuse,
        )

    def _tell_removed(self, _nothing: None) -> None:
        self.changed.emit(self.tr("Scan removed"))
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._message.set_sentence(words)
        self._message.show()
