"""How hard a passphrase is to guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.errors import ExpectedError

SHORTEST: Final = 10
GOOD_ENOUGH: Final = 3
"""zxcvbn's score from which guessing an Argon2id slot takes more than a thief has (0 to 4)."""
_MEASURED: Final = 72  # zxcvbn's own limit; its time grows with length


class WeakPassphraseError(ExpectedError):
    """A passphrase that would be guessed."""

    code = "weak_passphrase"
    sentence = "This passphrase would be guessed. Use at least {shortest} characters: four random words do well."


@dataclass(frozen=True, slots=True)
class Strength:
    """A score from 0 to 4, and whether it will do."""

    score: int
    enough: bool


def strength(passphrase: str, own_words: tuple[str, ...] = ()) -> Strength:
    """Estimate how hard `passphrase` is to guess by somebody who knows `own_words` (zxcvbn's estimate)."""
    if not passphrase:
        return Strength(0, enough=False)
    from zxcvbn import zxcvbn  # noqa: PLC0415 - loads its word lists, 100 ms

    score = int(zxcvbn(passphrase[:_MEASURED], user_inputs=list(own_words))["score"])
    return Strength(score, score >= GOOD_ENOUGH and len(passphrase) >= SHORTEST)


def check_passphrase(passphrase: str, own_words: tuple[str, ...] = ()) -> None:
    """Refuse a passphrase that would be guessed.

    Raises:
        WeakPassphraseError: it is too short or too easy.
    """
    if not strength(passphrase, own_words).enough:
        raise WeakPassphraseError(shortest=SHORTEST)
