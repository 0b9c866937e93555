"""The client's copy read back: plain words alone, and on one page."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reports import samples
from reports.courses import course
from reports.pdfs import flat, overlaps, page_texts, words
from reports.test_strain import marks_of
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.clock import Instant
from therapist_desk.reports.client_copy import client_copy
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.wording.plain import plain_place

LATIN = re.compile(r"\w+(?:ius|oid|ae|eps|atus)\b|cervical|rotation|suboccipital", re.IGNORECASE)


def copy(of: CaseCourse, next_visit: Instant | None = None, paper: Paper = Paper.LETTER) -> bytes:
    return client_copy(of, next_visit, paper, samples.atlas())


def test_it_says_what_is_better_where_and_what_was_done() -> None:
    said = flat(copy(course(), samples.at(60)))

    assert "Your pain is down from 7 to 3 of 10." in said
    assert "Turning the neck, right 38°, now 50°" in said
    assert "1 Top of the shoulder, right: a sore knot" in said
    assert "Next visit Nov 18, 2026, 3:00 pm Questions 360-555-0142" in said
    assert "Call your doctor or 911 at once" in said


def test_it_has_no_codes_and_no_latin() -> None:
    told = course()
    plain = replace(told.last, case=replace(told.last.case, home_care="Desk break each 45 min"))
    said = flat(copy(replace(told, records=(*told.records[:-1], plain))))

    assert not re.search(r"\b97\d{3}\b|\b[A-Z]\d\d\.\w|NDI|NPRS|SOAP", said)
    assert LATIN.findall(said) == []


def test_every_region_of_the_atlas_has_a_plain_name() -> None:
    regions = json.loads((resources_dir() / "body_map" / "regions.json").read_text(encoding="utf-8"))
    mark = samples.MARKS[0]
    ref = mark.regions[0]

    missing = [each for each in regions if not plain_place(replace(mark, regions=(replace(ref, region=each),)))]

    assert missing == []


def test_a_single_visit_tells_of_today_and_nothing_is_made_up() -> None:
    said = flat(copy(course(1)))

    assert "Your pain went from 7 to 5 of 10 today." in said
    assert "How you are doing" not in said
    assert "not planned yet" in said


@pytest.mark.parametrize("paper", list(Paper))
def test_it_takes_one_page_even_with_many_findings(paper: Paper) -> None:
    pdf = copy(course(6, marks=marks_of(40)), None, paper)

    assert len(page_texts(pdf)) == 1
    assert "32 more are in your record." in flat(pdf).replace("\u00a0", " ")
    assert overlaps(words(pdf)[0]) == []


def test_a_name_from_right_to_left_and_a_visit_without_findings_are_set() -> None:
    bare = course(1, marks=(), client=samples.client("דנה", "כהן"), segments=())

    pdf = copy(replace(bare, seal=None))

    assert "No treatment time was recorded." in flat(pdf)
    assert "DRAFT" in flat(pdf)
    assert overlaps(words(pdf)[0]) == []
