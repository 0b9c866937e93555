"""How texts are cut and searched for words."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(
    r"(?<=[.!?;])(?<!\b[Dd]r\.)(?<!\b[SMP]t\.)(?<!\bM[rs]\.)(?<!\bvs\.)(?<!\bLt\.)(?<!\bRt\.)(?<!\bMrs\.)(?<!\bappt\.)"
    r"(?<!\bcont\.)(?<!\be\.g\.)(?<!\bi\.e\.)\s+|\n+"
)


def any_of(*words: str) -> re.Pattern[str]:
    """Match any of these words, each a pattern, in capitals or not."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text where sentences and lines end."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())
