"""The atlas builder, without its meshes: `tools/build-atlas --test` runs this in the builder's own venv."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.reader import Vocabulary, decode_view
from therapist_desk.domain.findings.mark import Point

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
WHY = "the atlas builder's packages live in a venv of their own"
np = pytest.importorskip("numpy", reason=WHY)
for package in ("scipy", "cv2", "numba", "skimage"):
    pytest.importorskip(package, reason=WHY)

from tools.atlas import bezier, carry, drawing, encode, labels, lines, mesh, polyline, raster, topology  # noqa: E402
from tools.atlas.bodies import STYLE, side_in  # noqa: E402
from tools.atlas.camera import Frame  # noqa: E402


def circle(radius: float, points: int = 200) -> Any:
    turn = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([50 + radius * np.cos(turn), 50 + radius * np.sin(turn)], axis=1)


def test_a_fitted_ring_stays_within_its_error() -> None:
    chain = bezier.fit_ring(circle(40), 0.2, look=5, sharp=60)
    corners = np.array(Curve.from_deltas(encode.coded(chain)).flattened(0.5)) / 10
    off = np.abs(np.hypot(*(corners - 50).T) - 40)
    assert off.max() < 0.35  # the fit's error and the rounding to tenths


def test_a_corner_stays_a_corner() -> None:
    side = np.linspace(0, 60, 61)[:-1]
    square = np.concatenate(
        [
            np.stack([20 + side, 20 + 0 * side], 1),
            np.stack([80 + 0 * side, 20 + side], 1),
            np.stack([80 - side, 80 + 0 * side], 1),
            np.stack([20 + 0 * side, 80 - side], 1),
        ]
    )
    chain = bezier.fit_ring(square, 0.2, look=5, sharp=60)
    ends = {tuple(point) for point in np.round(chain[::3]).astype(int).tolist()}
    assert {(20, 20), (80, 20), (80, 80), (20, 80)} <= ends


def test_steps_add_up_to_the_rounded_points() -> None:
    chain = bezier.fit(np.array([[0.04, 0.0], [3.333, 7.77], [9.99, 2.22], [14.06, 3.0]]), 0.1)
    curve = Curve.from_deltas(encode.coded(chain))
    wanted = np.round(chain * 10).astype(int)
    assert (list(curve.xs), list(curve.ys)) == (wanted[:, 0].tolist(), wanted[:, 1].tolist())


def test_smoothing_keeps_the_ends_of_a_line() -> None:
    line = np.array([[0.0, 0], [1, 5], [2, -5], [3, 5], [4, 0]])
    smooth = polyline.smoothed(line, 2.0)
    assert smooth[0].tolist() == line[0].tolist()
    assert smooth[-1].tolist() == line[-1].tolist()
    assert polyline.length(smooth) < polyline.length(line)


def test_subdivision_of_a_cube_closes_on_a_ball() -> None:
    corners = np.array([[x, y, z] for x in (-1.0, 1) for y in (-1.0, 1) for z in (-1.0, 1)])
    quads = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])
    fine, faces = mesh.subdivide(corners, quads, 2)
    assert len(faces) == 6 * 16
    distance = np.linalg.norm(fine[np.unique(faces)], axis=1)
    assert distance.max() / distance.min() < 1.2


KEYS = [labels.Key("outer", 1), labels.Key("outer", -1), labels.Key("middle", 0, midline=True)]


def three_regions() -> Any:
    """A disc parted down the midline, with a smaller disc in its middle."""
    y, x = np.mgrid[0:200, 0:200] + 0.5
    raster_ = np.where(x > 100, 1, 2)
    raster_[np.hypot(x - 100, y - 100) < 30] = 3
    raster_[np.hypot(x - 100, y - 100) > 90] = 0
    return raster_.astype(np.int32)


def decoded(raw: dict[str, Any]) -> Any:
    names = {"outer": {"name": "outer"}, "middle": {"name": "middle"}}
    plain = json.loads(encode.as_bytes(raw))
    return decode_view(Figure.NEUTRAL, View.FRONT, plain, Vocabulary(names, {"outer": ["outer", "middle"]}))


def a_ball(scale: float = 2.0) -> raster.Picture:
    """A ball of 45 units' radius in a frame of 100."""
    y, x = (np.mgrid[0:200, 0:200] + 0.5) / scale - 50
    height = np.sqrt(np.maximum(45.0**2 - x**2 - y**2, 0))
    normal = np.stack([x, -y, height], axis=-1) / 45
    frame = Frame(np.eye(3), -5, -5, 5, 5, 10)
    mask = np.hypot(x, y) < 45
    empty = np.zeros((200, 200, 0), np.float32)
    return raster.Picture(frame, scale, mask, (height / 10).astype(np.float32), normal.astype(np.float32), empty)


