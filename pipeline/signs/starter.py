"""The dictionary that comes with the program: fitted alphabets, and composed lexicons made anew.

Fitting the alphabets is `fitted`, so that nothing here needs torch.
"""

from dataclasses import replace
from pathlib import Path

from pipeline.body.signers import signer
from pipeline.progress import Part, Progress, silent
from pipeline.resources import RESOURCES
from pipeline.signs.captures import CREATED
from pipeline.signs.composing import Report, add_composed
from pipeline.signs.draft import draft_of
from pipeline.signs.lexicon import LEXICONS, Entry, read_lexicon
from pipeline.signs.store import SignStore, new_store

STARTER = RESOURCES / "starter" / "starter.sqlite"
LANGUAGES = ("ase", "gsg")


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
        reports = add_lexicons(described, store, Part(progress, 0, total))
    progress(total, total, f"wrote {out}")
    return reports


def add_lexicons(described: dict[str, tuple[Entry, ...]], store: SignStore, progress: Part) -> list[Report]:
    """Compose the lexicons of all languages with the shipped signer."""
    reports: list[Report] = []
    for language, entries in described.items():
        part = replace(progress, before=progress.before + len(reports))
        reports += add_composed(entries, language, signer("woman"), store, CREATED, part)
    return reports
