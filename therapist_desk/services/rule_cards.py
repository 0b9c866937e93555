"""The rule cards: those that come with the program, and the user's own in the folder `payers` of the store.

A card is a TOML file; its name without the ending is what a payer refers to. A card of the user's stands in for one
of the same name that came with the program. Cards say what payers want and carry nothing about clients.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_card import RuleCard
from therapist_desk.domain.rule_card_errors import RuleCardError
from therapist_desk.domain.rule_card_reader import MOST_BYTES, read_rule_card
from therapist_desk.services.techniques import ResourceDamagedError

FOLDER: Final = "payers"
"""Where cards lie, under the resources and under the folder of a store."""


class CardUnreadableError(ExpectedError):
    """The system does not give the file."""

    code = "card_unreadable"
    sentence = "The rule card {file} can't be opened. See whether you may read it."


@dataclass(frozen=True, slots=True)
class RuleCards:
    """`cards` by name; `refused` are the user's that can't be used, each with its file, line and reason."""

    cards: tuple[RuleCard, ...] = ()
    refused: tuple[ExpectedError, ...] = ()

    def of(self, payer: Payer) -> RuleCard | None:
        """Give the card that `payer` refers to; None where it refers to none, or to one that is not there."""
        return next((card for card in self.cards if card.id == payer.rule_card), None)


def load_rule_cards(resources: Path, store_folder: Path) -> RuleCards:
    """Read all cards. One of the user's that is wrong is refused, and the others are there all the same.

    Raises:
        ResourceDamagedError: a card that came with the program is missing or altered.
    """
    cards = _shipped(resources / FOLDER)
    refused: list[ExpectedError] = []
    for path in _files(store_folder / FOLDER):
        try:
            cards[path.stem] = _read(path)
        except (RuleCardError, CardUnreadableError) as error:
            # Not the shipped one instead: the user took it out of use.
            cards.pop(path.stem, None)
            refused.append(error)
    by_name = sorted(cards.values(), key=lambda card: (card.name.casefold(), card.id))
    return RuleCards(tuple(by_name), tuple(refused))


def _shipped(folder: Path) -> dict[str, RuleCard]:
    cards: dict[str, RuleCard] = {}
    for path in _files(folder):
        try:
            cards[path.stem] = _read(path)
        except (RuleCardError, CardUnreadableError) as error:
            raise ResourceDamagedError(file=path.name) from error
    if not cards:
        raise ResourceDamagedError(file=FOLDER)
    return cards


def _files(folder: Path) -> list[Path]:
    # Names that begin with a dot belong to the system: macOS puts such beside each file on a foreign disk.
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))


def _read(path: Path) -> RuleCard:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CardUnreadableError(file=path.name) from error
    return read_rule_card(path.stem, data)
