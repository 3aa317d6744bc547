"""Everything that a studio session works on, as one value and as a file."""

import json
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.text.gloss import Dropped, GlossSequence
from pipeline.timeline.fields import Fields, Unreadable, read_json
from pipeline.timeline.gloss_fields import from_gloss, to_gloss
from pipeline.timeline.guide import GuideFilm, from_guide, to_guide
from pipeline.timeline.timeline import Timeline
from pipeline.timeline.timeline_fields import from_timeline, to_timeline

FORMAT = "signwright-project"
VERSION = 3
"""Files of version 1 know no manner, markers and changes of clips, those of version 2 no corrections."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_NO_GLOSSES = GlossSequence("", "en", "ase", ())


@dataclass(frozen=True, slots=True)
class Project:
    """A text, its glosses and their timeline, and who performs it.

    `dictionary` is the path of the dictionary, None for the starter dictionary. `edited` says that
    the glosses were changed by hand, which translating again would lose.
    """

    text: str = ""
    language: str = "en"  # IETF tag of the text
    sign_language: str = "ase"  # ISO 639-3
    glosses: GlossSequence = _NO_GLOSSES
    timeline: Timeline = field(default_factory=Timeline)
    signer: str = "woman"
    dictionary: str | None = None
    edited: bool = False
    guide: GuideFilm | None = None


def save_project(path: Path | str, project: Project) -> None:
    """Write a project file, whole or not at all. Raises BadInput when the place cannot be written to."""
    write_whole(Path(path), to_json(project).encode())


def load_project(path: Path | str) -> Project:
    """Read a project file; its signs still have to be found by `resolve.resolve`.

    Raises BadInput when the file is missing, damaged, no project, or made by a newer version.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"The project {path} cannot be read ({problem.strerror}): choose another.") from None
    except ValueError:
        raise BadInput(f"{path} is not a project of Signwright: choose another file.") from None
    try:
        return from_json(text)
    except BadInput as problem:
        raise BadInput(f"{path}: {problem}") from None


def to_json(project: Project) -> str:
    """The project as the text of its file: signs by what they are called, not by their ids."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "text": project.text,
        "language": project.language,
        "sign_language": project.sign_language,
        "signer": project.signer,
        "dictionary": project.dictionary,
        "guide": from_guide(project.guide),
        "edited": project.edited,
        "glosses": [from_gloss(gloss) for gloss in project.glosses.glosses],
        "dropped": [{"span": list(word.span), "reason": word.reason} for word in project.glosses.dropped],
        **from_timeline(project.timeline),
    }
    text = ",\n".join(f' "{name}": {_written(value)}' for name, value in content.items())
    # Half a surrogate pair has no place in UTF-8 and is written as an escape.
    return "{\n" + text.encode("utf-8", "backslashreplace").decode() + "\n}\n"


def _written(value: object) -> str:
    """A field as JSON, every part of a list on a line of its own; indenting all takes ten times as long."""
    if isinstance(value, list) and value:
        lines = ",\n".join(f"  {_ENCODER.encode(part)}" for part in value)
        return f"[\n{lines}\n ]"
    return _ENCODER.encode(value)


def from_json(text: str) -> Project:
    """The project that `to_json` wrote, as `load_project` gives it. Raises BadInput for anything else."""
    try:
        content = read_json(text)
        if content.text("format") != FORMAT:
            raise Unreadable("format is another one")
        version = content.whole("version", 1, 10**9)
        if version > VERSION:
            raise BadInput(f"The project was made by a newer version of Signwright ({version}): update it.")
        return _project(content)
    except Unreadable as problem:
        raise BadInput(f"This is not a project of Signwright, or it is damaged: {problem}.") from None


def _project(content: Fields) -> Project:
    text, language = content.text("text"), content.text("language")
    sign_language = content.text("sign_language")
    glosses = tuple(to_gloss(part, len(text)) for part in content.parts("glosses"))
    dropped = tuple(
        Dropped(part.span("span", len(text)), part.text("reason")) for part in content.parts("dropped")
    )
    timeline = to_timeline(content, len(glosses))
    if any(after.position < before.position for before, after in pairwise(timeline.clips)):
        raise Unreadable("the clips are not in the order of the glosses")
    return Project(
        text=text,
        language=language,
        sign_language=sign_language,
        glosses=GlossSequence(text, language, sign_language, glosses, dropped),
        timeline=timeline,
        signer=content.text("signer"),
        dictionary=content.optional("dictionary", content.text),
        edited=content.flag("edited"),
        guide=to_guide(content),
    )
