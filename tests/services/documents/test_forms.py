from __future__ import annotations

import pytest

from reports.pdfs import flat, fonts, page_texts, polylines
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.client import Client
from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.history import Answer, HealthItem, ItemKind, answered
from therapist_desk.domain.health.signature import Signature, Stroke
from therapist_desk.services import consents, health
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents import forms
from therapist_desk.services.documents.kinds import PaperSize

CHECKLIST = health.load_checklist(resources_dir())


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("kind", [forms.FormKind.HISTORY, forms.FormKind.CONSENT])
def test_blank_forms_say_everything_and_embed_their_fonts(desk: Desk, kind: forms.FormKind, paper: PaperSize) -> None:
    form = forms.blank_form(desk, kind, CHECKLIST, paper)

    pdf = form.data
    assert form.name == f"blank-{kind.value}.pdf"

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

    pages = page_texts(forms.make_form(desk, juniper.id, forms.FormKind.HISTORY, CHECKLIST, PaperSize.LETTER).data)

    text = "\n".join(pages)
    assert all(f"Drug number {n}" in text for n in (0, 60, 119))
    assert all("TD-000001" in page for page in pages)


def test_a_signed_consent_is_printed_with_scopes_signer_and_the_strokes_of_the_signature(
    desk: Desk, juniper: Client
) -> None:
    with pytest.raises(forms.NothingSignedError):
        forms.make_form(desk, juniper.id, forms.FormKind.SIGNED_CONSENT, CHECKLIST, PaperSize.LETTER)
    strokes = (
        Stroke((Point(100, 500), Point(900, 300), Point(1400, 700))),
        Stroke(tuple(Point(2000 + 90 * n, 200 + 100 * n) for n in range(4))),
    )
    told = consents.ConsentForm(
        signed_on=desk.today(),
        scopes=(Scope.TREATMENT, Scope.GLUTEAL),
        signer="Ada Sample",
        relation="mother",
        signature=Signature(strokes),
    )
    consents.sign_consent(desk, juniper.id, told)

    form = forms.make_form(desk, juniper.id, forms.FormKind.SIGNED_CONSENT, CHECKLIST, PaperSize.LETTER)

    text, blank = flat(form.data), forms.blank_form(desk, forms.FormKind.CONSENT, CHECKLIST, PaperSize.LETTER).data
    assert form.name == "TD-000001-signed-consent.pdf"
    assert "Ada Sample, mother" in text
    assert "holds until" in text
    assert "Taken by" in text
    assert polylines(form.data) == [3, 4]
    assert polylines(blank) == []
