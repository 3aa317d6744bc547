"""Where the time of a picture in the viewport goes: joints, upload, skinning, shadow, drawing.

Run by hand:
    xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m tests.bench.bench_viewport

Every part waits until the graphics card has finished, so that the parts can be told apart; a picture without
the waiting is quicker. Processor time counts all threads, those of a software renderer too; on a machine that
others use, it is the fairer figure. Sizes are those of the widget, at rest (4 samples) and while time runs.
"""

import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from time import perf_counter, process_time

from PySide6.QtTest import QTest

from pipeline.body.signers import signer
from studio.app import make_application
from studio.viewport.widget import Viewport
from tests.bench.bench_export import composed

SIZES = ((960, 540), (1280, 720))
PICTURES = 60
PARTS = ("joints", "upload", "skinning", "shadow", "drawing")

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


def measure(viewport: Viewport, playing: bool) -> None:
    """Draw pictures of moments one after the other, and print the parts."""
    from pipeline.render import gl
    from pipeline.render.avatar import Avatar
    from studio.viewport import stage as module

    stage = viewport._stage
    assert stage is not None
    viewport.set_playing(playing)
    walls: Spent = defaultdict(list)
    busy: Spent = defaultdict(list)
    places = (
        (module, "perform", "joints"), (gl, "fill", "upload"), (Avatar, "_capture", "skinning"),
        (type(stage._scene._shadow), "draw", "shadow"), (type(stage), "draw", "drawing"),
    )  # fmt: skip
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for owner, name, part in places:
        timed(owner, name, part, walls, busy)
    ends = []
    for number in range(PICTURES):
        viewport.show_time((number + 1) / 30)
        if not playing:
            viewport._settled()
        while len(walls["drawing"]) <= number:
            QTest.qWait(1)
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
    when = "while time runs" if playing else "at rest"
    print(f"{viewport.width()}×{viewport.height()} {when:16}", *told, f"together {together} ms", flush=True)


def _medians(pairs: list[list[float]]) -> str:
    return " / ".join(f"{median(kind):4.1f}" for kind in zip(*pairs, strict=True)) + "  "


def main() -> None:
    """Print a line for each size, at rest and while time runs: medians, wall / processor milliseconds."""
    application = make_application(["bench"])
    for size in SIZES:
        viewport = Viewport()
        viewport.resize(*size)
        viewport.set_body(signer("woman"))
        viewport.set_motion(composed(PICTURES + 30))
        viewport.show()
        while viewport._stage is None:
            QTest.qWait(50)
        QTest.qWait(1000)
        for playing in (False, True):
            measure(viewport, playing)
        viewport.close()
    application.processEvents()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        sys.exit(main())
