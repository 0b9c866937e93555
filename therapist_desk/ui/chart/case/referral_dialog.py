"""Entering or changing a physician's order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.order_watch import overlapping
from therapist_desk.domain.care.referral import Referral
from therapist_desk.services.care.ordered_codes import keep_order, open_case_by_order
from therapist_desk.ui.chart.case.referral_form import ReferralForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.planning.order_words import overlap_words
from therapist_desk.ui.workplace import Workplace

_WIDTH = 720


class ReferralDialog(FormDialog):
    """Says `saved` once the order is in the store.

    With `opens`, a case that has no name yet, the order makes that case, and `case_opened` tells its id. An order
    that overlaps one of `others` is saved only when that is pressed a second time.
    """

    saved = Signal()
    case_opened = Signal(str)
    form: ReferralForm

    def __init__(
        self,
        workplace: Workplace,
        referral: Referral,
        *,
        others: Sequence[Referral] = (),
        is_new: bool,
        opens: Case | None = None,
        parent: QWidget,
    ) -> None:
        title = self.tr("New referral") if is_new else self.tr("Referral")
        form = ReferralForm(referral, is_new=is_new, opens=opens)
        super().__init__(title, self.tr("Save"), form, width=_WIDTH, parent=parent)
        self.setObjectName("referral_dialog")
        self._workplace = workplace
        self._referral = referral
        self._others = tuple(others)
        self._opens = opens
        self._warned: tuple[Referral, ...] = ()
        self._save_so = self.add_link(self.tr("Save all the same"), "save_overlap")
        self._save_so.clicked.connect(self.save_now)

    @Slot()
    def save(self) -> None:
        """Keep the order as typed, after saying once that it overlaps another."""
        referral = self.form.apply(self._referral)
        if referral is None:
            return
        others = overlapping(referral, self._others)
        if others and others != self._warned:
            self._warned = others
            self.say(overlap_words(others, self._workplace.desk.today()), self._save_so)
            return
        self._keep(referral)

    @Slot()
    def save_now(self) -> None:
        """Keep the order as typed."""
        referral = self.form.apply(self._referral)
        if referral is not None:
            self._keep(referral)

    def _keep(self, referral: Referral) -> None:
        self.begin_writing()
        jobs, desk, codes = self._workplace.jobs, self._workplace.desk, self._workplace.codes
        if self._opens is None:
            jobs.write(keep_order, desk, codes, referral, owner=self, done=self._finish, failed=self.refuse)
            return
        case = self.form.case(self._opens, referral)
        jobs.write(
            open_case_by_order, desk, codes, case, referral, owner=self, done=self._finish_case, failed=self.refuse
        )

    def _finish(self, _referral: Referral) -> None:
        self.saved.emit()
        self.close_saved()

    def _finish_case(self, case: Case) -> None:
        self.saved.emit()
        self.case_opened.emit(case.id)
        self.close_saved()
