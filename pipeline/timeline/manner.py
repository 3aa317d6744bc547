"""How a whole sentence is signed: its rate, its ways, its evenness, its pauses."""

from dataclasses import dataclass

from pipeline.errors import BadInput

SLOWEST, FASTEST = 0.25, 3.0
"""Limits of the rate of signs, of the length of ways and of pauses, as factors."""
SPELLING_RATE = 3.0
"""Letters per second, a speed at which words can be read by those who do not know them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sentence is signed, compared with its signs as they were captured.

    Signers of ASL preferred animations with faster signs, slower transitions, less varied rates and
    pauses like those of people over signs at the speed of the dictionary (Al-khazraji et al., ASSETS
    2021, doi 10.1145/3441852.3471214). `PRESETS` goes in these directions; how far is our choice, not
    a finding of that study. Raises BadInput for factors beyond what can be signed.
    """

    rate: float = 1.0  # times as fast as captured, signs alone
    ways: float = 1.0  # times as long as the connector proposes
    evenness: float = 0.0  # 0: each sign as long as captured, 1: all equally long
    pauses: float = 1.0  # times as long as the punctuation asks for
    spelling: float = SPELLING_RATE  # letters per second
    faces: bool = True  # brows and head show questions and conditions

    def __post_init__(self) -> None:
        for name in ("rate", "ways", "pauses"):
            least = 0.0 if name == "pauses" else SLOWEST
            if not least <= getattr(self, name) <= FASTEST:
                raise BadInput(f"The {name} of a sentence lie between {least:g} and {FASTEST:g} times.")
        if not 0.0 <= self.evenness <= 1.0:
            raise BadInput("The evenness of a sentence lies between 0 and 1.")
        if not 1.0 <= self.spelling <= 8.0:
            raise BadInput("Between 1 and 8 letters can be spelled in a second: choose one of these rates.")


PRESETS: dict[str, Manner] = {
    "citation": Manner(),
    "conversational": Manner(rate=1.35, ways=1.1, evenness=0.35, pauses=1.2, spelling=4.5),
    "learners": Manner(rate=0.75, ways=1.35, evenness=0.2, pauses=1.6, spelling=2.0),
}
"""Manners by name: as in a dictionary, as among friends, slow for learners."""


def named(name: str) -> Manner:
    """The preset of that name. Raises BadInput when there is none."""
    if name not in PRESETS:
        raise BadInput(f"There is no manner {name!r}: choose one of {', '.join(PRESETS)}.")
    return PRESETS[name]


def evened(seconds: float, usual: float, evenness: float) -> float:
    """The length of a sign drawn towards the usual one of its sentence, on a scale of ratios."""
    if seconds <= 0 or usual <= 0:
        return seconds
    return float(seconds * (usual / seconds) ** evenness)
