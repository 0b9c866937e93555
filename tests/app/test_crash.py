from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from therapist_desk.app.crash import CrashHandler
from therapist_desk.app.log_file import PlainFormatter
from therapist_desk.domain.errors import NotFoundError

SECRET = "Juniper said that her knee hurts"


def fail_with(text: str) -> None:
    raise ValueError(text)


def caught(text: str) -> ValueError:
    try:
        fail_with(text)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.usefixtures("qapp")
def test_a_crash_keeps_the_draft_and_reports_without_the_words(tmp_path: Path) -> None:
    order: list[object] = []
    handler = CrashHandler(tmp_path / "logs", order.append)
    handler.keep_draft_by(lambda: order.append("draft kept"))
    error = caught(SECRET)

    handler.take(ValueError, error, error.__traceback__)

    assert order[0] == "draft kept"
    report = order[1]
    assert isinstance(report, Path)
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert "in fail_with" in text
    assert "Juniper" not in text


@pytest.mark.usefixtures("qapp")
def test_only_the_first_crash_asks(tmp_path: Path) -> None:
    asked: list[Path | None] = []
    handler = CrashHandler(tmp_path, asked.append)
    error = caught("x")

    handler.take(ValueError, error, error.__traceback__)
    handler.take(ValueError, error, error.__traceback__)

    assert len(asked) == 1


def test_an_expected_failure_is_no_crash(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[Path | None] = []
    handler = CrashHandler(tmp_path, asked.append)
    error = NotFoundError(what="visit")

    with qtbot.waitSignal(handler.expected) as told:
        handler.take(NotFoundError, error, None)

    assert told.args == [error]
    assert asked == []


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_cannot_be_written_still_asks(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    asked: list[Path | None] = []
    error = caught("x")

    CrashHandler(in_the_way / "logs", asked.append).take(ValueError, error, error.__traceback__)

    assert asked == [None]


def test_the_log_names_an_exception_without_its_words() -> None:
    error = caught(SECRET)
    record = logging.LogRecord(
        "x", logging.ERROR, __file__, 1, "failed", (), (ValueError, error, error.__traceback__)
    )

    line = PlainFormatter().format(record)

    assert "ValueError" in line
    assert "Juniper" not in line
