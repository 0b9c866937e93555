"""A workplace for tests of the windows: a real encrypted store, real jobs, a clock that moves when told to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from desks import open_desk
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.clock import Clock
from therapist_desk.services.billing.rule_cards import CardShelf
from therapist_desk.services.clinical.assessments import load_assessments
from therapist_desk.services.clinical.code_regions import load_code_regions
from therapist_desk.services.clinical.presets import load_presets
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.health import load_checklist
from therapist_desk.services.readiness import RuleBook
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.workplace import Workplace


@cache
def body_figures() -> Atlas:
    """The body figures, each view of which is read once for all tests."""
    return Atlas(resources_dir() / "body_map")


@contextmanager
def watched_jobs() -> Iterator[Jobs]:
    """Give jobs that end with the block, in which none may have crashed."""
    jobs = Jobs()
    crashes: list[object] = []
    jobs.crashed.connect(lambda *crash: crashes.append(crash))
    yield jobs
    jobs.close()
    assert not crashes


@contextmanager
def new_workplace(folder: Path, clock: Clock, *, like: Path | None = None) -> Iterator[Workplace]:
    """Give a workplace on a new store, or a copy of `like`; the jobs end and the store closes with the block."""
    desk = open_desk(folder, clock, like=like)
    shelf = CardShelf(resources_dir(), folder)
    with watched_jobs() as jobs:
        yield Workplace(
            desk,
            jobs,
            body_figures(),
            Navigator(),
            load_techniques(resources_dir()),
            rules=RuleBook(shelf.load(), load_code_regions(resources_dir()), shelf),
            checklist=load_checklist(resources_dir()),
            codes=CodeShelf(resources_dir(), folder),
            presets=load_presets(resources_dir()),
            assessments=load_assessments(resources_dir()),
        )
    desk.close()
