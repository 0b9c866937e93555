"""The physician's page: the outcome first, in the record's own numbers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports import samples
from reports.pdfs import flat, page_texts
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.referral import ReferralUse
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.ids import ObservationId
from therapist_desk.domain.notes.edited import own_version, with_edited
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Response, Section
from therapist_desk.domain.record import Baseline, Sealed, VisitRecord
from therapist_desk.reports.layout.blocks import as_plain
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.parts.outcome import outcome, request
from therapist_desk.reports.parts.soap import mark_words, short_title
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary
from therapist_desk.reports.wording.formats import day


def summary(record: VisitRecord | None = None) -> bytes:
    return physician_summary(Sealed(record or samples.record(), samples.seal()), Paper.LETTER, samples.atlas())


def test_a_plain_visit_takes_one_page() -> None:
    assert len(page_texts(summary())) == 1


def test_the_outcome_and_the_request_come_before_any_finding() -> None:
    text = flat(summary())
    said = "Pain before treatment is down from 7 to 4 of 10 since Oct 21."
    assert said in text
    assert text.index(said) < text.index("I ask you to confirm visits 7 to 12.") < text.index("What I found")
    assert text.index("Red flags") < text.index("Response and treatment") < text.index("What I ask of you")


@pytest.mark.parametrize(
    ("first", "before", "said"),
    [(7, 4, "down from 7 to 4"), (4, 4, "unchanged at 4"), (3, 6, "up from 3 to 6")],
)
def test_a_trend_is_told_as_it_is(first: int, before: int, said: str) -> None:
    record = samples.record(
        note=samples.note(pain_before=before), baseline=Baseline(service_date=samples.at(0).day, pain_before=first)
    )
    assert said in outcome(record)


def test_without_a_first_score_today_alone_is_told() -> None:
    record = samples.record(baseline=None)
    assert outcome(record).startswith("Treatment today took pain from 4 to 2 of 10.")
    unscored = samples.record(baseline=None, note=samples.note(pain_before=None))
    assert "no pain score was taken" in outcome(unscored)


def test_a_first_visit_of_last_year_says_so() -> None:
    long_ago = samples.at(0).day.replace(year=samples.at(0).day.year - 1)
    record = samples.record(baseline=Baseline(service_date=long_ago, pain_before=7))
    assert f"since {day(long_ago)}." in outcome(record)


def test_the_words_of_a_note_from_right_to_left_follow_what_was_found() -> None:
    mark = replace(samples.MARKS[0], note="רצועה מתוחה")
    assert as_plain(mark_words(mark)).endswith("; \u2068רצועה מתוחה\u2069")


@pytest.mark.parametrize(
    ("number", "asked"),
    [
        (6, "Confirm visits 7–12"),
        (10, "Confirm visits 11 and 12"),
        (11, "Confirm visit 12"),
        (12, "Say whether to go on:"),
        (13, "Say whether to go on:"),
    ],
)
def test_what_is_asked_follows_the_order(number: int, asked: str) -> None:
    text = flat(summary(samples.record(referral_use=ReferralUse(number, 12, None))))
    assert asked in text


def test_without_a_counted_order_no_visits_are_asked_for() -> None:
    assert request(samples.record().referral, None) is None


def test_an_adverse_reaction_stands_under_red_flags() -> None:
    record = samples.record()
    adverse = replace(record, visit=replace(record.visit, note=replace(record.visit.note, response=Response.ADVERSE)))
    text = flat(summary(adverse))
    flags = text[text.index("Red flags") : text.index("Response and treatment")]
    assert "Adverse reaction today" in flags


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (9, "I ask you to confirm visits 10 to 12."),
        (10, "I ask you to confirm visits 11 and 12."),
        (11, "I ask you to confirm visit 12, the last of your order."),
        (12, "Your order is used up: I ask whether to go on."),
    ],
)
def test_the_request_is_a_sentence_for_any_number_of_visits_left(number: int, said: str) -> None:
    told = outcome(samples.record(referral_use=ReferralUse(number, 12, None)))
    assert told.replace("\N{NO-BREAK SPACE}", " ").endswith(said)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        (
            "Strain of muscle, fascia and tendon at neck level, subsequent encounter",
            "Strain of muscle, fascia and tendon at neck level",
        ),
        ("Tension-type headache, unspecified, not intractable", "Tension-type headache"),
        ("Cervicalgia", "Cervicalgia"),
        ("Unspecified", "Unspecified"),
    ],
)
def test_a_diagnosis_keeps_what_it_names_and_leaves_out_the_encounter(title: str, short: str) -> None:
    assert short_title(title) == short


def test_the_same_finding_on_both_sides_is_told_once_with_both_numbers() -> None:
    text = flat(summary())
    assert re.search(r"3, 4 Tender point, R and L suboccipital muscles\.", text)


def test_a_motion_is_named_short_in_the_strip() -> None:
    motions = tuple(replace(item, limited_by="stretch") for item in samples.MOTIONS)
    text = flat(summary(samples.record(measurements=motions)))
    assert "Cervical rotation R Hands-on treatment" in text or "Cervical rotation R 50°" in text
    assert "limited by" not in text


def test_the_strip_shows_how_a_score_changed_since_the_first() -> None:
    text = flat(summary(samples.record(measurements=samples.SCORES, earlier_scores=samples.EARLIER)))

    assert "NDI since Oct 28" in text
    assert "24 → 14/50" in text


def test_what_was_decided_on_contraindications_stands_among_the_red_flags() -> None:
    kept = samples.record()
    text = flat(summary(replace(kept, visit=replace(kept.visit, screening=samples.SCREENING))))
    flags = text[text.index("Red flags") : text.index("Response and treatment")]

    assert "Cleared for treatment in spite of Blood clot, left calf: by Priya Raman, MD" in flags
    assert "Any change in health?" not in flags


def test_a_red_test_stands_among_the_red_flags() -> None:
    red = Observation(
        id=ObservationId("o"),
        kind=ObservationKind.TEST,
        name="Drop arm",
        side=Side.LEFT,
        result=Result.POSITIVE,
        suggests="rotator cuff tear",
        refer_if_positive=True,
    )
    kept = samples.record()

    text = flat(summary(replace(kept, visit=replace(kept.visit, observations=(red,)))))

    assert "Drop arm, left positive (rotator cuff tear): refer back to the physician." in text


@pytest.mark.parametrize("source", ["outcome", "changes", "course:ndi"])
def test_a_sentence_of_the_assessment_in_own_words_is_set_on_both_pages(source: str) -> None:
    sentence = Paragraph(Section.ASSESSMENT, "Pain 4/10 → 2/10.", Origin.GENERATED, source)
    words = "Pain eased within minutes and stayed away while she turned."
    plain = samples.note()
    follows = replace(plain, paragraphs=(*_without(plain, source), sentence))
    edited = with_edited(replace(plain, paragraphs=_without(plain, source)), source, own_version(sentence, words))

    assert sentence.text not in flat(summary(samples.record(note=follows)))
    assert words in flat(summary(samples.record(note=edited)))
    payer = insurer_note(Sealed(samples.record(note=edited), samples.seal()), Paper.LETTER, samples.atlas())
    assert words in flat(payer)


def _without(note: Note, source: str) -> tuple[Paragraph, ...]:
    return tuple(each for each in note.paragraphs if each.source != source)


def test_what_change_matters_stands_under_the_numbers_of_the_strip() -> None:
    ndi, *others = samples.SCORES
    judged = replace(ndi, judged_by="lower is better; minimal important change: 5 (Vernon); 7 (Abbott)")
    text = flat(summary(samples.record(measurements=(judged, *others), earlier_scores=samples.EARLIER)))

    assert "both before treatment. NDI: lower is better; minimal important change: 5 (Vernon); 7 (Abbott)." in text
    assert text.count("5 (Vernon)") == 1
