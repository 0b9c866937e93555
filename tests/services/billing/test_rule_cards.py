from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_cards.card import Basis, RuleSeverity
from therapist_desk.domain.rule_cards.errors import CardSyntaxError, CardValueError
from therapist_desk.services.billing.rule_cards import (
    CardExistsError,
    CardShelf,
    CardUnreadableError,
    RuleCards,
    load_rule_cards,
)
from therapist_desk.services.resources import ResourceDamagedError

SHIPPED = {
    "cash",
    "motor-vehicle",
    "private-insurer",
    "va-community-care",
    "washington-li",
    "workers-compensation",
}
OWN = 'name = "Example Mutual"\n'
TODAY = date(2026, 11, 28)


def payer(card: str) -> Payer:
    return Payer(id=PayerId("p"), name="A payer", rule_card=card)


def own(tmp_path: Path, **texts: str) -> RuleCards:
    """Load with these cards in the folder of the charts."""
    (tmp_path / "payers").mkdir(parents=True)
    for name, text in texts.items():
        (tmp_path / "payers" / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_rule_cards(resources_dir(), tmp_path)


def test_every_shipped_card_loads_and_every_value_in_it_has_a_source(tmp_path: Path) -> None:
    loaded = load_rule_cards(resources_dir(), tmp_path)

    assert {card.id for card in loaded.cards} == SHIPPED
    assert loaded.refused == ()
    sources = [source for card in loaded.cards for source in card.sources]
    assert sources
    assert all(source.words and source.noted_on <= TODAY for source in sources)


def test_what_the_program_says_it_has_not_read_is_not_shown_as_read(tmp_path: Path) -> None:
    sources = [source for card in load_rule_cards(resources_dir(), tmp_path).cards for source in card.sources]

    assert [
        source.words for source in sources if "not read" in source.words and source.basis is Basis.SOURCE_READ
    ] == []


def test_washington_wants_a_report_after_six_visits_or_a_month_and_steps_up_what_it_asks(tmp_path: Path) -> None:
    card = load_rule_cards(resources_dir(), tmp_path).of(payer("washington-li"))

    assert card is not None
    assert card.report is not None
    assert (card.report.visits, card.report.days) == (6, 30)
    needs = [stage.needs for number in (6, 7, 13) if (stage := card.stage(number))]
    assert needs == ["", "form F245-417-000", "approval by the claim manager"]


def test_washington_and_the_va_pay_nothing_where_their_approval_is_missing(tmp_path: Path) -> None:
    cards = load_rule_cards(resources_dir(), tmp_path)

    for card in (cards.of(payer("washington-li")), cards.of(payer("va-community-care"))):
        approval = card.rule("RX-07") if card else None
        assert approval is not None
        assert (approval.severity, approval.source.basis) == (RuleSeverity.ERROR, Basis.SOURCE_READ)


def test_no_shipped_card_claims_a_units_rule_that_nobody_read(tmp_path: Path) -> None:
    assert all(card.units is None for card in load_rule_cards(resources_dir(), tmp_path).cards)


def test_a_card_of_the_users_is_offered_with_the_others_by_name(tmp_path: Path) -> None:
    loaded = own(tmp_path, example=OWN)

    names = [card.name for card in loaded.cards]
    assert "Example Mutual" in names
    assert names == sorted(names, key=str.casefold)
    assert loaded.of(payer("example")) is not None


def test_a_card_of_the_users_stands_in_for_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    card = own(tmp_path, cash='name = "Cash, our way"\n').of(payer("cash"))

    assert card is not None
    assert card.name == "Cash, our way"


def test_the_card_in_the_guide_is_one(tmp_path: Path) -> None:
    guide = Path(__file__).parents[3] / "docs" / "rule-cards.md"
    [example] = re.findall(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)

    loaded = own(tmp_path, example=example)

    card = loaded.of(payer("example"))
    assert loaded.refused == ()
    assert card is not None
    assert card.units is not None


def test_a_wrong_card_is_refused_with_its_line_and_the_others_still_load(tmp_path: Path) -> None:
    loaded = own(tmp_path, broken='name = "Broken"\nunits = midpoint\n', example=OWN)

    assert {card.id for card in loaded.cards} == SHIPPED | {"example"}
    [refused] = loaded.refused
    assert isinstance(refused, CardSyntaxError)
    assert (refused.file, refused.line) == ("broken.toml", 2)
    assert str(refused).startswith("broken.toml, line 2: ")


def test_a_wrong_card_in_place_of_a_shipped_one_leaves_none_rather_than_the_other(tmp_path: Path) -> None:
    assert own(tmp_path, cash="nonsense").of(payer("cash")) is None


def test_a_card_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "payers" / "odd.toml").mkdir(parents=True)

    [refused] = load_rule_cards(resources_dir(), tmp_path).refused

    assert isinstance(refused, CardUnreadableError)
    assert "odd.toml" in str(refused)


@pytest.mark.parametrize("ending", [".toml", ".TOML", ".txt"])
def test_a_card_that_is_added_is_read_whatever_its_ending_and_never_over_another(tmp_path: Path, ending: str) -> None:
    shelf = CardShelf(resources_dir(), tmp_path / "charts")
    shelf.charts.mkdir()
    card = tmp_path / f"example{ending}"
    card.write_text(OWN, encoding="utf-8")

    assert "example" in shelf.add(card, TODAY).own
    with pytest.raises(CardExistsError, match=r"example\.toml"):
        shelf.add(card, TODAY)
    assert [path.name for path in shelf.folder.iterdir()] == ["example.toml"]


def test_a_day_that_has_not_been_is_refused_when_a_card_is_added_and_not_once_it_is_in_use(tmp_path: Path) -> None:
    shelf = CardShelf(resources_dir(), tmp_path)
    card = tmp_path / "example.toml"
    card.write_text(f'{OWN}[report]\nvisits = 6\nsource = "its manual"\ndate = 2062-11-23\n', encoding="utf-8")

    with pytest.raises(CardValueError, match=r"line 5: “date” must be a day that has been; today is 2026-11-28"):
        shelf.add(card, TODAY)

    assert own(tmp_path / "charts", example=card.read_text(encoding="utf-8")).own == {"example"}


def test_files_that_the_system_put_beside_a_card_are_left_alone(tmp_path: Path) -> None:
    assert own(tmp_path, **{"._example": "\x00", "example": OWN}).refused == ()


def test_a_payer_without_a_card_has_none(tmp_path: Path) -> None:
    loaded = load_rule_cards(resources_dir(), tmp_path)

    assert loaded.of(payer("")) is None
    assert loaded.of(payer("gone")) is None


@pytest.mark.parametrize("text", ["", None])
def test_a_shipped_card_that_was_altered_is_a_damaged_program(tmp_path: Path, text: str | None) -> None:
    shutil.copytree(resources_dir() / "payers", tmp_path / "payers")
    for path in (tmp_path / "payers").iterdir():
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")

    with pytest.raises(ResourceDamagedError):
        load_rule_cards(tmp_path, tmp_path / "charts")
