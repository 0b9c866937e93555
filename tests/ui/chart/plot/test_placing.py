from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.chart.plot.frame import LOWER, Frame
from therapist_desk.ui.chart.plot.placing import band_label, day_labels, start_labels
from therapist_desk.ui.chart.plot.plot import Plot, PlotBand, PlotPoint

WIDE, NARROW = QSizeF(760, 208), QSizeF(350, 200)
Pair = tuple[int | None, int | None]


def plot(values: list[Pair], starts: tuple[int, ...] = (0,), band: tuple[int, int] | None = None) -> Plot:
    points = tuple(
        PlotPoint(
            VisitId(f"v{place}"),
            place + 1,
            date(2026, 1, 5) + timedelta(days=4 * place),
            None if before is None else Decimal(before),
            None if after is None else Decimal(after),
            "treatment start" if place in starts else "",
        )
        for place, (before, after) in enumerate(values)
    )
    drawn = PlotBand(Decimal(band[0]), Decimal(band[1]), "minimal important change 2") if band else None
    return Plot(name="pain", points=points, lowest=Decimal(0), highest=Decimal(10), band=drawn)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("count", [1, 2, 3, 10, 40, 120])
@pytest.mark.parametrize("starts", [(0,), (0, 1), (0, 39)])
def test_no_two_days_cover_each_other(qapp: QApplication, size: QSizeF, count: int, starts: tuple[int, ...]) -> None:
    drawn = plot([(8, 6)] * count, starts)
    frame = Frame(drawn, size)
    days = day_labels(drawn, frame)

    assert 0 in {label.place for label in days}  # where treatment starts
    assert len(days) > 1 or count == 1
    for labels in (days, start_labels(drawn, frame)):
        assert not any(one.box.intersects(other.box) for one, other in combinations(labels, 2))
    assert qapp is not None


def test_the_numbers_under_the_lowest_spots_stand_over_the_days(qapp: QApplication) -> None:
    courses: list[tuple[list[Pair], int]] = [([(2, 0)] * 4, 0), ([(8, 6)] * 4, 6), ([(0, 3), (5, 5), (None, 0)], 0)]
    for values, lowest in courses:
        drawn = plot(values)
        frame = Frame(drawn, WIDE)

        assert frame.y(Decimal(lowest)) + LOWER <= frame.days_top + 2
        assert frame.days_top + 14 + 16 <= WIDE.height() + 2
    assert qapp is not None


def test_the_words_of_the_band_keep_off_the_lines(qapp: QApplication) -> None:
    drawn = plot([(6, 4), (None, None), (4, 2)], band=(6, 4))
    frame = Frame(drawn, WIDE)
    box = band_label(drawn, frame)

    assert box is not None
    assert box.top() >= frame.y(Decimal(6))
    assert box.bottom() <= frame.y(Decimal(4))
    first, last = frame.spot(0, Decimal(6)), frame.spot(2, Decimal(4))
    for step in range(101):
        assert not box.contains(first + (last - first) * (step / 100))
    assert band_label(plot([(6, 4)]), Frame(plot([(6, 4)]), WIDE)) is None
    assert qapp is not None


def test_a_band_too_low_for_words_has_none(qapp: QApplication) -> None:
    drawn = plot([(6, 4), (5, 3)], band=(6, 4))

    assert band_label(drawn, Frame(drawn, QSizeF(400, 70))) is None
    assert isinstance(band_label(drawn, Frame(drawn, WIDE)), QRectF)
    assert qapp is not None
