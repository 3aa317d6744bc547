"""Every format that pictures are written in, read again by something that did not write it."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.progress import Cancelled
from pipeline.render.background import TRANSPARENT
from pipeline.render.film import VideoOptions, render_motion
from pipeline.render.formats import FORMATS, GIF, H264, H265, PNG, PRORES, VP9, Format, format_for
from pipeline.render.sinks.gif import durations
from pipeline.render.video import export_video

SMALL = VideoOptions(width=160, height=90, samples=0)
Export = Callable[..., Path]


@pytest.fixture(scope="module")
def body() -> BodyModel:
    return signer("woman")


@pytest.fixture
def export(body: BodyModel, gesture: Motion, tmp_path: Path) -> Export:
    def exported(chosen: Format, **changes: object) -> Path:
        path = tmp_path / f"signing{chosen.suffix if chosen is not PNG else ''}"
        export_video(body, gesture, path, replace(SMALL, format=chosen, **changes))
        return path

    return exported


@pytest.fixture(scope="module")
def cut_out(body: BodyModel, gesture: Motion) -> list[np.ndarray]:
    return list(render_motion(body, gesture, replace(SMALL, background=TRANSPARENT)))


def decoded(path: Path, codec: str) -> Iterator[np.ndarray]:
    """Pictures with alpha; FFmpeg's own VP9 decoder leaves it out, so the codec is named."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        decoder = av.CodecContext.create(codec, "r")
        decoder.extradata = stream.codec_context.extradata
        for packet in container.demux(stream):
            for frame in decoder.decode(packet):
                yield frame.to_ndarray(format="rgba")


