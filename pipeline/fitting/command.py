"""The command `fit`: many clips in parts, none of which stops the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import torch

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.fitting import dictionary
from pipeline.fitting.clip.fit import ClipFit, fit_clips
from pipeline.fitting.commands import Fit
from pipeline.fitting.points import Points
from pipeline.fitting.published.fit import fit_published
from pipeline.fitting.published.weights import PUBLISHED
from pipeline.fitting.quality.measures import idle_sides, sight
from pipeline.fitting.quality.report import as_json, judge
from pipeline.fitting.resting import with_resting_arms
from pipeline.fitting.results import MOTION, REPORT, SHEET, Place, origin
from pipeline.fitting.sheets.series import Sheets
from pipeline.fitting.takes import Label, Take, takes, units
from pipeline.fitting.vposer import VPoser, load_vposer
from pipeline.keypoints.keypoints import Keypoints, evenly
from pipeline.keypoints.sources import safe
from pipeline.progress import Cancelled

FITTER = 6
"""Counted up when the same keypoints give another motion, so that results of before are made again."""
UNIT = {"cpu": 32, "cuda": 256}
"""Takes that are fitted together; a kill loses at most as many."""
STOPPED = "Stopped; what is done is kept, and the same command goes on from there."


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """One clip of a take, ready to be fitted, and its report if it was done before."""

    take: Take
    place: Place
    origin: str
    labels: tuple[Label, ...]
    keypoints: Keypoints
    notes: tuple[str, ...]
    report: dict[str, Any] | None
    part: str = ""  # its name in a file that holds several clips


def fit(command: Fit, console: Console) -> None:
    """Write motion and report of every clip, then list those that could not be done.

    Raises BadInput when there were any, and Cancelled.
    """
    if command.device == "cuda" and not torch.cuda.is_available():
        raise BadInput("There is no NVIDIA card that can be used here: leave --device out to do without.")
    run = _Run(command, console)
    found = takes(command.inputs, command.signer, command.language, command.output)
    if command.dictionary is not None:
        dictionary.check(command, found)
    try:
        for unit in units(found, UNIT[command.device]):
            run.unit(unit, len(found))
    except Cancelled:
        raise Cancelled(STOPPED) from None
    finally:
        run.sheets.close()
    run.conclude()


class _Run:
    """The clips done so far, and those that could not be."""

    def __init__(self, command: Fit, console: Console) -> None:
        self._command, self._console = command, console
        self._points = Points(command, console)
        self._settings = f"fit {FITTER}; {command.body}; {self._points.settings}"
        if command.objective != "ours":
            self._settings += f"; {command.objective}, {command.vposer and command.vposer.resolve()}"
        elif command.vposer is not None:
            raise BadInput("--vposer is a prior of the published objective: add --objective paper.")
        self._done = self._total = self._before = 0
        self.sheets = Sheets(command.fps)
        self._reports: list[dict[str, Any]] = []
        self._failed: list[tuple[str, str, str]] = []  # clip, input, reason

    @cached_property
    def _body(self) -> BodyModel:
        return signer(self._command.body)

    @cached_property
    def _vposer(self) -> VPoser | None:
        return load_vposer(self._command.vposer) if self._command.vposer else None

    def unit(self, unit: Sequence[Take], total: int) -> None:
        """Fit what is not done yet of a unit, with the clips of the same signers that are."""
        self._total = total
        self._console(self._done, total, "looking")
        origins = {take: self._origin(take) for take in unit}
        finished = {
            take: report for take in unit if (report := self._finished(take, origins[take])) is not None
        }
        busy = {take.signer for take in unit if take not in finished}
        clips = [clip for take in unit if take.signer in busy for clip in self._clips(take, origins[take])]
        for report in (*finished.values(), *(clip.report for clip in clips if clip.take not in finished)):
            if report is not None:
                self._before += 1
                self._reports.append(report)
        pending = {clip.take.signer for clip in clips if clip.report is None}
        for clip, found in self._fitted([clip for clip in clips if clip.take.signer in pending]):
            if clip.report is None:
                self._reports.append(self._written(clip, found))
        self._done += len(unit)
        self._console(self._done, total, "fitting")

    def _origin(self, take: Take) -> str | None:
        """What a take's results are made of; None for a file that cannot be read."""
        try:
            return origin(take.source.path, self._settings)
        except (BadInput, OSError):
            return None

    def _finished(self, take: Take, made_of: str | None) -> dict[str, Any] | None:
        """The report of a take with one clip that was done before."""
        if made_of is None:
            return None
        return Place(self._command.output, take.source.name).report(made_of, self._command.sheets)

    def _clips(self, take: Take, made_of: str | None) -> Iterator[Clip]:
        """The clips of a take; what cannot be fitted is noted down."""
        try:
            made_of = made_of or origin(take.source.path, self._settings)
            clips, notes = self._points.of(take)
        except (BadInput, OSError) as error:
            self._fail(take.source.name, take, str(error))
            return
        for name, keypoints in clips.items():
            place, labels, made = Place(self._command.output, take.source.name), take.labels, made_of
            if len(clips) > 1:
                place = Place(self._command.output, f"{take.source.name}/{safe(name)}")
                labels = tuple(replace(label, gloss=name) for label in take.labels)
                made = f"{made_of} {name}"
            given = keypoints if keypoints.even else evenly(keypoints)
            report = place.report(made, self._command.sheets)
            yield Clip(take, place, made, labels, given, notes, report, name if len(clips) > 1 else "")

    def _fitted(self, clips: Sequence[Clip]) -> Iterator[tuple[Clip, ClipFit]]:
        """The fits of clips, one body for each signer; where that breaks down, one after the other."""
        if not clips:
            return
        try:
            for clip, found in zip(clips, self._fit(clips), strict=True):
                if isinstance(found, BadInput):
                    self._fail(clip.place.name, clip.take, str(found))
                else:
                    yield clip, found
        except RuntimeError as error:
            if len(clips) == 1:
                reason = str(error).splitlines()[0]
                self._fail(
                    clips[0].place.name, clips[0].take, f"It cannot be fitted ({reason}): leave it out."
                )
                return
            for clip in clips:
                yield from self._fitted([clip])

    def _fit(self, clips: Sequence[Clip]) -> Sequence[ClipFit | BadInput]:
        count = f"{len(clips)} clips" if len(clips) > 1 else clips[0].place.name

        def told(done: int, total: int, note: str = "") -> None:
            self._console(self._done, self._total, f"fitting {count}, {done / max(total, 1):.0%}")

        if self._command.objective != "ours":
            weights = PUBLISHED[self._command.objective]
            return fit_published([clip.keypoints for clip in clips], self._body, weights, self._vposer, told)
        return fit_clips(
            [clip.keypoints for clip in clips],
            self._body,
            self._command.device,
            signers=[clip.take.signer for clip in clips],
            progress=told,
        )

    def _written(self, clip: Clip, found: ClipFit) -> dict[str, Any]:
        quality = judge(found, self._body)  # of what was fitted, not of arms that are put to rest
        idle = idle_sides(sight(found))
        found = replace(found, motion=with_resting_arms(found.motion, idle, self._body))
        facts: dict[str, Json] = {
            "input": str(clip.take.source.path),
            "film": str(clip.take.film) if clip.take.film else None,
            "part": clip.part,
            "start": round(float(clip.keypoints.times[0]), 4),
            "clip": clip.place.name,
            "labels": [
                {"gloss": label.gloss, "language": label.language, "variant": label.variant}
                for label in clip.labels
            ],
            "signer": clip.take.signer,
            "fps": round(found.motion.fps, 4),
            "quality": as_json(quality),
            "notes": [*clip.notes, *quality.notes],
        }
        title = f"{clip.place.name}   grade {quality.grade:.2f}"
        sheet = self.sheets.draw(found, self._body, title, clip.take.film) if self._command.sheets else None
        report = clip.place.write(clip.origin, found.motion, facts, sheet)
        self._console.say(f"{clip.place.name}: {found.motion.frames} frames, grade {quality.grade:.2f}.")
        for note in (*clip.notes, *quality.notes):
            self._console.say(f"  {note}")
        return report

    def _fail(self, name: str, take: Take, reason: str) -> None:
        self._failed.append((name, str(take.source.path), reason))
        self._console.say(f"{name}: could not be done. {reason}")

    def conclude(self) -> None:
        """Fill the dictionary and tell what came out; raises BadInput when something could not be done."""
        if self._command.dictionary is not None:
            added, refused = dictionary.enter(self._command, self._reports)
            self._console.say(f"{added} sign{'' if added == 1 else 's'} added to {self._command.dictionary}.")
            self._failed += [(clip, str(self._command.dictionary), reason) for clip, reason in refused]
        failed: list[Json] = [
            {"clip": name, "input": path, "reason": reason} for name, path, reason in self._failed
        ]
        count, out = len(self._reports), self._command.output
        if count:
            before = f", {self._before} of them before" if self._before else ""
            sentence = f"{count} clip{'' if count == 1 else 's'} fitted to {out}{before}."
            facts: dict[str, Json] = {"clips": self._facts(), "failed": failed, "before": self._before}
            self._console.result(sentence, facts)
        if self._failed:
            names = "\n".join(f"  {name}: {reason}" for name, _, reason in self._failed)
            raise BadInput(
                f"{len(self._failed)} of {count + len(self._failed)} clips could not be done:\n{names}"
            )

    def _facts(self) -> list[Json]:
        found: list[Json] = []
        for report in self._reports:
            place = Place(self._command.output, report["clip"])
            found.append(
                {
                    "clip": report["clip"],
                    "motion": str(place.at(MOTION)),
                    "report": str(place.at(REPORT)),
                    "sheet": str(place.at(SHEET)) if self._command.sheets else None,
                    "grade": report["quality"]["grade"],
                }
            )
        return found
