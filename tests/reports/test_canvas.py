"""What the canvas of documents writes the short way, read back."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from reports.pdfs import fonts, page_texts
from therapist_desk.reports.layout.canvas import DocumentCanvas, Form
from therapist_desk.reports.layout.ink import ACCENT, INK
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import BODY

SIZE = (300.0, 100.0)
SQUARE = Form((0, 0, 100, 100), "10 10 80 80 re f")


def written(*lines: str) -> bytes:
    out = io.BytesIO()
    canvas = DocumentCanvas(out, SIZE)
    for number, line in enumerate(lines):
        draw_words(canvas, line, BODY, 10, 80 - 20 * number)
    canvas.save()
    return out.getvalue()


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20))
def test_every_sign_of_ascii_reads_as_itself(text: str) -> None:
    assert page_texts(written(text)) == [text]


def test_signs_beyond_ascii_stand_between_it_as_they_were_written() -> None:
    text = "7 → 3 (≥ 50 %) – “Zoë” Łódź"
    assert page_texts(written(text)) == [text.replace(" → ", "\u00a0→\u00a0").replace("\u00a0", " ")]


def test_a_name_with_letters_of_its_own_changes_no_other_file() -> None:
    before = written("Plan")
    written("Łódź Đặng Ωμέγα")
    assert written("Plan") == before
    assert all(fonts(before).values())


def test_a_form_stands_in_the_file_once_however_often_it_is_laid() -> None:
    out = io.BytesIO()
    canvas = DocumentCanvas(out, SIZE)
    for _ in range(2):
        canvas.lay(SQUARE)
        canvas.translate(100, 0)
        canvas.lay(SQUARE)
        canvas.showPage()
    canvas.save()

    pages = PdfReader(io.BytesIO(out.getvalue())).pages
    laid = [page["/Resources"]["/XObject"] for page in pages]  # type: ignore[index] # a dictionary
    assert [len(forms) for forms in laid] == [1, 1]
    assert laid[0].raw_get(next(iter(laid[0]))) == laid[1].raw_get(next(iter(laid[1])))


@pytest.mark.parametrize("colours", [(INK, ACCENT), (ACCENT, INK)])
def test_a_colour_that_holds_is_not_lost_by_saying_it_once(colours: tuple[object, object]) -> None:
    out = io.BytesIO()
    canvas = DocumentCanvas(out, (40, 10))
    for place, colour in enumerate((colours[0], colours[1], colours[1], colours[0])):
        canvas.saveState()
        canvas.setFillColor(colour)
        canvas.rect(10 * place, 0, 10, 10, stroke=0, fill=1)
        canvas.setFillColor(colours[1])
        canvas.restoreState()
    canvas.save()

    document = pypdfium2.PdfDocument(out.getvalue())
    picture = document[0].render().to_pil().convert("RGB")
    document.close()
    dots = [picture.getpixel((10 * place + 5, 5)) for place in range(4)]
    assert dots[0] == dots[3] != dots[1] == dots[2]
