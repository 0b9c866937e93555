"""Units as sentences state them, by procedure number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from therapist_desk.domain.checklist.phrases import any_of, told

_COUNTED: Final = re.compile(
    r"\b(?P<code>97\d{3})\b(?: ?\([^)\d]*\)|[^.;\d]){0,30}?(?<!\d)(?P<count>\d{1,2}) ?(?:units?|u)\b"
    r"|\b(?P<first>\d{1,2}) ?(?:units?|u) (?:of |for )?(?:\w+ ){0,3}?\(?(?P<second>97\d{3})\b"
    r"|\b(?P<short>97\d{3}) ?(?:for|x|\*) ?(?P<times>\d{1,2})"
    r"(?! ?(?:\d|-|m\b|min|h\b|hours?|units?|u\b|weeks?|times|visits?))",
    re.IGNORECASE,
)
_OTHER_DAY: Final = any_of(
    *(r"authori[sz]\w+", r"approv\w+", r"request\w*", r"order\w*", r"plan\w*", r"next", r"last", r"previous\w*"),
    *(
        r"remain\w*",
        r"left",
        r"allow\w*",
        r"up to",
        r"at most",
        r"per (?:visit|day)",
        r"limit\w*",
        r"instead",
        r"not",
    ),
    r"denied",
)


def stated_units(text: str) -> Iterator[tuple[str, int]]:
    """Give each procedure number with the units that a sentence states for it; not those of another day."""
    for _, said in told(text):
        if _OTHER_DAY.search(said):
            continue
        for found in _COUNTED.finditer(said):
            code = found["code"] or found["second"] or found["short"]
            yield code, int(found["count"] or found["first"] or found["times"])
