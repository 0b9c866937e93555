from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desks import CHEAP, PASSPHRASE, ROBIN, HandClock, open_desk
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.errors import InvalidError
from therapist_desk.services import cases, clients, opening, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.passphrase import WeakPassphraseError, strength
from therapist_desk.services.visit import visits
from therapist_desk.store.errors import (
    RecoveryCodeTypoError,
    StoreExistsError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
)

NEW_PASSPHRASE = "meadow copper lantern ferry"


def test_the_unlock_window_can_name_who_may_unlock(desk: Desk) -> None:
    (slot,) = opening.who_can_unlock(desk.folder)

    assert (slot.name, slot.credentials, slot.licence) == ("Robin Mockford", "LMT", "WA TEST-00417")


def test_a_wrong_passphrase_opens_nothing(desk: Desk, clock: HandClock) -> None:
    desk.close()

    with pytest.raises(WrongPassphraseError):
        opening.unlock(desk.folder, desk.therapist_id, "something else entirely", clock)


def test_a_changed_passphrase_replaces_the_old_one(desk: Desk, juniper: Client, clock: HandClock) -> None:
    opening.change_passphrase(desk, PASSPHRASE, NEW_PASSPHRASE)
    desk.close()

    with pytest.raises(WrongPassphraseError):
        opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)
    again = opening.unlock(desk.folder, desk.therapist_id, NEW_PASSPHRASE, clock)
    assert clients.get_client(again, juniper.id) == juniper
    again.close()


def test_the_recovery_code_gives_a_new_passphrase(tmp_path: Path, clock: HandClock) -> None:
    folder = tmp_path / "charts"
    desk, code = opening.create_store(folder, ROBIN, PASSPHRASE, clock, cost=CHEAP)
    desk.close()
    mistyped = code[:-1] + ("0" if code[-1] != "0" else "1")

    with pytest.raises(RecoveryCodeTypoError):
        opening.unlock_by_code(folder, desk.therapist_id, mistyped, NEW_PASSPHRASE, clock)
    opening.unlock_by_code(folder, desk.therapist_id, code.lower(), NEW_PASSPHRASE, clock).close()

    opening.unlock(folder, desk.therapist_id, NEW_PASSPHRASE, clock).close()


def test_a_second_store_is_never_laid_over_the_first(desk: Desk, clock: HandClock) -> None:
    with pytest.raises(StoreExistsError):
        opening.create_store(desk.folder, ROBIN, PASSPHRASE, clock, cost=CHEAP)


def test_a_store_open_elsewhere_is_politely_refused(desk: Desk, clock: HandClock) -> None:
    with pytest.raises(StoreInUseError):
        opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)


def test_charts_that_went_away_are_missed(desk: Desk, clock: HandClock) -> None:
    desk.close()
    for file in desk.folder.glob("charts*"):
        file.unlink()

    with pytest.raises(StoreMissingError):
        opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)


def test_a_registration_with_gaps_names_each_field(tmp_path: Path, clock: HandClock) -> None:
    gappy = replace(ROBIN, therapist=replace(ROBIN.therapist, name="", npi="1234567890"))

    with pytest.raises(InvalidError) as caught:
        opening.create_store(tmp_path / "charts", gappy, PASSPHRASE, clock, cost=CHEAP)

    assert {(problem.field, problem.code) for problem in caught.value.problems} == {
        ("name", "required"),
        ("npi", "npi_invalid"),
    }
    assert not opening.store_exists(tmp_path / "charts")


@pytest.mark.parametrize("passphrase", ["", "password", "massage123", "aaaaaaaaaaaaaaaa", "qwertyuiop"])
def test_a_passphrase_that_would_be_guessed_is_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(WeakPassphraseError):
        opening.create_store(tmp_path / "charts", ROBIN, passphrase, HandClock(), cost=CHEAP)

    assert not strength(passphrase).enough


def test_nothing_a_client_said_stands_in_the_folder_in_the_clear(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "charts")
    wanted = replace(_details(), family_name="Unmistakable")
    clients.add_client(desk, wanted)

    raw = b"".join(file.read_bytes() for file in desk.folder.rglob("*") if file.is_file())
    desk.close()

    for encoding in ("utf-8", "utf-16-le"):
        assert "Unmistakable".encode(encoding) not in raw


def _details() -> ClientDetails:
    return ClientDetails(given_name="Ana", family_name="", date_of_birth=HandClock().now().day)


def test_a_torn_key_file_opens_from_its_copy_and_says_so(desk: Desk, clock: HandClock) -> None:
    desk.close()
    (desk.folder / "keyslots.json").write_bytes(b"{")

    again = opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)

    assert [notice.code for notice in again.notices] == ["key_file_mended"]
    again.close()


def test_an_older_copy_of_the_charts_opens_and_says_what_is_missing(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    # given charts that were copied before a visit was signed
    case = cases.open_case(desk, juniper.id, "Tension headache")
    visit = visits.start_visit(desk, case.id)
    desk.close()
    kept = {file: file.read_bytes() for file in desk.folder.glob("charts.db*")}
    signing_desk = opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)
    signing.sign_visit(signing_desk, visit.id, PASSPHRASE, override_reason="nothing to chart")
    signing_desk.close()

    # when the copy is put back
    for file in desk.folder.glob("charts.db*"):
        file.unlink()
    for file, content in kept.items():
        file.write_bytes(content)
    again = opening.unlock(desk.folder, desk.therapist_id, PASSPHRASE, clock)

    # then it opens, and the missing record is told
    assert [notice.code for notice in again.notices] == ["chain_broken"]
    again.close()
