"""Our objective beside the published one: `python -m tests.bench.fitting.objectives [--clips 2]`.

Synthetic clips of `truth` with 3.5 px noise and dropouts, 2D only; times are processor time. The
published objective is minimised as `published.fit` says, over whole clips and without VPoser: its figures are
those of its terms and weights, not of the published system.
"""

import argparse
import time

import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import fit_clip
from pipeline.fitting.published.fit import ITERATIONS, fit_published
from pipeline.fitting.published.weights import PUBLISHED
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.score import heading, in_camera, line, score
from tests.bench.fitting.truth import sample_truth

_WIDTH = 10
_FIRST_SEED = 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=2)
    parser.add_argument("--frames", type=int, default=40)
    parser.add_argument("--iterations", type=int, default=ITERATIONS)
    options = parser.parse_args()
    torch.set_num_threads(1)
    truths = [sample_truth(_FIRST_SEED + index, options.frames) for index in range(options.clips)]
    clips = [detect(truth, seed, Faults()) for seed, truth in enumerate(truths, _FIRST_SEED)]
    body = signer("woman")
    print(heading(_WIDTH))
    for name in ("ours", *PUBLISHED):
        started = time.process_time()
        if name == "ours":
            fits = [fit_clip(clip, body, depth=False) for clip in clips]
        else:
            fits = fit_published(clips, body, PUBLISHED[name], iterations=options.iterations)
        spent = 1e3 * (time.process_time() - started) / sum(clip.frames for clip in clips)
        scores = [
            score(truth, in_camera(fit.points, truth), clip.confidence)
            for truth, fit, clip in zip(truths, fits, clips, strict=True)
        ]
        print(line(name, _WIDTH, scores, spent), flush=True)


if __name__ == "__main__":
    main()
