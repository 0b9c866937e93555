"""The wheel alone is the program: installed elsewhere, run from elsewhere, it finds everything it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel, and nothing else, was installed into."""
    wheels = tmp_path_factory.mktemp("wheels")
    target = tmp_path_factory.mktemp("installed")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(wheels), str(ROOT))
    [wheel] = wheels.iterdir()
    _pip("install", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def _run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where only `installed` and the libraries can be imported.

    `-S` leaves out the `.pth` files of site-packages, and with them the editable install of this checkout.
    """
    libraries = [str(installed), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(libraries), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-S", *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_installed_program_knows_its_version(installed: Path, tmp_path: Path) -> None:
    result = _run(installed, tmp_path, "-m", "therapist_desk", "--version")

    assert result.returncode == 0, result.stderr
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] in result.stdout


def test_the_wheel_carries_every_resource(installed: Path, tmp_path: Path) -> None:
    result = _run(
        installed, tmp_path, "-c", "from therapist_desk.app.paths import resources_dir; print(resources_dir())"
    )

    found = Path(result.stdout.strip())
    assert found == installed / "therapist_desk" / "resources", result.stderr
    assert _contents(found) == _contents(RESOURCES)


def _contents(folder: Path) -> set[Path]:
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_installed_program_runs_the_demo(installed: Path, tmp_path: Path) -> None:
    result = _run(installed, tmp_path, "-m", "therapist_desk", "demo", "--out", "made")

    assert result.returncode == 0, result.stderr
    made = {path.name: path.read_bytes()[:4] for path in (tmp_path / "made").iterdir() if path.is_file()}
    assert made.items() >= {("physician.pdf", b"%PDF"), ("insurer.pdf", b"%PDF")}
    assert made.items() >= {(name, b"\x89PNG") for name in ("home.png", "chart.png", "visit.png")}
