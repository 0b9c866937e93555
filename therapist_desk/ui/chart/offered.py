"""What can be done in a chart beside its header, by name, for the palette: its forms, its tabs and its documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents.words import kind_name
from therapist_desk.ui.fields import ChartForm
from therapist_desk.ui.shell.page_action import PageAction


def offered_forms(open_form: Callable[[str], object], *, with_case: bool) -> list[PageAction]:
    """Name the forms of a client, and those of the case looked at if there is one."""
    words = {
        ChartForm.NEW_ORDER: (_tr("Enter an order or referral…"), "doc"),
        ChartForm.DIAGNOSES: (_tr("Diagnosis codes…"), "list"),
        ChartForm.GOAL: (_tr("Add a goal…"), "target"),
        ChartForm.PLAN: (_tr("Plan of care…"), "list"),
        ChartForm.PAYER: (_tr("Payer and claim…"), "shield"),
        ChartForm.COMPLAINT: (_tr("Complaint and history of the case…"), "pen"),
        ChartForm.HISTORY: (_tr("Health history…"), "pen"),
        ChartForm.CONSENT: (_tr("Consent…"), "pen"),
    }
    of_client = (ChartForm.NEW_ORDER, ChartForm.HISTORY, ChartForm.CONSENT)
    return [
        PageAction(f"form_{form}", name, icon, partial(open_form, form.value))
        for form, (name, icon) in words.items()
        if with_case or form in of_client
    ]


def offered_tabs(tabs: Sequence[tuple[str, str]], show_tab: Callable[[str], object]) -> list[PageAction]:
    """Name the tabs, which are given by key and words."""
    return [
        PageAction(f"tab_{key}", words.replace("&&", "&"), "right", partial(show_tab, key)) for key, words in tabs
    ]


def offered_documents(turn_to: Callable[[DocumentKind], object]) -> list[PageAction]:
    """Name the documents of a visit."""
    words = _tr("Document: {kind}")
    return [
        PageAction(f"document_{kind}", words.format(kind=kind_name(kind)), "doc", partial(turn_to, kind))
        for kind in DocumentKind
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Chart", words)
