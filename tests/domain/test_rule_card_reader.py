from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rule_cards import card_text, rule_cards
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.rule_cards.errors import (
    CardKeyError,
    CardMissingError,
    CardRepeatedError,
    CardSourceError,
    CardSyntaxError,
    CardValueError,
    RuleCardError,
)
from therapist_desk.domain.rule_cards.reader import MOST_BYTES, read_rule_card

CARD = """\
# a payer that does not exist
name = "Example Mutual"

[units]
rule = "midpoint"
source = "its manual, page 3"
date = 2026-11-23

[report]
visits = 6
source = "its manual, page 4"
date = 2026-11-23

[[stages]]
through = 6
source = "its manual, page 5"
date = 2026-11-23

[[stages]]
through = 12
needs = "form 1"
source = "its manual, page 5"
date = 2026-11-23

[[caps]]
kind = "units per day"
most = 4
source = "its manual, page 6"
date = 2026-11-23

[[rules]]
id = "RX-01"
severity = "error"
source = \"\"\"
its manual,
page 7\"\"\"
date = 2026-11-23

[[rules]]
id = "RX-02"
severity = "info"
source = "its manual, page 7"
date = 2026-11-23

[[modifiers]]
code = "59"
use = "separate blocks"
procedures = [
  "97124",
  "97140",
]
source = "its manual, page 8"
date = 2026-11-23
basis = "source read"
"""


