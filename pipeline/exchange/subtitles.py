"""Captions as SubRip (.srt) and WebVTT (.vtt) files."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.exchange.captions import Cue, lines_of
from pipeline.motion.files import write_whole


def write_srt(path: Path, cues: Sequence[Cue]) -> None:
    """Write SubRip. Raises BadInput when the place cannot be written to."""
    blocks = [
        f"{number}\n{_time(cue.begin, ',')} --> {_time(cue.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(lines_of(cues), start=1)
    ]
    write_whole(path, "\n".join(blocks).encode("utf-8"))


def write_vtt(path: Path, cues: Sequence[Cue]) -> None:
    """Write WebVTT. Raises BadInput when the place cannot be written to."""
    blocks = [
        f"{_time(cue.begin, '.')} --> {_time(cue.end, '.')}\n{_escaped(cue.text)}\n" for cue in lines_of(cues)
    ]
    write_whole(path, "\n".join(["WEBVTT\n", *blocks]).encode("utf-8"))


def _time(seconds: float, mark: str) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{mark}{rest % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
