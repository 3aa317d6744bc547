"""What `speak` is asked to sign: a text, a saved project, or the glosses of an ELAN file."""

import sys
from dataclasses import replace

from pipeline.commands import Speak
from pipeline.console import Console
from pipeline.errors import BadInput
from pipeline.exchange.eaf import read_eaf
from pipeline.exchange.from_eaf import gloss_tier, sign_tier
from pipeline.signs.store import SignStore
from pipeline.text.languages import LANGUAGE_NAMES, LANGUAGE_PAIRS
from pipeline.text.translation import Translation
from pipeline.timeline.edits import adopt, set_manner
from pipeline.timeline.manner import named
from pipeline.timeline.project import Project, load_project
from pipeline.timeline.resolve import resolve


def asked(command: Speak, by: Translation) -> Project:
    """What to sign, its glosses and signs not yet found. Raises BadInput."""
    given = [bool(command.text), command.project is not None, command.tiers is not None]
    if sum(given) > 1:
        raise BadInput("Give one of a text, --project and --tiers.")
    if command.tier and command.tiers is None:
        raise BadInput("--tier names a tier of an ELAN file: name the file with --tiers.")
    if not command.text and any(given) and (command.model or command.glossary):
        raise BadInput("--model and --glossary are for texts: leave them out, nothing is translated here.")
    if command.project is not None:
        return load_project(command.project)
    language, sign_language = _pair(command, by)
    if command.tiers is not None:
        return Project(text="", language=language, sign_language=sign_language, signer="")
    text = sys.stdin.read() if command.text == "-" else command.text
    if not text.strip():
        raise BadInput('There is no text to sign: write it after speak, as in speak "Hello" -o hello.mp4.')
    return Project(text=text, language=language, sign_language=sign_language, signer="")


def _pair(command: Speak, by: Translation) -> tuple[str, str]:
    """The languages that are named, or else those of the model, or else from English."""
    if by.pair and (command.language or by.pair[0]) == by.pair[0]:
        return by.pair
    language = command.language or "en"
    sign_language = command.sign_language or dict(LANGUAGE_PAIRS).get(language, "")
    if not sign_language:
        known = ", ".join(language for language, _ in LANGUAGE_PAIRS)
        raise BadInput(f"There is no translation from {language!r}: choose one of {known}.")
    return language, sign_language


def performed(
    command: Speak, project: Project, store: SignStore, by: Translation, console: Console
) -> Project:
    """The project with glosses and signs from `store`. Raises BadInput when nothing of it can be signed."""
    if project.timeline.clips:
        project, notes = resolve(project, store)
        for note in notes:
            console.say(note)
    else:
        project = _signed(command, project, store, by)
    if not project.timeline.clips:
        raise BadInput("Nothing in the text can be signed with this dictionary: write some words in it.")
    manner = named(command.manner) if command.manner else project.timeline.manner
    manner = replace(manner, faces=project.timeline.manner.faces and command.faces)
    return set_manner(project, manner, store) if manner != project.timeline.manner else project


def _signed(command: Speak, project: Project, store: SignStore, by: Translation) -> Project:
    pair = project.language, project.sign_language
    known = store.glosses(pair[1])
    if not known:
        name = LANGUAGE_NAMES.get(pair[1], pair[1])
        raise BadInput(f"The dictionary has no signs of {name}: choose another with --dictionary.")
    if command.tiers is not None:
        return sign_tier(project, gloss_tier(read_eaf(command.tiers), command.tier), store)
    return adopt(project, by(project.text, *pair, known), store)
