"""Nothing that a checkout carries ties it to one machine or one package index."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each pattern is written so that it does not match its own line.
MACHINE_PATHS = r"(^|[^A-Za-z0-9_.~$}<-])/(home|Users|root|work|opt|mnt)/[A-Za-z0-9_.]"
INDEX_HOSTS = r"pypi[.]org|pythonhosted[.]org|--(extra-)?index[-]url|--find[-]links"


def _tracked_lines_with(pattern: str) -> list[str]:
    if not shutil.which("git"):
        pytest.skip("needs git")
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    result = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "grep", "-nIE", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in {0, 1}, result.stderr
    return result.stdout.splitlines()


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    assert _tracked_lines_with(MACHINE_PATHS) == []


def test_no_tracked_file_names_a_package_index() -> None:
    assert _tracked_lines_with(INDEX_HOSTS) == []


@pytest.mark.parametrize("top", ["home", "Users", "opt"])
@pytest.mark.parametrize("before", ["", "cd ", 'path = "', "file://"])
def test_the_path_rule_sees_such_a_path(top: str, before: str) -> None:
    assert re.search(MACHINE_PATHS, f"{before}/{top}/anna/desk")


@pytest.mark.parametrize("line", ["$prefix/opt/x", "src/home/welcome.py", "./work/x", "</root>", "~/work/x"])
def test_the_path_rule_leaves_relative_paths_alone(line: str) -> None:
    assert not re.search(MACHINE_PATHS, line)


def test_every_dependency_is_pinned_to_one_version() -> None:
    pins = [
        line
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]

    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", pin)] == []
