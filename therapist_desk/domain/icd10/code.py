"""How an ICD-10-CM code is written."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.errors import ExpectedError

_CATEGORY: Final = 3
_CODE: Final = re.compile(r"[A-Z][0-9A][0-9A-Z](?:\.[0-9A-Z]{1,4})?")
_BEGINNING: Final = re.compile(r"[A-Z](?:[0-9A](?:[0-9A-Z](?:\.[0-9A-Z]{1,4})?)?)?")
_FILLER: Final = re.compile(r"[\s.\-]")


class MalformedCodeError(ExpectedError):
    """The text cannot be a code, whatever the release."""

    code = "icd10_malformed"
    sentence = "“{text}” is not an ICD-10-CM code. A code looks like M54.2 or S13.4XXD."


def normalise_code(text: str) -> str:
    """Write a code as the tables do, with its dot: "m545" and " M54.5- " give "M54.5".

    Three to seven letters and digits, the first a letter, the second a digit (or A, in QA0 alone), the dot after the
    third (ICD-10-CM Official Guidelines, section I.A.2).

    Raises:
        MalformedCodeError: it has not the form of a code.
    """
    code = dotted(plain(text.upper()))
    if not code.isascii() or not _CODE.fullmatch(code):
        raise MalformedCodeError(text=text.strip()[:12])
    return code


def code_beginning(text: str) -> str | None:
    """Give the dotted beginning of a code that `text` may be, or None: "s134x" gives "S13.4X", "neck" None.

    A single letter may be one; beyond it a code has digits, and words have not.
    """
    bare = text.strip().upper()
    begun = dotted(plain(bare))
    if not bare.isascii() or not _BEGINNING.fullmatch(begun) or " " in bare:
        return None
    return begun if len(begun) == 1 or any(char.isdigit() for char in begun) else None


def plain(code: str) -> str:
    """Take the dot out, and the dash that stands for "any"."""
    return _FILLER.sub("", code)


def dotted(code: str) -> str:
    """Put the dot into a code, or the beginning of one, that has none."""
    return f"{code[:_CATEGORY]}.{code[_CATEGORY:]}" if len(code) > _CATEGORY else code
