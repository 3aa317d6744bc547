"""The command `keypoints`: many clips, one after the other, none of which stops the rest."""

from pathlib import Path

from pipeline.commands import FindKeypoints
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.keypoints import files
from pipeline.keypoints.cleaning import clean
from pipeline.keypoints.detect.choice import choose_detector, choose_scorer
from pipeline.keypoints.detect.clip import detect
from pipeline.keypoints.detect.detector import Detector
from pipeline.keypoints.detect.scores import FaceScorer
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.read import read_keypoints
from pipeline.keypoints.readers.assumptions import Assumptions, assumptions
from pipeline.keypoints.sources import Source, gathered, safe
from pipeline.progress import Cancelled

STOPPED = "Stopped; what is done is kept, and the same command goes on from there."


def find_keypoints(command: FindKeypoints, console: Console) -> None:
    """Write the keypoints of every clip, then list those that could not be done.

    Raises BadInput when there were any, and Cancelled.
    """
    sources = gathered(command.inputs)
    assumed = assumptions(command.fps)
    single = command.output.suffix.lower() == ".npz"
    if single and len(sources) > 1:
        raise BadInput(f"{command.output} can hold one clip, not {len(sources)}: name a folder with -o.")
    pictured = any(source.has_pictures for source in sources)
    detector = choose_detector(command.detector, command.model) if pictured else None
    scorer = choose_scorer(command.face_model) if pictured else None
    clips: list[Json] = []
    failed: list[tuple[Source, str]] = []
    for number, source in enumerate(sources, 1):
        out = command.output if single else command.output / f"{source.name}.npz"
        try:
            clips += _one(source, out, detector, scorer, assumed, console)
        except Cancelled:
            raise Cancelled(STOPPED) from None
        except (BadInput, OSError) as error:
            failed.append((source, str(error)))
            console.say(f"{source.name}: could not be done. {error}")
        if len(sources) > 1:
            console(number, len(sources), "clips")
    lost: list[Json] = [{"input": str(source.path), "reason": reason} for source, reason in failed]
    done = f"{len(clips)} clip{'' if len(clips) == 1 else 's'} written to {command.output}."
    if clips:
        console.result(done, {"clips": clips, "failed": lost})
    if failed:
        names = "\n".join(f"  {source.name}: {reason}" for source, reason in failed)
        raise BadInput(f"{len(failed)} of {len(sources)} clips could not be done:\n{names}")


def _one(
    source: Source,
    out: Path,
    detector: Detector | None,
    scorer: FaceScorer | None,
    assumed: Assumptions,
    console: Console,
) -> list[Json]:
    """Write the clips of one source and tell what was found; returns the facts of each."""
    if detector is not None and source.has_pictures:
        found = detect(source.path, out, detector, assumed.fps, console, scorer)
        if found.resumed:
            console.say(f"{source.name}: {found.resumed} frames were done before.")
        return [_told(source, source.name, out, found.keypoints, found.notes, console)]
    clips, notes = read_keypoints(source.path, assumed)
    for note in notes:
        console.say(note)
    facts: list[Json] = []
    for name, clip in clips.items():
        label = source.name if len(clips) == 1 else f"{source.name}, {name}"
        place = out if len(clips) == 1 else out.with_suffix("") / f"{safe(name)}.npz"
        place.parent.mkdir(parents=True, exist_ok=True)
        files.save(clip, place, f"read from {source.path.name}")
        facts.append(_told(source, label, place, clip, (), console))
    return facts


def _told(
    source: Source, label: str, out: Path, clip: Keypoints, notes: tuple[str, ...], console: Console
) -> Json:
    """Tell what was found in a clip called `label`; returns the same as facts."""
    shares = {part: round(share, 4) for part, share in clip.shares().items()}
    found = ", ".join(f"{part} {share:.0%}" for part, share in shares.items())
    console.say(f"{label}: {clip.frames} frames at {clip.fps:.4g} fps; found {found}.")
    doubts = (*notes, *clean(clip).sentences())
    for doubt in doubts:
        console.say(f"  {doubt}")
    return {
        "input": str(source.path),
        "path": str(out),
        "frames": clip.frames,
        "fps": clip.fps,
        "found": dict(shares),
        "notes": list(doubts),
    }
