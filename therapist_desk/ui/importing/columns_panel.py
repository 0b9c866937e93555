"""The columns of a file, each with what it means; beside them the first rows as they would come in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from therapist_desk.services.importing.checking import Plan, preview
from therapist_desk.services.importing.columns import Meaning, has_enough, with_meaning
from therapist_desk.services.importing.dates import DateEvidence, DateOrder
from therapist_desk.services.importing.survey import Survey
from therapist_desk.ui.importing.form_row import FormRow
from therapist_desk.ui.importing.words import meaning_names, preview_rows
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_HEIGHT: Final = 316
_SELECT_WIDTH: Final = 208
_RING: Final = 4


class ColumnsPanel(QWidget):
    """`birth_moved` says that another column holds the dates of birth, or another row the headings.

    `form_chosen` says that the file is to be read in another way.
    """

    birth_moved = Signal()
    form_chosen = Signal(object)  # CsvFormat
    changed = Signal()

    def __init__(self, workplace: Workplace, found: Survey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        self.meanings = found.meanings()
        self._workplace = workplace
        self._evidence = DateEvidence()
        self._selects: list[Select] = []
        self.form = FormRow(found)
        self.form.chosen.connect(self.form_chosen)
        self.headings = QCheckBox(_headings_words(found))
        self.headings.setObjectName("headings")
        self.headings.setChecked(found.has_headings)
        self.order = ToggleGroup(
            [
                (DateOrder.DAY_FIRST.value, self.tr("Day first: 14/3")),
                (DateOrder.MONTH_FIRST.value, self.tr("Month first: 3/14")),
            ],
            height=Height.CONTROL,
            name=self.tr("How dates of birth are written"),
        )
        self.order.setObjectName("order")
        self._order_label = Label(self.tr("Dates of birth"), Text.SECONDARY_STRONG)
        self._order_words = Label("", Text.SECONDARY, Tone.LABELS)
        self.message = Banner("", BannerKind.AMBER)
        self.message.setObjectName("columns_message")
        self.message.hide()
        self._rows = RowList(self.tr("The first rows as they would come in"))
        self._rows.setObjectName("preview")
        self._area = QScrollArea()
        self._lay_out()
        self._fill()
        self.headings.toggled.connect(self._move_headings)
        self.order.chosen.connect(self._show)

    def plan(self) -> Plan | None:
        """What is to be imported; None, and the reason shown, while something is open."""
        order = self.order.value()
        if not has_enough(self.meanings) or order is None:
            self._show()
            return None
        return Plan(self.found, self.meanings, DateOrder(order))

    def show_evidence(self, evidence: DateEvidence) -> None:
        """Take what all rows prove of the order of the dates."""
        self._evidence = evidence
        proven = evidence.order or (None if evidence.open else DateOrder.MONTH_FIRST)
        self.order.set_value(proven.value if proven else None)
        self._show()

    @Slot()
    def _show(self) -> None:
        evidence = self._evidence
        asked = bool(evidence.either or evidence.day_first or evidence.month_first)
        for widget in (self.order, self._order_label, self._order_words):
            widget.setVisible(asked)
        self._order_words.setText(self.tr("as the rows show") if evidence.order else "")
        self.message.set_sentence(self._problem())
        self.message.setVisible(bool(self._problem()))
        order = DateOrder(self.order.value() or DateOrder.MONTH_FIRST)
        ready = has_enough(self.meanings) and (self.order.value() is not None or not asked)
        read = preview(Plan(self.found, self.meanings, order), self._workplace.desk.today()) if ready else ()
        self._rows.show_rows(preview_rows(read, self._workplace.desk.today()))
        self.changed.emit()

    def _problem(self) -> str:
        if not has_enough(self.meanings):
            return self.tr("Say which columns hold the name and the date of birth: nobody is taken in without.")
        if self.order.value() is None and self._evidence.open:
            return self.tr("The dates of birth can be read in two ways. Which number is the day?")
        return ""

    @Slot(bool)
    def _move_headings(self, has_headings: bool) -> None:  # noqa: FBT001 - Qt's signal
        first = self.found
        self.found = Survey(first.path, first.form, first.first, has_headings)
        self.meanings = self.found.meanings() if has_headings else self.meanings
        self._fill()
        self.birth_moved.emit()

    @Slot()
    def _choose(self) -> None:
        chosen = self.sender()
        if not isinstance(chosen, Select):
            return
        before, place = self.meanings, self._selects.index(chosen)
        self.meanings = with_meaning(before, place, Meaning(chosen.currentData()))
        for select, meaning in zip(self._selects, self.meanings, strict=True):
            select.setCurrentIndex(select.findData(meaning.value))
        if _births(before) != _births(self.meanings):
            self.birth_moved.emit()
        self._show()

    def _fill(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "page")
        grid = QGridLayout(holder)
        grid.setContentsMargins(_RING, _RING, Space.GAP_DENSE, _RING)
        grid.setHorizontalSpacing(Space.GAP_DENSE)
        grid.setVerticalSpacing(Space.GRID)
        grid.setColumnStretch(0, 1)
        self._selects = []
        example = self.found.sample[0].cells if self.found.sample else ()
        for place, heading in enumerate(self.found.headings):
            name = heading or self.tr("Column {n}").format(n=place + 1)
            select = Select(name=self.tr("What {column} holds").format(column=name))
            select.setObjectName(f"meaning_{place}")
            select.setFixedWidth(_SELECT_WIDTH)
            for meaning, words in meaning_names():
                select.addItem(words, meaning.value)
            select.setCurrentIndex(select.findData(self.meanings[place].value))
            select.activated.connect(self._choose)
            words = " ".join(example[place].split()) if place < len(example) else ""
            cell = column(
                ElidedLabel(name, Text.BODY_STRONG), ElidedLabel(words or "–", Text.SECONDARY, Tone.QUIET), spacing=0
            )
            grid.addLayout(cell, place, 0)
            grid.addWidget(select, place, 1)
            self._selects.append(select)
        grid.setRowStretch(len(self._selects), 1)
        self._area.setWidget(holder)

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(_HEIGHT)
        self._area.setMaximumHeight(_HEIGHT)
        shown = Card(padding=1, spacing=0)
        shown.setFixedHeight(_HEIGHT)
        shown.body.setContentsMargins(1, 0, 1, 1)  # the first row draws its own line over the border
        shown.body.addWidget(self._rows)
        shown.body.addStretch(1)
        left = column(Label(self.tr("Columns of the file"), Text.SECONDARY_STRONG), self._area)
        right = column(Label(self.tr("The first rows as they would come in"), Text.SECONDARY_STRONG), shown)
        sides = QHBoxLayout()
        sides.setSpacing(Space.PAGE_X)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.GAP_DENSE)
        page.addWidget(self.form)
        page.addLayout(
            row(self.headings, None, self._order_label, self.order, self._order_words, spacing=Space.GAP_DENSE)
        )
        page.addLayout(sides)
        page.addWidget(self.message)


def _headings_words(found: Survey) -> str:
    if found.title_lines:
        words = QCoreApplication.translate("Import", "Line {n} holds the headings; what is above is left out")
        return words.format(n=found.title_lines + 1)
    return QCoreApplication.translate("Import", "The first row holds the headings")


def _births(meanings: tuple[Meaning, ...]) -> int | None:
    return meanings.index(Meaning.BIRTH) if Meaning.BIRTH in meanings else None
