"""One clip from its frames to its keypoints file, in chunks that survive a kill."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.errors import BadInput
from pipeline.keypoints import files
from pipeline.keypoints.detect.detector import Detector, Seen
from pipeline.keypoints.detect.digest import digest
from pipeline.keypoints.detect.frames import Frame, Picture, count, frames, rate
from pipeline.keypoints.detect.scores import FaceScorer, Scores
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.progress import Progress, silent

CHUNK = 120
"""Frames a chunk has; a kill loses at most as many."""

WARM = 6
"""Frames before a chunk that the restarted detector sees first, so that chunks join smoothly."""


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """The keypoints of a clip and how they came about."""

    keypoints: Keypoints
    notes: tuple[str, ...]
    resumed: int  # frames taken over from a run before


def detect(
    source: Path,
    out: Path,
    detector: Detector,
    fps: float = 25.0,
    progress: Progress = silent,
    scorer: FaceScorer | None = None,
) -> Detection:
    """Find the points in every frame of `source` and write them to `out`.

    `fps` is for folders of pictures, which have no times; `scorer` also scores the face. Every chunk starts
    with a restarted detector, so a run that goes on where another was killed finds what that one would have.
    Raises BadInput, Cancelled; nothing is at `out` then, and the chunks that were done wait beside it.
    """
    asked = f"{detector.identity}; {digest(source)}" + (f"; {fps:g} fps" if source.is_dir() else "")
    asked += f"; {scorer.identity}" if scorer is not None else ""
    if out.exists() and _origin(out) == asked:
        done = files.load(out)
        return Detection(done, _notes(done, ""), done.frames)
    work = _Work(out, asked, detector, progress, max(count(source), 1), scorer)
    work.through(source, fps)
    clip = work.joined(source.name)
    out.parent.mkdir(parents=True, exist_ok=True)
    files.save(clip, out, asked)
    work.clear()
    return Detection(clip, _notes(clip, work.broken), work.resumed)


class _Work:
    """The chunks of one clip, done and under way."""

    def __init__(
        self,
        out: Path,
        asked: str,
        detector: Detector,
        progress: Progress,
        total: int,
        scorer: FaceScorer | None,
    ) -> None:
        self._out, self._asked, self._detector = out, asked, detector
        self._progress, self._total = progress, total
        self._before: deque[Picture] = deque(maxlen=WARM)
        self._scorer = scorer
        self._seen: list[Seen] = []
        self._scores: list[Scores] = []
        self._times: list[float] = []
        self._parts: list[Keypoints] = []
        self._size = (0, 0)
        self.resumed = 0
        self.broken = ""  # why the file breaks off, if it does

    def through(self, source: Path, fps: float) -> None:
        """Find the points in all frames."""
        done: Keypoints | None = None
        for index, frame in enumerate(self._sound(source, fps)):
            if index % CHUNK == 0:
                self._close()
                done = self._resumable(index)
                if done is None:
                    self._warm_up()
            if done is None:
                self._find(source, frame)
            self._before.append(frame.picture)
            self._progress(index + 1, max(self._total, index + 1), source.name)
        self._close()

    def _sound(self, source: Path, fps: float) -> Iterator[Frame]:
        """The frames up to where the file breaks off, which only its first may do with an error."""
        index = -1
        try:
            for index, frame in enumerate(frames(source, fps)):  # noqa: B007  (counts the good frames)
                yield frame
        except BadInput as error:
            if index < 0:
                raise
            self.broken = str(error)

    def joined(self, source: str) -> Keypoints:
        """All chunks as one clip."""
        times = np.concatenate([part.times for part in self._parts])
        return Keypoints(
            names=self._detector.names,
            points=np.concatenate([part.points for part in self._parts]),
            confidence=np.concatenate([part.confidence for part in self._parts]),
            depth=np.concatenate([part.depth for part in self._parts]),
            times=times,
            fps=rate(times, 25.0),
            width=self._parts[0].width,
            height=self._parts[0].height,
            source=source,
            scores=np.concatenate([part.scores for part in self._parts if part.scores is not None])
            if self._scorer is not None
            else None,
        )

    def clear(self) -> None:
        """Remove the chunks."""
        for path in self._out.parent.glob("*.part.npz"):
            if (
                path.name.startswith(f"{self._out.stem}.")
                and path.name[len(self._out.stem) + 1 :][:6].isdigit()
            ):
                path.unlink()

    def _path(self, start: int) -> Path:
        return self._out.with_name(f"{self._out.stem}.{start:06}.part.npz")

    def _resumable(self, start: int) -> Keypoints | None:
        """The chunk from frame `start` on, when a run before has done it whole for the same clip."""
        path = self._path(start)
        if not path.exists() or _origin(path) != self._asked:
            return None
        part = files.load(path)
        if part.names != self._detector.names or part.frames != CHUNK:
            return None
        self._parts.append(part)
        self.resumed += part.frames
        return part

    def _warm_up(self) -> None:
        self._detector.restart()
        for picture in self._before:
            self._detector.find(picture)

    def _find(self, source: Path, frame: Frame) -> None:
        size = (frame.picture.shape[1], frame.picture.shape[0])
        if self._parts:
            self._size = (self._parts[0].width, self._parts[0].height)
        elif not self._seen:
            self._size = size
        if size != self._size:
            raise BadInput(
                f"{source} changes its size from {self._size} to {size} at {frame.seconds:.1f} s: "
                "cut it there."
            )
        self._seen.append(self._detector.find(frame.picture))
        if self._scorer is not None:
            self._scores.append(self._scorer.find(frame.picture))
        self._times.append(frame.seconds)

    def _close(self) -> None:
        """Write the chunk under way."""
        if not self._seen:
            return
        seen = np.stack(self._seen)  # (T, N, 4)
        part = keypoints(
            self._detector.names,
            seen[..., :2],
            seen[..., 3],
            fps=25.0,
            size=self._size,
            depth=seen[..., 2],
            times=np.array(self._times),
            scores=np.stack(self._scores) if self._scores else None,
        )
        start = sum(chunk.frames for chunk in self._parts)
        self._out.parent.mkdir(parents=True, exist_ok=True)
        files.save(part, self._path(start), self._asked)
        self._parts.append(part)
        self._seen, self._times, self._scores = [], [], []


def _origin(path: Path) -> str:
    try:
        return files.made_by(path)
    except BadInput:
        return ""


def _notes(clip: Keypoints, broken: str) -> tuple[str, ...]:
    notes = [f"it breaks off after {clip.frames} frames: {broken}"] if broken else []
    if not clip.even:
        gaps = np.diff(clip.times)
        notes.append(
            f"its frames come {gaps.min() * 1000:.0f} to {gaps.max() * 1000:.0f} ms apart; their times are "
            f"kept, and fitting makes an even {clip.fps:.4g} frames a second of them"
        )
    return tuple(notes)
