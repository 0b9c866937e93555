"""Every live rule of the checklist leads to its very field: in the visit, in a form of the chart, in Settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from domain.builders import DEEP, event, mark
from domain.checklist.corpus import BAD, TOLD, good_notes
from domain.health.builders import history, yes
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import CHECKLIST, RULES, missing
from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.ids import MarkId, MeasurementId, ObservationId, VisitId
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.session.timer import EventKind
from therapist_desk.domain.visit import Visit
from therapist_desk.services import clients
from therapist_desk.services.cases import open_case
from therapist_desk.services.visit import assessing, marking, notes, timing, visits
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.preferences import UnkeptPreferences
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.shell.main_window import MainWindow
from therapist_desk.ui.shell.page_stack import PageMaker
from therapist_desk.ui.shell.place import PageKind
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.samples import fill

PATIENCE = 30_000
OWN_WORDS = "Client has a herniated disc at C5. Continue maintenance massage once a month. Worked on RFX."
FIELDS: Mapping[str, str] = {
    "no_name": "given_name",
    "born_later": "date_of_birth",
    "no_contact": "phone",
    "no_guardian": "emergency_contact",
    "no_licence": "licence_number",
    "no_npi": "npi",
    "no_order": "physician_name|ordered_on",
    "no_diagnosis": "code_search",
    "order_no_codes": "diagnosis_codes",
    "order_no_visits": "visits_allowed",
    "beyond_order": "ordered_on",
    "outside_order": "ordered_on",
    "order_runs_out": "ordered_on",
    "twice_a_day": "text_P",
    "week_full": "visits_per_week",
    "stage_needs": "authorization",
    "stage_ahead": "authorization",
    "no_authorization": "authorization",
    "approval_beyond": "authorization",
    "no_orderer": "physician_npi",
    "no_history": "history_dialog",
    "health_unasked": "health_check",
    "medicines_unasked": "health_check",
    "no_consent": "consent_dialog",
    "no_area_consent": "scope_perineum",
    "undecided": "decision_dialog",
    "no_subjective": "text_S",
    "complaint_nowhere": "text_S",
    "complaint_no_side": "text_S",
    "nearly_last": "text_S",
    "said_again": "text_S",
    "no_pain_before": "pain_before",
    "no_limitation": "limitation",
    "no_onset": "onset",
    "no_course": "aggravating",
    "no_findings": "map",
    "no_palpation": "map",
    "no_area": "map",
    "area_unrelated": "map",
    "side_unrelated": "map",
    "treated_unrelated": "segment_regions",
    "no_grade_before": "marks",
    "no_grade_after": "marks",
    "nothing_measured": "assessment_search",
    "not_measured_after": "motion_sheet",
    "motion_doubtful": "motion_sheet",
    "no_baseline_score": "assessment_search",
    "score_due": "score_dialog",
    "date_to_come": "segment_start",
    "other_day": "segment_start",
    "no_times": "start",
    "no_hands_on_time": "start",
    "timer_running": "stop",
    "minutes_beyond_span": "segment_minutes",
    "minutes_told_beyond": "text_O",
    "no_timed_minutes": "segment_technique",
    "unknown_codes": "segment_technique",
    "technique_no_code": "segment_technique",
    "pair_together": "segment_regions",
    "beyond_cap": "segment_minutes",
    "beyond_units": "segment_minutes",
    "beyond_year": "authorization",
    "units_open": "units_dialog",
    "units_chosen_before": "units_dialog",
    "units_told_otherwise": "text_O",
    "no_pain_after": "pain_after",
    "no_response": "chip_improved",
    "goal_untold": "standing",
    "no_expectation": "visits|due",
    "diagnosing": "text_O|text_A",
    "maintenance": "text_A|text_P",
    "short_forms": "text_O",
    "unconfirmed": "carried",
    "no_goal": "text",
    "goal_not_measurable": "measure",
    "no_frequency": "frequency|visits",
    "report_due": "save",
    "report_late": "save",
    "no_improvement": "standing",
    "no_home_care": "text_P",
    "goal_twice": "text",
    "goal_met_undated": "standing",
    "unsigned_long": "sign",
    "no_plan": "text_P",
    "unreviewed": "map",
    "red_test": "text_P",
}


@pytest.fixture
def visit(workplace: Workplace, clock: HandClock) -> Visit:
    """The fifth visit of a case with an order, a payer and goals, in which something of everything is still open."""
    desk = workplace.desk
    client = clients.get_client(desk, fill(desk, clock)["juniper"])
    stop = Caution("Deep vein thrombosis", CautionLevel.ABSOLUTE)
    clients.edit_client(desk, client, replace(client.details, cautions=(stop,)))
    running = max(visits.client_visits(desk, client.id), key=lambda each: each.number)
    timing.stop(desk, running.id)
    marking.put_mark(desk, running.id, replace(mark(before=4), id=MarkId("ungraded-after")))
    marking.put_mark(desk, running.id, replace(mark(), id=MarkId("ungraded-before")))
    motion = Measurement(
        id=MeasurementId("once"),
        kind=MeasurementKind.RANGE_OF_MOTION,
        name="cervical rotation",
        side=Side.RIGHT,
        unit="°",
        before=Decimal(50),
    )
    assessing.put_measurement(desk, running.id, motion)
    red = Observation(
        id=ObservationId("red"),
        kind=ObservationKind.TEST,
        name="Sharp-Purser",
        result=Result.POSITIVE,
        refer_if_positive=True,
    )
    assessing.put_observation(desk, running.id, red)
    said = [Paragraph(section, OWN_WORDS) for section in Section]
    carried = Paragraph(Section.PLAN, "Weekly, as before.", Origin.UNCONFIRMED)
    notes.save_note(desk, running.id, Note(paragraphs=(*said, carried)))
    return visits.open_visit(desk, running.id).visit


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> Iterator[MainWindow]:
    makers: dict[PageKind, PageMaker] = {
        PageKind.HOME: QWidget,
        PageKind.CLIENTS: QWidget,
        PageKind.CHART: partial(ChartPage, workplace),
        PageKind.VISIT: partial(VisitPage, workplace),
        PageKind.SETTINGS: partial(SettingsPage, workplace, UnkeptPreferences(), "1"),
    }
    made = MainWindow(workplace, makers, SessionWatch(workplace.desk.clock))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(workplace.jobs.idle)
    made.hide()
    made.deleteLater()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_live_rule_leads_to_its_field(
    qtbot: QtBot, workplace: Workplace, window: MainWindow, visit: Visit
) -> None:
    items = [suited(item, visit) for item in each_finding()]
    assert {item.rule for item in items} >= {rule.id for rule in CHECKLIST if rule.check is not None}
    assert sum(rule.check is not None for rule in CHECKLIST) == 55
    assert {item.rule for item in items} == {rule.id for rule in RULES.values() if rule.check is not None}

    led = {}
    for item in items:
        if item.code == "timer_running":
            continue  # no clock runs here: test_missing_links
        if window.place is None or window.place.kind is not PageKind.VISIT:
            workplace.navigator.open_visit(visit.id)
            qtbot.waitUntil(workplace.jobs.idle, timeout=PATIENCE)
        page = window.pages.page(PageKind.VISIT)
        assert isinstance(page, VisitPage)
        page.foot.missing.item_wanted.emit(item)
        qtbot.waitUntil(workplace.jobs.idle, timeout=PATIENCE)
        names = under_the_keyboard()
        led[item.rule, item.code] = bool(names & set(FIELDS[item.code].split("|")))
        put_away(window)

    assert [where for where, there in led.items() if not there] == []


def test_wrong_words_are_selected_where_they_stand(
    qtbot: QtBot, workplace: Workplace, window: MainWindow, visit: Visit
) -> None:
    workplace.navigator.open_visit(visit.id)
    qtbot.waitUntil(workplace.jobs.idle)
    page = window.pages.page(PageKind.VISIT)
    assert isinstance(page, VisitPage)

    page.foot.missing.item_wanted.emit(next(item for item in page.session.missing() if item.code == "diagnosing"))

    text = page.note.objective.text
    assert text.textCursor().selectedText() == "Client has a herniated disc at C5."

    page.note.assessment.text.setFocus(Qt.FocusReason.TabFocusReason)

    assert not text.textCursor().hasSelection()


def test_a_field_of_the_chart_is_that_of_the_visits_own_case_and_order(
    qtbot: QtBot, workplace: Workplace, window: MainWindow, visit: Visit
) -> None:
    # given a second case without an order
    open_case(workplace.desk, visit.client_id, "Heel pain")
    workplace.navigator.open_visit(visit.id)
    qtbot.waitUntil(workplace.jobs.idle)
    page = window.pages.page(PageKind.VISIT)
    assert isinstance(page, VisitPage)
    order = page.session.file.case_file.referral
    assert order is not None

    item = next(each for each in each_finding() if each.code == "order_no_visits")
    page.foot.missing.item_wanted.emit(replace(item, values={"order": order.id}))
    qtbot.waitUntil(workplace.jobs.idle)

    assert "visits_allowed" in under_the_keyboard()


def each_finding() -> Iterator[MissingItem]:
    """Give every finding that a rule can make on the corpus, once for each rule and code."""
    plain = list(good_notes())[1]
    unwell = replace(TOLD, history=history(yes("Thrombosis", CautionLevel.ABSOLUTE)))
    last = replace(plain.visit, id=VisitId("last"))
    changed = [(rule, change(plain)) for rule, change in BAD]
    changed += [
        ("T-03", _visit(plain, by_hand=(), events=(event(EventKind.START, 0, DEEP),))),
        ("HX-05", replace(plain, background=unwell)),
        ("own-plan", _visit(plain, note=Note())),
        ("own-review", replace(_visit(plain, marks=()), last=last)),
        ("own-red-test", _visit(plain, observations=(_red(),))),
    ]
    seen = set()
    for rule, facts in changed:
        for item in missing(facts):
            if item.rule == rule and (rule, item.code) not in seen:
                seen.add((rule, item.code))
                yield item


def suited(item: MissingItem, visit: Visit) -> MissingItem:
    """Let `item` speak of things that are in `visit`."""
    values = dict(item.values)
    there: dict[str, str | int] = {"mark": visit.marks[0].id, "part": visit.measurements[0].id, "place": 0}
    values |= {name: value for name, value in there.items() if name in values}
    if "measure" in values:
        values["measure"] = "NDI"
    values.pop("order", None)
    return replace(item, values=values)


def under_the_keyboard() -> set[str]:
    """Give the names of what has the keyboard, and of what it is in."""
    names, widget = set(), QApplication.focusWidget()
    while widget is not None:
        names.add(widget.objectName())
        widget = widget.parentWidget()
    return names


def put_away(window: MainWindow) -> None:
    """Close what was opened."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in window.findChildren(Dialog):
        dialog.done(0)


def _red() -> Observation:
    return Observation(
        id=ObservationId("red"),
        kind=ObservationKind.TEST,
        name="Sharp-Purser",
        result=Result.POSITIVE,
        refer_if_positive=True,
    )


def _visit(facts: Facts, **details: object) -> Facts:
    return replace(facts, visit=replace(facts.visit, **details))  # type: ignore[arg-type]  # by name
