"""From characters to glyphs: scripts whose letters join, stack or reorder are shaped by HarfBuzz."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, zip_longest
from typing import Any, Final, NamedTuple

import uharfbuzz
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFError

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.reports.typography.bidi import INVISIBLE
from therapist_desk.reports.typography.fonts import AnyFace, Face, font
from therapist_desk.reports.typography.outlines import outline_font
from therapist_desk.reports.typography.system_fonts import SystemFace, faces_for

# One character, one glyph, left to right: Latin, Greek, Cyrillic, Armenian, Georgian, punctuation, signs.
_PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058a\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u1dbf\u1e00-\u1fff"
    "\u2010-\u2027\u202f-\u205e\u2070-\u20cf\u2190-\u22ff\u2c60-\u2c7f\ua720-\ua7ff]*"
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad]")
_FALLBACKS: Final = (Face.WIDE, Face.SIGNS)
_BOLD: Final = frozenset({Face.BOLD, Face.BOLD_ITALIC})
_CACHED_RUNS: Final = 1024
_TRIED: Final = 4
"""Faces of the computer that are tried: a font may have the characters and yet not the forms they need."""
_UNDRAWN: Final = frozenset("\u200c\u200d")  # joiners: they shape their neighbours and need no glyph
# Blanks of a ligature stand this far apart, in thousandths of an em: wider, and readers see a space between them.
_BLANK_STEP: Final = 12


class GlyphsMissingError(ExpectedError):
    """Text in a script, or with a sign, that no font here can draw. A box on paper would be worse."""

    code = "glyphs_missing"
    sentence = (
        "The document holds {script} characters that no font on this computer can print. "
        "Install a font that has them and start again, write them in another script, or leave them out."
    )


class Run(NamedTuple):
    """Glyphs of one face in visual order.

    `drawn` goes to the font: a `ShapedStr` with its own positions where it was shaped. `text` is what it says;
    `width` is in thousandths of an em, and so is `path`: shapes to fill from where the run begins, for letters that
    cannot be embedded; `drawn` is then not to be seen and holds the text for whoever copies or searches.
    """

    face: AnyFace
    text: str
    drawn: str
    width: float
    rightward: bool = False
    path: str = ""

    @property
    def says(self) -> str | None:
        """What a reader is told that the run says, or None where its glyphs tell it better.

        Readers turn right-to-left text round themselves, and would turn this round too.
        """
        return None if self.rightward or not isinstance(self.drawn, ShapedStr) else self.text


def clean(text: str) -> str:
    """Compose accents, drop what has neither shape nor meaning on paper, and keep a change ("7 → 3") on one line."""
    return _CONTROLS.sub("", unicodedata.normalize("NFC", text).replace("\t", " ")).replace(" → ", "\u00a0→\u00a0")


def is_plain(text: str) -> bool:
    """Tell whether `text` needs neither shaping nor reordering."""
    return _PLAIN.fullmatch(text) is not None


@functools.lru_cache(maxsize=_CACHED_RUNS)
def shape(text: str, face: Face, *, rightward: bool) -> tuple[Run, ...]:
    """Shape text of one direction; the runs come from left to right.

    Raises:
        GlyphsMissingError: no font covers a script in it.
    """
    runs = [run for piece in _pieces(text) for run in _shape_piece(piece, face, rightward=rightward)]
    return tuple(reversed(runs)) if rightward else tuple(runs)


def _pieces(text: str) -> Iterator[str]:
    """Cut where the script changes; spaces, digits, signs and marks stay with the letters before them."""
    script = ""
    keyed: list[tuple[str, str]] = []
    for char in text:
        if char in INVISIBLE:
            continue
        plain_after_sign = script == "SYMBOL" and _PLAIN.fullmatch(char)  # its font may have nothing but signs
        script = _script(char) or ("LATIN" if plain_after_sign else script)
        keyed.append((script, char))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        yield "".join(char for _, char in group)


def _script(char: str) -> str:
    """Name a letter's script by the first word of its Unicode name; "" for what follows its neighbours."""
    if _PLAIN.fullmatch(char):
        return "LATIN" if char.isalpha() else ""
    category = unicodedata.category(char)
    if category == "So":
        return "SYMBOL"
    return unicodedata.name(char, "UNKNOWN").split()[0] if category[0] == "L" else ""


def _shape_piece(text: str, face: Face, *, rightward: bool) -> list[Run]:
    """Shape a piece in one face, or its letters apart from its signs: many a font has letters alone, and no comma."""
    run = _shape_whole(text, face, rightward=rightward)
    if run is not None:
        return [run]
    parts = ["".join(part) for _, part in groupby(text, key=is_plain)]
    if len(parts) == 1:
        raise GlyphsMissingError(script=_missing_script(text, face))
    return [run for part in parts for run in _shape_piece(part, face, rightward=rightward)]


