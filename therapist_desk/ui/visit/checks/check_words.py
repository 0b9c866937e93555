"""The words of the checklist's findings, as links that lead to where they are mended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.missing import Severity


def check_words(code: str) -> str:
    """A finding in a few words, with the gaps that its values fill."""
    return {**_note(), **_order(), **_service(), **_report()}[code]


def severity_words(severity: Severity) -> str:
    """What the findings of one severity hold back."""
    return {
        Severity.TO_FIX: _tr("To fix before signing"),
        Severity.PAYER: _tr("Holds back documents for the insurer"),
        Severity.ADVICE: _tr("Advice"),
        Severity.HINT: _tr("Good practice"),
    }[severity]


def _note() -> dict[str, str]:
    return {
        "no_name": _tr("Client's name"),
        "born_later": _tr("Date of birth"),
        "no_guardian": _tr("Guardian of a minor"),
        "no_contact": _tr("Client's contact details"),
        "no_licence": _tr("Therapist's license"),
        "complaint_nowhere": _tr("Where the complaint is"),
        "complaint_no_side": _tr("Side of the complaint"),
        "no_onset": _tr("How the complaint began"),
        "no_course": _tr("What eases or worsens it"),
        "medicines_unasked": _tr("Any change in medication?"),
        "no_palpation": _tr("What was palpated"),
        "date_to_come": _tr("Date of the visit lies ahead"),
        "other_day": _tr("Times of another day"),
        "diagnosing": _tr("Wording that diagnoses"),
        "no_home_care": _tr("Home care"),
        "unsigned_long": _tr("Unsigned for {days} days"),
        "nothing_measured": _tr("A measured finding"),
        "not_measured_after": _tr("Measure again after: {count}"),
        "motion_doubtful": _tr("Side or value of {name}"),
        "short_forms": _tr("Write out {words}"),
    }


def _order() -> dict[str, str]:
    return {
        "no_npi": _tr("Therapist's NPI"),
        "no_order": _tr("Physician's order"),
        "order_no_codes": _tr("Diagnosis codes on the order"),
        "no_diagnosis": _tr("Diagnosis"),
        "order_no_visits": _tr("Number of visits ordered"),
        "beyond_order": _tr("Visit {number} of {allowed} ordered"),
        "outside_order": _tr("Order not in force that day"),
        "twice_a_day": _tr("Second visit that day: the doctor's reason"),
        "week_full": _tr("More than {limit} a week"),
        "stage_needs": _tr("Visit {number}: {needs}"),
        "stage_ahead": _tr("From visit {number}: {needs}"),
        "no_authorization": _tr("Authorization number"),
        "no_orderer": _tr("Physician's name and NPI"),
        "order_runs_out": _tr("Order runs out"),
        "approval_beyond": _tr("Payer's approval"),
    }


def _service() -> dict[str, str]:
    return {
        "minutes_beyond_span": _tr("Minutes beyond start and stop"),
        "minutes_told_beyond": _tr("{told} min written, {span} timed"),
        "no_timed_minutes": _tr("No number billed by time"),
        "unknown_codes": _tr("Unknown number {codes}"),
        "units_chosen_before": _tr("Choose the open unit again"),
        "units_open": _tr("Choose the open unit"),
        "units_told_otherwise": _tr("{told} units of {code} written, {units} by minutes"),
        "technique_no_code": _tr("Billing number: {technique}"),
        "no_area": _tr("Area treated"),
        "area_unrelated": _tr("Not near the diagnosis: {region}"),
        "treated_unrelated": _tr("Treated, and not near the diagnosis: {region}"),
        "side_unrelated": _tr("Nothing but the {side} side; the diagnosis is of the other"),
        "pair_together": _tr("97124 and 97140 in one area"),
        "beyond_cap": _tr("{spent} min, {most} covered"),
        "beyond_units": _tr("{units} units, {most} covered a day"),
        "beyond_year": _tr("Visit {number} of the year, {most} covered"),
        "no_expectation": _tr("What care is to restore, by when"),
        "maintenance": _tr("Wording of maintenance"),
        "no_goal": _tr("A goal"),
        "goal_not_measurable": _tr("Number and day of a goal"),
        "no_frequency": _tr("How often, how long"),
    }


def _report() -> dict[str, str]:
    return {
        "no_baseline_score": _tr("Outcome score at the start"),
        "score_due": _tr("Outcome score due"),
        "goal_untold": _tr("Progress of a goal"),
        "report_due": _tr("Progress report due"),
        "report_late": _tr("Progress report overdue"),
        "no_improvement": _tr("Shown improvement"),
        "goal_twice": _tr("Two goals alike"),
        "goal_met_undated": _tr("Day a goal was met"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Checks", words)
