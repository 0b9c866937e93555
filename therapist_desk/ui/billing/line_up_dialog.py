"""Lining the printer up with the pre-printed claim form: how far everything is moved, and a page to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSizeF, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import line_up_page
from therapist_desk.services.documents.keeping import log_line_up
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.ui.documents.pdf_pages import page_sizes
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 520
_MOST: Final = 300
"""Three centimetres, in tenths of a millimetre: a sheet that lies further off lies wrong."""
_TENTHS: Final = 10


@dataclass(frozen=True, slots=True)
class LineUpPage:
    """The page to hold against the form, ready to print."""

    data: bytes
    pages: Sequence[QSizeF]
    name: str = "cms1500-line-up.pdf"
    paper: PaperSize = PaperSize.LETTER

    def log(self, desk: Desk, how: str) -> None:
        """Write into the audit trail that it was printed or saved."""
        log_line_up(desk, how)


class LineUpForm(Form):
    """Two distances in millimetres, of either sign."""

    def __init__(self, right: int, down: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right = self.line("right", self.tr("To the right, mm"), _millimetres(right))
        self._down = self.line("down", self.tr("Down, mm"), _millimetres(down))
        self.place("right", "down")

    def moved(self) -> tuple[int, int] | None:
        """Both distances in tenths of a millimetre; None, and the reason at the field, where one cannot be read."""
        found = [self._read("right", self._right), self._read("down", self._down)]
        self.focus_first_problem()
        right, down = found
        return None if right is None or down is None else (right, down)

    def _read(self, name: str, line: QLineEdit) -> int | None:
        self.field(name).set_problem("")
        try:
            tenths = round(float(line.text().strip().replace(",", ".") or "0") * _TENTHS)
        except (ValueError, OverflowError):
            tenths = _MOST + 1
        if abs(tenths) > _MOST:
            self.field(name).set_problem(self.tr("Between -30 and 30, such as 1.5."))
            return None
        return tenths


class LineUpDialog(FormDialog):
    """Says `saved` once the distances are kept for this computer, and `page_wanted` with a page to print."""

    saved = Signal()
    page_wanted = Signal(object)
    form: LineUpForm

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        kept = workplace.preferences.load()
        super().__init__("", "", LineUpForm(kept.claim_right, kept.claim_down), width=_WIDTH, parent=parent)
        self.setObjectName("line_up_dialog")
        title = self.tr("Line up the claim form")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._save.setText(self.tr("Save"))
        words = self.tr(
            "Print the page to compare at actual size and hold it against your form. Where its frames lie too far "
            "left, move to the right; below zero moves left or up."
        )
        self.caption.setText(words)
        self.caption.show()
        self._workplace = workplace
        page = LinkButton(self.tr("Print the page to compare…"))
        page.setObjectName("line_up_page")
        page.clicked.connect(self._make_page)
        self.add_aside(page)

    def hand_over(self) -> None:
        """Nothing of a client's is typed here."""

    @Slot()
    def save(self) -> None:
        """Keep the distances."""
        moved = self.form.moved()
        if moved is None:
            return
        preferences = self._workplace.preferences
        preferences.save(replace(preferences.load(), claim_right=moved[0], claim_down=moved[1]))
        self.saved.emit()
        self.close_saved()

    @Slot()
    def _make_page(self) -> None:
        moved = self.form.moved()
        if moved is not None:
            self._workplace.jobs.read(partial(_page, *moved), owner=self, done=self.page_wanted.emit)


def _page(right: int, down: int) -> LineUpPage:
    data = line_up_page(right / _TENTHS, down / _TENTHS)
    return LineUpPage(data, page_sizes(data))


def _millimetres(tenths: int) -> str:
    return f"{tenths / _TENTHS:g}"
