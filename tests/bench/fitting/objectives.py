"""Our objective beside the published one: `python -m tests.bench.fitting.objectives [--clips 2]`.

Synthetic clips of `truth` with 3.5 px noise and dropouts, 2D only; times are processor time. The
published objective is minimised as `published.fit` says, over whole clips and without VPoser: its figures are
those of its terms and weights, not of the published system.
"""

import argparse
import time

import numpy as np
import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import fit_clips
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.published.fit import ITERATIONS, fit_published
from pipeline.fitting.published.weights import PUBLISHED
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.score import score
from tests.bench.fitting.truth import sample_truth

_FIGURES = ("body", "hands", "palm", "flipped", "finger", "acceleration", "ratio")
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
    print(f"{'':10s}" + "".join(f"{name:>13s}" for name in (*_FIGURES, "ms/frame")))
    for name in ("ours", *PUBLISHED):
        started = time.process_time()
        if name == "ours":
            fits = [fit_clips([clip], body, depth=False)[0] for clip in clips]
        else:
            fits = fit_published(clips, body, PUBLISHED[name], iterations=options.iterations)
        spent = 1e3 * (time.process_time() - started) / sum(clip.frames for clip in clips)
        scores = [
            score(truth, fit.points[:, [POINTS.index(n) for n in truth.names]] * [1, -1, -1], clip.confidence)
            for truth, fit, clip in zip(truths, fits, clips, strict=True)
        ]
        means = [float(np.mean([figures[key] for figures in scores])) for key in _FIGURES]
        print(f"{name:10s}" + "".join(f"{mean:13.2f}" for mean in (*means, spent)), flush=True)


if __name__ == "__main__":
    main()
