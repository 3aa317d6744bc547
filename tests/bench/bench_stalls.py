"""How long the window's thread stalls while somebody types, scrubs, searches, and while a video is exported.

Run by hand:
    xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m tests.bench.bench_stalls

A timer beats every 2 ms; a stall is a long pause between two beats. The wall time of a stall contains what
other programs took; its processor time is that of the window's thread alone, without the threads in which a
software renderer draws. The dictionary that is searched is synthetic and has 100,000 signs.
"""

import os
import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio.exporting import ExportOptions
from studio.window import MainWindow
from tests.bench.bench_search import make_dictionary
from tests.bench.whole_window import closed, opened, settled, wait, watched

SENTENCE = "Hello, my name is Anna. Yesterday my sister bought a new red car near the river."
LONG_TEXT = "I like coffee, but I want water tomorrow. The teacher helps the child at school. " * 38
SEARCHES = ("rain", "lokumo", "handshape:flat", "status:undecided k", "quality:>80 e")


def _type(window: MainWindow) -> None:
    for letter in SENTENCE:
        QTest.keyClick(window.text.editor, letter, Qt.KeyboardModifier.NoModifier)
        wait(70)
    settled(window)


def _scrub(window: MainWindow) -> None:
    for step in range(300):
        window.playback.seek(window.playback.duration * (step % 100) / 100)
        wait(10)


def _play(window: MainWindow) -> None:
    window.playback.set_loop(True)
    window.playback.play()
    wait(4000)
    window.playback.pause()


def _export(window: MainWindow, folder: Path) -> None:
    over: list[bool] = []
    window.exports.running.connect(lambda running: over.append(not running))
    window.exports._begin(ExportOptions(folder / "bench.mp4", width=640, height=360))
    while True not in over:
        wait(50)


def _search(window: MainWindow) -> None:
    for words in SEARCHES:
        window.candidates.search.clear()
        for letter in words:
            QTest.keyClick(window.candidates.search, letter, Qt.KeyboardModifier.NoModifier)
            wait(60)
        wait(300)
    window.candidates.search.clear()
    wait(300)


def main(folder: Path) -> None:
    """Print a line for everything that is done."""
    make_dictionary(folder / "large.sqlite")
    _, window = opened()
    drawn: list[None] = []
    window.viewport.drawn.connect(lambda: drawn.append(None))
    for what, act in (
        ("typing a sentence", _type),
        ("scrubbing", _scrub),
        ("playing", _play),
        ("exporting a video", lambda window: _export(window, folder)),
    ):
        drawn.clear()
        began = perf_counter()
        with watched() as stalls:
            act(window)
        rate = len(drawn) / (perf_counter() - began)
        print(stalls.told(f"{what}, {rate:.0f} pictures/s"), flush=True)
    window.text.editor.setPlainText(LONG_TEXT)
    settled(window)
    signs = len(window.document.project.timeline.clips)
    with watched() as stalls:
        _scrub(window)
    print(stalls.told(f"scrubbing {signs} signs"), flush=True)
    window.commands.use_dictionary(folder / "large.sqlite")
    wait(3000)
    with watched() as stalls:
        _search(window)
    print(stalls.told("searching 100,000 signs"), flush=True)
    closed(window)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        main(Path(home))
