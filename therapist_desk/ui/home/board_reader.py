"""What Home reads in one go, off the thread of the windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.people import Therapist
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.desk import Desk
from therapist_desk.services.home import Board, read_board
from therapist_desk.services.people import therapist_at_desk
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.services.visit.visits import open_visit


@dataclass(frozen=True, slots=True)
class HomeContents:
    """The board, whole files of its visits that are not signed, and who is at the desk."""

    board: Board
    files: Mapping[VisitId, VisitFile]
    therapist: Therapist


def read_home(desk: Desk, cards: RuleCards | None = None) -> HomeContents:
    """Read everything that Home shows; `cards` say when payers want a report."""
    board = read_board(desk, cards)
    listed = (*board.unsigned, *board.in_session, *board.planned)
    files = {visit.id: open_visit(desk, visit.id) for visit in listed}
    return HomeContents(board, files, therapist_at_desk(desk))
