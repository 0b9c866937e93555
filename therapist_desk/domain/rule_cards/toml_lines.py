"""Where in a TOML text each value stands: `tomllib` gives values and forgets their lines."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

TomlPath = tuple[str | int, ...]
"""Keys and places in lists from the top of the document down."""


class TomlLines:
    """The lines of one text, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, path: TomlPath) -> int:
        """Give the line where the statement that sets `path` begins, or else the nearest thing around it."""
        found = self._found()
        while path not in found:
            path = path[:-1]
        return found[path]

    def unfinished(self) -> int:
        """Give the line of the first statement that is wrong by itself; the last line where none is."""
        last = 1
        for last, statement in _statements(self._text):
            if not _parses(statement):
                return last
        return last

    def _found(self) -> dict[TomlPath, int]:
        found: dict[TomlPath, int] = {(): 1}
        sizes: Counter[TomlPath] = Counter()
        header: TomlPath = ()
        for line, statement in _statements(self._text):
            content = tomllib.loads(statement)
            if statement.lstrip().startswith("["):
                header = _header(content, sizes)
                for depth in range(1, len(header) + 1):
                    found.setdefault(header[:depth], line)
                continue
            for path in _paths(content):
                found.setdefault((*header, *path), line)
        return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give each statement, blank line and comment with its first line; one that never ends takes what is left.

    A line ends its statement as soon as what there is parses: values that go over several lines do not before.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    begun = 0
    for end in range(1, len(lines) + 1):
        statement = "\n".join(lines[begun:end])
        if _parses(statement):
            yield begun + 1, statement
            begun = end
    if begun < len(lines):
        yield begun + 1, "\n".join(lines[begun:])


def _parses(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _header(content: Mapping[str, object], sizes: Counter[TomlPath]) -> TomlPath:
    """Give the path of a table's header, read by itself; a further table of a list counts up."""
    path: TomlPath = ()
    inner: object = content
    while isinstance(inner, dict) and inner:
        [(key, inner)] = inner.items()
        path = (*path, key)
        if isinstance(inner, list):
            sizes[path] += 1
            path = (*path, sizes[path] - 1)
            break
    return path


def _paths(value: object) -> Iterator[TomlPath]:
    inside: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, dict):
        inside = iter(value.items())
    elif isinstance(value, list):
        inside = iter(enumerate(value))
    for key, inner in inside:
        yield (key,)
        for path in _paths(inner):
            yield (key, *path)
