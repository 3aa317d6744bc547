"""What the translator asks for and what the shipped dictionary has are the same signs."""

import pytest

from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Origin
from pipeline.text.translate import translate
from tests.bench.bench_first_sentences import measure

TEXTS = {
    ("en", "ase"): "Hello, my name is Anna Müller. I was born in 1998, on the 25th of May, in Łódź!",
    ("de", "gsg"): "Hallo, ich heiße Jürgen Groß. Ich bin 25 Jahre alt und übe täglich; das ist schön!",
}
NAMES = {"ase": {"ANNA", "MÜLLER", "ŁÓDŹ"}, "gsg": {"JÜRGEN", "GROẞ"}}


@pytest.mark.parametrize("pair", TEXTS)
def test_every_sign_of_a_sentence_is_in_the_starter_dictionary(pair: tuple[str, str]) -> None:
    with SignStore(STARTER) as store:
        sequence = translate(TEXTS[pair], *pair, store.glosses(pair[1]))
        assert len(sequence.glosses) >= 10
        for gloss in sequence.glosses:
            assert gloss.origin is not Origin.MISSING and not gloss.unspelled
            assert all(store.find(sign, pair[1]) for sign in gloss.signs), gloss
        spelled = {gloss.name for gloss in sequence.glosses if gloss.origin is Origin.SPELLED}
        assert spelled >= NAMES[pair[1]], "a name is spelled"


def test_of_the_first_sentences_four_fifths_are_signed_and_not_spelled() -> None:
    with SignStore(STARTER) as store:
        for language, sign_language in TEXTS:
            coverage = measure(language, sign_language, store.glosses(sign_language))
            assert len(coverage.sentences) == 50 and coverage.share >= 0.8, coverage.spelled


def test_every_word_of_the_lexicon_is_found_by_its_own_name() -> None:
    """HELLO typed as a word, HARD-OF-HEARING as several; pronouns and negations are found by their words."""
    with SignStore(STARTER) as store:
        known = store.glosses("ase")
        for sign in store.search("", "ase", limit=10_000):
            named = sign.gloss.split("-")[0] in ("IX", "POSS", "SELF", "FOR") or "'" in sign.gloss
            if sign.composed and not named:
                words = sign.gloss.replace("-", " ").lower()
                found = [
                    name for gloss in translate(words, "en", "ase", known).glosses for name in gloss.signs
                ]
                assert found == [sign.gloss], (words, found)


@pytest.mark.parametrize(
    ("words", "gloss"),
    [
        ("I", "IX-1"), ("you", "IX-2"), ("she", "IX-3"), ("we", "IX-1-PL"), ("they", "IX-3-PL"),
        ("my", "POSS-1"), ("your", "POSS-2"), ("our", "POSS-1-PL"), ("myself", "SELF-1"), ("mum", "MOTHER"),
        ("sunny", "SUN"),
        ("brothers", "BROTHER"), ("slept", "SLEEP"), ("shoes", "SHOES"), ("shoe", "SHOES"), ("sea", "OCEAN"),
        ("degrees", "TEMPERATURE"), ("exam", "TEST"), ("evening", "NIGHT"), ("bought", "BUY"), ("7", "SEVEN"),
    ],
)  # fmt: skip
def test_words_and_their_forms_find_their_sign(words: str, gloss: str) -> None:
    with SignStore(STARTER) as store:
        (found,) = translate(words, "en", "ase", store.glosses("ase")).glosses
    assert found.signs == (gloss,)
