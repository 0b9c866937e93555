"""Which parts of the body a diagnosis is about: a mapping made by hand, from codes to regions of the atlas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class CodeRegions:
    """`codes` gives the regions, by their ids, that treatment for codes with this beginning may reach.

    They are generous: what lies beside a region, or moves with it, belongs to it. A code that is not there is
    unknown, and nothing is said of it. `names` gives the regions that are called so, by `folded` words.
    """

    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def related(self, codes: Iterable[str]) -> frozenset[str] | None:
        """Give the regions of all `codes`; None where there are none, or one of them is not known here."""
        found = [self._of(code) for code in codes]
        if not found or any(regions is None for regions in found):
            return None
        return frozenset[str]().union(*(regions for regions in found if regions is not None))

    def named(self, words: str) -> frozenset[str]:
        """Give the regions that `words` speak of: of what is called by several words, not what one of them means."""
        said = f" {folded(words)} "
        found = [name for name in self.names if f" {name} " in said]
        whole = [name for name in found if not any(f" {name} " in f" {other} " != f" {name} " for other in found)]
        return frozenset[str]().union(*(self.names[name] for name in whole))

    def _of(self, code: str) -> frozenset[str] | None:
        plain = code.strip().upper()
        beginnings = (plain[:end] for end in range(len(plain), 0, -1))
        return next((self.codes[begin] for begin in beginnings if begin in self.codes), None)


def folded(words: str) -> str:
    """Give words without capitals and plurals, so that a name is found however it is written."""
    return " ".join(word.rstrip("s") for word in _WORD.findall(words.casefold()))
