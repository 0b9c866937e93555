"""What the line over the visit leaves out first where it is narrow."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.client import Caution
from therapist_desk.domain.ids import VisitId
from therapist_desk.services import clients
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import visits
from therapist_desk.ui.kit.label import ElidedLabel
from therapist_desk.ui.visit.caution_strip import MoreCautions
from ui.visit.conftest import OpenPage

BESIDE_THE_RAIL = 1366 - 56


def test_cautions_give_way_before_the_name_does(desk: Desk, visit_id: VisitId, open_page: OpenPage) -> None:
    client = visits.open_visit(desk, visit_id).client
    cautions = (Caution("Varicose veins or phlebitis, left calf"), Caution("Blood pressure, controlled"))
    named = replace(client.details, given_name="Bartholomew", family_name="Mockley", cautions=cautions * 2)
    clients.edit_client(desk, client, named)

    page = open_page(BESIDE_THE_RAIL)

    name = page.header.findChild(ElidedLabel)
    assert name is not None
    assert name.text() == "Bartholomew Mockley"
    assert name.toolTip() == ""  # it says the whole name where that is cut off
    more = page.header.findChild(MoreCautions)
    assert more is not None
    assert more.isVisible()
    assert page.header.saved.geometry().right() <= page.header.width()
