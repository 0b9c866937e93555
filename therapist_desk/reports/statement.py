"""The statement of account: all visits of a client with what they cost and what came in. It names no diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.claims.account import ClientAccount, Sums, VisitBill
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM
from therapist_desk.reports.layout.page import FileWords, Frame, PageWords, Paper, render
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.soap import clinic_line
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import BODY, NOTE, Align, Rich, bold, joined, phrase, value
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording import statement as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day, money, plural

_SENDER: Final = 62 * MM
_SUM: Final = 21 * MM


def statement(record: VisitRecord, account: ClientAccount, paper: Paper) -> bytes:
    """Set a statement as a PDF; `record` says whose it is, and of which practice.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    on = day(account.on)
    words = FileWords(title=say.SUBJECT.format(day=on), author=PRODUCT, subject=say.TITLE)

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        practice = record.practice
        sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
        if practice.phone:
            sender.append(value(practice.phone))
        blocks: list[Block] = [
            TitleBlock(say.TITLE, value(say.BELOW.format(day=on)), sender, _SENDER),
            _strip(account),
            Text(phrase(say.FOR, name=isolate(record.client.details.name)), BODY, above=10),
        ]
        if not account.bills:
            return [*blocks, Text(say.NO_BILL, BODY, above=8)]
        return [*blocks, _groups(account), *_ages(account), _bills(account), *_notes(record, account)]

    return render(compose, Frame(_page(record, on), paper), words)


def _page(record: VisitRecord, on: str) -> PageWords:
    own = (
        soap_words.BIRTH.format(day=day(record.client.details.date_of_birth)),
        soap_words.RECORD.format(number=record.client.record_number),
    )
    return PageWords(
        name=record.client.details.sorted_name,
        identifiers=joined([value(text) for text in own], "   ·   "),
        right=on,
        clinic=joined([value(text) for text in clinic_line(record.practice)], " · "),
        document=say.TITLE,
        notice=soap_words.CONFIDENTIAL,
        stamp="",
    )


def _strip(account: ClientAccount) -> Strip:
    sums = account.sums
    count = sum(len(bill.visits) for bill in account.bills if bill.account.charged is not None)
    due = say.OPEN if sums.due > 0 else say.CREDIT if sums.due < 0 else say.NOTHING
    written = say.WRITTEN_OFF.format(amount=money(sums.written_off)) if sums.written_off else ""
    cells = [
        StripCell(say.CHARGED, money(sums.charged), say.VISITS.format(count=plural(count, "visit", "visits"))),
        StripCell(say.PAID, money(sums.client_paid), written),
        StripCell(say.PAYER_PAID, money(sums.payer_paid), say.PAYERS),
        StripCell(say.DUE, money(sums.due), due),
    ]
    return Strip(cells, size=16, height=44, above=6)


def _groups(account: ClientAccount) -> Section:
    heads = say.GROUP_HEADS
    shape = (Column(heads[0]), Column(heads[1], 44 * MM), *(Column(head, _SUM, Align.RIGHT) for head in heads[2:]))
    rows = [
        Row((value(case), value(payer) if payer else say.YOU, *_amounts(sums)))
        for case, payer, sums in account.groups
    ]
    return Section(say.GROUPS, (Table(shape, rows, pad=2.0),), carried=CONTINUED)


def _ages(account: ClientAccount) -> list[Block]:
    if not any(account.ages):
        return []
    amounts = dict(zip(say.AGE_HEADS, account.ages, strict=True))
    if account.credits:
        amounts[say.AHEAD] = account.credits
    shape = [Column(head, LIVE_WIDTH / len(amounts), Align.RIGHT) for head in amounts]
    row = Row(tuple(money(cents) if cents else "" for cents in amounts.values()))
    return [Section(say.AGES, (Table(shape, [row], pad=2.0),), aside=say.AGES_FROM)]


def _bills(account: ClientAccount) -> Section:
    heads = say.BILL_HEADS
    shape = (
        Column(heads[0], 24 * MM),
        Column(heads[1], 15 * MM),
        Column(heads[2]),
        *(Column(head, _SUM, Align.RIGHT) for head in heads[3:]),
    )
    rows = [_bill(bill) for bill in account.bills]
    rows.append(Row((bold(say.TOTAL), "", "", *map(bold, _amounts(account.sums))), total=True))
    return Section(say.BILLS, (Table(shape, rows, pad=1.8),), carried=CONTINUED)


def _bill(bill: VisitBill) -> Row:
    own = ClientAccount((bill,), bill.day).sums
    charged, paid, written, due = _amounts(own)
    if bill.account.charged is None:
        charged, due = say.WAITS, due if own.due else say.WAITS
    numbers = " and ".join(map(str, bill.numbers))
    return Row((day(bill.day), numbers, value(bill.case), charged, paid, written, due))


def _amounts(sums: Sums) -> tuple[str, str, str, str]:
    paid = sums.client_paid + sums.payer_paid
    return (
        money(sums.charged),
        money(paid) if paid else "",
        money(sums.written_off) if sums.written_off else "",
        money(sums.due),
    )


def _notes(record: VisitRecord, account: ClientAccount) -> list[Block]:
    notes = [say.WAITING] if account.sums.waiting else []
    if any(payer for _, payer, _ in account.groups):
        notes.append(say.NOT_BOTH)
    if record.practice.phone:
        notes.append(say.ASK.format(phone=record.practice.phone))
    return [Text(" ".join(notes), NOTE, above=6)] if notes else []
