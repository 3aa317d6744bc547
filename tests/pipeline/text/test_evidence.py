"""Every gloss says why it is signed, how sure that is, and what else its words could be."""

import pytest

from pipeline.text.confidence import GUESS, LIKELY, SURE, UNSURE, in_words
from pipeline.text.gloss import GlossSequence, Mood, Source
from pipeline.text.translate import translate

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
GERMAN_LETTERS = LETTERS | frozenset("äöüß")


def english(text: str, words: str = "") -> GlossSequence:
    return translate(text, "en", "ase", LETTERS | set(words.split()))


def german(text: str, words: str = "") -> GlossSequence:
    return translate(text, "de", "gsg", GERMAN_LETTERS | set(words.split()))


def reasons(sequence: GlossSequence) -> dict[str, tuple[str, float | None]]:
    return {gloss.name: (gloss.evidence.reason, gloss.evidence.confidence) for gloss in sequence.glosses}


def test_a_german_sentence_gives_the_reason_of_each_gloss() -> None:
    """A negation, a name, a date, a compound, a separable verb and an unknown word."""
    known = "ix-1 rufen anrufen nicht regen wahrscheinlichkeit mai frau montag"
    first = reasons(german("Ich rufe Frau Jansen am 3. Mai nicht an.", known))
    assert first == {
        "DRITTE": ("ordinal number, time, signed first", LIKELY),
        "MAI": ("time, signed first", SURE),
        "IX-1": ("pronoun", LIKELY),
        "FRAU": ("word", SURE),
        "JANSEN": ("name", SURE),
        "ANRUFEN": ("separable verb", LIKELY),
        "NICHT": ("negation", SURE),
    }
    second = reasons(german("Die Regenwahrscheinlichkeit und der Quorx", known))
    assert second["REGEN+WAHRSCHEINLICHKEIT"] == ("compound of 2 parts", UNSURE)
    assert second["QUORX"] == ("unknown word", GUESS)


def test_an_english_sentence_gives_the_reason_of_each_gloss() -> None:
    found = reasons(english("Does Mr. King not like 25 old cats on 12/24/2025?", "ix-1 not like old cat"))
    assert found["KING"] == ("name", SURE)
    assert found["NOT"] == ("negation", SURE)
    assert found["TWENTY-FIVE"] == ("number", LIKELY)
    assert found["CAT"] == ("word", LIKELY)
    assert found["DECEMBER"] == ("date, time, signed first", LIKELY)


def test_a_capital_within_an_english_sentence_makes_a_name() -> None:
    found = reasons(english("I visit Harrow with a harrow.", "ix-1 visit with"))
    assert found["HARROW"] == ("word", GUESS)
    assert english("I visit Harrow.").glosses[2].evidence.reason == "name"


def test_a_phrase_says_that_it_is_one() -> None:
    assert reasons(english("Thank you", "thank-you"))["THANK-YOU"] == ("phrase", SURE)
    assert english("Thank you", "thank-you").glosses[0].evidence.source is Source.RULES


def test_alternatives_are_what_the_dictionary_can_sign_for_the_same_words() -> None:
    mom = english("mom", "mother mama").glosses[0]
    assert mom.name == "MOTHER"
    assert [(other.name, other.reason) for other in mom.evidence.alternatives] == [
        ("MAMA", "synonym"), ("M-O-M", "fingerspelled"),
    ]  # fmt: skip
    assert english("mom").glosses[0].evidence.alternatives == ()


def test_a_plural_may_be_signed_by_repeating_the_sign() -> None:
    names = [other.name for other in english("houses", "house").glosses[0].evidence.alternatives]
    assert names == ["HOUSE+HOUSE", "H-O-U-S-E"]


def test_a_question_may_have_its_question_word_at_both_ends_or_keep_the_order_of_the_text() -> None:
    readings = english("What is your name?", "what poss-2 name").readings
    assert [(reading.label, reading.names) for reading in readings] == [
        ("", "POSS-2 NAME WHAT"),
        ("question word at both ends", "WHAT POSS-2 NAME WHAT"),
        ("order of the text", "WHAT POSS-2 NAME"),
    ]


def test_the_object_may_be_the_topic_of_a_sentence() -> None:
    readings = english("I don't like your coffee.", "ix-1 not like poss-2 coffee").readings
    assert readings[1].names == "POSS-2 COFFEE IX-1 NOT LIKE"
    assert readings[1].label == "topic first"
    assert german("Ich trinke heute Tee.", "ix-1 heute tee trinken").readings[1].names == (
        "HEUTE TEE IX-1 TRINKEN"
    )


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Are you deaf?", Mood.YES_NO), ("Where are you?", Mood.CONTENT), ("I am here.", Mood.STATEMENT),
        ("If it rains, I sleep.", Mood.CONDITION),
    ],
)  # fmt: skip
def test_a_reading_says_what_the_sentence_does(text: str, mood: Mood) -> None:
    assert english(text).readings[0].mood is mood


def test_a_condition_comes_before_what_depends_on_it() -> None:
    known = "ix-1 stay home if cold wenn regnen zuhause bleiben"
    sequence = english("I stay home if it is cold.", known)
    assert sequence.readings[0].names == "IF COLD IX-1 STAY HOME"
    assert [gloss.pause for gloss in sequence.glosses] == [0, 0, 0, 0, 0.6]
    assert german("Ich bleibe zu Hause, wenn es regnet.", known).readings[0].names == (
        "WENN REGNEN IX-1 ZUHAUSE BLEIBEN"
    )


def test_each_sentence_has_its_readings_and_its_place_in_the_text() -> None:
    text = "I sleep. Where is he?"
    spans = dict.fromkeys(text[slice(*reading.span)] for reading in english(text).readings)
    assert list(spans) == ["I sleep.", "Where is he?"]


def test_confidence_is_the_mean_of_what_is_known_and_has_words() -> None:
    sequence = english("Anna house", "house")
    assert sequence.confidence == pytest.approx((GUESS + SURE) / 2, abs=0.5)
    assert [in_words(grade) for grade in (SURE, LIKELY, UNSURE, GUESS, None)] == [
        "sure", "likely", "unsure", "a guess", "",
    ]  # fmt: skip
