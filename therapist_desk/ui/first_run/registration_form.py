"""The therapist and the practice as a form; first run and settings show the same one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.people import Address, Practice, Therapist, practice_problems, therapist_problems
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.wording import field_sentence


class _Form(QWidget):
    """Named line edits in rows; `submitted` is Return in any of them."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._edits: dict[str, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.GAP_DENSE)
        self.title = Label("", Text.TITLE)
        self._column.addWidget(self.title)

    def add_row(self, *fields: tuple[str, str, int, bool]) -> None:
        """Add fields side by side: name, label, share of the width, whether optional."""
        line = QHBoxLayout()
        line.setSpacing(Space.GAP)
        for name, label, share, optional in fields:
            edit = QLineEdit()
            edit.setObjectName(name)
            field = Field(label, edit, optional=optional)
            self._fields[name] = field
            self._edits[name] = edit
            edit.returnPressed.connect(self.submitted)
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)

    def edit(self, name: str) -> QLineEdit:
        """The line of a field."""
        return self._edits[name]

    def text(self, name: str) -> str:
        """What a field holds, without blanks around it."""
        return self.edit(name).text().strip()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put texts into fields."""
        for name, text in texts.items():
            self.edit(name).setText(text)

    def problem(self, name: str) -> str:
        """The sentence shown at a field."""
        return self._fields[name].problem()

    def show_problems(self, problems: Iterable[FieldProblem]) -> bool:
        """Show problems at their fields, take away all others, go to the first; gives whether there is any."""
        found = {problem.field: problem for problem in problems if problem.field in self._fields}
        for name, field in self._fields.items():
            field.set_problem(field_sentence(found[name]) if name in found else "")
        first = next((name for name in self._fields if name in found), None)
        if first is not None:
            self.edit(first).setFocus()
        return first is not None


class TherapistForm(_Form):
    """Name, credentials, licence and NPI."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Therapist"))
        self.add_row(
            ("name", self.tr("Name"), 2, False),
            ("credentials", self.tr("Credentials"), 1, False),
        )
        self.add_row(
            ("licence_number", self.tr("License number"), 2, False),
            ("licence_state", self.tr("State"), 1, False),
            ("npi", self.tr("NPI"), 2, True),
        )
        self.edit("credentials").setPlaceholderText(self.tr("LMT"))

    def show_therapist(self, therapist: Therapist) -> None:
        """Fill the form."""
        self.fill(
            {
                name: getattr(therapist, name)
                for name in ("name", "credentials", "licence_number", "licence_state", "npi")
            }
        )

    def therapist(self, base: Therapist) -> Therapist:
        """Give `base` with what the form holds."""
        return replace(
            base,
            name=self.text("name"),
            credentials=self.text("credentials"),
            licence_number=self.text("licence_number"),
            licence_state=self.text("licence_state"),
            npi=self.text("npi"),
        )

    def check(self, base: Therapist) -> bool:
        """Whether it can be taken; says at the fields why not."""
        return not self.show_problems(therapist_problems(self.therapist(base)))


class PracticeForm(_Form):
    """The practice as letterheads and claims name it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Practice"))
        self.add_row(("practice_name", self.tr("Name of the practice"), 1, False))
        self.add_row(("street", self.tr("Street"), 1, False))
        self.add_row(
            ("city", self.tr("City"), 3, False),
            ("state", self.tr("State"), 1, True),
            ("postal_code", self.tr("Postal code"), 2, True),
        )
        self.add_row(
            ("phone", self.tr("Phone"), 1, True),
            ("fax", self.tr("Fax"), 1, True),
            ("tax_id", self.tr("Tax ID"), 1, True),
        )

    def show_practice(self, practice: Practice) -> None:
        """Fill the form."""
        address = practice.address
        self.fill(
            {
                "practice_name": practice.name,
                "street": address.street,
                "city": address.city,
                "state": address.state,
                "postal_code": address.postal_code,
                "phone": practice.phone,
                "fax": practice.fax,
                "tax_id": practice.tax_id,
            }
        )

    def practice(self, base: Practice) -> Practice:
        """Give `base` with what the form holds."""
        return replace(
            base,
            name=self.text("practice_name"),
            address=Address(
                street=self.text("street"),
                city=self.text("city"),
                state=self.text("state"),
                postal_code=self.text("postal_code"),
            ),
            phone=self.text("phone"),
            fax=self.text("fax"),
            tax_id=self.text("tax_id"),
        )

    def check(self, base: Practice) -> bool:
        """Whether it can be taken; says at the fields why not."""
        return not self.show_problems(practice_problems(self.practice(base)))
