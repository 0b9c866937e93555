"""The card of diagnosis codes, on the release that comes with the program."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desks import HandClock
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.settings.codes_card import CodesCard
from therapist_desk.ui.workplace import Workplace


@pytest.mark.parametrize("month", [9, 10])
def test_a_release_that_has_ended_asks_for_the_newer_one(
    workplace: Workplace, clock: HandClock, qtbot: QtBot, month: int
) -> None:
    clock.set(datetime(2026, month, 1, 18, tzinfo=UTC))

    card = CodesCard(workplace)
    qtbot.addWidget(card)

    banner = card.findChild(Banner, "codes_message")
    assert isinstance(banner, Banner)
    assert banner.isVisibleTo(card) is (month >= 10)  # the April release holds to the end of September
