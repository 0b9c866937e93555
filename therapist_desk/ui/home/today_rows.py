"""Today in rows: unsigned visits first, then those in session, planned, and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.missing import Severity
from therapist_desk.domain.names import initials
from therapist_desk.domain.session.timer import TimerReading, TimerState
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.ui.dates import near_day_text, short_weekday_text, time_text
from therapist_desk.ui.home.board_reader import HomeContents
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.rows import Row

SIGNED_HEADING = "signed"
_WEEK = timedelta(days=7)
_MINUTE = 60
_FRESH_DAYS = 2  # after these a note that waits to be signed is called out


def today_rows(contents: HomeContents, now: Instant, *, signed_open: bool) -> list[Row]:
    """All rows of Today; those signed only where their heading is open."""
    board, rows = contents.board, list[Row]()
    for title, visits in (
        (_tr("Unsigned"), board.unsigned),
        (_tr("In session"), board.in_session),
        (_tr("Planned"), board.planned),
    ):
        if visits:
            rows.append(Row(title=title, heading=True))
            rows.extend(_open_row(visit, contents.files[visit.id], now) for visit in visits)
    rows.extend(_signed_rows(board.signed_today, now, signed_open=signed_open))
    return rows


def summary(contents: HomeContents) -> str:
    """What Today holds in one line: "2 unsigned, 1 in session, 4 planned"."""
    board = contents.board
    counts = (
        (board.unsigned, _tr("{n} unsigned")),
        (board.in_session, _tr("{n} in session")),
        (board.planned, _tr("{n} planned")),
    )
    return _tr(", ").join(words.format(n=QLocale().toString(len(visits))) for visits, words in counts if visits)


def clock_text(seconds: int) -> str:
    """Minutes and seconds as a session timer shows them: "38:12", or "95:04"."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"


def visit_words(visit: VisitSummary, file: VisitFile) -> str:
    """What a visit is: "Whiplash headache, visit 5 of 12"."""
    use = file.case_file.use
    if use is None or use.allowed is None:
        return _tr("{case}, visit {number}").format(case=visit.case_title, number=visit.number)
    words = _tr("{case}, visit {number} of {allowed}")
    return words.format(case=visit.case_title, number=use.number, allowed=use.allowed)


def _open_row(visit: VisitSummary, file: VisitFile, now: Instant) -> Row:
    pill, button, primary = _state(visit, file, now)
    return Row(
        key=visit.id,
        lead=_lead(visit, now.day),
        initials=initials(visit.client_name),
        title=visit.client_name,
        caption=_caption(visit, file, now.day),
        pill=pill,
        button=button,
        primary=primary,
        active=primary,
    )


def _state(visit: VisitSummary, file: VisitFile, now: Instant) -> tuple[tuple[str, Kind], str, bool]:
    if visit.status is VisitStatus.PLANNED:
        return (_tr("{n} min").format(n=visit.planned_minutes), Kind.NEUTRAL), _tr("Start visit"), False
    timer = file.visit.timer(now)
    if timer.state in {TimerState.RUNNING, TimerState.PAUSED}:
        return _clock_pill(timer), _tr("Continue"), True
    to_fix = sum(item.severity is Severity.TO_FIX for item in RuleBook().missing(file, now))
    if to_fix:
        return (_tr("{n} to fix").format(n=to_fix), Kind.RED), _tr("Finish"), False
    age = (now.day - visit.service_date).days
    if age > _FRESH_DAYS:
        return (_tr("{n} days unsigned").format(n=age), Kind.AMBER), _tr("Sign…"), False
    return (_tr("Ready"), Kind.GREEN), _tr("Sign…"), False


def _clock_pill(timer: TimerReading) -> tuple[str, Kind]:
    if timer.left_running:
        return _tr("Left running"), Kind.AMBER
    running = timer.state is TimerState.RUNNING
    words = _tr("Running {clock}") if running else _tr("Paused {clock}")
    return words.format(clock=clock_text(timer.elapsed)), Kind.GREEN if running else Kind.AMBER


def _signed_rows(visits: Sequence[VisitSummary], now: Instant, *, signed_open: bool) -> Iterator[Row]:
    if not visits:
        return
    yield Row(
        key=SIGNED_HEADING,
        title=_tr("Signed today"),
        trailing=QLocale().toString(len(visits)),
        heading=True,
        foldable=True,
        icon="down" if signed_open else "right",
        spoken=(_tr("Signed today, {n}, open") if signed_open else _tr("Signed today, {n}, closed")).format(
            n=len(visits)
        ),
    )
    for visit in visits if signed_open else ():
        yield Row(
            key=visit.id,
            lead=_lead(visit, now.day),
            initials=initials(visit.client_name),
            title=visit.client_name,
            caption=_tr("{case}, visit {number}").format(case=visit.case_title, number=visit.number),
            pill=(_tr("Signed"), Kind.NEUTRAL),
            button=_tr("Open"),
        )


def _lead(visit: VisitSummary, today: date) -> str:
    if visit.service_date != today:
        near = abs(today - visit.service_date) < _WEEK
        return short_weekday_text(visit.service_date) if near else near_day_text(visit.service_date, today)
    moment = visit.begun or visit.planned_for
    return time_text(moment.local) if moment else "–"


def _caption(visit: VisitSummary, file: VisitFile, today: date) -> str:
    words = visit_words(visit, file)
    if visit.service_date == today or today - visit.service_date >= _WEEK:
        return words  # the row begins with the date already
    return _tr("{visit}. {day}").format(visit=words, day=near_day_text(visit.service_date, today))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
