"""The main job, from an empty store to a PDF on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from acceptance.conftest import Driver
from desks import CHEAP, PASSPHRASE, ROBIN, checked_records
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.paths import resources_dir
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services import clients, opening
from therapist_desk.services.documents import drawing
from therapist_desk.services.documents.keeping import file_name, save_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import read_source
from therapist_desk.services.record_check import ChainReport
from therapist_desk.services.visit import visits
from therapist_desk.ui.signing import SignDialog
from therapist_desk.ui.visit.page import VisitPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    charts = tmp_path / "charts"
    opening.create_store(charts, ROBIN, PASSPHRASE, SystemClock(), cost=CHEAP)[0].close()
    return charts


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_therapist_charts_and_signs_a_first_visit(driver: Driver, folder: Path, tmp_path: Path) -> None:
    # given an unlocked, empty store
    driver.start(folder)

    # when a client is added, a case opened and a visit begun
    driver.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    driver.write("given_name", "Łucja")
    driver.write("family_name", "Próbna")
    driver.write("date_of_birth", "14 Mar 1987")
    driver.click("save")
    driver.click("start")
    driver.write("title", "Neck pain")
    driver.press(Qt.Key.Key_Return)
    driver.click("start")

    # and the session is treated, charted and stopped
    driver.click("start")
    driver.click("technique_mfr")
    driver.click("tool_A")
    body = driver.find(BodyMap, "map")
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=_place(body, "trap_upper", Side.RIGHT))
    driver.press(Qt.Key.Key_7)
    driver.press(Qt.Key.Key_Return)
    driver.write("pain_before", "6")
    driver.write("limitation", "cannot check the blind spot")
    driver.write("text_S", "Stiff since Tuesday.")
    driver.bot.waitUntil(lambda: _has_treated(driver))
    driver.click("stop")
    driver.write("pain_after", "3")
    driver.write("text_P", "Weekly for four weeks.")
    # and signed, with a reason: neither history nor consent are in the charts yet
    driver.click("sign")
    driver.write("reason", "Both forms are on paper, to be entered tonight")
    driver.write("passphrase", PASSPHRASE)
    driver.click("sign_and_lock")
    driver.bot.waitUntil(lambda: driver.window.findChild(SignDialog) is None)
    driver.settle()
    driver.quit()

    # then the visit is signed, the chain holds, and the note says what was found
    desk = opening.unlock(folder, ROBIN.therapist.id, PASSPHRASE, SystemClock())
    try:
        (client,) = clients.find_clients(desk, "probna lucja")
        assert client.details.date_of_birth == date(1987, 3, 14)
        (summary,) = visits.client_visits(desk, client.id)
        assert summary.status is VisitStatus.SIGNED
        assert checked_records(desk) == ChainReport(1)
        source = read_source(desk, summary.id)
        path = tmp_path / file_name(source, DocumentKind.INSURER)
        atlas = Atlas(resources_dir() / "body_map")
        save_document(
            path,
            drawing.make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas),
        )
    finally:
        desk.close()
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    for words in ("Próbna, Łucja", "Upper trapezius", "7/10", "Stiff since Tuesday.", "Weekly for four weeks."):
        assert words in text
    assert "Próbna" not in path.name


def _has_treated(driver: Driver) -> bool:
    visit_page = driver.window.findChild(VisitPage)
    assert visit_page is not None
    return any(part.technique.hands_on and part.seconds > 0 for part in visit_page.session.reading().segments)


def _place(body: BodyMap, region: str, side: Side) -> QPoint:
    found = Atlas(resources_dir() / "body_map").view(Figure.NEUTRAL, View.BACK).find(region, side)
    assert found is not None
    place = body.to_pixel(found.anchor).toPoint()
    assert QRect(QPoint(), body.size()).contains(place)
    return place
