"""What scanners give: every kind of paper that is kept is drawn, and one that cannot be says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from desks import HandClock
from therapist_desk.domain.attachment import Attachment
from therapist_desk.services.care.orders import case_orders
from therapist_desk.services.care.papers import attach_order
from therapist_desk.services.cases import case_files
from therapist_desk.services.desk import Desk
from therapist_desk.ui.chart.case.paper_pages import PaperUnshownError, draw_paper
from therapist_desk.ui.workplace import Workplace
from ui.samples import chart_juniper

WIDTH = 300


def attach(workplace: Workplace, clock: HandClock, folder: Path, content: bytes) -> Attachment:
    """Attach a scan to Juniper's order."""
    client = chart_juniper(workplace.desk, clock)
    [file] = case_files(workplace.desk, client.id)
    [order] = case_orders(workplace.desk, file.case.id)
    path = folder / "scan"
    path.write_bytes(content)
    return attach_order(workplace.desk, order.referral.id, path, "Order")


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (200, 260), "white").save(stream, kind)
    return stream.getvalue()


def pdf(pages: int, password: str = "") -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 260)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_picture_is_drawn(workplace: Workplace, clock: HandClock, tmp_path: Path, kind: str) -> None:
    paper = attach(workplace, clock, tmp_path, picture(kind))

    drawn = draw_paper(workplace.desk, paper.id, 0, WIDTH)

    assert (drawn.image.width(), drawn.image.height(), drawn.count) == (WIDTH, 390, 1)


def test_each_page_of_a_pdf_is_drawn(workplace: Workplace, clock: HandClock, tmp_path: Path) -> None:
    paper = attach(workplace, clock, tmp_path, pdf(3))

    drawn = [draw_paper(workplace.desk, paper.id, number, WIDTH) for number in range(3)]

    assert [(page.number, page.count, page.image.width()) for page in drawn] == [(n, 3, WIDTH) for n in range(3)]


def test_a_pdf_with_a_password_is_kept_and_said_to_need_another_program(
    workplace: Workplace, clock: HandClock, tmp_path: Path
) -> None:
    content = pdf(1, "secret")
    assert PdfReader(io.BytesIO(content)).is_encrypted
    paper = attach(workplace, clock, tmp_path, content)

    refuse(workplace.desk, paper)


@pytest.mark.no_qt_log  # the reader's own words on it
def test_a_picture_without_its_middle_is_said_to_need_another_program(
    workplace: Workplace, clock: HandClock, tmp_path: Path
) -> None:
    whole = picture("JPEG")
    paper = attach(workplace, clock, tmp_path, whole[:20] + whole[-30:])

    refuse(workplace.desk, paper)


def refuse(desk: Desk, paper: Attachment) -> None:
    with pytest.raises(PaperUnshownError, match="Save a copy"):
        draw_paper(desk, paper.id, 0, WIDTH)
