"""Searching a synthetic dictionary of 100,000 signs: how long an answer takes, how long the window stalls.

    .venv/bin/python -m tests.bench.bench_search

The dictionary is synthetic: made-up glosses of one to three syllable words, one motion for all.
"""

import hashlib
import itertools
import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

from pipeline.motion.files import to_bytes
from pipeline.motion.motion import Motion
from pipeline.signs.catalogue import Catalogue
from pipeline.signs.matching import key
from pipeline.signs.query import read_query
from pipeline.signs.store import SignStore

SIGNS = 100_000
SHAPES = ("5", "4", "flat", "fist", "index", "claw", "o", "c", "v", "w")
TYPED = (
    "a", "ra", "rain", "rai mo", "xyzzy", "lokumo", "handshape:flat", "quality:>80 e", "status:approved",
    "status:undecided k", "tag:weather", "translation", "meaning-7", "r handshape:5 quality:>50", "",
)  # fmt: skip


def make_dictionary(path: Path, signs: int = SIGNS) -> None:
    """A dictionary of made-up signs, three to a gloss."""
    SignStore(path, create=True).close()
    random = np.random.default_rng(7)
    syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprst", "aeiou")]
    data = to_bytes(Motion(25.0, np.zeros((30, 55, 3), np.float32)))
    sha = hashlib.sha256(data).hexdigest()
    chosen = random.integers(0, len(syllables), (signs, 4))
    scores, statuses = random.random(signs), random.choice(["undecided", "approved", "rejected"], signs)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("INSERT INTO motions VALUES (?, ?)", (sha, data))
        for number in range(signs):
            gloss = "".join(syllables[part] for part in chosen[number // 3]).upper()
            row = {
                "id": number + 1, "gloss": gloss, "key": key(gloss), "language": "ase", "fps": 25.0,
                "variant": str(number), "source": "synthetic", "licence": "CC0", "signer": "nobody",
                "seconds": 29 / 25, "onset": 0.0, "offset": 1.0, "created": "2026-01-01", "motion": sha,
                "status": str(statuses[number]), "scores": json.dumps({"fit": float(scores[number])}),
            }  # fmt: skip
            names, holes = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO signs ({names}) VALUES ({holes})", tuple(row.values()))
            features = [
                ("handshape", SHAPES[number % len(SHAPES)]),
                ("translation", f"meaning {number // 3}"),
            ]
            connection.executemany(
                "INSERT INTO features VALUES (?, ?, ?)", [(number + 1, *feature) for feature in features]
            )
    connection.close()


def measure_answers(catalogue: Catalogue, rounds: int = 20) -> list[tuple[str, int, float, float]]:
    """For every query: what was typed, how many signs, median and worst milliseconds."""
    told = []
    for typed in TYPED:
        times = []
        for _ in range(rounds):
            start = perf_counter()
            found = catalogue.search(read_query(typed))
            times.append(1e3 * (perf_counter() - start))
        told.append((typed, len(found), median(times), max(times)))
    return told


def measure_stalls(path: Path, catalogue: Catalogue) -> tuple[float, float]:
    """The longest time in milliseconds that the panel keeps the event loop: while typing, while scrolling."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from studio.app import make_application
    from studio.library import Library, Pages
    from studio.panels.candidates import CandidatesPanel

    application = make_application(["bench"])
    library, panel = Library(str(path)), CandidatesPanel()
    panel.searched.connect(
        lambda words: panel.show_found(words, Pages(catalogue.search(read_query(words)), library))
    )
    panel.resize(330, 700)
    panel.show()
    beats: list[float] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    timer.start()

    def longest(act: Callable[[], None]) -> float:
        beats.clear()
        act()
        QTest.qWait(100)
        return 1e3 * max(later - sooner for sooner, later in itertools.pairwise(beats))

    def type_words() -> None:
        for words in ("rakima", "handshape:flat", "a"):
            panel.search.clear()
            for letter in words:
                QTest.keyClicks(panel.search, letter)
                QTest.qWait(30)

    def scroll() -> None:
        bar = panel.list.verticalScrollBar()
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            QTest.qWait(10)

    stalls = longest(type_words), longest(scroll)
    panel.close()
    library.close()
    application.processEvents()
    return stalls


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.sqlite"
        make_dictionary(path)
        with SignStore(path) as store:
            start, cpu = perf_counter(), process_time()
            catalogue = Catalogue(store, "ase")
            print(f"catalogue of {len(catalogue)} synthetic signs: {perf_counter() - start:.2f} s "
                  f"({process_time() - cpu:.2f} s of CPU)")  # fmt: skip
            rows = measure_answers(catalogue)
            for typed, count, middle, worst in rows:
                print(f"{typed!r:32} {count:7} signs   median {middle:6.2f} ms   worst {worst:6.2f} ms")
            print(f"all queries: median {median(row[2] for row in rows):.2f} ms, "
                  f"worst {max(row[3] for row in rows):.2f} ms")  # fmt: skip
        typing, scrolling = measure_stalls(path, catalogue)
        print(f"longest stall of the event loop: typing {typing:.1f} ms, scrolling {scrolling:.1f} ms")


if __name__ == "__main__":
    main()
