"""What moving pictures can be written as."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput


def _constant_quality(preset: str) -> Callable[[int], dict[str, str]]:
    return lambda quality: {"preset": preset, "crf": str(quality)}


def _vp9(quality: int) -> dict[str, str]:
    """VP9 counts from 0 to 63 where H.264 counts from 0 to 51."""
    crf = round(quality * 63 / 51)
    return {"crf": str(crf), "b": "0", "deadline": "good", "cpu-used": "5", "row-mt": "1"}


def _prores(quality: int) -> dict[str, str]:
    return {"profile": "4444", "vendor": "apl0", "bits_per_mb": str(max(200, 8000 - 150 * quality))}


def _nothing(_: int) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write pictures; `container` is empty for those that are no stream of an FFmpeg container."""

    name: str
    title: str
    suffix: str
    container: str = ""
    codec: str = ""
    opaque: str = ""  # the encoder's pixel format
    transparent: str = ""  # the same with alpha, empty where there is none
    alpha: bool = False  # whether pictures may be transparent
    even: bool = False  # whether width and height must be
    settings: Callable[[int], dict[str, str]] = _nothing  # of the encoder, by the quality from 0 to 51


H264 = Format("h264", "MP4, H.264", ".mp4", "mp4", "libx264", "yuv420p", even=True,
              settings=_constant_quality("veryfast"))  # fmt: skip
H265 = Format("h265", "MP4, H.265", ".mp4", "mp4", "libx265", "yuv420p", even=True,
              settings=_constant_quality("fast"))  # fmt: skip
VP9 = Format("vp9", "WebM, VP9 with transparency", ".webm", "webm", "libvpx-vp9", "yuv420p", "yuva420p",
             alpha=True, even=True, settings=_vp9)  # fmt: skip
PRORES = Format("prores", "QuickTime, ProRes 4444", ".mov", "mov", "prores_ks", "yuva444p10le",
                "yuva444p10le", alpha=True, settings=_prores)  # fmt: skip
PNG = Format("png", "PNG pictures in a folder", ".png", alpha=True)
GIF = Format("gif", "Animated GIF", ".gif", alpha=True)

FORMATS: dict[str, Format] = {entry.name: entry for entry in (H264, H265, VP9, PRORES, PNG, GIF)}
SUFFIXES = tuple(dict.fromkeys(entry.suffix for entry in FORMATS.values()))


def format_for(path: Path, name: str = "") -> Format:
    """The format called `name`, or else the one that the suffix of `path` stands for.

    Raises BadInput when there is none, or when suffix and name contradict each other.
    """
    suffix = path.suffix.lower()
    if name:
        if name not in FORMATS:
            raise BadInput(f"There is no format {name!r}: choose one of {', '.join(FORMATS)}.")
        chosen = FORMATS[name]
        if suffix and suffix != chosen.suffix and chosen is not PNG:
            raise BadInput(f"{chosen.title} is written to {chosen.suffix} files: end the name with that.")
        return chosen
    for entry in FORMATS.values():
        if suffix == entry.suffix:
            return entry
    raise BadInput(f"{path.name} does not say what to write: end the name with one of {', '.join(SUFFIXES)}.")
