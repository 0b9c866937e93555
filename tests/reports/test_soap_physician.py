"""The physician's page: the outcome first, in the record's own numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports import samples
from reports.pdfs import flat, page_texts
from therapist_desk.domain.note import Response
from therapist_desk.domain.record import Baseline, VisitRecord
from therapist_desk.domain.referral import ReferralUse
from therapist_desk.reports.outcome import outcome, request
from therapist_desk.reports.page import Paper
from therapist_desk.reports.soap_physician import physician_summary


def summary(record: VisitRecord | None = None) -> bytes:
    return physician_summary(record or samples.record(), samples.seal(), [], Paper.LETTER, samples.atlas())


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


@pytest.mark.parametrize(
    ("number", "asked"),
    [(6, "Confirm visits 7–12"), (11, "Confirm visit 12"), (12, "Say whether to go on:")],
)
def test_what_is_asked_follows_the_order(number: int, asked: str) -> None:
    text = flat(summary(samples.record(referral_use=ReferralUse(number, 12, None))))
    assert asked in text


def test_without_a_counted_order_no_visits_are_asked_for() -> None:
    assert request(samples.record(referral_use=None)) is None


def test_an_adverse_reaction_stands_under_red_flags() -> None:
    record = samples.record()
    adverse = replace(record, visit=replace(record.visit, note=replace(record.visit.note, response=Response.ADVERSE)))
    text = flat(summary(adverse))
    flags = text[text.index("Red flags") : text.index("Response and treatment")]
    assert "Adverse reaction today" in flags
