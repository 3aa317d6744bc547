"""What the pipeline refuses in a sentence, as templates: found in its source, known by their translations.

The pipeline says English sentences with its values already in them. A template has a name where a value
stands, so that a sentence can be recognized and said in another language.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pipeline

ROOMS = (
    *("body/model.py", "compose", "correction", "exchange", "motion", "render", "signs", "timeline"),
    *("asked.py", "batch.py", "footage.py", "npz.py", "sentence_lists.py", "speak.py"),
    *("keypoints/read.py", "keypoints/readers/pose.py", "text/glossary.py", "text/models.py"),
)
"""Where what a user of the studio does can be refused; the rest is met on the command line."""
_ELSEWHERE = (
    *("compose/transcription", "compose/commands.py", "compose/handshapes.py", "signs/records"),
    *("signs/alphabets.py", "signs/asl_lex.py", "signs/captures.py", "signs/curation.py"),
    *("signs/letters.py", "signs/lexicon.py"),
)
_NEXT_STEPS = ("ADVICE", "KINDS")
"""Names of constants that end such sentences."""
_RAISED = ("BadInput", "Unreadable")


def templates() -> dict[str, str]:
    """Every sentence that those rooms refuse something with, and the file it is in."""
    root = Path(pipeline.__file__).parent
    found: dict[str, str] = {}
    for room in ROOMS:
        files = sorted((root / room).rglob("*.py")) if (root / room).is_dir() else [root / room]
        for file in files:
            place = file.relative_to(root).as_posix()
            if not place.startswith(_ELSEWHERE):
                for text in raised(file.read_text(encoding="utf-8")):
                    found.setdefault(text, f"pipeline/{place}")
    return found


def raised(source: str) -> Iterator[str]:
    """The templates of what a source raises."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").strip("_") in _NEXT_STEPS:
            if template := _template(node.value):
                yield template
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _RAISED:
            for given in node.args[:1]:
                if template := _template(given):
                    yield template


def _template(node: ast.expr) -> str:
    """A literal with a name for each value in it, "" for what is no sentence of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace("{", "{{").replace("}", "}}")
    if not isinstance(node, ast.JoinedStr):
        return ""
    names: list[str] = []
    parts = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            names.append(_name(part.value, names))
            parts.append(f"{{{names[-1]}}}")
        elif isinstance(part, ast.Constant):
            parts.append(str(part.value).replace("{", "{{").replace("}", "}}"))
    text = "".join(parts)
    return text if any(len(word) > 3 for word in text.split() if "{" not in word) else ""


def _name(value: ast.expr, taken: list[str]) -> str:
    """The last name in an expression, told from those before it."""
    names = [part.attr for part in ast.walk(value) if isinstance(part, ast.Attribute)]
    names = names[:1] or [part.id for part in ast.walk(value) if isinstance(part, ast.Name)]
    name = names[0].strip("_") if names else "value"
    return name if name not in taken else f"{name}{len(taken) + 1}"
