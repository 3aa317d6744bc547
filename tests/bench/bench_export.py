"""How fast a signing avatar becomes a video, and where the time goes.

Run by hand on an otherwise idle machine: `python -m tests.bench.bench_export [frames]`.
Every row exports the same composed motion; ratios between rows of one run are worth more than the rows.
Drawing is timed until the graphics card has finished; encoding runs beside it in its own thread, so that
the shares are of the seconds spent, not of the time that passed.
"""

import os
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.film import Film, VideoOptions
from pipeline.render.video import export_video

HD, FULL_HD = VideoOptions(), VideoOptions(width=1920, height=1080)
ROWS = {
    "1280x720, 4 samples": HD,
    "1280x720, 0 samples": replace(HD, samples=0),
    "1920x1080, 4 samples": FULL_HD,
    "1920x1080, 0 samples": replace(FULL_HD, samples=0),
}
HEAD = f"{'':22}{'frames/s':>9}{'CPU ms':>8}{'drawing':>9}{'reading':>9}{'encoding':>9}{'MB':>7}"


def composed(frames: int) -> Motion:
    """Both hands before the chest, moving all the time; made up, no one's signing."""
    seconds = np.arange(frames) / 30
    pose = np.zeros((frames, joints.COUNT, 3))
    for side, sign in (("left", 1), ("right", -1)):
        swing = np.sin(2 * np.pi * 0.9 * seconds + sign)
        pose[:, joints.INDEX[f"{side}_shoulder"]] = np.radians([0, -25 * sign, -45 * sign])
        pose[:, joints.INDEX[f"{side}_elbow"], 1] = -sign * (1.9 + 0.3 * swing)
        for finger in ("index", "middle", "ring", "pinky"):
            for knuckle in (1, 2, 3):
                pose[:, joints.INDEX[f"{side}_{finger}{knuckle}"], 2] = -sign * (0.6 + 0.5 * swing)
    face = np.zeros((frames, len(joints.FACE_UNITS)))
    face[:, joints.FACE_UNITS.index("jawOpen")] = 0.3 + 0.3 * np.sin(7 * seconds)
    return Motion(30.0, pose, face=face)


def cpu_seconds() -> float:
    """Processor time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def row(options: VideoOptions, motion: Motion, path: Path) -> tuple[str, str]:
    """One export as a line of the table, and what drew it."""
    before = cpu_seconds()
    report = export_video(signer("woman"), motion, path, options)
    cpu = 1000 * (cpu_seconds() - before) / report.frames
    spent = report.rendering + report.reading + report.encoding
    shares = [part / spent for part in (report.rendering, report.reading, report.encoding)]
    line = f"{report.frames / report.seconds:9.1f}{cpu:8.0f}" + "".join(f"{share:9.0%}" for share in shares)
    return f"{line}{path.stat().st_size / 1e6:7.2f}", report.renderer


def first_frame(motion: Motion) -> float:
    """Seconds from nothing to the first picture: context, shaders, body and texture."""
    started = time.perf_counter()
    next(iter(Film(signer("woman"), motion, HD)))
    return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    motion = composed(int(sys.argv[1]) if len(sys.argv) > 1 else 90)
    print(f"first frame after {first_frame(motion):.2f} s, load {os.getloadavg()[0]:.1f}\n{HEAD}")
    with tempfile.TemporaryDirectory() as folder:
        for name, options in ROWS.items():
            line, renderer = row(options, motion, Path(folder) / "signing.mp4")
            print(f"{name:22}{line}", flush=True)
    print(f"{renderer}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
