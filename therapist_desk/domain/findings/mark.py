"""Marks: one finding on the body map, with its kind's own scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View, both_sides_as_one
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.closeup import SidedCloseup, Sight
from therapist_desk.domain.ids import MarkId


class MarkKind(StrEnum):
    """What a hand can find. The value is the key that chooses the kind and is stored."""

    TRIGGER_ACTIVE = "A"
    TRIGGER_LATENT = "L"
    TENDER = "T"
    HYPERTONICITY = "H"
    FASCIAL = "F"
    PAIN = "P"
    NUMBNESS = "N"
    SWELLING = "E"
    SKIN = "S"
    DO_NOT_WORK = "X"


@dataclass(frozen=True, slots=True)
class Scale:
    """A kind's own scale of whole grades from 0 to `top`; `measures` says what is graded."""

    measures: str
    top: int

    def holds(self, grade: int) -> bool:
        """Tell whether `grade` lies on the scale."""
        return 0 <= grade <= self.top


# Tone, restriction and tenderness have the grades that resources/clinical gives with their sources.
SCALES: Final[Mapping[MarkKind, Scale | None]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: Scale("pain", 10),
        MarkKind.TRIGGER_LATENT: Scale("pain on pressure", 10),
        MarkKind.TENDER: Scale("tenderness", 4),
        MarkKind.HYPERTONICITY: Scale("tone", 3),
        MarkKind.FASCIAL: Scale("restriction", 3),
        MarkKind.PAIN: Scale("pain", 10),
        MarkKind.NUMBNESS: Scale("numbness", 10),
        MarkKind.SWELLING: Scale("swelling", 4),
        MarkKind.SKIN: None,
        MarkKind.DO_NOT_WORK: None,
    }
)


# Kinds that may cover a free-hand area or a whole region; the others are points.
AREA_KINDS: Final = frozenset(
    {
        MarkKind.HYPERTONICITY,
        MarkKind.PAIN,
        MarkKind.NUMBNESS,
        MarkKind.SWELLING,
        MarkKind.DO_NOT_WORK,
    }
)


class PainQuality(StrEnum):
    """How the client describes a pain."""

    ACHE = "ache"
    SHARP = "sharp"
    BURNING = "burning"
    THROBBING = "throbbing"
    TIGHT = "tight"
    SHOOTING = "shooting"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a view, in tenths of a figure unit (a figure is 1000 units high), y downwards."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Area:
    """A closed free-hand shape: its corners in order, at least three."""

    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class WholeRegion:
    """A whole region of the atlas, or several: all that the mark names, in the order in which they were taken.

    `anchor` is where the symbol and number of the first stand.
    """

    anchor: Point


Shape: TypeAlias = Point | Area | WholeRegion


def moved_shape(shape: Shape, dx: int, dy: int) -> Shape:
    """Give a point or an area elsewhere; a whole region stays what it is."""
    if isinstance(shape, Point):
        return Point(shape.x + dx, shape.y + dy)
    if isinstance(shape, Area):
        return Area(tuple(Point(corner.x + dx, corner.y + dy) for corner in shape.corners))
    return shape


class GradeOffScaleError(ExpectedError):
    """A grade that the kind's scale does not have."""

    code = "grade_off_scale"
    sentence = "{grade} is not on this scale: it goes from 0 to {top}."


class NoScaleError(ExpectedError):
    """A grade for a kind that has none."""

    code = "no_scale"
    sentence = "This kind of mark has no grade."


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One finding on the body map.

    `before` and `after` are grades on the kind's scale, or None while not set. `direction` is the way a
    fascial restriction is stuck, in whole degrees clockwise from up on the picture. `regions` come largest
    first, whole ones as they were taken, and keep the names they had on `atlas_version`. `closeup` is the close-up on
    which it was marked, None on the whole figure; `view` is then the whole view that comes nearest.
    """

    id: MarkId
    kind: MarkKind
    figure: Figure
    atlas_version: str
    view: View
    shape: Shape
    regions: tuple[RegionRef, ...] = ()
    layer: str = ""
    before: int | None = None
    after: int | None = None
    quality: PainQuality | None = None
    direction: int | None = None
    refers_to: tuple[RegionRef, ...] = ()
    note: str = ""
    closeup: SidedCloseup | None = None

    def __post_init__(self) -> None:
        for grade in (self.before, self.after):
            if grade is not None:
                check_grade(self.kind, grade)

    @property
    def sight(self) -> Sight:
        """The picture on which it was marked."""
        return self.closeup or self.view

    @property
    def home(self) -> View:
        """The whole view that shows where it lies."""
        return self.view if self.closeup is None else self.closeup.home

    @property
    def scale(self) -> Scale | None:
        """The kind's scale, or None where it has no grades."""
        return SCALES[self.kind]

    @property
    def wants_after(self) -> bool:
        """Whether a grade after treatment is still to be given; what was gone before needs none."""
        return self.scale is not None and self.after is None and self.before != 0

    @property
    def anchor(self) -> Point:
        """Where the symbol stands: the point itself, the region's anchor, or the middle of an area."""
        if isinstance(self.shape, Point):
            return self.shape
        if isinstance(self.shape, WholeRegion):
            return self.shape.anchor
        corners = self.shape.corners
        return Point(
            round(sum(corner.x for corner in corners) / len(corners)),
            round(sum(corner.y for corner in corners) / len(corners)),
        )

    @property
    def told_regions(self) -> tuple[RegionRef, ...]:
        """The regions that a sentence names: all that are marked whole, of an area the two largest."""
        return both_sides_as_one(self.regions) if isinstance(self.shape, WholeRegion) else self.regions[:2]

    @property
    def side(self) -> Side | None:
        """The client's side; bilateral where regions of both sides are covered; None outside any region."""
        sides = {region.side for region in self.regions}
        if not sides:
            return None
        if Side.BILATERAL in sides or {Side.LEFT, Side.RIGHT} <= sides:
            return Side.BILATERAL
        return next((side for side in (Side.LEFT, Side.RIGHT) if side in sides), Side.MIDLINE)


def check_grade(kind: MarkKind, grade: int) -> None:
    """Refuse a grade that `kind` does not have.

    Raises:
        NoScaleError: the kind has no grades.
        GradeOffScaleError: the grade is not on the kind's scale.
    """
    scale = SCALES[kind]
    if scale is None:
        raise NoScaleError
    if not scale.holds(grade):
        raise GradeOffScaleError(grade=grade, top=scale.top)
