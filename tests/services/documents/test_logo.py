"""The practice's logo: what is taken, what is refused, and where it stands on documents."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from reports import samples
from reports.pdfs import flat, overlaps, words
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.people import Practice
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents import forms, logo
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.fax_covers import CoverTo, cover_sheet
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import Source
from therapist_desk.store.sqlite.engine import CHARTS_FILE

KINDS = (DocumentKind.PHYSICIAN, DocumentKind.INSURER, DocumentKind.EVALUATION)


def picture(width: int = 400, height: int = 200, colour: str = "#0B3B4C", margin: int = 0) -> Image.Image:
    made = Image.new("RGBA", (width + 2 * margin, height + 2 * margin), (255, 255, 255, 0))
    ImageDraw.Draw(made).ellipse((margin, margin, margin + width - 1, margin + height - 1), fill=colour)
    return made


def saved(folder: Path, made: Image.Image, name: str = "logo.png") -> Path:
    path = folder / name
    (made if name.endswith("png") else made.convert("RGB")).save(path)
    return path


def source(content: bytes | None, record: VisitRecord | None = None) -> Source:
    return Source(record or samples.record(), samples.seal(), (), logo=content)


def drawn(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Where pictures stand on the first page: left, bottom, right, top in points."""
    document = pypdfium2.PdfDocument(pdf)
    return [tuple(item.get_bounds()) for item in document[0].get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))]


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_logo_is_kept_in_the_encrypted_store_without_its_edges(desk: Desk, tmp_path: Path, name: str) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture(margin=60) if name.endswith("png") else picture(), name))

    assert logo.read_logo(desk) == kept
    with Image.open(io.BytesIO(kept)) as image:
        assert image.mode == "RGB"
        assert image.width / image.height == pytest.approx(2, abs=0.05)
    assert kept[:24] not in (desk.folder / CHARTS_FILE).read_bytes()
    logo.remove_logo(desk)
    assert logo.read_logo(desk) is None


def test_a_huge_picture_is_kept_small(desk: Desk, tmp_path: Path) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture(4000, 2000)))
    with Image.open(io.BytesIO(kept)) as image:
        assert image.height == 300
    assert len(kept) < 60_000


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", logo.LogoUnknownError),
        ("logo.png", b"", logo.LogoUnknownError),
        ("logo.png", b"\x89PNG\r\n\x1a\nnonsense", logo.LogoUnknownError),
        ("logo.jpg", b"\xff\xd8\xff\xe0 torn", logo.LogoUnknownError),
        ("film.png", b"\0" * (5 * 1024 * 1024 + 1), logo.LogoTooLargeError),
        ("gone.png", None, logo.LogoUnreadableError),
    ],
)
def test_what_is_no_logo_is_refused_in_a_sentence_and_the_old_one_stays(
    desk: Desk, tmp_path: Path, name: str, content: bytes | None, error: type[Exception]
) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture(), "kept.png"))
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=name):
        logo.choose_logo(desk, path)
    assert logo.read_logo(desk) == kept


@pytest.mark.parametrize("made", [picture(20, 10), picture(2000, 60), Image.new("RGBA", (300, 300), "white")])
def test_what_nobody_would_see_is_refused(desk: Desk, tmp_path: Path, made: Image.Image) -> None:
    with pytest.raises(logo.LogoShapeError):
        logo.choose_logo(desk, saved(tmp_path, made))


def test_a_torn_picture_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = saved(tmp_path, picture())
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(logo.LogoUnknownError):
        logo.choose_logo(desk, path)


def test_a_pale_logo_is_known(desk: Desk, tmp_path: Path) -> None:
    assert not logo.is_pale(logo.choose_logo(desk, saved(tmp_path, picture())))
    assert logo.is_pale(logo.choose_logo(desk, saved(tmp_path, picture(colour="#FFE9A8"))))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", list(PaperSize))
@pytest.mark.parametrize("size", [(400, 200), (200, 200), (800, 200)])
def test_every_document_has_the_logo_in_its_corner_and_its_head_is_no_taller(
    desk: Desk, tmp_path: Path, kind: DocumentKind, paper: PaperSize, size: tuple[int, int]
) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture(*size)))
    without = make_document(source(None), kind, paper, samples.atlas())
    pdf = make_document(source(kept), kind, paper, samples.atlas())

    (left, bottom, right, top), *more = drawn(pdf)
    assert more == []
    page = Paper[paper.name].value
    margin = (page[0] - 178 * MM) / 2
    assert right == pytest.approx(page[0] - margin, abs=0.5)
    assert top == pytest.approx(page[1] - 22.5 * MM, abs=0.5)
    assert top - bottom == pytest.approx(10 * MM if size != (800, 200) else 8.5 * MM, abs=0.5)
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.05)
    # all words stand where they stood, but for those of the head, and none under the logo
    first, before = words(pdf)[0], words(without)[0]
    assert overlaps(first) == []
    assert [w for w in first if w.right > left and w.top > bottom and w.left < right and w.bottom < top] == []
    under = top - 20 * MM
    assert [(w.text, round(w.bottom)) for w in first if w.top < under] == [
        (w.text, round(w.bottom)) for w in before if w.top < under
    ]


def test_a_long_head_makes_the_logo_smaller_and_never_the_head_taller(desk: Desk, tmp_path: Path) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture()))
    long = replace(
        samples.record().practice,
        name="Center for Medical Massage, Lymphatic Drainage and Rehabilitation of the Upper Valley",
    )
    record = samples.record(practice=long)
    pdf = make_document(source(kept, record), DocumentKind.INSURER, PaperSize.LETTER, samples.atlas())
    without = make_document(source(None, record), DocumentKind.INSURER, PaperSize.LETTER, samples.atlas())
    assert flat(pdf) == flat(without)
    last = [next(word.bottom for word in words(each)[0] if word.text == "Hands-on") for each in (pdf, without)]
    assert last[0] == pytest.approx(last[1], abs=0.5)
    assert overlaps(words(pdf)[0]) == []


def test_for_fax_the_logo_is_grey_and_its_darkest_tone_black(desk: Desk, tmp_path: Path) -> None:
    kept = logo.choose_logo(desk, saved(tmp_path, picture(colour="#E0B050")))
    for pdf in (
        make_document(source(kept), DocumentKind.PHYSICIAN, PaperSize.LETTER, samples.atlas(), for_fax=True),
        cover_sheet(source(kept), CoverTo.BY_HAND, samples.START.date(), PaperSize.LETTER),
    ):
        image = PdfReader(io.BytesIO(pdf)).pages[0].images[0].image
        assert image is not None
        assert image.mode == "L"
        assert image.getextrema() == (0, 255)


def test_forms_have_the_logo_too(desk: Desk, tmp_path: Path) -> None:
    logo.choose_logo(desk, saved(tmp_path, picture()))
    with desk.store.writing() as charts:
        charts.practice.save(charts.practice.get() or Practice(name="Practice"))
    for kind in (forms.FormKind.HISTORY, forms.FormKind.CONSENT):
        pdf = forms.blank_form(desk, kind, Checklist(groups=()), PaperSize.LETTER).data
        ((_, bottom, _, top),) = drawn(pdf)
        assert top - bottom <= 10 * MM + 0.5
