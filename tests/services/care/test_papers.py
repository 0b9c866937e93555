"""The scanned order: taken by what is in it, kept whole, given back as it was."""

from __future__ import annotations

import os
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from therapist_desk.domain.attachment import (
    LARGEST_MB,
    MediaType,
    PaperDamagedError,
    PaperTooLargeError,
    PaperTornError,
    PaperUnknownError,
)
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.order_watch import Notice
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.ordered_codes import keep_order
from therapist_desk.services.care.orders import case_orders, visit_notices
from therapist_desk.services.care.papers import (
    PaperUnreadableError,
    PaperUnwritableError,
    attach_order,
    export_paper,
    read_paper,
    remove_paper,
)
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    + _chunk(b"IEND", b"")
)
PDF = b"%PDF-1.7\n" + b"1 0 obj\n" * 300 + b"%%EOF\n"
TIFF = b"II*\0\x08\0\0\0\x01\0" + bytes(12) + bytes(4)
JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"


@pytest.fixture
def order(desk: Desk, visit: Visit) -> Referral:
    referral = Referral(
        id=ReferralId("order"),
        case_id=visit.case_id,
        physician=Physician(name="Ilse Placeholder", credentials="MD"),
        ordered_on=date(2026, 11, 20),
        starts_on=date(2026, 11, 24),
    )
    return keep_order(desk, CodeShelf(), referral)


def scan(tmp_path: Path, content: bytes, name: str = "Order of Juniper.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PDF, MediaType.PDF), (PNG, MediaType.PNG), (JPEG, MediaType.JPEG), (TIFF, MediaType.TIFF)],
)
def test_a_scan_comes_back_as_it_was_whatever_it_was_called(
    desk: Desk, order: Referral, tmp_path: Path, content: bytes, kind: MediaType
) -> None:
    paper = attach_order(desk, order.id, scan(tmp_path, content, "scan.bin"), "Order")

    [listed] = case_orders(desk, order.case_id)
    assert listed.papers == (paper,)
    assert (paper.media_type, paper.size) == (kind, len(content))
    assert read_paper(desk, paper.id).content == content
    written = export_paper(desk, paper.id, tmp_path / "again")
    assert written.read_bytes() == content


def test_nothing_of_a_scan_lies_open_in_the_folder_of_the_charts(desk: Desk, order: Referral, tmp_path: Path) -> None:
    secret = os.urandom(16).hex().encode()
    attach_order(desk, order.id, scan(tmp_path, PDF + secret + b"%%EOF"), "Order")

    for file in desk.folder.rglob("*"):
        assert not file.is_file() or secret not in file.read_bytes()


@pytest.mark.parametrize("content", [PDF[:-8], PNG[:-6], JPEG[:-4], TIFF[:12], b"MM\0*\0\0\xff\xff"])
def test_a_torn_scan_is_refused_and_nothing_is_kept(
    desk: Desk, order: Referral, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(PaperTornError, match="its end is missing"):
        attach_order(desk, order.id, scan(tmp_path, content), "Order")

    assert case_orders(desk, order.case_id)[0].papers == ()


def test_what_is_no_scan_is_told_by_its_content(desk: Desk, order: Referral, tmp_path: Path) -> None:
    with pytest.raises(PaperUnknownError):
        attach_order(desk, order.id, scan(tmp_path, b"PK\x03\x04 a word processor's file"), "Order")
    with pytest.raises(PaperUnknownError):
        attach_order(desk, order.id, scan(tmp_path, b""), "Order")
    with pytest.raises(PaperUnreadableError):
        attach_order(desk, order.id, tmp_path / "gone.pdf", "Order")


def test_a_scan_too_large_is_refused_before_it_is_read(desk: Desk, order: Referral, tmp_path: Path) -> None:
    path = tmp_path / "film.pdf"
    with path.open("wb") as file:
        file.truncate((LARGEST_MB + 80) * 1024 * 1024)  # takes no room on the disk

    with pytest.raises(PaperTooLargeError, match=f"has 100 MB; up to {LARGEST_MB} MB"):
        attach_order(desk, order.id, path, "Order")


def test_a_damaged_scan_is_noticed_and_not_shown(desk: Desk, order: Referral, tmp_path: Path) -> None:
    paper = attach_order(desk, order.id, scan(tmp_path, PDF), "Order")
    with desk.store.writing() as charts:
        charts.papers._session.execute(
            text("UPDATE attachments SET content = substr(content, 1, 100) WHERE id = :id"), {"id": paper.id}
        )

    with pytest.raises(PaperDamagedError, match="Attach the original again"):
        read_paper(desk, paper.id)
    with pytest.raises(PaperDamagedError):
        export_paper(desk, paper.id, tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()


def test_a_paper_taken_away_is_gone_but_the_trail_knows_of_it(desk: Desk, order: Referral, tmp_path: Path) -> None:
    paper = attach_order(desk, order.id, scan(tmp_path, PNG), "Order")
    with pytest.raises(PaperUnwritableError):
        export_paper(desk, paper.id, tmp_path / "no such folder" / "order.png")

    remove_paper(desk, paper.id)

    with pytest.raises(NotFoundError):
        read_paper(desk, paper.id)
    with desk.store.reading() as charts:
        trail = charts.audit.of(paper.id)
    assert [event.action for event in trail] == [AuditAction.PAPER_ATTACHED, AuditAction.PAPER_REMOVED]
    assert "Juniper" not in "".join(event.detail for event in trail)


def test_a_visit_before_its_order_is_called_out(desk: Desk, order: Referral, visit: Visit) -> None:
    [notice] = visit_notices(desk, order.case_id, desk.today(), visit.id)

    assert (notice.notice, notice.day) == (Notice.BEFORE_ORDER, order.starts_on)
    assert visit_notices(desk, order.case_id, order.starts_on) == ()


def test_a_full_week_is_called_out(desk: Desk, order: Referral) -> None:
    keep_order(desk, CodeShelf(), replace(order, starts_on=date(2026, 11, 1), visits_per_week=1))

    [notice] = visit_notices(desk, order.case_id, date(2026, 11, 29))

    assert notice.notice is Notice.WEEK_FULL
    assert visit_notices(desk, order.case_id, date(2026, 11, 30)) == ()
