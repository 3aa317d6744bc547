"""Words with two meanings get the sign of the one that is meant, or are spelled."""

import pytest

from pipeline.signs.matching import key
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Origin
from pipeline.text.translate import translate
from tests.pipeline.text.test_asl_order import KNOWN

WITH_LEAVE = KNOWN | {"leave", "fall", "look", "like", "can", "right", "train"}


@pytest.mark.parametrize(
    ("sentence", "spelled"),
    [
        ("Turn left.", "LEFT"), ("Turn right at the door.", "RIGHT"), ("Left or right?", "LEFT RIGHT"),
        ("My left hand hurts.", "LEFT"), ("The cat is on the right.", "RIGHT"),
        ("The leaves fall.", "LEAVES"), ("The trees have leaves.", "LEAVES"),
        ("Red leaves are on the car.", "LEAVES"),
        ("It looks like rain.", "LIKE"), ("She is like my mother.", "LIKE"),
        ("What is the weather like?", "LIKE"),
        ("Can I have a can?", "CAN"), ("The can opener is old.", "CAN"), ("I want two cans.", "CANS"),
        ("I train every day.", "TRAIN"),
    ],
)  # fmt: skip
def test_a_meaning_without_a_sign_is_spelled(sentence: str, spelled: str) -> None:
    glosses = translate(sentence, "en", "ase", WITH_LEAVE).glosses
    found = {gloss.name for gloss in glosses if gloss.origin is Origin.SPELLED}
    assert set(spelled.split()) <= found and "LEAVE" not in {gloss.name for gloss in glosses}


@pytest.mark.parametrize(
    ("sentence", "gloss"),
    [
        ("She left yesterday.", "LEAVE"), ("He has left.", "LEAVE"), ("They left the house.", "LEAVE"),
        ("My mother left.", "LEAVE"), ("The train leaves at eight.", "LEAVE"),
        ("She leaves tomorrow.", "LEAVE"),
        ("Anna leaves.", "LEAVE"),
        ("You are right.", "RIGHT"), ("The right book is here.", "RIGHT"), ("I like rain.", "LIKE"),
        ("What do you like?", "LIKE"), ("Do you like it?", "LIKE"), ("I can swim.", "CAN"),
        ("The train is here.", "TRAIN"),
    ],
)  # fmt: skip
def test_the_usual_meaning_keeps_its_sign(sentence: str, gloss: str) -> None:
    signed = [
        found.name
        for found in translate(sentence, "en", "ase", WITH_LEAVE).glosses
        if found.origin is not Origin.SPELLED
    ]
    assert gloss in signed


@pytest.mark.parametrize(
    ("sentence", "signed"),
    [
        ("In the fall it is cold.", "AUTUMN"), ("The school is close.", "NEAR"), ("Close the door.", "CLOSE"),
        ("I fall.", "FALL"), ("I saw a dog.", "SEE"),
    ],
)  # fmt: skip
def test_the_sign_of_the_meaning_is_taken_where_there_is_one(sentence: str, signed: str) -> None:
    with SignStore(STARTER) as store:
        known = store.glosses("ase") | {key(signed)}  # whether or not the starter dictionary has it
    glosses = translate(sentence, "en", "ase", known).glosses
    assert signed in {sign for gloss in glosses for sign in gloss.signs}
