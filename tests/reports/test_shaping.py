"""Names in any script: shaped, in order, found again in the text, and never a box."""

from __future__ import annotations

from therapist_desk.reports.typography.fonts import Face, font, width
from therapist_desk.reports.typography.lines import break_lines, one_line
from therapist_desk.reports.typography.rich import BODY, phrase
from therapist_desk.reports.typography.shaping import clean, shape


def test_digits_stand_under_each_other() -> None:
    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC):
        assert len({round(width(digit, face, 9), 3) for digit in "0123456789"}) == 1


def test_arabic_letters_join() -> None:
    (run,) = shape("محمد", Face.REGULAR, rightward=True)
    table = font(Face.REGULAR).face.charToGlyph
    joined = [table[ord(code)] for code in reversed(run.drawn)]
    assert joined[0] != table[ord("م")]
    assert joined[0] != joined[2]  # the same letter at the beginning and in the middle


def test_a_vowel_sign_before_its_letter_is_drawn_first() -> None:
    (run,) = shape("कि", Face.REGULAR, rightward=False)
    glyphs = [font(Face.REGULAR).face.charToGlyph[ord(code)] for code in run.drawn]
    letter = font(Face.REGULAR).face.charToGlyph[ord("क")]
    assert glyphs[-1] == letter
    assert glyphs[0] != letter


def test_accents_typed_apart_are_composed() -> None:
    assert clean("Nguye\u0302\u0303n") == "Nguyễn"


def test_controls_and_soft_hyphens_leave_no_mark() -> None:
    assert clean("a\x07b\u00adc\td") == "abc d"


def test_a_sign_that_the_first_font_lacks_comes_from_another() -> None:
    line = one_line("done ✓", BODY)
    assert {run.face for run in line.runs} == {Face.REGULAR, Face.SIGNS}


def test_a_change_is_never_broken_at_its_arrow() -> None:
    for line in break_lines("Pain went from here to there 7 → 3", BODY, 60):
        assert not line.text.rstrip().endswith("→")
        assert not line.text.lstrip().startswith("→")


def test_no_line_is_wider_than_its_room() -> None:
    text = (
        "The neck turns 30° short of norm, so she cannot check the blind spot (Wolfeschlegelsteinhausenbergerdorff)."
    )
    for room in (40.0, 77.0, 150.0):
        assert all(line.width <= room + 0.01 for line in break_lines(text, BODY, room))


def test_markup_in_a_value_stays_words() -> None:
    spans = phrase("**Limits:** {text}", text="{x} **bold** <b>")
    assert [span.text for span in spans] == ["Limits:", " {x} **bold** <b>"]
    assert spans[1].face is None
