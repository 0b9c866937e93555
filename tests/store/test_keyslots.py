from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from store.conftest import CHEAP, PASSPHRASE, ROBIN, Made
from therapist_desk.domain.ids import TherapistId
from therapist_desk.store import keyslots
from therapist_desk.store.errors import (
    KeyFileChangedError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyFileNewerError,
    LastSlotError,
    NoSlotError,
    StoreExistsError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from therapist_desk.store.keys import MasterKey, Purpose
from therapist_desk.store.presence import COPY, KEY_FILE
from therapist_desk.store.recovery import new_recovery_code
from therapist_desk.store.signing import is_signed_by, public_key_of, sign
from therapist_desk.store.slots import Cost, SlotInfo, read_key_file, read_slots, write_key_file

SASHA = SlotInfo(TherapistId("sasha"), "Sasha Example", "LMT")


def test_a_passphrase_opens_the_master_key(made: Made) -> None:
    unlocked = keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE)

    assert unlocked.master == made.master
    assert not unlocked.from_copy


def test_a_wrong_passphrase_opens_nothing(made: Made) -> None:
    with pytest.raises(WrongPassphraseError):
        keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE + " ")


def test_a_guess_costs_what_rfc_9106_recommends() -> None:
    assert Cost(passes=3, memory=64 * 1024, lanes=4) == keyslots.STANDARD


def test_a_passphrase_opens_whichever_way_its_accents_are_composed(made: Made) -> None:
    keyslots.add_slot(made.folder, made.master, SASHA, "Z\u00fcrich \u00e9t\u00e9", cost=CHEAP)

    unlocked = keyslots.unlock(made.folder, SASHA.therapist_id, "Zu\u0308rich e\u0301te\u0301")

    assert unlocked.master == made.master


def test_the_recovery_code_opens_the_master_key(made: Made) -> None:
    typed = made.recovery_code.lower().replace("-", " ")

    assert keyslots.unlock_with_recovery_code(made.folder, typed).master == made.master


def test_another_recovery_code_opens_nothing(made: Made) -> None:
    with pytest.raises(WrongRecoveryCodeError):
        keyslots.unlock_with_recovery_code(made.folder, new_recovery_code())


def test_a_new_recovery_code_replaces_the_one_before(made: Made) -> None:
    renewed = keyslots.renew_recovery_code(made.folder, made.master, cost=CHEAP)

    assert keyslots.unlock_with_recovery_code(made.folder, renewed).master == made.master
    with pytest.raises(WrongRecoveryCodeError):
        keyslots.unlock_with_recovery_code(made.folder, made.recovery_code)


def test_a_changed_passphrase_leaves_keys_and_charts_as_they_are(made: Made) -> None:
    charts = (made.folder / "charts.db").read_bytes()

    keyslots.change_passphrase(made.folder, ROBIN.therapist_id, PASSPHRASE, "another good one", cost=CHEAP)

    assert keyslots.unlock(made.folder, ROBIN.therapist_id, "another good one").master == made.master
    secret = keyslots.signing_secret(made.folder, made.master, ROBIN.therapist_id, "another good one")
    assert public_key_of(secret) == made.public_key
    assert (made.folder / "charts.db").read_bytes() == charts


def test_a_changed_passphrase_leaves_no_slot_that_the_old_one_opens(made: Made) -> None:
    keyslots.change_passphrase(made.folder, ROBIN.therapist_id, PASSPHRASE, "another good one", cost=CHEAP)
    (made.folder / KEY_FILE).unlink()

    with pytest.raises(WrongPassphraseError):
        keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE)


def test_a_passphrase_is_changed_only_by_who_knows_it(made: Made) -> None:
    with pytest.raises(WrongPassphraseError):
        keyslots.change_passphrase(made.folder, ROBIN.therapist_id, "a guess", "another good one", cost=CHEAP)
    assert keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE).master == made.master


