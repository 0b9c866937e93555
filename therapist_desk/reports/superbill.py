"""The superbill: amounts, who and what is covered, diagnoses, services with charges, payments, two signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.claims.bill import Bill, BillBasis, tax_id
from therapist_desk.domain.claims.charges import ServiceLine
from therapist_desk.domain.claims.ledger import Account, LedgerEntry
from therapist_desk.domain.claims.terms import MOST_POINTERS, PLACES
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.domain.session.minutes import minutes_by_code
from therapist_desk.reports.layout.blocks import Columns, Facts
from therapist_desk.reports.layout.flow import Block, Keep, Stack, Text
from therapist_desk.reports.layout.heads import Mini, Section, TitleBlock
from therapist_desk.reports.layout.ink import ABOVE_FORM, GUTTER, LIVE_WIDTH, MM, columns
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.reply_form import SignHere
from therapist_desk.reports.parts.soap import Signature, claim_words, page_words, session_end, signed_state
from therapist_desk.reports.typography.rich import CELL, NOTE, Align, Rich, Style, bold, joined, value
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording import superbill as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day, money, plural, times

_SENDER: Final = 62 * MM
_THIRD: Final = (LIVE_WIDTH - 2 * GUTTER) / 3
_STATEMENT: Final = Style(9.5, 12)
_AIRY: Final = 8
"""More diagnoses stand closer, so that twelve, services and signature are one page."""


def superbill(bill: Bill, paper: Paper) -> bytes:
    """Set a superbill as a PDF; that of a draft is marked as one.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    record = bill.record
    sealed = Sealed(record=record, seal=bill.basis.seal)
    frame = Frame(page_words(sealed, (claim_words(record),), say.TITLE), paper)
    subject = say.SUBJECT.format(number=record.visit.number, day=day(record.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.TITLE)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        return [
            _title(bill, sealed, pages),
            _strip(bill),
            Columns([(_client(record), _THIRD), (_payer(record), _THIRD), (_provider(record), _THIRD)], above=7),
            *([_diagnoses(bill)] if bill.basis.diagnoses else []),
            _services(bill),
            _payments(bill),
            Keep(
                (
                    Text(say.STATEMENT, _STATEMENT, above=10),
                    Signature(sealed, digest=False),
                    SignHere((say.SIGN_CLIENT, say.SIGN_NAME, say.SIGN_DATE), above=8),
                ),
                above=ABOVE_FORM,
            ),
        ]

    return render(compose, frame, words)


def _title(bill: Bill, sealed: Sealed, pages: Mapping[str, int]) -> TitleBlock:
    practice = bill.record.practice
    sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
    of = say.BELOW
    numbers = [str(record.visit.number) for record in bill.basis.records]
    visits = (
        soap_words.VISIT_OF_CASE.format(number=numbers[0]).lower()
        if len(numbers) == 1
        else say.VISITS.format(numbers=" and ".join(numbers))
    )
    return TitleBlock(say.TITLE, joined([of, visits, *signed_state(sealed, pages)], " · "), sender, _SENDER)


def _strip(bill: Bill) -> Strip:
    minutes = sum(line.minutes for line in bill.lines)
    count = plural(len({line.code for line in bill.lines}), "number", "numbers")
    cells = [
        StripCell(say.CHARGED, money(bill.cents), plural(bill.units, "unit", "units")),
        StripCell(say.TREATED, say.MINUTES.format(minutes=minutes), count),
        _paid(bill),
        _due(bill),
    ]
    return Strip(cells, size=16, height=44, above=6)


def _paid(bill: Bill) -> StripCell:
    client, payer = bill.account.client_paid, bill.account.payer_paid
    words = say.PAID_SPLIT.format(client=money(client), payer=money(payer)) if client or payer else say.PAID_NOTHING
    return StripCell(say.PAID, money(client + payer), words)


def _due(bill: Bill) -> StripCell:
    account = bill.account
    due = account.balance or 0
    other = account.other_charges
    words = (say.DUE_WITH if other else say.DUE_OF).format(charged=money(bill.cents), other=money(other))
    return StripCell(say.BALANCE, money(due), say.CREDIT if due < 0 else words)


def _facts(title: str, pairs: list[tuple[str, str]], label_width: float) -> Block:
    return Stack((Mini(title, above=0), Facts([(label, value(text)) for label, text in pairs if text], label_width)))


def _client(record: VisitRecord) -> Block:
    details = record.client.details
    pairs = [
        (say.NAME, details.name),
        (say.DATE_OF_BIRTH, day(details.date_of_birth)),
        (say.ADDRESS, "\n".join(details.address.lines)),
        (say.PHONE, details.phone),
    ]
    return _facts(say.CLIENT, pairs, 20 * MM)


def _payer(record: VisitRecord) -> Block:
    payer, coverage, referral = record.payer, record.case.coverage, record.referral
    pairs = [(say.NAME, say.CLIENT_PAYS)]
    if payer is not None:
        pairs = [(say.NAME, payer.name), (say.KIND, payer.kind.value)]
    if coverage is not None:
        injured = day(coverage.date_of_injury) if coverage.date_of_injury else ""
        pairs += [
            (say.INSURED_ID, coverage.insured_id),
            (say.CLAIM, coverage.claim_number),
            (say.GROUP, coverage.group_number),
            (say.INJURY, injured),
        ]
    if referral is not None:
        pairs.append((say.AUTHORIZATION, referral.authorization))
    return _facts(say.PAYER, pairs, 19 * MM)


def _provider(record: VisitRecord) -> Block:
    therapist = record.therapist
    pairs = [
        (say.NAME, therapist.signature_name),
        (say.LICENCE, therapist.licence),
        (say.NPI, therapist.npi),
        (say.CLINIC_NPI, record.practice.npi),
        (say.TAX_ID, tax_id(record)),
    ]
    if record.referral is not None:
        physician = record.referral.physician
        pairs += [(say.REFERRING, physician.signature_name), (say.REFERRING_NPI, physician.npi)]
    return _facts(say.PROVIDER, pairs, 22 * MM)


def _diagnoses(bill: Bill) -> Section:
    record = bill.record
    heads = say.DIAGNOSIS_HEADS
    shape = (Column(heads[0], 16 * MM), Column(heads[1], 26 * MM), Column(heads[2]))
    rows = [
        Row((letter, bold(item.code), value(item.title)))
        for letter, item in zip(bill.pointers, bill.basis.diagnoses, strict=True)
    ]
    title = say.DIAGNOSES_CASE if record.referral is None else say.DIAGNOSES_ORDER
    pad = 2.0 if len(rows) <= _AIRY else 1.4
    return Section(title, (Table(shape, rows, pad=pad),), aside=say.ICD, carried=CONTINUED)


def _services(bill: Bill) -> Section:
    widths = (22.0, 10.0, 14.0, 15.0, 14.0, 0.0, 14.0, 11.0, 16.0, 18.0)
    numbers = {say.SERVICE_HEADS.index(head) for head in say.SERVICE_HEADS[-4:]}
    shape = [
        Column(head, wide * MM, Align.RIGHT if at in numbers else Align.LEFT)
        for at, (head, wide) in enumerate(zip(say.SERVICE_HEADS, widths, strict=True))
    ]
    rows = [_row(line, bill) for line in bill.lines]
    minutes = sum(line.minutes for line in bill.lines)
    total: tuple[Rich, ...] = (bold(str(minutes)), bold(str(bill.units)), "", bold(money(bill.cents)))
    rows.append(Row((bold(say.TOTAL), "", "", "", "", "", *total), total=True))
    blocks = (Table(shape, rows, pad=2.6), Text(" ".join(_notes(bill)), NOTE, above=3))
    return Section(say.SERVICES, blocks, aside=say.OWN_WORDS, carried=CONTINUED)


def _row(line: ServiceLine, bill: Bill) -> Row:
    return Row(
        (
            day(line.day),
            bill.basis.place,
            bold(line.code),
            " ".join(line.modifiers),
            " ".join(bill.pointed(line.code)),
            say.SERVICE_WORDS.get(line.code, soap_words.OTHER_CODE),
            str(line.minutes),
            bold(str(line.units)),
            money(line.cents),
            bold(money(line.charge)),
        )
    )


def _notes(bill: Bill) -> list[str]:
    record, seal = bill.record, bill.basis.seal
    place = bill.basis.place
    notes = [
        say.PLACE.format(place=place, words=PLACES[place].lower()),
        _rule_words(bill),
    ]
    if len(bill.pointers) > MOST_POINTERS:
        notes.append(say.FIRST_FOUR)
    if bill.loose and len(bill.lines) > 1:
        notes.append(say.LOOSE.format(codes=", ".join(modifier.code for modifier in bill.loose)))
    if bill.basis.apart:
        minutes = sum(sum(minutes_by_code(each.segments).values()) for each in bill.basis.apart)
        notes.append(say.APART.format(minutes=minutes))
    end = session_end(record)
    if end is not None and record.segments:
        notes.append(say.SESSION.format(times=times(record.segments[0].start, end)))
    if bill.basis.amended:
        notes.append(amended_words(bill.basis))
    if bill.basis.added:
        notes.append(say.ADDED.format(added=", ".join(bill.basis.added)))
    notes.append(say.DETAIL_DRAFT if seal is None else say.DETAIL.format(digest=seal.digest[:8]))
    return notes


def amended_words(basis: BillBasis) -> str:
    """Say that addenda stand beside what the bill is drawn from."""
    return say.AMENDED.format(days=", ".join(day(each) for each in basis.amended))


def _rule_words(bill: Bill) -> str:
    if bill.basis.self_paid and (bill.basis.card is None or bill.basis.card.units is None):
        return say.OWN_RULE
    return say.RULES[bill.rules[0]] if len(bill.rules) == 1 else say.BOTH_RULES


def _payments(bill: Bill) -> Section:
    return payments_section(bill.account, Text(say.NOT_A_BILL, CELL, above=0))


def payments_section(account: Account, beside: Block | None = None) -> Section:
    """Set the entries of an account that count, with the balance; `beside` stands at their right."""
    counting = account.counting
    heads = say.PAYMENT_HEADS
    shape = (
        Column(heads[0], 22 * MM),
        Column(heads[1], 32 * MM),
        Column(heads[2], 20 * MM),
        Column(heads[3]),
        Column(heads[4], 25 * MM, Align.RIGHT),
    )
    rows = [_entry(entry) for entry in counting]
    if account.balance is not None:
        rows.append(Row((bold(say.BALANCE), "", "", "", bold(money(account.balance))), total=True))
    table = Table(shape, rows, pad=2.0)
    body: Block = table
    if beside is not None:
        wide = columns(9)
        body = Columns([(table, wide), (beside, LIVE_WIDTH - wide - GUTTER)])
    return Section(say.PAYMENTS, (Keep((body,)),), aside="" if counting else say.NO_PAYMENTS, carried=CONTINUED)


def _entry(entry: LedgerEntry) -> Row:
    method = say.METHODS[entry.method] if entry.method else ""
    amount = money(-entry.cents if entry.kind.lowers else entry.cents)
    return Row((day(entry.on), say.ENTRIES[entry.kind], method, value(entry.note), amount))
