"""A payment, or another line of a visit's account, as it is entered or corrected."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.claims.ledger import EntryKind, LedgerEntry, Method
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.services.billing.accounts import EntryDraft
from therapist_desk.ui.billing.words import entry_words, method_words, read_amount, typed_amount
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.wording import field_sentence


class EntryForm(Form):
    """Begins with what is due, paid by the client today. `correct` asks for the reason too."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._kind = ToggleGroup(
            [(kind.value, entry_words(kind)) for kind in EntryKind],
            value=EntryKind.CLIENT_PAID.value,
            name=self.tr("What it is"),
        )
        self.add("kind", self.tr("What it is"), self._kind)
        self._amount = self.line("amount", self.tr("Amount"))
        self._on = self.day("on", self.tr("On"), today, newest_year=today.year)
        self._method = Select()
        for method in Method:
            self._method.addItem(method_words(method), method.value)
        self.add("method", self.tr("How"), self._method)
        self._note = self.line("note", self.tr("Reference"), optional=True, hint=self.tr("Check number, receipt"))
        self._reason = self.line("reason", self.tr("Why it is corrected"))
        self.setFocusProxy(self._amount)
        self.place("kind")
        self.place("amount", "on", "method", "note", shares=(3, 3, 3, 5))
        self.place("reason")
        self._kind.chosen.connect(self._show_kind)
        self.begin(0)

    def begin(self, due: int) -> None:
        """Start a new entry, with what is due as its amount."""
        self.field("reason").setVisible(False)
        self._kind.set_value(EntryKind.CLIENT_PAID.value)
        self._amount.setText(typed_amount(due) if due > 0 else "")
        self._amount.selectAll()
        self._on.set_date(self._today)
        self._note.clear()
        self._reason.clear()
        self._forget_problems()
        self._show_kind()

    def correct(self, entry: LedgerEntry) -> None:
        """Take up an entry that was wrong."""
        self._kind.set_value(entry.kind.value)
        self._amount.setText(typed_amount(entry.cents))
        self._on.set_date(entry.on)
        if entry.method is not None:
            self._method.setCurrentIndex(self._method.findData(entry.method.value))
        self._note.setText(entry.note)
        self._reason.clear()
        self.field("reason").setVisible(True)
        self._forget_problems()
        self._show_kind()
        self._amount.setFocus()
        self._amount.selectAll()

    def take_back(self) -> None:
        """Let nothing be left of the entry that was wrong."""
        self._amount.setText(typed_amount(0))
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """Why an entry is corrected."""
        return self._reason.text()

    def draft(self) -> EntryDraft | None:
        """What is typed; None, and the reason at the field, where it cannot be read."""
        fine = self.read_days()
        cents, day = read_amount(self._amount.text()), self._on.date()
        if cents is None:
            self.show_problems([FieldProblem("amount", "amount_required")])
        if day is None and fine:
            self.field("on").set_problem(field_sentence(FieldProblem("on", "required")))
            self.focus_first_problem()
        if not fine or cents is None or day is None:
            return None
        return EntryDraft(
            kind=EntryKind(self._kind.value() or EntryKind.CLIENT_PAID),
            on=day,
            cents=cents,
            method=Method(self._method.currentData()),
            note=self._note.text(),
        )

    def _forget_problems(self) -> None:
        for name in ("amount", "on", "method", "reason"):
            self.field(name).set_problem("")

    @Slot()
    def _show_kind(self) -> None:
        self.field("method").setVisible(EntryKind(self._kind.value() or EntryKind.CLIENT_PAID).moves_money)
