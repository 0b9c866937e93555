"""What an import will do, before it does it; and what it did."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from therapist_desk.services.importing.checking import Checked
from therapist_desk.services.importing.rows import Rejected
from therapist_desk.services.importing.taking_in import Report
from therapist_desk.ui.importing.words import rejected_row, twin_words
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_MOST_SHOWN: Final = 100
_LIST_HEIGHT: Final = 232


class ReviewPanel(QWidget):
    """Nothing is in the store yet. A row that may be somebody known comes in only when ticked."""

    changed = Signal()

    def __init__(self, workplace: Workplace, checked: Checked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checked = checked
        self._boxes: dict[int, QCheckBox] = {}
        self._all = QCheckBox(self.tr("Add all of them"), self)
        self._all.setObjectName("all_twins")
        self._all.hide()
        self._all.toggled.connect(self._tick_all)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, Space.GRID, 0, 0)
        page.setSpacing(Space.GAP_DENSE)
        page.addWidget(_ready(len(checked.ready)))
        if checked.twins:
            page.addWidget(self._twins(workplace))
        if checked.rejected:
            _add_rejected(page, checked.rejected)

    def also(self) -> frozenset[int]:
        """The lines that come in although they resemble somebody."""
        if self._all.isChecked():
            return frozenset(twin.candidate.line for twin in self.checked.twins)
        return frozenset(line for line, box in self._boxes.items() if box.isChecked())

    def count(self) -> int:
        """How many clients come in."""
        return len(self.checked.ready) + len(self.also())

    def _twins(self, workplace: Workplace) -> QWidget:
        holder = Card(spacing=Space.INNER)
        twins = self.checked.twins
        title = self.tr("{n} may be here already. They come in only when ticked.")
        if len(twins) == 1:
            title = self.tr("1 may be here already. It comes in only when ticked.")
        holder.body.addWidget(Label(title.format(n=len(twins)), Text.BODY_STRONG, wrap=True))
        for twin in twins[:_MOST_SHOWN]:
            box = QCheckBox(twin_words(twin, workplace.desk.today()))
            box.setObjectName(f"twin_{twin.candidate.line}")
            box.toggled.connect(self.changed)
            holder.body.addWidget(box)
            self._boxes[twin.candidate.line] = box
        if len(twins) > _MOST_SHOWN:
            more = self.tr("and {n} more, which the report lists").format(n=len(twins) - _MOST_SHOWN)
            holder.body.addWidget(Label(more, Text.SECONDARY, Tone.LABELS))
        holder.body.addWidget(self._all)
        self._all.setVisible(len(twins) > 1)
        return holder

    @Slot(bool)
    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        for box in self._boxes.values():
            box.setChecked(ticked)
            box.setEnabled(not ticked)
        self.changed.emit()


class ReportPanel(QWidget):
    """What became of the rows."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, Space.GRID, 0, 0)
        page.setSpacing(Space.GAP_DENSE)
        page.addWidget(_added(report))
        if report.skipped:
            words = _tr("{n} rows that may be somebody known were left out.").format(n=len(report.skipped))
            page.addWidget(Label(words, Text.BODY, wrap=True))
        if report.rejected:
            _add_rejected(page, report.rejected)


def _ready(count: int) -> Banner:
    if count == 0:
        return Banner(_tr("No row can come in as it is. Nothing has been added."), BannerKind.AMBER)
    words = _tr("1 client can come in. Nothing has been added yet.")
    if count > 1:
        words = _tr("{n} clients can come in. Nothing has been added yet.").format(n=count)
    return Banner(words, BannerKind.INFO)


def _added(report: Report) -> Banner:
    if not report.taken:
        return Banner(_tr("No client was added."), BannerKind.INFO)
    numbers = [taken.record_number for taken in report.taken]
    if len(numbers) == 1:
        return Banner(_tr("1 client was added: record {number}.").format(number=numbers[0]), BannerKind.GREEN)
    words = _tr("{n} clients were added: records {first} to {last}.")
    return Banner(words.format(n=len(numbers), first=numbers[0], last=numbers[-1]), BannerKind.GREEN)


def _add_rejected(page: QVBoxLayout, rejected: tuple[Rejected, ...]) -> None:
    title = _tr("1 row is not taken") if len(rejected) == 1 else _tr("{n} rows are not taken").format(n=len(rejected))
    card = Card(padding=1, spacing=0)
    card.body.setContentsMargins(1, 0, 1, 1)  # the first row draws its own line over the border
    rows = RowList(title)
    rows.setObjectName("rejected")
    rows.show_rows([rejected_row(each) for each in rejected[:_MOST_SHOWN]])
    rows.setMaximumHeight(_LIST_HEIGHT)
    card.body.addWidget(rows)
    page.addWidget(Label(title, Text.BODY_STRONG))
    page.addWidget(card)
    if len(rejected) > _MOST_SHOWN:
        words = _tr("The first {n} are shown; the report lists all.").format(n=_MOST_SHOWN)
        page.addWidget(Label(words, Text.SECONDARY, Tone.LABELS))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
