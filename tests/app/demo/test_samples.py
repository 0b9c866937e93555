from __future__ import annotations

import pytest

from desks import HandClock, checked_records
from therapist_desk.app.demo.samples import Samples, make_samples
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.services import clients, home, opening
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import visits
from therapist_desk.store.errors import StoreExistsError


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return make_samples(tmp_path_factory.mktemp("samples") / "charts", resources_dir(), HandClock())


@pytest.fixture
def desk(samples: Samples) -> Desk:
    return opening.unlock(
        samples.folder, samples.therapist_id, samples.passphrase, HandClock(), watched_since=samples.begun
    )


@pytest.mark.timeout(60)
@pytest.mark.slow
def test_the_samples_are_a_working_day_with_a_past(samples: Samples, desk: Desk) -> None:
    board = home.read_board(desk)
    running = visits.open_visit(desk, samples.in_session).visit
    reading = running.timer(desk.clock.now(), attended_since=desk.opened_at)
    report = checked_records(desk)
    everybody = clients.find_clients(desk, "")
    desk.close()

    assert {client.name for client in everybody} == {
        "Juniper Sample-Hayes",
        "Bartholomew Mockley",
        "Мария Примерова",
    }
    assert [visit.id for visit in board.in_session] == [samples.in_session]
    assert len(board.unsigned) == 1
    assert len(board.planned) == 2
    assert board.attention
    assert (reading.state, reading.elapsed, reading.question) == (TimerState.RUNNING, 38 * 60, None)
    assert (report.checked, report.flawed) == (12, ())


@pytest.mark.timeout(60)
@pytest.mark.slow
def test_samples_never_touch_charts_that_are_there(samples: Samples) -> None:
    with pytest.raises(StoreExistsError):
        make_samples(samples.folder, resources_dir(), HandClock())
