from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desk.app import main
from therapist_desk.app.command_line import BadUseError, Demo, Open, Verify, Version, read_command
from therapist_desk.app.version import VERSION


def test_no_words_open_the_usual_charts() -> None:
    assert read_command([]) == Open()


def test_a_store_can_be_named() -> None:
    assert read_command(["--store", "charts"]) == Open(Path("charts"))


def test_demo_opens_samples_or_writes_them() -> None:
    assert read_command(["demo"]) == Demo()
    assert read_command(["demo", "--out", "somewhere"]) == Demo(Path("somewhere"))


def test_documents_can_be_checked() -> None:
    assert read_command(["verify", "a.pdf", "b.pdf"]) == Verify((Path("a.pdf"), Path("b.pdf")))


def test_the_version_wins() -> None:
    assert read_command(["--version"]) == Version()


@pytest.mark.parametrize(
    "words",
    [
        ["--stor", "x"],
        ["sing"],
        ["--store"],
        ["--store", "x", "demo"],
        ["demo", "x"],
        ["verify"],
        ["--store", "x", "verify", "a"],
    ],
)
def test_words_that_make_no_command_are_refused(words: list[str]) -> None:
    with pytest.raises(BadUseError):
        read_command(words)


def test_bad_use_is_one_sentence_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--nonsense"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("therapist-desk: unrecognized arguments: --nonsense")


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")

    assert main(["--version"]) == 0

    assert capsys.readouterr().out == f"therapist-desk {VERSION}\n"
    assert f'version = "{VERSION}"' in project
