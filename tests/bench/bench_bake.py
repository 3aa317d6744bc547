"""How long it takes from text to timeline to motion, on one core.

Run by hand: `python -m tests.bench.bench_bake`
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

from collections.abc import Callable  # noqa: E402
from dataclasses import replace  # noqa: E402
from time import perf_counter  # noqa: E402

from pipeline.signs.starter import STARTER  # noqa: E402
from pipeline.signs.store import SignStore  # noqa: E402
from pipeline.text.gloss import Gloss, GlossSequence, Origin  # noqa: E402
from pipeline.timeline.assemble import assemble  # noqa: E402
from pipeline.timeline.bake import bake  # noqa: E402
from pipeline.timeline.edits import set_text, set_transition  # noqa: E402
from pipeline.timeline.project import Project, from_json, to_json  # noqa: E402
from pipeline.timeline.resolve import resolve  # noqa: E402
from tests.bench import timing  # noqa: E402

WORDS = "ZOE AND QUINN BOUGHT FIVE JUICY PEARS WHILE MAX KEPT LOUD GROCERS"
REPEATS = 25


def milliseconds(action: Callable[[], object], repeats: int = REPEATS) -> str:
    return timing.milliseconds(action, repeats, digits=1)


def spelled(words: str) -> GlossSequence:
    """Every word in the letters of the ASL alphabet."""
    glosses = tuple(Gloss(word, Origin.SPELLED, tuple(word)) for word in words.split())
    return GlossSequence(words, "en", "ase", glosses)


def main() -> None:
    with SignStore(STARTER) as store:
        started = perf_counter()
        sequence = spelled(WORDS)
        timeline = assemble(sequence, store)
        bake(timeline, store)
        print(f"first time, with reading the dictionary  {1000 * (perf_counter() - started):8.1f} ms")
        ten = replace(timeline, clips=timeline.clips[:29])
        letters = len(timeline.clips)
        print(f"{len(sequence.glosses)} words, {letters} letters, {timeline.seconds:.1f} s of signing")
        print(f"assemble              {milliseconds(lambda: assemble(sequence, store))}")
        print(f"bake all at 30 fps    {milliseconds(lambda: bake(timeline, store))}")
        print(f"bake {ten.seconds:4.1f} s at 30 fps {milliseconds(lambda: bake(ten, store))}")
        print(f"bake {ten.seconds:4.1f} s at 60 fps {milliseconds(lambda: bake(ten, store, 60.0))}")
        sentence = " ".join(WORDS.lower().split())
        project = set_text(Project(), sentence, store)
        print(f"text to timeline      {milliseconds(lambda: set_text(Project(), sentence, store))}")
        paced = set_transition(project, 3, 0.5)
        print(f"the same, one edited  {milliseconds(lambda: set_text(paced, sentence + ' x', store))}")
        text = to_json(project)
        print(f"save and load         {milliseconds(lambda: resolve(from_json(to_json(project)), store))}")
        print(f"  of {len(text) / 1000:.0f} kB")
        long = spelled(" ".join([WORDS] * 150))
        print(f"{len(long.text)} characters      {milliseconds(lambda: assemble(long, store), 3)}")


if __name__ == "__main__":
    main()
