"""What the translator asks for and what the shipped dictionary has are the same signs."""

import pytest

from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Origin
from pipeline.text.translate import translate

TEXTS = {
    ("en", "ase"): "Hello, my name is Anna Müller. I was born in 1998, on the 25th of May, in Łódź!",
    ("de", "gsg"): "Hallo, ich heiße Jürgen Groß. Ich bin 25 Jahre alt und übe täglich; das ist schön!",
}


@pytest.mark.parametrize("pair", TEXTS)
def test_every_sign_of_a_sentence_is_in_the_starter_dictionary(pair: tuple[str, str]) -> None:
    with SignStore(STARTER) as store:
        sequence = translate(TEXTS[pair], *pair, store.glosses(pair[1]))
        assert len(sequence.glosses) >= 10
        for gloss in sequence.glosses:
            assert gloss.origin is Origin.SPELLED
            assert not gloss.unspelled
            assert all(store.find(sign, pair[1]) for sign in gloss.signs), gloss
