"""What can be done with the document that is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from therapist_desk.services.documents.fax_covers import CoverTo
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.ui.documents.kinds import Kind, usual_cover
from therapist_desk.ui.documents.words import cover_name, kind_name
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton, LinkButton
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.field import AlertIcon, Field
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_GEAR: Final = 26


class ActionPanel(Card):
    """Names the document, takes paper, fax and seal, and says `print_wanted` or `save_wanted`."""

    paper_chosen = Signal(object)  # PaperSize
    fax_chosen = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    seal_chosen = Signal(bool)
    certificate_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.GAP_DENSE, parent=parent)
        self._kind: Kind = DocumentKind.PHYSICIAN
        self._title = Label("", Text.TITLE, wrap=True)
        self._caption = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        papers = [(PaperSize.LETTER.value, self.tr("Letter")), (PaperSize.A4.value, self.tr("A4"))]
        self._papers = ToggleGroup(papers, name=self.tr("Paper"))
        self._papers.setObjectName("paper")
        self._paper = Field(self.tr("Paper"), self._papers)
        self._fax = QCheckBox(self.tr("For fax: no shading"))
        self._fax.setObjectName("fax")
        self._fax.setToolTip(self.tr("A fax turns the tones of the figure into dots. Send it in fine resolution."))
        self._cover = Select(name=self.tr("Fax cover sheet"))
        self._cover.setObjectName("cover")
        self._seal = QCheckBox(self.tr("Seal the PDF"))
        self._seal.setObjectName("seal")
        self._seal.setToolTip(self.tr("A sealed PDF shows whether anybody changed it afterwards."))
        self._certificate = IconButton("gear", self.tr("Certificate of the seal"), size=_GEAR)
        self._certificate.setObjectName("certificate")
        self._check = LinkButton(self.tr("Check a PDF…"))
        self._check.setObjectName("check_pdf")
        self._signed = AlertIcon("okc", Tone.GREEN)
        self._draft = AlertIcon("warn", Tone.AMBER)
        self._state = Label("", Text.SECONDARY, wrap=True)
        self._state.setObjectName("state")
        self.print_button = Button(
            self.tr("Print…"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE, icon_name="print"
        )
        self.print_button.setObjectName("print")
        self.save_button = Button(self.tr("Save PDF…"), size=ButtonSize.LARGE, icon_name="save")
        self.save_button.setObjectName("save")
        self._logged = Label(self.tr("Prints and saves are logged"), Text.CAPTION, Tone.QUIET, wrap=True)
        self._lay_out()
        self._papers.chosen.connect(self._choose_paper)
        self._fax.toggled.connect(self._choose_fax)
        self._cover.activated.connect(self.fax_chosen)
        self._seal.toggled.connect(self.seal_chosen)
        self._certificate.clicked.connect(self.certificate_wanted)
        self._check.clicked.connect(self.check_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self._offer_cover()
        self.clear_state()

    def show_title(self, kind: Kind, caption: str) -> None:
        """Name the document, and offer to fax it where it is one to be faxed."""
        if kind is not self._kind:
            self._kind = kind
            self._offer_cover()
            self._paper.setVisible(kind is not DocumentKind.CLAIM_FORM)  # it is printed on the form as it is
        self._title.setText(kind_name(kind))
        self._caption.setText(caption)

    def show_paper(self, paper: PaperSize) -> None:
        """Show which paper the document is laid out for."""
        self._papers.set_value(paper.value)

    @property
    def for_fax(self) -> bool:
        """Whether the document is to go by fax."""
        return self._fax.isChecked() and self._fax.isVisibleTo(self)

    @property
    def cover(self) -> CoverTo | None:
        """Whom the cover sheet names; None where there is to be none."""
        to = self._cover.currentData() if self._cover.isVisibleTo(self) else None
        return None if to is None else CoverTo(to)

    def show_seal(self, *, wanted: bool, certificate: str) -> None:
        """Show whether signed documents are sealed when saved, and with which file of one's own, if any."""
        self._seal.setChecked(wanted)
        words = self.tr("Certificate of the seal: {name}")
        self._certificate.set_name(words.format(name=certificate or self.tr("that of these charts")))
        self._certificate.setVisible(wanted and self._seal.isVisibleTo(self))

    @property
    def sealed(self) -> bool:
        """Whether the document is to be sealed when saved: a draft never is."""
        return self._seal.isChecked() and self._seal.isVisibleTo(self)

    def make_room(self, *, little: bool) -> None:
        """Leave out what is said elsewhere too, where there is little room: the menu offers to check a PDF."""
        self._check.setVisible(not little)
        self._logged.setVisible(not little)
        self.body.setSpacing(Space.GRID if little else Space.GAP_DENSE)

    def show_state(self, *, signed: bool | None) -> None:
        """Say what the document is drawn from; None for what speaks of no record."""
        self._signed.setVisible(signed is True)
        self._draft.setVisible(signed is False)
        self._state.setVisible(signed is not None)
        self._seal.setVisible(signed is True)
        self._certificate.setVisible(signed is True and self._seal.isChecked())
        self._state.set_tone(Tone.GREEN if signed else Tone.AMBER)
        self._state.setText(self.tr("Drawn from the signed record") if signed else self.tr("Draft, not signed"))
        self.set_busy(busy=False)

    def clear_state(self) -> None:
        """Say nothing, for there is no document: nothing can be done."""
        self.show_state(signed=None)
        self.set_busy(busy=True)

    def set_busy(self, *, busy: bool) -> None:
        """Let print and save rest."""
        self.print_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)

    @Slot(bool)
    def _choose_fax(self, _for_fax: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._offer_cover()
        self.fax_chosen.emit()

    def _offer_cover(self) -> None:
        """Offer the covers of a kind: by itself, or with what is for fax. Whom it names follows the kind."""
        usual, alone = usual_cover(self._kind), self._kind is DocumentKind.FAX_COVER
        chosen = self._cover.currentData()
        self._fax.setVisible(usual is not None and not alone)
        self._cover.setVisible(usual is not None and (alone or self._fax.isChecked()))
        self._cover.clear()
        if not alone:
            self._cover.addItem(self.tr("No cover sheet"), None)
        for to in CoverTo:
            self._cover.addItem(cover_name(to), to)
        wanted = chosen if chosen in (None, CoverTo.BY_HAND) and not alone else usual
        self._cover.setCurrentIndex(self._cover.findData(wanted))

    @Slot(str)
    def _choose_paper(self, key: str) -> None:
        self.paper_chosen.emit(PaperSize(key))

    def _lay_out(self) -> None:
        self._logged.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        state = row(self._signed, self._draft, self._state, spacing=6)
        state.setStretch(2, 1)
        names = self.body
        names.addLayout(column(self._title, self._caption, spacing=2))
        names.addWidget(self._paper)
        names.addWidget(self._fax)
        names.addWidget(self._cover)
        names.addLayout(state)
        names.addLayout(row(self._seal, None, self._certificate))
        names.addStretch(1)
        names.addWidget(self.print_button)
        names.addWidget(self.save_button)
        names.addWidget(self._logged)
        names.addWidget(self._check, 0, Qt.AlignmentFlag.AlignHCenter)
