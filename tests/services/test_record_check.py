"""All signed records read again: what was changed behind the program's back is found, and named."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from desks import PASSPHRASE, checked_records
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk
from therapist_desk.services.record_check import ChainReport, Flaw, check_records
from therapist_desk.services.signing import add_addendum, sign_visit


@pytest.fixture
def signed(desk: Desk, visit: Visit) -> Visit:
    """A signed visit with two addenda: three links."""
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    for words in ("More.", "Still more."):
        add_addendum(desk, visit.id, "Client called", words, PASSPHRASE)
    return visit


def tamper(desk: Desk, change: str) -> None:
    """Change the charts as somebody would who has the key and another program: the guards are out of the way."""
    with desk.store.writing() as charts:
        session = charts.records._session
        guards = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        for guard in guards:
            session.execute(text(f'DROP TRIGGER "{guard}"'))
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text(change))


@pytest.mark.usefixtures("signed")
def test_records_as_they_were_signed_are_all_right(desk: Desk) -> None:
    shares = list(check_records(desk))

    assert shares[-1] == 1.0
    assert checked_records(desk) == ChainReport(3)


def test_charts_without_a_signature_have_nothing_to_check(desk: Desk) -> None:
    assert checked_records(desk) == ChainReport(0)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE signed_records SET canonical = CAST(replace(canonical, 'More.', 'Less.') AS BLOB) WHERE sequence = 2",
        "UPDATE signed_records SET signature = replace(signature, 'a', 'b') WHERE sequence = 2",
        "UPDATE signed_records SET digest = 'no hash' WHERE sequence = 2",
    ],
)
def test_a_record_that_was_altered_is_named(desk: Desk, signed: Visit, change: str) -> None:
    tamper(desk, change)

    report = checked_records(desk)

    found = report.flawed[0]
    assert report.checked == 3
    assert (found.flaw, found.place, found.visit_number) == (Flaw.ALTERED, 2, signed.number)
    assert found.client_name == "Juniper Sample-Hayes"
    assert found.service_date == signed.service_date


@pytest.mark.usefixtures("signed")
def test_a_record_that_was_taken_out_is_missed_where_it_was(desk: Desk) -> None:
    tamper(desk, "DELETE FROM addenda WHERE sequence = 2")
    tamper(desk, "DELETE FROM signed_records WHERE sequence = 2")

    report = checked_records(desk)

    assert report.checked == 2
    assert [(found.flaw, found.place) for found in report.flawed] == [(Flaw.CUT_OFF, 3)]
