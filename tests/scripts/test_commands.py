"""The README's two commands, on a small machine: a few tools, a stand-in for Python, no apt, no display."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ["bash", "cat", "chmod", "cksum", "cp", "dirname", "env", "flock", "head", "mkdir", "rm", "uname"]
PREPARED = ["venv", "pip hatchling", "pip .[dev]"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the small machine is a Linux")


@dataclass
class Machine:
    """A folder with a checkout, and a PATH that holds nothing but `TOOLS` and the stand-in."""

    folder: Path
    checkout: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def log(self) -> list[str]:
        """What Python was asked to do, since the log was last cleared."""
        path = self.folder / "log"
        return path.read_text().splitlines() if path.exists() else []

    def clear_log(self) -> None:
        (self.folder / "log").unlink(missing_ok=True)

    def lose_network(self) -> None:
        (self.folder / "no-network").touch()

    def find_network(self) -> None:
        (self.folder / "no-network").unlink()

    def start(self, script: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [str(self.checkout / "script" / script), *arguments],
            env={"PATH": str(self.folder / "bin"), "MACHINE": str(self.folder), **self.environment},
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        with self.start(script, *arguments) as process:
            out, err = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"needs {tool}")
        (tools / tool).symlink_to(found)
    shutil.copy(Path(__file__).with_name("stand_in_python"), tools / "python3")
    checkout = tmp_path / "checkout of mine"  # a space: paths must be quoted
    shutil.copytree(ROOT / "script", checkout / "script", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "constraints.txt", "main.py"):
        shutil.copy(ROOT / name, checkout / name)
    return Machine(tmp_path, checkout)


@pytest.fixture
def prepared(machine: Machine) -> Machine:
    assert machine.run("setup").returncode == 0
    machine.clear_log()
    return machine


def test_the_first_run_makes_an_environment_and_installs_the_pins(machine: Machine) -> None:
    result = machine.run("setup")

    assert result.returncode == 0, result.stderr
    assert machine.log == PREPARED


def test_the_second_run_starts_at_once_and_needs_no_network(prepared: Machine) -> None:
    prepared.lose_network()
    begun = time.perf_counter()

    result = prepared.run("setup")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert time.perf_counter() - begun < 0.5
    assert prepared.log == []


def test_a_first_run_that_broke_off_is_begun_again(machine: Machine) -> None:
    machine.lose_network()
    assert machine.run("setup").returncode != 0
    machine.find_network()
    machine.clear_log()

    assert machine.run("setup").returncode == 0
    assert machine.log == PREPARED


def test_changed_pins_are_installed_into_the_same_environment(prepared: Machine) -> None:
    with (prepared.checkout / "constraints.txt").open("a") as constraints:
        constraints.write("one-more==1.0\n")

    assert prepared.run("setup").returncode == 0
    assert prepared.log == PREPARED[1:]


def test_a_moved_checkout_gets_a_new_environment(prepared: Machine) -> None:
    prepared.checkout = prepared.checkout.rename(prepared.folder / "moved")

    assert prepared.run("setup").returncode == 0
    assert prepared.log == PREPARED


def test_an_environment_whose_python_is_gone_is_made_again(prepared: Machine) -> None:
    (prepared.checkout / ".venv" / "bin" / "python").unlink()

    assert prepared.run("setup").returncode == 0
    assert prepared.log == PREPARED


def test_an_environment_made_by_hand_is_kept(prepared: Machine) -> None:
    (prepared.checkout / ".venv" / ".setup-stamp").unlink()

    assert prepared.run("setup").returncode == 0
    assert prepared.log == PREPARED[1:]


def test_two_at_once_prepare_once(machine: Machine) -> None:
    with machine.start("setup") as first, machine.start("setup") as second:
        results = [process.communicate() for process in (first, second)]

    assert (first.returncode, second.returncode) == (0, 0), results
    assert machine.log == PREPARED


def test_without_a_suitable_python_one_sentence_says_so(machine: Machine) -> None:
    (machine.folder / "bin" / "python3").unlink()

    result = machine.run("setup")

    assert result.returncode == 1
    assert result.stderr == "Python 3.11, 3.12 or 3.13 is needed and was not found.\n"


def test_run_opens_the_window_where_a_display_is(prepared: Machine) -> None:
    prepared.environment["DISPLAY"] = ":0"

    assert prepared.run("run", "--store", "a folder").stdout == "window --store a folder\n"


@pytest.mark.parametrize("arguments", [[], ["demo"], ["--store", "verify"]], ids=" ".join)
def test_run_without_a_display_says_so_and_makes_the_documents(prepared: Machine, arguments: list[str]) -> None:
    result = prepared.run("run", *arguments)

    assert result.stdout == "offscreen demo --out demo-output\n"
    assert result.stderr.count("\n") == 1
    assert "no display" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["demo", "--out", "x"], ["demo", "--out=x"], ["verify"], ["--store", "s", "verify"]],
    ids=" ".join,
)
def test_run_without_a_display_passes_on_what_needs_none(prepared: Machine, arguments: list[str]) -> None:
    result = prepared.run("run", *arguments)

    assert result.stdout == f"offscreen {' '.join(arguments)}\n"
    assert result.stderr == ""


def test_test_passes_arguments_to_pytest_without_a_display(prepared: Machine) -> None:
    assert prepared.run("test", "-k", "timer").stdout == "offscreen pytest -k timer\n"


def test_test_reports_a_failure(prepared: Machine) -> None:
    assert prepared.run("test", "-k", "fail").returncode != 0
