"""The dictionary that comes with the program: the manual alphabets of ASL and DGS, fitted to captures."""

from pathlib import Path

from pipeline.progress import Progress, silent
from pipeline.resources import RESOURCES
from pipeline.signs.captures import opened_lexicon, read_index
from pipeline.signs.letters import Part, fit_alphabet
from pipeline.signs.store import new_store

STARTER = RESOURCES / "starter" / "starter.sqlite"
LANGUAGES = ("ase", "gsg")


def build_starter(captures: Path | None = None, out: Path = STARTER, progress: Progress = silent) -> None:
    """Fit every letter of both alphabets and write the dictionary `out`, whole or not at all.

    `captures` is the wheel of `spoken-to-signed` 0.4.0 or its unpacked folder; see
    `captures.opened_lexicon` for what happens without it. Raises BadInput.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with opened_lexicon(captures, progress) as lexicon:
        alphabets = {language: read_index(lexicon, language) for language in LANGUAGES}
        total, done = 2 * sum(len(letters) for letters in alphabets.values()), 0
        with new_store(out) as store:
            for letters in alphabets.values():
                for letter in fit_alphabet(letters, Part(progress, done, total)):
                    store.add(letter.draft, letter.motion)
                done += 2 * len(letters)
    progress(total, total, f"wrote {out}")
