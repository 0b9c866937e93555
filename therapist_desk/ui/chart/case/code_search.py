"""Finding a diagnosis code by typing."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.table import IcdCode
from therapist_desk.services.codes.diagnosis_codes import CheckedCode
from therapist_desk.ui.chart.case.code_lookup import Looked, check, in_its_place, look
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import FlowLayout
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_ROW: Final = 44
_SHOWN: Final = 4
_MOST_INSTEAD: Final = 6


class CodeSearch(QWidget):
    """Says `picked` with a checked code. Up and Down choose among those found, Return takes one."""

    picked = Signal(object)  # CheckedCode

    def __init__(self, workplace: Workplace, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._day = day
        self._moved = False
        self.line = SearchEdit(self.tr("Code, words, or what people call it"))
        self.line.setObjectName("code_search")
        self.results = _Results(self.tr("Codes found"), height=_ROW, led=True)
        self.results.setObjectName("codes_found")
        self._trouble = Banner("", BannerKind.AMBER)
        self._trouble.setObjectName("code_trouble")
        self._instead = QWidget()
        self._instead_flow = FlowLayout(self._instead, spacing=Space.GRID)
        self._release = Label("", Text.CAPTION, Tone.QUIET, wrap=True)
        self._release.setObjectName("code_release")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.INNER)
        for part in (self.line, self._release, self._trouble, self._instead, self.results):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self._show(Looked("", (), None))
        self._tell_release()
        self.line.textChanged.connect(self._search)
        self.line.moved.connect(self._move)
        self.line.activated.connect(self._take)
        self.results.pressed_row.connect(self._pick)
        self.results.picked_row.connect(self._pick)

    @Slot()
    def _search(self) -> None:
        text = self.line.text().strip()
        self._moved = False
        if not text:
            self._show(Looked("", (), None))
            return
        shelf = self._workplace.codes
        self._workplace.jobs.read(look, shelf, text, self._day, owner=self, done=self._show, failed=self._refuse)

    def _show(self, looked: Looked) -> None:
        if looked.text != self.line.text().strip():
            return  # more was typed meanwhile
        self.results.show_rows(
            [Row(key=found.code, lead=found.code, title=found.title, caption=found.called) for found in looked.found]
        )
        self.results.setVisible(bool(looked.found))
        if looked.found:
            self.results.choose(0)
        self._say(looked.trouble)

    def _say(self, trouble: ExpectedError | None) -> None:
        while (item := self._instead_flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        codes = in_its_place(trouble) if trouble else ()
        for code in codes[:_MOST_INSTEAD]:
            self._instead_flow.addWidget(self._offer(code))
        self._trouble.set_sentence(sentence(trouble) if trouble else "")
        self._trouble.setVisible(trouble is not None)
        self._instead.setVisible(bool(codes))
        if codes:
            self.results.hide()  # they are the same codes again

    def _offer(self, code: IcdCode) -> Button:
        button = Button(self.tr("Use {code}").format(code=code.code), size=ButtonSize.SMALL)
        button.setObjectName("use_instead")
        button.setToolTip(code.title)
        button.setAccessibleName(self.tr("Use {code}, {title}").format(code=code.code, title=code.title))
        button.setProperty("code", code.code)
        button.clicked.connect(self._use_instead)
        return button

    @Slot()
    def _use_instead(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._pick(str(button.property("code")))

    @Slot(int)
    def _move(self, step: int) -> None:
        rows = self.results.rows
        if rows:
            self._moved = True
            place = self.results.currentIndex().row() + step
            self.results.choose(max(0, min(len(rows) - 1, place)))

    @Slot()
    def _take(self) -> None:
        """Take the code chosen; one that was typed and cannot be used gives way to the first that can."""
        instead = self._instead.findChild(Button, "use_instead") if not self._instead.isHidden() else None
        row = self.results.chosen() if self.results.rows else None
        if isinstance(instead, Button):
            instead.setFocus()
        elif row is not None:
            self._pick(row.key)

    @Slot(str)
    def _pick(self, code: str) -> None:
        shelf = self._workplace.codes
        self._workplace.jobs.read(check, shelf, code, self._day, owner=self, done=self._give, failed=self._refuse)

    def _give(self, code: CheckedCode) -> None:
        self.line.clear()
        self.line.setFocus()
        self.picked.emit(code)  # whoever takes it may have something to ask first

    def _refuse(self, error: ExpectedError) -> None:
        self._say(error)

    def _tell_release(self) -> None:
        release = self._workplace.codes.release
        words = self.tr("ICD-10-CM, {release}").format(release=release.name)
        if not release.covers(self._day):
            words = self.tr(
                "ICD-10-CM, {release}. It holds for services up to {day}: for later ones load the newer official "
                "file in Settings."
            ).format(release=release.name, day=day_text(release.ends))
            self._release.set_tone(Tone.AMBER)
        self._release.setText(words)


class _Results(RowList):
    """As high as its rows, up to a few: the rest scrolls."""

    def sizeHint(self) -> QSize:
        return QSize(200, min(self.content_height(), _SHOWN * _ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
