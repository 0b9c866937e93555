"""The packet read back: whole, in order, numbered through."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from reports import samples
from reports.courses import course, record_of
from reports.pdfs import flat, page_texts
from therapist_desk.reports.packet import Binder, PaperNotBoundError
from therapist_desk.reports.page import Paper
from therapist_desk.reports.scores import score_sheet
from therapist_desk.reports.soap_insurer import insurer_note

MADE = date(2026, 11, 28)


def note(number: int) -> bytes:
    return insurer_note(record_of(number), samples.seal(), [], Paper.LETTER, samples.atlas())


def test_every_page_is_numbered_through_and_the_index_names_where_each_document_begins() -> None:
    binder = Binder()
    binder.add("Treatment note, visit 1", note(1))
    binder.add("Scores", score_sheet(course(2), Paper.LETTER))

    pdf = binder.finish(record_of(2), MADE, 1, Paper.LETTER)
    binder.close()

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
    binder = Binder()
    binder.add_picture("Order: scan", scan.getvalue(), Paper.A4)

    pdf = binder.finish(record_of(1), MADE, 0, Paper.A4)

    assert len(page_texts(pdf)) == 3
    assert "1 Order: scan 2–3" in flat(pdf)


def test_a_paper_with_a_password_or_no_paper_at_all_is_named() -> None:
    locked, out = PdfWriter(), io.BytesIO()
    locked.add_blank_page(612, 792)
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(out)
    binder = Binder()

    for content in (out.getvalue(), b"%PDF-1.4 broken %%EOF"):
        with pytest.raises(PaperNotBoundError, match="Order of October"):
            binder.add("Order of October", content)
    with pytest.raises(PaperNotBoundError):
        binder.add_picture("Order of October", b"no picture", Paper.LETTER)
    assert binder.entries == []
