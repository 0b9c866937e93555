from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from therapist_desk.ui.theme.icons import icon, icon_pixmap

NAMES = sorted(path.stem for path in (Path(__file__).parents[3] / "resources" / "icons").glob("*.svg"))
TEAL = QColor("#0F6B6E")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(name: str) -> None:
    image = icon_pixmap(name, 20, TEAL).toImage()

    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_an_icon_takes_the_colour_of_its_text() -> None:
    image = icon_pixmap("stop", 20, TEAL).toImage()
    strongest = max((image.pixelColor(x, y) for x in range(20) for y in range(20)), key=QColor.alpha)

    assert (strongest.red(), strongest.green(), strongest.blue()) == (TEAL.red(), TEAL.green(), TEAL.blue())


def test_an_icon_is_drawn_at_the_pixel_ratio_of_the_screen() -> None:
    pixmap = icon_pixmap("lock", 16, TEAL, 1.25)

    assert pixmap.width() == 20
    assert pixmap.deviceIndependentSize().width() == 16


def test_an_icon_is_drawn_once_for_each_size_and_colour() -> None:
    first, again = icon_pixmap("lock", 18, TEAL), icon_pixmap("lock", 18, TEAL)
    other = icon_pixmap("lock", 18, QColor("red"))

    assert first.cacheKey() == again.cacheKey()
    assert first.cacheKey() != other.cacheKey()


def test_a_gap_widens_an_icon_beside_text() -> None:
    sizes = icon("lock", 18, TEAL, gap=4).availableSizes()

    assert [size.width() - size.height() for size in sizes] == [4]


def test_a_name_without_a_file_is_a_mistake() -> None:
    with pytest.raises(LookupError, match="unicorn"):
        icon_pixmap("unicorn", 20, TEAL)
