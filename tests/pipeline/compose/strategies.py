"""Arbitrary descriptions for hypothesis; those that make no sense are dropped."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from pipeline.compose import description as d
from pipeline.compose.direction import NAMED, reduced
from pipeline.compose.face import ACTIONS, Channel, NonManual
from pipeline.compose.manner import Growth, Local, OtherHand, Path, Repeat, Size, Speed, Tension
from pipeline.compose.places import Distance, HandPart, Height, Part, Place, Side, Surface
from pipeline.compose.shapes import Bend, Finger, Shape, Spread, Thumb


def sound(make: Callable[..., Any], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a class that checks itself, without those that it refuses."""

    @st.composite
    def values(draw: Any) -> Any:
        try:
            return make(**{name: draw(part) for name, part in parts.items()})
        except ValueError:
            return reject()

    return values()


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def one(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(kind))


def tenths(least: int, most: int) -> st.SearchStrategy[float]:
    return st.integers(least * 10, most * 10).map(lambda tenth: tenth / 10)


_TRIPLES = [(direction.left, direction.up, direction.out) for direction in NAMED]
directions = one(
    sorted(
        {
            reduced(*(a + b for a, b in zip(one, two, strict=True)))
            for one in _TRIPLES
            for two in _TRIPLES
            if any(a + b for a, b in zip(one, two, strict=True))
        },
        key=str,
    )
)
handshapes = sound(
    d.Handshape,
    name=one(Shape),
    thumb=maybe(one(Thumb)),
    bend=maybe(one(Bend)),
    spread=maybe(one(Spread)),
    contact=st.lists(one(Finger), unique=True, max_size=4).map(tuple),
    index=maybe(one(Bend)),
    middle=maybe(one(Bend)),
    ring=maybe(one(Bend)),
    pinky=maybe(one(Bend)),
    between=maybe(one(Shape)),
)
locations = sound(
    d.Location,
    place=one(Place),
    side=maybe(one(Side)),
    height=maybe(one(Height)),
    part=maybe(one(Part)),
    surface=maybe(one(Surface)),
    between=maybe(one(Place)),
    distance=maybe(one(Distance)),
    offset=st.just((0.0, 0.0, 0.0)) | st.tuples(tenths(-50, 50), tenths(-50, 50), tenths(-50, 50)),
)
postures = sound(
    d.Posture,
    shape=maybe(handshapes),
    palm=maybe(directions),
    fingers=maybe(directions),
    location=maybe(locations),
    by=maybe(one(HandPart)),
)
meetings = sound(
    d.Meeting,
    distance=one(Distance),
    by=maybe(one(HandPart)),
    to=maybe(one(HandPart)),
    where=maybe(directions),
    crossed=st.booleans(),
    interlocked=st.booleans(),
)
local_movements = sound(
    d.LocalMovement, kind=one(kind for kind in Local if kind is not Local.CHANGE), times=st.integers(0, 12)
) | sound(d.LocalMovement, kind=st.just(Local.CHANGE), times=st.integers(0, 12), shape=handshapes)


def _movement(**values: Any) -> d.Movement:
    """A movement of arbitrary values, made sound where paths, directions and sizes exclude each other."""
    if values["path"] is Path.NONE:
        values |= {"direction": None, "via": None, "along": None}
        values["to"] = replace(values["to"], location=None)
    elif values["to"].location is None:
        values["direction"] = values["direction"] or NAMED[0]
    if values["centimetres"] is not None:
        values["size"] = Size.MEDIUM
    return d.Movement(**values)


def _movements(others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return sound(
        _movement,
        path=one(Path),
        direction=maybe(directions),
        via=maybe(directions),
        size=one(Size),
        depth=one(Size),
        centimetres=maybe(tenths(1, 80)),
        turns=tenths(1, 12),
        along=maybe(directions),
        growth=one(Growth),
        to=postures,
        meeting=maybe(meetings),
        local=st.lists(local_movements, max_size=2).map(tuple),
        repeat=st.integers(1, 12),
        way=one(Repeat),
        speed=one(Speed),
        tension=one(Tension),
        stop=st.booleans(),
        fused=st.booleans(),
        brush=maybe(locations.filter(lambda location: location.place is not Place.NEUTRAL)),
        slide=st.booleans(),
        seconds=maybe(tenths(1, 5)),
        hold=tenths(0, 5),
        other=others,
    )


def _description(**values: Any) -> d.Description:
    """A description of arbitrary values, made sound where one hand excludes the other."""
    values["start"] = replace(values["start"], shape=values["start"].shape or d.Handshape(Shape.FIVE))
    if values["hands"] is OtherHand.ABSENT:
        values |= {"other": d.Posture(), "meeting": None}
    elif values["hands"] is OtherHand.BASE:
        values["other"] = replace(values["other"], shape=values["other"].shape or d.Handshape(Shape.S))
    values["face"] = tuple({(item.channel, item.start): item for item in values["face"]}.values())
    return d.Description(**values)


movements = _movements(maybe(_movements(st.none())))
non_manuals = sound(
    lambda channel, choice, words, start, length: NonManual(
        channel, choice(ACTIONS[channel]) if ACTIONS[channel] else words, start, min(1.0, start + length)
    ),
    channel=one(Channel),
    choice=st.integers(0, 1000).map(lambda index: lambda actions: actions[index % len(actions)]),
    words=st.text(min_size=1, max_size=20).map(lambda text: " ".join(text.split())),
    start=tenths(0, 1),
    length=tenths(0, 1),
)
descriptions = sound(
    _description,
    start=postures,
    hands=one(OtherHand),
    other=st.just(d.Posture()) | postures,
    meeting=maybe(meetings),
    movements=st.lists(movements, max_size=3).map(tuple),
    hold=tenths(0, 5),
    repeat=st.integers(1, 12),
    face=st.lists(non_manuals, max_size=4).map(tuple),
)
