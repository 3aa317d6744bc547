"""Whether memory stays flat while the whole studio plays a sentence in a loop for hours.

Run by hand:
    xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m tests.bench.bench_soak

The window plays on the screen; every two seconds the memory of the process is read. The slope is a
straight line through what follows the first minute, in which caches fill.
"""

import argparse
import os
import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from PySide6.QtCore import QTimer

from tests.bench.whole_window import closed, opened, settled

EVERY = 2000
"""Milliseconds between two readings."""
WARM_UP = 60.0
"""Seconds that are left out."""


def resident() -> float:
    """Megabytes that this process holds in memory; Linux only."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def soak(minutes: float) -> None:
    """Play, and print the slope."""
    application, window = opened()
    window.text.editor.setPlainText("Hello, my name is Anna. I like coffee, but I want water tomorrow.")
    settled(window)
    readings: list[tuple[float, float]] = []
    began = perf_counter()
    timer = QTimer(interval=EVERY)
    timer.timeout.connect(lambda: readings.append((perf_counter() - began, resident())))
    timer.start()
    window.playback.set_loop(True)
    window.playback.play()
    QTimer.singleShot(round(60_000 * minutes), lambda: application.exit(0))  # quit would ask to save
    busy = process_time()
    application.exec()
    window.playback.pause()
    seconds, held = np.array([reading for reading in readings if reading[0] > WARM_UP]).T
    slope = 3600 * float(np.polyfit(seconds, held, 1)[0])
    print(
        f"{minutes:g} minutes of looping playback, {process_time() - busy:.0f} s of processor time",
        flush=True,
    )
    print(
        f"memory: {held[0]:.1f} MB after a minute, {held[-1]:.1f} MB at the end, highest {held.max():.1f} MB"
    )
    print(f"slope: {slope:+.1f} MB per hour")
    closed(window)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=5.0)
    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        soak(parser.parse_args().minutes)
