"""Other orders that a clause may be signed in, given its words in the order of the rules.

Signers put what they speak about first, and repeat a question word at both ends of a question (Neidle
et al. 2000); in contact with hearing people they sign in the order of the spoken language.
"""

from collections.abc import Callable, Sequence

from pipeline.text.words import Role, Word

Order = Callable[[Sequence[Word]], Sequence[Word]]

_OBJECT = (Role.CONTENT, Role.NAME, Role.NUMBER, Role.ADJECTIVE)
_PREDICATE = (Role.MODAL, Role.NEGATION)


def as_ruled(words: Sequence[Word]) -> Sequence[Word]:
    """The order of the rules."""
    return words


def as_written(words: Sequence[Word]) -> Sequence[Word]:
    """The order of the text."""
    return sorted(words, key=lambda word: word.span)


def question_at_both_ends(words: Sequence[Word]) -> Sequence[Word]:
    """A question word at the end of its clause repeated at the start."""
    asked = [word for word in words if word.role is Role.QUESTION]
    return [*asked, *words] if asked and len(asked) < len(words) else words


def object_first(words: Sequence[Word]) -> Sequence[Word]:
    """The object of subject, verb and object before the subject, after expressions of time."""
    start = _subject(words)
    verb = start + 1
    while verb < len(words) and words[verb].role in _PREDICATE:
        verb += 1
    return _moved(words, start, verb + 1, _end(words, verb + 1)) if 0 <= start < verb < len(words) else words


def object_before_subject(words: Sequence[Word]) -> Sequence[Word]:
    """The object of subject, object and verb before the subject."""
    start = _subject(words)
    end = _end(words, start + 1) if start >= 0 else 0
    verbal = end < len(words) and words[end].role is Role.VERB
    return _moved(words, start, start + 1, end) if verbal else words


VARIANTS: dict[str, tuple[tuple[str, Order], ...]] = {
    "en": (
        ("", as_ruled),
        ("topic first", object_first),
        ("question word at both ends", question_at_both_ends),
        ("order of the text", as_written),
    ),
    "de": (("", as_ruled), ("topic first", object_before_subject), ("order of the text", as_written)),
    "zh": (("", as_ruled), ("order of the text", as_written)),
}
"""For each text language what its clauses are tried in, and what people call it."""


def _subject(words: Sequence[Word]) -> int:
    """Where the pronoun stands that a clause begins with, after expressions of time; -1 for none."""
    for index, word in enumerate(words):
        if word.role is not Role.TIME:
            return index if word.role is Role.PRONOUN else -1
    return -1


def _end(words: Sequence[Word], start: int) -> int:
    """One past the last word of an object that begins at `start`; possessives belong to it."""
    end = start
    while end < len(words) and (
        words[end].role in _OBJECT or (words[end].role is Role.PRONOUN and end + 1 < len(words))
    ):
        end += 1
    return end


def _moved(words: Sequence[Word], subject: int, start: int, end: int) -> Sequence[Word]:
    return [*words[:subject], *words[start:end], *words[subject:start], *words[end:]]
