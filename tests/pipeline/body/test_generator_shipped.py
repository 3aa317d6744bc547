"""The shipped signers are complete, small, and hold together when they move."""

from functools import cache

import numpy as np
import pytest
from PIL import Image
from scipy.spatial import cKDTree

from pipeline.body.generator.expressions import MIXTURES
from pipeline.body.generator.interface import BETAS, REST_JOINTS, VERTEX_IDS
from pipeline.body.model import load_body
from pipeline.body.signers import SIGNERS
from pipeline.body.skinning import vertices
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix

KEYS = [signer.key for signer in SIGNERS]
PATHS = {signer.key: signer.path for signer in SIGNERS}
PUBLISHED = ("left_eye", "right_eye", "nose", "left_ear", "right_ear", "left_heel", "right_big_toe")

POSES = {
    "arms forward": {"left_shoulder": (0, -70, -40), "right_shoulder": (0, 70, 40)},
    "hands at the face": {
        "left_shoulder": (0, -45, -50),
        "left_elbow": (0, -135, 0),
        "right_shoulder": (0, 45, 50),
        "right_elbow": (0, 135, 0),
    },
    "head turned": {"neck": (0, 35, 0), "head": (0, 35, 0)},
    "head tilted": {"neck": (20, 0, 15), "head": (20, 0, 15)},
    "looking up": {"neck": (-20, 0, 0), "head": (-20, 0, 0)},
    "wrists twisted": {"left_wrist": (80, 0, 0), "right_wrist": (-80, 0, 0)},
    "wrists bent": {"left_wrist": (0, 20, 65), "right_wrist": (0, 20, 65)},
    "shoulders shrugged": {"left_collar": (0, 0, 15), "right_collar": (0, 0, -15)},
    "bowing": {"spine2": (15, 0, 0), "spine3": (15, 0, 0)},
}


@cache
def file_of(key: str) -> dict[str, np.ndarray]:
    with np.load(PATHS[key], allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


@cache
def hanging_arms(key: str) -> np.ndarray:
    pose = file_of(key)["pose_A"].copy()
    for side, sign in (("left", 1), ("right", -1)):
        pose[joints.INDEX[f"{side}_shoulder"], 2] += np.radians(-30 * sign)
    return pose


def posed(key: str, turned: dict[str, tuple[float, float, float]] | None = None) -> np.ndarray:
    """Vertices (V, 3) with some joints of the hanging-arms pose set to degrees."""
    pose = hanging_arms(key).copy()
    for name, degrees in (turned or {}).items():
        pose[joints.INDEX[name]] = np.radians(degrees)
    return vertices(load_body(PATHS[key]), Motion(fps=30.0, pose=pose[None]))[0]


def faces_of(key: str, *parts: str) -> np.ndarray:
    file = file_of(key)
    return file["f"][np.isin(file["part_names"][file["face_part"]], parts)]


@pytest.mark.parametrize("key", KEYS)
def test_every_array_is_plain_single_precision_or_whole_numbers_or_text(key):
    for name, array in file_of(key).items():
        kind = array.dtype.kind
        assert kind in "iuU" or array.dtype == np.float32, f"{name} is {array.dtype}"


@pytest.mark.parametrize("key", KEYS)
def test_body_and_texture_take_less_than_8_megabytes(key):
    size = PATHS[key].stat().st_size + PATHS[key].with_suffix(".png").stat().st_size
    assert size < 8e6


def test_all_signers_share_one_topology():
    first, *others = (file_of(key) for key in KEYS)
    for other in others:
        for name in ("f", "ft", "vt", "part", "face_part", "part_names"):
            np.testing.assert_array_equal(first[name], other[name], err_msg=name)
        assert np.abs(first["v_template"] - other["v_template"]).max() > 0.01


@pytest.mark.parametrize("key", KEYS)
def test_weights_sum_to_one_with_at_most_eight_joints_a_vertex(key):
    weights = file_of(key)["weights"]
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(1), 1, atol=1e-6)
    assert (weights > 0).sum(1).max() <= 8


@pytest.mark.parametrize("key", KEYS)
def test_joints_rest_where_they_were_published(key):
    file = file_of(key)
    np.testing.assert_array_equal(file["J"], REST_JOINTS.astype(np.float32))
    regressor = file["J_regressor"]
    assert regressor.min() >= 0
    np.testing.assert_allclose(regressor.sum(1), 1, atol=1e-6)
    off = np.linalg.norm(regressor @ file["v_template"] - REST_JOINTS, axis=1)
    assert off.max() < 0.0005


