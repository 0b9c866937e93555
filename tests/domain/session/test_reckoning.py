from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.builders import DEEP, RELEASE
from domain.checklist.corpus import segment
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.session.reckoning import reckon

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
CMS = UnitRule.CMS_EIGHT_MINUTE
LEVEL = (segment(0, 20, DEEP), segment(20, 20, RELEASE))


def test_minutes_become_units_by_the_payers_rule() -> None:
    (pooled,) = reckon((segment(0, 33, DEEP), segment(33, 7, RELEASE)), MONDAY, CMS)
    (alone,) = reckon((segment(0, 33, DEEP), segment(33, 7, RELEASE)), MONDAY, UnitRule.MIDPOINT)

    assert pooled.minutes == alone.minutes == {"97124": 33, "97140": 7}
    assert pooled.units is not None
    assert pooled.units.units == {"97124": 2, "97140": 1}
    assert alone.units is not None
    assert alone.units.units == {"97124": 2}


def test_without_a_rule_there_are_minutes_and_no_units() -> None:
    (day,) = reckon(LEVEL, MONDAY, None)

    assert (day.minutes, day.units) == ({"97124": 20, "97140": 20}, None)


def test_a_choice_that_no_longer_fits_is_asked_for_again() -> None:
    (chosen,) = reckon(LEVEL, MONDAY, CMS, ("97140",))
    (stale,) = reckon(LEVEL, MONDAY, CMS, ("97110",))

    assert chosen.units is not None
    assert chosen.units.units == {"97124": 1, "97140": 2}
    assert stale.units is not None
    assert stale.units.ties == ("97124", "97140")


def test_a_visit_across_midnight_is_billed_by_day() -> None:
    # given 30 minutes of which the last 20 belong to Tuesday; ten in the morning is eight hours before UTC
    late = segment(13 * 60 + 50, 30, DEEP)

    monday, tuesday = reckon((late,), MONDAY, CMS)

    assert (monday.day, monday.minutes) == (MONDAY, {"97124": 10})
    assert (tuesday.day, tuesday.minutes) == (TUESDAY, {"97124": 20})


def test_a_number_that_the_table_lacks_leaves_the_units_open_and_breaks_nothing() -> None:
    (day,) = reckon((segment(0, 20, replace(DEEP, code="12345")),), MONDAY, CMS)

    assert (day.minutes, day.units) == ({"12345": 20}, None)
