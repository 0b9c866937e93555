"""What a small picture says of marks whose place on it is approximate."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.carry import is_approximate
from therapist_desk.domain.atlas.elsewhere import place_of_other
from therapist_desk.domain.findings.mark import Mark


def approximate_words(marks: Iterable[Mark], figure_view: FigureView) -> str:
    """Say what the sign of an approximate place means here; nothing where every place is exact."""
    every = tuple(marks)
    elsewhere = any(place_of_other(mark, figure_view) is not None for mark in every)
    carried = any(mark.sight == figure_view.sight and is_approximate(mark, figure_view) for mark in every)
    if elsewhere and carried:
        return _tr("≈ was marked on another figure or on a close-up; its place by region is approximate.")
    if elsewhere:
        return _tr("≈ was marked on a close-up; its place by region is approximate.")
    return _tr("≈ was marked on another figure; its place by region is approximate.") if carried else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Chart", words)
