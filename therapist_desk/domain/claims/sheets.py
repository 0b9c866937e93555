"""How a bill goes onto forms: six services and twelve diagnoses each.

A seventh service begins another form. The total then stands on the last one, "continued" on those before, and each
says which of how many it is: so read at prc.hmsa.com, "Multi-page Claims", and in the Texas Medicaid manual at
tmhp.com, 5.3. A payer may want a total on each form instead; OpenEMR prints it so, and claim details say it. A claim
takes no more than twelve diagnoses. Of more, each form carries those that its services point to, and then others in
their order; as the lists differ, each such form is a claim of its own, with its own total and its own letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.claims.bill import Bill
from therapist_desk.domain.claims.charges import ServiceLine, total
from therapist_desk.domain.claims.grid import MOST_DIAGNOSES, MOST_SERVICES
from therapist_desk.domain.claims.pointing import letters_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One form of a claim: `number` of `count`.

    `cents` is the total that stands on it, None where it goes on; `paid` what of it the client paid. `at` are the
    places of its diagnoses among those of the bill.
    """

    number: int
    count: int
    lines: tuple[ServiceLine, ...]
    at: tuple[int, ...]
    cents: int | None
    paid: int
    own_claim: bool

    def diagnoses(self, bill: Bill) -> tuple[Diagnosis, ...]:
        """Give the diagnoses on this form, A first."""
        return tuple(bill.basis.diagnoses[place] for place in self.at)

    def pointed(self, bill: Bill, code: str) -> str:
        """Give the letters that a procedure number points to on this form."""
        letters = letters_of(len(self.at))
        return "".join(letters[self.at.index(place)] for place in _places(bill, code))


def sheets(bill: Bill) -> tuple[Sheet, ...]:
    """Share the services of a bill out over as few forms as hold them, in their order."""
    groups: list[list[ServiceLine]] = [[]]
    for line in bill.lines:
        if len(groups[-1]) == MOST_SERVICES or len(_pointed_by([*groups[-1], line], bill)) > MOST_DIAGNOSES:
            groups.append([])
        groups[-1].append(line)
    several = len(groups) > 1
    own_claims = several and len(bill.basis.diagnoses) > MOST_DIAGNOSES
    each_total = own_claims or bill.basis.claim.total_on_each
    last = len(groups) - 1
    paid_on = 0 if each_total else last
    return tuple(
        Sheet(
            number=place + 1,
            count=len(groups),
            lines=tuple(group),
            at=_carried(group, bill),
            cents=total(group) if each_total else bill.cents if place == last else None,
            paid=bill.account.client_paid if place == paid_on else 0,
            own_claim=own_claims,
        )
        for place, group in enumerate(groups)
    )


def left_off(bill: Bill) -> tuple[Diagnosis, ...]:
    """Give the diagnoses that no form carries, for want of room: no service points to them."""
    carried = {place for sheet in sheets(bill) for place in sheet.at}
    return tuple(each for place, each in enumerate(bill.basis.diagnoses) if place not in carried)


def _carried(group: list[ServiceLine], bill: Bill) -> tuple[int, ...]:
    pointed = _pointed_by(group, bill)
    others = [place for place in range(len(bill.basis.diagnoses)) if place not in pointed]
    return tuple(sorted([*pointed, *others[: MOST_DIAGNOSES - len(pointed)]]))


def _pointed_by(lines: list[ServiceLine], bill: Bill) -> set[int]:
    return {place for line in lines for place in _places(bill, line.code)}


def _places(bill: Bill, code: str) -> list[int]:
    return [bill.pointers.index(letter) for letter in bill.pointed(code)]
