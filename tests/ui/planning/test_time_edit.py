from __future__ import annotations

from datetime import time

import pytest

from therapist_desk.ui.planning.time_edit import read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9", time(9)),
        ("2:30 pm", time(14, 30)),
        ("12 am", time(0)),
        ("12:05 PM", time(12, 5)),
    ],
)
def test_a_time_is_read_in_any_usual_form(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "9:75", "13 pm", "0 am"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None
