"""The table for translators: every sentence of the studio, collected from its source.

`main.py build translations` writes the new sentences into `resources/language/*.ts`, drops those that are
gone, and compiles what Qt reads. What `tr` and `mark` are called with is found in the source; commands and
the pipeline's words come from their tables.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

from pipeline.motion.files import write_whole
from studio import problems
from studio.language import CONTEXT, FOLDER
from studio.shortcuts import COMMANDS, GESTURES
from studio.terms import vocabulary

STUDIO = Path(__file__).parent
DOCTYPE = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def literals(source: str) -> Iterator[str]:
    """What `tr` and `mark` are called with, in the order of the source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark"):
            for given in node.args:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value


def sentences() -> dict[str, str]:
    """Every sentence to be translated, and the file it is in; the first one where there are several."""
    found = problems.templates()
    for file in sorted(STUDIO.rglob("*.py")):
        for text in literals(file.read_text(encoding="utf-8")):
            found.setdefault(text, file.relative_to(STUDIO.parent).as_posix())
    tables = [(command.menu, command.title) for command in COMMANDS] + list(GESTURES)
    for text in (text for line in tables for text in line):
        found.setdefault(text, "studio/shortcuts.py")
    for word in vocabulary():
        found.setdefault(word, "studio/terms.py")
    return {text: file for text, file in found.items() if text}


def read_table(path: Path) -> dict[str, str]:
    """The translations of a table by their English sentences; those not translated yet are left out."""
    if not path.exists():
        return {}
    messages = ET.parse(path).iter("message")
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {source: translation for source, translation in pairs if translation}


def write_table(path: Path, language: str, known: dict[str, str]) -> list[str]:
    """Write the table of a language anew with the translations that are known; returns what is missing."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = []
    for text, file in sorted(sentences().items(), key=lambda item: (item[1], item[0])):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text)
        if text not in known:
            translation.set("type", "unfinished")
            missing.append(text)
    ET.indent(root, "    ")
    write_whole(path, (DOCTYPE + ET.tostring(root, encoding="unicode") + "\n").encode())
    return missing


def compile_table(path: Path) -> Path:
    """Make of a table what Qt reads."""
    compiled = path.with_suffix(".qm")
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    beside = compiled.with_suffix(".part")  # a studio that runs keeps reading the old file
    subprocess.run([str(program), "-silent", str(path), "-qm", str(beside)], check=True)
    return beside.replace(compiled)


def build() -> int:
    """Bring all tables up to date and say what nobody has translated; 1 when there is such a thing."""
    code = 0
    for path in sorted(FOLDER.glob("signwright_*.ts")):
        missing = write_table(path, path.stem.removeprefix("signwright_"), read_table(path))
        compile_table(path)
        print(f"{path.name}: {len(sentences())} sentences, {len(missing)} without a translation")
        for text in missing:
            print(f"  {text!r}")
        code = code or int(bool(missing))
    return code
