"""Every kind of document of every strain, on both papers and for fax: what may never happen, looked for on pages.

`docs/decisions/0033-rules-of-documents.md` names the test of each rule.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from reports.every_kind import KINDS, STRAINS, can_be_drawn, draw
from reports.pdfs import Word, empty_boxes, fonts, other_pages, overlaps, page_texts, words
from therapist_desk.domain.client import Client
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.typography.shaping import GlyphsMissingError
from therapist_desk.reports.typography.system_fonts import faces_for
from therapist_desk.services.documents.kinds import PaperSize

pytestmark = pytest.mark.timeout(120)

DRAWN = [(kind, strain) for kind in KINDS for strain in STRAINS if can_be_drawn(kind, strain)]
ASIA = next(faces_for("山田太郎김철수"), None) is not None
MATRIX = pytest.mark.parametrize(
    ("kind", "strain"),
    [
        pytest.param(kind, strain, marks=pytest.mark.skipif(strain == "from Asia" and not ASIA, reason="no font"))
        for kind, strain in DRAWN
    ],
)
PRINTED_FORM = "cms1500-form"
"""Set on the grid of a form that is printed already: no head, no foot, no margins of its own."""
LEAST = 7.0
HEAD = 10.5
"""Points that only heads of sections have, and the client's name, which stands above the body."""
LEAST_ACCENT = 17.0
BLACK_CUT = 100
DOTS = 200
BLACK_OR_WHITE = [255 if tone >= 128 else 0 for tone in range(256)]


def pdfs(kind: str, strain: str) -> Iterator[tuple[Paper, bytes]]:
    """A document on one of the papers and for fax on the other, turn by turn; what is plain on all."""
    wanted = [(PaperSize.LETTER, False), (PaperSize.A4, True), (PaperSize.A4, False), (PaperSize.LETTER, True)]
    turn = (KINDS.index(kind) + list(STRAINS).index(strain)) % 2
    for paper, for_fax in wanted if strain == "plain" else wanted[turn : turn + 1]:
        yield Paper[paper.name], drawn(kind, strain, paper, for_fax=for_fax)


@cache
def drawn(kind: str, strain: str, paper: PaperSize = PaperSize.LETTER, *, for_fax: bool = False) -> bytes:
    return draw(kind, STRAINS[strain](), paper, for_fax=for_fax)


@cache
def words_of(pdf: bytes) -> list[list[Word]]:
    """The words of each page; read once for all that asks for them."""
    return words(pdf)


def own(kind: str, text: str) -> bool:
    """Whether a page is one of ours with the client on it: a fax cover names nobody."""
    return kind not in (PRINTED_FORM, "fax-cover") and "Cover sheet" not in text


@MATRIX
def test_nothing_is_cut_shrunk_away_or_drawn_over(kind: str, strain: str) -> None:
    for paper, pdf in pdfs(kind, strain):
        wide, high = paper.value
        margin = (wide - LIVE_WIDTH) / 2
        for page in words_of(pdf):
            assert overlaps(page) == []
            outside = [
                word.text
                for word in page
                if word.left < margin - 1
                or word.right > wide - margin + 1
                or word.bottom < 4.5 * MM
                or word.top > high - 9 * MM
            ]
            assert outside == [] or kind == PRINTED_FORM
        assert [each for each in chain.from_iterable(stretches(pdf)) if each.empty_boxes] == []
        embedded = fonts(pdf)
        assert embedded
        assert all(embedded.values())


@MATRIX
def test_every_page_names_the_client_a_second_identifier_and_its_place(kind: str, strain: str) -> None:
    client: Client = STRAINS[strain]().client
    shown = client.details.name if kind == "client" else client.details.sorted_name
    for _, pdf in pdfs(kind, strain):
        texts = page_texts(pdf)
        ours = [text for text in texts if own(kind, text)]
        for number, text in enumerate(ours, 1):
            line = re.sub(r"\s+", " ", text)
            assert all(part in line for part in re.split(r"[\s,]+", shown))
            assert ("DOB Mar 14, 1987" in line) or kind == "client"
            # on a line with right-to-left words some readers turn the others round too
            counted = {"Page", "of", str(number), str(len(ours))} <= set(line.split())
            assert counted or (kind == "packet" and "Packet page" in line)


@MATRIX
def test_text_is_black_no_smaller_than_seven_points_and_on_white(kind: str, strain: str) -> None:
    for _, pdf in pdfs(kind, strain):
        for each in chain.from_iterable(stretches(pdf)):
            assert each.size >= LEAST or each.mode == HIDDEN, each
            accent = each.size >= LEAST_ACCENT and each.colour == (0.043, 0.231, 0.298)
            assert each.colour == (0.0, 0.0, 0.0) or accent or each.mode == OUTLINED, each


@MATRIX
def test_a_head_is_never_last_and_a_signature_never_first_on_a_page(kind: str, strain: str) -> None:
    for paper, pdf in pdfs(kind, strain):
        if kind in (PRINTED_FORM, "health-history"):  # its lists have empty lines to write on under their heads
            continue
        foot, top = 17.5 * MM - 1, paper.value[1] - 22.5 * MM
        for place, lines in enumerate(_lines(pdf)):
            body = [line for line in lines if foot < line[0] and line[0] < top]
            if not body:
                continue
            lowest, highest = body[0], body[-1]
            assert not lowest[2] or lowest[1].endswith((".", ":")) or len(body) == 1, lowest
            signed = ("Electronically signed by", "Prepared by", "Signed at")
            assert not highest[1].startswith(signed), (place, highest)


