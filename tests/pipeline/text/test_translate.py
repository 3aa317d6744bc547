"""Texts as glosses: how words are found, spelled, placed and paused."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from pipeline.errors import BadInput
from pipeline.text.gloss import Evidence, Gloss, GlossSequence, Origin
from pipeline.text.languages import LANGUAGE_NAMES, LANGUAGE_PAIRS
from pipeline.text.translate import regloss, translate, warm_up

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
GERMAN_LETTERS = LETTERS | frozenset("äöüß")


def english(text: str, *words: str) -> GlossSequence:
    return translate(text, "en", "ase", LETTERS | set(words))


def german(text: str, *words: str) -> GlossSequence:
    return translate(text, "de", "gsg", GERMAN_LETTERS | set(words))


def names(sequence: GlossSequence) -> list[str]:
    return [gloss.name for gloss in sequence.glosses]


def bare(gloss: Gloss) -> Gloss:
    """What is signed, without why."""
    return replace(gloss, evidence=Evidence())


def only(sequence: GlossSequence) -> Gloss:
    assert len(sequence.glosses) == 1
    return sequence.glosses[0]


def test_a_name_is_spelled_with_its_doubled_letter() -> None:
    gloss = bare(english("Hello, my name is Anna.").glosses[-1])
    assert gloss == Gloss("ANNA", Origin.SPELLED, ("A", "N", "N", "A"), span=(18, 22), pause=0.6)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?!", "...", "-", "«»"])
def test_a_text_without_words_has_no_glosses(text: str) -> None:
    assert english(text).glosses == ()
    assert german(text).glosses == ()


def test_a_word_of_the_dictionary_is_signed_and_an_ordinary_word_is_spelled_in_its_base_form() -> None:
    went, home = map(bare, english("I went home", "home").glosses[1:])
    assert went == Gloss("GO", Origin.SPELLED, ("G", "O"), span=(2, 6))
    assert home == Gloss("HOME", Origin.DICTIONARY, ("HOME",), span=(7, 11))


@pytest.mark.parametrize(
    ("text", "known", "name", "origin"),
    [
        ("children", "children", "CHILDREN", Origin.DICTIONARY),
        ("children", "child", "CHILD", Origin.LEMMA),
        ("kids", "child", "CHILD", Origin.SYNONYM),
        ("mom", "mother", "MOTHER", Origin.SYNONYM),
        ("Thank you", "thank-you", "THANK-YOU", Origin.DICTIONARY),
        ("thanks", "thank-you", "THANK-YOU", Origin.SYNONYM),
        ("mother-in-law", "mother-in-law", "MOTHER-IN-LAW", Origin.DICTIONARY),
        ("mother-in-law", "other", "MOTHER-IN-LAW", Origin.SPELLED),
    ],
)
def test_a_gloss_tells_how_it_was_found(text: str, known: str, name: str, origin: Origin) -> None:
    gloss = only(english(text, known))
    assert (gloss.name, gloss.origin) == (name, origin)


def test_a_pronoun_points_when_the_dictionary_can_and_is_spelled_as_a_word_when_not() -> None:
    assert names(english("I see my cat", "ix-1", "poss-1")) == ["IX-1", "SEE", "POSS-1", "CAT"]
    spelled = english("I see my cat")
    assert names(spelled) == ["I", "SEE", "MY", "CAT"]
    assert spelled.glosses[0].origin is Origin.SPELLED
    assert english("Help me", "me").glosses[1].origin is Origin.DICTIONARY
    assert english("I sleep", "me").glosses[0].origin is Origin.SYNONYM


def test_a_letter_of_the_manual_alphabet_is_no_word() -> None:
    assert only(english("X")).origin is Origin.SPELLED


def test_names_are_not_taken_for_words() -> None:
    assert english("My name is Rose.", "rose").glosses[-1].signs == ("R", "O", "S", "E")
    assert german("Ich heiße Wolf.", "wolf").glosses[1].signs == ("W", "O", "L", "F")
    assert english("I met US soldiers").glosses[2].name == "US"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Müller", "M U L L E R"), ("Straße", "S T R A S S E"), ("Łódź", "L O D Z"), ("Søren", "S O R E N"),
        ("Æneas", "A E N E A S"), ("señor", "S E N O R"), ("Mu\u0308ller", "M U L L E R"), ("ﬁn", "F I N"),
        ("O'Brien", "O B R I E N"), ("e-mail", "E M A I L"), ("U.S.A.", "U S A"),
    ],
)  # fmt: skip
def test_american_letters_spell_any_latin_word(text: str, signs: str) -> None:
    gloss = only(english(text))
    assert (gloss.signs, gloss.unspelled) == (tuple(signs.split()), "")


def test_german_letters_have_umlauts_of_their_own_or_are_written_out() -> None:
    assert only(german("Müller")).signs == ("M", "Ü", "L", "L", "E", "R")
    assert only(german("Straße")).signs == ("S", "T", "R", "A", "ẞ", "E")
    plain = translate("Müller-Weiß", "de", "gsg", LETTERS)
    assert only(plain).signs == tuple("MUELLERWEISS")
    assert only(german("Schaf", "sch")).signs == ("SCH", "A", "F")


def test_a_dictionary_that_writes_umlauts_out_is_understood() -> None:
    assert only(german("Süden", "sueden")).origin is Origin.DICTIONARY
    assert only(german("Sueden", "süden")).origin is Origin.DICTIONARY


def test_missing_letters_are_named() -> None:
    gloss = only(translate("Anna", "en", "ase", frozenset("a")))
    assert (gloss.origin, gloss.signs, gloss.unspelled) == (Origin.SPELLED, ("A", "A"), "NN")
    gloss = only(translate("Anna", "en", "ase", frozenset()))
    assert (gloss.origin, gloss.signs, gloss.unspelled) == (Origin.MISSING, (), "ANNA")


@pytest.mark.parametrize("text", ["😀", "👩‍👩‍👧", "🇩🇪", "你好", "Привет", "नमस्ते", "→", "\ud800"])
def test_what_cannot_be_spelled_is_one_missing_gloss(text: str) -> None:
    gloss = only(english(text))
    assert (gloss.origin, gloss.signs, gloss.span) == (Origin.MISSING, (), (0, len(text)))
    assert gloss.unspelled


def test_mixed_scripts_part_at_their_border() -> None:
    assert names(english("helloмир你")) == ["HELLO", "МИР你"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25", "TWENTY-FIVE"), ("125 cats", "ONE HUNDRED TWENTY-FIVE CAT"), ("1998", "NINETEEN NINETY-EIGHT"),
        ("2024", "TWENTY TWENTY-FOUR"), ("1905", "NINETEEN ZERO FIVE"),
        ("1,998", "ONE THOUSAND NINE HUNDRED NINETY-EIGHT"),
        ("3.14", "THREE POINT ONE FOUR"), ("21st", "TWENTY-FIRST"), ("$5.50", "FIVE DOLLAR FIFTY CENT"),
        ("5 %", "FIVE PERCENT"), ("10:30", "TEN THIRTY"), ("at 5 pm", "FIVE PM"), ("007", "ZERO ZERO SEVEN"),
        ("2024-05-12", "MAY TWELVE TWENTY TWENTY-FOUR"), ("cats2", "CAT TWO"),
        ("1234567890123", "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE ZERO ONE TWO THREE"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_as_english_words(text: str, expected: str) -> None:
    assert " ".join(names(english(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25", "FÜNFUNDZWANZIG"), ("1998", "NEUNZEHN HUNDERT ACHTUNDNEUNZIG"),
        ("1.000,5", "TAUSEND KOMMA FÜNF"),
        ("3,14", "DREI KOMMA EINS VIER"), ("5,50 €", "FÜNF EURO FÜNFZIG CENT"),
        ("14.30 Uhr", "VIERZEHN UHR DREIẞIG"),
        ("am 3. Oktober", "DRITTE OKTOBER"), ("12.05.2024", "ZWÖLF MAI ZWEI TAUSEND VIERUNDZWANZIG"),
        ("2 %", "ZWEI PROZENT"), ("0170", "NULL EINS SIEBEN NULL"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_as_german_words(text: str, expected: str) -> None:
    assert " ".join(names(german(text))) == expected


def test_a_number_is_signed_whole_or_by_its_digits_when_the_dictionary_has_them() -> None:
    assert only(english("25", "25")).signs == ("25",)
    assert only(english("25", *"0123456789")).signs == ("2", "5")
    assert bare(only(english("25", "twenty-five"))) == Gloss(
        "TWENTY-FIVE", Origin.SYNONYM, ("TWENTY-FIVE",), (0, 2)
    )
    assert only(english("25", "twenty", "five")).signs == ("TWENTY", "FIVE")


def test_a_compound_is_signed_by_its_parts() -> None:
    gloss = only(german("Regenwahrscheinlichkeit", "regen", "wahrscheinlichkeit"))
    assert (gloss.signs, gloss.origin) == (("REGEN", "WAHRSCHEINLICHKEIT"), Origin.LEMMA)
    assert only(german("Arbeitsamt", "arbeit", "amt")).signs == ("ARBEIT", "AMT")
    assert only(german("Schulbücher", "schule", "buch")).signs == ("SCHULE", "BUCH")
    assert only(german("Osterwetter", "ost", "ostern", "wetter")).signs == ("OSTERN", "WETTER")
    assert only(german("Häuserblock", "haus", "block")).signs == ("HAUS", "BLOCK")
    assert only(german("Blumentopferde", "blume", "topf", "erde", "pferd")).signs == ("BLUME", "TOPF", "ERDE")
    assert only(german("Nordwesten", "nord", "west")).signs == ("NORD", "WEST")
    assert only(german("Arbeitsamt", "arbeit")).origin is Origin.SPELLED


def test_a_separated_verb_is_one_gloss_over_all_its_text() -> None:
    text = "Ich rufe dich an."
    verb = german(text, "anrufen").glosses[-1]
    assert (verb.name, verb.origin) == ("ANRUFEN", Origin.LEMMA)
    assert text[slice(*verb.span or (0, 0))] == "rufe dich an"


def test_contractions_are_opened_in_place() -> None:
    text = "I don’t know, we can't and won't."
    sequence = english(text)
    assert names(sequence) == ["I", "NOT", "KNOW", "WE", "CAN", "NOT", "AND", "WILL", "NOT"]
    assert [text[slice(*word.span)] for word in sequence.dropped] == ["do"]
    assert [text[slice(*gloss.span or (0, 0))] for gloss in sequence.glosses[-2:]] == ["wo", "n't"]


def test_a_negated_verb_has_one_sign_when_the_dictionary_does() -> None:
    assert names(english("I don't know", "don't-know")) == ["I", "DON'T-KNOW"]
    assert names(english("I can't", "can't")) == ["I", "CAN'T"]


def test_and_is_left_out_rather_than_spelled_where_the_dictionary_has_other_words() -> None:
    sequence = german("Kaffee und Tee", "kaffee", "tee")
    assert names(sequence) == ["KAFFEE", "TEE"]
    assert sequence.dropped[0].reason == "joins, without a sign of its own"
    assert names(german("Kaffee und Tee", "kaffee", "und")) == ["KAFFEE", "UND", "TEE"]
    assert names(german("Kaffee und Tee")) == ["KAFFEE", "UND", "TEE"]


def test_every_word_left_out_gives_its_reason() -> None:
    text = "The dog is at the door."
    left_out = [(text[slice(*word.span)], word.reason) for word in english(text).dropped]
    assert left_out == [("The", "article"), ("is", "copula"), ("at", "preposition"), ("the", "article")]


def test_an_address_is_spelled_with_its_dots() -> None:
    sequence = english("Look at https://www.example.com/a1.")
    assert names(sequence) == ["LOOK", "EXAMPLE", "DOT", "COM", "A", "ONE"]
    assert {gloss.span for gloss in sequence.glosses[1:]} == {(8, 34)}
    assert names(english("Write anna@example.org")) == ["WRITE", "ANNA", "AT", "EXAMPLE", "DOT", "ORG"]


def test_punctuation_becomes_stillness_after_the_last_sign_of_its_clause() -> None:
    sequence = english("Yes, tomorrow I sleep: now I eat. What is your name?\nBye")
    pauses = [(gloss.name, gloss.pause) for gloss in sequence.glosses if gloss.pause]
    assert pauses == [("YES", 0.25), ("SLEEP", 0.35), ("EAT", 0.6), ("WHAT", 0.8)]


def test_the_dot_of_an_abbreviation_ends_no_sentence() -> None:
    assert [gloss.pause for gloss in english("Dr. Smith sleeps").glosses] == [0, 0, 0]
    assert names(german("Ich mag z.B. Tee")) == ["ICH", "BEISPIEL", "TEE", "MÖGEN"]


def test_capitals_throughout_are_read_as_small_letters() -> None:
    assert names(english("HELLO MY NAME IS ANNA")) == ["HELLO", "MY", "NAME", "ANNA"]


def test_spans_count_characters_not_bytes_or_surrogates() -> None:
    sequence = english("😀 é cat")
    assert [gloss.span for gloss in sequence.glosses] == [(0, 1), (2, 3), (4, 7)]


def test_invisible_characters_are_reported() -> None:
    sequence = english("cat\u200b \x00")
    assert [(word.span, word.reason) for word in sequence.dropped] == [
        ((3, 4), "invisible character"), ((5, 6), "invisible character"),
    ]  # fmt: skip


@pytest.mark.parametrize("pair", [("fr", "fsl"), ("en", "gsg"), ("", ""), ("EN", "ase")])
def test_a_pair_of_languages_that_is_not_there_is_refused_with_those_that_are(pair: tuple[str, str]) -> None:
    with pytest.raises(BadInput, match="en to ase, de to gsg"):
        translate("hello", *pair, LETTERS)


def test_every_language_has_a_name() -> None:
    assert {language for pair in LANGUAGE_PAIRS for language in pair} == set(LANGUAGE_NAMES)


@pytest.mark.parametrize(
    ("typed", "signs", "origin"),
    [
        ("house", ("HOUSE",), Origin.DICTIONARY), ("Houses", ("HOUSE",), Origin.LEMMA),
        ("thank you", ("THANK-YOU",), Origin.DICTIONARY), ("THANK_YOU", ("THANK-YOU",), Origin.DICTIONARY),
        ("anna", tuple("ANNA"), Origin.SPELLED), ("A-N-N-A", tuple("ANNA"), Origin.SPELLED),
        ("house+thank-you", ("HOUSE", "THANK-YOU"), Origin.LEMMA), ("went", tuple("WENT"), Origin.SPELLED),
        ("😀", (), Origin.MISSING), ("25", tuple("TWENTYFIVE"), Origin.SPELLED),
    ],
)  # fmt: skip
def test_a_typed_gloss_is_looked_up_or_spelled(typed: str, signs: tuple[str, ...], origin: Origin) -> None:
    gloss = regloss(typed, LETTERS | {"house", "thank-you"}, "en", "ase")
    assert (gloss.signs, gloss.origin, gloss.span) == (signs, origin, None)


def test_a_gloss_typed_as_it_is_displayed_stays_what_it_is() -> None:
    known = GERMAN_LETTERS | {"regen", "wahrscheinlichkeit", "anrufen", "nicht", "ix-1"}
    text = "Ich rufe Straße Müller nicht an, Regenwahrscheinlichkeit."
    for gloss in translate(text, "de", "gsg", known).glosses:
        assert regloss(gloss.name, known, "de", "gsg").signs == gloss.signs


def test_a_gloss_needs_a_name() -> None:
    with pytest.raises(BadInput, match="needs a name"):
        regloss("  ", LETTERS, "en", "ase")


def test_warming_up_while_translating_is_safe() -> None:
    results: list[GlossSequence] = []
    threads = [threading.Thread(target=warm_up), *(
        threading.Thread(target=lambda: results.append(german("Kinder schliefen"))) for _ in range(3)
    )]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {tuple(names(result)) for result in results} == {("KIND", "SCHLAFEN")}


def test_the_word_lists_are_not_read_before_they_are_needed() -> None:
    code = "import pipeline.text.translate, sys; sys.exit('simplemma' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
