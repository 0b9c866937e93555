"""What documents of a case are drawn from, and when they are refused."""

from __future__ import annotations

import pytest

from desks import PASSPHRASE
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.closing import close_case
from therapist_desk.services.care.discharges import sign_discharge
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.sources import CaseNotClosedError, References, source_for
from therapist_desk.services.signing import add_addendum, sign_visit
from therapist_desk.services.visit.visits import start_visit


def test_an_initial_evaluation_is_of_the_first_visit_whichever_is_chosen(desk: Desk, visit: Visit) -> None:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    second = start_visit(desk, visit.case_id)

    source = source_for(desk, DocumentKind.EVALUATION, second.id, References())

    assert source.record.visit.id == visit.id


def test_a_report_has_the_addenda_of_every_visit_before_it_and_its_own(desk: Desk, visit: Visit) -> None:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    second = start_visit(desk, visit.case_id)
    sign_visit(desk, second.id, PASSPHRASE, override_reason="a test")
    for each in (second, visit):
        add_addendum(desk, each.id, "a slip", "It was the left side.", PASSPHRASE)

    course = source_for(desk, DocumentKind.PROGRESS, second.id, References()).course

    assert course is not None
    assert [each.content.visit_id for each in course.addenda] == [visit.id, second.id]


def test_a_discharge_summary_waits_for_the_end_of_care_and_is_a_draft_until_it_is_signed(
    desk: Desk, visit: Visit
) -> None:
    with pytest.raises(CaseNotClosedError, match="Close the case"):
        source_for(desk, DocumentKind.DISCHARGE, visit.id, References())

    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    close_case(desk, visit.case_id, Discharge(reason=DischargeReason.MOVED, on=desk.today()))
    source = source_for(desk, DocumentKind.DISCHARGE, visit.id, References())

    assert source.course is not None
    assert source.course.closed is not None
    assert source.course.closed.discharge_reason == "Client moved away"
    assert source.seal is None
    seal = sign_discharge(desk, visit.case_id, PASSPHRASE)
    assert source_for(desk, DocumentKind.DISCHARGE, visit.id, References()).seal == seal
