"""The fields of a consent, with the signature."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from therapist_desk.domain.client import Client, age_on
from therapist_desk.domain.health.consent import ADULT, Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.services.consents import ConsentForm as Filled
from therapist_desk.ui.health.signature_pad import SignaturePad
from therapist_desk.ui.health.wording import scope_name
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_PAD_HEIGHT = 132
_AREAS = (
    Scope.CHEST,
    Scope.GLUTEAL,
    Scope.ABDOMEN,
    Scope.INNER_THIGH,
    Scope.MOUTH,
    Scope.BREAST,
    Scope.PERINEUM,
)
_OTHER = (Scope.PHYSICIAN, Scope.PHOTOS)


class ScopesEdit(QWidget):
    """A box to tick for each thing that may be agreed to by itself."""

    changed = Signal()

    def __init__(self, scopes: tuple[Scope, ...], columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {scope: QCheckBox(scope_name(scope)) for scope in scopes}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for place, (scope, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"scope_{scope.name.lower()}")
            box.toggled.connect(self.changed)
            grid.addWidget(box, place // columns, place % columns)

    def scopes(self) -> tuple[Scope, ...]:
        """What is ticked."""
        return tuple(scope for scope, box in self._boxes.items() if box.isChecked())

    def tick(self, scopes: tuple[Scope, ...]) -> None:
        """Tick these, and no others."""
        for scope, box in self._boxes.items():
            box.setChecked(scope in scopes)


class SignatureEdit(QWidget):
    """The pad with what wipes it, and the other way: signed on paper."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = SignaturePad(_PAD_HEIGHT)
        self.pad.setObjectName("signature_pad")
        self.pad.signed.connect(self.changed)
        wipe = LinkButton(self.tr("Clear"), small=True)
        wipe.setObjectName("wipe")
        wipe.clicked.connect(self.pad.wipe)
        self.on_paper = QCheckBox(self.tr("Signed on paper, kept by the practice"))
        self.on_paper.setObjectName("on_paper")
        self.on_paper.toggled.connect(self._follow)
        beside = column(wipe, None)
        self.setLayout(column(row(self.pad, beside, None), self.on_paper))
        self.setFocusProxy(self.pad)

    @Slot(bool)
    def _follow(self, on_paper: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.pad.setEnabled(not on_paper)
        self.changed.emit()


class ConsentForm(Form):
    """Gives what `sign_consent` takes, once there is a date."""

    def __init__(self, workplace: Workplace, client: Client, scopes: tuple[Scope, ...]) -> None:
        super().__init__()
        today = workplace.desk.today()
        words = "\n".join(f"{number}.  {line}" for number, line in enumerate(STATEMENTS, 1))
        page = self.layout()
        assert isinstance(page, QVBoxLayout)  # noqa: S101 - made so by Form
        page.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self._areas, self._other = ScopesEdit(_AREAS, 3), ScopesEdit(_OTHER, 2)
        self._areas.tick(scopes)
        self._other.tick(scopes)
        self.add("scopes", self.tr("I also agree, each by itself, to treatment of"), self._areas)
        self.add("other", self.tr("And to"), self._other)
        minor = age_on(client.details.date_of_birth, today) < ADULT
        self._signed = self.day("signed_on", self.tr("Signed on"), today, newest_year=today.year)
        self._signer = self.line("signer", self.tr("Name of who signs"), "" if minor else client.name)
        self._relation = self.line(
            "relation", self.tr("Signs for the client as"), optional=not minor, hint=self.tr("mother, guardian")
        )
        self._signature = SignatureEdit()
        self.add("signature", self.tr("Signature"), self._signature)
        self.place("scopes")
        self.place("other")
        self.place("signed_on", "signer", "relation", shares=(2, 3, 3))
        self.place("signature")
        for edit in (self._areas, self._other, self._signature):
            edit.changed.connect(self.changed)

    def filled(self) -> Filled | None:
        """Give what is filled in; None, and the reason at the field, where there is no date."""
        if not self.read_days() or not self.require("signed_on"):
            return None
        signed_on = self._signed.date()
        if signed_on is None:
            return None
        return Filled(
            signed_on=signed_on,
            scopes=(Scope.TREATMENT, *self._areas.scopes(), *self._other.scopes()),
            signer=self._signer.text(),
            relation=self._relation.text(),
            signature=self._signature.pad.signature,
            on_paper=self._signature.on_paper.isChecked(),
        )
