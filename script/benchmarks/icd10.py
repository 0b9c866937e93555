"""`icd10`: reading the table of diagnosis codes, its index, and searching it letter by letter."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from statistics import median
from typing import Final

from benchmarks.figure import Figure
from benchmarks.sample_store import ROOT
from therapist_desk.services.codes.diagnosis_codes import DiagnosisCodes

LOAD_MS, INDEX_MS, SEARCH_MS = 300.0, 600.0, 20.0
ROUNDS: Final = 5
TYPED: Final = (
    "whiplash",
    "low back pain left side",
    "sprain of ligament right ankle initial encounter",
    "unspecified",
    "tmj",
    "fibromialga of the sholder",
    "rotator cuff tear left",
    "s13.4xxd",
    "e t a o",
)


def measure_icd10() -> Sequence[Figure]:
    """Measure in milliseconds: first look-up, first search after it, and the slowest search after any key typed."""
    loads, indexes = [], []
    codes = DiagnosisCodes(ROOT / "resources")
    for _ in range(ROUNDS):
        codes = DiagnosisCodes(ROOT / "resources")
        loads.append(_milliseconds(partial(codes.lookup, "M54.2", date(2026, 4, 1))))
        indexes.append(_milliseconds(partial(codes.search, "neck")))
    beginnings = {text[:end] for text in TYPED for end in range(1, len(text) + 1)}
    slowest = max(median(_milliseconds(partial(codes.search, text)) for _ in range(ROUNDS)) for text in beginnings)
    return (
        Figure(name="icd10 load", value=median(loads), unit="ms", target=LOAD_MS),
        Figure(name="icd10 index", value=median(indexes), unit="ms", target=INDEX_MS),
        Figure(name="icd10 search", value=slowest, unit="ms", target=SEARCH_MS),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    """Time `work` as the application does it: nothing is collected meanwhile, see `ui/collector.py`."""
    gc.disable()
    begun = time.perf_counter()
    work()
    taken = (time.perf_counter() - begun) * 1000
    gc.enable()
    return taken
