"""Glosses become clips: the best signs, letters quicker than signs, and what the user chose is kept."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.signs.sign import SignId
from pipeline.text.gloss import Gloss, GlossSequence, Origin
from pipeline.timeline.assemble import assemble, reference_to
from pipeline.timeline.manner import Manner
from pipeline.timeline.timeline import Timeline, Transition, spans
from pipeline.timeline.timing import pace


def labels(timeline: Timeline) -> str:
    return " ".join(clip.label for clip in timeline.clips)


def test_a_sentence_is_its_best_signs_in_order(signs, sentence) -> None:
    timeline = assemble(sentence("TREE", "rain"), signs)
    tree, rain = timeline.clips
    assert (tree.sign, rain.sign) == (SignId(2), SignId(3))  # the second variant of TREE has the better score
    assert (tree.label, rain.label) == ("TREE", "rain")
    assert (tree.position, rain.position) == (0, 1)
    assert (tree.start, tree.end, tree.speed) == (0.2, 0.8, 1.0)
    assert tree.reference == reference_to(signs.sign(SignId(2))) and not tree.chosen


def test_nothing_to_sign_is_an_empty_timeline(signs, sentence) -> None:
    assert assemble(sentence(), signs) == assemble(sentence("NOWHERE"), signs) == Timeline()


def test_what_has_no_sign_has_no_clip_and_the_others_keep_their_places(signs, sentence) -> None:
    timeline = assemble(sentence("NOWHERE", "TREE", "NOWHERE", "CAR"), signs)
    assert [(clip.label, clip.position) for clip in timeline.clips] == [("TREE", 1), ("CAR", 3)]


def test_one_gloss_may_be_several_signs(signs) -> None:
    gloss = Gloss("FOREST", Origin.SYNONYM, ("TREE", "NOWHERE", "TREE"), None, 0.4)
    timeline = assemble(GlossSequence("forest", "en", "ase", (gloss,)), signs)
    assert labels(timeline) == "TREE TREE"
    assert [clip.hold for clip in timeline.clips] == [0.0, 0.4]  # the pause is after the last
    assert not any(clip.doubled for clip in timeline.clips)  # which letters are, and signs are not


def test_ways_are_as_proposed_and_depend_on_the_signs(letters, spelling) -> None:
    timeline = assemble(spelling("UHU"), letters)
    assert all(clip.into.seconds == clip.into.proposed for clip in timeline.clips)
    assert 0.5 < timeline.clips[0].into.seconds <= 0.9  # up from the side of the body
    assert 0.5 < timeline.outro.seconds <= 0.9
    _, turned, back = (clip.into.seconds for clip in timeline.clips)
    near = assemble(spelling("UV"), letters).clips[1].into.seconds
    assert near < turned and near < back  # H is a U turned sideways, V a U spread


@pytest.mark.parametrize("language, words", [("ase", ("QUICK", "BROWN", "FOX")), ("gsg", ("ÜBER", "VIKTOR"))])
def test_letters_follow_at_about_three_a_second(letters, spelling, language: str, words) -> None:
    timeline = assemble(replace(spelling(*words), sign_language=language), letters)
    for word in range(len(words)):
        inner = [c for c in timeline.clips if c.position == word][1:-1]
        still = [clip.into.seconds + clip.seconds for clip in inner if clip.label not in "JZÄÖÜ"]
        assert all(0.21 <= seconds <= 0.5 for seconds in still)
        assert np.mean(still) == pytest.approx(1 / 3, abs=0.06)
        assert all(0.12 <= clip.into.seconds <= 0.25 for clip in inner)


def test_letters_are_shown_more_briefly_than_in_the_dictionary(letters, spelling) -> None:
    for clip in assemble(spelling("JAZZY"), letters).clips:
        sign = letters.sign(clip.sign)
        assert sign.onset - 1e-6 <= clip.start < clip.end <= sign.offset + 1e-6
        assert clip.seconds < sign.offset - sign.onset


def test_a_letter_that_is_a_movement_keeps_all_of_it(letters, spelling) -> None:
    j, z = assemble(spelling("JZ"), letters).clips
    for clip in (j, z):
        sign = letters.sign(clip.sign)
        assert (clip.start, clip.end) == (sign.onset, sign.offset)
        assert 1.0 < clip.speed <= 2.0


def test_a_faster_rate_is_faster(letters, spelling) -> None:
    def at(word, rate):
        return assemble(spelling(word), letters, Timeline(manner=Manner(spelling=rate))).seconds

    seconds = [at("SIGNWRIGHT", rate) for rate in (2, 3, 4, 6)]
    assert seconds == sorted(seconds, reverse=True) and seconds[0] > 1.25 * seconds[-1]
    wild = [at("SIGN", rate) for rate in (1, 8)]
    assert wild[0] > wild[1] > 0


def test_doubled_letters_are_marked_and_have_time_to_slide(letters, spelling) -> None:
    timeline = assemble(spelling("ANNA", "ALL"), letters)
    assert [clip.doubled for clip in timeline.clips] == [False, False, True, False, False, False, True]
    assert all(clip.into.seconds >= 0.16 for clip in timeline.clips if clip.doubled)


def test_spelled_words_are_kept_apart(letters, spelling) -> None:
    timeline = assemble(spelling("AS", "AS"), letters)
    assert timeline.clips[2].into.seconds >= 0.3 > timeline.clips[1].into.seconds


def test_a_pause_is_a_hold_after_the_last_letter(letters, spelling) -> None:
    timeline = assemble(spelling("AB", "CD", pause=0.6), letters)
    assert [clip.hold for clip in timeline.clips] == [0, 0.6, 0, 0.6]
    ends = spans(timeline)
    assert ends[1][1] - ends[1][0] == pytest.approx(timeline.clips[1].seconds)


def changed(timeline: Timeline, signs) -> Timeline:
    """With the other variant of TREE, a slow way into it and a slow way to rest."""
    other = {"sign": SignId(1), "reference": reference_to(signs.sign(SignId(1))), "chosen": True}
    clips = tuple(replace(clip, **other) if clip.label == "TREE" else clip for clip in timeline.clips)
    timeline = replace(timeline, clips=clips)
    for index, clip in enumerate(clips):
        timeline = pace(timeline, index, 1.5) if clip.label == "TREE" else timeline
    return pace(timeline, len(clips), 2.0)


@pytest.mark.parametrize(
    "names",
    [
        ("RAIN", "TREE", "CAR"),
        ("TREE",),
        ("CAR", "CAR", "TREE"),
        ("TREE", "CAR", "RAIN"),
        ("RAIN", "NOWHERE", "CAR", "TREE", "RAIN"),
    ],
)
def test_what_the_user_chose_stays_with_its_gloss(signs, sentence, names) -> None:
    before = changed(assemble(sentence("RAIN", "TREE", "CAR"), signs), signs)
    after = assemble(sentence(*names), signs, keep=before)
    tree = next(clip for clip in after.clips if clip.label == "TREE")
    assert tree.sign == SignId(1) and tree.chosen
    assert tree.into.seconds == 1.5 and tree.into.proposed != 1.5
    assert after.outro.seconds == 2.0
    assert all(c.into.seconds == c.into.proposed and not c.chosen for c in after.clips if c.label != "TREE")


def test_without_its_gloss_nothing_of_it_stays(signs, sentence) -> None:
    before = changed(assemble(sentence("RAIN", "TREE", "CAR"), signs), signs)
    without = assemble(sentence("RAIN", "CAR"), signs, keep=before)
    again = assemble(sentence("RAIN", "TREE", "CAR"), signs, keep=without)
    assert again.clips == assemble(sentence("RAIN", "TREE", "CAR"), signs).clips


def test_the_same_sentence_keeps_everything(signs, sentence) -> None:
    before = changed(assemble(sentence("TREE", "TREE", "CAR"), signs), signs)
    assert assemble(sentence("TREE", "TREE", "CAR"), signs, keep=before).clips[0].into.seconds == 1.5
    assert [c.sign for c in assemble(sentence("TREE", "TREE", "CAR"), signs, keep=before).clips] == [1, 1, 4]


def test_a_chosen_sign_that_is_gone_gives_way_to_the_best(signs, sentence) -> None:
    before = assemble(sentence("TREE"), signs)
    lost = replace(before, clips=(replace(before.clips[0], sign=SignId(99), chosen=True),))
    clip = assemble(sentence("TREE"), signs, keep=lost).clips[0]
    assert clip.sign == SignId(2) and not clip.chosen


def test_a_transition_of_one_letter_is_kept_within_its_word(letters, spelling) -> None:
    before = pace(assemble(spelling("HI", "ANNA"), letters), 4, 0.8)
    after = assemble(spelling("ANNA", "HI"), letters, keep=before)
    kept = [clip.into.seconds for clip in after.clips if clip.into.seconds == 0.8]
    assert kept == [0.8] and after.clips[2].into == Transition(0.8, before.clips[4].into.proposed)
