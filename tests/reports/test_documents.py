"""Both SOAP documents, read back as a reviewer, a machine and another program would."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

import pytest
from pypdf import PdfReader

from reports import samples
from reports.pdfs import flat, fonts, other_text, overlaps, page_texts, undefined_glyphs, words
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.people import Practice
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary

DOCUMENTS = pytest.mark.parametrize("document", [insurer_note, physician_summary])
PAPERS = pytest.mark.parametrize("paper", list(Paper))
LONG = "\n".join("The client spoke at length about work, sleep and driving. " * 12 for _ in range(12))


class Document(Protocol):
    """A document of one visit."""

    def __call__(self, sealed: Sealed, paper: Paper, atlas: Atlas, *, for_fax: bool = False) -> bytes: ...


NAMES = [
    ("Łukasz", "Żółć"),
    ("Thị Hoa", "Nguyễn"),
    ("Мария", "Иванова"),
    ("Ελένη", "Παπαδοπούλου"),
    ("محمد", "عبد الله"),
    ("שלום", "כהן"),
    ("राम", "किशोर"),
    ("สมชาย", "ใจดี"),
]


def draw(document: Document, record: VisitRecord | None = None, paper: Paper = Paper.LETTER) -> bytes:
    sealed = Sealed(record or samples.record(), samples.seal(), (samples.addendum(),))
    return document(sealed, paper, samples.atlas())


def draft(document: Document, record: VisitRecord | None = None) -> bytes:
    return document(Sealed(record or samples.record()), Paper.LETTER, samples.atlas())


def forty_marks() -> VisitRecord:
    marks = tuple(
        samples.mark(
            mark.kind,
            1300 + 70 * i,
            900 + 200 * i,
            *mark.regions,
            before=mark.before,
            after=mark.after,
            note="tender on stretch" if i % 3 else "",
        )
        for i, mark in enumerate((samples.MARKS * 7)[:40])
    )
    return samples.record(marks=marks)


def long_texts() -> VisitRecord:
    note = samples.note(paragraphs=(Paragraph(Section.SUBJECTIVE, LONG), Paragraph(Section.PLAN, LONG)))
    return samples.record(note=note)


def long_names() -> VisitRecord:
    client = samples.client(
        "Maria Aleksandra Katarzyna", "Wolfeschlegelsteinhausenbergerdorff-Montgomery von Hohenberg"
    )
    therapist = samples.therapist("Bartholomew Featherstonehaugh-Cholmondeley")
    practice = Practice(
        name="Center for Medical Massage, Lymphatic Drainage and Rehabilitation of the Upper Valley",
        address=replace(
            samples.record().practice.address, street="12345 Southeast Long Example Boulevard, Suite 1200"
        ),
        phone="360-555-0142",
        fax="360-555-0143",
    )
    return samples.record(client=client, therapist=therapist, practice=practice)


def empty() -> VisitRecord:
    return samples.record(
        marks=(),
        measurements=(),
        note=Note(),
        segments=(),
        referral=None,
        referral_use=None,
        payer=None,
        baseline=None,
        case=Case(id=CaseId("case"), client_id=ClientId("client"), title="Neck", opened_on=date(2026, 10, 21)),
    )


def every_kind() -> VisitRecord:
    return samples.record(marks=samples.EVERY_KIND)


def many_goals() -> VisitRecord:
    case = samples.record().case
    return samples.record(
        case=replace(case, goals=(Goal(text="Carry a child for ten minutes", measure="minutes"),) * 14)
    )


RECORDS = pytest.mark.parametrize(
    "make", [samples.record, forty_marks, long_texts, long_names, empty, every_kind, many_goals]
)


@DOCUMENTS
@PAPERS
@RECORDS
def test_every_word_stands_inside_its_page_and_on_no_other(
    document: Document, paper: Paper, make: Callable[[], VisitRecord]
) -> None:
    page_width, page_height = paper.value
    margin = (page_width - LIVE_WIDTH) / 2
    for page in words(draw(document, make(), paper)):
        outside = [
            word.text
            for word in page
            if word.left < margin - 1
            or word.right > page_width - margin + 1
            or word.bottom < 9 * MM - 4
            or word.top > page_height - 9 * MM
        ]
        assert outside == []
        assert overlaps(page) == []


@DOCUMENTS
@RECORDS
def test_every_page_says_whose_it_is_and_which_of_how_many(
    document: Document, make: Callable[[], VisitRecord]
) -> None:
    record = make()
    pages = page_texts(draw(document, record))
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert record.client.details.sorted_name in re.sub(r"\s+", " ", text)
        assert "DOB Mar 14, 1987" in text
        assert "Record TD-000412" in text
        assert "Date of service Nov 18, 2026" in text
        assert "7f3a91c0 5be2d814 … a06c" in text


@DOCUMENTS
@pytest.mark.parametrize(("given", "family"), NAMES)
def test_a_name_in_any_script_is_shaped_and_found_again(document: Document, given: str, family: str) -> None:
    pdf = draw(document, samples.record(client=samples.client(given, family)))
    assert undefined_glyphs(pdf) == 0
    for text in (flat(pdf), other_text(pdf)):
        assert given in text
        assert family in text


@DOCUMENTS
def test_all_fonts_are_embedded(document: Document) -> None:
    found = fonts(draw(document, every_kind()))
    assert found
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


@DOCUMENTS
@RECORDS
def test_no_box_is_ever_drawn(document: Document, make: Callable[[], VisitRecord]) -> None:
    assert undefined_glyphs(draw(document, make())) == 0


@DOCUMENTS
def test_the_same_record_gives_the_same_bytes(document: Document) -> None:
    first = draw(document)
    draw(document, samples.record(client=samples.client("محمد", "عبد الله")))
    assert draw(document) == first


@DOCUMENTS
def test_a_draft_says_so_in_the_title_line_across_the_page_and_at_its_foot(document: Document) -> None:
    for text in page_texts(draft(document, long_texts())):
        assert "DRAFT, not signed" in text
        assert re.search(r"DRAFT(?!,)", text)
        assert "SHA-256" not in text
    assert "DRAFT" not in flat(draw(document))


@DOCUMENTS
def test_the_signer_stands_with_licence_and_time(document: Document) -> None:
    text = flat(draw(document))
    assert "Maren K. Solberg, LMT" in text
    assert "WA MA 60099999" in text
    assert "Nov 18, 2026, 3:22 pm (UTC−8)" in text


@DOCUMENTS
def test_an_addendum_stands_after_the_signature(document: Document) -> None:
    text = flat(draw(document))
    assert text.index("Electronically signed by") < text.index("Addendum 1 to the note")
    assert "Ibuprofen 400 mg, doses a week: was written as 2, should read 3." in text


@DOCUMENTS
def test_the_fax_copy_has_no_tones_and_the_same_words(document: Document) -> None:
    shaded = draw(document)
    sealed = Sealed(samples.record(), samples.seal(), (samples.addendum(),))
    plain = document(sealed, Paper.LETTER, samples.atlas(), for_fax=True)
    assert len(plain) < len(shaded)
    assert flat(plain) == flat(shaded)


@DOCUMENTS
def test_the_file_says_what_it_is_in_which_language_and_names_no_client(document: Document) -> None:
    reader = PdfReader(io.BytesIO(draw(document)))
    assert reader.metadata is not None
    assert "visit 6, Nov 18, 2026" in str(reader.metadata.title)
    assert "Whitlock" not in str(reader.metadata)
    assert str(reader.root_object["/Lang"]) == "en-US"


@DOCUMENTS
def test_a_reader_may_jump_to_each_section(document: Document) -> None:
    titles = [
        str(entry["/Title"]) for entry in PdfReader(io.BytesIO(draw(document))).outline if isinstance(entry, dict)
    ]
    assert "Plan" in titles
    assert len(titles) == len(set(titles))


@DOCUMENTS
def test_text_carried_forward_and_not_confirmed_is_never_printed(document: Document) -> None:
    carried = Paragraph(Section.PLAN, "Weekly, as before.", Origin.UNCONFIRMED)
    text = flat(draft(document, samples.record(note=samples.note(paragraphs=(carried,)))))
    assert "Weekly, as before." not in text


@DOCUMENTS
def test_the_title_line_names_the_page_of_the_addenda(document: Document) -> None:
    pages = page_texts(draw(document))
    named = re.search(r"1 addendum, page (\d)", re.sub(r"\s+", " ", pages[0]))
    assert named
    assert "Addendum 1 to the note" in re.sub(r"\s+", " ", pages[int(named[1]) - 1])
