"""A physician's order, and how far it is used, to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.care.order_watch import first_days_too_early, order_notices, overlapping
from therapist_desk.domain.care.referral import Referral
from therapist_desk.ui.chart.case.case_views import readings_view
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text, near_day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.meters import LineBar, ReferralMeter
from therapist_desk.ui.planning.order_words import early_words, notice_words, overlap_words
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_MOST_BOXES = 36


def referral_view(contents: ChartContents, referral: Referral) -> QWidget:
    """The order in force, or the latest, with its numbers."""
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.GRID)
    number, allowed, today = contents.referral_number, referral.visits_allowed, contents.today
    if number is None:
        column.addWidget(Banner(_tr("This order is not in force today."), BannerKind.AMBER))
    if number is not None:
        column.addLayout(_count_line(number, referral, today))
    if number is not None and allowed is not None:
        _add_meter(column, number, allowed, running=contents.running is not None)
    if referral.expires_on is not None:
        _add_time(column, referral, referral.expires_on, today)
    physician = referral.physician
    facts = (
        (_tr("Physician"), physician.signature_name),
        (_tr("NPI"), physician.npi),
        (_tr("Practice"), physician.practice),
        (_tr("Phone"), physician.phone),
        (_tr("Fax"), physician.fax),
        (_tr("Frequency"), _weekly_words(referral)),
        (_tr("Authorization"), referral.authorization),
        (_tr("Ordered on"), day_text(referral.ordered_on)),
        (_tr("Diagnosis codes"), ", ".join(referral.diagnosis_codes) or _tr("none on the order")),
    )
    column.addWidget(readings_view([Reading(caption, words) for caption, words in facts if words]))
    for words in _warnings(contents, referral):
        banner = Banner(words, BannerKind.AMBER)
        banner.setObjectName("order_notice")
        column.addWidget(banner)
    return view


def _warnings(contents: ChartContents, referral: Referral) -> Iterator[str]:
    today, file = contents.today, contents.file
    if file is not None and file.case.closed_on is None:
        for notice in order_notices(referral, contents.used(referral), today):
            yield notice_words(notice, today)
    if others := overlapping(referral, contents.referrals):
        yield overlap_words(others, today)
    early = first_days_too_early(contents.referrals, [visit.service_date for visit in contents.history])
    if early:
        yield early_words(early, today)


def _weekly_words(referral: Referral) -> str:
    weekly = referral.visits_per_week
    if weekly is None:
        return ""
    return _tr("once a week") if weekly == 1 else _tr("up to {n} a week").format(n=weekly)


def _count_line(number: int, referral: Referral, today: date) -> QVBoxLayout:
    allowed = referral.visits_allowed
    words = _tr("of {n} visits").format(n=allowed) if allowed is not None else _tr("visits, no limit")
    shown = number if allowed is None else min(number, allowed)
    line = row(Label(str(shown), Text.COUNTER_SMALL), Label(words, Text.LEAD, Tone.LABELS), None)
    if referral.expires_on is not None:
        days = (referral.expires_on - today).days
        line.addWidget(Label(_tr("{n} days left").format(n=max(0, days)), Text.BODY_STRONG))
    column = QVBoxLayout()
    column.addLayout(line)
    return column


def _add_meter(column: QVBoxLayout, number: int, allowed: int, *, running: bool) -> None:
    done = min(number - 1, allowed)
    if allowed <= _MOST_BOXES:
        meter = ReferralMeter()
        meter.show_visits(done, allowed, today=running)
        column.addWidget(meter)
    left = max(0, allowed - done - running)
    done_words = _tr("{n} done, 1 today") if running else _tr("{n} done")
    left_words = _tr("{n} left after today") if running else _tr("{n} left")
    column.addLayout(
        row(
            Label(done_words.format(n=done), Text.CAPTION, Tone.QUIET),
            None,
            Label(left_words.format(n=left), Text.CAPTION, Tone.QUIET),
        )
    )


def _add_time(column: QVBoxLayout, referral: Referral, expires: date, today: date) -> None:
    length = max(1, (expires - referral.starts_on).days)
    bar = LineBar(max(0.0, min(1.0, (today - referral.starts_on).days / length)))
    column.addWidget(bar)
    begun = _tr("Started {day}") if referral.starts_on <= today else _tr("Starts {day}")
    starts = Label(begun.format(day=near_day_text(referral.starts_on, today)), Text.CAPTION, Tone.QUIET)
    ends = Label(_tr("Expires {day}").format(day=day_text(expires)), Text.CAPTION, Tone.QUIET)
    ends.setAlignment(Qt.AlignmentFlag.AlignRight)
    column.addLayout(row(starts, None, ends))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Referral", text)
