"""The words of health and consent for what the domain names."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.health.consent import ConsentStanding, ConsentState, Scope
from therapist_desk.domain.health.history import Answer, ItemKind
from therapist_desk.domain.health.screening import Choice
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.pill import Kind


def scope_name(scope: Scope) -> str:
    """What consent is given to."""
    return {
        Scope.TREATMENT: _tr("Massage treatment"),
        Scope.CHEST: _tr("Chest wall"),
        Scope.GLUTEAL: _tr("Gluteal region"),
        Scope.ABDOMEN: _tr("Abdomen"),
        Scope.INNER_THIGH: _tr("Inner thigh and groin"),
        Scope.MOUTH: _tr("Inside the mouth"),
        Scope.BREAST: _tr("Breast"),
        Scope.PERINEUM: _tr("Gluteal cleft and perineum"),
        Scope.PHYSICIAN: _tr("Talking with the physician"),
        Scope.PHOTOS: _tr("Photographs for the record"),
    }[scope]


def level_name(level: CautionLevel) -> str:
    """How far a contraindication reaches."""
    return {
        CautionLevel.ABSOLUTE: _tr("No treatment at all"),
        CautionLevel.LOCAL: _tr("Not at that place"),
        CautionLevel.PRECAUTION: _tr("Take care"),
    }[level]


def answer_name(answer: Answer) -> str:
    """An answer to the checklist."""
    return {Answer.YES: _tr("Yes"), Answer.NO: _tr("No"), Answer.UNKNOWN: _tr("Unknown")}[answer]


def kind_name(kind: ItemKind) -> str:
    """A list of the history."""
    return {
        ItemKind.MEDICATION: _tr("Medications"),
        ItemKind.SURGERY: _tr("Surgeries"),
        ItemKind.ALLERGY: _tr("Allergies"),
        ItemKind.IMPLANT: _tr("Pacemaker, implants and devices"),
    }[kind]


def choice_name(choice: Choice) -> str:
    """What was decided on what forbids treatment."""
    return {
        Choice.PROCEED: _tr("Proceed"),
        Choice.CLEARED: _tr("Physician cleared"),
        Choice.DO_NOT_TREAT: _tr("Do not treat"),
    }[choice]


def basis_name(basis: Basis) -> str:
    """What an entry rests on."""
    return {Basis.SOURCE_READ: _tr("source read"), Basis.KNOWN_PRACTICE: _tr("known practice")}[basis]


def standing_words(state: ConsentState) -> str:
    """How consent stands, with its day."""
    words = {
        ConsentStanding.NONE: _tr("Not on file"),
        ConsentStanding.SIGNED: _tr("Signed {day}"),
        ConsentStanding.EXPIRES_SOON: _tr("Ends {end}"),
        ConsentStanding.EXPIRED: _tr("Expired {end}"),
        ConsentStanding.WITHDRAWN: _tr("Withdrawn {withdrawn}"),
    }[state.standing]
    return words.format(day=_day(state.signed_on), end=_day(state.expires_on), withdrawn=_day(state.withdrawn_on))


def standing_tone(standing: ConsentStanding) -> Tone:
    """The colour of how consent stands."""
    return Tone.GREEN if standing is ConsentStanding.SIGNED else Tone.AMBER


def standing_pill(standing: ConsentStanding) -> tuple[str, Kind]:
    """How consent stands, in a word."""
    words = {
        ConsentStanding.NONE: _tr("Not on file"),
        ConsentStanding.SIGNED: _tr("Signed"),
        ConsentStanding.EXPIRES_SOON: _tr("Ends soon"),
        ConsentStanding.EXPIRED: _tr("Expired"),
        ConsentStanding.WITHDRAWN: _tr("Withdrawn"),
    }[standing]
    return words, Kind.GREEN if standing is ConsentStanding.SIGNED else Kind.AMBER


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Health", text)
