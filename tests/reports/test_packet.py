"""The packet read back: whole, in order, numbered through."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from reports import samples
from reports.courses import course, record_of
from reports.pdfs import flat, fonts, page_texts, words
from therapist_desk.reports.packet import Binder, PaperNotBoundError
from therapist_desk.reports.page import LaidOut, Paper
from therapist_desk.reports.scores import score_pages
from therapist_desk.reports.soap_insurer import insurer_pages

MADE = date(2026, 11, 28)


def note(number: int) -> LaidOut:
    return insurer_pages(record_of(number), samples.seal(), [], Paper.LETTER, samples.atlas())


def test_every_page_is_numbered_through_and_the_index_names_where_each_document_begins() -> None:
    binder = Binder(Paper.LETTER)
    binder.add("Treatment note, visit 1", note(1))
    binder.add("Scores", score_pages(course(2), Paper.LETTER))

    pdf = binder.finish(record_of(2), MADE, 1)

    texts = page_texts(pdf)
    assert [f"Packet page {at} of {len(texts)}" in text for at, text in enumerate(texts, 1)] == [True] * len(texts)
    first = " ".join(texts[0].split())
    assert "1 Treatment note, visit 1 2–3 2 Scores 4" in first
    assert "Not signed and therefore left out: 1." in first
    assert "DRAFT" not in first
    outline = PdfReader(io.BytesIO(pdf)).outline
    assert [getattr(item, "title", "") for item in outline] == ["Treatment note, visit 1", "Scores"]


def test_scans_become_pages_of_their_own() -> None:
    scan = io.BytesIO()
    pictures = [Image.new("L", (850, 1100), shade) for shade in (200, 100)]
    pictures[0].save(scan, format="TIFF", save_all=True, append_images=pictures[1:])
    binder = Binder(Paper.A4)
    binder.add_picture("Order: scan", scan.getvalue())

    pdf = binder.finish(record_of(1), MADE, 0)

    assert len(page_texts(pdf)) == 3
    assert "1 Order: scan 2–3" in flat(pdf)


def test_an_attached_pdf_stands_between_our_pages_and_is_numbered_with_them() -> None:
    order, out = PdfWriter(), io.BytesIO()
    order.add_blank_page(612, 792).rotate(90)
    order.add_blank_page(400, 300)
    order.write(out)
    binder = Binder(Paper.LETTER)
    binder.add("Treatment note, visit 1", note(1))
    binder.add_pdf("Order of October", out.getvalue())
    binder.add("Treatment note, visit 2", note(2))

    pdf = binder.finish(record_of(2), MADE, 0)

    texts = page_texts(pdf)
    assert len(texts) == 7
    assert [f"Packet page {at} of 7" in text for at, text in enumerate(texts, 1)] == [True] * 7
    assert "1 Treatment note, visit 1 2–3 2 Order of October 4–5 3 Treatment note, visit 2 6–7" in flat(pdf)
    reader = PdfReader(io.BytesIO(pdf))
    assert [tuple(map(round, page.mediabox[2:])) for page in reader.pages][3:5] == [(792, 612), (400, 300)]
    assert all(word.bottom < 40 for page in words(pdf)[3:5] for word in page)
    led_to = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]  # type: ignore[arg-type, union-attr]
    assert led_to == [("Treatment note, visit 1", 1), ("Order of October", 3), ("Treatment note, visit 2", 5)]


def test_a_packet_is_the_same_bytes_again_and_holds_a_figure_and_a_typeface_once() -> None:
    def bound(count: int) -> bytes:
        binder = Binder(Paper.LETTER)
        for number in range(count):
            binder.add("Treatment note", note(1 + number % 2))
        return binder.finish(record_of(2), MADE, 0)

    assert bound(2) == bound(2)
    assert len(bound(12)) - len(bound(2)) < 10 * 20_000
    assert all(fonts(bound(2)).values())


def test_a_paper_with_a_password_or_no_paper_at_all_is_named() -> None:
    locked, out = PdfWriter(), io.BytesIO()
    locked.add_blank_page(612, 792)
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(out)
    binder = Binder(Paper.LETTER)

    for content in (out.getvalue(), b"%PDF-1.4 broken %%EOF"):
        with pytest.raises(PaperNotBoundError, match="Order of October"):
            binder.add_pdf("Order of October", content)
    with pytest.raises(PaperNotBoundError):
        binder.add_picture("Order of October", b"no picture")
    assert binder.entries == []
