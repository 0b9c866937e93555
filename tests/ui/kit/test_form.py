from __future__ import annotations

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.ui.kit.form import Form

NAMES = [f"line{number}" for number in range(12)]


def test_the_first_problem_comes_into_sight_where_the_form_scrolls(qtbot: QtBot) -> None:
    # given a form higher than what shows it
    form, around = Form(), QScrollArea()
    for name in NAMES:
        form.line(name, "Name")
        form.place(name)
    around.setWidget(form)
    around.setWidgetResizable(True)
    around.resize(300, 200)
    qtbot.addWidget(around)
    with qtbot.waitExposed(around):
        around.show()
    last = form.field(NAMES[-1])
    assert last.visibleRegion().isEmpty()

    # when its last line is refused, then that line is seen, and why
    form.show_problems([FieldProblem(NAMES[-1], "required")])
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_text_too_long_for_its_field_shows_how_it_begins(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)

    line = form.line("worse", "Worse with", "desk work beyond an hour, looking over the right shoulder")

    assert line.cursorPosition() == 0
