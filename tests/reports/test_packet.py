"""The packet read back: whole, in order, numbered through."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest
from PIL import ExifTags, Image, ImageChops
from PIL.Image import Transpose
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

from reports import samples
from reports.courses import course, record_of
from reports.pdfs import flat, fonts, page_texts, words
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.page import LaidOut, Paper
from therapist_desk.reports.packet import Binder, PaperNotBoundError
from therapist_desk.reports.scores import score_pages
from therapist_desk.reports.soap_insurer import insurer_pages

MADE = date(2026, 11, 28)
STORED = {
    1: (),
    2: (Transpose.FLIP_LEFT_RIGHT,),
    3: (Transpose.ROTATE_180,),
    4: (Transpose.FLIP_TOP_BOTTOM,),
    5: (Transpose.TRANSPOSE,),
    6: (Transpose.ROTATE_90,),
    7: (Transpose.TRANSVERSE,),
    8: (Transpose.ROTATE_270,),
}
"""How a picture with each orientation of EXIF lies in its file."""


def note(number: int) -> LaidOut:
    return insurer_pages(Sealed(record_of(number), samples.seal()), Paper.LETTER, samples.atlas())


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


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_of_a_camera_is_bound_as_fine_as_print_shows_it(kind: str) -> None:
    photo = io.BytesIO()
    Image.linear_gradient("L").resize((6000, 8000)).save(photo, format=kind)
    binder = Binder(Paper.LETTER)
    binder.add_picture("Order: photo", photo.getvalue())

    [bound] = PdfReader(io.BytesIO(binder.finish(record_of(1), MADE, 0))).pages[1].images

    assert bound.image is not None
    wide, high = bound.image.size
    assert wide <= 2268
    assert 3000 < high <= 3018  # 300 to the inch of what the page has room for
    assert abs(wide / high - 6000 / 8000) < 0.01


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int, kind: str) -> None:
    # given a sheet, dark at its upper left, as a camera stores it that was turned or mirrored
    upright = Image.new("L", (300, 400), 255)
    upright.paste(0, (0, 0, 100, 100))
    stored = upright
    for turn in STORED[orientation]:
        stored = stored.transpose(turn)
    exif, photo = Image.Exif(), io.BytesIO()
    exif[ExifTags.Base.Orientation] = orientation
    stored.save(photo, format=kind, exif=exif)

    # when it is bound
    binder = Binder(Paper.LETTER)
    binder.add_picture("Order: photo", photo.getvalue())
    [bound] = PdfReader(io.BytesIO(binder.finish(record_of(1), MADE, 0))).pages[1].images

    # then it is seen as it was in front of the camera
    assert bound.image is not None
    assert bound.image.size == upright.size
    assert [bound.image.convert("L").getpixel(at) for at in ((50, 50), (250, 50), (50, 350), (250, 350))] == [
        *(0, 255, 255, 255)
    ]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_picture_that_can_be_seen_through_lies_on_white(mode: str) -> None:
    clear = Image.new("RGBA", (200, 300), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (50, 50, 150, 100))
    scan = io.BytesIO()
    clear.convert(mode).save(scan, format="PNG", **({"transparency": 0} if mode == "P" else {}))
    binder = Binder(Paper.LETTER)
    binder.add_picture("Order: scan", scan.getvalue())

    [bound] = PdfReader(io.BytesIO(binder.finish(record_of(1), MADE, 0))).pages[1].images

    assert bound.image is not None
    assert bound.image.convert("L").getpixel((10, 290)) == 255


@pytest.mark.parametrize(
    ("wide", "tall", "high"), [(3370, 4768, 51), (612, 792, 8.5), (200, 1400, 9.4), (90, 120, 1.2)]
)
def test_the_number_on_a_page_of_another_size_is_as_large_as_that_page_is(wide: int, tall: int, high: float) -> None:
    foreign = io.BytesIO()
    drawing = Canvas(foreign, pagesize=(wide, tall))
    drawing.showPage()
    drawing.save()
    binder = Binder(Paper.LETTER)
    binder.add_pdf("Order", foreign.getvalue())

    page = pypdfium2.PdfDocument(binder.finish(record_of(1), MADE, 0))[1]

    text = page.get_textpage()
    count = text.count_chars()
    boxes = [text.get_charbox(at, loose=True) for at in range(count)]
    assert text.get_text_range().strip() == "Packet page 2 of 2"
    assert min(box[0] for box in boxes) > 0
    assert max(box[2] for box in boxes) < wide
    assert max(box[3] - box[1] for box in boxes) == pytest.approx(high * 1.2, rel=0.25)


def test_the_second_picture_of_a_photo_is_no_page() -> None:
    # given a telephone's photo, which carries a map of its brightness behind the picture
    photo = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(
        photo, format="MPO", save_all=True, append_images=[Image.new("RGB", (75, 100))]
    )
    binder = Binder(Paper.LETTER)

    binder.add_picture("Order: photo", photo.getvalue())

    assert [entry.pages for entry in binder.entries] == [1]


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


def test_an_attached_packet_keeps_its_own_numbers_and_links_lead_nowhere_else() -> None:
    earlier = Binder(Paper.LETTER)
    earlier.add("Treatment note, visit 1", note(1))
    linked, out = PdfWriter(clone_from=io.BytesIO(earlier.finish(record_of(1), MADE, 0))), io.BytesIO()
    linked.add_annotation(0, Link(rect=(50, 50, 99, 99), target_page_index=2))
    linked.write(out)
    binder = Binder(Paper.LETTER)
    binder.add_pdf("An earlier packet", out.getvalue())
    binder.add_pdf("The same again", out.getvalue())

    pdf = binder.finish(record_of(2), MADE, 0)

    texts = page_texts(pdf)
    assert len(texts) == 7
    for at, text in enumerate(texts[1:4]):
        assert f"Packet page {at + 1} of 3" in text
        assert f"Packet page {at + 2} of 7" in text
    assert all(fonts(pdf).values())
    assert pdf.count(b"/Type /Page\n") == 7


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_an_attached_page_looks_as_it_did(turn: int) -> None:
    out, page, box = io.BytesIO(), io.BytesIO(), (30, 40, 330, 240)
    drawing = Canvas(page, pagesize=(400, 300))
    drawing.rect(60, 90, 150, 40, fill=1)
    drawing.circle(250, 180, 30)
    drawing.save()
    order = PdfWriter(clone_from=io.BytesIO(page.getvalue()))
    order.pages[0].cropbox = RectangleObject(box)
    order.pages[0].rotate(turn)
    order.write(out)
    binder = Binder(Paper.LETTER)
    binder.add_pdf("Order", out.getvalue())

    bound = pypdfium2.PdfDocument(binder.finish(record_of(1), MADE, 0))[1].render(scale=2).to_pil().convert("L")

    alone = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=2).to_pil().convert("L")
    assert bound.size == alone.size
    above = (0, 0, bound.width, bound.height - 2 * 24)  # the number stands below
    apart = ImageChops.difference(bound.crop(above), alone.crop(above)).histogram()
    assert sum(apart[40:]) == 0


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
    enormous = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(enormous, format="PNG")
    for content in (b"no picture", enormous.getvalue()):
        with pytest.raises(PaperNotBoundError):
            binder.add_picture("Order of October", content)
    assert binder.entries == []
