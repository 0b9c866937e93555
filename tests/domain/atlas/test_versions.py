from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"
BUDGET = 1_500_000


@pytest.fixture
def with_an_older_one(tmp_path: Path) -> Path:
    """A copy of the atlas that also keeps a version 1 as it was released."""
    current = Path(shutil.copytree(FOLDER, tmp_path / "body_map"))
    older = Path(shutil.copytree(FOLDER, current / "released" / "1"))
    manifest = json.loads((older / "manifest.json").read_text())
    (older / "manifest.json").write_text(json.dumps(manifest | {"version": "1"}))
    return current


def test_the_current_version_is_the_atlas_itself() -> None:
    atlas = Atlas(FOLDER)
    assert atlas.at_version(atlas.version) is atlas


def test_a_released_version_stays_readable(with_an_older_one: Path) -> None:
    older = Atlas(with_an_older_one).at_version("1")
    assert older is not None
    assert older.version == "1"
    assert older.view(Figure.FEMALE, View.BACK).regions


@pytest.mark.parametrize("version", ["2", "", "..", "../..", "/", "1/../1", "*"])
def test_a_version_that_was_never_released_is_none(with_an_older_one: Path, version: str) -> None:
    assert Atlas(with_an_older_one).at_version(version) is None


def test_a_damaged_released_version_is_said(with_an_older_one: Path) -> None:
    (with_an_older_one / "released" / "1" / "manifest.json").unlink()
    with pytest.raises(AtlasDamagedError, match=r"manifest\.json"):
        Atlas(with_an_older_one).at_version("1")


def test_a_version_stays_within_its_size() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.json")) < BUDGET
