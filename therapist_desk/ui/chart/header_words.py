"""What the header band says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.client import Client, age_on
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.care.reports_due import report_of
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.dates import day_text, near_day_text
from therapist_desk.ui.fields import ChartForm
from therapist_desk.ui.health.wording import standing_tone, standing_words
from therapist_desk.ui.kit.label import Tone

_MOST_DOTS: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A caption with what stands under it; `dots` are visits done, allowed, and whether one is today's.

    A spare one gives way where it would begin a further line: another place of the chart has it too. One that
    `leads` to a form of the chart is a link to it.
    """

    caption: str
    words: str
    tone: Tone = Tone.INK
    dots: tuple[int, int, bool] | None = None
    spare: bool = False
    leads: ChartForm | None = None


def person_words(client: Client, today: date) -> str:
    """Date of birth, age and pronouns: "14 Mar 1987 · 39 years · she/her"."""
    born = client.details.date_of_birth
    age = _tr("{n} years").format(n=age_on(born, today))
    return " · ".join(part for part in (day_text(born), age, client.details.pronouns) if part)


def facts(contents: ChartContents, cards: RuleCards) -> Iterator[Fact]:
    """The facts of the band, from left to right."""
    if contents.file is not None:
        yield _case_fact(contents)
        referral = _referral_fact(contents)
        if referral is not None:
            yield referral
        payer = _payer_fact(contents)
        if payer is not None:
            yield payer
        report = _report_fact(contents, cards)
        if report is not None:
            yield report
    if contents.background.history is None:
        yield Fact(caption=_tr("Health history"), words=_tr("Not taken yet"), leads=ChartForm.HISTORY)
    yield _consent_fact(contents)
    if contents.past:
        yield _last_visit_fact(contents)


def _case_fact(contents: ChartContents) -> Fact:
    assert contents.file is not None  # noqa: S101 - the caller looked
    case = contents.file.case
    injury = case.coverage.date_of_injury if case.coverage else None
    words = case.title
    if case.closed_on is not None:
        closed = near_day_text(case.closed_on, contents.today)
        return Fact(caption=_tr("Case"), words=_tr("{case}, closed {day}").format(case=words, day=closed))
    if injury is not None:
        words = _tr("{case}, injury {day}").format(case=words, day=near_day_text(injury, contents.today))
    elif case.onset is not None:
        words = _tr("{case}, since {day}").format(case=words, day=near_day_text(case.onset, contents.today))
    return Fact(caption=_tr("Case"), words=words)


def _referral_fact(contents: ChartContents) -> Fact | None:
    referral, number = contents.referral, contents.referral_number
    if referral is None:
        return None
    caption = _tr("Referral, {name}").format(name=referral.physician.signature_name)
    expires = near_day_text(referral.expires_on, contents.today) if referral.expires_on else ""
    if number is None:
        ended = referral.expires_on is not None and referral.expires_on < contents.today
        words = _tr("Expired {day}") if ended else _tr("Begins {day}")
        day = expires if ended else near_day_text(referral.starts_on, contents.today)
        return Fact(caption=caption, words=words.format(day=day), tone=Tone.AMBER)
    allowed = referral.visits_allowed
    if allowed is not None and number > allowed:
        return Fact(caption=caption, words=_tr("All {n} visits used").format(n=allowed), tone=Tone.AMBER)
    counted = _tr("Visit {n}").format(n=number)
    if allowed is not None:
        counted = _tr("Visit {n} of {allowed}").format(n=number, allowed=allowed)
    words = _tr("{visit}, expires {day}").format(visit=counted, day=expires) if expires else counted
    dots = None
    if allowed is not None and allowed <= _MOST_DOTS:
        dots = (number - 1, allowed, contents.running is not None)
    return Fact(caption=caption, words=words, dots=dots)


def _payer_fact(contents: ChartContents) -> Fact | None:
    assert contents.file is not None  # noqa: S101 - the caller looked
    payer, coverage = contents.file.payer, contents.file.case.coverage
    if payer is None:
        return None
    claim = coverage.claim_number if coverage else ""
    words = _tr("{payer}, claim {claim}").format(payer=payer.name, claim=claim) if claim else payer.name
    return Fact(caption=_tr("Payer"), words=words)


def _report_fact(contents: ChartContents, cards: RuleCards) -> Fact | None:
    assert contents.file is not None  # noqa: S101 - the caller looked
    days = [visit.service_date for visit in contents.history if visit.status is not VisitStatus.PLANNED]
    due = report_of(contents.file.case, contents.file.payer, cards, days, contents.today)
    if due is None:
        return None
    words = _tr("Due: 1 visit since {day}") if due.visits == 1 else _tr("Due: {visits} visits since {day}")
    since = near_day_text(due.since, contents.today)
    return Fact(
        caption=_tr("Progress report, late") if due.late else _tr("Progress report"),
        words=words.format(visits=due.visits, day=since),
        tone=Tone.AMBER,
        leads=ChartForm.REPORT,
    )


def _consent_fact(contents: ChartContents) -> Fact:
    state = contents.background.consent_on(contents.today)
    return Fact(caption=_tr("Consent"), words=standing_words(state), tone=standing_tone(state.standing))


def _last_visit_fact(contents: ChartContents) -> Fact:
    last = contents.past[-1]
    therapist = contents.therapists[last.therapist_id].signature_name
    day = near_day_text(last.service_date, contents.today)
    return Fact(
        caption=_tr("Last visit"), words=_tr("{day}, {therapist}").format(day=day, therapist=therapist), spare=True
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChartHeader", text)
