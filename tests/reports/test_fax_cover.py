"""The fax cover sheet: by itself and before a document, read back as whoever picks it up would."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from reports import samples
from reports.pdfs import flat, fonts, overlaps, page_texts, undefined_glyphs, words
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.page import Paper
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.fax_covers import FAXED, CoverTo, cover_sheet, with_cover
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import Source

TODAY = date(2026, 11, 28)
PAPERS = pytest.mark.parametrize("paper", list(PaperSize))


def source(record: VisitRecord | None = None) -> Source:
    return Source(record or samples.record(), samples.seal(), ())


def faxed(kind: DocumentKind, to: CoverTo, paper: PaperSize = PaperSize.LETTER) -> tuple[bytes, bytes]:
    document = make_document(source(), kind, paper, samples.atlas(), for_fax=True)
    return document, with_cover(document, source(), kind, to, TODAY, paper)


@PAPERS
def test_a_cover_counts_the_pages_and_names_both_ends(paper: PaperSize) -> None:
    document, fax = faxed(DocumentKind.INSURER, CoverTo.PHYSICIAN, paper)
    first, *rest = page_texts(fax)
    assert rest == page_texts(document)
    for expected in (
        f"Pages, this one included {len(rest) + 1} To",
        "Name Priya Raman, MD",
        "At Example Family Medicine",
        "Fax 360-555-0161",
        "Telephone 360-555-0160",
        "Name Maren K. Solberg, LMT",
        "Fax 360-555-0143",
        "Nov 28, 2026",
        "treatment note",
        "Please sign and fax back",
        "Call 360-555-0142 at once, then destroy every page.",
    ):
        assert expected in " ".join(first.split())
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(io.BytesIO(fax)).pages}
    assert sizes == {tuple(round(side) for side in Paper[paper.name].value)}


@pytest.mark.parametrize("kind", [DocumentKind.PHYSICIAN, DocumentKind.INSURER, DocumentKind.EVALUATION])
@pytest.mark.parametrize("to", list(CoverTo))
def test_a_cover_says_nothing_of_a_client(kind: DocumentKind, to: CoverTo) -> None:
    record = samples.record()
    first = page_texts(faxed(kind, to)[1])[0]
    client, coverage = record.client, record.case.coverage
    assert coverage is not None
    told = (
        client.details.family_name,
        client.details.given_name,
        client.record_number,
        "1987",
        coverage.claim_number,
        coverage.insured_id,
        *(item.code for item in record.case.diagnoses),
        record.case.title,
    )
    assert [word for word in told if word in first] == []


def test_the_file_stays_the_documents_own() -> None:
    document, fax = faxed(DocumentKind.PHYSICIAN, CoverTo.PHYSICIAN)
    before, after = (PdfReader(io.BytesIO(data)) for data in (document, fax))
    assert after.metadata == before.metadata
    assert after.root_object["/Lang"] == before.root_object["/Lang"]
    titles = [
        [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)] for reader in (before, after)
    ]
    assert titles[0] == titles[1]
    pages = [after.get_destination_page_number(entry) for entry in after.outline if not isinstance(entry, list)]
    assert min(number for number in pages if number is not None) == 1


def test_what_the_chart_does_not_know_is_left_to_be_written_in() -> None:
    nobody = source(samples.record(referral=None, payer=None))
    for to in CoverTo:
        text = flat(cover_sheet(nobody, to, TODAY, PaperSize.LETTER))
        assert "________ write in by hand" in text
        assert "Name At Fax Telephone From" in text
    paid = flat(cover_sheet(source(), CoverTo.PAYER, TODAY, PaperSize.LETTER))
    assert "Tidewater Example Mutual" in paid


@PAPERS
@pytest.mark.parametrize("given", ["Bartholomew Featherstonehaugh-Cholmondeley of the Upper Valley Clinic", "محمد"])
def test_long_and_foreign_names_stand_whole_on_one_page(paper: PaperSize, given: str) -> None:
    record = samples.record(therapist=samples.therapist(given))
    pdf = cover_sheet(source(record), CoverTo.PHYSICIAN, TODAY, paper)
    (page,) = words(pdf)
    assert overlaps(page) == []
    assert [word for word in given.replace("-", " ").split() if word not in flat(pdf)] == []
    assert undefined_glyphs(pdf) == 0
    assert all(fonts(pdf).values())


def test_every_document_that_leaves_by_fax_has_a_cover() -> None:
    handed_over = {
        DocumentKind.CLAIM_FORM,
        DocumentKind.CLIENT,
        DocumentKind.RECEIPT,
        DocumentKind.STATEMENT,
        DocumentKind.FAX_COVER,
    }

    assert set(DocumentKind) - FAXED == handed_over
