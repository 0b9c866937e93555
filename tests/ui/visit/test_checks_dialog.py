from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from therapist_desk.domain.missing import Severity
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
