"""Published 3D dictionaries into ours, and ours into such files."""

import os
import pickle  # noqa: TID251  (writes; reading goes through restricted_pickle)
from pathlib import Path

import numpy as np

from pipeline.body import layout
from pipeline.body.signers import VARIABLE
from pipeline.console import Console
from pipeline.errors import BadInput
from pipeline.fitting.vposer import load_vposer
from pipeline.motion.edit import crop
from pipeline.motion.files import write_whole
from pipeline.motion.motion import Motion
from pipeline.npz import opened
from pipeline.signs.records.clips import Cut, best, read_cuts
from pipeline.signs.records.commands import Export, Import
from pipeline.signs.records.motions import FLAT, Hands, to_motion, to_record
from pipeline.signs.records.pickles import read_records, write_records
from pipeline.signs.sign import Sign, Status
from pipeline.signs.store import Draft, SignStore, new_store

TOLD = 10
"""Sentences about single videos that are told; the rest is counted."""


def import_records(command: Import, console: Console) -> None:
    """Write the dictionary and tell what was left out. Raises BadInput, and Cancelled."""
    if not 1 <= command.fps <= 300:
        raise BadInput(f"{command.fps:g} frames a second is out of reach: --fps takes 1 to 300.")
    hands = _hands(command.hands, command.model)
    vposer = load_vposer(command.vposer) if command.vposer else None
    records = read_records(command.input)
    cuts = best(read_cuts(command.clips), command.most) if command.clips else None
    wanted: dict[str, list[Cut]] = {}
    for cut in cuts or ():
        wanted.setdefault(cut.video, []).append(cut)
    notes: list[str] = []
    count = 0
    with new_store(command.output) as store:
        for done, (name, record) in enumerate(records.items()):
            console(done, len(records), name[-40:])
            own = wanted.pop(name, []) if cuts is not None else [_whole(name, record.numbers)]
            if not own:
                continue
            motion, view, told = to_motion(record, command.fps, hands, vposer)
            notes += told
            for cut in own:
                count += _add(store, command, cut, motion, view.number, notes)
        if not count:
            raise BadInput(f"No clip of {command.clips} is in {command.input}: they do not belong together.")
    missing = sum(len(own) for own in wanted.values())
    if missing:
        notes.append(f"{missing} clips are of videos that {command.input.name} does not hold.")
    for note in notes[:TOLD]:
        console.say(note)
    if len(notes) > TOLD:
        console.say(f"{len(notes) - TOLD} more videos have such remarks.")
    console.result(
        f"{count} signs from {len(records)} videos are in {command.output}.",
        {"path": str(command.output), "signs": count, "videos": len(records), "notes": list(notes)},
    )


def _whole(name: str, numbers: np.ndarray) -> Cut:
    """A whole video as one sign, named by the last part of its name."""
    return Cut(name.rsplit("/", 1)[-1] or name, name, int(numbers[0]), int(numbers[-1]) + 1)


def _add(store: SignStore, command: Import, cut: Cut, motion: Motion, first: int, notes: list[str]) -> int:
    """Store a clip and return 1, or note why it cannot be and return 0."""
    start, end = cut.start - first, min(cut.end - first, motion.frames)
    if start < 0 or start >= end:
        notes.append(f"{cut.name}: {cut.video} was not fitted there; left out.")
        return 0
    part = crop(motion, start / motion.fps, (end - 1) / motion.fps)
    origin = command.source or command.input.name
    draft = Draft(
        gloss=cut.gloss,
        language=command.sign_language,
        source=f"{origin} {cut.video} [{cut.start}:{cut.end}]",
        licence=command.licence,
        status=Status.UNDECIDED,
        scores={} if cut.score is None else {"recognition": cut.score},
    )
    try:
        store.add(draft, part)
    except BadInput as error:
        notes.append(f"{cut.name}: left out. {error}")
        return 0
    return 1


def export_records(command: Export, console: Console) -> None:
    """Write the pickle of a dictionary's signs, and their clips if asked for. Raises BadInput."""
    hands = _hands(command.hands, command.model)
    with SignStore(command.input) as store:
        languages = (command.sign_language,) if command.sign_language else store.languages()
        signs = [sign for language in languages for sign in store.search("", language, limit=10**9)]
        signs = [sign for sign in signs if sign.status is not Status.REJECTED]
        if not signs:
            raise BadInput(f"{command.input} has no signs of {', '.join(languages) or 'any language'}.")
        names = _names(signs)
        records = []
        for done, sign in enumerate(signs):
            console(done, len(signs), sign.gloss)
            records.append(to_record(names[sign.id], store.motion(sign.id), hands))
    write_records(command.output, records)
    if command.clips is not None:
        _write_clips(command.clips, signs, names)
    faces = "their face units, which the format does not have, are left out"
    console.result(
        f"{len(signs)} signs are in {command.output}; VPoser's latents in it are zero, and {faces}.",
        {"path": str(command.output), "signs": len(signs)},
    )


def _names(signs: list[Sign]) -> dict[int, str]:
    """A name of its own for every sign: its gloss, numbered from the second on."""
    taken: set[str] = set()
    found: dict[int, str] = {}
    for sign in signs:
        name, number = sign.gloss, 1
        while name in taken:
            number += 1
            name = f"{sign.gloss}_{number}"
        taken.add(name)
        found[sign.id] = name
    return found


def _write_clips(path: Path, signs: list[Sign], names: dict[int, str]) -> None:
    content: dict[str, list[tuple[dict[str, object], float]]] = {}
    for sign in signs:
        start, end = round(sign.onset * sign.fps), round(sign.offset * sign.fps) + 1
        cut = Cut(sign.gloss, names[sign.id], start, end)
        clip: dict[str, object] = {
            "video_file": cut.video,
            "name": cut.name,
            "label": cut.gloss,
            "seq_len": end - start,
            "start": start,
            "end": end,
        }
        content.setdefault(sign.gloss, []).append((clip, sign.score))
    for items in content.values():
        items.sort(key=lambda item: -item[1])
    write_whole(path, pickle.dumps(content, 4))


def _hands(kind: str, model: Path | None) -> Hands:
    """What the hands are relative to, out of the user's model."""
    named = model or os.environ.get(VARIABLE)
    if kind == "flat" and not named:
        return FLAT
    if not named:
        raise BadInput(
            "Published hands are relative to a mean hand that only your own SMPL-X file holds: name the file "
            "with --model, or add --hands flat to take them as relative to the flat hand."
        )
    path = Path(named).expanduser()
    with opened(path, layout.ADVICE) as file:
        layout.check_kind(file)
        mean = layout.hands_mean(file)
        parts = [layout.fitting(file, f"hands_components{side}", 45, 45) for side in "lr"]
    if kind == "mean" and mean is None:
        raise BadInput(f"{path} holds a flat mean hand: name another model, or add --hands flat.")
    flat = FLAT.mean if kind == "flat" or mean is None else mean
    return Hands(flat, (parts[0].astype(np.float32), parts[1].astype(np.float32)))
