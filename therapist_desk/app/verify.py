"""Says of PDFs whether they are as they were sealed; no charts are opened."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.seal_check import Verdict, check_pdf, in_words

INTACT, ALTERED, UNREADABLE, UNKNOWN = range(4)
"""Exit codes, of which the worst of several files counts; 2 is also that of bad use."""
_CODES: Final = {Verdict.INTACT: INTACT, Verdict.ALTERED: ALTERED, Verdict.UNKNOWN: UNKNOWN}
_WORST_FIRST: Final = (ALTERED, UNREADABLE, UNKNOWN, INTACT)


def verify(files: Sequence[Path]) -> int:
    """Write what is found of each file; gives the exit code."""
    return min((_verify(file) for file in files), key=_WORST_FIRST.index)


def _verify(file: Path) -> int:
    try:
        checked = check_pdf(file)
    except ExpectedError as error:
        sys.stderr.write(f"therapist-desk: {error}\n")
        return UNREADABLE
    sys.stdout.write("\n  ".join(in_words(checked)) + "\n")
    return _CODES[checked.verdict]
