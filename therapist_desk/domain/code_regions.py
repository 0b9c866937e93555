"""Which parts of the body a diagnosis is about: a mapping made by hand, from codes to regions of the atlas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeRegions:
    """`codes` gives the regions, by their ids, that treatment for codes with this beginning may reach.

    They are generous: what lies beside a region, or moves with it, belongs to it. A code that is not there is
    unknown, and nothing is said of it.
    """

    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def related(self, codes: Iterable[str]) -> frozenset[str] | None:
        """Give the regions of all `codes`; None where there are none, or one of them is not known here."""
        found = [self._of(code) for code in codes]
        if not found or any(regions is None for regions in found):
            return None
        return frozenset[str]().union(*(regions for regions in found if regions is not None))

    def _of(self, code: str) -> frozenset[str] | None:
        plain = code.strip().upper()
        beginnings = (plain[:end] for end in range(len(plain), 0, -1))
        return next((self.codes[begin] for begin in beginnings if begin in self.codes), None)
