"""How an ICD-10-CM code is written."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.errors import ExpectedError

_CATEGORY: Final = 3
_CODE: Final = re.compile(r"[A-Z][0-9A][0-9A-Z](?:\.[0-9A-Z]{1,4})?")
_BEGINNING: Final = re.compile(r"[A-Z](?:[0-9A](?:[0-9A-Z](?:\.[0-9A-Z]{1,4})?)?)?")
_SURE: Final = 2  # figures that make a text a code, however it is misspelt
_LONGEST: Final = 7
_LOOKS_LIKE: Final = str.maketrans("OSIL", "0511")
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


def meant_beginnings(text: str) -> tuple[str, ...]:
    """Give the dotted codes that a text of no code may stand for: "MS4.2" was read for M54.2, "S13.4D" lacks its X.

    Letters are taken for the figures that they look like, and what fills up to the seventh character is put in.
    """
    bare = plain(text.strip().upper())
    if " " in text.strip() or not bare.isascii() or sum(char.isdigit() for char in bare) < _SURE:
        return ()
    looks = bare[:1] + bare[1:-1].translate(_LOOKS_LIKE) + bare[-1:]
    wholly = bare[:1] + bare[1:].translate(_LOOKS_LIKE)
    filled = (f"{each[:-1].rstrip('X'):X<6}{each[-1]}" for each in (bare, looks) if _CATEGORY < len(each) < _LONGEST)
    meant = dict.fromkeys(dotted(each) for each in (looks, wholly, *filled) if each != bare)
    return tuple(each for each in meant if _BEGINNING.fullmatch(each))


def plain(code: str) -> str:
    """Take the dot out, and the dash that stands for "any"."""
    return _FILLER.sub("", code)


def dotted(code: str) -> str:
    """Put the dot into a code, or the beginning of one, that has none."""
    return f"{code[:_CATEGORY]}.{code[_CATEGORY:]}" if len(code) > _CATEGORY else code
