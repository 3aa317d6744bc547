"""What a user corrected wins the next time, and can be read, written and merged."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.text.gloss import Source
from pipeline.text.glossary import (
    EMPTY,
    Entry,
    Glossary,
    correction,
    entry,
    from_toml,
    load_glossary,
    save_glossary,
    to_toml,
)
from pipeline.text.translate import translate

GERMAN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß") | {"gehen", "laufen", "kind", "kinder", "telefonieren"}


def names(text: str, *entries: Entry) -> list[str]:
    return [gloss.name for gloss in translate(text, "de", "gsg", GERMAN, Glossary(entries)).glosses]


def german(text: str, *glosses: str, exact: bool = False) -> Entry:
    return entry(text, glosses, "de", "gsg", exact)


def test_a_correction_wins_over_the_dictionary_in_all_forms_of_the_word() -> None:
    assert names("Kinder gingen", german("gehen", "laufen")) == ["KINDER", "LAUFEN"]
    assert names("Kinder gingen", german("ging", "laufen")) == ["KINDER", "LAUFEN"]


def test_an_exact_entry_leaves_other_forms_alone() -> None:
    corrected = german("Kinder", "Kind", exact=True)
    assert names("Kinder", corrected) == ["KIND"]
    assert names("Kind", german("Kinder", "Kinder", exact=True)) == ["KIND"]


def test_the_longest_phrase_wins_and_may_be_signed_with_several_glosses() -> None:
    entries = german("Rotes Kreuz", "DRK"), german("rotes", "rot")
    assert names("Rotes Kreuz", *entries) == ["DRK"]
    assert names("guten Appetit", german("Guten Appetit", "gehen", "Kind")) == ["GEHEN", "KIND"]


def test_an_entry_brings_back_what_would_not_be_signed_and_one_without_glosses_drops_it() -> None:
    assert names("das Kind", german("das", "laufen")) == ["LAUFEN", "KIND"]
    assert names("Kinder sind da", german("sein", "laufen"))[:2] == ["KINDER", "LAUFEN"]
    sequence = translate("Kind", "de", "gsg", GERMAN, Glossary((german("Kind"),)))
    assert sequence.glosses == ()
    assert sequence.dropped[0].reason == "your glossary"


def test_a_separable_verb_is_corrected_wherever_its_parts_stand() -> None:
    text = "Ich rufe dich an."
    was = translate(text, "de", "gsg", GERMAN | {"anrufen"}).glosses[-1]
    assert was.span is not None
    learnt = correction(text[slice(*was.span)], was.evidence.word, "TELEFONIEREN", "de", "gsg")
    assert learnt.text == "anrufen"
    assert names("Er rief mich gestern an.", learnt)[-1] == "TELEFONIEREN"


def test_a_correction_to_the_very_form_in_the_text_holds_for_that_form_only() -> None:
    assert correction("Kinder", "Kind", "KINDER", "de", "gsg").exact
    assert correction("gingen", "gehen", "LAUFEN", "de", "gsg") == german("gehen", "LAUFEN")
    assert correction("zu Hause", "zu Hause", "HEIM", "de", "gsg").text == "zu Hause"


def test_what_the_glossary_decides_says_so() -> None:
    gloss = translate("Kind", "de", "gsg", GERMAN, Glossary((german("Kind", "laufen"),))).glosses[0]
    assert (gloss.evidence.source, gloss.evidence.reason) == (Source.GLOSSARY, "“Kind”")
    assert gloss.span == (0, 4)


def test_entries_hold_for_their_languages_only() -> None:
    other = entry("Kind", ["laufen"], "en", "ase")
    assert names("Kind", other) == ["KIND"]


def test_an_entry_takes_the_place_of_one_for_the_same_words() -> None:
    glossary = EMPTY.with_entry(german("Kind", "A")).merged([german("kind ", "B"), german("Haus", "C")])
    assert [(one.text, one.glosses) for one in glossary.entries] == [("kind", ("B",)), ("Haus", ("C",))]
    assert glossary.without(german("HAUS").words).entries == (german("kind", "B"),)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)


@given(st.lists(st.tuples(texts, st.lists(texts, max_size=3), st.booleans()), max_size=4))
def test_a_file_gives_back_what_was_saved_and_is_plain_toml(rows: list[tuple[str, list[str], bool]]) -> None:
    glossary = EMPTY.merged(entry(text, glosses, "de", "gsg", exact) for text, glosses, exact in rows)
    text = to_toml(glossary)
    assert from_toml(text) == glossary
    assert len(tomllib.loads(text).get("entry", [])) == len(glossary.entries)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("x", "not readable"), ("a = 1", "not a glossary"),
        ('format = "signwright-glossary"\nversion = 9', "another version"),
        ('format = "signwright-glossary"\nversion = 1\nentry = 3', "begin each with a line"),
        ('format = "signwright-glossary"\nversion = 1\n[[entry]]\ntext = "a"', "Entry 1"),
        ('format = "signwright-glossary"\nversion = 1\n[[entry]]\ntext = " "\nglosses = []\nlanguage = "de"\n'
         'sign_language = "gsg"', "needs words"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_glossary_gets_a_sentence(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(content)
    with pytest.raises(BadInput, match=words):
        load_glossary(path)


def test_a_glossary_is_saved_whole_and_absent_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    assert load_glossary(path) == EMPTY
    save_glossary(path, Glossary((german("Kind", "A"),)))
    assert load_glossary(path).entries == (german("Kind", "A"),)
    assert [file.name for file in tmp_path.iterdir()] == ["glossary.toml"]
