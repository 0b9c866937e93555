"""Names in scripts that only the computer's own fonts have: embedded, found again, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reports import samples
from reports.pdfs import flat, fonts, other_text, undefined_glyphs
from therapist_desk.reports import lines, shaping
from therapist_desk.reports.lines import break_lines
from therapist_desk.reports.page import Paper
from therapist_desk.reports.rich import BODY
from therapist_desk.reports.shaping import GlyphsMissingError
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary
from therapist_desk.reports.system_fonts import faces_for

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
        pdf = draw(record, samples.seal(), (), Paper.LETTER, samples.atlas())

        assert undefined_glyphs(pdf) == 0
        assert all(fonts(pdf).values())
        for text in (flat(pdf), other_text(pdf)):
            assert given in text
            assert family in text


@pytest.mark.parametrize(
    ("text", "script"),
    [("山田太郎", "Chinese or Japanese"), ("김철수", "Korean"), ("தமிழ்", "Tamil"), ("🙂", "Symbol")],
)
def test_what_no_font_draws_is_refused_by_name(bare: Path, text: str, script: str) -> None:
    with pytest.raises(GlyphsMissingError, match="Install a TrueType font") as refused:
        break_lines(text, BODY, 300)
    assert refused.value.values["script"] == script
    assert not bare.exists()


def test_a_file_that_is_no_font_is_passed_over(bare: Path) -> None:
    bare.mkdir(parents=True)
    (bare / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 not a font")
    (bare / "empty.ttc").write_bytes(b"")

    with pytest.raises(GlyphsMissingError):
        break_lines("山田太郎", BODY, 300)
