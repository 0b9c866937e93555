from __future__ import annotations

import pytest

from reports.pdfs import flat, fonts, page_texts
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.client import Client
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.history import Answer, HealthItem, ItemKind, answered
from therapist_desk.services import forms, health
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents import PaperSize

CHECKLIST = health.load_checklist(resources_dir())


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("kind", forms.FormKind)
def test_blank_forms_say_everything_and_embed_their_fonts(desk: Desk, kind: forms.FormKind, paper: PaperSize) -> None:
    pdf = forms.blank_form(desk, kind, CHECKLIST, paper)

    text = flat(pdf)
    assert "Signature" in text
    assert all(fonts(pdf).values())
    if kind is forms.FormKind.HISTORY:
        assert all(condition.name[1:12] in text for condition in CHECKLIST)
    else:
        assert all(line[:30] in text for line in STATEMENTS)


def test_a_filled_form_holds_a_very_long_list(desk: Desk, juniper: Client) -> None:
    answers = tuple(answered(condition, Answer.NO) for condition in CHECKLIST)
    items = tuple(HealthItem(kind=ItemKind.MEDICATION, text=f"Drug number {n}") for n in range(120))
    health.take_history(desk, juniper.id, answers, items, seen=0)

    pages = page_texts(forms.make_form(desk, juniper.id, forms.FormKind.HISTORY, CHECKLIST, PaperSize.LETTER))

    text = "\n".join(pages)
    assert all(f"Drug number {n}" in text for n in (0, 60, 119))
    assert all("TD-000001" in page for page in pages)
