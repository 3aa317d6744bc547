"""Ways of writing a gloss that mean the same one, and ways that do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.signs.matching import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SÜD", "SUED"), ("süd", "Su\u0308d"), ("STRASSE", "Straße"), ("STRAẞE", "strasse"),
        ("HOW_MANY", "how many"),
        (" how  many ", "HOW-MANY"), ("DON’T", "don't"), ("E‑MAIL", "e-mail"),
    ],
)  # fmt: skip
def test_the_same_gloss_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_letters_of_the_manual_alphabet_stay_themselves() -> None:
    assert [key(letter) for letter in "AÄäẞß"] == ["a", "ä", "ä", "ß", "ß"]


def test_different_glosses_have_different_keys() -> None:
    assert key("MASSE") != key("MESSE")
    assert key("IX-1") != key("IX-2")


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.text())
def test_unicode_form_does_not_matter(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(text)
