"""Pictures as the video stream of an MP4, WebM or QuickTime file."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av import VideoStream
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, VideoReformatter

from pipeline.render.alpha import straight
from pipeline.render.film import VideoOptions
from pipeline.render.target import Pixels

FIRST_BYTES = 8192
"""Written as a trial: PyAV never closes a file whose header did not fit on the disk."""


class StreamSink:
    """Constant frame rate, BT.709 in the video range and marked as such, a comment in the metadata."""

    def __init__(self, path: Path, options: VideoOptions, comment: str = "") -> None:
        chosen = options.format
        self._transparent = options.background.transparent
        self._pixels = chosen.transparent if self._transparent else chosen.opaque
        self._tick = 1 / Fraction(options.fps).limit_denominator(1001)
        self._reformatter = VideoReformatter()
        path.write_bytes(bytes(FIRST_BYTES))
        flags = {"movflags": "+faststart"} if chosen.container in ("mp4", "mov") else {}
        self._container = av.open(str(path), "w", format=chosen.container, options=flags)
        if comment:
            self._container.metadata["comment"] = comment
        settings = chosen.settings(options.quality)
        stream = self._container.add_stream(chosen.codec, rate=1 / self._tick, options=settings)
        self._stream = cast(VideoStream, stream)
        self._stream.width, self._stream.height = options.width, options.height
        self._stream.pix_fmt = self._pixels
        self._stream.time_base = self._tick
        codec = self._stream.codec_context
        if chosen.codec == "libx265":
            codec.codec_tag = "hvc1"  # what Apple's players look for
        codec.colorspace, codec.color_range = Colorspace.ITU709, ColorRange.MPEG
        codec.color_primaries, codec.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        self._container.start_encoding()

    def write(self, pixels: Pixels, index: int) -> None:
        picture = self._reformatter.reformat(
            av.VideoFrame.from_ndarray(straight(pixels) if self._transparent else pixels, format="rgba"),
            format=self._pixels,
            src_color_range=ColorRange.JPEG,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        # Not the stream's time base: the container replaces that with its own.
        picture.pts, picture.time_base = index, self._tick
        self._container.mux(self._stream.encode(picture))

    def complete(self) -> None:
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def close(self) -> None:
        with suppress(OSError):
            self._container.close()
        del self._stream, self._container