@given(rule_cards(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_a_card_comes_back_from_its_text(card: RuleCard, end: str, encoding: str) -> None:
    text = card_text(card).replace("\n", end)

    assert read_rule_card("any", text.encode(encoding)) == card


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore")))
def test_whatever_a_file_holds_it_is_read_or_refused_at_one_of_its_lines(data: bytes) -> None:
    line = line_refused(data)

    assert line is None or 1 <= line <= data.count(b"\n") + 1


@given(rule_cards(), st.data())
def test_a_foreign_line_is_refused_wherever_it_stands(card: RuleCard, data: st.DataObject) -> None:
    lines = card_text(card).split("\n")
    place = data.draw(st.integers(0, len(lines)))
    lines.insert(place, data.draw(st.sampled_from(["nonsense = 1", "=", 'a = "', "[nonsense", "[[nonsense]]"])))

    assert line_refused("\n".join(lines).encode()) == place + 1


def test_words_over_several_lines_are_one_value() -> None:
    rule = read_rule_card("example", CARD.encode()).rule("RX-01")

    assert rule is not None
    assert rule.source.words == "its manual,\npage 7"


@pytest.mark.parametrize(
    ("was", "becomes", "kind", "at"),
    [
        # what TOML itself does not take
        ('rule = "midpoint"', "rule = midpoint", CardSyntaxError, "rule = midpoint"),
        ('rule = "midpoint"', 'rule = "midpoint', CardSyntaxError, 'rule = "midpoint'),
        ("most = 4", "most 4", CardSyntaxError, "most 4"),
        ("most = 4", "most = 4\nmost = 5", CardSyntaxError, "most = 5"),
        ("date = 2026-11-23", "date = 2026-02-30", CardSyntaxError, "date = 2026-02-30"),
        ("most = 4", "most = " + "9" * 5000, CardSyntaxError, "most = 999"),
        ("most = 4", "most = " + "[" * 5000 + "]" * 5000, CardSyntaxError, "most = [[["),
        ('  "97140",\n]', '  "97140",\n', CardSyntaxError, 'source = "its manual, page 8'),
        ("[report]", "[units]", CardSyntaxError, "[units]\nvisits"),
        # keys
        ("visits = 6", "visit = 6", CardKeyError, "visit = 6"),
        ("[report]", "[reports]", CardKeyError, "[reports]"),
        ("[[caps]]", "[[cap]]", CardKeyError, "[[cap]]"),
        ("most = 4", "most = 4\nmore = 5", CardKeyError, "more = 5"),
        ('needs = "form 1"', 'needs = "form 1"\nform = "1"', CardKeyError, 'form = "1"'),
        # values that are missing
        ('name = "Example Mutual"', "", CardMissingError, "# a payer"),
        ('rule = "midpoint"\n', "", CardMissingError, "[units]"),
        ("visits = 6\n", "", CardMissingError, "[report]"),
        ("through = 6\n", "", CardMissingError, "[[stages]]"),
        ("most = 4\n", "", CardMissingError, "[[caps]]"),
        # values without a source
        ('source = "its manual, page 3"\n', "", CardSourceError, "[units]"),
        ('source = "its manual, page 6"', 'source = ""', CardSourceError, "[[caps]]"),
        ('page 8"\ndate = 2026-11-23', 'page 8"', CardSourceError, "[[modifiers]]"),
        # values that can't be
        ('"Example Mutual"', '"  "', CardValueError, "name ="),
        ('"Example Mutual"', '"Example\\nMutual"', CardValueError, "name ="),
        ('"midpoint"', '"halfway"', CardValueError, "rule ="),
        ("visits = 6", "visits = 0", CardValueError, "visits ="),
        ("visits = 6", "visits = true", CardValueError, "visits ="),
        ("visits = 6", 'visits = "six"', CardValueError, "visits ="),
        ("through = 12", "through = 6", CardValueError, 'through = 6\nneeds = "form 1"'),
        ('needs = "form 1"', "needs = 1", CardValueError, "needs ="),
        ('"units per day"', '"units per hour"', CardValueError, "kind ="),
        ("most = 4", "most = 4.5", CardValueError, "most ="),
        ('"RX-01"', '"RX-10"', CardValueError, 'id = "RX-10"'),
        ('"RX-02"', '"A-05"', CardValueError, 'id = "A-05"'),
        ('severity = "info"', 'severity = "none"', CardValueError, 'severity = "none"'),
        ('page 7"\ndate = 2026-11-23', 'page 7"\ndate = "today"', CardValueError, 'date = "today"'),
        ("date = 2026-11-23", "date = 2026-11-23T10:00:00", CardValueError, "date = 2026-11-23T"),
        ('code = "59"', 'code = "five"', CardValueError, "code ="),
        ('"separate blocks"', '"sometimes"', CardValueError, "use ="),
        ('"97140"', '"97999"', CardValueError, "procedures = ["),
        ('"97140"', "97140", CardValueError, "procedures = ["),
        ('basis = "source read"', 'basis = "hearsay"', CardValueError, "basis ="),
        ("[units]", "[[units]]", CardValueError, "[[units]]"),
        ("[[caps]]", "[caps]", CardValueError, "[caps]"),
        # the same thing twice
        ('"RX-02"', '"RX-01"', CardRepeatedError, 'id = "RX-01"\nseverity = "info"'),
    ],
)
def test_what_is_wrong_is_refused_at_its_line(was: str, becomes: str, kind: type[RuleCardError], at: str) -> None:
    text = CARD.replace(was, becomes, 1)
    assert text != CARD

    with pytest.raises(kind) as refused:
        read_rule_card("example", text.encode())

    assert refused.value.line == text[: text.index(at)].count("\n") + 1
    assert str(refused.value).startswith(f"example.toml, line {refused.value.line}: ")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('rule = "midpoint"', 'rule = "midpoint', "a quotation mark is missing"),
        ('rule = "midpoint"', "rule = midpoint", "words stand in quotes, numbers and days without"),
        ("most = 4", "most = 4\nmost = 5", "this name stands twice"),
        ("[report]", "[units]", "this heading stands twice"),
        ("most = 4", "most 4", "there is no = after the name"),
        ("date = 2026-11-23", "date = 2026-02-30", "there is no such day"),
        ("[units]", "{units}", "a line begins with a name and =, or with a heading in square brackets"),
    ],
)
def test_what_toml_does_not_take_is_said_in_plain_words(was: str, becomes: str, said: str) -> None:
    with pytest.raises(CardSyntaxError) as refused:
        read_rule_card("example", CARD.replace(was, becomes, 1).encode())

    assert said in str(refused.value)


def test_the_second_of_two_names_the_line_of_the_first() -> None:
    text = CARD.replace("RX-02", "RX-01")

    with pytest.raises(CardRepeatedError) as refused:
        read_rule_card("example", text.encode())

    first = text[: text.index('"RX-01"')].count("\n") + 1
    assert (refused.value.values["what"], refused.value.values["first"]) == ("RX-01", first)


def test_a_file_in_another_encoding_is_refused_at_the_first_foreign_sign() -> None:
    data = CARD.replace("its manual, page 3", "päge 3").encode("latin-1")

    with pytest.raises(CardSyntaxError, match="not saved as UTF-8") as refused:
        read_rule_card("example", data)

    assert refused.value.line == 6


def test_a_file_that_is_far_too_long_is_no_card() -> None:
    with pytest.raises(CardSyntaxError, match="longer than 64 kB"):
        read_rule_card("example", CARD.encode() + b"#" * MOST_BYTES)


def line_refused(data: bytes) -> int | None:
    """The line at which a card is refused; None where it is taken."""
    try:
        read_rule_card("any", data)
    except RuleCardError as error:
        return error.line
    return None
