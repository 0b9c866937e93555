"""The consent on paper: to sign by hand, or as it was signed, with the signature as it was drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.health import signature as box
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.signature import Signature
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.reports.layout.blocks import Items
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import ABOVE_FORM, INK, MM, rule
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.forms import Lines, TickBox, render_form, sender, signature_lines
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import BODY, LABEL, NOTE, Rich, phrase, value
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import day, moment

CONSENT_TITLE: Final = "Informed consent to massage therapy"
_AREAS: Final = "I also agree, each by itself, to treatment of"
_OTHER: Final = "And to"
_OTHER_SIGNERS: Final = ("Signs for the client as (mother, guardian)", "Witness")
_FOR_CLIENT: Final = "To be filled in or checked by the client"
_FOR_ANYBODY: Final = "To be filled in by the client"
_HELD: Final = "Signed {signed}, holds until {end}"
_WITHDRAWN: Final = "Signed {signed}, withdrawn {withdrawn}"
_TAKEN_BACK: Final = "**Withdrawn {day}:** {reason}."
_TAKEN: Final = "Taken by {therapist}, {licence}, and recorded {moment}."
_ON_PAPER: Final = "Signed by hand on paper, which the practice keeps"
_SIGNS_AS: Final = "{name}, {relation}"
_LABELS: Final = ("Signature", "Name", "Date")
_NO_AREAS: Final = (Scope.TREATMENT, Scope.PHYSICIAN, Scope.PHOTOS)
_SIGNATURE_WIDTH: Final = 66 * MM
_PEN: Final = 1.1


def consent_form(practice: Practice, client: Client | None, paper: Paper) -> bytes:
    """Set the consent as a form to sign by hand.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        return [
            TitleBlock(CONSENT_TITLE, _FOR_CLIENT if client else _FOR_ANYBODY, sender(practice), 60 * MM),
            *_agreement(()),
            Keep((signature_lines(), Lines(_OTHER_SIGNERS, above=4)), above=ABOVE_FORM),
        ]

    return render_form(practice, client, CONSENT_TITLE, compose, paper)


def signed_consent(practice: Practice, client: Client, consent: Consent, therapist: Therapist, paper: Paper) -> bytes:
    """Set a consent as it was signed: what was agreed to, by whom, the signature drawn, and a withdrawal.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        taken = phrase(
            _TAKEN,
            therapist=therapist.signature_name,
            licence=therapist.licence,
            moment=moment(consent.recorded_at),
        )
        signed: list[Block] = [DrawnSignature(consent), Text(taken, NOTE, above=4)]
        if consent.withdrawn_on is not None:
            reason = consent.withdrawal_reason.rstrip(".")
            signed.append(Text(phrase(_TAKEN_BACK, day=day(consent.withdrawn_on), reason=reason), BODY, above=6))
        return [
            TitleBlock(CONSENT_TITLE, _state(consent), sender(practice), 60 * MM),
            *_agreement(consent.scopes),
            Keep(tuple(signed), above=12),
        ]

    return render_form(practice, client, CONSENT_TITLE, compose, paper)


class DrawnSignature(Block):
    """The strokes of the pen over a line, with who signed and when; of one on paper, that it is there."""

    def __init__(self, consent: Consent) -> None:
        self._consent = consent

    def height(self, width: float) -> float:
        """The height of the strokes, and the labels under the line."""
        return _SIGNATURE_WIDTH * box.HEIGHT / box.WIDTH + 12.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw signature, name and date over their lines."""
        consent = self._consent
        line = top - _SIGNATURE_WIDTH * box.HEIGHT / box.WIDTH
        rest = (width - _SIGNATURE_WIDTH - 24) / 2
        places = ((x, _SIGNATURE_WIDTH), (x + _SIGNATURE_WIDTH + 12, rest), (x + width - rest, rest))
        for label, (left, wide) in zip(_LABELS, places, strict=True):
            rule(canvas, left, left + wide, line, 0.6)
            draw_words(canvas, label, LABEL, left, line - 9)
        if consent.on_paper:
            draw_words(canvas, _ON_PAPER, NOTE, x, line + 3)
        else:
            _draw_strokes(canvas, consent.signature, x, top)
        signer = Text(value(_signer(consent)), BODY)
        signer.draw(canvas, places[1][0], line + 3 + signer.height(rest), rest)
        draw_words(canvas, day(consent.signed_on), BODY, places[2][0], line + 3)


def _draw_strokes(canvas: Any, signature: Signature, x: float, top: float) -> None:
    scale = _SIGNATURE_WIDTH / box.WIDTH
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(_PEN)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in signature.strokes:
        at = [(x + point.x * scale, top - point.y * scale) for point in stroke.points]
        if len(at) == 1:
            canvas.circle(*at[0], _PEN / 2, stroke=0, fill=1)
            continue
        path = canvas.beginPath()
        path.moveTo(*at[0])
        for point in at[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)
    canvas.restoreState()


def _agreement(agreed: tuple[Scope, ...]) -> list[Block]:
    """Set what is agreed to; those of `agreed` are ticked."""
    areas = tuple(scope for scope in Scope if scope not in _NO_AREAS)
    numbered = [(str(number), line) for number, line in enumerate(STATEMENTS, 1)]
    return [
        Gap(6),
        Items(numbered, 17, BODY),
        Section(_AREAS, (_ticks(areas, agreed),), carried=CONTINUED),
        Section(_OTHER, (_ticks((Scope.PHYSICIAN, Scope.PHOTOS), agreed),), carried=CONTINUED),
    ]


def _ticks(scopes: tuple[Scope, ...], agreed: tuple[Scope, ...]) -> Table:
    rows = [Row((TickBox(ticked=scope in agreed), scope.value[:1].upper() + scope.value[1:])) for scope in scopes]
    return Table([Column("", 8 * MM), Column()], rows, pad=2.4)


def _state(consent: Consent) -> Rich:
    if consent.withdrawn_on is not None:
        return _WITHDRAWN.format(signed=day(consent.signed_on), withdrawn=day(consent.withdrawn_on))
    return _HELD.format(signed=day(consent.signed_on), end=day(consent.expires_on))


def _signer(consent: Consent) -> str:
    if not consent.relation:
        return consent.signer
    return _SIGNS_AS.format(name=consent.signer, relation=consent.relation)
