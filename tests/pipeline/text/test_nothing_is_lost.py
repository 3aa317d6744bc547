"""Any text whatever: no character without a trace, no letter without a sign or a mention."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text.gloss import GlossSequence, Origin
from pipeline.text.glossary import EMPTY, Glossary, entry
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.spelling import plain_letters
from pipeline.text.translate import translate, warm_up

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
GERMAN_LETTERS = LETTERS | frozenset("äöüß")
WORDS = """
hello name anna i you ix-1 ix-2 want coffee not good morning good-morning thank-you berlin 25 hallo
ich haus regen wahrscheinlichkeit sued kaffee nicht kein gehen anrufen wo was morgen
"""
DICTIONARIES = {
    "letters": LETTERS,
    "letters and umlauts": GERMAN_LETTERS,
    "words": GERMAN_LETTERS | frozenset(WORDS.split()) | frozenset("0123456789"),
    "nothing": frozenset[str](),
}

SCRAPS = [
    "0170 1234567",
    "030/12 34",
    "I'm",
    "don't",
    "can't",
    "Anna's",
    "O'Brien",
    "well-known",
    "E-Mail",
    "25",
    "1st",
    "3.",
    "1.000,50",
    "$5.50",
    "10:30",
    "10:30 Uhr",
    "http://a.de/x?y=1",
    "a@b.com",
    "z.B.",
    "Dr.",
    "USA",
    "Müller",
    "straße",
    "é",
    "ñ",
    "Łódź",
    "😀",
    "👩‍👩‍👧",
    "🇩🇪",
    "1️⃣",
    "你好",
    "Привет",
    "नमस्ते",
    "مرحبا",
    "\u200b",
    "\ud800",
    "\x00",
    "²",
    "½",
    "Ⅷ",
    "rufe",
    "an",
    "an.",
    "ich",
    "nicht",
    "kein",
    "wo",
    "Was",
    "what",
    "how many",
    "tomorrow",
    "am Montag",
    "im",
    "in",
    "the",
    "der",
    "is",
    "ist",
    "habe",
    "gelesen",
    "have",
    "to",
    "and",
    "und",
    ",",
    ".",
    "?",
    "\n",
    "-",
    "–",
    "…",
    "%",
    "&",
    "@",
    "_",
    "«",
    "\u0301",
    "\u00ad",
    "ﬁ",
    "Ａ",
    "٣",
    "İ",
    "ŉ",
    "ǆ",
    "ẞ",
]

GLOSSARY = Glossary(
    tuple(
        entry(text, glosses.split(), *pair)
        for pair in LANGUAGE_PAIRS
        for text, glosses in {"not": "", "the ist": "A", "can't": "B C", "3. an": "X", "你好": "Y"}.items()
    )
)
texts = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=40),
    st.lists(st.sampled_from(SCRAPS), max_size=14).map(" ".join),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=3)), max_size=14).map("".join),
)


@pytest.fixture(scope="module", autouse=True)
def word_lists() -> None:
    warm_up()


@settings(max_examples=400, deadline=None)
@given(
    texts,
    st.sampled_from(LANGUAGE_PAIRS),
    st.sampled_from(sorted(DICTIONARIES)),
    st.sampled_from((EMPTY, GLOSSARY)),
)
def test_every_character_belongs_to_a_gloss_or_a_dropped_word(
    text: str, pair: tuple[str, str], dictionary: str, glossary: Glossary
) -> None:
    sequence = translate(text, *pair, DICTIONARIES[dictionary], glossary)
    covered = {place for start, end in _spans(sequence) for place in range(start, end)}
    left = [text[place] for place in range(len(text)) if place not in covered]
    assert [character for character in left if not _may_be_left(character)] == []


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(LANGUAGE_PAIRS), st.sampled_from(sorted(DICTIONARIES)))
def test_every_sign_is_in_the_dictionary_and_every_letter_is_signed_or_named(
    text: str, pair: tuple[str, str], dictionary: str
) -> None:
    known = DICTIONARIES[dictionary]
    for gloss in translate(text, *pair, known).glosses:
        assert all(_folded(sign) in known for sign in gloss.signs), gloss
        german = pair[1] == "gsg"
        signed = _letters("".join(gloss.signs), german) + _letters(gloss.unspelled, german)
        assert gloss.origin is not Origin.SPELLED or sorted(_letters(gloss.name, german)) == sorted(signed)
        if gloss.origin is Origin.MISSING:
            assert not gloss.signs
            assert gloss.unspelled
        assert gloss.name


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from(LANGUAGE_PAIRS))
def test_spans_lie_in_the_text_and_hold_something(text: str, pair: tuple[str, str]) -> None:
    for start, end in _spans(translate(text, *pair, GERMAN_LETTERS)):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


@settings(max_examples=100, deadline=None)
@given(texts, st.sampled_from(LANGUAGE_PAIRS))
def test_the_same_text_gives_the_same_glosses(text: str, pair: tuple[str, str]) -> None:
    assert translate(text, *pair, LETTERS) == translate(text, *pair, LETTERS)


def _spans(sequence: GlossSequence) -> list[tuple[int, int]]:
    spans = [gloss.span for gloss in sequence.glosses] + [dropped.span for dropped in sequence.dropped]
    assert all(span is not None for span in spans)
    return [span for span in spans if span is not None]


def _may_be_left(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] in "PZ"


def _folded(sign: str) -> str:
    """A sign as the dictionaries above write it, found without the code under test."""
    small = sign.replace("ẞ", "ß").lower()
    if len(small) == 1:
        return small
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        small = small.replace(umlaut, plain)
    return small


def _letters(text: str, german: bool) -> list[str]:
    """Plain letters and digits of a text, umlauts written out where German is signed."""
    return [
        plain
        for character in text
        if unicodedata.category(character)[0] not in "PZ" and unicodedata.category(character) != "Cf"
        for plain in plain_letters(character, umlauts=german) or character
    ]
