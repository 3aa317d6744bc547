"""From frames to a keypoints file: times, chunks, kills, and files that break off."""

import os
import shutil
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.errors import BadInput
from pipeline.keypoints.detect import clip as detection
from pipeline.keypoints.detect.clip import detect
from pipeline.keypoints.detect.detector import Seen
from pipeline.keypoints.detect.frames import count, frames, pictures, rate
from pipeline.keypoints.files import load
from pipeline.progress import Cancelled

SIZE = (64, 48)


class Brightest:
    """Finds the brightest pixel, and drags a second point after it with a memory of past frames."""

    names = ("nose", "left_wrist")

    def __init__(self, identity: str = "brightest") -> None:
        self.identity = identity
        self.looks = 0
        self._dragged: np.ndarray | None = None

    def restart(self) -> None:
        self._dragged = None

    def find(self, picture: np.ndarray) -> Seen:
        self.looks += 1
        light = picture.astype(int).sum(axis=2)
        y, x = np.unravel_index(light.argmax(), light.shape)
        here = np.array([x, y], float)
        self._dragged = here if self._dragged is None else 0.5 * self._dragged + 0.5 * here
        return np.array([[x, y, np.nan, 0.9], [*self._dragged, 1.5, 0.8]], np.float32)


def spot(index: int) -> np.ndarray:
    """A dark picture with one bright pixel that walks."""
    picture = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    picture[5 + index % 30, 3 + 2 * (index % 25)] = 255
    return picture


def folder_of(path: Path, number: int) -> Path:
    path.mkdir()
    for index in range(number):
        Image.fromarray(spot(index)).save(path / f"frame{index}.png")
    return path


