"""How far the starter lexicon agrees with ASL-LEX 2.0 on hands, place, fingers and movement.

Run by hand: `python -m tests.bench.bench_asl_lex signdata.csv` with the table of asl-lex.org, which is for
research: it is only compared with and nothing of it is kept. ASL-LEX may list several signs of one name;
the one that agrees best is taken, so that a sign it has as a variant is not counted as an error.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from pipeline.compose.description import Description, Movement
from pipeline.compose.manner import OtherHand
from pipeline.compose.manner import Path as Course
from pipeline.compose.places import ARM, HAND, Place
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import read_signs
from pipeline.signs.lexicon import LEXICONS, files

TORSO = frozenset({
    Place.SHOULDER_TOP, Place.SHOULDER, Place.COLLARBONE, Place.CHEST, Place.HEART, Place.ARMPIT, Place.RIBS,
    Place.BELLY, Place.WAIST, Place.HIP, Place.THIGH, Place.NECK,
})  # fmt: skip
FINGERS = {
    "i": "1 D L G X X_thumb bent_1 bent_L baby_C baby_O flat_baby_O flat_baby_C F flat_F open_F",
    "im": "U U_thumb bent_U hooked_U V bent_V flat_V K R 3 bent_3 flat_O_2 flat_C_2",
    "imr": "W bent_W flat_W 6 M",
    "imrp": "S A T N E B flat_B open_B bent_B bent_open_B curved_B 4 bent_4 5 claw5 curved5 bent_5 C claw_C "
    "flat_C O flat_O",
    "m": "8 open_8 middle",
    "p": "I bent_I Y bent_Y 6",
    "t": "10",
    "ip": "ILY horns horns_O",
}
"""Which fingers ASL-LEX calls selected, by our handshapes; some are read in two ways."""

SAME_FINGERS = {"A": "t", "10": "imrp", "Y": "ip", "F": "mrp", "7": "r", "ILY": "p"}


def hands(description: Description) -> str:
    """The sign type in the words of ASL-LEX."""
    if description.hands is OtherHand.ABSENT:
        return "one-handed"
    if description.hands is not OtherHand.BASE:
        return "symmetrical"
    return "base"


def place(description: Description) -> str:
    """Where the sign begins: Head, Body, Arm, Hand or Neutral."""
    location = description.start.location
    at = location.place if location else Place.NEUTRAL
    if at in HAND:
        return "Hand"
    if at in ARM:
        return "Arm"
    return "Neutral" if at is Place.NEUTRAL else "Body" if at in TORSO else "Head"


def fingers(shape: Shape) -> set[str]:
    """The selected fingers as ASL-LEX may code them."""
    found = {code for code, shapes in FINGERS.items() if shape.value in shapes.split()}
    return found | ({SAME_FINGERS[shape.value]} if shape.value in SAME_FINGERS else set())


def course(description: Description) -> set[str]:
    """The path of the first movement that has one, as ASL-LEX may code it."""
    moving: list[Movement] = [item for item in description.movements if item.path is not Course.NONE]
    if not moving:
        return {"None"}
    return {
        Course.STRAIGHT: {"Straight", "BackAndForth"},
        Course.ARC: {"Curved"},
        Course.CIRCLE: {"Circular", "Curved"},
    }.get(moving[0].path, {"Z-shaped", "Other"})


def entries(table: Path) -> dict[str, list[dict[str, str]]]:
    """ASL-LEX by gloss, variants of a sign together."""
    found: dict[str, list[dict[str, str]]] = {}
    with table.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            words = {row["EntryID"].rstrip("_0123456789"), row["DominantTranslation"]}
            for word in words:
                found.setdefault(word.upper().replace("_", "-").replace(" ", "-"), []).append(row)
    return found


def compared(description: Description, row: dict[str, str]) -> dict[str, tuple[bool, str, str]]:
    """Whether each parameter agrees, with what the lexicon and ASL-LEX say."""
    shape = description.start.shape
    types = {"OneHanded": "one-handed", "SymmetricalOrAlternating": "symmetrical"}
    said = types.get(row["SignType.2.0"], "base")
    ours = fingers(shape.name) if shape else set()
    path = course(description)
    return {
        "hands": (hands(description) == said, hands(description), said),
        "place": (
            place(description) == row["MajorLocation.2.0"],
            place(description),
            row["MinorLocation.2.0"],
        ),
        "fingers": (row["SelectedFingers.2.0"] in ours, str(shape and shape.name), row["Handshape.2.0"]),
        "movement": (row["Movement.2.0"] in path, "/".join(sorted(path)), row["Movement.2.0"]),
    }


def main(table: Path) -> None:
    """Print every disagreement and the agreement per parameter."""
    known = entries(table)
    agreed: Counter[str] = Counter()
    count = 0
    for path in files(LEXICONS, "ase"):
        for sign in read_signs(path.read_text(encoding="utf-8"), path.name):
            rows = known.get(sign.gloss, ())
            if not rows:
                continue
            count += 1
            results = [compared(sign.description, row) for row in rows]
            best = max(results, key=lambda result: sum(agrees for agrees, _, _ in result.values()))
            agreed.update(name for name, (agrees, _, _) in best.items() if agrees)
            wrong = [
                f"{name}: {ours}, ASL-LEX {theirs}" for name, (ok, ours, theirs) in best.items() if not ok
            ]
            if wrong:
                print(f"{sign.gloss:16} {'; '.join(wrong)}")
    print(f"\n{count} signs are in ASL-LEX.")
    for name in ("hands", "place", "fingers", "movement"):
        print(f"{name:10} {100 * agreed[name] / count:.1f} % agree")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
