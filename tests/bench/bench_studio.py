"""How long the studio takes to appear, and from a key press to a timeline that can be played.

Run with a screen: xvfb-run -a -s "-screen 0 1600x1000x24" python -m tests.bench.bench_studio
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
SENTENCE = "Yesterday my sister Anna bought a new red car near the river"
STARTS = 5

PAINTED = """
import sys, time
from studio import app, window
def begin(self):
    print(time.time(), flush=True)
    app.QCoreApplication.exit(0)
window.MainWindow._begin = begin
app.run(["main.py"])
"""


def first_paint() -> float:
    """Seconds from starting a process to its first painted window."""
    began = time.time()
    result = subprocess.run(
        [sys.executable, "-c", PAINTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(result.stdout) - began


def keys_to_timeline() -> list[float]:
    """Seconds from each key of the sentence's last words until its motion can be played."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    from studio.app import make_application
    from studio.settings import Settings
    from studio.window import MainWindow

    application = make_application(["bench"])
    window = MainWindow(Settings())
    ready = QEventLoop()
    window.workshop.ready.connect(ready.quit)
    window.resize(1440, 900)
    window.show()
    ready.exec()
    window.text.editor.setPlainText(SENTENCE[:30])
    QTest.qWait(1000)
    taken = []
    for letter in SENTENCE[30:]:
        done = QEventLoop()
        window.editor.performed.connect(done.quit)
        began = time.perf_counter()
        QTest.keyClick(window.text.editor, letter, Qt.KeyboardModifier.NoModifier)
        done.exec()
        taken.append(time.perf_counter() - began)
        window.editor.performed.disconnect(done.quit)
        QTest.qWait(20)
    window.document.mark_saved(Path("x"))
    window.close()
    application.processEvents()
    return taken


def main() -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        paints = [first_paint() for _ in range(STARTS)]
        taken = sorted(1000 * seconds for seconds in keys_to_timeline())
    print(f"process start to first painted window: median {median(paints):.2f} s, best {min(paints):.2f} s")
    print(
        f"key to playable timeline, {len(SENTENCE.split())} words: median {median(taken):.0f} ms, "
        f"worst {taken[-1]:.0f} ms (60 ms of them waiting for the next key)"
    )


if __name__ == "__main__":
    main()
