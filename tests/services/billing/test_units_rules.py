"""A payer's rule for units, stated once: on a card of its own, and the bill that waited for it comes."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from desks import HandClock
from reports import samples
from reports.pdfs import flat
from services.billed import MANUAL, MASSAGE, PAYER, signed_visit
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.rule_cards.errors import RuleCardError
from therapist_desk.services import cases
from therapist_desk.services.billing.rule_cards import CardShelf
from therapist_desk.services.billing.units_rules import state_units_rule
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.bills import open_bill
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for

GENERIC = replace(PAYER, rule_card="private-insurer")
READ = 'Provider manual, "Timed codes", page 31'


@pytest.fixture
def shelf(desk: Desk) -> CardShelf:
    return CardShelf(resources_dir(), desk.folder)


def test_a_bill_that_waited_for_the_rule_comes_once_it_is_stated_also_of_a_visit_signed_before(
    desk: Desk, clock: HandClock, juniper: Client, shelf: CardShelf
) -> None:
    visit_id = signed_visit(desk, clock, juniper.id, (MASSAGE, 8), (MANUAL, 9), payer=GENERIC)
    held = open_bill(desk, visit_id, References(cards=shelf.load())).held
    assert held is not None
    assert "How this payer counts" in str(held)

    _, cards = state_units_rule(desk, shelf, PAYER.id, UnitRule.CMS_EIGHT_MINUTE, READ)

    bill = open_bill(desk, visit_id, References(cards=cards)).bill
    assert bill is not None
    assert [(line.code, line.units) for line in bill.lines] == [("97140", 1)]
    for kind, wanted in ((DocumentKind.INSURER, f"CMS eight-minute rule ({READ})"), (DocumentKind.PROGRESS, "CMS")):
        source = source_for(desk, kind, visit_id, References(cards=cards))
        assert wanted in flat(make_document(source, kind, PaperSize.LETTER, samples.atlas()))


def test_the_card_is_the_payers_own_with_all_that_the_shared_one_says(desk: Desk, shelf: CardShelf) -> None:
    cases.save_payer(desk, GENERIC)
    other = replace(GENERIC, id=type(GENERIC.id)("other"), name="Second Example Mutual")
    cases.save_payer(desk, other)
    before = shelf.load().of(GENERIC)
    assert before is not None

    payer, cards = state_units_rule(desk, shelf, GENERIC.id, UnitRule.MIDPOINT, READ)

    own = cards.of(payer)
    assert own is not None
    assert (own.name, own.units.rule if own.units else None) == (GENERIC.name, UnitRule.MIDPOINT)
    assert own.units is not None
    assert (own.units.source.words, own.units.source.noted_on) == (READ, desk.today())
    assert own.rules == before.rules
    assert payer.rule_card in cards.own
    shared = cards.of(other)
    assert shared is not None
    assert shared.units is None
    text = (shelf.folder / f"{payer.rule_card}.toml").read_text(encoding="utf-8")
    assert "want of a source: the units rule" not in text
    assert tomllib.loads(text)["units"]["source"] == READ


def test_a_card_of_ones_own_is_completed_where_it_is_and_a_rule_is_not_stated_twice(
    desk: Desk, shelf: CardShelf
) -> None:
    (shelf.folder / "mine.toml").write_text('name = "Mine"\n', encoding="utf-8")
    cases.save_payer(desk, replace(PAYER, rule_card="mine"))

    payer, cards = state_units_rule(desk, shelf, PAYER.id, UnitRule.MIDPOINT, READ)

    assert payer.rule_card == "mine"
    assert [path.name for path in shelf.folder.glob("*.toml")] == ["mine.toml"]
    kept = (shelf.folder / "mine.toml").read_bytes()
    with pytest.raises(RuleCardError):
        state_units_rule(desk, shelf, PAYER.id, UnitRule.CMS_EIGHT_MINUTE, READ)
    assert (shelf.folder / "mine.toml").read_bytes() == kept
    assert cards.of(payer)


def test_a_rule_without_a_source_is_not_taken(desk: Desk, shelf: CardShelf) -> None:
    cases.save_payer(desk, PAYER)

    with pytest.raises(InvalidError):
        state_units_rule(desk, shelf, PAYER.id, UnitRule.MIDPOINT, "  ")

    assert list(shelf.folder.glob("*.toml")) == []