def test_signing_needs_the_passphrase_again(made: Made) -> None:
    with pytest.raises(WrongPassphraseError):
        keyslots.signing_secret(made.folder, made.master, ROBIN.therapist_id, "a guess")

    secret = keyslots.signing_secret(made.folder, made.master, ROBIN.therapist_id, PASSPHRASE)

    assert is_signed_by(made.public_key, b"record", sign(secret, b"record"))
    assert not is_signed_by(made.public_key, b"another", sign(secret, b"record"))


def test_each_therapist_has_a_passphrase_and_a_signing_key_of_their_own(made: Made) -> None:
    public_key = keyslots.add_slot(made.folder, made.master, SASHA, "sasha's own words", cost=CHEAP)

    assert read_slots(made.folder) == (ROBIN, SASHA)
    assert public_key != made.public_key
    with pytest.raises(WrongPassphraseError):
        keyslots.unlock(made.folder, SASHA.therapist_id, PASSPHRASE)


def test_a_new_passphrase_after_recovery_brings_a_new_signing_key(made: Made) -> None:
    public_key = keyslots.add_slot(made.folder, made.master, ROBIN, "a fresh start", cost=CHEAP)

    secret = keyslots.signing_secret(made.folder, made.master, ROBIN.therapist_id, "a fresh start")
    assert public_key_of(secret) == public_key != made.public_key
    assert read_slots(made.folder) == (ROBIN,)


def test_a_removed_therapist_opens_nothing(made: Made) -> None:
    keyslots.add_slot(made.folder, made.master, SASHA, "sasha's own words", cost=CHEAP)

    keyslots.remove_slot(made.folder, made.master, SASHA.therapist_id)

    with pytest.raises(NoSlotError):
        keyslots.unlock(made.folder, SASHA.therapist_id, "sasha's own words")


def test_the_last_therapist_is_not_removed(made: Made) -> None:
    with pytest.raises(LastSlotError):
        keyslots.remove_slot(made.folder, made.master, ROBIN.therapist_id)


def test_a_slot_shows_changed_credentials(made: Made) -> None:
    changed = SlotInfo(ROBIN.therapist_id, "Robin Mockford", "LMT, BCTMB", ROBIN.licence)

    keyslots.change_info(made.folder, made.master, changed)

    assert read_slots(made.folder) == (changed,)


def test_a_second_key_file_is_refused(made: Made) -> None:
    with pytest.raises(StoreExistsError):
        keyslots.create_key_file(made.folder, SASHA, "sasha's own words", cost=CHEAP)


@pytest.mark.parametrize("left", [b"", b"{", b'{"version": 1}', b"[]", b"\xff\xfe", b'"text"', b"null"])
def test_a_torn_key_file_is_mended_from_its_copy(made: Made, left: bytes) -> None:
    (made.folder / KEY_FILE).write_bytes(left)

    assert read_slots(made.folder) == (ROBIN,)
    unlocked = keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE)

    assert unlocked.from_copy
    assert (made.folder / KEY_FILE).read_bytes() == (made.folder / COPY).read_bytes()
    assert not keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE).from_copy


def test_a_lost_key_file_is_mended_from_its_copy(made: Made) -> None:
    (made.folder / KEY_FILE).unlink()

    assert keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE).from_copy
    assert (made.folder / KEY_FILE).exists()


def test_a_copy_left_behind_by_a_crash_is_brought_up_to_date_at_the_next_unlock(made: Made) -> None:
    before = (made.folder / COPY).read_bytes()
    keyslots.change_passphrase(made.folder, ROBIN.therapist_id, PASSPHRASE, "another good one", cost=CHEAP)
    (made.folder / COPY).write_bytes(before)

    keyslots.unlock(made.folder, ROBIN.therapist_id, "another good one")

    assert (made.folder / COPY).read_bytes() == (made.folder / KEY_FILE).read_bytes()


