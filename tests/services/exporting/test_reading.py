from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from desks import HandClock
from services.billed import signed_visit
from therapist_desk.domain.client import Client
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.sources import References
from therapist_desk.services.exporting.reading import read_client, read_common, read_visit_chart


def test_what_stands_around_all_visits_is_not_asked_for_again_with_each(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    visit_id = signed_visit(desk, clock, juniper.id)
    common = read_common(desk, None)
    around = read_client(desk, juniper.id).around(common)

    with asked() as questions:
        read = read_visit_chart(desk, visit_id, References(), around, common.logo)

    assert read is not None
    assert read.source is not None
    said = [" ".join(each.split()) for each in questions]
    assert any("FROM signed_records" in each for each in said)
    again = ("FROM practice_logo", "FROM payers", "FROM claim_details")
    assert [each for each in said if any(table in each for table in again)] == []


@contextmanager
def asked() -> Iterator[list[str]]:
    """Note the statements that the store is asked meanwhile."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)
