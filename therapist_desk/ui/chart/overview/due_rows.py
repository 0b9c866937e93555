"""What comes next for a client, from facts alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.care.goal import Standing, progress
from therapist_desk.domain.care.order_watch import order_notices
from therapist_desk.domain.health.consent import ConsentStanding
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.goal_words import measured_words
from therapist_desk.ui.dates import near_day_text, time_text, weekday_text
from therapist_desk.ui.health.wording import standing_words
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.planning.order_words import notice_words

_SOON: Final = timedelta(days=30)
VISIT: Final = "visit"
TAB: Final = "tab"


def due_rows(contents: ChartContents) -> list[Row]:
    """Rows in the order of urgency; a key is "visit ID" or "tab NAME"."""
    return [*_unsigned(contents), *_planned(contents), *_referral(contents), *_goals(contents), *_consent(contents)]


def _unsigned(contents: ChartContents) -> Iterator[Row]:
    waiting = [
        visit
        for visit in contents.visits
        if visit.status is VisitStatus.DRAFT and visit.service_date < contents.today
    ]
    if not waiting:
        return
    oldest = waiting[-1]
    day = weekday_text(oldest.service_date, contents.today)
    title = _tr("Sign visit {n}").format(n=oldest.number)
    if len(waiting) > 1:
        title = _tr("Sign {n} visits").format(n=len(waiting))
    yield Row(
        key=f"{VISIT} {oldest.id}",
        icon="pen",
        icon_tone=Tone.AMBER,
        title=title,
        caption=_tr("oldest {day}").format(day=day) if len(waiting) > 1 else day,
        pill=(_tr("Unsigned"), Kind.AMBER),
    )


def _planned(contents: ChartContents) -> Iterator[Row]:
    coming = [
        visit
        for visit in contents.visits
        if visit.status is VisitStatus.PLANNED and visit.service_date >= contents.today
    ]
    for visit in sorted(coming, key=lambda visit: visit.service_date)[:1]:
        day = weekday_text(visit.service_date, contents.today)
        when = (
            _tr("{day}, {time}").format(day=day, time=time_text(visit.planned_for.local))
            if visit.planned_for
            else day
        )
        today = visit.service_date == contents.today
        yield Row(
            key=f"{TAB} {ChartTab.VISITS.value}",
            icon="calendar",
            icon_tone=Tone.ACCENT,
            title=_tr("Visit {n}").format(n=visit.number),
            caption=when,
            pill=(_tr("Today"), Kind.ACCENT) if today else _days_pill((visit.service_date - contents.today).days),
        )


def _referral(contents: ChartContents) -> Iterator[Row]:
    referral, number = contents.referral, contents.referral_number
    if referral is None or referral.expires_on is None:
        return
    days = (referral.expires_on - contents.today).days
    words = _tr("expires {day}").format(day=near_day_text(referral.expires_on, contents.today))
    if referral.visits_allowed is not None and number is not None:
        left = max(0, referral.visits_allowed - number + (contents.running is None))
        words = _tr("{expires}, {n} visits left").format(expires=words, n=left)
    notices = order_notices(referral, contents.used(referral), contents.today)
    if notices:
        words = notice_words(notices[0], contents.today)
    pill = (_tr("Expired"), Kind.AMBER) if days < 0 else _days_pill(days)
    yield Row(
        key=f"{TAB} {ChartTab.CASE.value}",
        icon="doc",
        icon_tone=Tone.AMBER if notices or days < _SOON.days else Tone.LABELS,
        title=_tr("Referral renewal"),
        caption=words,
        pill=pill,
    )


def _goals(contents: ChartContents) -> Iterator[Row]:
    goals = contents.file.case.goals if contents.file else ()
    waiting = [
        goal
        for goal in goals
        if goal.due is not None
        and progress(goal, contents.history, contents.today).standing not in (Standing.MET, Standing.DROPPED)
    ]
    for goal in sorted(waiting, key=lambda goal: goal.due or contents.today)[:2]:
        assert goal.due is not None  # noqa: S101 - chosen so above
        late = goal.due < contents.today
        yield Row(
            key=f"{TAB} {ChartTab.CASE.value}",
            icon="target",
            icon_tone=Tone.AMBER if late else Tone.LABELS,
            title=_tr("Goal: {goal}").format(goal=goal.text),
            caption=measured_words(goal),
            pill=(near_day_text(goal.due, contents.today), Kind.AMBER if late else Kind.NEUTRAL),
        )


def _consent(contents: ChartContents) -> Iterator[Row]:
    state = contents.background.consent_on(contents.today)
    if state.standing is ConsentStanding.SIGNED:
        return
    yield Row(
        key=f"{TAB} {ChartTab.PROFILE.value}",
        icon="shield",
        icon_tone=Tone.AMBER,
        title=_tr("Consent"),
        caption=standing_words(state),
        pill=(_tr("Due"), Kind.AMBER),
    )


def _days_pill(days: int) -> tuple[str, Kind]:
    kind = Kind.AMBER if days < _SOON.days / 2 else Kind.NEUTRAL
    return (_tr("1 day") if days == 1 else _tr("{n} days").format(n=days)), kind


def _tr(text: str) -> str:
    return QCoreApplication.translate("NextDue", text)