@MATRIX
def test_the_file_says_what_it_is_and_of_nobody(kind: str, strain: str) -> None:
    record = STRAINS[strain]()
    pdf = next(pdfs(kind, strain))[1]
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.author == "Therapist Desk"
    assert reader.metadata.creation_date is None
    assert pdf.startswith(b"%PDF-1.7")
    assert record.client.details.family_name not in str(reader.metadata)
    assert str(reader.root_object["/Lang"]) == "en-US"
    titles = [entry.get("/Title") for entry in reader.outline if isinstance(entry, dict)]
    assert titles or kind == PRINTED_FORM
    if strain != "from right to left":
        family = record.client.details.family_name.split("-")[0]
        assert kind in ("fax-cover", PRINTED_FORM) or any(family in text for text in other_pages(pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_a_fax_of_200_dots_to_the_inch_keeps_every_word(kind: str) -> None:
    pdf = drawn(kind, "plain", for_fax=True)
    document = pypdfium2.PdfDocument(pdf)
    lost = []
    for page, found in zip(document, words_of(pdf), strict=True):
        dots = page.render(scale=DOTS / 72).to_pil().convert("L").point(BLACK_OR_WHITE)
        high = page.get_height()
        for word in found:
            box = [word.left, high - word.top, word.right, high - word.bottom]
            ink = dots.crop(tuple(round(side * DOTS / 72) for side in box)).histogram()
            share = ink[0] / max(1, sum(ink))
            if word.text.isalnum() and len(word.text) > 1 and not 0.12 < share < 0.75:  # gone, or run together
                lost.append((word.text, round(share, 2)))
    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_for_fax_there_are_no_tones(kind: str) -> None:
    document = pypdfium2.PdfDocument(drawn(kind, "forty marks", for_fax=True))
    for page in document:
        tones = page.render(scale=2).to_pil().convert("L").histogram()
        # letters have grey edges on a screen; a tone that fills a body would be many times that
        assert sum(tones[BLACK_CUT:250]) < 0.1 * sum(tones)


def test_a_signature_is_whole_and_so_is_an_addendum() -> None:
    for strain in STRAINS:
        if strain == "from Asia" and not ASIA:
            continue
        for text in page_texts(drawn("insurer", strain)):
            line = re.sub(r"\s+", " ", text)
            assert ("Electronically signed by" in line) == ("SHA-256 of the signed record" in line)
            assert ("A1 Addendum 1" in line) == ("Entered and signed" in line)


def test_a_section_carried_over_repeats_its_letter() -> None:
    for strain in ("three pages of text", "forty marks"):
        pdf = drawn("insurer", strain)
        carried = 0
        for text, page in zip(page_texts(pdf), words_of(pdf), strict=True):
            for title in re.findall(r"(Subjective|Objective: [a-z ]+?|Assessment|Plan) +continued", text):
                carried += 1
                letters = [word for word in page if word.text == title[0] and word.right < 19 * MM + 12 * MM]
                assert letters, title
        assert carried


def test_what_no_font_can_draw_is_a_sentence_in_every_kind() -> None:
    record = STRAINS["plain"]()
    nobody = replace(record, practice=replace(record.practice, name="\U0010fffd"))
    for kind in KINDS:
        if kind != PRINTED_FORM:
            with pytest.raises(GlyphsMissingError):
                draw(kind, nobody)


HIDDEN, OUTLINED = 3, 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is written at once: its size, colour and way of rendering, and the height of its line.

    `empty_boxes` counts the letters that the font does not have.
    """

    size: float
    colour: tuple[float, ...]
    mode: int
    baseline: float
    empty_boxes: int


@cache
def stretches(pdf: bytes) -> list[list[Stretch]]:
    """The stretches of text of each page; read once for all that asks for them."""
    reader = PdfReader(io.BytesIO(pdf))
    contents = [page.get_contents() for page in reader.pages]
    return [[] if each is None else list(_stretches(ContentStream(each, reader))) for each in contents]


def _stretches(stream: ContentStream) -> Iterator[Stretch]:
    size, mode, baseline = 0.0, 0, 0.0
    colour: tuple[float, ...] = (0.0, 0.0, 0.0)
    kept: list[tuple[tuple[float, ...], int]] = []
    for operands, operator in stream.operations:
        match operator:
            case b"q":
                kept.append((colour, mode))
            case b"Q" if kept:
                colour, mode = kept.pop()
            case b"Tf":
                size = float(operands[1])
            case b"Tr":
                mode = int(operands[0])
            case b"Tm":
                baseline = float(operands[5])
            case b"rg":
                colour = tuple(round(float(part), 3) for part in operands)
            case b"g":
                colour = (round(float(operands[0]), 3),) * 3
            case b"Tj" | b"TJ":
                yield Stretch(size, colour, mode, baseline, empty_boxes(operands))


def _lines(pdf: bytes) -> Iterator[list[tuple[float, str, bool]]]:
    """The lines of each page from below: height, words, and whether it is a head of a section."""
    for page, rows in zip(stretches(pdf), words_of(pdf), strict=True):
        heads = {stretch.baseline for stretch in page if stretch.size == HEAD}
        by_height: dict[int, list[str]] = {}
        for word in rows:
            by_height.setdefault(round(word.bottom / 3), []).append(word.text)
        yield [
            (height * 3, " ".join(found), any(abs(height * 3 - head) < 5 for head in heads))
            for height, found in sorted(by_height.items())
        ]
