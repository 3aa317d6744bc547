"""Sentences of the pipeline in the language of the interface: those about ways between signs, seen all day.

Other sentences of the pipeline, such as why a file cannot be read, are shown in English.
"""

import re
from functools import cache

from studio.language import mark, tr
from studio.terms import term

TEMPLATES = (
    mark("From {before} to {after} {seconds} s are proposed: {reason}. You set it to {own} s."),
    mark("From {before} to {after} {seconds} s are proposed: {reason}."),
    mark("{reason}, times {ways} for the manner of the sentence"),
    mark("the hands are almost there, and no way between letters is shorter than {least} s"),
    mark("the hands are almost there, and no way between signs is shorter than {least} s"),
    mark("{what}, which would need {seconds} s, and no way between letters is longer than {most} s"),
    mark("{what}, which would need {seconds} s, and no way between signs is longer than {most} s"),
    mark("{what}, which needs {seconds} s at its usual pace"),
    mark("the hand slides outward for the doubled letter, and needs that long at least"),
    mark("the left wrist travels {way} cm"),
    mark("the right wrist travels {way} cm"),
    mark("a fingertip of the left hand travels {way} cm"),
    mark("a fingertip of the right hand travels {way} cm"),
    mark("the left palm turns by {angle}°"),
    mark("the right palm turns by {angle}°"),
    mark("the {finger} bends by {angle}°"),
    mark("head and trunk turn by {angle}°"),
    mark("Hurried: a wrist reaches {speed} m/s here. Make the way longer."),
    mark("Torn: a wrist is jerked by {jerk} m/s³ here. Make the way longer or ease it."),
    mark("Dawdling: {times} times as long as proposed. Shorten it or hold the sign."),
)  # fmt: skip
"""What the pipeline says, with what it fills in; the first that fits is taken."""


def told(sentence: str) -> str:
    """A sentence about a way in the language of the interface; another one as it is."""
    for template in TEMPLATES:
        found = _pattern(template).fullmatch(sentence)
        if found:
            return tr(template).format(**{name: told(part) for name, part in found.groupdict().items()})
    return term(sentence)


def listed(reason: str) -> str:
    """A reason of a few words between commas, such as "question word, signed last"."""
    return ", ".join(term(part) for part in reason.split(", "))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(f"(?P<{piece}>.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
    )
