"""Every figure by the name it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from benchmarks.body_map import measure_map
from benchmarks.document import measure_document
from benchmarks.figure import Figure
from benchmarks.first import measure_first
from benchmarks.icd10 import measure_icd10
from benchmarks.packet import measure_packet
from benchmarks.save import measure_save
from benchmarks.search import measure_search
from benchmarks.start import measure_form, measure_start

BENCHMARKS: Final[dict[str, Callable[[], Figure | Iterable[Figure]]]] = {
    "start": measure_start,
    "form": measure_form,
    "save": measure_save,
    "map": measure_map,
    "icd10": measure_icd10,
    "search": measure_search,
    "document": measure_document,
    "first": measure_first,
    "packet": measure_packet,
}
