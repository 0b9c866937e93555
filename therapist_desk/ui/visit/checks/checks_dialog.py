"""Everything that a reviewer would object to in the visit, with why, each leading to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.checklist.table import RULES
from therapist_desk.domain.missing import MissingItem, Severity
from therapist_desk.domain.rule_cards.card import Basis
from therapist_desk.ui.fields import is_of_visit
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.checks.check_words import severity_words
from therapist_desk.ui.visit.wording import missing_words

_WIDTH = 720
_ROW = 52
_ICONS = {
    Severity.TO_FIX: ("alert", Tone.RED),
    Severity.PAYER: ("shield", Tone.AMBER),
    Severity.ADVICE: ("warn", Tone.AMBER),
    Severity.HINT: ("info", Tone.LABELS),
}


class ChecksDialog(Dialog):
    """Lists what is missing by what it holds back. Enter or a click leads there: `item_wanted`.

    Of a visit that is `signed`, what is missing in itself is made good by an addendum.
    """

    item_wanted = Signal(object)  # MissingItem

    def __init__(
        self,
        items: Sequence[MissingItem],
        passed: tuple[int, int],
        payer: str,
        parent: QWidget,
        *,
        signed: bool = False,
    ) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("checks")
        self._signed = signed
        self._items = list[MissingItem]()
        title = self.tr("Checks")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.setText(self._summary(passed, payer))
        self.caption.show()
        self.list = RowList(self.tr("What is missing"), height=_ROW)
        self.list.setObjectName("missing_list")
        self.show_groups(
            [(severity_words(each), [item for item in items if item.severity is each]) for each in Severity]
        )
        self._source = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        self._source.setObjectName("source")
        self._done = Button(self.tr("Close"))
        self._done.setObjectName("close_checks")
        self._done.clicked.connect(self.reject)
        self.list.setVisible(bool(self._items))
        self.body.addLayout(column(self.list))
        if not self._items:
            self.body.addWidget(Label(self.tr("Nothing is missing."), Text.BODY))
        self.add_foot(self._source)
        self.add_action(self._done)
        self.list.pressed_row.connect(self._lead)
        self.list.picked_row.connect(self._lead)
        self.list.selectionModel().currentChanged.connect(self._tell_source)
        if self._items:
            self.list.choose(1)
            self.list.setFocus()

    def _summary(self, passed: tuple[int, int], payer: str) -> str:
        if payer:
            words = self.tr("{passed} of {asked} checks passed for {payer}")
            return words.format(passed=passed[0], asked=passed[1], payer=payer)
        return self.tr("{passed} of {asked} checks passed").format(passed=passed[0], asked=passed[1])

    def show_groups(self, groups: Sequence[tuple[str, Sequence[MissingItem]]]) -> None:
        """Show the items under headings; a heading over nothing is left out."""
        self._items, rows = [], list[Row]()
        for heading, items in groups:
            if items:
                rows.append(Row(title=heading, heading=True))
            rows += [self._row(item, str(place)) for place, item in enumerate(items, len(self._items))]
            self._items += items
        self.list.show_rows(rows)

    def _row(self, item: MissingItem, key: str) -> Row:
        icon, tone = _ICONS[item.severity]
        return Row(
            key=key,
            title=missing_words(item),
            caption=RULES[item.rule].why,
            icon=icon,
            icon_tone=tone,
            link=self.tr("Write an addendum") if self._signed and is_of_visit(item) else self.tr("Go there"),
        )

    @Slot(str)
    def _lead(self, key: str) -> None:
        item = self._items[int(key)]
        self.accept()
        self.item_wanted.emit(item)

    @Slot(QModelIndex)
    def _tell_source(self, _index: QModelIndex) -> None:
        row = self.list.chosen()
        if row is None or row.heading:
            return
        item = self._items[int(row.key)]
        rule = RULES[item.rule]
        read, basis = (item.source.words, item.source.basis) if item.source else (rule.source, rule.basis)
        source = self.tr("known practice")
        if basis is Basis.SOURCE_READ:
            source = self.tr("{source}, source read").format(source=read)
        words = self.tr("{looks_for}. Source: {source}. No licensed clinician has reviewed these rules.")
        self._source.setText(words.format(looks_for=rule.looks_for, source=source))