@pytest.mark.parametrize("key", KEYS)
def test_the_mean_hand_is_flat_and_hand_components_are_orthonormal(key):
    file = file_of(key)
    for side in "lr":
        assert not file[f"hands_mean{side}"].any()
        rows = file[f"hands_components{side}"].astype(float)
        np.testing.assert_allclose(rows @ rows.T, np.eye(45), atol=1e-5)


@pytest.mark.parametrize("key", KEYS)
def test_the_sparse_copies_hold_what_the_dense_arrays_hold(key):
    file = file_of(key)
    dense = np.zeros_like(file["posedirs"])
    dense[file["pose_vertex"], :, file["pose_column"]] = file["pose_delta"]
    np.testing.assert_array_equal(dense, file["posedirs"])
    first = BETAS + len(MIXTURES)
    units = np.zeros((*file["v_template"].shape, 52), np.float32)
    units[file["unit_vertex"], :, file["unit_index"]] = file["unit_delta"]
    np.testing.assert_allclose(units, file["shapedirs"][..., first : first + 52], atol=2.1e-5)
    np.testing.assert_array_equal(file["shape_dirs"], file["shapedirs"][..., :10])
    assert tuple(file["unit_names"]) == joints.FACE_UNITS


@pytest.mark.parametrize("key", KEYS)
def test_the_known_points_lie_where_other_programs_look_for_them(key):
    file = file_of(key)
    points, names = file["v_template"], file["part_names"][file["part"]]
    head = file["weights"][:, joints.INDEX["head"]] > 0.9
    nose = points[VERTEX_IDS["nose"]]
    assert nose[2] == pytest.approx(points[head & (names == "skin"), 2].max(), abs=0.002)
    for side, sign in (("left", 1), ("right", -1)):
        assert names[VERTEX_IDS[f"{side}_eye"]] == "eye"
        assert points[VERTEX_IDS[f"{side}_ear"], 0] * sign > 0.06
        for finger in ("index", "middle", "ring", "pinky", "thumb"):
            tip, last = points[VERTEX_IDS[f"{side}_{finger}"]], joints.INDEX[f"{side}_{finger}3"]
            assert 0.015 < np.linalg.norm(tip - REST_JOINTS[last]) < 0.035
            assert file["weights"][VERTEX_IDS[f"{side}_{finger}"], last] > 0.9


@pytest.mark.parametrize("key", KEYS)
def test_the_head_mirrors_itself(key):
    file = file_of(key)
    pose = file["pose_A"]
    body = vertices(load_body(PATHS[key]), Motion(fps=30.0, pose=pose[None]))[0]
    held = (file["weights"][:, joints.INDEX["head"]] > 0.95) & (file["part"] == 0)
    skin = body[held]
    apart, _ = cKDTree(skin).query(skin * [-1, 1, 1])
    assert apart.max() < 0.001


@pytest.mark.parametrize("key", KEYS)
def test_covered_skin_stays_under_the_sweater(key):
    cloth, skin = faces_of(key, "top"), faces_of(key, "skin")
    start = posed(key)
    edges, uses = np.unique(
        np.sort(np.vstack([cloth[:, [0, 1]], cloth[:, [1, 2]], cloth[:, [2, 0]]]), 1),
        axis=0,
        return_counts=True,
    )
    rim = np.unique(edges[uses == 1])
    numbers = np.unique(skin)
    numbers = numbers[cKDTree(start[rim]).query(start[numbers])[0] > 0.008]
    numbers = numbers[cKDTree(start[np.unique(cloth)]).query(start[numbers])[0] < 0.03]
    covered = numbers[_under(start, numbers, skin, cloth)]
    assert len(covered) > 50
    for name, turned in POSES.items():
        body = posed(key, turned)
        bare = covered[~_under(body, covered, skin, cloth)]
        assert len(bare) <= 1, f"{name}: {len(bare)} of {len(covered)} come through"


def _under(body: np.ndarray, numbers: np.ndarray, skin: np.ndarray, cloth: np.ndarray) -> np.ndarray:
    """Which vertices have cloth straight above their skin, by ray casting (Moeller and Trumbore 1997)."""
    out = np.zeros_like(body)
    corners = body[skin]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    np.add.at(out, skin.ravel(), np.repeat(across, 3, 0))
    a, b, c = (body[cloth[:, k]] for k in range(3))
    first, second = b - a, c - a
    found = []
    for number in numbers:
        way = out[number] / np.linalg.norm(out[number])
        p = np.cross(way, second)
        size = (first * p).sum(1)
        size = np.where(np.abs(size) < 1e-14, np.inf, size)
        away = body[number] - a
        u = (away * p).sum(1) / size
        q = np.cross(away, first)
        v, distance = (q @ way) / size, (second * q).sum(1) / size
        found.append(((u >= 0) & (v >= 0) & (u + v <= 1) & (distance > 0) & (distance < 0.06)).any())
    return np.array(found)


