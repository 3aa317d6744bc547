"""Films: the right frame at every moment, wherever one comes from."""

from fractions import Fraction

import av
import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.footage import LARGEST, Footage

FPS, COUNT = 25, 90


def write_film(path, size=(160, 96), codec="libx264", count=COUNT):
    """A film that shows the number of every frame in eight black or white bars, with a key frame every 30."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.codec_context.gop_size = 30
        stream.codec_context.time_base = Fraction(1, FPS)
        for index in range(count):
            bars = np.array([255 * (index >> bit & 1) for bit in range(8)], np.uint8)
            picture = np.repeat(np.tile(np.repeat(bars, size[0] // 8), (size[1], 1))[..., None], 3, 2)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    return write_film(tmp_path_factory.mktemp("film") / "grey.mp4")


def frame_of(picture):
    bars = picture[..., 0].reshape(len(picture), 8, -1).mean((0, 2)) > 127
    return int((bars << np.arange(8)).sum())


def test_every_moment_shows_its_frame_forwards_backwards_and_in_any_order(film):
    order = [*range(COUNT), *reversed(range(0, COUNT, 7)), *np.random.default_rng(1).permutation(COUNT)[:40]]
    footage = Footage(film)
    for index in order:
        assert frame_of(footage.at((index + 0.5) / FPS)) == index  # in the middle of its time
        assert frame_of(footage.at(index / FPS)) == index  # and as it begins
    footage.close()


def test_before_the_beginning_and_after_the_end_the_nearest_frame_stands(film):
    footage = Footage(film)
    assert frame_of(footage.at(99.0)) == COUNT - 1
    assert frame_of(footage.at(-3.0)) == 0
    assert frame_of(footage.at(99.0)) == COUNT - 1


def test_the_same_frame_is_the_same_array(film):
    footage = Footage(film)
    assert footage.at(1.0) is footage.at(1.01)
    assert footage.at(1.0) is not footage.at(1.05)


def test_large_films_are_shown_smaller(tmp_path):
    footage = Footage(write_film(tmp_path / "large.mp4", (1920, 1440), count=2))
    assert footage.at(0.0).shape == (LARGEST, 960, 3)


def test_a_film_that_breaks_off_shows_its_last_whole_frame(film, tmp_path):
    transport = write_film(tmp_path / "whole.ts", codec="mpeg2video")
    broken = tmp_path / "broken.ts"
    broken.write_bytes(transport.read_bytes()[: transport.stat().st_size // 2])
    footage = Footage(broken)
    last = frame_of(footage.at(99.0))
    assert 5 < last < COUNT - 1


@pytest.mark.parametrize(("name", "content", "said"), [
    ("gone.mp4", None, "There is no film at"),
    ("text.mp4", b"Dear all,", "cannot be opened as a film"),
    ("empty.mp4", b"", "cannot be opened as a film"),
])  # fmt: skip
def test_what_is_no_film_is_one_sentence(tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=said):
        Footage(tmp_path / name)


def test_a_film_with_sound_alone_is_one_sentence(tmp_path):
    path = tmp_path / "sound.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        frame.sample_rate = 8000
        container.mux(stream.encode(frame))
    with pytest.raises(BadInput, match="no picture"):
        Footage(path)
