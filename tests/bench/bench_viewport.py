"""Where the time of a picture in the viewport goes: joints, upload, skinning, shadow, drawing, reading back.

Run by hand:
    xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m tests.bench.bench_viewport

Every part waits until the graphics card has finished, so that the parts can be told apart; a picture without
the waiting is quicker. Processor time counts all threads, those of a software renderer too; on a machine that
others use, it is the fairer figure. Sizes are those of the widget, at rest (4 samples) and while time runs.
All of it happens in the thread that draws; what is left to that of the window is measured by itself.
"""

import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from statistics import median
from time import perf_counter, process_time, thread_time

from PySide6.QtGui import QOffscreenSurface

from pipeline.body.signers import signer
from pipeline.motion.motion import Motion
from studio.app import make_application
from studio.viewport.easel import Easel
from studio.viewport.wanted import Wanted
from studio.viewport.widget import Viewport
from tests.bench.bench_export import composed
from tests.bench.whole_window import wait

SIZES = ((960, 540), (1280, 720))
PICTURES = 60
PARTS = ("joints", "upload", "skinning", "shadow", "drawing", "reading")

Spent = dict[str, list[float]]


def timed(owner: object, name: str, part: str, walls: Spent, busy: Spent) -> None:
    """Time every call of a function, until what it asked for is drawn, without the parts inside it."""
    from pipeline.render import gl

    original: Callable[..., object] = getattr(owner, name)

    def call(*args: object, **kwargs: object) -> object:
        inside_wall, inside_busy = (sum(sum(v) for v in spent.values()) for spent in (walls, busy))
        began, used = perf_counter(), process_time()
        result = original(*args, **kwargs)
        gl.wait()
        wall, work = perf_counter() - began, process_time() - used
        inner_wall, inner_busy = (sum(sum(v) for v in spent.values()) for spent in (walls, busy))
        walls[part].append(wall - (inner_wall - inside_wall))
        busy[part].append(work - (inner_busy - inside_busy))
        return result

    setattr(owner, name, call)


def measure(easel: Easel, wanted: Wanted) -> None:
    """Draw pictures of moments one after the other, and print the parts."""
    from pipeline.render import gl
    from pipeline.render.avatar import Avatar
    from pipeline.render.target import Target
    from studio.viewport import stage as module

    stage = easel.stage
    assert stage is not None
    walls: Spent = defaultdict(list)
    busy: Spent = defaultdict(list)
    places = (
        (module, "perform", "joints"), (gl, "fill", "upload"), (Avatar, "_capture", "skinning"),
        (type(stage._scene._shadow), "draw", "shadow"), (type(stage), "draw", "drawing"),
        (Target, "read_into", "reading"),
    )  # fmt: skip
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for owner, name, part in places:
        timed(owner, name, part, walls, busy)
    ends = []
    for number in range(PICTURES):
        easel.draw(replace(wanted, seconds=(number + 1) / 30))
        ends.append({part: (sum(walls[part]), sum(busy[part])) for part in PARTS})
    for owner, name, original in kept:
        setattr(owner, name, original)
    rounds = [
        {
            part: [1000 * (now - then) for now, then in zip(after[part], before[part], strict=True)]
            for part in PARTS
        }
        for before, after in pairwise(ends)
    ]
    told = [f"{part} " + _medians([one[part] for one in rounds]) for part in PARTS]
    together = _medians([[sum(both) for both in zip(*one.values(), strict=True)] for one in rounds])
    when = "while time runs" if wanted.hurried else "at rest"
    print(f"{wanted.size[0]}×{wanted.size[1]} {when:16}", *told, f"together {together} ms", flush=True)


def paint(motion: Motion, size: tuple[int, int]) -> None:
    """Print what the window's thread does for a picture: to take it, and to paint it with its labels."""
    viewport = Viewport()
    viewport.resize(*size)
    viewport.set_body(signer("woman"))
    viewport.set_motion(motion)
    viewport.show()
    while not viewport.is_current:
        wait(50)
    wait(1000)
    spent = []
    for _ in range(PICTURES):
        began, used = perf_counter(), thread_time()
        viewport._show(viewport._shown)
        viewport.repaint()
        spent.append([1000 * (perf_counter() - began), 1000 * (thread_time() - used)])
    print(f"{size[0]}×{size[1]} in the window's thread: painting {_medians(spent)} ms", flush=True)
    viewport.end()
    viewport.close()


def _medians(pairs: list[list[float]]) -> str:
    return " / ".join(f"{median(kind):4.1f}" for kind in zip(*pairs, strict=True)) + "  "


def main() -> None:
    """Print a line for each size, at rest and while time runs: medians, wall / processor milliseconds."""
    application = make_application(["bench"])
    surface = QOffscreenSurface()
    surface.create()
    easel, motion = Easel(surface), composed(PICTURES + 30)
    for size in SIZES:
        for hurried in (False, True):
            wanted = Wanted(signer("woman"), motion, size=size, hurried=hurried)
            easel.prepare(wanted.body)
            for number in range(8):  # until the level of detail has settled
                easel.draw(replace(wanted, seconds=number / 60))
            measure(easel, wanted)
        paint(motion, size)
    easel.clear()
    application.processEvents()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        sys.exit(main())
