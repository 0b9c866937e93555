from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.conftest import PASSPHRASE, ROBIN, Made
from store.samples import CLIENT, VISIT, ZEROS, link, mark
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ClientId
from therapist_desk.store import keyslots
from therapist_desk.store.anchor import ANCHOR_FILE
from therapist_desk.store.charts import Charts
from therapist_desk.store.errors import ChainBrokenError, StoreExistsError
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.sqlite.engine import CHARTS_FILE
from therapist_desk.store.store import Store


def test_what_was_written_is_there_after_reopening(made: Made) -> None:
    store = Store.open(made.folder, made.master)
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("a"))
    store.close()

    store = Store.open(made.folder, keyslots.unlock(made.folder, ROBIN.therapist_id, PASSPHRASE).master)
    with store.reading() as charts:
        assert charts.visits.get(VISIT.id).marks == (mark("a"),)
    store.close()


def test_an_error_in_a_block_undoes_all_of_it(store: Store) -> None:
    def mark_then_fail(charts: Charts) -> None:
        charts.visits.put_mark(VISIT.id, mark("a"))
        charts.clients.get(ClientId("nobody"))

    with pytest.raises(NotFoundError), store.writing() as charts:
        mark_then_fail(charts)

    with store.reading() as charts:
        assert charts.visits.get(VISIT.id).marks == ()


def test_a_second_store_in_a_folder_is_refused(made: Made) -> None:
    with pytest.raises(StoreExistsError):
        Store.create(made.folder, MasterKey.new())

    Store.open(made.folder, made.master).close()


def test_charts_without_a_key_file_are_moved_aside_and_never_deleted(tmp_path: Path) -> None:
    for _attempt in range(3):
        Store.create(tmp_path / "charts", MasterKey.new()).close()

    aside = sorted(path.name for path in (tmp_path / "charts").glob("*.without-key-*"))
    assert aside == [f"{CHARTS_FILE}.without-key-1", f"{CHARTS_FILE}.without-key-2"]


def test_closing_twice_is_fine(made: Made) -> None:
    store = Store.open(made.folder, made.master)
    store.close()
    store.close()


def test_the_folder_holds_no_word_about_a_client_in_the_clear(made: Made) -> None:
    store = Store.open(made.folder, made.master)
    with store.writing() as charts:
        details = replace(CLIENT.details, phone="+1 206 555 0143", emergency_contact="Juniper Sample-Hayes")
        charts.clients.save(replace(CLIENT, details=details))
        charts.visits.put_mark(VISIT.id, mark("a", note="burning after driving"))
    open_files = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    store.close()
    closed_files = {path.name: path.read_bytes() for path in made.folder.iterdir()}

    for secret in ("Łukasz", "Żółć", "555 0143", "Sample-Hayes", "burning", "whiplash", "upper trapezius", "clients"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            for name, content in (open_files | closed_files).items():
                assert secret.encode(encoding) not in content, f"{secret} in {name}"


def test_the_head_of_the_chain_is_anchored_beside_the_key_file(store: Store) -> None:
    store.check_chain()
    with store.writing() as charts:
        charts.records.append(link(1, ZEROS))

    assert (store.folder / ANCHOR_FILE).exists()
    store.check_chain()


def test_an_older_copy_of_the_charts_is_noticed(made: Made) -> None:
    older = (made.folder / CHARTS_FILE).read_bytes()
    store = Store.open(made.folder, made.master)
    with store.writing() as charts:
        charts.records.append(link(1, ZEROS))
    store.close()
    (made.folder / CHARTS_FILE).write_bytes(older)

    store = Store.open(made.folder, made.master)
    with pytest.raises(ChainBrokenError):
        store.check_chain()
    store.close()


def test_a_forged_anchor_is_noticed(store: Store) -> None:
    with store.writing() as charts:
        charts.records.append(link(1, ZEROS))
    path = store.folder / ANCHOR_FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"sequence": 1', '"sequence": 2'), encoding="utf-8")

    with pytest.raises(ChainBrokenError):
        store.check_chain()


def test_an_anchor_that_could_not_follow_catches_up_at_the_next_check(store: Store) -> None:
    in_the_way = store.folder / ANCHOR_FILE
    in_the_way.mkdir()
    with store.writing() as charts:
        charts.records.append(link(1, ZEROS))
    in_the_way.rmdir()

    with store.reading() as charts:
        assert charts.visits.get(VISIT.id).signed
    store.check_chain()
    assert in_the_way.is_file()


def test_a_list_can_be_read_while_another_is(store: Store) -> None:
    with store.reading() as outer, store.reading() as inner, store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("a"))
        assert outer.visits.get(VISIT.id) == inner.visits.get(VISIT.id)
