"""What needs attention, and the clients seen last, in rows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.home import Attention, Board
from therapist_desk.ui.dates import day_text, near_day_text, weekday_text
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.rows import Row

COPY = "safe copy"
_CONSENT = ("consent_old", "consent_ends", "consent_withdrawn")
_ICONS = {"referral_expires": "calendar", "goal_due": "target", "report_due": "trend"} | dict.fromkeys(
    _CONSENT, "shield"
)


def attention_rows(board: Board, today: date, *, copies: bool = True) -> list[Row]:
    """A row for each thing to see to; its key is what `attention_lead` reads, or COPY.

    `copies` are safe copies of the charts; nobody needs one of samples.
    """
    rows = [_attention_row(item, today) for item in board.attention]
    return [_copy_row(board, today), *rows] if copies and board.copy.due else rows


def attention_lead(key: str) -> tuple[ClientId, ChartField]:
    """Give the client of a row to see to, and where in the chart it is seen to."""
    form, client_id, case_id = key.split(" ")
    return ClientId(client_id), ChartField(ChartForm(form), case_id=CaseId(case_id) if case_id else None)


def recent_rows(board: Board, today: date) -> list[Row]:
    """A row for each client seen last; its key is the client."""
    running = {visit.client_id for visit in board.in_session}
    return [
        Row(
            key=client.id,
            initials=client.initials,
            title=client.name,
            caption=last.case_title if last else _tr("Record {number}").format(number=client.record_number),
            trailing=_tr("in session") if client.id in running else _when(client, last, today),
        )
        for client, last in board.recent
    ]


def _copy_row(board: Board, today: date) -> Row:
    last = board.copy.last
    words = _tr("The last one was made {day}") if last else _tr("None has been made yet")
    return Row(
        key=COPY,
        icon="save",
        icon_tone=Tone.AMBER,
        title=_tr("Make a safe copy of the charts"),
        caption=words.format(day=near_day_text(last.day, today) if last else ""),
        link=_tr("Safe copies"),
    )


def _attention_row(item: Attention, today: date) -> Row:
    consent = item.code in _CONSENT
    form = ChartForm.PROFILE if consent else ChartForm.REPORT if item.report else ChartForm.CASE
    return Row(
        key=f"{form.value} {item.client.id} {item.case_id or ''}",
        icon=_ICONS.get(item.code, "warn"),
        icon_tone=Tone.AMBER,
        title=_attention_title(item, today),
        caption=_attention_caption(item, today),
        link=_attention_link(item),
    )


def _attention_link(item: Attention) -> str:
    if item.code in _CONSENT:
        return _tr("Renew")
    if item.report is not None:
        return _tr("Make report")
    return _tr("See goals") if item.goal else _tr("See referral")


def _attention_title(item: Attention, today: date) -> str:
    day = item.goal.due if item.goal else item.referral.expires_on if item.referral else None
    late = item.report is not None and item.report.late
    words = {
        "referral_used_up": _tr("{name}: referral used up"),
        "referral_expires": _tr("{name}: referral ends {day}"),
        "referral_expired": _tr("{name}: referral ended {day}"),
        "referral_nearly_used": _tr("{name}: referral nearly used"),
        "report_due": _tr("{name}: progress report overdue") if late else _tr("{name}: progress report due"),
        "goal_due": _tr("{name}: a goal was due {day}"),
        "consent_old": _tr("{name}: consent out of date"),
        "consent_ends": _tr("{name}: consent ends soon"),
        "consent_withdrawn": _tr("{name}: consent withdrawn"),
    }[item.code]
    return words.format(name=item.client.name, day=near_day_text(day, today) if day else "")


def _attention_caption(item: Attention, today: date) -> str:
    if item.code == "consent_withdrawn":
        return _tr("{day}, ask before the next visit").format(day=day_text(item.since) if item.since else "")
    if item.code in _CONSENT:
        since = day_text(item.since) if item.since else ""
        return _tr("Signed {day}, renew each year").format(day=since) if since else _tr("No consent on file")
    if item.report is not None:
        words = _tr("{visits} visits since {day}, {payer}")
        if item.report.visits == 1:
            words = _tr("1 visit since {day}, {payer}")
        since = near_day_text(item.report.since, today)
        return words.format(visits=item.report.visits, day=since, payer=item.payer)
    if item.goal is not None:
        return item.goal.text
    allowed = item.referral.visits_allowed if item.referral else None
    if allowed is None:
        return _tr("No limit on visits")
    return _tr("{used} of {allowed} visits used").format(used=item.used, allowed=allowed)


def _when(client: Client, last: VisitSummary | None, today: date) -> str:
    if client.archived:
        return _tr("archived")
    if last is None:
        return _tr("new")
    if last.status is VisitStatus.PLANNED:
        return _tr("planned")
    return _tr("today") if last.service_date == today else weekday_text(last.service_date, today)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
