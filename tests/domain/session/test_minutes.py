from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, RELEASE
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.session.minutes import minutes_by_code, minutes_by_day
from therapist_desk.domain.session.technique import INTAKE, REST, Technique
from therapist_desk.domain.session.timer import Segment

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
CUPPING = Technique("cupping", "Cupping")
PACIFIC = -480

_ids = count(1)


def test_seconds_are_summed_per_code_and_floored_once() -> None:
    # given 5:40, 6:10 and 2:15 under one number, over two techniques
    friction = Technique("friction", "Friction", DEEP.code)
    segments = [_segment("09:00:00", 340), _segment("09:30:00", 370, friction), _segment("09:50:00", 135)]

    # then they make 14:05, of which nothing but five seconds is lost
    assert minutes_by_code(segments) == {DEEP.code: 14}


def test_each_number_has_its_own_minutes() -> None:
    segments = [_segment("09:00:00", 1200, RELEASE), _segment("09:20:00", 900), _segment("09:35:00", 59, RELEASE)]

    assert minutes_by_code(segments) == {"97124": 15, "97140": 20}


def test_talk_rest_set_up_and_techniques_without_a_number_are_left_out() -> None:
    packs = Technique("packs", "Packs laid on while the therapist rests", "97010", hands_on=False)
    segments = [_segment("09:00:00", 600, technique) for technique in (INTAKE, REST, CUPPING, packs)]

    assert minutes_by_code(segments) == {}
    assert minutes_by_day(segments) == {}


def test_less_than_a_minute_stands_with_none() -> None:
    assert minutes_by_code([_segment("09:00:00", 59)]) == {DEEP.code: 0}


def test_a_correction_stands_in_for_what_it_replaces() -> None:
    original = _segment("09:00:00", 1800)
    corrected = _segment("09:00:00", 1500, replaces=original.id)

    assert minutes_by_code([original, corrected]) == {DEEP.code: 25}


def test_a_segment_that_still_runs_counts_what_has_passed() -> None:
    assert minutes_by_code([_segment("09:00:00", 600, running=True)]) == {DEEP.code: 10}


def test_a_session_across_midnight_is_split_by_day_before_flooring() -> None:
    # given 10:30 before midnight, 20:30 after it
    segments = [_segment("23:49:30", 31 * 60)]

    # then a half minute is lost on either side
    assert minutes_by_day(segments) == {MONDAY: {DEEP.code: 10}, TUESDAY: {DEEP.code: 20}}
    assert minutes_by_code(segments) == {DEEP.code: 30}


def test_midnight_is_the_local_one() -> None:
    # given a start at 7:50 am in UTC, ten minutes before midnight eight hours west of it
    start = Instant(datetime(2026, 11, 24, 7, 50, tzinfo=UTC), PACIFIC)

    assert minutes_by_day([_of(start, 1200)]) == {MONDAY: {DEEP.code: 10}, TUESDAY: {DEEP.code: 10}}


def test_two_visits_on_one_day_are_counted_together() -> None:
    segments = [_segment("18:00:00", 90), _segment("09:00:00", 90)]

    assert minutes_by_day(segments) == {MONDAY: {DEEP.code: 3}}


def test_ending_at_midnight_touches_one_day_only() -> None:
    assert minutes_by_day([_segment("23:30:00", 1800)]) == {MONDAY: {DEEP.code: 30}}


def test_a_start_within_the_last_second_of_a_day_loses_nothing() -> None:
    start = Instant(datetime(2026, 11, 24, 7, 59, 59, 500_000, tzinfo=UTC), PACIFIC)

    assert minutes_by_day([_of(start, 120)]) == {TUESDAY: {DEEP.code: 2}}


def test_a_change_of_the_clock_in_the_night_adds_no_minutes() -> None:
    # given a session from 11:30 pm, through the end of summer time at 2 am, to 2:00 am by the new time
    start = Instant(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), PACIFIC + 60)
    stop = Instant(datetime(2026, 11, 1, 10, 0, tzinfo=UTC), PACIFIC)
    segment = _of(start, 3 * 3600 + 1800, stop=stop)

    assert minutes_by_day([segment]) == {date(2026, 10, 31): {DEEP.code: 30}, date(2026, 11, 1): {DEEP.code: 180}}


def test_a_timer_left_running_for_days_fills_each() -> None:
    by_day = minutes_by_day([_segment("23:00:00", 26 * 3600)])

    assert by_day == {MONDAY: {DEEP.code: 60}, TUESDAY: {DEEP.code: 1440}, WEDNESDAY: {DEEP.code: 60}}


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3 * 86_400), st.integers(0, 20_000), st.sampled_from([DEEP, RELEASE, REST]), st.booleans()
        ),
        max_size=12,
    )
)
def test_a_day_loses_less_than_a_minute_for_each_number_and_gains_none(
    stretches: list[tuple[int, int, Technique, bool]],
) -> None:
    # given any segments, overlapping or not
    midnight = Instant(datetime(2026, 11, 23, 8, tzinfo=UTC), PACIFIC)
    segments = [
        _of(midnight.shifted(begun), seconds, technique, running=running)
        for begun, seconds, technique, running in stretches
    ]

    # when they are counted, in any order
    by_day = minutes_by_day(segments)
    assert by_day == minutes_by_day(reversed(segments))

    # then only the parts of minutes are gone
    for code in (DEEP.code, RELEASE.code):
        treated = sum(segment.seconds for segment in segments if segment.technique.code == code)
        counted = [minutes[code] for minutes in by_day.values() if code in minutes]
        assert 0 <= treated - 60 * sum(counted) < 60 * max(1, len(counted))
        assert minutes_by_code(segments).get(code, 0) == sum(counted)
    assert list(by_day) == sorted(by_day)


def _segment(
    begun: str,
    seconds: int,
    technique: Technique = DEEP,
    *,
    replaces: SegmentId | None = None,
    running: bool = False,
) -> Segment:
    local = datetime.fromisoformat(f"{MONDAY}T{begun}-08:00")
    return _of(Instant(local.astimezone(UTC), PACIFIC), seconds, technique, replaces=replaces, running=running)


def _of(
    start: Instant,
    seconds: int,
    technique: Technique = DEEP,
    *,
    stop: Instant | None = None,
    replaces: SegmentId | None = None,
    running: bool = False,
) -> Segment:
    ended = stop or Instant(start.utc + timedelta(seconds=seconds), start.offset_minutes)
    return Segment(
        id=SegmentId(f"segment-{next(_ids)}"),
        technique=technique,
        start=start,
        stop=None if running else ended,
        seconds=seconds,
        replaces=replaces,
        reason="clock left running" if replaces else "",
    )
