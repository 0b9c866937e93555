from __future__ import annotations

import pytest

from therapist_desk.domain.rule_cards.toml_lines import TomlLines, TomlPath

TEXT = '''\
# first
name = "a"

[one]
x.y = 1
z = """
two
lines"""
after = [
  1, # a note
  { deep = 2 },
]

[[many]]
a = 1
[[many]]
a = 2
[[many.inner]]
b = 3

[[many]]
a = "[[many]]"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("name",), 2),
        (("one",), 4),
        (("one", "x", "y"), 5),
        (("one", "z"), 6),
        (("one", "after"), 9),
        (("one", "after", 1, "deep"), 9),
        (("many",), 14),
        (("many", 0), 14),
        (("many", 1, "a"), 17),
        (("many", 2), 21),
        (("many", 2, "a"), 22),
        (("many", 1, "inner", 0, "b"), 16),
        (("one", "nothing"), 4),
        (("nothing",), 1),
    ],
)
def test_a_value_is_found_at_its_line_or_at_what_is_around_it(path: TomlPath, line: int) -> None:
    assert TomlLines(TEXT).of(path) == line


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = [\n1,\n2", 2), ("a = 1\nb = '''\n", 2), ("a = 1\n", 2)])
def test_what_never_ends_is_found_where_it_begins(text: str, line: int) -> None:
    assert TomlLines(text).unfinished() == line
