"""The dictionary that comes with the program made anew: alphabets fitted, and lexicons composed."""

from pathlib import Path

from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.progress import Part, Progress, silent
from pipeline.signs import starter
from pipeline.signs.captures import opened_lexicon, read_index
from pipeline.signs.composing import Report
from pipeline.signs.letters import fit_alphabet, read_letter
from pipeline.signs.lexicon import LEXICONS, read_lexicon
from pipeline.signs.starter import add_lexicons
from pipeline.signs.store import new_store


def build_starter(
    captures: Path | None = None,
    out: Path = starter.STARTER,
    progress: Progress = silent,
    lexicons: Path = LEXICONS,
) -> list[Report]:
    """Fit every letter of both alphabets, compose the lexicons and write `out`, whole or not at all.

    `captures` is the wheel of `spoken-to-signed` 0.4.0 or its unpacked folder; see
    `captures.opened_lexicon` for what happens without it. Raises BadInput.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    described = {language: read_lexicon(lexicons, language) for language in starter.LANGUAGES}
    with opened_lexicon(captures, progress) as lexicon:
        alphabets = {language: read_index(lexicon, language) for language in starter.LANGUAGES}
        letters = sum(map(len, alphabets.values()))
        total, done = letters + sum(map(len, described.values())), 0
        with new_store(out) as store:
            for alphabet in alphabets.values():
                clips = {capture: read_letter(capture) for capture in alphabet}
                for letter in fit_alphabet(clips, signer("woman"), Part(progress, done, total)).values():
                    if isinstance(letter, BadInput):
                        raise letter
                    store.add(letter.draft, letter.motion)
                done += len(alphabet)
            reports = add_lexicons(described, store, Part(progress, done, total))
    progress(total, total, f"wrote {out}")
    return reports
