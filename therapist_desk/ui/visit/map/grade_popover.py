"""The small window at a mark: its grades by number keys, and what else is known of it."""

from __future__ import annotations

import itertools
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.body_map.marks.handles import REFERRING
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS, draw_symbol, ink_off_figure
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.findings.mark import Mark, MarkKind, PainQuality
from therapist_desk.ui.kit.buttons import IconButton, LinkButton
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.number_row import NumberRow
from therapist_desk.ui.kit.popover_place import popover_place
from therapist_desk.ui.kit.popup_card import PopupCard
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.choice_chips import ChoiceChips
from therapist_desk.ui.visit.map.direction_row import DirectionRow
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.layer_chips import LayerChips
from therapist_desk.ui.visit.map.refer_row import ReferRow
from therapist_desk.ui.visit.wording import kind_name, place_title, quality_name, scale_words

_WIDTH = 300


class _Symbol(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.mark is not None:
            ink = ink_off_figure(self.mark.kind, dark=current_tokens().dark)
            draw_symbol(QPainter(self), self.mark.kind, QPointF(12, 12), NORMAL_RADIUS, ink, self.mark.direction)


class GradePopover(PopupCard):
    """Shows one mark and says how it should change.

    Number keys grade at once, before or after as `grading` says; Enter and Escape close. Where the grade is all that
    is asked for, a tap on it closes too.
    """

    mark_changed = Signal(object, bool)  # Mark, and whether one key of several changed it
    delete_wanted = Signal(str)
    mirror_wanted = Signal(object)
    """The id, alone in a tuple, of a mark that is to be copied to the other side."""
    referral_wanted = Signal(str)
    """The id of a mark for which a region is to be found that it refers to."""
    muscles_wanted = Signal(str)
    """The id of a pain for which the muscles worth palpating are to be listed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.setFixedWidth(_WIDTH)
        self._mark: Mark | None = None
        self._refers_to: tuple[RegionRef, ...] = ()
        self._grading = Grading.BEFORE
        self._grade_alone = False
        self._symbol = _Symbol()
        self._title = ElidedLabel("", Text.BODY_STRONG)
        self._kind = ElidedLabel("", Text.SECONDARY, Tone.LABELS)
        head = row(self._symbol, column(self._title, self._kind, spacing=0), *self._buttons(), spacing=2)
        head.setStretch(1, 1)
        self._scale = Label("", Text.CAPTION, Tone.QUIET)
        self.before = NumberRow(name=self.tr("Grade before treatment"))
        self.before.setObjectName("grade_before")
        self.before.number_chosen.connect(self._grade_before)
        self.after = NumberRow(name=self.tr("Grade after treatment"))
        self.after.setObjectName("grade_after")
        self.after.number_chosen.connect(self._grade_after)
        self._grades = self._graded_part()
        qualities = [(quality.value, quality_name(quality)) for quality in PainQuality]
        self._quality = ChoiceChips(qualities, name=self.tr("Quality"), spacing=4)
        self._quality.chosen.connect(self._set_quality)
        self._direction = self._direction_part()
        self._refers = ReferRow()
        self._refers.regions_changed.connect(self._set_referral)
        self._refers.region_wanted.connect(self._want_referral)
        self._muscles = self._muscle_link()
        self._layers = LayerChips()
        self._layers.chosen.connect(self._set_layer)
        self._layer = self._line(self.tr("Layer"), self.tr("which muscle or depth"), "layer")
        self._layer.textChanged.connect(self._type_layer)  # by hand, or by a screen reader
        self._note = self._line(self.tr("Note"), self.tr("a word about it"), "mark_note")
        self._note.textChanged.connect(self._type_note)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 8, 12, 12)
        body.setSpacing(8)
        body.addLayout(head)
        body.addWidget(self._grades)
        body.addWidget(self._quality)
        body.addWidget(self._direction)
        body.addWidget(self._refers)
        body.addLayout(row(self._muscles, None))
        body.addWidget(self._layers)
        body.addLayout(self._fields())

    @property
    def mark(self) -> Mark | None:
        """The mark shown."""
        return self._mark

    def open_at(
        self, mark: Mark, place: QRect, bounds: QRect, grading: Grading, *, grade_alone: bool = False
    ) -> None:
        """Open beside `place`, the mark's rectangle on the screen; with `grade_alone` nothing else is asked for."""
        self._grading = grading
        self._grade_alone = grade_alone
        self.show_mark(mark)
        self._fit()
        self.move(popover_place(place, self.size(), bounds))
        self.setAccessibleName(f"{self._title.text()}, {self._kind.text()}")
        self.show()
        if mark.scale is None:
            self._note.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._row().setFocus(Qt.FocusReason.PopupFocusReason)

    def offer_layers(self, names: tuple[str, ...]) -> None:
        """Offer the structures that lie over each other at the mark, from the skin inwards."""
        self._layers.offer(names)

    def offer_muscles(self, count: int) -> None:
        """Offer the list of so many muscles worth palpating."""
        self._muscles.setText(self.tr("{count} muscles worth palpating…").format(count=count))
        if count == 1:
            self._muscles.setText(self.tr("1 muscle worth palpating…"))
        self._muscles.setVisible(count > 0)

    def show_mark(self, mark: Mark) -> None:
        """Show the mark as it is now; what is being typed is left alone."""
        self._mark = mark
        self._symbol.mark = mark
        self._symbol.update()
        self._title.setText(place_title(mark))
        self._kind.setText(kind_name(mark.kind))
        self._grades.setVisible(mark.scale is not None)
        if mark.scale is not None:
            self._scale.setText(scale_words(mark.kind))
            for numbers, grade in ((self.before, mark.before), (self.after, mark.after)):
                numbers.set_top(mark.scale.top)
                if numbers.number() != grade:
                    numbers.set_number(grade)
        self._quality.setVisible(mark.kind is MarkKind.PAIN)
        self._quality.show_choice(mark.quality.value if mark.quality else None)
        self._direction.setVisible(mark.kind is MarkKind.FASCIAL)
        self._direction.show_direction(mark.direction)
        self._refers.setVisible(mark.kind in REFERRING)
        if self._refers_to != mark.refers_to:
            self._refers_to = mark.refers_to
            self._refers.show_regions(mark.refers_to)
            if self.isVisible():
                self._fit()
        self._layers.show_layer(mark.layer)
        for field, text in ((self._layer, mark.layer), (self._note, mark.note)):
            if field.text() != text:
                field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.close()
        elif key == Qt.Key.Key_Delete:
            self._delete()
        elif key == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._mirror()
        elif event.text().isdecimal() and self._mark is not None and self._mark.scale is not None:
            self._row().setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._row().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._order_tabs()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wraps = layout.hasHeightForWidth()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH) if wraps else layout.totalSizeHint().height())

    def _order_tabs(self) -> None:
        """Let Tab come to the chips, which are made as they are needed, where they stand."""
        stops = (*self._refers.stops(), self._muscles, *self._layers.stops(), self._layer, self._note)
        for before, after in itertools.pairwise((self._direction.last, *stops)):
            self.setTabOrder(before, after)

    def _buttons(self) -> tuple[IconButton, ...]:
        buttons = (
            ("mirror_mark", "mirror", self.tr("Copy to the other side (Ctrl+M)"), self._mirror),
            ("delete_mark", "trash", self.tr("Delete this mark"), self._delete),
            ("close_mark", "close", self.tr("Close (Esc)"), self.close),
        )
        made = []
        for name, icon, words, slot in buttons:
            button = IconButton(icon, words, size=28, icon_size=16)
            button.setObjectName(name)
            button.clicked.connect(slot)
            made.append(button)
        return tuple(made)

    def _direction_part(self) -> DirectionRow:
        part = DirectionRow()
        part.direction_chosen.connect(self._set_direction)
        part.direction_turned.connect(self._turn_direction)
        return part

    def _graded_part(self) -> QWidget:
        part = QWidget()
        for numbers in (self.before, self.after):
            numbers.tapped.connect(self._go_on)
            numbers.typed.connect(self._go_on)
        first = row(Label(self.tr("Before"), Text.SECONDARY_STRONG), None, self._scale)
        after = Label(self.tr("After"), Text.SECONDARY_STRONG)
        before_part, after_part = column(first, self.before, spacing=4), column(after, self.after, spacing=4)
        part.setLayout(column(before_part, after_part, spacing=10))
        return part

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of the note."""
        LineSpelling(self._note, spelling)

    def _fields(self) -> QGridLayout:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        for at, (words, field) in enumerate(((self.tr("Layer"), self._layer), (self.tr("Note"), self._note))):
            fields.addWidget(Label(words, Text.SECONDARY, Tone.LABELS), at, 0)
            fields.addWidget(field, at, 1)
        return fields

    def _line(self, name: str, hint: str, object_name: str) -> QLineEdit:
        line = QLineEdit()
        line.setProperty("scale", "small")
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setObjectName(object_name)
        return line

    def _muscle_link(self) -> LinkButton:
        link = LinkButton("", small=True)
        link.setObjectName("muscles")
        link.clicked.connect(self._want_muscles)
        link.hide()
        return link

    def _row(self) -> NumberRow:
        return self.before if self._grading is Grading.BEFORE else self.after

    def _change(self, mark: Mark, *, typing: bool = False) -> None:
        self._mark = mark
        self._symbol.mark = mark
        self._symbol.update()
        self.mark_changed.emit(mark, typing)

    @Slot()
    def _go_on(self) -> None:
        if self._grade_alone:
            self.close()

    @Slot(object)
    def _grade_before(self, grade: int | None) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, before=grade))

    @Slot(object)
    def _grade_after(self, grade: int | None) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, after=grade))

    @Slot(object)
    def _set_quality(self, value: str | None) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, quality=PainQuality(value) if value else None))

    @Slot(object)
    def _set_direction(self, direction: int | None) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, direction=direction))

    @Slot(int)
    def _turn_direction(self, direction: int) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, direction=direction), typing=True)

    @Slot(object)
    def _set_referral(self, regions: tuple[RegionRef, ...]) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, refers_to=regions))

    @Slot()
    def _want_referral(self) -> None:
        if self._mark is not None:
            wanted = self._mark.id
            self.close()
            self.referral_wanted.emit(wanted)

    @Slot()
    def _want_muscles(self) -> None:
        if self._mark is not None:
            wanted = self._mark.id
            self.close()
            self.muscles_wanted.emit(wanted)

    @Slot(str)
    def _set_layer(self, name: str) -> None:
        if self._mark is not None:
            self._change(replace(self._mark, layer=name))
            self._layer.setText(name)

    @Slot(str)
    def _type_layer(self, text: str) -> None:
        if self._mark is not None and text != self._mark.layer:
            self._layers.show_layer(text)
            self._change(replace(self._mark, layer=text), typing=True)

    @Slot(str)
    def _type_note(self, text: str) -> None:
        if self._mark is not None and text != self._mark.note:
            self._change(replace(self._mark, note=text), typing=True)

    @Slot()
    def _mirror(self) -> None:
        if self._mark is not None:
            self.mirror_wanted.emit((self._mark.id,))

    @Slot()
    def _delete(self) -> None:
        if self._mark is not None:
            gone = self._mark.id
            self.close()
            self.delete_wanted.emit(gone)
