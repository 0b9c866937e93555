"""Every kind of document, drawn of records that strain the layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from reports import bills, courses, samples
from reports.test_discharge_summary import closed
from reports.test_documents import empty, every_kind, forty_marks, long_names, long_texts, many_goals
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.claims.account import ClientAccount, VisitBill
from therapist_desk.domain.claims.ledger import Account
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.note_units import UnitBasis
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.consent_form import consent_form
from therapist_desk.reports.history_form import history_form
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.packet import Binder
from therapist_desk.reports.scores import score_pages
from therapist_desk.reports.soap_insurer import insurer_pages
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.fax_covers import CoverTo, cover_sheet, with_cover
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import Source
from therapist_desk.services.health import load_checklist

FORMS: Final = ("health-history", "consent")
KINDS: Final = (*(kind.value for kind in DocumentKind), *FORMS, "faxed-note")
BILLS: Final = frozenset(
    {DocumentKind.SUPERBILL, DocumentKind.CLAIM_VALUES, DocumentKind.CLAIM_FORM, DocumentKind.RECEIPT}
)


def twelve_diagnoses() -> VisitRecord:
    case = samples.record().case
    titles = ("Strain of muscle, fascia and tendon at neck level, subsequent encounter", "Cervicalgia")
    codes = tuple(Diagnosis(code=f"M54.{at:02}", title=titles[at % 2]) for at in range(12))
    return samples.record(case=replace(case, diagnoses=codes))


def from_right_to_left() -> VisitRecord:
    practice = replace(samples.record().practice, name="مركز التدليك الطبي")
    client = samples.client("محمد", "عبد الله الرحمن")
    return samples.record(client=client, therapist=samples.therapist("שלום כהן"), practice=practice)


def from_asia() -> VisitRecord:
    return samples.record(client=samples.client("太郎", "山田"), therapist=samples.therapist("김철수"))


STRAINS: Final[Mapping[str, Callable[[], VisitRecord]]] = MappingProxyType(
    {
        "plain": samples.record,
        "long names": long_names,
        "forty marks": forty_marks,
        "every kind of mark": every_kind,
        "twelve diagnoses": twelve_diagnoses,
        "empty": empty,
        "three pages of text": long_texts,
        "many goals": many_goals,
        "from right to left": from_right_to_left,
        "from Asia": from_asia,
    }
)


def course_of(record: VisitRecord) -> CaseCourse:
    """Three visits of the case of a record, which is the last of them; its care has ended."""
    made = courses.course(3)
    records = [
        replace(
            each,
            client=record.client,
            therapist=record.therapist,
            practice=record.practice,
            case=record.case,
            payer=record.payer,
            referral=record.referral,
        )
        for each in made.records
    ]
    last = records[-1]
    visit = replace(last.visit, marks=record.visit.marks, note=record.visit.note)
    ended = replace(
        made,
        records=(*records[:-1], replace(last, visit=visit, segments=record.segments)),
        addenda=(samples.addendum(1, visit.id),),
    )
    return closed(ended)


def source_of(record: VisitRecord) -> Source:
    """Everything that any document is drawn from."""
    bill = None
    if record.payer is not None:
        known = bills.record()
        address = replace(record.client.details, address=bills.LANE)
        client = replace(record.client, details=address)
        bill = bills.basis(replace(record, payer=known.payer, client=client))
    return Source(
        record,
        samples.seal(),
        (samples.addendum(),),
        course_of(record),
        bill,
        units=UnitBasis(),
        account=ClientAccount(tuple(_bill_of(record, number) for number in range(1, 31)), record.visit.service_date),
    )


def _bill_of(record: VisitRecord, number: int) -> VisitBill:
    """One of thirty visits: enough for a second page."""
    return VisitBill(
        visits=(VisitId(f"visit-{number}"),),
        numbers=(number,),
        day=record.visit.service_date - timedelta(days=7 * (30 - number)),
        case=record.case.title,
        payer=record.payer.name if record.payer else "",
        account=Account(None if number == 30 else 8000),
    )


@cache
def checklist() -> Checklist:
    return load_checklist(resources_dir())


def can_be_drawn(kind: str, strain: str) -> bool:
    """A bill of nothing waits for what it lacks."""
    return not (strain == "empty" and kind in {each.value for each in BILLS})


def draw(kind: str, record: VisitRecord, paper: PaperSize = PaperSize.LETTER, *, for_fax: bool = False) -> bytes:
    """Draw a document of a kind, or a form."""
    source, size, atlas = source_of(record), Paper[paper.name], samples.atlas()
    today = record.visit.service_date
    if kind == "health-history":
        return history_form(record.practice, record.client, None, checklist(), size)
    if kind == "consent":
        return consent_form(record.practice, record.client, size)
    if kind == "faxed-note":
        note = make_document(source, DocumentKind.INSURER, paper, atlas, for_fax=True)
        return with_cover(note, source, DocumentKind.INSURER, CoverTo.PAYER, today, paper)
    if kind == DocumentKind.FAX_COVER:
        return cover_sheet(source, CoverTo.PHYSICIAN, today, paper)
    if kind == DocumentKind.PACKET:
        binder = Binder(size)
        binder.add("Treatment note", insurer_pages(source.sealed, size, atlas, basis=source.units, for_fax=for_fax))
        binder.add("Scores", score_pages(course_of(record), size))
        return binder.finish(record, today, 1)
    return make_document(source, DocumentKind(kind), paper, atlas, for_fax=for_fax)
