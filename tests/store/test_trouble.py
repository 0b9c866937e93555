from __future__ import annotations

import errno

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from therapist_desk.store.errors import StoreError, StoreFullError, StoreReadOnlyError, StoreUnreliableError
from therapist_desk.store.store import Store
from therapist_desk.store.trouble import told_plainly


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StoreFullError),
        (errno.EDQUOT, StoreFullError),
        (errno.EACCES, StoreReadOnlyError),
        (errno.EROFS, StoreReadOnlyError),
        (errno.EIO, StoreUnreliableError),
    ],
)
def test_trouble_with_the_disk_has_a_sentence(number: int, kind: type[StoreError]) -> None:
    with pytest.raises(kind, match=r"\.$"), told_plainly():
        raise OSError(number, "as the system says it")


@pytest.mark.parametrize(
    "bug", [OSError(errno.EBADF, "bad handle"), dbapi2.OperationalError("no such table"), KeyError("name")]
)
def test_a_bug_stays_a_bug(bug: Exception) -> None:
    with pytest.raises(type(bug)) as raised, told_plainly():
        raise bug
    assert raised.value is bug


def test_a_statement_that_cannot_be_is_a_bug(store: Store) -> None:
    with pytest.raises(Exception, match="no such table") as raised, store.writing() as charts:
        charts.clients._session.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(raised.value, StoreError)


def test_every_trouble_has_a_code_of_its_own() -> None:
    kinds = StoreError.__subclasses__()

    assert len({kind.code for kind in kinds} | {StoreError.code}) == len(kinds) + 1
