"""Making ready to draw: afterwards nothing is left to load, and it may be left at any step."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from desks import PASSPHRASE
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.atlas.library import Atlas, open_atlas
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.visit import Visit
from therapist_desk.services.audit_trail import audit_lines
from therapist_desk.services.cases import open_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.drawing_ready import make_ready
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit.visits import start_visit

ROOT = Path(__file__).parents[3]
BORN = date(1987, 3, 14)
LETTER = PaperSize.LETTER
LATER = """
import sys
from datetime import date
from pathlib import Path
from desks import open_desk
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services import cases, clients
from therapist_desk.services.visit import visits
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.drawing_ready import make_ready

desk, atlas = open_desk(Path(sys.argv[1])), open_atlas(resources_dir() / "body_map")
born = date(1987, 3, 14)
client = clients.add_client(desk, ClientDetails(given_name="Nova", family_name="Sample", date_of_birth=born))
visit = visits.start_visit(desk, cases.open_case(desk, client.id, "Headache").id)
for _ in make_ready(desk, atlas, References(), PaperSize.LETTER, client.id):
    pass
ready = set(sys.modules)
for kind in (DocumentKind.INSURER, DocumentKind.PHYSICIAN, DocumentKind.PROGRESS):
    make_document(source_for(desk, kind, visit.id, References()), kind, PaperSize.LETTER, atlas)
late = sorted(set(sys.modules) - ready)
desk.close()
print([name for name in late if not name.startswith("encodings.")])
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas(resources_dir() / "body_map")


def note(desk: Desk, atlas: Atlas, visit: Visit) -> bytes:
    kind = DocumentKind.INSURER
    return make_document(source_for(desk, kind, visit.id, References()), kind, LETTER, atlas)


def test_afterwards_the_usual_documents_load_nothing_more(tmp_path: Path) -> None:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))

    result = subprocess.run(
        [sys.executable, "-c", LATER, str(tmp_path / "charts")],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.stdout.strip() == "[]", result.stderr


@pytest.mark.parametrize("steps", [0, 3, 18, 23, 24])
def test_a_document_that_is_asked_for_between_two_steps_is_the_same(
    desk: Desk, atlas: Atlas, juniper: Client, visit: Visit, steps: int
) -> None:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    expected = note(desk, atlas, visit)
    ready = make_ready(desk, atlas, References(), LETTER, juniper.id)

    list(islice(ready, steps))

    assert note(desk, atlas, visit) == expected
    list(ready)
    assert note(desk, atlas, visit) == expected


def test_nothing_is_written_and_nothing_noted(desk: Desk, atlas: Atlas, juniper: Client, visit: Visit) -> None:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    before = audit_lines(desk)

    list(make_ready(desk, atlas, References(), LETTER, juniper.id))
    list(make_ready(desk, atlas, References(), LETTER, visit_id=visit.id))

    assert audit_lines(desk) == before


def test_a_client_without_a_visit_and_a_name_that_no_font_has_are_no_trouble(desk: Desk, atlas: Atlas) -> None:
    fresh = add_client(desk, ClientDetails(given_name="Nova", family_name="Sample", date_of_birth=BORN))
    unwritable = add_client(desk, ClientDetails(given_name="Nova", family_name="\U0010fffd", date_of_birth=BORN))
    start_visit(desk, open_case(desk, unwritable.id, "Headache").id)

    for whose in (fresh.id, unwritable.id, None):
        assert list(make_ready(desk, atlas, References(), LETTER, whose))
