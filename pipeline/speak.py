"""`speak`: a text or a saved project becomes a video, a 3D file or captions, without a screen."""

import os
from pathlib import Path

from pipeline.asked import asked, performed
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
from pipeline.text.translation import Translation, open_translation
from pipeline.timeline.bake import bake
from pipeline.timeline.project import Project


def speak(command: Speak, console: Console, by: Translation | None = None) -> None:
    """Write the file that `command` asks for. Raises BadInput, OSError and Cancelled.

    `by` translates, where it is open already; else what the command names does.
    """
    suffix = command.output.suffix.lower()
    options = None if suffix in MOTIONS or suffix in TEXTS else _video_options(command)
    by = by or _translation(command)
    project = asked(command, by)
    body = signer(command.body or command.signer or _signer(project))
    with SignStore(command.dictionary or project.dictionary or STARTER) as store:
        project = performed(command, project, store, by, console)
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


def _translation(command: Speak) -> Translation:
    """The model and the glossary that are named; the model has to be one for the language that is."""
    by = open_translation(command.model, command.glossary)
    if by.pair and command.language not in ("", by.pair[0]):
        raise BadInput(
            f"The model translates {' to '.join(by.pair)}, not {command.language}: leave --language out."
        )
    return by


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
        look=look(picture.lights, picture.skin, picture.top, picture.ground),
    )


def _signer(project: Project) -> str:
    return project.signer or (USER if os.environ.get(VARIABLE) else "woman")


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
