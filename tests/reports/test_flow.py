"""Blocks over pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.reports.layout.flow import (
    Block,
    Closing,
    Keep,
    Stack,
    Text,
    TooTallError,
    WithTail,
    paginate,
    settle,
)
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import BODY

WORDS = "word " * 40


class Brick(Block):
    """A block of fixed height."""

    def __init__(self, tall: float, key: str = "", above: float = 0.0) -> None:
        self.tall, self.key, self.above = tall, key, above

    def height(self, width: float) -> float:  # noqa: ARG002
        return self.tall

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


def lines_of(block: Block) -> int:
    if isinstance(block, Text):
        return len(block.lines(100))
    return sum(lines_of(inner) for inner in block.blocks) if isinstance(block, Stack) else 0


def holds_brick(block: Block) -> bool:
    return isinstance(block, Brick) or (isinstance(block, Stack) and any(map(holds_brick, block.blocks)))


@given(st.lists(st.floats(1, 99), max_size=30))
def test_nothing_is_lost_and_nothing_leaves_the_page(heights: list[float]) -> None:
    pages = paginate([Brick(tall) for tall in heights], 100, 100)
    assert [placed.block.height(100) for page in pages for placed in page] == heights
    assert all(placed.offset + placed.block.height(100) <= 100.1 for page in pages for placed in page)


@given(st.integers(1, 60), st.floats(60, 200))
def test_a_paragraph_keeps_its_lines_and_leaves_none_alone(words: int, page: float) -> None:
    text = Text("word " * words * 3, BODY)
    total = len(text.lines(100))
    counts = [
        lines_of(placed.block)
        for row in paginate([Brick(40), text], 100, page)
        for placed in row
        if isinstance(placed.block, Text)
    ]
    assert sum(counts) == total
    assert total < 4 or all(count >= 2 for count in counts)


@given(st.integers(1, 12), st.floats(0, 180))
def test_a_signature_never_stands_apart_from_what_it_signs(paragraphs: int, used: float) -> None:
    body = [Text(WORDS, BODY) for _ in range(paragraphs)]
    pages = paginate([Brick(used), WithTail((*body, Brick(50)))], 100, 200)
    last = next(
        placed.block
        for page in pages
        for placed in page
        if isinstance(placed.block, Stack) and holds_brick(placed.block)
    )
    assert lines_of(last) >= 3


def test_what_is_kept_together_moves_together() -> None:
    kept = Keep((Brick(40), Brick(40)))
    pages = paginate([Brick(50), kept], 100, 100)
    assert [len(page) for page in pages] == [1, 1]


def test_a_block_that_no_page_holds_is_a_mistake() -> None:
    with pytest.raises(TooTallError):
        paginate([Brick(101)], 100, 100)


def test_a_page_number_in_the_text_is_the_right_one() -> None:
    seen: list[Mapping[str, int]] = []

    def compose(pages: Mapping[str, int]) -> Sequence[Block]:
        seen.append(dict(pages))
        return [Brick(60), Brick(60), Brick(60, key="here")]

    settle(compose, 100, 100)
    assert seen[-1] == {"here": 3}


def test_what_names_no_page_is_laid_out_once() -> None:
    rounds: list[int] = []

    def compose(pages: Mapping[str, int]) -> Sequence[Block]:
        rounds.append(pages.get("elsewhere", 0))
        return [Brick(60), Brick(60, key="here")]

    settle(compose, 100, 100)
    assert rounds == [0]


@given(st.floats(0, 199), st.integers(1, 20))
def test_a_head_is_never_the_last_thing_on_a_page(used: float, words: int) -> None:
    section = Section("Plan", [Text("word " * words, BODY), Text(WORDS, BODY)], letter="P", carried="continued")
    pages = paginate([Brick(used), section], 100, 200)
    parts = [placed.block for page in pages for placed in page if isinstance(placed.block, Section)]
    assert all(lines_of(part) >= 1 for part in parts)
    assert sum(map(lines_of, parts)) == lines_of(section)


def test_a_short_table_stays_whole_and_a_long_one_repeats_its_head() -> None:
    short = Table((Column("Head"),), [Row(("row",))] * 8)
    assert short.split(100, 50, 400) is None
    long = Table((Column("Head"),), [Row(("row",))] * 30)
    parts = long.split(100, 200, 200)
    assert parts
    first, rest = parts
    assert first.height(100) <= 200
    head = first.height(100) + rest.height(100) - long.height(100)
    assert head > 0


def closing(room: float) -> Closing:
    """A map and its table, which take 90 points, or 80, or `room`."""
    return Closing((Brick(50), Brick(40)), lambda: [(Brick(40), Brick(40)), (Brick(room), Brick(0))])


def test_what_lacks_a_little_room_is_set_closer_as_little_as_will_do() -> None:
    heights = [
        [placed.block.height(100) for placed in page]
        for used in (10, 15, 25, 65)
        for page in paginate([Brick(used), closing(70)], 100, 100)
    ]
    assert heights == [[10, 90], [15, 80], [25, 70], [65], [90]]


def test_a_page_closes_its_spaces_up_for_what_has_no_closer_setting_left() -> None:
    blocks = [Brick(5), Brick(5, above=10), Section("Findings", (closing(50),), above=10)]

    [page] = paginate(blocks, 100, 90)

    assert [placed.offset for placed in page] == [0, 11, 22]
    assert page[-1].block.height(100) == 68


def test_what_no_setting_makes_fit_parts_where_it_stands() -> None:
    first, second = paginate([Brick(45), closing(80)], 100, 100)

    assert [placed.block.height(100) for placed in first] == [45, 50]
    assert [placed.block.height(100) for placed in second] == [40]


@given(heights=st.lists(st.floats(20, 90), min_size=2, max_size=14))
def test_the_spaces_close_up_only_to_spare_a_nearly_empty_page(heights: list[float]) -> None:
    blocks = [Brick(height, above=9) for height in heights]
    usual = paginate(blocks, 100, 200)

    pages = settle(lambda _pages: blocks, 100, 200)

    last = usual[-1][-1]
    if len(usual) == 1 or last.offset + last.block.height(100) > 50:
        assert pages == usual
    else:
        assert pages == usual or len(pages) == len(usual) - 1
    assert [placed.block for page in pages for placed in page] == blocks


def test_three_blocks_that_miss_a_page_by_their_spaces_stand_on_it() -> None:
    blocks = [Brick(80), Brick(78, above=9), Brick(30, above=9)]

    assert [len(page) for page in paginate(blocks, 100, 200)] == [2, 1]
    assert [len(page) for page in settle(lambda _pages: blocks, 100, 200)] == [3]
