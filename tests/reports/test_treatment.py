from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from domain.builders import DEEP
from reports import samples
from reports.pdfs import flat
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.record import Sealed
from therapist_desk.domain.session.minutes import minutes_by_code
from therapist_desk.domain.session.technique import REST, Technique
from therapist_desk.domain.session.timer import Segment
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.parts.treatment import minutes_under
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary

CUPPING = Technique("cupping", "Cupping")
HOT_PACK = Technique("hydro_heat", "Hot pack", code="97010")
_ids = count(1)


def test_the_minutes_of_a_number_are_those_that_units_are_reckoned_from() -> None:
    # given 10:30 before midnight and 20:30 after it
    segments = [_segment(datetime(2026, 11, 24, 7, 49, 30, tzinfo=UTC), 31 * 60, DEEP)]

    # then each day is floored by itself, on paper as in the reckoning
    assert minutes_under(DEEP.code, segments) == minutes_by_code(segments)[DEEP.code] == 30


def test_what_acts_by_itself_is_treatment_but_not_by_hands() -> None:
    # given twenty minutes of massage and nine of a hot pack, which is not billed by time
    ten = datetime(2026, 11, 23, 18, tzinfo=UTC)
    segments = (_segment(ten, 1200, DEEP), _segment(ten + timedelta(minutes=20), 540, HOT_PACK))
    record = replace(samples.record(), segments=segments)

    said = flat(insurer_note(Sealed(record, samples.seal()), Paper.LETTER, samples.atlas()))
    sent = flat(physician_summary(Sealed(record, samples.seal()), Paper.LETTER, samples.atlas()))

    assert "20 min of it billed by time" in said
    assert "29 minutes of treatment today" in sent
    assert "ands-on treatment" not in said + sent


def test_minutes_without_a_number_are_those_of_the_treatment_alone() -> None:
    ten = datetime(2026, 11, 23, 18, tzinfo=UTC)
    segments = [_segment(ten, 650, CUPPING), _segment(ten + timedelta(minutes=15), 600, REST)]

    assert minutes_under("", segments) == 10


def _segment(start: datetime, seconds: int, technique: Technique) -> Segment:
    begun = Instant(start, -480)
    return Segment(
        id=SegmentId(f"segment-{next(_ids)}"),
        technique=technique,
        start=begun,
        stop=begun.shifted(seconds),
        seconds=seconds,
    )