def _shape_whole(text: str, face: Face, *, rightward: bool) -> Run | None:
    if not rightward and is_plain(text) and font(face).covers(text):
        return Run(face, text, text, font(face).stringWidth(text, 1000))
    for candidate in (face, *_FALLBACKS):
        run = _shape_with(text, candidate, rightward=rightward)
        if run is not None:
            return run
    for found in islice(
        faces_for("".join(char for char in text if char not in _UNDRAWN), bold=face in _BOLD), _TRIED
    ):
        run = _shape_with_system(text, found, rightward=rightward)
        if run is not None:
            return run
    return None


def _shape_with_system(text: str, face: SystemFace, *, rightward: bool) -> Run | None:
    """Shape with a face of the computer; None where its file cannot be read after all."""
    try:
        return (_outline if face.drawn else _shape_with)(text, face, rightward=rightward)
    except (OSError, TTFError, uharfbuzz.HarfBuzzError):
        return None


def _outline(text: str, face: SystemFace, *, rightward: bool) -> Run | None:
    """Shape with a face whose letters are drawn as shapes, over letters out of sight that read as the text."""
    used, carrier = outline_font(face), font(Face.REGULAR)
    found = _glyphs(text, used.shaper, rightward=rightward)
    if found is None:
        return None
    infos, positions = found
    drawn: list[str] = []
    placed: list[ShapeData] = []
    paths: list[str] = []
    x = 0.0
    for cluster, group in _clusters(text, infos, positions, rightward=rightward):
        for said, pair in zip_longest(cluster, group):
            advance = 0.0
            if pair is not None:
                info, position = pair
                left, up, advance = map(used.per_mille, (position.x_offset, position.y_offset, position.x_advance))
                paths.append(used.path(info.codepoint, x + left, up))
            char, own = carrier.stand_in(advance, said)
            drawn.append(char)
            placed.append(ShapeData(group[-1][0].cluster, advance, 0, 0, 0, own))
            x += advance
    shapes = " ".join(filter(None, paths))
    return Run(Face.REGULAR, text, ShapedStr("".join(drawn), placed), x, rightward, shapes)


def _glyphs(text: str, shaper: Any, *, rightward: bool) -> tuple[Sequence[Any], Sequence[Any]] | None:
    """Let HarfBuzz choose and place the glyphs; None where one is lacking."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rightward else "ltr"
    uharfbuzz.shape(shaper, buffer, {"tnum": True})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    return None if any(info.codepoint == 0 for info in infos) else (infos, positions)


def _shape_with(text: str, face: AnyFace, *, rightward: bool) -> Run | None:
    """Shape with one face; None where it lacks a glyph."""
    used = font(face)
    found = _glyphs(text, used.shaper, rightward=rightward)
    if found is None:
        return None
    infos, positions = found
    drawn: list[str] = []
    placed: list[ShapeData] = []
    for cluster, group in _clusters(text, infos, positions, rightward=rightward):
        for (info, position), said in zip(group, cluster, strict=False):
            own = used.per_mille(used.shaper.get_glyph_h_advance(info.codepoint))
            x_advance, x, y = (used.per_mille(v) for v in (position.x_advance, position.x_offset, position.y_offset))
            drawn.append(used.glyph(info.codepoint, own, said))
            placed.append(ShapeData(info.cluster, x_advance, 0, x, y, own))
        for left, said in zip(range(len(cluster) - len(group), 0, -1), cluster[len(group) :], strict=False):
            drawn.append(used.blank(said))
            placed.append(ShapeData(group[-1][0].cluster, 0, 0, -left * _BLANK_STEP, 0, 0))
    return Run(face, text, ShapedStr("".join(drawn), placed), sum(place.x_advance for place in placed), rightward)


def _clusters(
    text: str, infos: Sequence[Any], positions: Sequence[Any], *, rightward: bool
) -> Iterator[tuple[list[str], list[tuple[Any, Any]]]]:
    """Pair the glyphs of each cluster, from left to right, with the text each of them reads as.

    Readers put right-to-left text in order by turning single characters round, so there a ligature of several
    letters is followed by blanks that read as the rest. A letter twice in a row stays together: on one spot, readers
    take the second for the first drawn again.
    """
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, pairs in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster):
        group = list(pairs)
        said = list(text[start : ends[start]])
        if rightward:
            said.reverse()
            if len(said) > len(group):
                said[len(group) :] = ["".join(same) for _, same in groupby(said[len(group) :])]
        elif len(said) > len(group):
            said[len(group) - 1 :] = ["".join(said[len(group) - 1 :])]
        yield said + [""] * (len(group) - len(said)), group


def _missing_script(text: str, face: Face) -> str:
    faces = [font(candidate) for candidate in (face, *_FALLBACKS)]
    lost = next((char for char in text if not any(used.covers(char) for used in faces)), text[0])
    if unicodedata.category(lost)[0] in "SC":
        return "symbol" if unicodedata.category(lost)[0] == "S" else "unknown"
    name = unicodedata.name(lost).split()[0]
    return {"CJK": "Chinese or Japanese", "HANGUL": "Korean"}.get(name, name.capitalize())
