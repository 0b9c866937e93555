"""The note for the payer: what its reviewer looks for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reports import samples
from reports.courses import record_of
from reports.pdfs import Word, flat, page_texts, words
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.treatment import PlanTerms
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.findings.measurement import MeasurementKind, Movement
from therapist_desk.domain.health.screening import HealthCheck, Screening
from therapist_desk.domain.notes.note import Origin, Paragraph, Section
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.domain.session.timer import SegmentSource
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.parts.soap import grade, mark_place, mark_side
from therapist_desk.reports.soap_insurer import insurer_note


def note(record: VisitRecord | None = None, addenda: int = 1) -> bytes:
    added = tuple(samples.addendum(number) for number in range(1, addenda + 1))
    return insurer_note(Sealed(record or samples.record(), samples.seal(), added), Paper.LETTER, samples.atlas())


FINDINGS_HEAD = "No. Finding Side Muscle or region"
PLACES = (2450, 2550, 2760, 2860)


def spots(count: int) -> tuple[Mark, ...]:
    """Marks of the neck and shoulders, each with a word of its own in the table."""
    return tuple(
        samples.mark(
            tuple(MarkKind)[at % 4],
            PLACES[at % 4],
            900 + 60 * at,
            samples.OCCIPUT_R if at % 2 else samples.OCCIPUT_L,
            before=3,
            after=1,
            note=f"spot{at + 1}" + " and what it does" * (at % 3),
        )
        for at in range(count)
    )


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 14), story=st.integers(0, 60), paper=st.sampled_from(Paper))
def test_a_table_of_up_to_eight_findings_stays_whole_and_leaves_no_third_of_a_page(
    count: int, story: int, paper: Paper
) -> None:
    told = Paragraph(Section.SUBJECTIVE, "She spoke of work, sleep and driving. " * story)
    record = samples.record(marks=spots(count), note=samples.note(spots(count), paragraphs=(told,)))
    pdf = insurer_note(Sealed(record, samples.seal()), paper, samples.atlas())

    pages = [re.sub(r"\s+", " ", text) for text in page_texts(pdf)]
    holding = [number for number, text in enumerate(pages) if FINDINGS_HEAD in text]
    rows = [
        {word.text for word in words(pdf)[number] if re.fullmatch(r"spot\d+[;,.]?", word.text)} for number in holding
    ]

    assert sum(map(len, rows)) >= count
    if count <= 8:
        assert len(holding) == 1
        foot = min(word.bottom for word in body(words(pdf)[holding[0] - 1])) if holding[0] else 0
        assert foot < Paper.A4.value[1] / 3
    else:
        assert all(len(found) >= 2 for found in rows)


def body(page: list[Word]) -> list[Word]:
    """The words between head and foot."""
    return [word for word in page if word.bottom > 17.5 * MM]


def test_a_plain_visit_takes_two_pages() -> None:
    assert len(page_texts(note())) == 2


def test_the_title_names_the_page_on_which_the_addenda_stand() -> None:
    for addenda in (1, 9):
        pages = page_texts(note(addenda=addenda))
        named = re.search(r"addend(?:um|a), page (\d)", pages[0])
        assert named
        assert "A1 Addendum 1" in re.sub(r"\s+", " ", pages[int(named[1]) - 1])


def test_every_mark_is_a_row_with_its_side_region_and_grades() -> None:
    text = flat(note(samples.record(marks=samples.EVERY_KIND)))
    table = text[text.index("No. Finding Side") : text.index("Objective: range of motion")]
    for mark in samples.EVERY_KIND:
        row = " ".join(
            part
            for part in (mark_side(mark), mark_place(mark), grade(mark, mark.before), grade(mark, mark.after))
            if part
        )
        assert row in table


def test_the_payers_numbers_stand_on_the_first_page() -> None:
    first = re.sub(r"\s+", " ", page_texts(note())[0])
    for wanted in (
        "CM-26-118840",
        "TX-4410-88",
        "A-77120",
        "1999999984",
        "1234567893",
        "S16.1XXD",
        "6 of 12",
        "2:00–2:57 pm",
    ):
        assert wanted in first


def test_minutes_come_from_the_segments_and_rest_is_not_counted() -> None:
    text = flat(note())
    assert "Total Hands-on treatment 41" in text
    assert "97140 Hands-on techniques other than plain massage 26" in text
    assert "Not counted: intake and testing 2:00–2:04 pm (4 minutes)." in text
    assert "entered by hand afterwards: hands on client." in text


def test_a_session_that_no_clock_timed_claims_none() -> None:
    timed = samples.record()
    by_hand = tuple(replace(each, source=SegmentSource.BY_HAND) for each in timed.segments)

    first = re.sub(r"\s+", " ", page_texts(note(replace(timed, segments=by_hand)))[0])

    assert "57 minutes from start to stop" in first
    assert "on the clock" not in first
    assert "partly" not in first


def test_a_change_within_measurement_error_is_starred() -> None:
    text = flat(note())
    assert "+12°" in text
    assert re.search(r"\+4° ?\*", text)
    assert "Under 5 degrees" in text


def test_sections_come_in_their_order() -> None:
    text = flat(note())
    heads = (
        "Subjective",
        "Objective: findings",
        "Objective: range",
        "Objective: treatment",
        "Assessment",
        "Plan",
        "Electronically signed",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_a_visit_without_an_order_says_so() -> None:
    text = flat(note(samples.record(referral=None, referral_use=None)))
    assert "No referral is on file for this visit." in text
    assert "Visit 6 of this case" in text


def test_a_section_carried_over_repeats_its_letter() -> None:
    story = Paragraph(Section.SUBJECTIVE, "\n".join("She spoke of work, sleep and driving. " * 20 for _ in range(16)))
    pdf = note(samples.record(note=samples.note(paragraphs=(story,))))
    carried = [
        number for number, text in enumerate(page_texts(pdf)) if "Subjective continued" in re.sub(r"\s+", " ", text)
    ]
    assert carried
    for number in carried:
        letters = [word for word in words(pdf)[number] if word.text == "S" and word.top - word.bottom > 9]
        assert len(letters) == 1


def test_who_gave_the_diagnoses_is_said_once_where_it_is_the_same_for_all() -> None:
    record = samples.record()
    given = tuple(replace(item, given_by="Priya Raman, MD") for item in record.case.diagnoses)
    text = flat(note(replace(record, case=replace(record.case, diagnoses=given))))
    assert text.count("Given by Priya Raman, MD.") == 1
    assert "(given by" not in text
    assert flat(note()).count("(given by Priya Raman, MD)") == 1


def test_what_limits_a_motion_has_its_own_column() -> None:
    motions = tuple(replace(item, limited_by="stretch") for item in samples.MOTIONS[:1]) + samples.MOTIONS[1:]
    text = flat(note(samples.record(measurements=motions)))
    assert "Motion Limited by Before" in text
    assert "Cervical rotation R stretch 50° 62°" in text
    assert "Limited by" not in flat(note())


def test_a_motion_says_who_moved_the_joint_and_that_it_hurt() -> None:
    motions = (replace(samples.MOTIONS[0], movement=Movement.PASSIVE, pain_on_motion=True, limited_by="guarding"),)
    text = flat(note(samples.record(measurements=motions)))

    assert "Cervical rotation R, passive pain on motion; guarding 50° 62°" in text


def test_questionnaires_stand_in_subjective_against_the_first_score() -> None:
    text = flat(note(samples.record(measurements=samples.SCORES, earlier_scores=samples.EARLIER)))
    subjective = text[text.index("Reported measure") : text.index("Objective: findings")]

    for row in (
        "Neck Disability Index 24/50 (48 %) Oct 28 14/50 (28 %)",
        "– driving 6",
        "Worst pain in the last 24 hours 7",
    ):
        assert row in subjective
    assert "Objective: measures" not in text


def test_a_girth_stays_in_objective() -> None:
    calf = replace(samples.MOTIONS[0], kind=MeasurementKind.GIRTH, name="girth, calf", side=Side.LEFT, unit="cm")
    text = flat(note(samples.record(measurements=(calf,))))

    assert "Objective: measures" in text
    assert "Girth, calf L 50 cm" in text


def test_what_was_asked_and_decided_of_health_stands_in_subjective() -> None:
    kept = samples.record()
    text = flat(note(replace(kept, visit=replace(kept.visit, screening=samples.SCREENING))))
    subjective = text[text.index("Subjective") : text.index("Objective: findings")]

    assert "Any change in health? No, asked Nov 18, 2026, 2:01 pm" in subjective
    assert "Health history version 3." in subjective
    assert (
        "Cleared for treatment in spite of Blood clot, left calf: by Priya Raman, MD on Nov 12, 2026." in subjective
    )
    assert "Decided to treat in spite of Fever: gone since Monday. Recorded Nov 18, 2026, 2:02 pm" in subjective


def test_health_asked_about_on_a_later_day_tells_the_day_of_the_visit() -> None:
    kept = samples.record()
    check = HealthCheck(changed=False, at=samples.at(10 * 24 * 60), therapist_id=kept.therapist.id)
    text = flat(note(replace(kept, visit=replace(kept.visit, screening=Screening(check=check)))))

    assert "Any change in health? No, at the visit of Nov 18, 2026; charted later, Nov 28, 2026, 2:00 pm" in text


def test_tests_are_printed_with_their_result() -> None:
    said = Paragraph(Section.OBJECTIVE, "Drop arm, left: positive.", Origin.GENERATED, "observation:1")
    kept = samples.record()
    visit = replace(kept.visit, note=replace(kept.visit.note, paragraphs=(*kept.visit.note.paragraphs, said)))

    assert "Drop arm, left: positive." in flat(note(replace(kept, visit=visit)))


def test_a_goal_shows_todays_value_and_the_plan_its_terms() -> None:
    record = record_of(3)
    case = replace(record.case, terms=PlanTerms(frequency="2 a week", visits=12, review_at=9))

    said = flat(insurer_note(Sealed(replace(record, case=case), samples.seal()), Paper.LETTER, samples.atlas()))

    assert "G1 Check the blind spot: Cervical rotation R 44° 65°" in said
    assert "Planned: 2 a week, 12 visits in all, looked at again at visit 9." in said


def test_a_goal_that_this_visit_reached_is_met() -> None:
    record = record_of(3)
    rotation, pain = record.case.goals
    assert rotation.aim
    near = replace(rotation, aim=replace(rotation.aim, wanted=Decimal(40)), target="40°")

    text = flat(note(replace(record, case=replace(record.case, goals=(near, pain))), addenda=0))

    assert re.search(r"44° 40° \w+ \d+(, 2027)? met", text)
    assert re.search(r"2 or less \w+ \d+(, 2027)? open", text)


def test_the_last_line_says_what_the_short_names_of_measures_stand_for() -> None:
    ndi, psfs, *_ = samples.SCORES
    scores = (replace(ndi, judged_by="lower is better; minimal important change: 5"), psfs)
    text = flat(note(samples.record(measurements=scores), addenda=0))

    said = "R right · L left · NDI Neck Disability Index, lower is better · PSFS Patient-Specific Functional Scale"
    assert said in text
    assert f"{said}," not in text
