"""The compact networks: what they learn, how they go on, judge, search, and are kept."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

torch = pytest.importorskip("torch")

from pipeline.errors import BadInput  # noqa: E402
from pipeline.evaluation.translation import scores  # noqa: E402
from pipeline.progress import Cancelled, silent  # noqa: E402
from pipeline.text.neural import storage  # noqa: E402
from pipeline.text.neural.codes import EDGE, FIRST, codes_of  # noqa: E402
from pipeline.text.neural.ensemble import Ensemble  # noqa: E402
from pipeline.text.neural.lesson import rate, train_network  # noqa: E402
from pipeline.text.neural.network import Dropout, Network  # noqa: E402
from pipeline.text.neural.pieces import features  # noqa: E402
from pipeline.text.neural.workers import train_networks  # noqa: E402
from tests.pipeline.text.neural.conftest import SIZE, lesson  # noqa: E402
from tests.pipeline.text.phrases.conftest import pairs  # noqa: E402

pytestmark = pytest.mark.usefixtures("one_thread")
WORDS = ("am", "montag", "regnet", "es", "im", "norden")


def same(one: Network, other: Network) -> bool:
    theirs = other.state_dict()
    return all(torch.equal(values, theirs[name]) for name, values in one.state_dict().items())


def test_sentences_it_has_never_seen_are_translated(neural):
    seen = {words for words, _ in pairs(120)}
    fresh = [pair for pair in pairs(400, seed=9) if pair[0] not in seen] or pairs(40, 9)
    found = [neural.translate(words)[0].glosses for words, _ in fresh]
    assert scores(found, [glosses for _, glosses in fresh]).bleu[2] > 90


def test_each_gloss_is_sure_and_knows_its_word(neural):
    best, *others = neural.translate(["Am", "Montag", ",", "regnet", "es", "im", "Norden", "."], 3)
    assert best.glosses == ("MONTAG", "REGEN", "NORD") and best.system == "neural"
    assert all(0.5 < probability <= 1 for probability in best.probabilities)
    assert all(len(links) == 1 and links[0] not in (2, 7) for links in best.alignment)
    assert len({one.glosses for one in (best, *others)}) == 3 and best.score > others[0].score


def test_training_goes_on_after_a_kill_and_comes_to_the_same_network(tmp_path):
    def stop(done: int, total: int, note: str = "") -> None:
        if done == 2:
            raise Cancelled

    whole = train_network(lesson(4), tmp_path / "whole.pt")
    with pytest.raises(Cancelled):
        train_network(lesson(4), tmp_path / "killed.pt", stop)
    epochs: list[int] = []
    again = train_network(lesson(4), tmp_path / "killed.pt", lambda done, *_: epochs.append(done))
    assert epochs == [2, 3] and same(whole, again)


def test_what_another_lesson_left_behind_is_not_gone_on_from(tmp_path):
    train_network(lesson(2, seed=5), tmp_path / "state.pt")
    assert same(
        train_network(lesson(2), tmp_path / "state.pt"), train_network(lesson(2), tmp_path / "new.pt")
    )


def test_processes_side_by_side_learn_what_one_does(tmp_path):
    lessons = [lesson(2, 1), lesson(2, 2)]
    told: list[tuple[int, int]] = []
    made = train_networks(lessons, tmp_path, lambda done, total, note="": told.append((done, total)))
    for one, network in zip(lessons, made, strict=True):
        assert same(network, train_network(one, tmp_path / f"alone-{one.seed}.pt"))
    assert told[0] == (0, 4) and told == sorted(told)


def test_a_process_that_dies_is_a_sentence(tmp_path):
    (tmp_path / "network-0.pt").write_bytes(b"no state")
    with pytest.raises(BadInput, match="ended early"):
        train_networks([lesson()], tmp_path, silent)


def test_a_batch_judges_a_sentence_as_if_it_were_alone(networks):
    network = networks.networks[0]
    with torch.inference_mode():
        both, hidden = network.encode(*networks.codes.words([WORDS, WORDS[:3]]))
        alone, _ = network.encode(*networks.codes.words([WORDS[:3]]))
    torch.testing.assert_close(both[1, :3], alone[0])
    assert (hidden[1, 0, 0] < 0).tolist() == [False] * 3 + [True] * 3


def test_a_judgement_is_the_chain_of_what_may_follow(networks):
    translation = ("MONTAG", "NORD", "never seen")
    (judged,) = networks.judge(WORDS, [translation])
    each = []
    for network in networks.networks:
        with torch.inference_mode():
            memory = network.encode(*networks.codes.words([WORDS]))
            said, chain = [EDGE], []
            for gloss in (*translation, ""):
                follows = network.decode(torch.tensor([said]), *memory)[0][0, -1].softmax(-1)
                number = networks.codes.gloss_ids.get(gloss, 2) if gloss else EDGE
                chain.append(float(follows[number]))
                said.append(number)
        each.append(chain)
    mean = sum(math.prod(chain) for chain in each) / len(each)
    assert judged.score == pytest.approx(math.log(mean), abs=1e-4)
    assert judged.probabilities == pytest.approx(
        [(a + b) / 2 for a, b in zip(*each, strict=True)][:3], abs=1e-5
    )


def test_the_search_finds_the_best_of_all_short_translations(networks):
    """Of two allowed glosses there are 31 translations of up to four."""
    only = frozenset({"MONTAG", "REGEN"})
    every = [one for size in range(5) for one in itertools.product(sorted(only), repeat=size)]
    alone = Ensemble(networks.codes, networks.networks[:1])
    judged = alone.judge(WORDS, every)
    worth = [one.score / (len(glosses) + 1) ** 0.6 for one, glosses in zip(judged, every, strict=True)]
    assert alone.search(WORDS, 16, only)[0] == every[worth.index(max(worth))]


def test_no_gloss_outside_of_what_is_allowed_is_answered(neural):
    allowed = neural.glosses - {"REGEN", "NORD"}
    for words, _ in pairs(20, seed=7):
        assert all(set(answer.glosses) <= allowed for answer in neural.translate(words, 5, allowed))
    assert [answer.glosses for answer in neural.translate(WORDS, 3, frozenset())] == [()]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_have_an_answer(neural, words):
    answers = neural.translate(words, 2)
    assert answers and all(index < len(words) for a in answers for part in a.alignment for index in part)


def test_a_saved_translator_answers_the_same(neural, tmp_path):
    storage.save(tmp_path, neural)
    loaded = storage.load(tmp_path)
    for words, _ in pairs(20, seed=5):
        one, other = loaded.translate(words)[0], neural.translate(words)[0]
        assert one.glosses == other.glosses and one.score == pytest.approx(other.score, abs=0.02)


def test_damaged_networks_are_a_sentence(neural, tmp_path):
    with pytest.raises(BadInput, match="cannot be opened"):
        storage.load(tmp_path)
    storage.save(tmp_path, neural)
    weights, facts = (tmp_path / storage.WEIGHTS).read_bytes(), (tmp_path / storage.FILE).read_text()
    for broken, text in (
        (b"", facts),
        (weights[:999], facts),
        (weights, "{}"),
        (weights, facts.replace('"networks": 2', '"networks": 3')),
        (weights, facts.replace('"width": 32', '"width": 64')),
    ):
        (tmp_path / storage.WEIGHTS).write_bytes(broken)
        (tmp_path / storage.FILE).write_text(text)
        with pytest.raises(BadInput, match="is damaged"):
            storage.load(tmp_path)


def test_relatives_of_a_word_share_features_with_it():
    one, other = set(features("regnerisch", "de")), set(features("regnerische", "de"))
    assert len(one & other) > 8 and not one & set(features("bald", "de"))


def test_dropout_hides_its_share_and_keeps_the_mean():
    torch.manual_seed(1)
    states = Dropout(0.25)(torch.ones(400, 501))
    assert float((states == 0).float().mean()) == pytest.approx(0.25, abs=0.005)
    assert float(states.mean()) == pytest.approx(1.0, abs=0.01)
    assert torch.equal(Dropout(0.25).eval()(states), states)


def test_the_rate_rises_over_a_tenth_and_falls_to_nothing():
    assert [rate(step, 100, 2.0) for step in (5, 10, 55, 100)] == pytest.approx([1.0, 2.0, 1.0, 0.0])


def test_glosses_no_network_has_learned_are_unknown():
    codes = codes_of([("heute",)], [("HEUTE",)], "de")
    given, following = codes.targets([("HEUTE", "NEU"), ()])
    assert given.tolist() == [[EDGE, FIRST, 2], [EDGE, 0, 0]]
    assert following.tolist() == [[FIRST, 2, EDGE], [EDGE, 0, 0]]
    assert Network(SIZE, len(codes.features), len(codes.glosses)).bias.shape == (FIRST + 1,)
