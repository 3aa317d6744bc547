"""Choosing one parameter of a description changes that one and no other."""

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.compose import edits
from pipeline.compose.description import Description, Handshape, Location, Movement, Posture
from pipeline.compose.face import NonManual
from pipeline.compose.manner import OtherHand, Path, Size
from pipeline.compose.places import Place
from pipeline.compose.shown import Hand, meeting_at, movement_of, shown_at
from pipeline.compose.text_form import read_description
from tests.pipeline.compose import strategies as some

HANDS = st.sampled_from(list(Hand))


def names(kind):
    return [field.name for field in fields(kind)]


@st.composite
def scenes(draw, least=0):
    """A description, a moment of it and a hand that the sign has."""
    described = draw(some.descriptions)
    assume(len(described.movements) >= least)
    moment = draw(st.integers(least, len(described.movements)))
    alone = described.hands is OtherHand.ABSENT
    return described, moment, Hand.LEADING if alone else draw(HANDS)


def all_else(description: Description, moment: int, hand: Hand):
    """What a description says apart from one hand at one moment."""
    blank = Movement()
    moves = list(description.movements)
    if moment and hand is Hand.LEADING:
        moves[moment - 1] = replace(blank, other=moves[moment - 1].other)
    elif moment:
        moves[moment - 1] = replace(moves[moment - 1], other=None)
    posture = Posture(shape=Handshape("5"))
    changes = {} if moment else {"start" if hand is Hand.LEADING else "other": posture}
    return replace(description, movements=tuple(moves), **changes)


def own_posture(description, moment, hand):
    if moment:
        return movement_of(description, moment, hand).to
    return description.start if hand is Hand.LEADING else description.other


@settings(deadline=None)
@given(scenes(), some.postures, st.sampled_from(names(Posture)))
def test_what_a_hand_shows_is_chosen_one_by_one(scene, wanted, name):
    before, moment, hand = scene
    value = getattr(wanted, name)
    assume(value is not None)
    after = edits.with_posture(before, moment, hand, **{name: value})
    assert getattr(shown_at(after, moment, hand), name) == value
    for kept in set(names(Posture)) - {name}:
        was, now = own_posture(before, moment, hand), own_posture(after, moment, hand)
        assert getattr(was, kept) == getattr(now, kept)
    assert all_else(after, moment, hand) == all_else(before, moment, hand)
    if moment:
        moved, was = movement_of(after, moment, hand), movement_of(before, moment, hand)
        path = Path.STRAIGHT if name == "location" and was.path is Path.NONE else was.path
        assert moved == replace(was, to=moved.to, path=path)


@settings(deadline=None)
@given(scenes(), some.handshapes, st.sampled_from(names(Handshape)))
def test_a_handshape_keeps_its_other_modifiers(scene, wanted, name):
    before, moment, hand = scene
    was = shown_at(before, moment, hand)
    after = edits.with_shape(before, moment, hand, **{name: getattr(wanted, name)})
    assert shown_at(after, moment, hand).shape == replace(was.shape, **{name: getattr(wanted, name)})
    assert all_else(after, moment, hand) == all_else(before, moment, hand)


@settings(deadline=None)
@given(scenes(), some.locations, st.sampled_from(names(Location)))
def test_a_place_keeps_its_other_details(scene, wanted, name):
    before, moment, hand = scene
    was = shown_at(before, moment, hand).location or Location()
    value = getattr(wanted, name)
    assume(name != "between" or value is None or Place.NEUTRAL not in (was.place, value))
    after = shown_at(edits.with_place(before, moment, hand, **{name: value}), moment, hand).location
    between = None if name == "place" and value is Place.NEUTRAL else was.between
    expected = replace(was, **({"between": between} | {name: value}))
    assert after == expected


@settings(deadline=None)
@given(scenes(least=1), some.movements, st.sampled_from(sorted(set(names(Movement)) - {"other", "to"})))
def test_a_movement_is_chosen_one_by_one(scene, wanted, name):
    before, moment, hand = scene
    assume(hand is Hand.LEADING or name != "meeting")
    was = movement_of(before, moment, hand)
    value = getattr(wanted, name)
    after = edits.with_movement(before, moment, hand, **{name: value})
    now = movement_of(after, moment, hand)
    assert getattr(now, name) == value
    assert all_else(after, moment, hand) == all_else(before, moment, hand)
    bound = {"path": {"direction", "via", "along", "to"}, "size": {"centimetres"}, "centimetres": {"size"}}
    bound |= {way: {"path", "direction", "via", "along"} for way in ("direction", "via", "along")}
    free = set(names(Movement)) - {name} - bound.get(name, set())
    assert {kept for kept in free if getattr(now, kept) != getattr(was, kept)} == set()
    if name == "path" and value is not Path.NONE:
        assert (now.via, now.along, now.to) == (was.via, was.along, was.to)
        assert now.direction == was.direction or (was.direction is None and was.to.location is None)
    if name == "direction" and value is not None and was.path is not Path.NONE:
        assert now == replace(was, direction=value)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(some.descriptions.filter(lambda description: description.face), some.non_manuals)
def test_one_span_of_the_face_changes_alone(before, wanted):
    item, others = before.face[0], set(before.face[1:])
    try:
        after = edits.with_face(before, item, wanted)
    except ValueError:
        assert (wanted.channel, wanted.start) in {(other.channel, other.start) for other in others}
        return
    assert set(after.face) == others | {wanted} and replace(after, face=()) == replace(before, face=())
    assert set(edits.with_face(after, wanted, None).face) == others


def test_sizes_in_words_and_centimetres_exclude_each_other():
    sign = read_description("start: {shape: V}\nmove: {straight: up, size: large}")
    measured = edits.with_movement(sign, 1, centimetres=12.0)
    assert (measured.movements[0].centimetres, measured.movements[0].size) == (12.0, Size.MEDIUM)
    assert edits.with_movement(measured, 1, size=Size.LARGE) == sign


def test_the_other_hand_begins_to_move_on_its_own_with_what_it_did():
    sign = read_description(
        "hands: mirrored\nstart: {shape: V, palm: left}\n"
        "move: {arc: right, via: up-left, at: cheek, side: left}"
    )
    own = edits.with_own_movement(sign, 1, True)
    other = own.movements[0].other
    assert (str(other.direction), str(other.via), other.to.location.side) == ("left", "up-right", "right")
    assert str(shown_at(own, 1, Hand.OTHER).palm) == "right"
    assert edits.with_own_movement(own, 1, False) == sign


def test_a_hand_alone_meets_nothing():
    sign = read_description("start: {shape: V}\nmove: {straight: up}")
    both = edits.with_hands(sign, OtherHand.MIRRORED)
    met = edits.with_meeting(
        both, 1, read_description("hands: mirrored\nstart: {shape: V}\nmeet: {where: up}").meeting
    )
    assert meeting_at(met, 1) is not None and meeting_at(met, 0) is None
    assert edits.with_hands(met, OtherHand.ABSENT) == sign


def test_the_same_part_of_the_face_cannot_do_two_things_at_once():
    sign = read_description("start: {shape: V}\nface: {brows: up}")
    with pytest.raises(ValueError, match="two things at once"):
        edits.with_face(sign, None, NonManual("brows", "down"))
