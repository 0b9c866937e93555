from __future__ import annotations

from decimal import Decimal

from therapist_desk.domain.outcomes.measure import Basis, Better, Measure, MinimalChange


def minimal(amount: str, *, percent: bool = False, conditions: tuple[str, ...] = ()) -> MinimalChange:
    return MinimalChange(
        amount=Decimal(amount),
        percent=percent,
        context="",
        citation="a paper",
        basis=Basis.SOURCE_READ,
        conditions=conditions,
    )


def measure(
    *changes: MinimalChange,
    lowest: int = 0,
    highest: int | None = 100,
    better: Better = Better.LOWER,
    whole: bool = False,
    unchanged: int | None = None,
) -> Measure:
    return Measure(
        id="M",
        name="A measure",
        lowest=Decimal(lowest),
        highest=None if highest is None else Decimal(highest),
        whole=whole,
        better=better,
        scoring="",
        changes=changes,
        unchanged=None if unchanged is None else Decimal(unchanged),
        instructions="",
        items=(),
        choices=(),
        bands=(),
        bands_source="",
        licence="",
        attribution="",
        source="",
        basis=Basis.SOURCE_READ,
        conditions=("sciatica",),
    )