def test_two_damaged_key_files_are_said_to_be_damaged(made: Made) -> None:
    for name in (KEY_FILE, COPY):
        path = made.folder / name
        path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(KeyFileDamagedError):
        read_slots(made.folder)


def test_no_key_file_at_all_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissingError):
        read_slots(tmp_path)


def test_one_flipped_bit_anywhere_is_noticed(made: Made) -> None:
    (made.folder / COPY).unlink()
    path = made.folder / KEY_FILE
    whole = path.read_bytes()
    for place in range(0, len(whole), 37):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            slots = read_slots(made.folder)
        except (KeyFileDamagedError, KeyFileNewerError):
            continue
        pytest.fail(f"byte {place} of the key file read as {slots}")


def test_a_key_file_that_somebody_else_rewrote_opens_nothing(made: Made) -> None:
    file = read_key_file(made.folder)
    forged = SlotInfo(ROBIN.therapist_id, "Somebody Else")
    slots = tuple(
        type(slot)(slot.id, forged if slot.info else None, slot.cost, slot.salt, slot.master, slot.signing)
        for slot in file.slots
    )
    write_key_file(made.folder, type(file)(slots, file.mac))

    with pytest.raises(KeyFileChangedError):
        keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE)


def test_a_slot_cannot_be_passed_off_as_another(made: Made) -> None:
    file = read_key_file(made.folder)
    robin = file.slots[0]
    swapped = type(robin)(SASHA.therapist_id, SASHA, robin.cost, robin.salt, robin.master, robin.signing)
    write_key_file(made.folder, type(file)((swapped, *file.slots[1:]), file.mac))

    with pytest.raises(WrongPassphraseError):
        keyslots.unlock(made.folder, SASHA.therapist_id, PASSPHRASE)


@pytest.mark.parametrize("cost", [Cost(0, 8, 1), Cost(10**6, 8, 1), Cost(1, 2**40, 1), Cost(1, 8, 4), Cost(1, 8, 0)])
def test_a_key_file_cannot_ask_for_endless_work(made: Made, cost: Cost) -> None:
    file = read_key_file(made.folder)
    slots = tuple(type(slot)(slot.id, slot.info, cost, slot.salt, slot.master, slot.signing) for slot in file.slots)
    write_key_file(made.folder, type(file)(slots, file.mac))

    with pytest.raises(KeyFileDamagedError):
        keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE)


def test_a_key_file_of_a_later_version_says_so(made: Made) -> None:
    content: dict[str, Any] = json.loads((made.folder / KEY_FILE).read_bytes())
    (made.folder / KEY_FILE).write_text(json.dumps(content | {"version": 2}), encoding="utf-8")

    with pytest.raises(KeyFileNewerError):
        read_slots(made.folder)


def test_the_key_file_holds_no_key_in_the_clear(made: Made) -> None:
    for name in (KEY_FILE, COPY):
        text = (made.folder / name).read_text(encoding="utf-8")
        assert made.master.secret.hex() not in text
        assert PASSPHRASE not in text
        assert made.recovery_code not in text


def test_each_purpose_has_a_key_of_its_own() -> None:
    master = MasterKey.new()

    keys = {master.subkey(purpose) for purpose in Purpose}

    assert len(keys) == len(Purpose)
    assert master.secret not in keys
    assert master.secret.hex() not in repr(master)


def test_slots_are_listed_without_anything_heavy(made: Made) -> None:
    program = (
        "import sys; from pathlib import Path; from therapist_desk.store.slots import read_slots;"
        "print(read_slots(Path(sys.argv[1]))[0].name);"
        "print(*sorted({'sqlalchemy','alembic','cryptography','sqlcipher3','argon2','filelock'} & set(sys.modules)))"
    )

    told = subprocess.run(
        [sys.executable, "-c", program, str(made.folder)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert told.stdout.splitlines() == ["Robin Mockford", ""]
