"""The fields outside the visit screen that an item of the checklist leads to: which form, and which field in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.missing import MissingItem, Target
from therapist_desk.ui.navigator import ChartTab, Navigator


class ChartForm(StrEnum):
    """The forms of a chart; CASE and PROFILE are the tabs themselves, REPORT is the report of progress."""

    CASE = "case"
    PROFILE = "profile"
    CLIENT = "client"
    HISTORY = "history"
    CONSENT = "consent"
    COMPLAINT = "complaint"
    DIAGNOSES = "diagnoses"
    GOAL = "goal"
    PLAN = "plan"
    PAYER = "payer"
    CLOSE = "close"
    ORDER = "order"
    NEW_ORDER = "new_order"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class ChartField:
    """`name` is the field's in the form; `key` says which goal, by its place, or which order, by its id."""

    form: ChartForm
    name: str = ""
    key: str = ""
    case_id: CaseId | None = None

    @property
    def tab(self) -> ChartTab:
        """Where in the chart the form opens."""
        if self.form in _OF_PROFILE:
            return ChartTab.PROFILE
        return ChartTab.DOCUMENTS if self.form is ChartForm.REPORT else ChartTab.CASE


@dataclass(frozen=True, slots=True)
class SettingsField:
    """A field about the therapist."""

    name: str


Lead = ChartField | SettingsField | MissingItem
"""What a page can lead to: a field of a chart, one of the settings, or what mends an item of a visit."""

_OF_PROFILE: Final = (ChartForm.PROFILE, ChartForm.CLIENT, ChartForm.HISTORY, ChartForm.CONSENT)
_IN_CHART: Final[Mapping[Target, tuple[ChartForm, str]]] = {
    Target.CLIENT_NAME: (ChartForm.CLIENT, "given_name"),
    Target.BIRTH: (ChartForm.CLIENT, "date_of_birth"),
    Target.CONTACT: (ChartForm.CLIENT, "phone"),
    Target.GUARDIAN: (ChartForm.CLIENT, "emergency_contact"),
    Target.HISTORY: (ChartForm.HISTORY, ""),
    Target.CONSENT: (ChartForm.CONSENT, ""),
    Target.ONSET: (ChartForm.COMPLAINT, "onset"),
    Target.COURSE: (ChartForm.COMPLAINT, "aggravating"),
    Target.DIAGNOSES: (ChartForm.DIAGNOSES, "code_finder"),
    Target.NEW_ORDER: (ChartForm.NEW_ORDER, ""),
    Target.ORDER_CODES: (ChartForm.ORDER, "diagnosis_codes"),
    Target.ORDER_VISITS: (ChartForm.ORDER, "visits_allowed"),
    Target.ORDER_FREQUENCY: (ChartForm.ORDER, "visits_per_week"),
    Target.AUTHORIZATION: (ChartForm.ORDER, "authorization"),
    Target.PHYSICIAN: (ChartForm.ORDER, "physician_name"),
    Target.PHYSICIAN_NPI: (ChartForm.ORDER, "physician_npi"),
    Target.NEW_GOAL: (ChartForm.GOAL, "text"),
    Target.GOAL_WORDS: (ChartForm.GOAL, "text"),
    Target.GOAL_NUMBER: (ChartForm.GOAL, "measure"),
    Target.GOAL_DAY: (ChartForm.GOAL, "due"),
    Target.GOAL_STANDING: (ChartForm.GOAL, "standing"),
    Target.FREQUENCY: (ChartForm.PLAN, "frequency"),
    Target.PLANNED_VISITS: (ChartForm.PLAN, "visits"),
    Target.REPORT: (ChartForm.REPORT, ""),
}
_IN_SETTINGS: Final[Mapping[Target, str]] = {Target.LICENCE: "licence_number", Target.NPI: "npi"}


def go_to(navigator: Navigator, client_id: ClientId, field: ChartField | SettingsField) -> None:
    """Ask for the page of a field, and for the field."""
    if isinstance(field, SettingsField):
        navigator.settings_asked.emit()
    else:
        navigator.open_chart(client_id, field.tab)
    navigator.lead_asked.emit(field)


def is_of_visit(item: MissingItem) -> bool:
    """Tell whether `item` is mended on the visit screen."""
    return item.target not in _IN_SETTINGS and item.target not in _IN_CHART


def field_of(item: MissingItem, case_id: CaseId) -> ChartField | SettingsField | None:
    """Give the field that mends `item`; None where that is on the visit screen."""
    if item.target in _IN_SETTINGS:
        return SettingsField(_IN_SETTINGS[item.target])
    if item.target not in _IN_CHART:
        return None
    form, name = _IN_CHART[item.target]
    if "area" in item.values:
        name = f"scope_{Scope(str(item.values['area'])).name.lower()}"
    key = "" if item.target is Target.NEW_GOAL else str(item.values.get("place", item.values.get("order", "")))
    return ChartField(form, name, key, case_id)
