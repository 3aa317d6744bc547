"""Edits by hand stay when the text around them changes."""

from dataclasses import replace

import pytest

from pipeline.text.carry import carry
from pipeline.text.gloss import Gloss, GlossSequence, Origin


def of(text):
    """One gloss a word, in the order of the text."""
    glosses, begin = [], 0
    for word in text.split():
        begin = text.index(word, begin)
        glosses.append(Gloss(word.upper(), Origin.DICTIONARY, (word.upper(),), (begin, begin + len(word))))
        begin += len(word)
    return GlossSequence(text, "en", "ase", tuple(glosses))


def by_hand(name):
    return Gloss(name, Origin.DICTIONARY, (name,))


def edited(text, change):
    glosses = list(of(text).glosses)
    change(glosses)
    return replace(of(text), glosses=tuple(glosses))


def carried(text, change, new):
    return carry(edited(text, change), of(text), of(new))


def names(sequence):
    return " ".join(gloss.name for gloss in sequence.glosses)


def rename(glosses):
    glosses[1] = replace(by_hand("SHOWER"), span=glosses[1].span)


def insert(glosses):
    glosses.insert(1, by_hand("SOON"))


def remove(glosses):
    del glosses[1]


def move(glosses):
    glosses.insert(0, glosses.pop(2))


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (rename, "TODAY SHOWER HERE THEN SUN"),
        (insert, "TODAY SOON RAIN HERE THEN SUN"),
        (remove, "TODAY HERE THEN SUN"),
        (move, "HERE TODAY RAIN THEN SUN"),
    ],
)
def test_an_edit_stays_when_words_are_added_behind_it(change, wanted):
    assert names(carried("today rain here", change, "today rain here then sun")) == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [(rename, "OH TODAY SHOWER HERE"), (insert, "OH TODAY SOON RAIN HERE"), (move, "HERE OH TODAY RAIN")],
)
def test_an_edit_stays_when_words_are_added_before_it(change, wanted):
    result = names(carried("today rain here", change, "oh today rain here"))
    assert sorted(result.split()) == sorted(wanted.split())
    if change is not move:
        assert result == wanted


def test_the_words_of_an_edited_gloss_are_found_in_the_new_text():
    new = "oh today rain here"
    result = carried("today rain here", rename, new)
    shower = next(gloss for gloss in result.glosses if gloss.name == "SHOWER")
    assert new[slice(*shower.span)] == "rain"
    moved = carried("today rain here", move, new)
    assert all(gloss.name == new[slice(*gloss.span)].upper() for gloss in moved.glosses)


def test_an_edit_goes_with_the_word_it_was_made_on():
    assert names(carried("today rain here", rename, "today here")) == "TODAY HERE"
    assert names(carried("today rain here", rename, "")) == ""


def test_without_edits_or_changes_nothing_happens():
    assert carried("a b", lambda _: None, "a b c") == of("a b c")
    kept = edited("a b c", rename)
    assert carry(kept, of("a b c"), of("a b c")) == kept


def test_what_was_inserted_into_an_empty_text_stays_at_the_end():
    assert names(carried("", lambda glosses: glosses.append(by_hand("HI")), "you there")) == "YOU THERE HI"
