"""Saying how a payer counts units: a card of the payer's own with the rule and where it was read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.errors import FieldProblem, InvalidError
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_cards.reader import read_rule_card
from therapist_desk.services.billing.rule_cards import FOLDER, CardShelf, CardUnkeptError, RuleCards
from therapist_desk.services.cases import save_payer
from therapist_desk.services.desk import Desk
from therapist_desk.store.files import write_atomically

_NAME: Final = re.compile(r"^name\s*=.*$", re.MULTILINE)
_LEFT_OUT: Final = re.compile(r"^(# Left out, for want of a source: )the units rule(?:, )?", re.MULTILINE)
_LONGEST: Final = 40


def state_units_rule(
    desk: Desk, shelf: CardShelf, payer_id: PayerId, rule: UnitRule, source: str
) -> tuple[Payer, RuleCards]:
    """Put a payer's rule for units on a card of its own, with everything that its card said so far.

    A card of the user's is completed where it is. Of one that came with the program, which other payers may share, a
    copy is made under the payer's name, and the payer refers to that from now on.

    Raises:
        InvalidError: nobody says where the rule was read.
        RuleCardError: the card has a units rule already, or cannot be completed.
        CardUnkeptError: the card cannot be written.
        NotFoundError: there is no such payer.
    """
    if not source.strip():
        raise InvalidError([FieldProblem("source", "required")])
    with desk.store.reading() as charts:
        payer = charts.payers.get(payer_id)
    own = payer.rule_card in shelf.load().own
    path = shelf.folder / f"{payer.rule_card}.toml" if own else _free(shelf, payer.name)
    text = _completed(_base(shelf, payer, own=own), payer.name, rule, source.strip(), desk.today(), own=own)
    read_rule_card(path.stem, text.encode())
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise CardUnkeptError(file=path.name) from error
    known = replace(payer, rule_card=path.stem)
    if known != payer:
        save_payer(desk, known)
    return known, shelf.load()


def _base(shelf: CardShelf, payer: Payer, *, own: bool) -> str:
    if not payer.rule_card:
        return 'name = ""\n'
    folder = shelf.folder if own else shelf.resources / FOLDER
    path = folder / f"{payer.rule_card}.toml"
    return path.read_text(encoding="utf-8") if path.exists() else 'name = ""\n'


def _completed(base: str, name: str, rule: UnitRule, source: str, on: date, *, own: bool) -> str:
    text = _LEFT_OUT.sub(r"\1", base)
    if not own:
        text = _NAME.sub(lambda _found: f"name = {_quoted(name)}", text, count=1)
    lines = ("", "[units]", f'rule = "{rule.value}"', f"source = {_quoted(source)}", f"date = {on.isoformat()}")
    return "\n".join([text.rstrip("\n"), *lines, 'basis = "source read"', ""])


def _quoted(text: str) -> str:
    """Write a text as TOML does; its escapes are those of JSON."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _free(shelf: CardShelf, name: str) -> Path:
    """Find a file name that no card has, neither of the user's nor of those that came with the program."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST] or "payer"
    file, number = f"{stem}.toml", 1
    while (shelf.folder / file).exists() or (shelf.resources / FOLDER / file).exists():
        number += 1
        file = f"{stem}-{number}.toml"
    return shelf.folder / file
