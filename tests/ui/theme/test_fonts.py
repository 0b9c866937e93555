from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from therapist_desk.ui.theme.fonts import Text, font, text_width, ui_family


@pytest.mark.parametrize(
    ("system", "installed", "expected"),
    [
        ("Segoe UI", {"Segoe UI", "Noto Sans"}, "Segoe UI"),
        ("DejaVu Sans", {"DejaVu Sans", "Noto Sans"}, "Noto Sans"),
        ("DejaVu Sans", {"DejaVu Sans"}, "DejaVu Sans"),
        ("Gone", {"SF Pro Text"}, "SF Pro Text"),
        ("Gone", set[str](), "Gone"),
    ],
)
def test_the_systems_family_is_used_unless_it_is_wide_or_missing(
    system: str, installed: set[str], expected: str
) -> None:
    assert ui_family(system, installed) == expected


@pytest.mark.parametrize("text", Text)
def test_no_text_is_smaller_than_eleven_pixels(text: Text) -> None:
    assert font(text).pixelSize() >= 11


def test_numbers_that_change_keep_their_width() -> None:
    assert text_width("1111", Text.COUNTER) == pytest.approx(text_width("8888", Text.COUNTER))
    assert font(Text.COUNTER).featureValue(QFont.Tag("tnum")) == 1


def test_a_title_is_larger_than_the_body() -> None:
    body, title = (QFontMetricsF(font(text)).height() for text in (Text.BODY, Text.DISPLAY))

    assert title > body
