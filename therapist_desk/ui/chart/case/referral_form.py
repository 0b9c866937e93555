"""A physician's order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.people import Physician
from therapist_desk.ui.kit.form import Form

_BETWEEN_CODES: Final = re.compile(r"[\s,;]+")


class ReferralForm(Form):
    """Who ordered what, from when to when, and how many visits; with `opens` also the name of the case it opens."""

    def __init__(
        self, referral: Referral, *, is_new: bool, opens: Case | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        physician = referral.physician
        self._name = self.line("physician_name", self.tr("Physician"), physician.name)
        self._credentials = self.line("credentials", self.tr("Credentials"), physician.credentials, optional=True)
        self._npi = self.line("physician_npi", self.tr("NPI"), physician.npi, optional=True)
        self._practice = self.line("practice", self.tr("Practice"), physician.practice, optional=True)
        self._phone = self.line("phone", self.tr("Phone"), physician.phone, optional=True)
        self._fax = self.line("fax", self.tr("Fax"), physician.fax, optional=True)
        self._ordered = self.day("ordered_on", self.tr("Ordered on"), None if is_new else referral.ordered_on)
        self._starts = self.day("starts_on", self.tr("Starts"), None if is_new else referral.starts_on)
        self._ordered.date_changed.connect(self._suggest_start)
        self._expires = self.day("expires_on", self.tr("Expires"), referral.expires_on, optional=True)
        self._number("visits_allowed", self.tr("Visits allowed"), referral.visits_allowed)
        self._number("visits_per_week", self.tr("Visits a week"), referral.visits_per_week)
        self._number("visits_used_before", self.tr("Used elsewhere before"), referral.visits_used_before or None)
        self._authorization = self.line(
            "authorization", self.tr("Authorization number"), referral.authorization, optional=True
        )
        self._codes = self.line(
            "diagnosis_codes", self.tr("Diagnosis codes"), ", ".join(referral.diagnosis_codes), optional=True
        )
        if opens is not None:
            hint = self.tr("What the order is for, such as: neck pain after a fall")
            self._case_name = self.line("title", self.tr("Name of the case it opens"), hint=hint, prose=True)
            self.place("title")
        self.place("physician_name", "credentials", "physician_npi", shares=(3, 1, 2))
        self.place("practice", "phone", "fax", shares=(2, 1, 1))
        self.place("ordered_on", "starts_on", "expires_on")
        self.place("visits_allowed", "visits_per_week", "visits_used_before")
        self.place("authorization", "diagnosis_codes")

    def apply(self, referral: Referral) -> Referral | None:
        """Give `referral` with what is typed; None, and the reason at the field, where something cannot be read."""
        days_fine = self.read_days()
        filled = self.require("ordered_on", "starts_on")
        allowed, allowed_fine = self.read_number("visits_allowed")
        weekly, weekly_fine = self.read_number("visits_per_week")
        before, before_fine = self.read_number("visits_used_before")
        ordered, starts = self._ordered.date(), self._starts.date()
        if ordered is None or starts is None:
            return None
        if not (days_fine and filled and allowed_fine and weekly_fine and before_fine):
            return None
        return replace(
            referral,
            physician=Physician(
                name=self._name.text().strip(),
                credentials=self._credentials.text().strip(),
                npi=self._npi.text().strip(),
                practice=self._practice.text().strip(),
                phone=self._phone.text().strip(),
                fax=self._fax.text().strip(),
            ),
            ordered_on=ordered,
            starts_on=starts,
            expires_on=self._expires.date(),
            visits_allowed=allowed,
            visits_per_week=weekly,
            visits_used_before=before or 0,
            authorization=self._authorization.text().strip(),
            diagnosis_codes=tuple(code for code in _BETWEEN_CODES.split(self._codes.text().upper()) if code),
        )

    def case(self, opens: Case, referral: Referral) -> Case:
        """Give the case that the order opens, under the name typed, or else that of who ordered it."""
        title = self._case_name.text().strip()
        if not title:
            title = self.tr("Ordered by {name}").format(name=referral.physician.signature_name)
        return replace(opens, title=title)

    @Slot(object)
    def _suggest_start(self, ordered: date | None) -> None:
        # An order mostly begins the day it is written; what is typed stays.
        if ordered is not None and not self._starts.text().strip():
            self._starts.set_date(ordered)

    def _number(self, name: str, label: str, value: int | None) -> None:
        self.line(name, label, "" if value is None else str(value), optional=True)
