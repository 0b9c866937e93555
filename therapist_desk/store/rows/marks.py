"""Marks on the body map and the regions they name."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.closeup import Closeup
from therapist_desk.domain.findings.mark import MarkKind, PainQuality
from therapist_desk.store.rows.base import Base, Choice


class ShapeKind(StrEnum):
    """Which of the domain's shapes a mark has."""

    POINT = "point"
    AREA = "area"
    REGION = "region"


class RegionRole(StrEnum):
    """What a region is to its mark."""

    COVERED = "covered"
    REFERRED = "referred"


class MarkRow(Base, kw_only=True):
    """One finding. `points` is "x,y x,y ..." in tenths of a figure unit: nothing is ever searched by them.

    `closeup` and its side are null for what was marked on the whole figure.
    """

    __tablename__ = "marks"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    kind: Mapped[MarkKind] = mapped_column(Choice(MarkKind))
    figure: Mapped[Figure] = mapped_column(Choice(Figure))
    atlas_version: Mapped[str]
    view: Mapped[View] = mapped_column(Choice(View))
    closeup: Mapped[Closeup | None] = mapped_column(Choice(Closeup))
    closeup_side: Mapped[Side | None] = mapped_column(Choice(Side))
    shape: Mapped[ShapeKind] = mapped_column(Choice(ShapeKind))
    points: Mapped[str]
    layer: Mapped[str]
    before: Mapped[int | None]
    after: Mapped[int | None]
    quality: Mapped[PainQuality | None] = mapped_column(Choice(PainQuality))
    direction: Mapped[int | None]
    note: Mapped[str]
    regions: Mapped[list[MarkRegionRow]] = relationship(
        order_by="MarkRegionRow.position", lazy="raise", init=False, viewonly=True
    )


class MarkRegionRow(Base, kw_only=True):
    """A region under a mark, or one it refers to, with the name it had when marked."""

    __tablename__ = "mark_regions"

    mark_id: Mapped[str] = mapped_column(ForeignKey("marks.id"), primary_key=True)
    role: Mapped[RegionRole] = mapped_column(Choice(RegionRole), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    side: Mapped[Side] = mapped_column(Choice(Side))
