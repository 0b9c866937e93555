"""Build the list of the field's words for the spelling check from the program's own data, and from medicines' names.

Run from the repository: `python tools/build_spelling.py`. It keeps what the English dictionary does not know.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hunspell import Hunspell

from therapist_desk.domain.notes.spelling import plain

RESOURCES = Path(__file__).parents[1] / "resources"
SPELLING = RESOURCES / "spelling"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST = 3


def main() -> None:
    """Write `medical.txt`: one word a line, in small letters, sorted."""
    english = Hunspell("en_US", hunspell_data_dir=str(SPELLING))
    found: set[str] = set()
    for text in _texts():
        found.update(plain(word) for word in _WORD.findall(text))
    known = sorted(word for word in found if len(word) >= _LEAST and not english.spell(word))
    (SPELLING / "medical.txt").write_text("\n".join(known) + "\n", encoding="utf-8")


def _texts() -> Iterator[str]:
    yield from (str(region["name"]) for region in _json("body_map/regions.json").values())
    for path in sorted((RESOURCES / "clinical").glob("*.json")):
        yield from _strings(json.loads(path.read_text(encoding="utf-8")))
    yield (Path(__file__).parent / "medicines.txt").read_text(encoding="utf-8")
    for name in ("phrases.json", "codes/names.json", "codes/procedures.json"):
        yield from _strings(_json(name))
    for name in ("icd10cm-2026-04.tsv.gz", "icd10cm-2026-04-terms.tsv.gz"):
        with gzip.open(RESOURCES / "codes" / name, "rt", encoding="utf-8") as lines:
            yield from (line.partition("\t")[2] for line in lines)


def _json(name: str) -> Any:
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))


def _strings(value: Any) -> Iterator[str]:
    """Give the words of a list of facts, without addresses and identifiers."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"id", "regions", "url", "source", "sources", "abbreviation", "source_url", "code"}:
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str) and "://" not in value and "_" not in value:
        yield value


if __name__ == "__main__":
    main()