@pytest.mark.parametrize(
    ("chosen", "codec", "container", "pixels"),
    [
        (H264, "h264", "mp4", "yuv420p"),
        (H265, "hevc", "mp4", "yuv420p"),
        (VP9, "vp9", "webm", "yuv420p"),
        (PRORES, "prores", "mov", "yuva444p12le"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_ffmpeg_finds_the_stream_that_was_asked_for(
    export: Export, gesture: Motion, chosen: Format, codec: str, container: str, pixels: str
):
    with av.open(str(export(chosen))) as file:
        stream = file.streams.video[0]
        assert container in file.format.name
        assert (stream.codec_context.name, stream.pix_fmt) == (codec, pixels)
        assert (stream.width, stream.height, stream.average_rate) == (160, 90, 30)
        assert sum(1 for _ in file.decode(video=0)) == gesture.frames


@pytest.mark.skipif(not shutil.which("ffprobe"), reason="there is no ffprobe")
@pytest.mark.parametrize("chosen", [H264, H265, VP9, PRORES], ids=lambda chosen: chosen.name)
def test_ffprobe_reads_what_was_written(export: Export, chosen: Format):
    path = export(chosen)
    command = ["ffprobe", "-v", "error", "-show_streams", "-count_frames", "-of", "json", str(path)]
    shown = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["streams"][0]
    assert (shown["width"], shown["height"], shown["nb_read_frames"]) == (160, 90, "7")
    assert shown["color_space"] == "bt709"
    if chosen is H265:
        assert shown["codec_tag_string"] == "hvc1"


@pytest.mark.parametrize(("chosen", "codec"), [(VP9, "libvpx-vp9"), (PRORES, "prores")])
def test_transparency_survives_in_video(
    export: Export, cut_out: list[np.ndarray], chosen: Format, codec: str
):
    found = list(decoded(export(chosen, background=TRANSPARENT, quality=8), codec))
    assert len(found) == len(cut_out)
    for picture, expected in zip(found, cut_out, strict=True):
        assert np.abs(picture[..., 3].astype(int) - expected[..., 3]).mean() < 3
        solid = expected[..., 3] == 255
        assert np.abs(picture[solid][:, :3].astype(int) - expected[solid][:, :3]).mean() < 4


def test_pictures_are_exact_and_numbered(export: Export, cut_out: list[np.ndarray]):
    folder = export(PNG, background=TRANSPARENT)
    assert sorted(os.listdir(folder)) == [f"{index:04d}.png" for index in range(1, 8)]
    for path, expected in zip(sorted(folder.iterdir()), cut_out, strict=True):
        with Image.open(path) as picture:
            assert np.array_equal(np.asarray(picture), expected)


def test_pictures_before_a_background_have_no_alpha(export: Export):
    with Image.open(export(PNG) / "0001.png") as picture:
        assert picture.mode == "RGB"


def test_a_gif_keeps_time_and_colours(export: Export, body: BodyModel, gesture: Motion):
    total = 0
    drawn = render_motion(body, gesture, SMALL)
    with Image.open(export(GIF)) as picture:
        assert picture.info["loop"] == 0
        for frame, expected in zip(ImageSequence.Iterator(picture), drawn, strict=True):
            total += frame.info["duration"]
            assert np.abs(np.asarray(frame.convert("RGB")).astype(int) - expected).mean() < 4
    assert total == round(gesture.frames * 1000 / 30 / 10) * 10


def test_a_gif_may_be_transparent(export: Export, cut_out: list[np.ndarray]):
    with Image.open(export(GIF, background=TRANSPARENT)) as picture:
        for frame, expected in zip(ImageSequence.Iterator(picture), cut_out, strict=True):
            clear = np.asarray(frame.convert("RGBA"))[..., 3] == 0
            assert np.array_equal(clear, expected[..., 3] < 128)


def test_a_gif_spreads_hundredths_of_a_second():
    assert list(durations(6, 30)) == [30, 40, 30, 30, 40, 30]
    assert list(durations(3, 60)) == [20, 20, 20]


@pytest.mark.parametrize("chosen", [PNG, GIF, VP9], ids=lambda chosen: chosen.name)
def test_cancelling_leaves_nothing(body: BodyModel, gesture: Motion, tmp_path: Path, chosen: Format):
    def stop(done: int, total: int, note: str = "") -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_video(body, gesture, tmp_path / "signing", replace(SMALL, format=chosen), stop)
    assert not os.listdir(tmp_path)


def test_pictures_never_mix_with_what_a_folder_holds(export: Export, tmp_path: Path):
    (tmp_path / "signing").mkdir()
    (tmp_path / "signing" / "holiday.jpg").write_text("")
    with pytest.raises(BadInput, match="is not empty: choose a new one"):
        export(PNG)
    assert os.listdir(tmp_path / "signing") == ["holiday.jpg"]


def test_an_empty_folder_takes_the_pictures(export: Export, tmp_path: Path):
    (tmp_path / "signing").mkdir()
    assert len(os.listdir(export(PNG))) == 7


@pytest.mark.parametrize("chosen", [H264, H265], ids=lambda chosen: chosen.name)
def test_formats_without_alpha_refuse_transparency(export: Export, chosen: Format):
    with pytest.raises(BadInput, match="cannot be transparent"):
        export(chosen, background=TRANSPARENT)


@pytest.mark.parametrize("chosen", [PRORES, PNG, GIF], ids=lambda chosen: chosen.name)
def test_odd_sizes_are_for_formats_that_know_them(export: Export, chosen: Format):
    export(chosen, width=161)


def test_a_name_says_its_format():
    assert format_for(Path("a.mp4")) is H264
    assert format_for(Path("a.MP4"), "h265") is H265
    assert format_for(Path("folder"), "png") is PNG
    assert {format_for(Path(f"a{entry.suffix}")).suffix for entry in FORMATS.values()} == {
        ".mp4", ".webm", ".mov", ".png", ".gif",
    }  # fmt: skip
    with pytest.raises(BadInput, match="end the name with one of"):
        format_for(Path("a.avi"))
    with pytest.raises(BadInput, match=r"\.webm files"):
        format_for(Path("a.mp4"), "vp9")
    with pytest.raises(BadInput, match="no format 'av1'"):
        format_for(Path("a.mp4"), "av1")


def test_every_format_carries_the_comment(body: BodyModel, gesture: Motion, tmp_path: Path):
    for chosen in FORMATS.values():
        path = tmp_path / f"{chosen.name}{chosen.suffix if chosen is not PNG else ''}"
        export_video(body, gesture, path, replace(SMALL, format=chosen), comment="Composed signs: A")
        if chosen in (PNG, GIF):
            with Image.open(path / "0001.png" if chosen is PNG else path) as picture:
                found = picture.info.get("Comment") or picture.info["comment"].decode()
        else:
            with av.open(str(path)) as container:
                found = {name.lower(): text for name, text in container.metadata.items()}["comment"]
        assert found == "Composed signs: A"
