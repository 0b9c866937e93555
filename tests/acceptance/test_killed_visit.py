"""A process killed in the middle of a visit: everything it was told was kept is there, and the clock went on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desks import CHEAP, PASSPHRASE, ROBIN
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.session.timer import Question, TimerState
from therapist_desk.services import cases, clients, opening
from therapist_desk.services.visit import visits

TREATING = """
import sys
from pathlib import Path
from itertools import count
from desks import PASSPHRASE, ROBIN
from domain.builders import mark
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.services.visit import marking, notes, timing
from therapist_desk.services import opening
desk = opening.unlock(Path(sys.argv[1]), ROBIN.therapist.id, PASSPHRASE, SystemClock())
timing.start(desk, sys.argv[2])
for number in count(1):
    marking.put_mark(desk, sys.argv[2], mark(id=MarkId(f"mark-{number}"), before=number % 10))
    notes.save_note(desk, sys.argv[2], Note(paragraphs=(Paragraph(Section.SUBJECTIVE, f"line {number}"),)))
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_nothing_acknowledged_is_lost_and_the_timer_is_right(tmp_path: Path, acknowledged: int) -> None:
    # given a visit under way in a process of its own
    folder, clock = tmp_path / "charts", SystemClock()
    desk, _ = opening.create_store(folder, ROBIN, PASSPHRASE, clock, cost=CHEAP)
    client = clients.add_client(
        desk, ClientDetails(given_name="Ana", family_name="Prueba", date_of_birth=date(1980, 1, 2))
    )
    visit = visits.start_visit(desk, cases.open_case(desk, client.id, "Neck pain").id)
    desk.close()
    begun = clock.now()
    with subprocess.Popen(
        [sys.executable, "-c", TREATING, str(folder), visit.id],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as treating:
        assert treating.stdout is not None
        told = [int(treating.stdout.readline()) for _ in range(acknowledged)][-1]

        # when it is killed
        treating.send_signal(signal.SIGKILL)
        told = max([told, *(int(line) for line in treating.stdout)])

    # then all it was told was kept is there, and the clock counts from the start, asking whether it should
    again = opening.unlock(folder, ROBIN.therapist.id, PASSPHRASE, clock)
    kept = visits.open_visit(again, visit.id).visit
    reading = kept.timer(clock.now(), attended_since=again.opened_at)
    again.close()
    assert {f"mark-{number}" for number in range(1, told + 1)} <= {mark.id for mark in kept.marks}
    assert int(kept.note.paragraphs[0].text.removeprefix("line ")) >= told
    assert reading.state is TimerState.RUNNING
    assert reading.question is Question.FOUND_RUNNING
    assert reading.started is not None
    assert begun.utc <= reading.started.utc <= clock.now().utc
