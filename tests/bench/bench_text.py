"""How long it takes from text to glosses, cold and warm, on one core.

Run by hand: `python -m tests.bench.bench_text`
"""

import subprocess
import sys
from collections.abc import Callable
from statistics import median

from pipeline.text.translate import translate, warm_up
from tests.bench import timing

SENTENCES = {
    ("en", "ase"): "Yesterday my little brother went to the old school with his friends.",
    ("de", "gsg"): "Gestern ist mein kleiner Bruder mit seinen Freunden ins alte Kino gegangen.",
}
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüß")
DICTIONARY = LETTERS | {f"gloss-{number}" for number in range(5000)}
REPEATS = 50
COLD = """
from time import perf_counter
from pipeline.text.translate import translate, warm_up
start = perf_counter()
{action}
print(1000 * (perf_counter() - start))
"""


def milliseconds(action: Callable[[], object], repeats: int = REPEATS) -> str:
    return timing.milliseconds(action, repeats, digits=2)


def cold(action: str) -> str:
    """Median of five fresh processes, their start and imports left out."""
    command = [sys.executable, "-c", COLD.format(action=action)]
    times = [float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(5)]
    return f"{median(times):8.0f} ms"


def main() -> None:
    warm_up()
    for (language, sign_language), sentence in SENTENCES.items():
        print(f"{language} to {sign_language}")
        call = f"translate({sentence!r}, {language!r}, {sign_language!r}, frozenset('abc'))"
        print(f"  first call, reading the word list  {cold(call)}")
        print(f"  first call after warm_up           {cold('warm_up(); start = perf_counter(); ' + call)}")
        for name, known in (("letters", LETTERS), ("5000 glosses", DICTIONARY)):
            time = milliseconds(lambda: translate(sentence, language, sign_language, known))  # noqa: B023
            print(f"  12 words, {name:14}           {time}")
        long = ((sentence + " ") * 200)[:10_000]
        time = milliseconds(lambda: translate(long, language, sign_language, DICTIONARY), 10)  # noqa: B023
        print(f"  10,000 characters                  {time}")


if __name__ == "__main__":
    main()
