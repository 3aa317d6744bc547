"""Sentences of the pipeline in the language of the interface: about ways between signs, and what it refuses.

The pipeline says them in English with their values in them; the template that fits one is translated.
"""

import re
import xml.etree.ElementTree as ET
from functools import cache

from PySide6.QtCore import QLocale

from studio.language import FOLDER, mark, tr
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
    return _number(sentence) or term(sentence)


def refused(sentence: str) -> str:
    """Why the pipeline cannot do something, in the language of the interface; what nobody knows as it is.

    The template with most words of its own is taken, and values in it that are sentences are told too.
    """
    for template in _problems():
        found = _pattern(template).fullmatch(sentence)
        if found and tr(template) != template:
            parts = {name: refused(part) for name, part in found.groupdict().items()}
            return tr(template).format(**parts)
    about, colon, rest = sentence.partition(": ")
    if colon and (in_words := refused(rest)) != rest:
        return f"{about}: {in_words}"
    return _number(sentence) or term(sentence)


def listed(reason: str) -> str:
    """A reason of a few words between commas, such as "question word, signed last"."""
    return ", ".join(term(part) for part in reason.split(", "))


def _number(part: str) -> str:
    """A number with the decimal sign of the language, "" for anything else."""
    return part.replace(".", QLocale().decimalPoint()) if re.fullmatch(r"[-+]?\d+\.\d+", part) else ""


@cache
def _problems() -> tuple[str, ...]:
    """The templates of the pipeline's refusals that some language knows, those with most words first."""
    found = {
        message.findtext("source", "")
        for file in FOLDER.glob("signwright_*.ts")
        for message in ET.parse(file).iter("message")
        if "/pipeline/" in message.find("location").get("filename", "")  # type: ignore[union-attr]
    }
    return tuple(sorted(found, key=lambda text: len(re.sub(r"\{\w+\}", "", text)), reverse=True))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template)
    plain = (re.escape(piece.replace("{{", "{").replace("}}", "}")) for piece in pieces)
    parts = (
        f"(?P<{piece}>.+?)" if at % 2 else text
        for at, (piece, text) in enumerate(zip(pieces, plain, strict=True))
    )
    return re.compile("".join(parts), re.DOTALL)
