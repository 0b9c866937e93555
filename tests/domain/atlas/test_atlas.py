from __future__ import annotations

import hashlib
import json
import shutil
from bisect import bisect_left
from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, FigureView
from therapist_desk.domain.findings.mark import Point

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"
EVERY_VIEW = [(figure, view) for figure in Figure for view in View]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(FOLDER)


@pytest.fixture(params=EVERY_VIEW, ids=lambda pair: f"{pair[0].value}-{pair[1].value}")
def figure_view(atlas: Atlas, request: pytest.FixtureRequest) -> FigureView:
    figure, view = request.param
    return atlas.view(figure, view)


def test_a_region_is_found_at_its_own_anchor(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        assert figure_view.region_at(region.anchor, reach=0) is region


def test_every_anchor_lies_inside_the_silhouette(figure_view: FigureView) -> None:
    assert [region.ref for region in figure_view.regions if not figure_view.inside(region.anchor)] == []


def test_the_corners_of_the_picture_are_off_the_figure(figure_view: FigureView) -> None:
    for x in (0, figure_view.width):
        for y in (0, figure_view.height):
            corner = Point(x, y)
            assert not figure_view.inside(corner)
            assert figure_view.region_at(corner) is None
            assert figure_view.regions_of(corner) == ()


def test_a_row_is_inside_between_every_other_pair_of_edges(figure_view: FigureView) -> None:
    for y in range(0, figure_view.height, 97):
        edges = figure_view.edges_at(y)
        for x in range(0, figure_view.width, 61):
            assert bisect_left(edges, x) % 2 == figure_view.inside(Point(x, y))


def test_everything_inside_the_silhouette_has_one_region(figure_view: FigureView) -> None:
    for y in range(0, figure_view.height, 97):
        for x in range(0, figure_view.width, 61):
            point = Point(x, y)
            if figure_view.inside(point):
                assert figure_view.region_at(point) is not None


def test_a_region_is_found_by_its_name_and_side(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        assert figure_view.find(region.ref.region, region.ref.side) is region
    assert figure_view.find("tail", Side.MIDLINE) is None


def test_rings_close(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        for ring in region.rings:
            assert (ring.xs[0], ring.ys[0]) == (ring.xs[-1], ring.ys[-1])


def test_names_read_in_a_sentence(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        name = region.ref.name
        assert name == name.strip()
        assert name[0].islower() or name == "Achilles tendon"
        assert not {"/", ",", "."} & set(name)
        assert not name.startswith(("left ", "right "))


@pytest.mark.parametrize("figure", Figure)
def test_the_right_of_the_client_is_at_the_left_of_the_front_view(atlas: Atlas, figure: Figure) -> None:
    front = atlas.view(figure, View.FRONT)
    middle = front.width / 2
    for region in front.regions:
        if region.ref.side is Side.RIGHT:
            assert region.anchor.x < middle
        elif region.ref.side is Side.LEFT:
            assert region.anchor.x > middle


@pytest.mark.parametrize("figure", Figure)
def test_the_left_of_the_client_is_at_the_left_of_the_back_view(atlas: Atlas, figure: Figure) -> None:
    back = atlas.view(figure, View.BACK)
    middle = back.width / 2
    for region in back.regions:
        if region.ref.side is Side.LEFT:
            assert region.anchor.x < middle
        elif region.ref.side is Side.RIGHT:
            assert region.anchor.x > middle


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize(("view", "side"), [(View.LEFT, Side.LEFT), (View.RIGHT, Side.RIGHT)])
def test_a_view_from_the_side_shows_that_side_only(atlas: Atlas, figure: Figure, view: View, side: Side) -> None:
    assert {region.ref.side for region in atlas.view(figure, view).regions} == {side, Side.MIDLINE}


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_paired_regions_mirror_each_other(atlas: Atlas, figure: Figure, view: View) -> None:
    picture = atlas.view(figure, view)
    lefts = {region.ref.region for region in picture.regions if region.ref.side is Side.LEFT}
    rights = {region.ref.region for region in picture.regions if region.ref.side is Side.RIGHT}
    assert lefts == rights
    for name in lefts:
        left, right = picture.find(name, Side.LEFT), picture.find(name, Side.RIGHT)
        assert left is not None
        assert right is not None
        assert left.ref.name == right.ref.name
        opposite = Point(picture.width - left.anchor.x, left.anchor.y)
        assert picture.region_at(opposite, reach=0) is right


@pytest.mark.parametrize("figure", Figure)
def test_the_right_view_is_the_left_one_mirrored(atlas: Atlas, figure: Figure) -> None:
    left, right = atlas.view(figure, View.LEFT), atlas.view(figure, View.RIGHT)
    assert (right.view, right.width, right.height) == (View.RIGHT, left.width, left.height)
    for one, other in zip(left.regions, right.regions, strict=True):
        assert other.anchor == Point(left.width - one.anchor.x, one.anchor.y)
        assert other.ref.name == one.ref.name
        assert right.region_at(other.anchor) is other


def test_a_mirrored_view_mirrored_again_is_the_first(atlas: Atlas) -> None:
    left = atlas.view(Figure.FEMALE, View.LEFT)
    again = left.mirrored(View.RIGHT).mirrored(View.LEFT)
    assert (again.silhouette, again.bands, again.contours, again.creases, again.borders, again.regions) == (
        left.silhouette,
        left.bands,
        left.contours,
        left.creases,
        left.borders,
        left.regions,
    )


@pytest.mark.parametrize(
    ("view", "x", "y", "words"),
    [
        # Read off the drawn neutral figure, whose views are about 508 and 351 units wide.
        (View.FRONT, 1900, 1740, "right upper trapezius"),
        (View.FRONT, 3080, 2390, "left sternocostal pectoralis major"),
        (View.FRONT, 3130, 6160, "left rectus femoris"),
        (View.FRONT, 2540, 2500, "sternum"),
        (View.FRONT, 3300, 7700, "left tibialis anterior"),
        (View.BACK, 1830, 2330, "left infraspinatus"),
        (View.BACK, 3260, 1800, "right upper trapezius"),
        (View.BACK, 3680, 2300, "right posterior deltoid"),
        (View.BACK, 2400, 3900, "left lumbar erector spinae"),
        (View.BACK, 3250, 6300, "right biceps femoris"),
        (View.LEFT, 2400, 600, "left temporalis"),
        (View.RIGHT, 290, 4800, "right gluteus maximus"),
    ],
)
def test_places_that_an_anatomist_can_check(atlas: Atlas, view: View, x: int, y: int, words: str) -> None:
    region = atlas.view(Figure.NEUTRAL, view).region_at(Point(x, y))
    assert region is not None
    assert region.ref.words == words


def test_a_point_just_off_the_edge_counts_and_one_farther_off_does_not(atlas: Atlas) -> None:
    front = atlas.view(Figure.NEUTRAL, View.FRONT)
    top, x = min((y, x) for curve in front.silhouette for x, y in zip(curve.xs[::3], curve.ys[::3], strict=True))
    assert front.region_at(Point(x, top - 15)) is not None
    assert front.region_at(Point(x, top - 15), reach=0) is None
    assert front.region_at(Point(x, top - 80)) is None


def test_a_view_is_made_once(atlas: Atlas) -> None:
    assert atlas.view(Figure.MALE, View.RIGHT) is atlas.view(Figure.MALE, View.RIGHT)


def test_borders_between_regions_are_shared(atlas: Atlas) -> None:
    back = atlas.view(Figure.NEUTRAL, View.BACK)
    assert {len(border.owners) for border in back.borders} == {1, 2}
    assert any(border.inner for border in back.borders)


class TestDamage:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(FOLDER, tmp_path / "body_map"))

    def test_a_missing_manifest_is_said(self, folder: Path) -> None:
        (folder / "manifest.json").unlink()
        with pytest.raises(AtlasDamagedError, match=r"manifest\.json"):
            Atlas(folder)

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": "1", "credit": "", "files": 3}'])
    def test_a_manifest_of_another_shape_is_said(self, folder: Path, text: str) -> None:
        (folder / "manifest.json").write_text(text)
        with pytest.raises(AtlasDamagedError, match=r"manifest\.json"):
            Atlas(folder)

    def test_a_missing_figure_is_said_when_it_is_needed(self, folder: Path) -> None:
        (folder / "female.json").unlink()
        damaged = Atlas(folder)
        damaged.view(Figure.MALE, View.FRONT)
        with pytest.raises(AtlasDamagedError, match=r"female\.json"):
            damaged.view(Figure.FEMALE, View.FRONT)

    def test_one_changed_byte_is_noticed(self, folder: Path) -> None:
        file = folder / "neutral.json"
        file.write_bytes(file.read_bytes().replace(b"1", b"2", 1))
        with pytest.raises(AtlasDamagedError, match=r"neutral\.json"):
            Atlas(folder).view(Figure.NEUTRAL, View.BACK)

    @pytest.mark.parametrize(
        "figure",
        [
            {},
            [],
            {"anterior": {}},
            {"anterior": {"arcs": [["x"]], "regions": []}},
            {"anterior": {"arcs": [[1, 2, 3]], "regions": []}},
            {"anterior": {"arcs": [], "regions": [{"rings": [[4]]}], "size": [1, 1]}},
        ],
    )
    def test_a_figure_of_another_shape_is_said(self, folder: Path, figure: object) -> None:
        # Given a file that agrees with its manifest and is no figure all the same
        self.rewrite(folder, "male.json", figure)
        with pytest.raises(AtlasDamagedError, match=r"male\.json"):
            Atlas(folder).view(Figure.MALE, View.FRONT)

    def test_the_sentence_says_what_to_do(self) -> None:
        assert str(AtlasDamagedError(file="male.json")) == (
            "The body figure cannot be drawn: its file male.json is damaged or missing. "
            "Please install the program again; your charts are safe."
        )

    @staticmethod
    def rewrite(folder: Path, name: str, content: object) -> None:
        data = json.dumps(content).encode()
        (folder / name).write_bytes(data)
        manifest = json.loads((folder / "manifest.json").read_text())
        manifest["files"][name] = hashlib.sha256(data).hexdigest()
        (folder / "manifest.json").write_text(json.dumps(manifest))


def test_the_manifest_lists_every_file_and_its_digest() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    files = {path.name for path in FOLDER.glob("*.json")} - {"manifest.json"}
    assert set(manifest["files"]) == files
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest
    assert manifest["version"] in (FOLDER / "PROVENANCE.md").read_text()
