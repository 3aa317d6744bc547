"""The video file: decoded again, interrupted, and on a full disk."""

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.progress import Cancelled
from pipeline.render.background import TRANSPARENT
from pipeline.render.encoder import Encoder
from pipeline.render.film import VideoOptions, render_motion
from pipeline.render.sinks.stream import StreamSink
from pipeline.render.video import export_video

SMALL = VideoOptions(width=320, height=180, samples=0)


@pytest.fixture(scope="module")
def body() -> BodyModel:
    return signer("woman")


@pytest.fixture(scope="module")
def exported(body: BodyModel, gesture: Motion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "signing.mp4"
    export_video(body, gesture, path, SMALL)
    return path


def test_the_file_is_what_was_asked_for(exported: Path, gesture: Motion):
    with av.open(str(exported)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (320, 180)
        assert stream.average_rate == stream.guessed_rate == 30
        assert stream.codec_context.name == "h264"
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert (stream.codec_context.colorspace, stream.codec_context.color_range) == (1, 1)  # BT.709, TV
        times = [frame.pts * stream.time_base for frame in container.decode(video=0)]
    assert times == [Fraction(index, 30) for index in range(gesture.frames)]


def test_colours_survive(exported: Path, body: BodyModel, gesture: Motion):
    drawn = list(render_motion(body, gesture, SMALL))
    with av.open(str(exported)) as container:
        for frame, expected in zip(container.decode(video=0), drawn, strict=True):
            error = frame.to_ndarray(format="rgb24").astype(float) - expected
            assert np.abs(error).mean() < 2.5
            assert np.abs(error.mean((0, 1))).max() < 2.0


def test_the_index_stands_in_front_so_that_the_file_plays_while_it_loads(exported: Path):
    content = exported.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_the_same_motion_gives_the_same_file(
    exported: Path, body: BodyModel, gesture: Motion, tmp_path: Path
):
    again = tmp_path / "again.mp4"
    export_video(body, gesture, again, SMALL)
    assert again.read_bytes() == exported.read_bytes()


@pytest.mark.parametrize("fps", [12.5, 24, 30000 / 1001, 60])
def test_any_frame_rate_is_constant(body: BodyModel, gesture: Motion, tmp_path: Path, fps: float):
    path = tmp_path / "rate.mp4"
    report = export_video(body, gesture, path, replace(SMALL, fps=fps, width=64, height=64))
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert float(stream.average_rate) == pytest.approx(fps, rel=1e-6)
        times = [float(frame.pts * stream.time_base) for frame in container.decode(video=0)]
    assert len(times) == report.frames
    assert np.allclose(np.diff(times), 1 / fps, atol=1e-6)


def test_a_motion_of_one_frame_is_a_video_of_one_picture(body: BodyModel, hanging: Motion, tmp_path: Path):
    assert export_video(body, hanging, tmp_path / "one.mp4", SMALL).frames == 1


def test_progress_counts_every_frame_and_the_report_sums_up(body: BodyModel, gesture: Motion, tmp_path: Path):
    steps: list[tuple[int, int]] = []
    report = export_video(
        body, gesture, tmp_path / "a.mp4", SMALL, lambda done, total, note="": steps.append((done, total))
    )
    assert steps == [(done, 7) for done in range(8)]
    assert report.frames == 7
    assert report.seconds > report.rendering > 0
    assert report.reading > 0 and report.encoding > 0
    assert report.renderer


@pytest.mark.parametrize("moment", [0, 1, 4, 7])
def test_cancelling_leaves_nothing_and_keeps_the_old_file(
    body: BodyModel, gesture: Motion, tmp_path: Path, moment: int
):
    path = tmp_path / "signing.mp4"
    path.write_text("an older video")

    def stop(done: int, total: int, note: str = "") -> None:
        if done == moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_video(body, gesture, path, SMALL, stop)
    assert os.listdir(tmp_path) == ["signing.mp4"]
    assert path.read_text() == "an older video"


def test_only_a_part_exists_while_it_is_being_made(body: BodyModel, gesture: Motion, tmp_path: Path):
    seen: set[str] = set()
    path = tmp_path / "signing.mp4"
    export_video(body, gesture, path, SMALL, lambda *_: seen.update(os.listdir(tmp_path)))
    assert seen == {"signing.mp4.part"}
    assert os.listdir(tmp_path) == ["signing.mp4"]


def test_h264_cannot_be_transparent(body: BodyModel, gesture: Motion, tmp_path: Path):
    with pytest.raises(BadInput, match="choose another background"):
        export_video(body, gesture, tmp_path / "a.mp4", replace(SMALL, background=TRANSPARENT))
    assert not os.listdir(tmp_path)


def test_a_folder_that_is_not_there_is_named(body: BodyModel, gesture: Motion, tmp_path: Path):
    with pytest.raises(BadInput, match=r"no folder .*nowhere: create it"):
        export_video(body, gesture, tmp_path / "nowhere" / "a.mp4", SMALL)


def test_a_folder_is_no_file_name(body: BodyModel, gesture: Motion, tmp_path: Path):
    with pytest.raises(BadInput, match=r"is a folder: add a file name"):
        export_video(body, gesture, tmp_path, SMALL)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "try another place"),
    ],
)
@pytest.mark.parametrize("moment", [1, 6])
def test_an_error_while_writing_is_a_sentence_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
    body: BodyModel,
    gesture: Motion,
    tmp_path: Path,
    code: int,
    sentence: str,
    moment: int,
):
    real = StreamSink.write

    def failing(self: StreamSink, pixels: np.ndarray, index: int) -> None:
        if index == moment:
            raise OSError(code, os.strerror(code))
        real(self, pixels, index)

    monkeypatch.setattr(StreamSink, "write", failing)
    with pytest.raises(BadInput, match=sentence):
        export_video(body, gesture, tmp_path / "a.mp4", SMALL)
    assert not os.listdir(tmp_path)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("mounting a small file system needs root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_a_sentence_and_leaves_nothing(body: BodyModel, gesture: Motion, tiny_disk: Path):
    with pytest.raises(BadInput, match=r"The disk is full: free some space in .*disk"):
        export_video(body, gesture, tiny_disk / "a.mp4", replace(SMALL, quality=0))
    assert not os.listdir(tiny_disk)


def encode(frames: np.ndarray, path: Path) -> None:
    filming = Encoder(path, replace(SMALL, width=64, height=32))
    try:
        for frame in frames:
            filming.put(frame)
        filming.finish()
    except BaseException:
        filming.abandon()
        raise


def test_wherever_the_space_runs_out_there_is_a_whole_file_or_a_sentence(tiny_disk: Path):
    chance = np.random.default_rng(1)
    frames = chance.integers(0, 255, (5, 32, 64, 4), np.uint8)
    whole = 0
    for blocked in range(24):
        (tiny_disk / "other").write_bytes(bytes(1024 * blocked))
        path = tiny_disk / "a.mp4"
        try:
            encode(frames, path)
        except BadInput as error:
            assert "The disk is full" in str(error)
        else:
            whole += 1
            with av.open(str(path)) as container:
                assert sum(1 for _ in container.decode(video=0)) == len(frames)
        path.unlink(missing_ok=True)
    assert 0 < whole < 24


@pytest.mark.parametrize(
    "colour", [(192, 48, 48), (48, 192, 48), (48, 48, 192), (230, 190, 160), (20, 21, 24)]
)
def test_plain_colours_come_back(tmp_path: Path, colour: tuple[int, int, int]):
    path = tmp_path / "plain.mp4"
    encode(np.full((1, 32, 64, 4), (*colour, 255), np.uint8), path)
    with av.open(str(path)) as container:
        seen = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert np.abs(seen.astype(int) - colour).max() <= 4
