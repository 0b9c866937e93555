"""What can be done on the page in front: the palette offers it beside what can be done from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageAction:
    """`words` name it and are searched, `keys` do the same on the page; `name` tells it from the page's others."""

    name: str
    words: str
    icon: str
    do: Callable[[], object]
    keys: str = ""
