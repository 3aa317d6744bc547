"""Tokens as sentences: phrases up to the punctuation that ends one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.text.gloss import Span
from pipeline.text.tokens import SENTENCE_PAUSE, Kind, Token, pause_seconds

LONGEST_PHRASE = 100
"""Words after which a text without punctuation is cut, to translate in a time that grows with its length."""

_ASKING = frozenset("?？؟")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens between two pauses, and the seconds of the second."""

    tokens: tuple[Token, ...]
    pause: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """Phrases up to the end of a sentence."""

    phrases: tuple[Phrase, ...]
    question: bool
    span: Span  # from its first word to its last, closing punctuation included

    @property
    def pause(self) -> float:
        """Seconds of stillness at its end."""
        return max((phrase.pause for phrase in self.phrases), default=0.0)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All its tokens but the pauses."""
        return tuple(token for phrase in self.phrases for token in phrase.tokens)


def sentences(tokens: Iterable[Token]) -> Iterator[Sentence]:
    """The sentences of a text; a pause after the end of one is a sentence without words."""
    phrases: list[Phrase] = []
    words: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.PAUSE:
            words.append(token)
            if len(words) == LONGEST_PHRASE:
                phrases.append(Phrase(tuple(words), 0.0))
                words = []
            continue
        pause = pause_seconds(token.text)
        phrases.append(Phrase(tuple(words), pause))
        words = []
        if pause >= SENTENCE_PAUSE:
            yield _sentence(phrases, not _ASKING.isdisjoint(token.text), token.span[1])
            phrases = []
    phrases.append(Phrase(tuple(words), 0.0))
    yield _sentence(phrases, question=False, end=0)


def _sentence(phrases: list[Phrase], question: bool, end: int) -> Sentence:
    spans = [token.span for phrase in phrases for token in phrase.tokens]
    start = spans[0][0] if spans else end
    return Sentence(tuple(phrases), question, (start, max([end, *(last for _, last in spans)])))
