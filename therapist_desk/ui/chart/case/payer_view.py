"""Who pays for a case, to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.payer import Payer
from therapist_desk.ui.chart.case.case_views import readings_view
from therapist_desk.ui.chart.case.case_words import payer_kind_words
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text

_CENTS = 100


def payer_view(payer: Payer, coverage: Coverage) -> QWidget:
    """The payer, the numbers by which it knows the case, and its fees."""
    fees = [f"{fee.code}: {QLocale().toString(fee.cents / _CENTS, 'f', 2)}" for fee in payer.fees]
    injury = coverage.date_of_injury
    facts = (
        (_tr("Payer"), payer.name),
        (_tr("Kind"), payer_kind_words(payer.kind)),
        (_tr("Claim number"), coverage.claim_number),
        (_tr("Insured's ID"), coverage.insured_id),
        (_tr("Date of injury"), day_text(injury) if injury else ""),
        (_tr("Group number"), coverage.group_number),
        (_tr("Phone"), payer.phone),
        (_tr("Fax"), payer.fax),
        (_tr("Fee for one unit"), "\n".join(fees)),
    )
    return readings_view([Reading(caption, words) for caption, words in facts if words])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Case", text)
