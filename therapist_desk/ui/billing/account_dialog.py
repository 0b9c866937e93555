"""What came in for a visit: payments to read, to add, and to correct."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.claims.ledger import Account, LedgerEntry
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import LedgerEntryId, VisitId
from therapist_desk.services.billing.accounts import correct, enter
from therapist_desk.services.documents.bills import BillFile, open_bill
from therapist_desk.services.documents.sources import References
from therapist_desk.ui.billing.entry_form import EntryForm
from therapist_desk.ui.billing.sums import Sums
from therapist_desk.ui.billing.words import entry_words, method_words, money_text
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, LinkButton
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.wording import field_sentence, sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 680
_ROW: Final = 48


class AccountDialog(Dialog):
    """Says `changed` whenever something was entered. Nothing that was entered ever goes away."""

    changed = Signal()

    def __init__(
        self, workplace: Workplace, visit_id: VisitId, file: BillFile, references: References, parent: QWidget
    ) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("account_dialog")
        self._workplace, self._visit_id, self._references = workplace, visit_id, references
        self._account: Account = file.account
        self._correcting: LedgerEntryId | None = None
        title = self.tr("Payments")
        self.title.setText(title)
        self.setAccessibleName(title)
        visit = file.basis.record.visit
        words = self.tr("Visit {number}, {day}").format(number=visit.number, day=day_text(visit.service_date))
        self.caption.setText(words)
        self.caption.show()
        self._sums = Sums()
        self._list = RowList(self.tr("Payments and other entries"), height=_ROW, side=Space.GRID, inset=True)
        self._list.setObjectName("entries")
        self._none = Label(self.tr("Nothing came in yet."), Text.BODY, Tone.LABELS)
        self.form = EntryForm(workplace.desk.today())
        self.first_focus = self.form.focusProxy()
        self._heading = Label("", Text.TITLE)
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("message")
        self._message.hide()
        self._back = LinkButton(self.tr("Take it back"))
        self._back.setObjectName("take_back")
        self._drop = LinkButton(self.tr("Leave it as it was"))
        self._drop.setObjectName("drop_correction")
        self._done = Button(self.tr("Close"))
        self._done.setObjectName("close_account")
        self._save = Button("", role=ButtonRole.PRIMARY)
        self._save.setObjectName("save_entry")
        for widget in (self._sums, self._list, self._none, Divider(), self._heading, self.form):
            self.body.addWidget(widget)
        self.add_foot(self._message)
        self.add_aside(self._drop)
        self.add_aside(self._back)
        self.add_action(self._done)
        self.add_action(self._save)
        self._list.pressed_row.connect(self._take_up)
        self._back.clicked.connect(self.form.take_back)
        self._drop.clicked.connect(self._begin)
        self._done.clicked.connect(self.reject)
        self._save.clicked.connect(self.save)
        self._show(file)

    @Slot()
    def save(self) -> None:
        """Keep what is typed, as a new entry or in the place of the one that was wrong."""
        draft = self.form.draft()
        if draft is None:
            return
        self._say("")
        self._save.setEnabled(False)
        desk = self._workplace.desk
        if self._correcting is None:
            work = partial(enter, desk, self._visit_id, draft)
        else:
            work = partial(correct, desk, self._correcting, draft, self.form.reason)
        self._workplace.jobs.write(work, owner=self, done=self._take, failed=self._refuse)

    def _take(self, _entry: LedgerEntry) -> None:
        self.changed.emit()
        read = partial(open_bill, self._workplace.desk, self._visit_id, self._references)
        self._workplace.jobs.read(read, owner=self, done=self._show_entered, failed=self._refuse)

    def _show_entered(self, file: BillFile) -> None:
        self._show(file)
        self._done.setFocus()  # a second Return closes; it must not enter what is still due

    def _refuse(self, error: ExpectedError) -> None:
        self._save.setEnabled(True)
        if isinstance(error, InvalidError):
            self._say(" ".join(field_sentence(problem) for problem in self.form.show_problems(error.problems)))
        else:
            self._say(sentence(error))

    def _show(self, file: BillFile) -> None:
        self._account = file.account
        self._sums.show_account(file.account)
        self._list.show_rows([self._row(entry) for entry in file.account.entries])
        self._list.setVisible(bool(file.account.entries))
        self._none.setVisible(not file.account.entries)
        self._save.setEnabled(True)
        self._begin()

    def _row(self, entry: LedgerEntry) -> Row:
        after = self._account.correction_of(entry)
        parts = [day_text(entry.on)]
        if entry.method is not None:
            parts.append(method_words(entry.method))
        parts += [part for part in (entry.note,) if part]
        if after is not None:
            parts.append(self.tr("corrected: {reason}").format(reason=after.reason))
        pill = None
        if after is not None:
            pill = (self.tr("corrected"), Kind.AMBER)
        elif entry.cents == 0:
            pill = (self.tr("taken back"), Kind.AMBER)
        return Row(
            key=entry.id,
            title=f"{money_text(entry.cents)}  {entry_words(entry.kind)}",
            caption=" · ".join(parts),
            pill=pill,
            link="" if after is not None or entry.cents == 0 else self.tr("Correct"),
        )

    @Slot(str)
    def _take_up(self, key: str) -> None:
        entry = next((each for each in self._account.counting if each.id == key), None)
        if entry is not None:
            self._correcting = entry.id
            self._show_task()
            self.form.correct(entry)

    @Slot()
    def _begin(self) -> None:
        self._correcting = None
        self._say("")
        self._show_task()
        self.form.begin(self._account.balance or 0)

    def _show_task(self) -> None:
        correcting = self._correcting is not None
        self._heading.setText(self.tr("Correct an entry") if correcting else self.tr("New entry"))
        self._save.setText(self.tr("Save correction") if correcting else self.tr("Add"))
        self._back.setVisible(correcting)
        self._drop.setVisible(correcting)

    def _say(self, words: str) -> None:
        self._message.set_sentence(words)
        self._message.setVisible(bool(words))
