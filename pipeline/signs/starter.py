"""The dictionary that comes with the program: alphabets fitted to captures, and composed lexicons."""

from dataclasses import replace
from pathlib import Path

from pipeline.body.signers import signer
from pipeline.progress import Progress, silent
from pipeline.resources import RESOURCES
from pipeline.signs.captures import opened_lexicon, read_index
from pipeline.signs.composing import Report, add_composed
from pipeline.signs.draft import draft_of
from pipeline.signs.letters import CREATED, Part, fit_alphabet
from pipeline.signs.lexicon import LEXICONS, Entry, read_lexicon
from pipeline.signs.store import SignStore, new_store

STARTER = RESOURCES / "starter" / "starter.sqlite"
LANGUAGES = ("ase", "gsg")


def build_starter(
    captures: Path | None = None, out: Path = STARTER, progress: Progress = silent, lexicons: Path = LEXICONS
) -> list[Report]:
    """Fit every letter of both alphabets, compose the lexicons and write `out`, whole or not at all.

    `captures` is the wheel of `spoken-to-signed` 0.4.0 or its unpacked folder; see
    `captures.opened_lexicon` for what happens without it. Raises BadInput.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    described = {language: read_lexicon(lexicons, language) for language in LANGUAGES}
    with opened_lexicon(captures, progress) as lexicon:
        alphabets = {language: read_index(lexicon, language) for language in LANGUAGES}
        letters = 2 * sum(map(len, alphabets.values()))
        total, done = letters + sum(map(len, described.values())), 0
        with new_store(out) as store:
            for alphabet in alphabets.values():
                for letter in fit_alphabet(alphabet, Part(progress, done, total)):
                    store.add(letter.draft, letter.motion)
                done += 2 * len(alphabet)
            reports = _compose(described, store, Part(progress, done, total))
    progress(total, total, f"wrote {out}")
    return reports


def compose_starter(
    out: Path = STARTER, progress: Progress = silent, lexicons: Path = LEXICONS
) -> list[Report]:
    """Compose the lexicons anew and keep the captured signs of `out` as they are; raises BadInput.

    Where there is no `out` yet, they are those of the shipped dictionary. Gives the bytes that
    `build_starter` gives when it fits the same letters.
    """
    described = {language: read_lexicon(lexicons, language) for language in LANGUAGES}
    total = sum(map(len, described.values()))
    with SignStore(out if out.exists() else STARTER, raw=True) as old, new_store(out) as store:
        for sign in old.captured():
            store.add(draft_of(sign, old.features(sign.id), old.recordings(sign.id)), old.motion(sign.id))
        reports = _compose(described, store, Part(progress, 0, total))
    progress(total, total, f"wrote {out}")
    return reports


def _compose(described: dict[str, tuple[Entry, ...]], store: SignStore, progress: Part) -> list[Report]:
    """Compose the lexicons of all languages with the shipped signer."""
    reports: list[Report] = []
    for language, entries in described.items():
        part = replace(progress, before=progress.before + len(reports))
        reports += add_composed(entries, language, signer("woman"), store, CREATED, part)
    return reports
