"""A word on its way from the text to the signing order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.text.gloss import Span
from pipeline.text.glossary import Entry
from pipeline.text.grammar import Grammar


class Role(Enum):
    """What a word does in its clause, as far as the signing order depends on it."""

    CONTENT = auto()
    NAME = auto()  # spelled, even when it is also an ordinary word
    SPELLED = auto()  # where its glosses have no sign: it does not mean what its sign means
    NUMBER = auto()
    FOREIGN = auto()  # symbols and scripts that cannot be spelled
    PRONOUN = auto()
    VERB = auto()
    MODAL = auto()
    NEGATION = auto()
    FINAL_NEGATION = auto()
    QUESTION = auto()
    TIME = auto()
    PLACE = auto()
    ADJECTIVE = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or symbol; several words of the text once they are signed as one."""

    text: str
    span: Span
    base: str  # base form
    spelling: str  # what is spelled when no gloss is found
    role: Role = Role.CONTENT
    glosses: tuple[str, ...] = ()  # to be tried before the word itself
    pieces: tuple[str, ...] = ()  # of a number or address: digits, small words, CAPITALS TO SPELL
    pause: float = 0.0
    reason: str = ""  # why the sign language does not sign it; empty for what is signed
    why: str = ""  # why it is signed like this, where its role does not say it
    entry: Entry | None = None  # of the user's glossary

    @property
    def small(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether the word has a capital, in the text or in its base form: names, German nouns."""
        return self.text[:1].isupper() or self.base[:1].isupper()


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that have a signing order of their own, and the stillness after them in seconds."""

    words: tuple[Word, ...]
    pause: float = 0.0


Starts = Callable[[Sequence[Word], int, int, Grammar], bool]
"""Whether the word at the second index begins another clause than that from the first index on."""


def drop(word: Word, reason: str) -> Word:
    """The word as one that is not signed, unless the user's glossary says how to sign it."""
    return word if word.entry and word.entry.glosses else replace(word, reason=reason)


def tag(word: Word, role: Role) -> Word:
    """The word in another role."""
    return replace(word, role=role)


def join(words: list[Word], **changes: object) -> Word:
    """Several words as one, over all the text they come from."""
    span = (min(word.span[0] for word in words), max(word.span[1] for word in words))
    return replace(words[0], span=span, pause=max(word.pause for word in words), **changes)  # type: ignore[arg-type]


def signed(words: Iterable[Word]) -> list[Word]:
    """The words that are signed."""
    return [word for word in words if not word.reason]


def dropped(words: Iterable[Word]) -> list[Word]:
    """The words that are not signed."""
    return [word for word in words if word.reason]


def pick(words: Iterable[Word], *roles: Role) -> list[Word]:
    """The words in one of the roles, in their order."""
    return [word for word in words if word.role in roles]


def without(words: Iterable[Word], *roles: Role) -> list[Word]:
    """The words in none of the roles, in their order."""
    return [word for word in words if word.role not in roles]


def opened(words: list[Word], grammar: Grammar) -> tuple[list[Word], list[Word]]:
    """Greetings and conjunctions at the start of a clause, and the rest of it."""
    count = 0
    while count < len(words) and grammar.is_a(words[count].small, "greeting", "coordinator", "subordinator"):
        count += 1
    return words[:count], words[count:]


def cut(phrases: Iterable[Clause], starts_clause: Starts, grammar: Grammar) -> list[Clause]:
    """The phrases, cut before every word at which `starts_clause` says that another clause begins."""
    result: list[Clause] = []
    for phrase in phrases:
        start = 0
        for index in range(1, len(phrase.words)):
            if starts_clause(phrase.words, start, index, grammar):
                result.append(Clause(phrase.words[start:index]))
                start = index
        result.append(Clause(phrase.words[start:], phrase.pause))
    return result
