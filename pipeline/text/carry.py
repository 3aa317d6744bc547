"""Edits of glosses by hand, made again when the text they were made on has changed."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.text.gloss import Gloss, GlossSequence, Span


def carry(edited: GlossSequence, before: GlossSequence, after: GlossSequence) -> GlossSequence:
    """`after`, with the changes that made `edited` out of `before` made again.

    `before` and `after` are the translations of the old and the new text. A change stays where the
    glosses that it replaced, or one beside the place where it inserted, are still there.
    """
    old, new = before.glosses, after.glosses
    place = _places(old, new)
    result = list(new)
    for tag, start, end, first, last in reversed(_matcher(old, edited.glosses).get_opcodes()):
        target = _target(start, end, place, len(old), len(new))
        if tag != "equal" and target is not None:
            spans = [new[index].span for index in range(*target)]
            made = edited.glosses[first:last]
            result[slice(*target)] = [
                replace(gloss, span=spans[index] if index < len(spans) else _span(gloss, old, new, place))
                for index, gloss in enumerate(made)
            ]
    return replace(after, glosses=tuple(result))


def _matcher(one: Sequence[Gloss], other: Sequence[Gloss]) -> SequenceMatcher[tuple[str, tuple[str, ...]]]:
    return SequenceMatcher(
        None,
        [(gloss.name, gloss.signs) for gloss in one],
        [(gloss.name, gloss.signs) for gloss in other],
        False,
    )


def _places(old: Sequence[Gloss], new: Sequence[Gloss]) -> dict[int, int]:
    """For glosses that the new text still has, where they stand in it."""
    blocks = _matcher(old, new).get_matching_blocks()
    return {was + step: now + step for was, now, count in blocks for step in range(count)}


def _target(start: int, end: int, place: dict[int, int], old: int, new: int) -> tuple[int, int] | None:
    """The range in the new glosses that corresponds to one of the old, None when there is none."""
    if start < end:
        found = [place.get(index) for index in range(start, end)]
        first = found[0]
        whole = first is not None and found == list(range(first, first + len(found)))
        return (first, first + len(found)) if first is not None and whole else None
    if start - 1 in place:
        return place[start - 1] + 1, place[start - 1] + 1
    if start in place:
        return place[start], place[start]
    return (new, new) if start == old else None


def _span(gloss: Gloss, old: Sequence[Gloss], new: Sequence[Gloss], place: dict[int, int]) -> Span | None:
    """The words that a moved gloss has in the new text."""
    if gloss.span is None:
        return None
    was = next((index for index, one in enumerate(old) if one.span == gloss.span), -1)
    return new[place[was]].span if was in place else None
