"""The schema: every revision reached from the one before, guarded, and equal to what the rows declare."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError

from store.conftest import Made
from store.samples import CASE, VISIT, ZEROS, link, mark
from therapist_desk.store import migrations, schema
from therapist_desk.store.errors import StoreCorruptError, StoreNewerError
from therapist_desk.store.keys import Purpose
from therapist_desk.store.rows.registry import metadata
from therapist_desk.store.sqlite import full_text, guards
from therapist_desk.store.sqlite.charts_file import ChartsFile
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect
from therapist_desk.store.sqlite.results import SIGNED
from therapist_desk.store.store import Store

KEY = b"k" * 32


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[ChartsFile]:
    file = ChartsFile(tmp_path / CHARTS_FILE, KEY)
    yield file
    file.close()


def triggers(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {name: statement for name, statement in rows}  # noqa: C416 - rows are not pairs


def tables(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())


def test_the_known_revisions_are_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", "therapist_desk.store:migrations")
    scripts = ScriptDirectory.from_config(config)

    assert tuple(step.revision for step in scripts.walk_revisions())[::-1] == schema.REVISIONS
    assert scripts.get_current_head() == schema.HEAD


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_every_guard_stands_at_each_revision(empty: ChartsFile, revision: str) -> None:
    for step in schema.REVISIONS[: schema.REVISIONS.index(revision) + 1]:
        schema.upgrade(empty, step)

    assert schema.revision_of(empty.writer) == revision
    standing = tables(empty.writer)
    expected = [*guards.guards(), *(full_text.triggers() if "stale_visits" in standing else ())]
    assert triggers(empty.writer) == {name: statement for name, table, statement in expected if table in standing}


def test_every_table_of_a_visit_is_guarded() -> None:
    guarded = {table for _name, table, _statement in guards.guards()}
    of_a_visit = {
        table.name
        for table in metadata().tables.values()
        if {"visit_id", "mark_id", "segment_id", "measurement_id"} & set(table.columns.keys())
    }

    assert of_a_visit - guarded == {"attachments"}


def test_the_migrations_make_what_the_rows_declare(empty: ChartsFile) -> None:
    schema.upgrade(empty, schema.HEAD)

    with empty.writer.connect() as connection:
        # The index of words is made with the triggers, and SQLite keeps it in tables of its own.
        ours = {"compare_type": False, "include_name": lambda name, kind, _parents: not _of_the_index(name, kind)}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata()) == []


def _of_the_index(name: str | None, kind: str) -> bool:
    return kind == "table" and name is not None and name.startswith(full_text.TABLE)


def test_a_schema_that_is_not_ours_is_left_alone(made: Made) -> None:
    _set_revision(made, "9999")
    before = (made.folder / CHARTS_FILE).read_bytes()

    with pytest.raises(StoreNewerError):
        Store.open(made.folder, made.master)

    assert (made.folder / CHARTS_FILE).read_bytes() == before


STEP = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("marks", recreate="always") as marks:
        marks.add_column(sa.Column("depth", sa.Integer()))
    {more}
"""


@pytest.fixture
def next_revision(tmp_path: Path) -> Path:
    """The migrations with one more: it rebuilds a guarded table, which drops its triggers."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, folder)
    (folder / "versions" / "next.py").write_text(STEP.format(head=schema.HEAD, more=""), encoding="utf-8")
    return folder


def bring_up(made: Made, location: Path) -> ChartsFile:
    file = ChartsFile(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))
    try:
        schema.bring_up_to_date(file, revisions=(*schema.REVISIONS, "next"), location=str(location))
    except BaseException:
        file.close()
        raise
    return file


def test_a_rebuilt_table_has_its_guards_again(made: Made, next_revision: Path) -> None:
    store = Store.open(made.folder, made.master)
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("a"))
        charts.records.append(link(1, ZEROS))
    store.close()

    file = bring_up(made, next_revision)

    assert schema.revision_of(file.writer) == "next"
    expected = (*guards.guards(), *full_text.triggers())
    assert triggers(file.writer) == {name: statement for name, _table, statement in expected}
    with pytest.raises(IntegrityError, match=SIGNED), file.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE marks SET depth = 2")
    file.close()


def test_a_copy_is_kept_before_a_migration(made: Made, next_revision: Path) -> None:
    bring_up(made, next_revision).close()

    kept = made.folder / f"{CHARTS_FILE}.before-{schema.HEAD}"
    connection = connect(kept, made.master.subkey(Purpose.DATABASE))
    assert connection.execute("SELECT count(*) FROM visits").fetchone() == (1,)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.HEAD,)
    connection.close()


def test_a_migration_that_fails_changes_nothing(made: Made, next_revision: Path) -> None:
    broken = STEP.format(head=schema.HEAD, more='op.execute("DELETE FROM cases"); op.execute("no such words")')
    (next_revision / "versions" / "next.py").write_text(broken, encoding="utf-8")

    with pytest.raises(OperationalError, match="syntax error"):
        bring_up(made, next_revision)

    store = Store.open(made.folder, made.master)
    with store.reading() as charts:
        assert charts.visits.get(VISIT.id) == VISIT
        assert charts.cases.get(CASE.id) == CASE
    store.close()


def test_a_migration_that_loses_what_others_refer_to_changes_nothing(made: Made, next_revision: Path) -> None:
    careless = STEP.format(head=schema.HEAD, more='op.execute("DELETE FROM cases")')
    (next_revision / "versions" / "next.py").write_text(careless, encoding="utf-8")

    with pytest.raises(StoreCorruptError):
        bring_up(made, next_revision)

    store = Store.open(made.folder, made.master)
    with store.reading() as charts:
        assert charts.cases.get(CASE.id) == CASE
    store.close()


def test_a_schema_up_to_date_is_opened_without_alembic(made: Made) -> None:
    program = (
        "import sys; from pathlib import Path; from therapist_desk.store.keys import MasterKey;"
        "from therapist_desk.store.store import Store;"
        "Store.open(Path(sys.argv[1]), MasterKey(bytes.fromhex(sys.stdin.read()))).close();"
        "print('alembic' in sys.modules)"
    )

    told = subprocess.run(
        [sys.executable, "-c", program, str(made.folder)],
        input=made.master.secret.hex(),
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert told.stdout == "False\n"


def _set_revision(made: Made, revision: str) -> None:
    connection = connect(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