@pytest.mark.parametrize("key", KEYS)
def test_a_bent_elbow_and_a_twisted_wrist_keep_their_flesh(key):
    file = file_of(key)
    body = load_body(PATHS[key])
    for joint, turned in (("elbow", (0, -120, 0)), ("wrist", (90, 0, 0))):
        index = joints.INDEX[f"left_{joint}"]
        share = file["weights"][:, [k for k in range(55) if index in _ancestors(k)]].sum(1)
        ring = (share > 0.4) & (share < 0.6)
        pose = np.zeros((1, 55, 3))
        rest = vertices(body, Motion(fps=30.0, pose=pose))[0]
        pose[0, index] = np.radians(turned)
        bent = vertices(body, Motion(fps=30.0, pose=pose))[0]
        limp = _linear(file, pose[0])
        kept, lost = (_spread(x[ring]) / _spread(rest[ring]) for x in (bent, limp))
        assert kept > 0.85 > lost, f"{joint}: {kept:.2f} with correctives, {lost:.2f} without"


def _ancestors(joint: int) -> list[int]:
    return [joint] if joint <= 0 else [joint, *_ancestors(joints.PARENTS[joint])]


def _spread(points: np.ndarray) -> float:
    return float(np.linalg.norm(points - points.mean(0), axis=1).mean())


def _linear(file: dict[str, np.ndarray], pose: np.ndarray) -> np.ndarray:
    """Plain blend skinning, without any corrective."""
    local, rest = axis_angle_to_matrix(pose), file["J"].astype(float)
    world, place = [local[0]], [rest[0]]
    for joint, parent in enumerate(joints.PARENTS[1:], 1):
        place.append(place[parent] + world[parent] @ (rest[joint] - rest[parent]))
        world.append(world[parent] @ local[joint])
    moved = [(file["v_template"] - r) @ w.T + p for w, p, r in zip(world, place, rest, strict=True)]
    return np.einsum("vj,jvc->vc", file["weights"], np.array(moved))


@pytest.mark.parametrize("key", KEYS)
def test_lids_follow_the_eyes(key):
    file = file_of(key)
    rim = np.intersect1d(faces_of(key, "lash"), np.arange(len(file["part"])))
    level = posed(key)[rim, 1].mean()
    down = posed(key, {"left_eye_smplhf": (25, 0, 0), "right_eye_smplhf": (25, 0, 0)})[rim, 1].mean()
    up = posed(key, {"left_eye_smplhf": (-25, 0, 0), "right_eye_smplhf": (-25, 0, 0)})[rim, 1].mean()
    assert down < level - 0.002
    assert up > level + 0.0005


@pytest.mark.parametrize("key", KEYS)
def test_only_hairs_are_transparent(key):
    file = file_of(key)
    alpha = np.asarray(Image.open(PATHS[key].with_suffix(".png")))[..., 3] / 255
    height, width = alpha.shape
    solid = ~np.isin(file["part_names"][file["face_part"]], ("lash", "fringe", "hair"))
    uv = file["vt"][file["ft"][solid]].mean(1)
    seen = alpha[((1 - uv[:, 1]) * height).astype(int), (uv[:, 0] * width).astype(int)]
    assert seen.min() == 1
    fringe = file["part_names"][file["face_part"]] == "fringe"
    uv = file["vt"][file["ft"][fringe]].mean(1)
    seen = alpha[((1 - uv[:, 1]) * height).astype(int), (uv[:, 0] * width).astype(int)]
    assert 0.1 < (seen < 0.5).mean() < 0.9


@pytest.mark.parametrize("key", KEYS)
def test_hands_stand_out_against_the_sweater(key):
    file = file_of(key)
    picture = np.asarray(Image.open(PATHS[key].with_suffix(".png")).convert("RGB")) / 255
    hand = (file["weights"][:, joints.INDEX["left_wrist"] :][:, [0, *range(5, 20)]].sum(1) > 0.9)[file["f"]]
    skin, cloth = hand.all(1) & (file["face_part"] == 0), file["face_part"] == 6

    def luminance(faces: np.ndarray) -> float:
        uv = file["vt"][file["ft"][faces]].mean(1)
        seen = picture[((1 - uv[:, 1]) * 2048).astype(int), (uv[:, 0] * 2048).astype(int)] ** 2.2
        return float((seen @ [0.2126, 0.7152, 0.0722]).mean())

    contrast = (luminance(skin) + 0.05) / (luminance(cloth) + 0.05)
    assert contrast > 3  # what WCAG 2 asks of large letters
