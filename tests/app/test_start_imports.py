"""The first window needs Qt and little else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desks import open_desk

ROOT = Path(__file__).parents[2]
HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "pypdfium2",
    "pyhanko",
    "cryptography",
    "argon2",
    "zxcvbn",
    "sqlcipher3",
    "hunspell",
    "PIL",
    "pymupdf_fonts",
    "pypdf",
    "rfc8785",
    "uharfbuzz",
    "therapist_desk.domain.atlas",
)
SHOW = """
import sys
from therapist_desk.app import main
code = main(sys.argv[2:])
print("code", code)
print("found", sorted(set(sys.argv[1].split(",")) & set(sys.modules)))
"""


@pytest.mark.parametrize("has_store", [True, False], ids=["unlock", "first run"])
def test_nothing_heavy_is_imported_before_the_first_window_stands(tmp_path: Path, *, has_store: bool) -> None:
    store = tmp_path / "charts"
    if has_store:
        open_desk(store).close()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "THERAPIST_DESK_BENCH_FIRST_PAINT": "1",
        "HOME": str(tmp_path),
    }

    result = subprocess.run(
        [sys.executable, "-c", SHOW, ",".join(HEAVY), "--store", str(store)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=9,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == ["first-paint", "code 0", "found []"]
