"""Amounts, and what the kinds of entries and the ways to pay are called."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from therapist_desk.domain.claims.ledger import EntryKind, Method

_CENTS: Final = 100


def money_text(cents: int) -> str:
    """Write an amount of dollars, with the figures of the language of the windows."""
    sign = "−" if cents < 0 else ""
    return f"{sign}${QLocale().toString(abs(cents) / _CENTS, 'f', 2)}"


def typed_amount(cents: int) -> str:
    """Write an amount as it is typed."""
    return f"{cents // _CENTS}.{cents % _CENTS:02d}"


def read_amount(text: str) -> int | None:
    """Read a typed amount, such as 45, 45.00, 45,50 or $1,200.50, as cents; None where it is none."""
    plain = text.strip().removeprefix("$").replace(" ", "")
    head, comma, tail = plain.rpartition(",")
    if comma and "." not in plain and len(tail) != 3:  # noqa: PLR2004 - a group of thousands has three digits
        plain = f"{head.replace(',', '')}.{tail}"
    try:
        amount = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
    cents = amount * _CENTS if amount.is_finite() else Decimal("0.5")
    return int(cents) if cents == cents.to_integral_value() else None


def entry_words(kind: EntryKind) -> str:
    """Name a kind of entry."""
    return {
        EntryKind.CLIENT_PAID: _tr("Paid by client"),
        EntryKind.PAYER_PAID: _tr("Paid by payer"),
        EntryKind.WRITTEN_OFF: _tr("Written off"),
        EntryKind.REFUND: _tr("Refunded to client"),
        EntryKind.CHARGE: _tr("Other charge"),
    }[kind]


def method_words(method: Method) -> str:
    """Name a way to pay."""
    return {
        Method.CASH: _tr("Cash"),
        Method.CARD: _tr("Card"),
        Method.CHECK: _tr("Check"),
        Method.TRANSFER: _tr("Transfer"),
        Method.OTHER: _tr("Other"),
    }[method]


def _tr(text: str) -> str:
    return QCoreApplication.translate("billing", text)