def video(path: Path, times: list[int], aspect: Fraction | None = None, size: tuple[int, int] = SIZE) -> Path:
    """A video whose frames are shown at `times` milliseconds, each a brighter grey."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=1000)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.time_base = Fraction(1, 1000)
        stream.codec_context.time_base = Fraction(1, 1000)
        if aspect:
            stream.codec_context.sample_aspect_ratio = aspect
        for index, shown in enumerate(times):
            grey = np.full((size[1], size[0], 3), 10 + 8 * index, np.uint8)
            frame = av.VideoFrame.from_ndarray(grey, format="rgb24")
            frame.pts, frame.time_base = shown, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


@pytest.fixture(autouse=True)
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detection, "CHUNK", 10)
    monkeypatch.setattr(detection, "WARM", 3)


def test_pictures_are_frames_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "clip", 25)
    assert [path.stem for path in pictures(source)][9:12] == ["frame9", "frame10", "frame11"]
    found = detect(source, tmp_path / "out" / "clip.npz", Brightest(), fps=12.5)
    index = np.arange(25)
    np.testing.assert_array_equal(found.keypoints.points[:, 0], np.stack([3 + 2 * index, 5 + index], axis=1))
    np.testing.assert_allclose(found.keypoints.times, index / 12.5)
    assert (found.keypoints.fps, found.keypoints.width, found.keypoints.height) == (12.5, *SIZE)
    assert np.isnan(found.keypoints.depth[:, 0]).all() and (found.keypoints.depth[:, 1] == 1.5).all()
    np.testing.assert_array_equal(load(tmp_path / "out" / "clip.npz").points, found.keypoints.points)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["clip.npz"]


def test_a_stopped_run_goes_on_and_finds_what_one_run_finds(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "clip", 35)
    whole = detect(source, tmp_path / "whole.npz", Brightest()).keypoints

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 27:
            raise Cancelled

    out = tmp_path / "clip.npz"
    with pytest.raises(Cancelled):
        detect(source, out, Brightest(), progress=stop)
    assert not out.exists() and len(list(tmp_path.glob("clip.*.part.npz"))) == 2
    second = Brightest()
    found = detect(source, out, second)
    assert found.resumed == 20 and second.looks == 15 + 2 * 3
    np.testing.assert_array_equal(found.keypoints.points, whole.points)
    np.testing.assert_array_equal(found.keypoints.times, whole.times)
    assert not list(tmp_path.glob("*.part*"))
    third = Brightest()
    assert detect(source, out, third).resumed == 35 and third.looks == 0


def test_chunks_of_another_detector_or_clip_are_not_taken_over(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "clip", 15)

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 14:
            raise Cancelled

    out = tmp_path / "clip.npz"
    with pytest.raises(Cancelled):
        detect(source, out, Brightest(), progress=stop)
    assert detect(source, out, Brightest("other")).resumed == 0
    Image.fromarray(spot(20)).save(source / "frame3.png")
    changed = Brightest("other")
    assert detect(source, out, changed).resumed == 0 and changed.looks > 0
    assert load(out).points[3, 0, 0] == 43


_KILLED = """
import sys, time
sys.path[:0] = [{root!r}, {here!r}]
from pathlib import Path
from pipeline.keypoints.detect import clip
from test_detect import Brightest
clip.CHUNK, clip.WARM = 10, 3
clip.detect(Path({source!r}), Path({out!r}), Brightest(), progress=lambda *_: time.sleep(0.02))
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_kill_loses_at_most_one_chunk(tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "clip", 60), tmp_path / "clip.npz"
    root = Path(__file__).parents[3]
    code = _KILLED.format(root=str(root), here=str(Path(__file__).parent), source=str(source), out=str(out))
    process = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 30
    while len(list(tmp_path.glob("clip.*.part.npz"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not out.exists()
    found = detect(source, out, Brightest())
    assert found.resumed >= 20 and found.keypoints.frames == 60
    np.testing.assert_array_equal(
        found.keypoints.points, detect(source, tmp_path / "again.npz", Brightest()).keypoints.points
    )


def test_times_are_those_of_the_container(tmp_path: Path) -> None:
    times = [0, 40, 80, 160, 200, 240, 360, 400, 440, 480]
    source = video(tmp_path / "uneven.mkv", times)
    found = detect(source, tmp_path / "uneven.npz", Brightest())
    np.testing.assert_allclose(found.keypoints.times * 1000, times, atol=1)
    assert found.keypoints.fps == pytest.approx(25, rel=0.01) and not found.keypoints.even
    assert "40 to 120 ms apart" in found.notes[0]
    even = video(tmp_path / "even.mkv", [1000 + 33 * n for n in range(12)])
    found = detect(even, tmp_path / "even.npz", Brightest())
    assert found.keypoints.times[0] == 0 and found.keypoints.fps == pytest.approx(1000 / 33, rel=0.01)
    assert found.keypoints.even and found.notes == ()


def test_the_rate_leaves_pauses_and_doubled_frames_out() -> None:
    times = np.array([0, 0, 0.04, 0.08, 0.12, 5.12, 5.16, 5.20])
    assert rate(times, 30) == pytest.approx(25)
    assert rate(np.array([0.0]), 30) == 30
    assert rate(np.array([0.0, 0.04, 4.0]), 30) > 0
    gif = np.cumsum([0, *[0.03, 0.03, 0.04] * 10])
    assert rate(gif, 99) == pytest.approx(30)


def test_pixels_that_are_not_square_are_made_so(tmp_path: Path) -> None:
    source = video(tmp_path / "wide.mkv", [0, 40], aspect=Fraction(3, 2))
    assert next(frames(source, 25)).picture.shape == (48, 96, 3)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg")
def test_pictures_stand_as_the_phone_was_held(tmp_path: Path) -> None:
    flat, turned, shown = tmp_path / "flat.mp4", tmp_path / "turned.mp4", tmp_path / "shown.png"
    make = ["-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=0.3", "-pix_fmt", "yuv420p", str(flat)]
    ways = (
        ["-display_rotation", "90", "-i", str(flat), "-c", "copy", str(turned)],
        ["-i", str(flat), "-metadata:s:v:0", "rotate=90", "-c", "copy", str(turned)],
    )
    ffmpeg = ["ffmpeg", "-v", "error", "-y"]
    subprocess.run([*ffmpeg, *make], check=True)
    assert any(not subprocess.run([*ffmpeg, *way], stderr=subprocess.DEVNULL).returncode for way in ways)
    subprocess.run([*ffmpeg, "-i", str(turned), "-frames:v", "1", str(shown)], check=True)
    picture = next(frames(turned, 25)).picture
    with Image.open(shown) as image:
        expected = np.asarray(image.convert("RGB"))
    assert picture.shape == expected.shape == (64, 48, 3)
    assert np.abs(picture.astype(int) - expected).mean() < 3


def test_what_is_before_the_damage_is_kept_and_told(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "clip", 14)
    (source / "frame12.png").write_bytes(b"\x89PNG broken")
    found = detect(source, tmp_path / "clip.npz", Brightest())
    assert found.keypoints.frames == 12
    assert "breaks off after 12 frames" in found.notes[0] and "frame12.png" in found.notes[0]
    (source / "frame0.png").write_bytes(b"")
    with pytest.raises(BadInput, match=r"frame0\.png is not a readable picture"):
        detect(source, tmp_path / "clip.npz", Brightest())


@pytest.mark.parametrize("content", [b"", b"no video at all", b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 64])
def test_files_that_are_no_video_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.mp4"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"bad\.mp4 (cannot be decoded|has no)"):
        detect(path, tmp_path / "bad.npz", Brightest())
    with pytest.raises(BadInput, match="cannot be opened"):
        detect(tmp_path / "nothing.mp4", tmp_path / "bad.npz", Brightest())
    assert count(path) == 0 and not list(tmp_path.glob("*.npz"))


@settings(max_examples=80, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.floats(0.3, 1),
)
def test_damaged_videos_give_frames_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int]], cut: float
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(video(folder / "good.mkv", [0, 40, 80, 120]).read_bytes())
    for place, value in changes:
        data[int(place * len(data))] = value
    (folder / "bad.mkv").write_bytes(data[: int(cut * len(data))])
    count(folder / "bad.mkv")
    try:
        found = detect(folder / "bad.mkv", folder / "bad.npz", Brightest())
        assert found.keypoints.frames > 0 and (np.diff(found.keypoints.times) >= 0).all()
    except BadInput as error:
        assert "bad.mkv" in str(error)


def test_a_picture_of_another_size_ends_the_clip_with_a_reason(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "clip", 12)
    Image.new("RGB", (30, 30)).save(source / "frame11.png")
    with pytest.raises(BadInput, match=r"changes its size from \(64, 48\) to \(30, 30\)"):
        detect(source, tmp_path / "clip.npz", Brightest())
    assert not (tmp_path / "clip.npz").exists()


def test_holistic_finds_a_signer(shared_data: Path, tmp_path: Path) -> None:
    pytest.importorskip("mediapipe")
    source = shared_data / "videos" / "signlab" / "E_01_004.webm"
    if not source.exists():
        pytest.skip("the video is not beside the repository")
    root = Path(__file__).parents[3]
    command = [sys.executable, "-m", "main", "keypoints", str(source), "-o", str(tmp_path / "sign.npz")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "inference_feedback_manager" not in done.stderr
    found = load(tmp_path / "sign.npz")
    shares = found.shares()
    assert found.frames == 47 and found.fps == pytest.approx(29.97, rel=0.002)
    assert shares["body"] == shares["face"] == 1 and shares["right hand"] > 0.5
    wrist, tip = found.columns(["right_wrist", "right_hand_wrist"])
    seen = found.confidence[:, tip] > 0
    apart = np.linalg.norm(found.points[seen, wrist] - found.points[seen, tip], axis=1)
    assert np.median(apart) < 20 and np.isfinite(found.depth[seen, tip]).all()
