from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import View


@pytest.fixture
def body_map(qtbot: QtBot) -> BodyMap:
    """A map of the back at its usual size, shown and with the keyboard focus."""
    body_map = BodyMap(ATLAS)
    body_map.resize(568, 540)
    body_map.set_view(View.BACK)
    qtbot.addWidget(body_map)
    with qtbot.waitExposed(body_map):
        body_map.show()
    body_map.setFocus(Qt.FocusReason.OtherFocusReason)
    return body_map
