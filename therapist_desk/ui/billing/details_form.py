"""What a bill leaves open: where the visit was, which diagnoses its services point to, who gets a tied unit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from therapist_desk.domain.billing import UnitAllocation
from therapist_desk.domain.claims.bill import BillBasis, billed_codes, open_units
from therapist_desk.domain.claims.pointing import letters_of, pointers_for
from therapist_desk.domain.claims.terms import (
    MOST_CLAIM_CODES,
    MOST_REFERENCE,
    PLACES,
    ChosenUnit,
    ClaimReference,
    Pointing,
    Resubmission,
)
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class BillDetailsForm(Form):
    """What is left empty follows the usual, which the fields show in grey."""

    def __init__(self, basis: BillBasis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._basis = basis
        self._units: list[tuple[date, str, QCheckBox | ToggleGroup]] = []
        for day, units in open_units(basis).items():
            self._ask_units(day, units)
        self._place = Select()
        usual = basis.record.practice.place_of_service
        self._place.addItem(self.tr("Usual: {code} {words}").format(code=usual, words=PLACES.get(usual, "")), "")
        for code, words in PLACES.items():
            self._place.addItem(f"{code}  {words}", code)
        self.add("place", self.tr("Where the visit was"), self._place)
        self._place.setCurrentIndex(max(0, self._place.findData(basis.terms.place if basis.terms else "")))
        self.place("place")
        self._codes, self._original = QLineEdit(), QLineEdit()
        self._again = Select()
        if basis.record.payer is not None:
            self._ask_reference(basis.reference)
        self._lines = {code: self._ask_pointers(code) for code in billed_codes(basis)}
        if self._lines:
            self._column.addWidget(Label(self._diagnoses(), Text.SECONDARY, Tone.LABELS, wrap=True))

    @property
    def where(self) -> str:
        """The place of service; empty for the practice's usual one."""
        return str(self._place.currentData())

    @property
    def pointing(self) -> tuple[Pointing, ...]:
        """The diagnoses of each service that were typed."""
        typed = ((code, "".join(line.text().upper().split())) for code, line in self._lines.items())
        return tuple(Pointing(code, letters.replace(",", "")) for code, letters in typed if letters)

    @property
    def unit_choice(self) -> tuple[ChosenUnit, ...]:
        """The numbers that get open units."""
        chosen: list[ChosenUnit] = []
        for day, code, control in self._units:
            if isinstance(control, ToggleGroup):
                chosen += [ChosenUnit(day, value)] if (value := control.value()) else []
            elif control.isChecked():
                chosen.append(ChosenUnit(day, code))
        return tuple(chosen)

    @property
    def claim(self) -> ClaimReference:
        """What the claim says of an earlier one."""
        chosen = self._again.currentData()
        again = Resubmission(chosen) if chosen else None
        original = self._original.text().strip().upper() if again else ""
        return ClaimReference(self._codes.text().strip().upper(), again, original)

    def _ask_reference(self, kept: ClaimReference) -> None:
        words = {
            Resubmission.CORRECTED: self.tr("6, a corrected claim"),
            Resubmission.REPLACEMENT: self.tr("7, in place of an earlier claim"),
            Resubmission.VOID: self.tr("8, voids an earlier claim"),
        }
        self._again.addItem(self.tr("No, the first claim"), "")
        for each, told in words.items():
            self._again.addItem(told, each.value)
        if kept.resubmission is not None:
            self._again.setCurrentIndex(self._again.findData(kept.resubmission.value))
        self.add("resubmission", self.tr("Sent again (22)"), self._again)
        self._original = self.line("original", self.tr("Payer's number of the earlier claim (22)"), kept.original)
        self._original.setMaxLength(MOST_REFERENCE)
        self._codes = self.line("claim_codes", self.tr("Claim codes (10d)"), kept.codes, optional=True)
        self._codes.setMaxLength(MOST_CLAIM_CODES)
        self.place("resubmission", "claim_codes", shares=(3, 2))
        self.place("original")
        self._again.currentIndexChanged.connect(self._show_reference)
        self._show_reference()

    @Slot()
    def _show_reference(self) -> None:
        self.field("original").setVisible(bool(self._again.currentData()))

    def _ask_units(self, day: date, units: UnitAllocation) -> None:
        taken = self._basis.choice(day)
        if units.unassigned == 1:
            kept = next((code for code in taken if code in units.ties), None)
            group = ToggleGroup([(code, code) for code in units.ties], value=kept, name=self.tr("Who gets the unit"))
            words = self.tr("{day}: these numbers have equal claim to one more unit. Which gets it?")
            self._units.append((day, "", group))
            control: QWidget = group
        else:
            control = QWidget()
            line = QHBoxLayout(control)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(Space.GAP)
            for code in units.ties:
                box = QCheckBox(code)
                box.setChecked(code in taken)
                box.toggled.connect(self.changed)
                line.addWidget(box)
                self._units.append((day, code, box))
            line.addStretch(1)
            words = self.tr("{day}: these numbers have equal claim to {count} more units. Which get them?")
        name = f"units_{day.isoformat()}"
        self.add(name, words.format(day=day_text(day), count=units.unassigned), control)
        self.place(name)

    def _ask_pointers(self, code: str) -> QLineEdit:
        basis = self._basis
        name = f"pointers_{code}"
        usual = "".join(pointers_for(code, basis.diagnoses, basis.records, (), basis.regions))
        line = self.line(name, self.tr("{code} is for").format(code=code), hint=self.tr("Usual: {letters}"))
        line.setPlaceholderText(self.tr("Usual: {letters}").format(letters=usual))
        line.setMaxLength(2 * 4)
        kept = next((each.letters for each in (basis.terms.pointing if basis.terms else ()) if each.code == code), "")
        line.setText(kept)
        self.place(name)
        return line

    def _diagnoses(self) -> str:
        listed = self._basis.diagnoses
        lines = [
            f"{letter}  {each.code}  {each.title}"
            for letter, each in zip(letters_of(len(listed)), listed, strict=True)
        ]
        return "\n".join([self.tr("Letters of the diagnoses, the main one first, at most four:"), *lines])
