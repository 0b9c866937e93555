"""Names of people, in any script: folding for search, initials, order."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Letters that Unicode does not decompose into a base letter and an accent.
_UNDECOMPOSED: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_WORDS: Final = re.compile(r"\w+")


def fold(text: str) -> str:
    """Reduce `text` to what search compares: case, accents and compatibility forms gone."""
    # Compatibility forms unfold into capitals, and case folding into combined letters: hence twice.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare.translate(_UNDECOMPOSED))


def fold_words(text: str) -> tuple[str, ...]:
    """Split folded text into its words."""
    return tuple(_WORDS.findall(fold(text)))


def initials(name: str) -> str:
    """Give one or two letters that stand for a person: "JS" for "Juniper Sample-Hayes"."""
    words = name.split()
    picked = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in picked).upper()


def split_name(typed: str) -> tuple[str, str]:
    """Split a name as somebody typed it into given and family name: "Ana Maria Lopez", "Lopez, Ana Maria".

    What holds a digit is no name: both are empty then.
    """
    words = " ".join(typed.split())
    if any(letter.isdigit() for letter in words):
        return "", ""
    family, comma, given = words.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _, family = words.rpartition(" ")
    return (given, family) if given else (family, "")
