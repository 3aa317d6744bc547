"""The table of figures: `python -m tests.bench.fitting.table [--clips 10] [--baseline-frames 6]`.

All clips are synthetic (see `truth`); seeds from 1000 on are for the table and not for tuning.
Times are of one thread, in processor time.
"""

import argparse
import time
from collections.abc import Sequence

import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import ClipFit, fit_clip
from pipeline.keypoints.keypoints import Keypoints
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.frame_by_frame import FrameByFrame
from tests.bench.fitting.score import heading, in_camera, line, score
from tests.bench.fitting.truth import Truth, sample_truth

_FIRST_SEED = 1000
_WIDTH = 32
_ROWS: tuple[tuple[str, Faults, bool], ...] = (
    ("2 px, 2D only", Faults(noise=2.0), False),
    ("3.5 px, 2D only", Faults(), False),
    ("5 px, 2D only", Faults(noise=5.0), False),
    ("3.5 px, with relative depth", Faults(), True),
    ("3.5 px, occlusions and swaps", Faults(hidden=True, swaps=True), False),
    ("the same with relative depth", Faults(hidden=True, swaps=True), True),
)


def _fitted(clips: Sequence[Keypoints], depth: bool) -> tuple[list[ClipFit], float]:
    """Fits, one clip after the other, and milliseconds a frame."""
    body = signer("woman")
    started = time.process_time()
    fits = [fit_clip(clip, body, depth=depth) for clip in clips]
    return fits, 1e3 * (time.process_time() - started) / sum(clip.frames for clip in clips)


def _baseline(truths: Sequence[Truth], frames: int) -> None:
    """The same frames of the same clips by both fitters."""
    scores: dict[str, list[dict[str, float]]] = {"frame by frame": [], "whole clips": []}
    spent = dict.fromkeys(scores, 0.0)
    for seed, truth in enumerate(truths, _FIRST_SEED):
        clip = detect(truth, seed, Faults())
        first = clip.frames // 2 - frames // 2
        own = slice(first, first + frames)
        part = Truth(truth.fps, truth.body, truth.camera, truth.pose[own], truth.names, truth.points[own])
        started = time.process_time()
        baseline = FrameByFrame(signer("woman")).fit(clip, first, frames)
        spent["frame by frame"] += time.process_time() - started
        fits, milliseconds = _fitted([clip], depth=False)
        spent["whole clips"] += milliseconds * frames / 1e3
        for name, points in (("frame by frame", baseline), ("whole clips", fits[0].points[own])):
            scores[name].append(score(part, in_camera(points, truth), clip.confidence[own]))
    count = frames * len(truths)
    for name, figures in scores.items():
        print(line(f"{name}, {count} frames", _WIDTH, figures, 1e3 * spent[name] / count))
    print(f"times as fast: {spent['frame by frame'] / spent['whole clips']:.0f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=10)
    parser.add_argument("--baseline-clips", type=int, default=3)
    parser.add_argument("--baseline-frames", type=int, default=6)
    options = parser.parse_args()
    torch.set_num_threads(1)
    truths = [sample_truth(_FIRST_SEED + index) for index in range(options.clips)]
    print(heading(_WIDTH))
    for name, faults, depth in _ROWS:
        clips = [detect(truth, seed, faults) for seed, truth in enumerate(truths, _FIRST_SEED)]
        fits, milliseconds = _fitted(clips, depth)
        scores = [
            score(truth, in_camera(fit.points, truth), clip.confidence)
            for truth, fit, clip in zip(truths, fits, clips, strict=True)
        ]
        print(line(name, _WIDTH, scores, milliseconds), flush=True)
    if options.baseline_frames and options.baseline_clips:
        _baseline(truths[: options.baseline_clips], options.baseline_frames)


if __name__ == "__main__":
    main()
