"""The progress report read back: that it agrees with its records, and that it keeps to two pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from reports import samples
from reports.courses import course, record_of
from reports.every_kind import STRAINS
from reports.every_kind import course_of as ended_course
from reports.pdfs import flat, overlaps, page_texts, words
from reports.test_discharge_summary import closed
from reports.test_strain import marks_of, text_of
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.billing import UnitRule, timed_units
from therapist_desk.domain.care.goal import GoalStatus
from therapist_desk.domain.care.referral import ReferralUse
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.notes.note import Paragraph, Section
from therapist_desk.domain.session.minutes import minutes_by_code
from therapist_desk.domain.session.technique import Technique
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.progress_report import progress_report
from therapist_desk.reports.wording.formats import day


def report(of: CaseCourse, paper: Paper = Paper.LETTER, *, for_fax: bool = False) -> bytes:
    return progress_report(of, paper, samples.atlas(), for_fax=for_fax)


def test_the_first_sentence_says_what_changed_and_what_is_asked() -> None:
    said = flat(report(course()))

    assert "Six visits: pain 7 → 3, cervical rotation R 38° → 50°." in said
    assert "All past the change that matters, none at target yet." in said
    assert "I ask you to confirm visits" in said


def test_a_change_that_does_not_matter_is_not_called_one() -> None:
    two = course(2)  # pain 7 to 6, rotation 38° to 41°

    said = flat(report(two))

    assert "pain 7 → 6, cervical rotation R 38° → 41°." in said
    assert "None past the change that matters yet" in said


@pytest.mark.parametrize(("visits", "told"), [(6, "past too"), (3, "not reached")])
def test_what_matters_is_never_the_mildest_value_alone(visits: int, told: str) -> None:
    said = flat(report(course(visits)))

    assert f"strictest: 3.5 (large change: Abbott and Schmitt 2014), {told}." in said


def test_a_single_visit_has_no_course_and_says_so() -> None:
    said = flat(report(course(1)))

    assert "One visit; no measure was taken twice yet." in said
    assert "Course of each measure" not in said
    assert "Findings, first visit and now" not in said


def test_a_visit_charted_late_has_its_number_and_no_visit_is_asked_for_twice() -> None:
    kept = course(3)
    first, late, last = kept.records
    late = replace(late, visit=replace(late.visit, number=4), referral_use=ReferralUse(7, 12, None))
    said = flat(report(replace(kept, records=(first, late, last))))

    assert "Visits 1–4, Nov 18 to Dec 2, 2026" in said
    assert "Total 7 of 12" in said
    assert "I ask you to confirm visits 8 to 12." in said
    assert "A visit charted after later ones were signed has the number that was free then." in said


@pytest.mark.parametrize("paper", list(Paper))
def test_the_first_page_stands_alone_and_the_second_can_be_faxed_back(paper: Paper) -> None:
    first, second = page_texts(report(course(), paper))

    for head in ("Course of each measure", "Findings, first visit and now", "Goals"):
        assert head in first
    assert "What daily life shows" in second
    asked = ("Visits to date", "Why more, and what is expected", "Request:", "Physician’s reply", "See me first")
    for told in asked:
        assert told in second
    assert samples.record().practice.fax in second
    assert samples.record().client.record_number in second


def test_minutes_and_units_are_those_of_the_segments_by_the_payers_rule() -> None:
    whole = course(3)
    minutes = [minutes_by_code(record.segments) for record in whole.records]
    units = sum(timed_units(each, UnitRule.CMS_EIGHT_MINUTE).total for each in minutes)
    total = sum((Counter(each) for each in minutes), Counter[str]())

    said = flat(report(whole))

    counted = " ".join(str(total[code]) for code in sorted(total))
    assert f"{counted} {units}" in said.split("Total", 1)[1]
    assert "eight-minute rule" in said
    assert "units by" not in flat(report(replace(whole, rule=None)))


def test_two_visits_of_one_day_are_billed_together() -> None:
    first, second = record_of(1), record_of(2)
    again = tuple(replace(each, id=SegmentId(f"{each.id}-again")) for each in first.segments)
    both = replace(second, visit=replace(second.visit, service_date=first.visit.service_date), segments=again)
    pooled = minutes_by_code((*first.segments, *both.segments))
    day = CaseCourse(
        records=(first, both), seal=samples.seal(), rule=UnitRule.CMS_EIGHT_MINUTE, measures=course(1).measures
    )

    said = flat(report(day))

    assert "visits on one day are counted together" in said
    total = " ".join(str(pooled[code]) for code in sorted(pooled))
    assert f"{total} {timed_units(pooled, UnitRule.CMS_EIGHT_MINUTE).total}" in said.split("Total", 1)[1]


def test_a_mark_not_to_be_worked_is_no_finding() -> None:
    away = samples.mark(MarkKind.DO_NOT_WORK, 2000, 7800, samples.TRAPEZIUS_L)

    said = flat(report(course(2, marks=(samples.MARKS[0], away))))

    assert "R upper trapezius" in said
    assert "L upper trapezius" not in said


def test_a_goal_shows_its_way_by_the_values_before_treatment() -> None:
    said = flat(report(course()))

    assert "44%" in said  # 38 to 50 of 38 to 65
    assert "80%" in said  # 7 to 3 of 7 to 2


@pytest.mark.parametrize(("ended", "words"), [(False, "on track"), (True, "not reached")])
def test_the_goals_ahead_are_told_in_the_words_of_their_table(*, ended: bool, words: str) -> None:
    said = flat(report(closed(course()) if ended else course()))

    lead = "Not at target when care ended" if ended else "Not yet at target"
    assert f"{lead}: Check the blind spot ({words})" in said
    assert said.count(words) == 2 * said.count(f"({words})")


def test_goals_that_were_dropped_are_not_called_met() -> None:
    of = course()
    met, other = of.last.case.goals[:2]
    goals = (replace(met, status=GoalStatus.MET), replace(other, status=GoalStatus.DROPPED))
    last = replace(of.last, case=replace(of.last.case, goals=goals))
    of = replace(of, records=(*of.records[:-1], last))

    assert "Every goal is met or dropped." in flat(report(of))
    assert "Every goal is reached or dropped." in flat(report(closed(of)))


def test_a_draft_and_a_visit_that_nobody_signed_say_so() -> None:
    draft = flat(report(replace(course(3, signed=False), unsigned=1)))

    assert "DRAFT, not signed" in draft
    assert "Drawn from a draft and the signed records of 2 visits." in draft.replace("\u00a0", " ")
    assert "Not signed and therefore left out: 1." in draft
    assert "DRAFT" not in flat(report(course(3)))


@pytest.mark.slow
@pytest.mark.parametrize("paper", list(Paper))
def test_forty_findings_keep_to_two_pages_and_those_left_out_are_counted(paper: Paper) -> None:
    many = course(6, marks=marks_of(40))

    pages = page_texts(report(many, paper))

    assert len(pages) == 2
    assert "are in the notes of the visits" in " ".join(pages).replace("\u00a0", " ").replace("\n", " ")


def wordy(count: int, visits: int = 2) -> CaseCourse:
    """A case whose last plan has so many words."""
    made = course(visits)
    note = replace(made.last.visit.note, paragraphs=(Paragraph(Section.PLAN, text_of(count, "w")),))
    return replace(made, records=(*made.records[:-1], replace(made.last, visit=replace(made.last.visit, note=note))))


def test_text_that_two_pages_hold_is_set_whole() -> None:
    said = flat(report(wordy(150)))

    assert all(f"w{at}" in said for at in range(150))
    assert "stands whole" not in said


@pytest.mark.parametrize("paper", list(Paper))
def test_text_that_two_pages_cannot_hold_says_where_it_goes_on(paper: Paper) -> None:
    pages = page_texts(report(wordy(1500), paper))
    said = " ".join(" ".join(pages).split())

    assert len(pages) == 2
    assert "w0 w1" in said
    assert "What is cut short here (…) stands whole in the signed notes of the visits." in said


@pytest.mark.slow
@pytest.mark.parametrize("strain", list(STRAINS))
@pytest.mark.parametrize("paper", list(Paper))
def test_no_strain_takes_a_third_page(strain: str, paper: Paper) -> None:
    made = ended_course(STRAINS[strain]())

    assert len(page_texts(report(replace(made, closed=None), paper))) <= 2


def test_addenda_of_every_visit_stand_in_it_with_the_visit_and_the_page_that_the_title_names() -> None:
    made = replace(course(2), addenda=(samples.addendum(1, "visit-1"), samples.addendum(1, "visit-2")))

    pages = page_texts(report(made))

    said = " ".join(" ".join(pages).split())
    assert "2 addenda, page 2" in " ".join(pages[0].split())
    assert "A1 Addendum 1 to the note of visit 1, Nov" in said
    assert "A2 Addendum 1 to the note of visit 2, Nov" in said
    assert "A1 Addendum 1" in " ".join(pages[1].split())


def test_addenda_without_room_are_named_with_the_day_of_their_note() -> None:
    long = wordy(1500)
    made = replace(long, addenda=(samples.addendum(1, "visit-2"),))

    pages = page_texts(report(made))

    assert len(pages) == 2
    assert "1 addendum to what was signed of Nov" in " ".join(" ".join(pages).split())


def test_many_numbers_stand_closer_and_dates_keep_to_their_line() -> None:
    made = course(2)
    codes = ("97010", "97014", "97110", "97112", "97124", "97140", "97530", "97535")
    [segment, *_] = made.last.segments
    billed = [
        replace(segment, id=SegmentId(code), technique=Technique(code, "Something done", code=code)) for code in codes
    ]
    pdf = report(replace(made, records=tuple(replace(each, segments=tuple(billed)) for each in made.records)))

    said = flat(pdf)
    assert "97140 min" in said
    assert f"1 {day(made.first.visit.service_date)}" in said
    assert not [pair for page in words(pdf) for pair in overlaps(page)]


def test_one_visit_left_out_of_the_list_is_one() -> None:
    assert "The first visit is not listed; it counts in the total." in flat(report(wordy(1500, visits=5)))


def test_nothing_lies_over_anything_else() -> None:
    for pdf in (report(course()), report(course(6, marks=marks_of(40)), Paper.A4)):
        assert [overlaps(page) for page in words(pdf)] == [[], []]


def test_a_side_is_the_clients_own() -> None:
    own = course(2, marks=(samples.MARKS[0],))
    mirrored = replace(samples.MARKS[0], regions=(replace(samples.TRAPEZIUS_R, side=Side.LEFT),))

    assert "R upper trapezius" in flat(report(own))
    assert "L upper trapezius" in flat(report(course(2, marks=(mirrored,))))


def test_the_same_records_give_the_same_bytes_and_a_fax_is_lighter() -> None:
    assert report(course(2)) == report(course(2))
    assert len(report(course(2), for_fax=True)) < len(report(course(2)))
