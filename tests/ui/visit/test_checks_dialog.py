from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from therapist_desk.domain.missing import MissingItem, Phase, Severity, Target
from therapist_desk.domain.rule_cards.card import Basis, Source
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.visit.checks.checks_dialog import ChecksDialog
from therapist_desk.ui.visit.page import VisitPage


def opened(page: VisitPage) -> ChecksDialog:
    link = page.foot.missing.findChild(LinkButton, "show_checks")
    assert link is not None
    link.click()
    found = page.window().findChild(ChecksDialog)
    assert found is not None
    return found


def test_everything_missing_stands_there_with_why_and_enter_leads_to_it(page: VisitPage) -> None:
    # given a visit in which nothing is written yet
    shown = opened(page)
    items = page.session.missing()
    assert len([row for row in shown.list.rows if not row.heading]) == len(items)
    assert all(row.caption for row in shown.list.rows if not row.heading)

    # when Enter is pressed at what is missing of pain
    place = next(place for place, row in enumerate(shown.list.rows) if row.title == "Pain now")
    shown.list.choose(place)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)

    # then the field has the keyboard
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "pain_before"


def test_what_holds_back_signing_comes_first(page: VisitPage) -> None:
    severities = [item.severity for item in page.session.missing()]

    assert severities[0] is Severity.TO_FIX
    assert severities == sorted(severities, key=list(Severity).index)


def test_what_a_payers_card_asks_for_is_told_with_the_cards_own_source(page: VisitPage) -> None:
    source = Source(words="contract of 2 May, page 4", noted_on=date(2026, 11, 23), basis=Basis.SOURCE_READ)
    late = MissingItem(
        "report_late", Severity.PAYER, Target.REPORT, {"visits": 7, "days": 20}, "P-03", Phase.COVERAGE, source
    )

    shown = ChecksDialog((late,), (41, 42), "Example Mutual", page)

    assert [row.title for row in shown.list.rows] == [
        "Holds back documents for the insurer",
        "Progress report overdue",
    ]
    told = shown.findChild(QLabel, "source")
    assert told is not None
    assert "Source: contract of 2 May, page 4, source read." in told.text()
    shown.deleteLater()
