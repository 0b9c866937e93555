"""How `script/bench` pairs runs, and judges and prints figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.figure import BenchmarkError, Figure, as_table
from benchmarks.paired import measure_pairs
from benchmarks.real_mouse import measure_mouse


def _in_turn(name: str, times: list[float], calls: list[str]) -> Callable[[], float]:
    remaining = iter(times)

    def measure() -> float:
        calls.append(name)
        return next(remaining)

    return measure


def test_rounds_that_warm_up_do_not_count() -> None:
    paired = measure_pairs(
        _in_turn("product", [900, 20, 22, 24], []), _in_turn("floor", [1, 10, 10, 10], []), rounds=3, warm_up=1
    )

    assert (paired.value, paired.floor, paired.ratio) == (22, 10, 2.2)


def test_the_ratio_pairs_what_ran_at_the_same_time() -> None:
    # The machine slows down tenfold on the way; both programs feel it, so the ratio stays.
    paired = measure_pairs(
        _in_turn("product", [2, 20, 200], []), _in_turn("floor", [1, 10, 100], []), rounds=3, warm_up=0
    )

    assert paired.ratio == 2


def test_product_and_floor_take_turns_at_going_first() -> None:
    calls: list[str] = []

    measure_pairs(_in_turn("product", [1, 1, 1], calls), _in_turn("floor", [1, 1, 1], calls), rounds=2, warm_up=1)

    assert calls == ["product", "floor", "floor", "product", "product", "floor"]


@pytest.mark.parametrize(("ratio", "holds"), [(1.3, True), (1.31, False)])
def test_a_figure_with_a_floor_is_judged_by_its_ratio(ratio: float, holds: bool) -> None:  # noqa: FBT001 - a case
    assert Figure(name="start", value=500, unit="ms", floor=400, ratio=ratio, target=1.3).holds is holds


@pytest.mark.parametrize(("value", "holds"), [(49, True), (51, False)])
def test_a_figure_without_a_floor_is_judged_by_its_value(value: float, holds: bool) -> None:  # noqa: FBT001 - a case
    assert Figure(name="search", value=value, unit="ms", target=50).holds is holds


def test_a_figure_is_one_line_of_json() -> None:
    line = Figure(name="save", value=3, unit="ms", floor=1.5, ratio=2, target=4).as_json

    assert "\n" not in line
    assert json.loads(line) == {
        "name": "save",
        "value": 3,
        "unit": "ms",
        "floor": 1.5,
        "ratio": 2,
        "target": 4,
        "holds": True,
    }


def test_the_table_names_a_missed_target() -> None:
    heading, line = as_table([Figure(name="save", value=9, unit="ms", floor=1, ratio=9, target=4)]).splitlines()

    assert heading.split() == ["name", "value", "unit", "floor", "ratio", "target", "holds"]
    assert line.split() == ["save", "9.00", "ms", "1.00", "9.00", "4", "NO"]


def test_a_real_mouse_is_missed_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Given neither Xvfb nor xdotool
    monkeypatch.setenv("PATH", str(tmp_path))

    # When and then
    with pytest.raises(BenchmarkError, match="needs xvfb and xdotool, which script/setup installs"):
        next(iter(measure_mouse()))
