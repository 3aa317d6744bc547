"""Signs are found by gloss, translation, tag, handshape, quality and status."""

import gc
from pathlib import Path

import numpy as np
import pytest

from pipeline.motion.motion import Motion
from pipeline.signs.catalogue import Catalogue
from pipeline.signs.decision import NONE, Decision, Status, approve, reject
from pipeline.signs.query import Query, read_query
from pipeline.signs.store import Draft, SignStore, new_store
from tests.bench.bench_search import make_dictionary

WORDS = (
    ("RAIN", 0.9, (("handshape", "5"), ("translation", "Regen"))),
    ("RAINBOW", 0.8, (("handshape", "4"),)),
    ("BRAIN", 0.3, (("handshape", "index"),)),
    ("SUED", 0.6, (("translation", "rainy side"),)),
    ("SUN", 0.5, (("handshape", "5"),)),
)


@pytest.fixture
def store(tmp_path: Path):
    path = tmp_path / "signs.sqlite"
    with new_store(path) as made:
        for number, (gloss, score, features) in enumerate(WORDS):
            motion = Motion(25.0, np.full((3, 55, 3), number / 100, np.float32))
            made.add(Draft(gloss, "ase", scores={"fit": score}, features=frozenset(features)), motion)
    with SignStore(path) as opened:
        yield opened


def found(store: SignStore, typed: str) -> list[str]:
    ids = Catalogue(store, "ase").search(read_query(typed))
    return [sign.gloss for sign in store.signs(ids.tolist())]


def test_the_gloss_itself_first_then_its_start_then_inside_then_what_it_means(store) -> None:
    assert found(store, "rain") == ["RAIN", "RAINBOW", "BRAIN", "SUED"]


def test_case_and_umlauts_do_not_matter(store) -> None:
    assert found(store, "süd") == ["SUED"] and found(store, "REGEN") == ["RAIN"]


def test_nothing_typed_finds_everything_in_the_order_of_the_alphabet(store) -> None:
    assert found(store, "") == ["BRAIN", "RAIN", "RAINBOW", "SUED", "SUN"]


def test_conditions_narrow_what_is_found(store) -> None:
    assert found(store, "handshape:5") == ["RAIN", "SUN"]
    assert found(store, "rain handshape:5") == ["RAIN"]
    assert found(store, "quality:60") == ["RAIN", "RAINBOW", "SUED"]
    assert found(store, "quality:<50") == ["BRAIN", "SUN"]
    assert found(store, "handshape:unheard-of") == []


def test_what_curators_decide_is_searched_too(store) -> None:
    signs = {sign.gloss: sign for sign in store.search("", "ase")}
    decisions = {
        signs["RAIN"].subject: approve(NONE),
        signs["SUN"].subject: reject(Decision(tags=("Bad light",))),
        signs["BRAIN"].subject: Decision(flagged=True, tags=("check",)),
    }
    store.decisions.put(decisions)
    assert found(store, "status:approved") == ["RAIN"]
    assert found(store, "status:undecided status:rejected") == ["BRAIN", "RAINBOW", "SUED", "SUN"]
    assert found(store, "tag:bad_light") == ["SUN"] and found(store, "light") == ["SUN"]
    assert found(store, "flagged:yes") == ["BRAIN"]


def test_a_catalogue_is_revised_without_reading_the_dictionary_again(store) -> None:
    catalogue = Catalogue(store, "ase")
    [sun] = store.find("SUN", "ase")
    store.decisions.put({sun.subject: reject(Decision(tags=("dark",)))})
    assert catalogue.search(read_query("status:rejected")).tolist() == []
    catalogue.revise(store.find("SUN", "ase", rejected=True))
    assert catalogue.search(read_query("status:rejected")).tolist() == [sun.id]
    store.decisions.put({sun.subject: NONE})
    catalogue.revise(store.find("SUN", "ase"))
    assert catalogue.search(read_query("dark")).tolist() == []


def test_words_are_found_exactly_as_python_finds_them() -> None:
    """Against `in` on random words: the search in bytes has no false friends at the ends of lines."""
    from pipeline.signs.catalogue import _places

    random = np.random.default_rng(1)
    text = "".join(random.choice(list("ab\n"), 400)).encode()
    for _ in range(50):
        wanted = "".join(random.choice(list("ab"), random.integers(1, 5))).encode()
        places = [at for at in range(len(text)) if text.startswith(wanted, at)]
        assert _places(np.frombuffer(text, np.uint8), np.frombuffer(wanted, np.uint8)).tolist() == places


def test_what_is_typed_is_read_into_conditions() -> None:
    query = read_query("hot dog status:approved tag:two_hands quality:>70 handshape:flat flagged:yes status:")
    assert query == Query(
        "hot dog status:", (Status.APPROVED,), True, ("two hands",), 0.7, 1.0, (("handshape", "flat"),)
    )
    assert read_query("quality:good status:maybe").words == "quality:good status:maybe"
    assert read_query("  ").is_empty


def test_reading_leaves_the_collector_nothing_to_do(tmp_path: Path):
    """A thread reads it: whenever Python looks through all objects, the window stands still."""
    make_dictionary(tmp_path / "many.sqlite", signs=3000)
    with SignStore(tmp_path / "many.sqlite") as store:
        Catalogue(store, "ase")  # imports and caches
        before = gc.get_stats()[0]["collections"]
        Catalogue(store, "ase")
        assert gc.get_stats()[0]["collections"] - before <= 4