def test_what_is_drawn_is_what_the_product_reads() -> None:
    # Given a ball with three regions
    calm = np.zeros((200, 200), bool)
    raw = drawing.drawn(a_ball(), three_regions(), KEYS, calm, side_in("anterior"), STYLE)
    # When the product reads it
    view = decoded(raw)
    # Then each region lies where it was, on the client's own side, and knows its layers
    assert {(region.ref.region, region.ref.side) for region in view.regions} == {
        ("outer", Side.LEFT),
        ("outer", Side.RIGHT),
        ("middle", Side.MIDLINE),
    }
    for x, y, region, side in ((800, 500, "outer", Side.LEFT), (200, 500, "outer", Side.RIGHT)):
        found = view.region_at(Point(x, y), reach=0)
        assert (found.ref.region, found.ref.side) == (region, side)
        assert [layer.structure for layer in found.layers] == ["outer", "middle"]
    assert view.region_at(Point(500, 500), reach=0).ref.region == "middle"
    for region in view.regions:
        assert view.region_at(region.anchor, reach=0) is region
    assert view.inside(Point(500, 100))
    assert not view.inside(Point(500, 20))


def test_neighbours_share_their_border() -> None:
    borders = topology.arcs(three_regions(), 2.0, 0.35)
    users: dict[int, int] = {}
    for number in (1, 2, 3):
        for ring in topology.rings(borders, number):
            for arc in ring:
                users[arc if arc >= 0 else ~arc] = users.get(arc if arc >= 0 else ~arc, 0) + 1
    between = [n for n, border in enumerate(borders) if border.left and border.right]
    assert between
    assert all(users[n] == 2 for n in between)
    assert all(count == 1 for n, count in users.items() if n not in between)


def test_every_ring_closes() -> None:
    borders = topology.arcs(three_regions(), 2.0, 0.35)
    for number in (1, 2, 3):
        for ring in topology.rings(borders, number):
            curves = [Curve.from_deltas(encode.coded(borders[n if n >= 0 else ~n].chain)) for n in ring]
            whole = Curve.joined(c if n >= 0 else c.reversed() for n, c in zip(ring, curves, strict=True))
            assert (whole.xs[0], whole.ys[0]) == (whole.xs[-1], whole.ys[-1])


def test_both_halves_of_a_body_are_labelled_alike() -> None:
    crooked = three_regions()
    crooked[60:80, 20:40] = 3  # a stray patch on the picture's left
    even = labels.mirrored_halves(crooked, KEYS)
    assert np.array_equal(even, three_regions())


def test_tidying_gives_specks_to_their_neighbours() -> None:
    specked = three_regions()
    specked[100:103, 150:153] = 3
    tidy = labels.tidied(specked, specked > 0, sigma=2.0, smallest=50)
    assert tidy[101, 151] == 1
    assert set(np.unique(tidy)) == {0, 1, 2, 3}


def test_a_point_that_was_hidden_takes_no_label() -> None:
    picture = a_ball()
    sheet = carry.DrawnSheet(picture, three_regions(), KEYS, np.zeros((200, 200), bool))
    in_front, behind = [3.0, 0.0, 3.3], [3.0, 0.0, -3.3]
    assert sheet.labels_at(np.array([[in_front, behind]], np.float32)).tolist() == [[1, 0]]


def test_hidden_skin_takes_the_label_of_the_nearest_that_was_seen() -> None:
    # Given a ball of which a patch was turned away when its regions were drawn
    ball = a_ball()
    y, x = (np.mgrid[0:200, 0:200] + 0.5) / 20 - 5
    place = np.stack([x, -y, ball.depth], axis=-1).astype(np.float32)
    when_drawn = place.copy()
    when_drawn[90:110, 150:165, 2] *= -1
    sheet = carry.DrawnSheet(ball, three_regions(), KEYS, np.zeros((200, 200), bool))
    # When its regions are carried to a picture that shows the patch
    shown = dataclasses.replace(ball, carried=np.concatenate([when_drawn, place], axis=-1))
    carried = sheet.labels_on(shown)
    # Then the patch belongs to what lies round it, and the rest is as it was drawn
    assert set(np.unique(carried[90:110, 150:165])) == {1}
    whole = ball.mask & (np.hypot(x, y) < 4)
    assert (carried == three_regions())[whole].all()


def test_both_halves_get_the_strokes_of_the_right_one() -> None:
    def stroke(x0: float, x1: float) -> lines.Stroke:
        line = np.array([[x0, 10.0], [x1, 20.0]])
        return lines.Stroke(0.1, line, bezier.fit(line, 0.1))

    even = lines.mirrored([stroke(60, 80), stroke(45, 55), stroke(10, 30)], 100)
    assert sorted(s.line[:, 0].tolist() for s in even) == [[40, 20], [45, 55], [60, 80]]


def test_a_triangle_is_seen_from_the_front_and_covers_what_is_behind() -> None:
    near = np.array([[-4.0, -4, 1], [4, -4, 1], [4, 4, 1], [-4, 4, 1]])
    vertices = np.concatenate([near, near - [0, 0, 2]])
    quads = np.array([[0, 1, 2, 3], [4, 5, 6, 7]])
    frame = Frame(np.eye(3), -5, -5, 5, 5, 10)
    picture = raster.take_picture(vertices, quads, frame, 1.0, carried=vertices)
    assert picture.mask.sum() == 80 * 80
    assert picture.depth[50, 50] == 1
    assert picture.carried[50, 50, 2] == 1
    assert picture.normal[50, 50].tolist() == [0, 0, 1]
