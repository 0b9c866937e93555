"""Build the diagnosis code resources from the files that CDC/NCHS publishes.

    tools/build_codes.py CODES TABULAR_XML OUT STEM

CODES lists the billable codes, "code, tab or spaces, title" a line, with or without dots; headings and repeats are
dropped. TABULAR_XML is the tabular list of the same release, for the Excludes1 notes and the inclusion terms.
Writes STEM.tsv.gz, STEM-excludes1.tsv.gz and STEM-terms.tsv.gz into OUT; the same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

_LINE = re.compile(r"([A-Z][0-9A-Z]{2})\.?([0-9A-Z]{0,4})\s+(.+)")
_CODE = r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?"
_ITEM = re.compile(rf"({_CODE})\.?(?:-?\s*-\s*({_CODE})\.?-?|-)?")
_ITEMS = re.compile(rf"{_ITEM.pattern}(?:[,\s]+{_ITEM.pattern})*[,\s]*")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)+\s*$")
_AT_END = re.compile(rf"\s({_CODE}(?:\.?-)?)$")
_RANGE_AT_END = re.compile(r"\(([A-Z][0-9A-Z]{2}-[A-Z][0-9A-Z]{2})\)$")
_WORDS = re.compile(r"\w+")


def main(codes: Path, tabular: Path, out: Path, stem: str) -> None:
    """Write the three files."""
    root = ET.parse(tabular).getroot()  # noqa: S314 - a file of our own choosing
    _write(out / f"{stem}.tsv.gz", sorted(_codes(codes)))
    _write(out / f"{stem}-excludes1.tsv.gz", _exclusions(root))
    _write(out / f"{stem}-terms.tsv.gz", _terms(root))


def _codes(path: Path) -> set[str]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    parted = [_LINE.fullmatch(line.strip()) for line in text.splitlines()]
    return {f"{_dotted(part[1], part[2])}\t{part[3]}" for part in parted if part}


def _dotted(category: str, rest: str) -> str:
    return f"{category}.{rest}" if rest else category


def _exclusions(root: ET.Element) -> Iterator[str]:
    """Give "where the note stands, what it excludes, its words", for notes that name whole codes or headings.

    Places and targets are code beginnings without dots, or ranges of them. A note that excludes part of a heading
    ("with fifth character 2") would take in too much, and is left out.
    """
    for place, element in _places(root):
        for note in _notes(element, "excludes1"):
            targets, words = _targets(note)
            if targets:
                yield f"{place}\t{' '.join(targets)}\t{words}"


def _targets(note: str) -> tuple[list[str], str]:
    found = _IN_BRACKETS.search(note) or _AT_END.search(note)
    if found is None or not _ITEMS.fullmatch(found[1].strip()):
        return [], note
    items = _ITEM.finditer(found[1])
    targets = [f"{_plain(item[1])}-{_plain(item[2])}" if item[2] else _plain(item[1]) for item in items]
    return targets, note[: found.start()].strip()


def _plain(code: str) -> str:
    return code.replace(".", "")


def _terms(root: ET.Element) -> Iterator[str]:
    """Give "code beginning, inclusion term" for each term that says more than its title does."""
    for element in root.iter("diag"):
        known = set(_WORDS.findall(_text(element, "desc").casefold()))
        for term in _notes(element, "inclusionTerm"):
            if not set(_WORDS.findall(term.casefold())) <= known | {"nos"}:
                yield f"{_plain(_text(element, 'name'))}\t{term}"


def _places(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for chapter in root.iter("chapter"):
        codes = _RANGE_AT_END.search(_text(chapter, "desc"))
        if codes:
            yield codes[1], chapter
    for section in root.iter("section"):
        yield section.attrib["id"], section
    for element in root.iter("diag"):
        yield _plain(_text(element, "name")), element


def _notes(element: ET.Element, kind: str) -> Iterator[str]:
    for group in element.findall(kind):
        for note in group.findall("note"):
            text = " ".join((note.text or "").split())
            if text:
                yield text


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _write(path: Path, lines: Iterable[str]) -> None:
    content = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    lines_written = content.count(b"\n")
    print(f"{path.name}: {lines_written} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
