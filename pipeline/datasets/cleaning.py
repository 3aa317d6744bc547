"""Phoenix annotations without their transcription marks, as every published score counts them.

The rules and their order are those of the evaluation scripts that come with RWTH-PHOENIX-Weather
2014T (known as clean_phoenix_2014_trans); changing any of them makes scores incomparable.
"""

import re
from itertools import groupby

_MARKERS = (
    (r"__(?:LEFTHAND|EPENTHESIS|EMOTION)__", ""),
    (r"\b__[^_ ]*__\b", ""),
    (r"\bloc-([^ ]*)\b", r"\1"),
    (r"\bcl-([^ ]*)\b", r"\1"),
    (r"\b([^ ]*)-PLUSPLUS\b", r"\1"),
    (r"\b([A-Z][A-Z]*)RAUM\b", r"\1"),
    (r"WIE AUSSEHEN", "WIE-AUSSEHEN"),
)
_JOINED = (r"([ +][A-Z]) ([A-Z][ +])", r"\1+\2")
_SPELLED = (
    (r"^([A-Z]) ([A-Z][+ ])", r"\1+\2"),
    (r"[ +]([A-Z]) ([A-Z]) ", r" \1+\2 "),
    _JOINED,
    _JOINED,
    _JOINED,
    (r"([ +]SCH) ([A-Z][ +])", r"\1+\2"),
    (r"([ +]NN) ([A-Z][ +])", r"\1+\2"),
    (r"([ +][A-Z]) (NN[ +])", r"\1+\2"),
    (r"([ +][A-Z]) ([A-Z])$", r"\1+\2"),
)
_REPEATED = (r"(?<![\w-])(\b[A-Z]+(?![\w-])) \1(?![\w-])", r"\1")
_SPACES = (r" +", " ")

_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (*_MARKERS, *_SPELLED, _SPACES, *[_REPEATED] * 4, _SPACES)
)


def clean_phoenix_2014t(glosses: str) -> str:
    """A line of Phoenix-2014T glosses without marks of transcription, spelled letters joined by +,
    and immediate repetitions said once."""
    line = glosses.strip()
    for pattern, instead in _RULES:
        line = pattern.sub(instead, line)
    return " ".join(word for word, _ in groupby(line.split(" ")) if word)


def is_annotated_as_phoenix(lines: list[str]) -> bool:
    """Whether glosses carry the transcription marks of Phoenix."""
    return any(mark in line for line in lines for mark in ("__ON__", "__OFF__", "-PLUSPLUS"))
