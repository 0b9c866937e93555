"""What the sample clients told of their health and agreed to: invented, like everything here."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.client import Client
from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.health.history import Answer, HealthItem, ItemKind, answered
from therapist_desk.domain.health.signature import Signature, Stroke
from therapist_desk.services import consents, health
from therapist_desk.services.desk import Desk

_CALF = RegionRef("gastroc_med", "medial gastrocnemius", Side.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a client answered with yes, with details and regions, what the lists hold, and what was agreed to."""

    yes: tuple[tuple[str, str, tuple[RegionRef, ...]], ...]
    items: tuple[HealthItem, ...]
    scopes: tuple[Scope, ...]


def whiplash(today: date) -> Told:
    """A blood thinner and an allergy."""
    return Told(
        yes=(("anticoag", "Apixaban", ()),),
        items=(
            HealthItem(kind=ItemKind.MEDICATION, text="Apixaban", detail="5 mg twice a day"),
            HealthItem(kind=ItemKind.MEDICATION, text="Ibuprofen", detail="when needed"),
            HealthItem(kind=ItemKind.ALLERGY, text="Arnica", detail="rash"),
            HealthItem(kind=ItemKind.SURGERY, text="Appendix removed", on=today - timedelta(days=4000)),
        ),
        scopes=(Scope.TREATMENT, Scope.CHEST, Scope.PHYSICIAN),
    )


def sciatica(today: date) -> Told:
    """Varicose veins in one calf, where nobody works."""
    return Told(
        yes=(("varices", "left calf", (_CALF,)), ("htn-controlled", "", ())),
        items=(
            HealthItem(kind=ItemKind.MEDICATION, text="Lisinopril", detail="10 mg"),
            HealthItem(kind=ItemKind.SURGERY, text="Knee arthroscopy, right", on=today - timedelta(days=2500)),
        ),
        scopes=(Scope.TREATMENT, Scope.GLUTEAL, Scope.ABDOMEN, Scope.PHYSICIAN),
    )


def pianist(_today: date) -> Told:
    """Joints that give more than they should, and an allergy."""
    return Told(
        yes=(("hypermobility", "fingers and elbows", ()), ("allergy", "Latex: itching", ())),
        items=(HealthItem(kind=ItemKind.ALLERGY, text="Latex", detail="itching"),),
        scopes=(Scope.TREATMENT, Scope.PHYSICIAN),
    )


def tell(desk: Desk, resources: Path, client: Client, told: Told) -> None:
    """Take the history and have the consent signed, now by the desk's clock."""
    yes = {condition: (detail, regions) for condition, detail, regions in told.yes}
    answers = []
    for condition in health.load_checklist(resources):
        if condition.id in yes:
            detail, regions = yes[condition.id]
            answers.append(replace(answered(condition, Answer.YES), detail=detail, regions=regions))
        else:
            answers.append(answered(condition, Answer.NO))
    health.take_history(desk, client.id, tuple(answers), told.items, seen=0)
    form = consents.ConsentForm(
        signed_on=desk.today(), scopes=told.scopes, signer=client.name, signature=_signature(len(client.name))
    )
    consents.sign_consent(desk, client.id, form)


def _signature(letters: int) -> Signature:
    """Draw loops that lean to the right, as many as a name is long, and a line under them."""
    loops = max(4, letters // 2)
    steps = loops * 14
    name = []
    for step in range(steps):
        turn = step / steps * loops * 2 * math.pi
        height = 260 * (1 - step / steps) + 110
        x = 250 + 2300 * step / steps + 120 * math.cos(turn)
        name.append(Point(round(x), round(520 - height * math.sin(turn))))
    line = tuple(Point(300 + 240 * at, 800 - 16 * at) for at in range(10))
    return Signature((Stroke(tuple(name)), Stroke(line)))
