"""Networks of the user's: heads read exactly, the signer cut out and followed, others refused by name."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline import cli
from pipeline.errors import BadInput
from pipeline.keypoints.detect.heads import from_heatmaps, from_simcc
from pipeline.keypoints.detect.onnx import OnnxDetector
from pipeline.keypoints.files import load
from pipeline.keypoints.names import COCO_BODY, COCO_WHOLEBODY

pytest.importorskip("onnxruntime")


def bell(cells: int, place: float, height: float) -> np.ndarray:
    return height * np.exp(-((np.arange(cells) - place) ** 2) / (2 * 2.0**2))


def test_simcc_peaks_are_read_between_the_cells() -> None:
    across = np.stack([bell(96, 20.3, 0.8), bell(96, 95.0, 0.5), bell(96, 0.0, 0.4)])
    down = np.stack([bell(128, 64.7, 0.6), bell(128, 0.0, 0.5), bell(128, 127.0, 0.2)])
    found = from_simcc(across, down)
    np.testing.assert_allclose(found[:, 0] * 96, [20.3, 95, 0], atol=1e-3)
    np.testing.assert_allclose(found[:, 1] * 128, [64.7, 0, 127], atol=1e-3)
    np.testing.assert_allclose(found[:, 2], [0.7, 0.5, 0.3], atol=0.02)


def test_heatmap_peaks_are_read_between_the_cells() -> None:
    maps = np.stack([np.outer(bell(64, 30.25, 1), bell(48, 12.6, 0.9)), np.zeros((64, 48))])
    found = from_heatmaps(maps.astype(np.float16))
    np.testing.assert_allclose(found[0, :2] * [48, 64], [12.6, 30.25], atol=0.02)
    assert found[0, 2] == pytest.approx(0.88, abs=0.03) and found[1, 2] == 0


def _field(number: int, value: int | bytes | str) -> bytes:
    """A field of a protocol buffer."""

    def varint(left: int) -> bytes:
        return bytes([left]) if left < 128 else bytes([left % 128 | 128]) + varint(left >> 7)

    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def _value(name: str, shape: tuple[int, ...]) -> bytes:
    dims = b"".join(_field(1, _field(1, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, dims)))


def _node(kind: str, inputs: list[str], output: str, **attributes: int | list[int]) -> bytes:
    made = b"".join(_field(1, name) for name in inputs) + _field(2, output) + _field(4, kind)
    for name, value in attributes.items():
        if isinstance(value, int):
            made += _field(5, _field(1, name) + _field(3, value) + _field(20, 2))
        else:
            made += _field(5, _field(1, name) + b"".join(_field(8, n) for n in value) + _field(20, 7))
    return made


def network(path: Path, points: int, outputs: dict[str, tuple[tuple[int, ...], bytes]]) -> Path:
    """A network (1, 3, 64, 48) that maps each of `points` to one colour: red, green, blue, red, ..."""
    weights = np.zeros((points, 3, 1, 1), np.float32)
    weights[np.arange(points), np.arange(points) % 3] = 1 / 3
    shape = b"".join(_field(1, size) for size in weights.shape)
    graph = _field(1, _node("Conv", ["picture", "weights"], "colour"))
    graph += b"".join(_field(1, node) for _, node in outputs.values())
    graph += _field(2, "graph")
    graph += _field(5, shape + _field(2, 1) + _field(8, "weights") + _field(9, weights.tobytes()))
    graph += _field(11, _value("picture", (1, 3, 64, 48)))
    graph += b"".join(_field(12, _value(name, size)) for name, (size, _) in outputs.items())
    path.write_bytes(_field(1, 8) + _field(7, graph) + _field(8, _field(2, 13)))
    return path


def heatmaps(path: Path, points: int = 17) -> Path:
    pool = _node("AveragePool", ["colour"], "maps", kernel_shape=[2, 2], strides=[2, 2])
    return network(path, points, {"maps": ((1, points, 32, 24), pool)})


def simcc(path: Path, points: int = 133) -> Path:
    across = _node("ReduceMax", ["colour"], "x", axes=[2], keepdims=0)
    down = _node("ReduceMax", ["colour"], "y", axes=[3], keepdims=0)
    return network(path, points, {"x": ((1, points, 48), across), "y": ((1, points, 64), down)})


PLACES = np.array([[150, 90], [210, 170], [160, 230]])


def spots(offset: tuple[int, int] = (0, 0)) -> np.ndarray:
    """A black picture (300, 400) with a red, a green and a blue spot at `PLACES`."""
    y, x = np.mgrid[:300, :400] + 0.5
    picture = np.zeros((300, 400, 3))
    for colour, (across, down) in enumerate(PLACES + offset):
        picture[..., colour] = 255 * np.exp(-((x - across) ** 2 + (y - down) ** 2) / (2 * 14**2))
    return picture.round().astype(np.uint8)


@pytest.mark.parametrize(
    ("make", "names"), [(heatmaps, COCO_BODY), (simcc, COCO_WHOLEBODY)], ids=["heatmaps", "simcc"]
)
def test_points_are_found_in_pixels_of_the_picture_and_followed(tmp_path: Path, make, names) -> None:
    detector = OnnxDetector(make(tmp_path / "net.onnx"))
    assert detector.names == names
    for step in range(6):
        offset = (25 * step, -5 * step)
        found = detector.find(spots(offset))
        expected = (PLACES + offset)[np.arange(len(names)) % 3]
        assert np.abs(found[:, :2] - expected).max() < 2.0
        assert np.isnan(found[:, 2]).all() and (found[:, 3] > 0.3).all()
    assert not (detector.find(np.zeros((300, 400, 3), np.uint8))[:, 3] > 0).any()
    assert np.abs(detector.find(spots())[:3, :2] - PLACES).max() < 2.0


def test_the_command_line_runs_a_network_over_pictures(tmp_path: Path, capsys) -> None:
    (tmp_path / "clip").mkdir()
    for step in range(3):
        Image.fromarray(spots((10 * step, 0))).save(tmp_path / "clip" / f"{step}.png")
    model, out = simcc(tmp_path / "net.onnx"), tmp_path / "clip.npz"
    given = ["keypoints", str(tmp_path / "clip"), "-o", str(out), "--detector", "onnx", "--model", str(model)]
    assert cli.main(given) == 0, capsys.readouterr().err
    found = load(out)
    assert found.names == COCO_WHOLEBODY and found.found.all() and np.isnan(found.depth).all()
    np.testing.assert_allclose(found.points[:, 0], PLACES[0] + np.outer(range(3), [10, 0]), atol=2)


def test_the_same_file_has_the_same_identity(tmp_path: Path) -> None:
    first = OnnxDetector(heatmaps(tmp_path / "net.onnx")).identity
    assert OnnxDetector(heatmaps(tmp_path / "net.onnx")).identity == first
    assert OnnxDetector(heatmaps(tmp_path / "net.onnx", 133)).identity != first


def test_networks_that_do_not_fit_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "net.onnx"
    with pytest.raises(BadInput, match=r"no network.*net\.onnx"):
        OnnxDetector(path)
    path.write_bytes(b"no network")
    with pytest.raises(BadInput, match=r"net\.onnx is not a network"):
        OnnxDetector(path)
    with pytest.raises(BadInput, match="finds 21 points"):
        OnnxDetector(heatmaps(path, 21))
    with pytest.raises(BadInput, match=r"puts out \(1, 17, 48\), not SimCC"):
        across = _node("ReduceMax", ["colour"], "x", axes=[2], keepdims=0)
        OnnxDetector(network(path, 17, {"x": ((1, 17, 48), across)}))
