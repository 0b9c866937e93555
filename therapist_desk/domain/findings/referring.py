"""Where a mark refers to, one end at a time: a region named for both sides is an end on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from therapist_desk.domain.anatomy import RegionRef, Side


def ends_of(refers_to: Iterable[RegionRef]) -> tuple[RegionRef, ...]:
    """Give the far ends, each on one side."""
    return tuple(end for ref in refers_to for end in _ends(ref))


def with_end_moved(refers_to: Iterable[RegionRef], end: RegionRef, to: RegionRef) -> tuple[RegionRef, ...]:
    """Give the same with one end at another region; all as they were where another end lies there already."""
    refs = tuple(refers_to)
    return refs if to in ends_of(refs) else _replaced(refs, end, (to,))


def without_end(refers_to: Iterable[RegionRef], end: RegionRef) -> tuple[RegionRef, ...]:
    """Give the same without one end."""
    return _replaced(refers_to, end, ())


def _replaced(refers_to: Iterable[RegionRef], end: RegionRef, by: tuple[RegionRef, ...]) -> tuple[RegionRef, ...]:
    changed: list[RegionRef] = []
    for ref in refers_to:
        ends = _ends(ref)
        if end not in ends:
            changed.append(ref)
        else:
            changed += [other for other in ends if other != end]
            changed += by
    return tuple(changed)


def _ends(ref: RegionRef) -> tuple[RegionRef, ...]:
    if ref.side is not Side.BILATERAL:
        return (ref,)
    return replace(ref, side=Side.RIGHT), replace(ref, side=Side.LEFT)
