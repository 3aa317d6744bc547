"""How fast whole clips are fitted on a device, and how fast they could be:
`python -m tests.bench.fitting.gpu [--device cuda] [--clips 1 16 256] [--frames 72]`.

Batches of synthetic clips are solved once to warm up and once on the clock. Floating point operations and
bytes are counted from the shapes of the products, eliminations and tensors that a step cannot do without, so
that the share of the roofline is that of the work and not of the code. Peaks are measured on the device
itself unless they are given.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.fit import _model
from pipeline.fitting.clip.freedoms import TRUNK
from pipeline.fitting.clip.kinematics import SIDE_FREEDOMS, SIDE_POINTS, F
from pipeline.fitting.clip.marginal import lean
from pipeline.fitting.clip.observation import gather, observe
from pipeline.fitting.clip.problem import DEEP_POINTS, SHARED, Problem, State, Weights
from pipeline.fitting.clip.reseed import reseed
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.sightings import TRUNK_POINTS
from pipeline.fitting.clip.step import newton_step, partial_step
from pipeline.fitting.clip.terms import cost, evaluate, linearise
from pipeline.fitting.clip.windows import Window
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

_DIFFERENT = 4
"""Clips that are made; larger batches repeat them."""
_FLOAT = 4  # bytes


@dataclass(frozen=True, slots=True)
class Work:
    """Floating point operations and bytes moved of one frame."""

    flops: float
    bytes: float

    def __add__(self, other: "Work") -> "Work":
        return Work(self.flops + other.flops, self.bytes + other.bytes)

    def __mul__(self, times: float) -> "Work":
        return Work(self.flops * times, self.bytes * times)

    def seconds(self, peaks: "Work") -> float:
        """The least time (s) on a device with these peaks a second."""
        return max(self.flops / peaks.flops, self.bytes / peaks.bytes)


def linear_work(deep: bool) -> Work:
    """Rows of the sightings of trunk and sides, and their products with themselves."""
    flops = moved = 0.0
    sides = (2 * SIDE_POINTS + deep * len(DEEP_POINTS), SIDE_FREEDOMS)
    for rows, own in ((2 * TRUNK_POINTS, len(TRUNK)), sides, sides):
        columns = own + SHARED
        flops += 2 * rows * columns**2 + 20 * rows * columns
        moved += _FLOAT * (2 * rows * columns + 2 * columns**2)
    return Work(flops, moved + _FLOAT * (F * F + F * SHARED + SHARED * SHARED))


def step_work(coarse: bool) -> Work:
    """Cholesky, inverse and the products of one block of two frames, a frame."""
    freedoms, shared = (len(solver.COARSE_FREEDOMS), 0) if coarse else (F, SHARED)
    size, right = 2 * freedoms, 1 + shared
    flops = size**3 / 3 + 2 * size**3 / 3 + 2 * 2 * size**2 * right + 6 * size**2
    schur = 2 * freedoms * shared * (shared + 1)
    moved = _FLOAT * (6 * size**2 + 6 * size * right)
    return Work(flops / 2 + schur, moved / 2)


def _timed(work: Callable[[], object], device: torch.device) -> float:
    """Seconds of a call, all queued work done."""

    def wait() -> None:
        if device.type == "cuda":
            torch.cuda.synchronize(device)

    wait()
    started = time.perf_counter()
    work()
    wait()
    return time.perf_counter() - started


def peaks_of(device: torch.device) -> Work:
    """Operations and bytes a second: of a large product and a large copy in float32."""
    size = 8192 if device.type == "cuda" else 1024
    matrix, vector = torch.randn(size, size, device=device), torch.randn(16 * size * 1024, device=device)
    flops = min(_timed(lambda: matrix @ matrix, device) for _ in range(4))
    moved = min(_timed(vector.clone, device) for _ in range(4))
    return Work(2 * size**3 / flops, 2 * _FLOAT * len(vector) / moved)


def _problem(clips: int, frames: int, depth: bool, device: torch.device) -> Problem:
    made = [detect(sample_truth(seed, frames), seed, Faults()) for seed in range(min(clips, _DIFFERENT))]
    observed = [observe(clip, depth) for clip in made]
    windows = [Window(index % len(made), 0, frames) for index in range(clips)]
    model = _model(signer("woman"), Weights(), device)
    like = model.tables.usual
    sharing = build_sharing(range(clips), range(clips), like.new_zeros(clips, SHARED))
    seen = gather(observed, windows, like.device, like.dtype)
    return Problem(model.rig, seen, model.tables, model.weights, sharing)


def _parts(problem: Problem, state: State, device: torch.device) -> dict[str, tuple[float, int]]:
    """Seconds of every part of the solver and how often it is done."""
    steps = sum(stage.steps for stage in solver.STAGES)
    coarse = sum(stage.steps for stage in solver.STAGES if stage.coarse)
    freedoms = solver.COARSE_FREEDOMS.to(device)
    at, damping = evaluate(problem, state), torch.full_like(problem.seen.focal, 1e-2)
    equations = linearise(problem, state, at)

    def seconds(work: Callable[[], object]) -> float:
        return min(_timed(work, device) for _ in range(2))

    return {
        "evaluate": (seconds(lambda: evaluate(problem, state)), steps),
        "cost": (seconds(lambda: cost(problem, state, at)), 2 * steps),
        "linearise": (seconds(lambda: linearise(problem, state, at)), steps),
        "coarse step": (seconds(lambda: partial_step(equations, damping, freedoms)), coarse),
        "step": (seconds(lambda: newton_step(equations, damping, problem.sharing)), steps - coarse),
        "reseed": (
            seconds(lambda: reseed(problem, state, 8.0)),
            sum(len(stage.reseeds) for stage in solver.STAGES),
        ),
        "marginal": (seconds(lambda: lean(problem, state)), sum(s.marginal for s in solver.STAGES)),
    }


def _measure(clips: int, options: argparse.Namespace, device: torch.device, peaks: Work) -> None:
    problem = _problem(clips, options.frames, options.depth, device)
    short = tuple(
        replace(stage, steps=min(stage.steps, 1), reseeds=stage.reseeds[:1]) for stage in solver.STAGES
    )
    state = solver.solve(problem, solver.start(problem), short)
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    spent = _timed(lambda: solver.solve(problem, solver.start(problem)), device)
    frames = clips * options.frames
    work = Work(0, 0)
    for stage in solver.STAGES:
        work += (linear_work(problem.seen.deep) + step_work(stage.coarse)) * stage.steps
    bound = (work * frames).seconds(peaks)
    print(
        f"{clips:5d} clips {frames:7d} frames {spent:9.3f} s {frames / spent:11.0f} frames/s; a frame "
        f"{work.flops / 1e6:.1f} Mflop, {work.bytes / 1e6:.1f} MB: {bound / spent:.1%} of the roofline",
        flush=True,
    )
    parts = _parts(problem, state, device)
    whole = sum(once * times for once, times in parts.values())
    for name, (once, times) in parts.items():
        print(f"      {name:12s} {1e3 * once:9.2f} ms x {times:3d} = {once * times / whole:6.1%}")
    if device.type == "cuda":
        peak = torch.cuda.max_memory_allocated(device) / frames
        print(f"      memory {peak / 1e3:.0f} kB a frame", flush=True)


def main() -> None:
    """Print frames a second, the share of the roofline and where the time goes, for every batch size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--clips", type=int, nargs="+", default=[1, 16, 256])
    parser.add_argument("--frames", type=int, default=72)
    parser.add_argument("--depth", action="store_true")
    parser.add_argument("--tflops", type=float, help="peak of the device instead of that of a product")
    parser.add_argument("--gigabytes", type=float, help="bytes a second instead of those of a copy")
    options = parser.parse_args()
    device = torch.device(options.device)
    if device.type == "cpu":
        torch.set_num_threads(1)
    found = peaks_of(device)
    peaks = Work(
        1e12 * options.tflops if options.tflops else found.flops,
        1e9 * options.gigabytes if options.gigabytes else found.bytes,
    )
    print(f"{device}: {peaks.flops / 1e12:.2f} Tflop/s, {peaks.bytes / 1e9:.0f} GB/s, float32")
    with torch.no_grad():
        for clips in options.clips:
            _measure(clips, options, device, peaks)


if __name__ == "__main__":
    main()
