"""The receipt: what a client paid for a visit, what it was for, and what is still due. It names no diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.claims.bill import Bill, BillBasis, tax_id
from therapist_desk.domain.claims.ledger import Account
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.soap import page_words
from therapist_desk.reports.superbill import payments_section
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import BODY, NOTE, Align, Rich, bold, value
from therapist_desk.reports.wording import receipt as say
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording import superbill as superbill_words
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day, money

_SENDER: Final = 62 * MM


def receipt(basis: BillBasis, bill: Bill | None, paper: Paper) -> bytes:
    """Set a receipt as a PDF; without its bill it names the payments alone.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    record = basis.record
    account = bill.account if bill else Account(None, basis.entries)
    sealed = Sealed(record=record, seal=basis.seal)
    frame = Frame(page_words(sealed, (), say.TITLE), paper)
    visit = record.visit
    subject = say.SUBJECT.format(number=visit.number, day=day(visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.TITLE)

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        return [
            _title(record),
            _strip(account),
            Text(say.RECEIVED.format(name=isolate(record.client.details.name)), BODY, above=10),
            *([_services(bill)] if bill else [Text(say.NOT_RECKONED, NOTE, above=4)]),
            payments_section(account),
            Text(_foot(record), NOTE, above=6),
        ]

    return render(compose, frame, words)


def _title(record: VisitRecord) -> TitleBlock:
    practice, visit = record.practice, record.visit
    sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
    if practice.phone:
        sender.append(value(practice.phone))
    below = say.BELOW.format(number=visit.number, day=day(visit.service_date))
    return TitleBlock(say.TITLE, value(below), sender, _SENDER)


def _strip(account: Account) -> Strip:
    charged = say.UNKNOWN if account.charged is None else money(account.charged + account.other_charges)
    due = say.UNKNOWN if account.balance is None else money(account.balance)
    cells = [
        StripCell(say.PAID, money(account.client_paid), say.BY_CLIENT),
        StripCell(say.CHARGED, charged, ""),
        StripCell(say.PAYER_PAID, money(account.payer_paid), ""),
        StripCell(say.DUE, due, ""),
    ]
    return Strip(cells, size=16, height=44, above=6)


def _services(bill: Bill) -> Section:
    heads = say.SERVICE_HEADS
    shape = (
        Column(heads[0], 26 * MM),
        Column(heads[1]),
        Column(heads[2], 16 * MM, Align.RIGHT),
        Column(heads[3], 22 * MM, Align.RIGHT),
    )
    rows = [
        Row(
            (
                day(line.day),
                superbill_words.SERVICE_WORDS.get(line.code, soap_words.OTHER_CODE),
                str(line.units),
                money(line.charge),
            )
        )
        for line in bill.lines
    ]
    rows.append(Row((bold(say.TOTAL), "", bold(str(bill.units)), bold(money(bill.cents))), total=True))
    return Section(say.SERVICES, (Table(shape, rows, pad=2.4),), carried=CONTINUED)


def _foot(record: VisitRecord) -> str:
    number = tax_id(record)
    given = say.GIVEN_BY.format(name=record.therapist.signature_name, licence=record.therapist.licence)
    return f"{given} {say.TAX_ID.format(number=number)}" if number else given
