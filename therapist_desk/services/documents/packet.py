"""The packet for a payer: order, evaluation, every signed note and the scores of a case, in one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.attachment import Attachment, MediaType, check_whole
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.claims.terms import ChosenUnit
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import PayerId, VisitId
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.billing.bill import card_for, unit_basis
from therapist_desk.services.billing.claim_day import settled_in, signed_beside
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.sources import References, Source, course_of, read_signed
from therapist_desk.services.readiness import Held, RuleBook, held_of
from therapist_desk.services.visit.file import visit_file

if TYPE_CHECKING:
    from therapist_desk.reports.packet import Binder

_NOTE: Final = "Treatment note, visit {number}, {day}"
_EVALUATION: Final = "Initial evaluation, {day}"
_ORDER: Final = "Order: {title}"
_SCORES: Final = "Scores, goals and visits"

Watch = Callable[[int, int], bool]
"""Told how many of how many documents are in; gives False to stop."""


class NothingSignedError(ExpectedError):
    """A packet of a case without a signed visit."""

    code = "nothing_signed"
    sentence = "No visit of this case is signed yet. A packet is made of signed records: sign one first."


class PacketStoppedError(ExpectedError):
    """A packet that was called off while it was made; nothing was written."""

    code = "packet_stopped"
    sentence = "The packet was called off. Nothing was written; ask for it again when you want it."


@dataclass(frozen=True, slots=True)
class _Contents:
    cases: tuple[Case, ...]
    """All of the client."""
    papers: tuple[Attachment, ...]
    signed: tuple[VisitId, ...]
    unsigned: int
    unsigned_before: int
    """How many of the unsigned visits were before the last signed one."""
    crowded: frozenset[VisitId]
    """Those whose day has other visits of the client, which may count together with them."""
    settled: tuple[ChosenUnit, ...]


def make_packet(
    desk: Desk,
    visit_id: VisitId,
    paper: PaperSize,
    atlas: Atlas,
    references: References,
    watch: Watch,
    *,
    for_fax: bool = False,
) -> tuple[Source, bytes]:
    """Bind the packet of the case of a visit; gives it with the source of its last signed visit.

    Notes are read and drawn one after the other; of all of them only the records stay, for the scores at the end.

    Raises:
        NothingSignedError: there is no signed visit.
        PacketStoppedError: `watch` said so.
        PaperNotBoundError: an attached order cannot be read.
        PaperDamagedError: an attached order is not what was put in.
        GlyphsMissingError: a name has characters that no font here can write.
    """
    from therapist_desk.reports.evaluation import evaluation_pages  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.letterhead import letterhead  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy
    from therapist_desk.reports.packet import Binder  # noqa: PLC0415 - heavy
    from therapist_desk.reports.scores import score_pages  # noqa: PLC0415 - heavy
    from therapist_desk.reports.soap_insurer import insurer_pages  # noqa: PLC0415 - heavy
    from therapist_desk.reports.wording.formats import day  # noqa: PLC0415 - heavy

    contents, size = _contents(desk, visit_id), Paper[paper.name]
    count = len(contents.papers) + len(contents.signed) + 2
    binder = Binder(size)
    records: list[VisitRecord] = []
    cards: dict[tuple[PayerId, str], RuleCard | None] = {}
    for attached in contents.papers:
        _go_on(watch, binder, count)
        _bind_paper(desk, binder, attached)
    for source in read_signed(desk, contents.signed):
        _go_on(watch, binder, count)
        visit, on = source.record.visit, day(source.record.visit.service_date)
        if not records:
            binder.add(_EVALUATION.format(day=on), evaluation_pages(source.sealed, size, atlas, for_fax=for_fax))
        beside = _beside(desk, source.record, contents.cases) if visit.id in contents.crowded else ()
        basis = unit_basis(beside, contents.settled, _card(desk, source.record, cards, references))
        note = insurer_pages(source.sealed, size, atlas, basis=basis, for_fax=for_fax)
        binder.add(_NOTE.format(number=visit.number, day=on), note)
        records.append(source.record)
    _go_on(watch, binder, count)
    with desk.store.reading() as charts:
        course = course_of(charts, source, records[:-1], contents.unsigned_before, references)
    binder.add(_SCORES, score_pages(course, size))
    _go_on(watch, binder, count)
    with letterhead(source.logo, grey=for_fax):  # once for the file, on its first page
        return replace(source, course=course), binder.finish(source.record, desk.today(), contents.unsigned)


def packet_held_back(desk: Desk, book: RuleBook, visit_id: VisitId) -> tuple[Held, ...]:
    """Tell what keeps the packet of the case of a visit back: each of its signed visits that lacks something.

    A draft is not in it, and so it holds nothing back, whichever visit was chosen.

    Raises:
        NothingSignedError: there is no signed visit.
    """
    with desk.store.reading() as charts:
        history = charts.visits.history(charts.visits.case_of(visit_id))
        signed = [visit.id for visit in history if visit.status is VisitStatus.SIGNED]
        if not signed:
            raise NothingSignedError
        now = desk.clock.now()
        held = [held_of(charts, book, visit_file(charts, each, history), now) for each in signed]
    return tuple(each for each in held if each.items)


def _contents(desk: Desk, visit_id: VisitId) -> _Contents:
    with desk.store.reading() as charts:
        case_id = charts.visits.case_of(visit_id)
        cases = charts.cases.of_client(charts.cases.get(case_id).client_id)
        heads = {case.id: charts.visits.heads(case.id) for case in cases}
        visits = treated(heads[case_id])
        busy = Counter(visit.service_date for of_case in heads.values() for visit in of_case)
        orders = charts.cases.referrals_of(case_id)
        settled = settled_in(charts, visits)
        papers = tuple(paper for order in orders for paper in charts.papers.of_referral(order.id))
    places = [place for place, visit in enumerate(visits) if visit.status is VisitStatus.SIGNED]
    if not places:
        raise NothingSignedError
    signed = [visits[place] for place in places]
    return _Contents(
        cases=tuple(cases),
        papers=papers,
        signed=tuple(visit.id for visit in signed),
        unsigned=len(visits) - len(places),
        unsigned_before=places[-1] + 1 - len(places),
        crowded=frozenset(visit.id for visit in signed if busy[visit.service_date] > 1),
        settled=settled,
    )


def _card(
    desk: Desk, record: VisitRecord, known: dict[tuple[PayerId, str], RuleCard | None], references: References
) -> RuleCard | None:
    """Look a record's card up, once for all records that name the same one."""
    payer = record.payer
    if payer is None:
        return None
    key = payer.id, payer.rule_card
    if key not in known:
        with desk.store.reading() as charts:
            known[key] = card_for(charts, payer, references.cards)
    return known[key]


def _beside(desk: Desk, record: VisitRecord, cases: Sequence[Case]) -> tuple[VisitRecord, ...]:
    with desk.store.reading() as charts:
        return signed_beside(charts, record, cases).signed


def _bind_paper(desk: Desk, binder: Binder, attached: Attachment) -> None:
    with desk.store.reading() as charts:
        content = check_whole(charts.papers.content(attached.id), attached.digest)
    title = _ORDER.format(title=attached.title)
    if attached.media_type is MediaType.PDF:
        binder.add_pdf(title, content)
    else:
        binder.add_picture(title, content)


def _go_on(watch: Watch, binder: Binder, count: int) -> None:
    if not watch(len(binder.entries), count):
        raise PacketStoppedError
