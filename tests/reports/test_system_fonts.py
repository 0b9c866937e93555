"""Names in scripts that only the computer's own fonts have: embedded, found again, or refused with a sentence."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf_fonts
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from reports import samples
from reports.pdfs import flat, fonts, other_text, undefined_glyphs, words
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary
from therapist_desk.reports.typography import lines, shaping
from therapist_desk.reports.typography.lines import break_lines
from therapist_desk.reports.typography.rich import BODY
from therapist_desk.reports.typography.shaping import GlyphsMissingError
from therapist_desk.reports.typography.system_fonts import faces_for

Drawn = Callable[..., bytes]
NAMES = [("太郎", "山田"), ("すずカ", "高橋"), ("小明", "王"), ("철수", "김")]
every_name = "".join(given + family for given, family in NAMES)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A computer without fonts; gives the folder where a user's own would be."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("HOME", str(tmp_path))
    _forget()
    yield tmp_path / "own" / "fonts"
    _forget()


def _forget() -> None:
    shaping.shape.cache_clear()
    lines.break_lines.cache_clear()


@pytest.mark.skipif(next(faces_for(every_name), None) is None, reason="no embeddable font has all these scripts")
@pytest.mark.parametrize(("given", "family"), NAMES)
def test_a_name_is_written_with_a_font_of_the_computer_and_found_again(given: str, family: str) -> None:
    record = samples.record(client=samples.client(given, family))

    for draw in (physician_summary, insurer_note):
        pdf = draw(Sealed(record, samples.seal()), Paper.LETTER, samples.atlas())

        assert undefined_glyphs(pdf) == 0
        assert all(fonts(pdf).values())
        for text in (flat(pdf), other_text(pdf)):
            assert given in text
            assert family in text


@pytest.mark.skipif(next(faces_for("አበበ"), None) is None, reason="no font has Ethiopic letters")
def test_a_font_of_letters_alone_writes_a_name_between_signs_of_another() -> None:
    # given fonts that have the letters, and mostly no comma and no dash
    record = samples.record(client=samples.client("አበበ", "ቢቂላ"))

    pdf = physician_summary(Sealed(record, samples.seal()), Paper.LETTER, samples.atlas())

    assert undefined_glyphs(pdf) == 0
    for text in (flat(pdf), other_text(pdf)):
        assert "ቢቂላ, አበበ" in text


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("山田太郎", "Chinese or Japanese"),
        ("김철수", "Korean"),
        ("தமிழ்", "Tamil"),
        ("🙂", "symbol"),
        ("\ue000", "unknown"),
    ],
)
def test_what_no_font_draws_is_refused_by_name(bare: Path, text: str, script: str) -> None:
    with pytest.raises(GlyphsMissingError, match="Install a font") as refused:
        break_lines(text, BODY, 300)
    assert refused.value.values["script"] == script
    assert not bare.exists()


def test_a_file_that_is_no_font_is_passed_over(bare: Path) -> None:
    bare.mkdir(parents=True)
    (bare / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 not a font")
    (bare / "empty.ttc").write_bytes(b"")

    with pytest.raises(GlyphsMissingError):
        break_lines("山田太郎", BODY, 300)


CROWN = "♔"  # no font of our own has it; the one below has PostScript outlines


@pytest.fixture
def outlined(bare: Path) -> Path:
    """A computer with one font, whose letters cannot be embedded."""
    bare.mkdir(parents=True)
    (bare / "symbols.otf").write_bytes(pymupdf_fonts.myfont("symbol2"))
    _forget()
    return bare


@pytest.mark.parametrize("draw", [physician_summary, insurer_note])
def test_letters_that_cannot_be_embedded_are_drawn_as_shapes_and_found_as_text(outlined: Path, draw: Drawn) -> None:
    record = samples.record(client=samples.client(f"Dana {CROWN}{CROWN}", f"Whit{CROWN}lock"))

    pdf = draw(Sealed(record, samples.seal()), Paper.LETTER, samples.atlas())

    # then every reader finds the text, with fonts that are all embedded
    for text in (flat(pdf), other_text(pdf)):
        assert f"Whit{CROWN}lock" in text.replace(" ", "")
        assert f"{CROWN}{CROWN}" in text
    assert all(fonts(pdf).values())
    assert undefined_glyphs(pdf) == 0
    assert outlined.exists()
    # and the shape stands where the text is, dark on white, no larger than its line
    word = next(word for word in words(pdf)[0] if CROWN in word.text)
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=4).to_pil().convert("L")
    box = (word.left * 4, (792 - word.top) * 4, word.right * 4, (792 - word.bottom) * 4)
    dark = sum(picture.crop(tuple(round(side) for side in box)).histogram()[:100])
    assert dark > 300


def test_only_the_text_of_shapes_is_out_of_sight(outlined: Path) -> None:
    assert outlined.exists()
    pdf = insurer_note(
        Sealed(samples.record(client=samples.client("Dana", CROWN)), samples.seal()),
        Paper.LETTER,
        samples.atlas(),
    )
    unseen, modes, filled = 0, [], 0
    reader = PdfReader(io.BytesIO(pdf))
    for operands, operator in ContentStream(reader.pages[0].get_contents(), reader).operations:
        if operator == b"Tr":
            modes.append(int(operands[0]))
        elif operator in (b"Tj", b"TJ") and modes and modes[-1] == 3:
            unseen += 1
        elif operator == b"f":
            filled += 1
    assert set(modes) == {0, 3}
    assert modes.count(3) == unseen
    assert filled >= unseen


def test_a_font_that_must_not_be_embedded_is_not_drawn_either(bare: Path) -> None:
    bare.mkdir(parents=True)
    data = bytearray(pymupdf_fonts.myfont("symbol2"))
    at = int.from_bytes(data[data.index(b"OS/2") + 8 : data.index(b"OS/2") + 12], "big")
    data[at + 8 : at + 10] = b"\x00\x02"  # fsType: restricted licence
    (bare / "restricted.otf").write_bytes(data)

    with pytest.raises(GlyphsMissingError):
        break_lines(CROWN, BODY, 300)
