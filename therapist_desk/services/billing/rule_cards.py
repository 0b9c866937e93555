"""The rule cards: those that come with the program, and the user's own in the folder `payers` of the store.

A card is a TOML file; its name without the ending is what a payer refers to. A card of the user's stands in for one
of the same name that came with the program. Cards say what payers want and carry nothing about clients.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.rule_cards.errors import RuleCardError
from therapist_desk.domain.rule_cards.reader import MOST_BYTES, read_rule_card
from therapist_desk.services.resources import ResourceDamagedError
from therapist_desk.store.files import write_atomically

FOLDER: Final = "payers"
"""Where cards lie, under the resources and under the folder of a store."""


class CardUnreadableError(ExpectedError):
    """The system does not give the file."""

    code = "card_unreadable"
    sentence = "The rule card {file} can't be opened. See whether you may read it."


class CardExistsError(ExpectedError):
    """A card of the user's of this file name is there already."""

    code = "card_exists"
    sentence = "A card {file} is in the folder already. Change that one, or take it away first."


class CardUnkeptError(ExpectedError):
    """A card that cannot be written into the folder."""

    code = "card_unkept"
    sentence = "The card {file} can't be kept beside the charts. Make room on the disk, then add it again."


@dataclass(frozen=True, slots=True)
class CardShelf:
    """Where the cards lie; adds to those of the user."""

    resources: Path
    charts: Path

    @property
    def folder(self) -> Path:
        """The folder of the user's cards, made where it is missing."""
        folder = self.charts / FOLDER
        folder.mkdir(exist_ok=True)
        return folder

    def load(self) -> RuleCards:
        """Read all cards anew."""
        return load_rule_cards(self.resources, self.charts)

    def add(self, path: Path, today: date) -> RuleCards:
        """Take a card over if it is right, and read all cards anew.

        A day after `today` is a slip of the pen here. Once a card is in use, a computer whose clock was set back
        must not take it away.

        Raises:
            RuleCardError: it is wrong, with the line and the reason; nothing was kept.
            CardUnreadableError, CardUnkeptError: the system gives no way.
            CardExistsError: there is one of this name already.
        """
        _read(path, today)
        self._keep(path)
        return self.load()

    def copy(self, card_id: str) -> RuleCards:
        """Put a copy of a card that came with the program into the folder, to be changed there; read all anew."""
        self._keep(self.resources / FOLDER / f"{card_id}.toml")
        return self.load()

    def _keep(self, path: Path) -> None:
        name = f"{path.stem}.toml"  # whatever its ending was: only such are read
        try:
            kept = self.folder / name
            if kept.exists():
                raise CardExistsError(file=name)
            write_atomically(kept, path.read_bytes())
        except OSError as error:
            raise CardUnkeptError(file=name) from error


@dataclass(frozen=True, slots=True)
class RuleCards:
    """`cards` by name; `refused` are the user's that can't be used, each with its file, line and reason.

    `own` are the ids of those that are the user's.
    """

    cards: tuple[RuleCard, ...] = ()
    refused: tuple[ExpectedError, ...] = ()
    own: frozenset[str] = frozenset()

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
    own = set[str]()
    for path in _files(store_folder / FOLDER):
        try:
            cards[path.stem] = _read(path)
            own.add(path.stem)
        except (RuleCardError, CardUnreadableError) as error:
            # Not the shipped one instead: the user took it out of use.
            cards.pop(path.stem, None)
            refused.append(error)
    by_name = sorted(cards.values(), key=lambda card: (card.name.casefold(), card.id))
    return RuleCards(tuple(by_name), tuple(refused), frozenset(own))


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


def _read(path: Path, today: date = date.max) -> RuleCard:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CardUnreadableError(file=path.name) from error
    return read_rule_card(path.stem, data, today)
