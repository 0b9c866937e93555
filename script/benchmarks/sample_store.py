"""An encrypted store with one client and an open visit, made through the services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.clock import Instant

if TYPE_CHECKING:
    from therapist_desk.domain.visit import Visit
    from therapist_desk.services.desk import Desk

ROOT: Final = Path(__file__).resolve().parents[2]


class SystemClock:
    """The machine's clock, without its steady count: nothing here watches a timer."""

    def now(self) -> Instant:
        """Give the present moment."""
        return Instant(datetime.now(UTC))


@contextmanager
def folder_on_disk() -> Iterator[Path]:
    """Give a folder on the checkout's own disk: in a memory file system a durable write would cost nothing."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=build, prefix="bench-") as folder:
        yield Path(folder)


def make_store(folder: Path) -> tuple[Desk, Visit]:
    """Make the store in `folder`; gives the open desk and the visit."""
    from therapist_desk.domain.client import ClientDetails  # noqa: PLC0415 - heavy, and only where a store is made
    from therapist_desk.domain.ids import TherapistId  # noqa: PLC0415
    from therapist_desk.domain.people import Address, Practice, Therapist  # noqa: PLC0415
    from therapist_desk.services.cases import open_case  # noqa: PLC0415
    from therapist_desk.services.clients import add_client  # noqa: PLC0415
    from therapist_desk.services.desk import new_id  # noqa: PLC0415
    from therapist_desk.services.opening import Registration, create_store  # noqa: PLC0415
    from therapist_desk.services.visit.visits import start_visit  # noqa: PLC0415

    registration = Registration(
        therapist=Therapist(
            id=TherapistId(new_id()),
            name="Robin Mockford",
            credentials="LMT",
            licence_number="MA 60099999",
            licence_state="WA",
        ),
        practice=Practice(name="Sample Practice", address=Address(street="1 Example Street", city="Sampleton")),
    )
    desk, _ = create_store(folder, registration, "violet harbour engine lantern", SystemClock())
    client = add_client(
        desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=date(1980, 2, 29))
    )
    return desk, start_visit(desk, open_case(desk, client.id, "Low back pain").id)
