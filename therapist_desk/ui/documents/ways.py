"""The ways on from a document that can't be made: to the field that it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.claims.form import NoPayerError
from therapist_desk.domain.claims.held import BillHeldError, Lack
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.visit import VisitSummary
from therapist_desk.services.documents.drawing import DraftClaimError
from therapist_desk.services.documents.packet import NothingSignedError
from therapist_desk.services.documents.sources import CaseNotClosedError
from therapist_desk.ui.fields import ChartField, ChartForm, SettingsField, go_to
from therapist_desk.ui.navigator import ChartTab, Navigator


class Way(StrEnum):
    """Where one can go; BILL is a dialog over the document itself."""

    DIAGNOSES = "diagnoses"
    PAYER = "payer"
    TAX_ID = "tax_id"
    NPI = "npi"
    CLOSE = "close"
    VISIT = "visit"
    VISITS = "visits"
    BILL = "bill"


_OF_BILL: Final[Mapping[Lack, Way]] = MappingProxyType(
    {
        Lack.OTHER_VISITS: Way.VISITS,
        Lack.PAYER: Way.PAYER,
        Lack.DIAGNOSIS: Way.DIAGNOSES,
        Lack.TAX_ID: Way.TAX_ID,
        Lack.NPI: Way.NPI,
        Lack.FEE: Way.PAYER,
        Lack.TIME: Way.VISIT,
        Lack.PROCEDURE: Way.VISIT,
        Lack.UNITS_RULE: Way.BILL,
        Lack.CHOICE: Way.BILL,
        Lack.STALE_CHOICE: Way.BILL,
    }
)
_OF_ERRORS: Final[Mapping[type[ExpectedError], Way]] = MappingProxyType(
    {
        NoPayerError: Way.PAYER,
        CaseNotClosedError: Way.CLOSE,
        DraftClaimError: Way.VISIT,
        NothingSignedError: Way.VISIT,
    }
)
_FORMS: Final[Mapping[Way, tuple[ChartForm, str]]] = MappingProxyType(
    {
        Way.DIAGNOSES: (ChartForm.DIAGNOSES, "code_finder"),
        Way.PAYER: (ChartForm.PAYER, ""),
        Way.TAX_ID: (ChartForm.PAYER, "billing_tax_id"),
        Way.CLOSE: (ChartForm.CLOSE, ""),
    }
)


def ways_from(error: ExpectedError) -> tuple[Way, ...]:
    """Give the ways to what a document waits for, the first first; none where only another choice helps."""
    if isinstance(error, BillHeldError):
        return tuple(dict.fromkeys(_OF_BILL[lack] for lack in error.lacks))
    way = _OF_ERRORS.get(type(error))
    return () if way is None else (way,)


def way_words(way: Way) -> str:
    """Name a way, as its button does."""
    return {
        Way.DIAGNOSES: _tr("Enter diagnosis codes…"),
        Way.PAYER: _tr("Payer and fees…"),
        Way.TAX_ID: _tr("Enter our tax ID…"),
        Way.NPI: _tr("Enter the NPI"),
        Way.CLOSE: _tr("Close the case…"),
        Way.VISIT: _tr("Open the visit"),
        Way.VISITS: _tr("Show the visits"),
        Way.BILL: _tr("Bill details…"),
    }[way]


def take(way: Way, navigator: Navigator, visit: VisitSummary) -> None:
    """Go a way, from the documents of `visit`."""
    if way in _FORMS:
        form, name = _FORMS[way]
        go_to(navigator, visit.client_id, ChartField(form, name, case_id=visit.case_id))
    elif way is Way.NPI:
        go_to(navigator, visit.client_id, SettingsField("npi"))
    elif way is Way.VISITS:
        navigator.open_chart(visit.client_id, ChartTab.VISITS)
    else:
        navigator.open_visit(visit.id)


def _tr(words: str) -> str:
    return QCoreApplication.translate("documents", words)
