"""Kill the process at any moment: nothing acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store.conftest import Made
from store.samples import VISIT
from therapist_desk.store.keys import Purpose
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect
from therapist_desk.store.store import Store

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from store.samples import VISIT, mark
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.store import Store

store = Store.open(Path(sys.argv[1]), MasterKey(bytes.fromhex(sys.stdin.readline())))
number = 0
while True:
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark(f"mark-{number:06}", note="sore " * 40))
        charts.visits.put_note(VISIT.id, Note(paragraphs=(Paragraph(Section.PLAN, f"{number:06}"),)))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_a_killed_process_loses_nothing_it_was_told_was_saved(made: Made, lines: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(made.folder)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdin
    assert writer.stdout
    with writer:
        writer.stdin.write(made.master.secret.hex() + "\n")
        writer.stdin.flush()
        acknowledged = [int(writer.stdout.readline()) for _ in range(lines)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout.read().split("\n")[:-1]]

    store = Store.open(made.folder, made.master)
    with store.reading() as charts:
        visit = charts.visits.get(VISIT.id)
    store.close()

    kept = [int(mark.id.removeprefix("mark-")) for mark in visit.marks]
    assert kept == list(range(len(kept)))
    assert kept[-1] >= acknowledged[-1]
    assert visit.note.paragraphs[0].text == f"{kept[-1]:06}"
    assert _is_whole(made)


def _is_whole(made: Made) -> bool:
    connection = connect(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))
    pages: list[object] = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    rows: list[object] = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    return pages == [] and rows == [("ok",)]
