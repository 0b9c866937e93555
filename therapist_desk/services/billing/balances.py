"""The balance of a client over all visits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.claims.account import ClientAccount, VisitBill
from therapist_desk.domain.claims.bill import BillBasis, make_bill
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.claims.ledger import Account
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.record import SignedRecord
from therapist_desk.domain.visit import VisitHead
from therapist_desk.services.billing.bill import Around, around_of, bill_basis
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import read_visit
from therapist_desk.store.charts import Charts

_AT_ONCE: Final = 16


def client_account(desk: Desk, client_id: ClientId, cards: RuleCards) -> ClientAccount:
    """Reckon what a client's visits cost and what came in for them.

    A visit that nobody has signed costs nothing yet, and is there only where something came in for it.

    Raises:
        UnreadableRecordError: the signed bytes of a visit cannot be read.
    """
    with desk.store.reading() as charts:
        return ClientAccount(read_bills(charts, client_id, cards), desk.today())


def read_bills(charts: Charts, client_id: ClientId, cards: RuleCards) -> tuple[VisitBill, ...]:
    """Read all bills of a client, the earliest first.

    Raises:
        UnreadableRecordError: the signed bytes of a visit cannot be read.
    """
    return tuple(sorted(_bills(charts, client_id, cards), key=lambda bill: (bill.day, bill.numbers)))


def _bills(charts: Charts, client_id: ClientId, cards: RuleCards) -> Iterator[VisitBill]:
    shared: set[VisitId] = set()
    around = around_of(charts, client_id)
    for case in around.cases:
        heads = treated(charts.visits.heads(case.id))
        for first in range(0, len(heads), _AT_ONCE):
            some = heads[first : first + _AT_ONCE]
            signed = charts.records.of_visits([head.id for head in some])
            for head in some:
                if head.id in shared:
                    continue
                links = signed.get(head.id)
                bill = _signed(charts, links, cards, around) if links else _draft(charts, head, case, around)
                if bill is not None:
                    shared.update(bill.visits)
                    yield bill


def _signed(charts: Charts, links: Sequence[SignedRecord], cards: RuleCards, around: Around) -> VisitBill:
    own = links[0]
    basis = bill_basis(charts, read_visit(own), own.seal, cards, CodeRegions(), around)
    record, payer = basis.record, basis.record.payer
    cases = dict.fromkeys(each.case.title for each in basis.records)
    return VisitBill(
        visits=tuple(each.visit.id for each in basis.records),
        numbers=tuple(each.visit.number for each in basis.records),
        day=record.visit.service_date,
        case=", ".join(cases),
        payer=payer.name if payer else "",
        account=_reckoned(basis),
    )


def _reckoned(basis: BillBasis) -> Account:
    try:
        return make_bill(basis).account
    except BillHeldError:
        return Account(None, basis.entries)


def _draft(charts: Charts, head: VisitHead, case: Case, around: Around) -> VisitBill | None:
    entries = charts.billing.entries_of([head.id])
    if not entries:
        return None
    payer = around.payers[case.coverage.payer_id] if case.coverage else None
    return VisitBill(
        visits=(head.id,),
        numbers=(head.number,),
        day=head.service_date,
        case=case.title,
        payer=payer.name if payer else "",
        account=Account(None, entries),
    )
