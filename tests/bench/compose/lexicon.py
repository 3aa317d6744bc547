"""How well and how fast the starter lexicons are composed: contact, penetration, time.

Run by hand: `python -m tests.bench.compose.lexicon [LANGUAGE]`.

Contact: the largest distance between two points of the skin that should touch, in signs that touch.
Penetration: how deep flesh goes through flesh beyond what it gives, at worst in the sign itself, as
`pipeline.body.penetration` measures it by capsules. Time: of one core, without reading the text.
"""

import sys
import time
from collections.abc import Sequence

import numpy as np

from pipeline.body.penetration import GIVES, penetration
from pipeline.body.signers import signer
from pipeline.compose.compose import Composed, compose
from pipeline.signs.composing import contact_error
from pipeline.signs.lexicon import LEXICONS, read_lexicon

SHOWN = 20


def deepest(composed: Composed) -> list[float]:
    """Millimetres for each of `GIVES`, at worst between onset and offset."""
    fps = composed.motion.fps
    frames = slice(round(composed.onset * fps), round(composed.offset * fps) + 1)
    found = penetration(signer("woman"), composed.motion)
    return [float(getattr(found, kind)[frames].max()) for kind in GIVES]


def line(name: str, values: Sequence[float], unit: str) -> str:
    """Median, 95th percentile and maximum."""
    median, high = np.percentile(values, [50, 95])
    return f"{name:10} median {median:6.1f}, 95 % below {high:6.1f}, at most {max(values):6.1f} {unit}"


def main(language: str) -> None:
    """Print the figures of a lexicon and its worst signs."""
    body = signer("woman")
    names, seconds, contacts, depths = [], [], [], []
    for entry in read_lexicon(LEXICONS, language):
        started = time.process_time()
        composed = compose(entry.sign.description, body)
        seconds.append(1e3 * (time.process_time() - started))
        names.append(entry.sign.gloss)
        if composed.touches:
            contacts.append(1e3 * contact_error(composed, body))
        depths.append(deepest(composed))
    print(f"{len(names)} signs of {language}, {len(contacts)} of them touch.")
    print(line("time", seconds, "ms"))
    print(line("contact", contacts, "mm"))
    for kind, column in zip(GIVES, np.array(depths).T, strict=True):
        print(line(kind, column.tolist(), "mm"))
    worst = sorted(range(len(names)), key=lambda index: -max(depths[index]))[:SHOWN]
    print("Deepest: " + ", ".join(f"{names[index]} {max(depths[index]):.0f}" for index in worst))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "ase")
