from __future__ import annotations

from datetime import date

import pytest

from therapist_desk.domain.icd10.release import Release


def test_a_release_holds_until_the_next_is_due() -> None:
    april, october = Release.of(2026, 4), Release.of(2026, 10)

    assert (april.name, april.starts, april.ends) == ("April 2026 release", date(2026, 4, 1), date(2026, 9, 30))
    assert (october.name, october.starts, october.ends) == (
        "October 2026 release",
        date(2026, 10, 1),
        date(2027, 3, 31),
    )


@pytest.mark.parametrize(
    ("day", "covered"),
    [(date(2026, 3, 31), False), (date(2026, 4, 1), True), (date(2026, 9, 30), True), (date(2026, 10, 1), False)],
)
def test_the_date_of_service_decides(day: date, *, covered: bool) -> None:
    assert Release.of(2026, 4).covers(day) is covered
