"""What the sample clients answer agrees with what their lists hold."""

from __future__ import annotations

from datetime import date

from therapist_desk.app.demo.health import pianist
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.health.history import ItemKind
from therapist_desk.services.health import load_checklist


def test_a_client_allergic_to_latex_says_so_where_it_is_asked() -> None:
    told = pianist(date(2026, 11, 23))
    asked = {condition.id for condition in load_checklist(resources_dir()) if "latex" in condition.name}

    assert [item.text for item in told.items if item.kind is ItemKind.ALLERGY] == ["Latex"]
    assert asked
    assert asked <= {condition for condition, _, _ in told.yes}
