"""Choosing from what is usual for a condition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.condition import condition_of
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.preset import Preset, PresetItem, PresetKind, accept
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class PresetForm(Form):
    """Nothing is ticked beforehand. Gives the case with what is ticked in its goals, plan and things to measure.

    The condition that the case speaks of is shown first; one press ticks all that is usual for it.
    """

    def __init__(self, presets: Sequence[Preset], case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = tuple(presets)
        self._ticks: list[tuple[QCheckBox, PresetItem]] = []
        self._condition = Select()
        for preset in self._presets:
            self._condition.addItem(preset.name, preset.id)
        spoken_of = condition_of(case, (preset.name for preset in self._presets))
        self._condition.setCurrentIndex(max(0, self._condition.findText(spoken_of)))
        self.add("condition", self.tr("Condition"), self._condition)
        self.place("condition")
        self.all = Button(self.tr("Tick all"), icon_name="check")
        self.all.setObjectName("tick_all")
        self.all.clicked.connect(self._tick_all)
        self._column.addLayout(row(self.all, None))
        words = self.tr(
            "Tick what suits this client. No clinician has reviewed these lists. Muscles are typical, never a "
            "diagnosis; goals are examples of wording and still want their numbers."
        )
        self._column.addWidget(Label(words, Text.CAPTION, Tone.QUIET, wrap=True))
        self._items = QWidget()
        self._column.addWidget(self._items)
        self._condition.currentIndexChanged.connect(self._show)
        self._show()

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is ticked."""
        return accept(case, [item for tick, item in self._ticks if tick.isChecked()])

    @Slot()
    def _tick_all(self) -> None:
        """Tick all, or take every tick away where all are ticked."""
        wanted = not all(tick.isChecked() for tick, _ in self._ticks)
        for tick, _ in self._ticks:
            tick.setChecked(wanted)

    @Slot()
    def _show(self) -> None:
        place = max(0, self._condition.currentIndex())
        items = self._presets[place].items if self._presets else ()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.INNER)
        self._ticks = []
        heads = (
            (PresetKind.GOAL, self.tr("Goals")),
            (PresetKind.MEASURE, self.tr("Measures")),
            (PresetKind.TEST, self.tr("Special tests")),
            (PresetKind.TREATMENT, self.tr("Treatment")),
        )
        for kind, head in heads:
            chosen = [item for item in items if item.kind is kind]
            if chosen:
                column.addWidget(Label(head, Text.SECONDARY_STRONG))
            for item in chosen:
                column.addWidget(self._tick(item))
        self._column.replaceWidget(self._items, holder)
        self._items.hide()
        self._items.deleteLater()
        self._items = holder
        holder.show()

    def _tick(self, item: PresetItem) -> QCheckBox:
        basis = self.tr("source read") if item.basis is Basis.SOURCE_READ else self.tr("known practice")
        name = f"{item.key}: {item.name}" if item.kind is PresetKind.TREATMENT else item.name
        tick = QCheckBox(f"{name}   ({basis})".replace("&", "&&"))
        tick.setObjectName("preset_item")
        tick.setToolTip(item.source)
        tick.toggled.connect(self.changed)
        self._ticks.append((tick, item))
        return tick
