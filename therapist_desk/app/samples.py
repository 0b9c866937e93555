"""Sample clients to look around with: a store of their own in a temporary folder, marked as what it is."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.clock import Clock
from therapist_desk.services.opening import unlock

if TYPE_CHECKING:
    from therapist_desk.app.demo.samples import Samples
    from therapist_desk.services.desk import Desk

_NOTE: Final = "samples.json"
_PREFIX: Final = "therapist-desk-samples-"


def open_samples(resources: Path, clock: Clock) -> Desk:
    """Make a store of sample clients and open it. Takes some seconds: a job."""
    return open_made(make_marked(Path(tempfile.mkdtemp(prefix=_PREFIX)), resources, clock), clock)


def make_marked(folder: Path, resources: Path, clock: Clock) -> Samples:
    """Make a store of sample clients in `folder`, marked so that nobody takes it for real charts.

    Raises:
        StoreExistsError: there are charts already.
    """
    from therapist_desk.app.demo.samples import make_samples  # noqa: PLC0415 - heavy, and seldom wanted

    samples = make_samples(folder, resources, clock)
    (folder / _NOTE).write_text(json.dumps({"passphrase": samples.passphrase}), encoding="utf-8")
    return samples


def open_made(samples: Samples, clock: Clock) -> Desk:
    """Open a store of samples; its running visit counts as watched all along."""
    return unlock(samples.folder, samples.therapist_id, samples.passphrase, clock, watched_since=samples.begun)


def sample_passphrase(folder: Path) -> str | None:
    """Give the passphrase of a store of samples, which is no secret; None where real charts are."""
    try:
        note = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        return str(note["passphrase"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_samples(folder: Path) -> None:
    """Remove a store of samples that `open_samples` made; any other folder is left alone."""
    if folder.name.startswith(_PREFIX) and sample_passphrase(folder) is not None:
        shutil.rmtree(folder, ignore_errors=True)
