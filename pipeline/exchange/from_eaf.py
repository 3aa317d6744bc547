"""A gloss tier of an ELAN file as a sentence to be signed."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import BadInput
from pipeline.exchange.eaf import Tier
from pipeline.signs.store import SignStore
from pipeline.text.gloss import GlossSequence
from pipeline.text.translate import regloss
from pipeline.timeline.edits import adopt
from pipeline.timeline.project import Project

SHORTEST = 0.4
"""Seconds between two annotations from which on the signer pauses; less is the way between signs."""


def gloss_tier(tiers: Sequence[Tier], name: str = "") -> Tier:
    """The tier called `name`, or the one that seems to hold glosses. Raises BadInput when there is none."""
    if name:
        for tier in tiers:
            if tier.name.casefold() == name.casefold():
                return tier
        names = ", ".join(tier.name for tier in tiers) or "none with annotations"
        raise BadInput(f"There is no tier {name!r}: the file has {names}.")
    for word in ("gloss", "sign", "rh", "right"):
        for tier in tiers:
            if word in tier.name.casefold():
                return tier
    if len(tiers) == 1:
        return tiers[0]
    names = ", ".join(tier.name for tier in tiers) or "no tiers with annotations"
    raise BadInput(f"Which tier holds the glosses? The file has {names}: name one of them.")


def glosses_from(tier: Tier, known: frozenset[str], language: str, sign_language: str) -> GlossSequence:
    """The annotations of a tier as glosses, with pauses where nothing is annotated for a while.

    The text is the glosses themselves. Raises BadInput for languages that are no pair.
    """
    glosses = []
    text = ""
    following = [*tier.cues[1:], None]
    for cue, after in zip(tier.cues, following, strict=True):
        gloss = regloss(cue.text, known, language, sign_language)
        start = len(text) + bool(text)
        text = f"{text} {cue.text}" if text else cue.text
        gap = after.begin - cue.end if after else 0.0
        pause = round(gap, 3) if gap >= SHORTEST else 0.0
        glosses.append(replace(gloss, span=(start, len(text)), pause=pause))
    return GlossSequence(text, language, sign_language, tuple(glosses))


def sign_tier(project: Project, tier: Tier, store: SignStore) -> Project:
    """The project with the glosses of a tier instead of its text, and with their signs.

    They count as made by hand, so that the text, which is the glosses, is not translated.
    """
    known = store.glosses(project.sign_language)
    glosses = glosses_from(tier, known, project.language, project.sign_language)
    return replace(adopt(project, glosses, store), text=glosses.text, edited=True)
