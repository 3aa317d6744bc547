"""`speak`: a text or a saved project becomes a video, a 3D file or captions, without a screen."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.body.signers import USER, VARIABLE, signer
from pipeline.commands import Speak
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.exchange.attribution import write_attribution
from pipeline.exchange.captions import lines_of, sentence_cues
from pipeline.exchange.outputs import MOTIONS, TEXTS
from pipeline.motion.motion import Motion
from pipeline.render.background import background
from pipeline.render.camera import preset
from pipeline.render.formats import H264, SUFFIXES, format_for
from pipeline.render.look import look
from pipeline.render.video import ExportReport, VideoOptions, export_video
from pipeline.signs.sign import Provenance
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Gloss, GlossSequence, Origin
from pipeline.text.languages import LANGUAGE_NAMES, LANGUAGE_PAIRS
from pipeline.text.translate import translate
from pipeline.timeline.assemble import assemble
from pipeline.timeline.bake import bake
from pipeline.timeline.project import Project, load_project
from pipeline.timeline.resolve import resolve


def speak(command: Speak, console: Console) -> None:
    """Write the file that `command` asks for. Raises BadInput, OSError and Cancelled."""
    suffix = command.output.suffix.lower()
    options = None if suffix in MOTIONS or suffix in TEXTS else _video_options(command)
    project = _project(command)
    body = signer(command.model or command.signer or _signer(project))
    with SignStore(command.dictionary or project.dictionary or STARTER) as store:
        project = _performed(project, store, console)
        motion = bake(project.timeline, store, command.picture.fps)
        for sentence in [*told(project.glosses), *provenance(project)]:
            console.say(sentence)
        facts = _facts(command.output, project)
        if options is None:
            if suffix in MOTIONS:
                MOTIONS[suffix](command.output, motion, body)
            else:
                TEXTS[suffix](command.output, project)
            sentence, more = f"Wrote {command.output}.", _motion_facts(motion)
        else:
            captions = lines_of(sentence_cues(project)) if command.picture.captions else ()
            comment = " ".join(provenance(project))
            report = export_video(body, motion, command.output, options, console, comment, captions)
            sentence, more = _sentence(command.output, report), _video_facts(report)
        if command.attribution:
            more["attribution"] = str(write_attribution(command.output, project, store))
    console.result(sentence, facts | more)


def _video_options(command: Speak) -> VideoOptions:
    picture, output = command.picture, command.output
    if not picture.format and output.suffix.lower() not in SUFFIXES and not output.is_dir():
        known = ", ".join((*SUFFIXES, *MOTIONS, *TEXTS))
        raise BadInput(f"{output.name} does not say what to write: end the name with one of {known}.")
    nameless = output.is_dir() and not picture.format  # which is told once the place is looked at
    return VideoOptions(
        width=picture.width,
        height=picture.height,
        fps=picture.fps,
        quality=picture.quality,
        camera=preset(picture.camera),
        background=background(picture.background),
        format=H264 if nameless else format_for(output, picture.format),
        look=look(picture.lights, picture.skin, picture.top),
    )


def _project(command: Speak) -> Project:
    """What to sign, its signs not yet found."""
    if command.project is not None:
        if command.text:
            raise BadInput("Give either a text or --project, not both.")
        return load_project(command.project)
    text = sys.stdin.read() if command.text == "-" else command.text
    if not text.strip():
        raise BadInput('There is no text to sign: write it after speak, as in speak "Hello" -o hello.mp4.')
    sign_language = command.sign_language or dict(LANGUAGE_PAIRS).get(command.language, "")
    if not sign_language:
        known = ", ".join(language for language, _ in LANGUAGE_PAIRS)
        raise BadInput(f"There is no translation from {command.language!r}: choose one of {known}.")
    return Project(text=text, language=command.language, sign_language=sign_language, signer="")


def _signer(project: Project) -> str:
    return project.signer or (USER if os.environ.get(VARIABLE) else "woman")


def _performed(project: Project, store: SignStore, console: Console) -> Project:
    """The project with glosses and signs from `store`."""
    if project.timeline.clips:
        project, notes = resolve(project, store)
        for note in notes:
            console.say(note)
    else:
        known = store.glosses(project.sign_language)
        if not known:
            name = LANGUAGE_NAMES.get(project.sign_language, project.sign_language)
            raise BadInput(f"The dictionary has no signs of {name}: choose another with --dictionary.")
        glosses = translate(project.text, project.language, project.sign_language, known)
        project = replace(project, glosses=glosses, timeline=assemble(glosses, store))
    if not project.timeline.clips:
        raise BadInput("Nothing in the text can be signed with this dictionary: write some words in it.")
    return project


def told(glosses: GlossSequence) -> list[str]:
    """What a person should know about the translation: all glosses in a line, then what is not signed."""
    lines = ["Signing: " + " ".join(_shown(gloss) for gloss in glosses.glosses)]
    missing = [gloss.name for gloss in glosses.glosses if gloss.origin is Origin.MISSING]
    if missing:
        lines.append("Not signed, as the dictionary has no sign for it: " + ", ".join(missing))
    for gloss in glosses.glosses:
        if gloss.unspelled and gloss.origin is not Origin.MISSING:
            lines.append(f"Not spelled in {gloss.name}: {gloss.unspelled}")
    for dropped in glosses.dropped:
        words = glosses.text[slice(*dropped.span)]
        lines.append(f"Left out: {words} ({dropped.reason})")
    return lines


def provenance(project: Project) -> list[str]:
    """Which signs nobody was seen signing, in a sentence; nothing when all are captured."""
    composed = dict.fromkeys(clip.label for clip in project.timeline.clips if clip.composed)
    return (
        [f"{Provenance.COMPOSED.value.capitalize()}, not captured: {', '.join(composed)}."]
        if composed
        else []
    )


def _shown(gloss: Gloss) -> str:
    return "-".join(gloss.signs) if gloss.origin is Origin.SPELLED else gloss.name


def _sentence(path: Path, report: ExportReport) -> str:
    rate = report.frames / max(report.seconds, 1e-9)
    return f"Wrote {path}: {report.frames} frames in {report.seconds:.1f} s ({rate:.1f} frames a second)."


def _facts(path: Path, project: Project) -> dict[str, Json]:
    composed = {clip.label for clip in project.timeline.clips if clip.composed}
    glosses: list[Json] = [
        {
            "gloss": gloss.name,
            "origin": gloss.origin.value,
            "signs": list(gloss.signs),
            "provenance": [
                (Provenance.COMPOSED if label in composed else Provenance.CAPTURED).value
                for label in gloss.signs
            ],
            "span": list(gloss.span) if gloss.span else None,
            "unspelled": gloss.unspelled,
        }
        for gloss in project.glosses.glosses
    ]
    return {
        "path": str(path),
        "glosses": glosses,
        "dropped": [{"span": list(part.span), "reason": part.reason} for part in project.glosses.dropped],
    }


def _motion_facts(motion: Motion) -> dict[str, Json]:
    return {"frames": motion.frames, "seconds": round(motion.seconds, 3)}


def _video_facts(report: ExportReport) -> dict[str, Json]:
    return {
        "frames": report.frames,
        "seconds": round(report.seconds, 3),
        "rendering": round(report.rendering, 3),
        "reading": round(report.reading, 3),
        "encoding": round(report.encoding, 3),
    }
