"""Movements of SiGML as movements of a description."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from pipeline.compose.description import LocalMovement, Location, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.manner import Growth, Local, Path, Repeat, Size, Speed, Tension
from pipeline.compose.places import Distance, Place
from pipeline.compose.transcription.directions import carried, circle, spelled
from pipeline.compose.transcription.hands import configured
from pipeline.compose.transcription.locations import body_location, hand_location, hand_part, meeting
from pipeline.compose.transcription.node import Node

SIZES = {"small": Size.SMALL, "big": Size.LARGE}
LOCALS = {
    "swinging": Local.SWING, "nodding": Local.NOD, "twisting": Local.TWIST, "stircw": Local.ROTATE,
    "stirccw": Local.ROTATE,
}  # fmt: skip
ELLIPSES = {
    "h": Direction(left=1), "v": Direction(up=1),
    "ur": Direction(left=-1, up=1), "ul": Direction(left=1, up=1),
}  # fmt: skip
REPETITIONS = {
    "fromstart": (2, Repeat.AGAIN), "fromstart_several": (3, Repeat.AGAIN), "continue": (2, Repeat.ONWARD),
    "continue_several": (3, Repeat.ONWARD), "reverse": (2, Repeat.TO_AND_FRO),
    "tofroto": (3, Repeat.TO_AND_FRO),
}  # fmt: skip
GROWTHS = {"increasing": Growth.GROWING, "decreasing": Growth.SHRINKING}
MOTIONS = (
    "directedmotion", "circularmotion", "wristmotion", "fingerplay", "nomotion", "no_motion", "tgt_motion",
    "par_motion", "seq_motion", "split_motion", "rpt_motion",
)  # fmt: skip
PLACES = ("location_bodyarm", "location_hand", "handconstellation", "split_location")
STILL = 0.3
"""Seconds that the hands keep still where a transcription asks for no motion."""


class Context:
    """What the movements of one sign need to know of what came before."""

    def __init__(self, alike: bool, other: bool, fingers: Direction | None = None) -> None:
        self.alike = alike  # whether both hands move alike
        self.other = other  # whether there is another hand
        self.fingers = fingers  # where the leading hand's fingers point


def movements(node: Node, context: Context) -> list[Movement]:
    """The movements that one element of SiGML asks for, in order."""
    node.known = True
    match node.tag:
        case "seq_motion":
            found = [move for child in node.named(*MOTIONS) for move in movements(child, context)]
            if node.true("fused"):
                found = [replace(move, fused=True) for move in found[:-1]] + found[-1:]
            return found
        case "rpt_motion":
            return _repeated(node, context)
        case "split_motion":
            return _split(node, context)
        case "nomotion" | "no_motion":
            return [Movement(seconds=STILL)]
        case _:
            return [_merged(node, context)]


def _repeated(node: Node, context: Context) -> list[Movement]:
    found = [move for child in node.named(*MOTIONS) for move in movements(child, context)]
    times, way = node.take("repetition", REPETITIONS) or (1, Repeat.AGAIN)
    more = node.take("second_repetition", REPETITIONS)
    times = round((times + more[0]) / 2) if more else times
    manner = _manner(node)
    if len(found) == 1 and found[0].repeat == 1:
        return [replace(found[0], repeat=times, way=way, **manner)]
    if way is Repeat.TO_AND_FRO:
        node.understood.discard("repetition")
        return found
    return found * times


def _split(node: Node, context: Context) -> list[Movement]:
    """Movements of two hands side by side."""
    hands = list(node.named(*MOTIONS))
    leading = movements(hands[0], context) if hands else []
    other = movements(hands[1], Context(False, False)) if len(hands) > 1 else []
    still = Movement(seconds=STILL)
    return [
        replace(one or still, other=replace(two or still, other=None))
        for one, two in zip_longest(leading, other)
    ]


def _merged(node: Node, context: Context) -> Movement:
    """One movement made of everything that happens at once; what does not fit in stays unmapped."""
    values: dict[str, Any] = {"local": ()}
    _gather(node, context, values)
    target = values.pop("to", Posture())
    others = values.pop("others", None)
    if others and others != Posture():
        own = values.get("other") or Movement()
        path = Path.STRAIGHT if others.location and own.path is Path.NONE else own.path
        values["other"] = replace(own, to=others, path=path)
    if target.location and "path" not in values:
        values["path"] = Path.STRAIGHT
    if values.get("path") is None and not target.location:
        values = {key: value for key, value in values.items() if key not in ("direction", "via", "along")}
    return Movement(to=target, **values)


def _gather(node: Node, context: Context, values: dict[str, Any]) -> None:
    before = dict(values)
    match node.tag:
        case "directedmotion" | "circularmotion":
            stroke = _stroke(node) if "path" not in values else None
            if stroke is None:
                return
            values |= stroke
        case "wristmotion":
            kind = node.take("motion", LOCALS)
            if kind is None:
                return
            values["local"] = (*values["local"], LocalMovement(kind))
            size = node.take("size", SIZES)
            values |= {"size": size} if size and "size" not in values else {}
        case "fingerplay":
            values["local"] = (*values["local"], LocalMovement(Local.WIGGLE))
        case "rpt_motion" | "seq_motion" | "split_motion":
            _nested(node, context, values)
            return
    node.known = True
    values |= _manner(node)
    values |= {key: value for key, value in before.items() if key in ("speed", "tension", "stop")}
    for child in node.children:
        if child.tag in MOTIONS:
            _gather(child, context, values)
    _target(node, context, values)


def _nested(node: Node, context: Context, values: dict[str, Any]) -> None:
    """A repeated, split or only movement inside others: taken in if it is a single one that adds to them."""
    inner = [child for child in node.children if child.tag in MOTIONS]
    if node.tag == "split_motion":
        _sides(node, inner, context, values)
        return
    if len(inner) != 1:
        return
    node.known = True
    _gather(inner[0], context, values)
    repetition = node.take("repetition", REPETITIONS) if node.tag == "rpt_motion" else None
    if repetition:
        values["repeat"], values["way"] = repetition


def _sides(node: Node, inner: list[Node], context: Context, values: dict[str, Any]) -> None:
    """The movements of two hands inside a movement of both, if each is a single one."""
    if len(inner) != 2 or "other" in values:
        return
    alone = movements(inner[1], Context(False, False))
    if len(alone) != 1 or alone[0].other:
        for element in inner[1].everything():
            element.understood.clear()
        return
    node.known = True
    _gather(inner[0], context, values)
    values["other"] = alone[0]


def _stroke(node: Node) -> dict[str, Any] | None:
    """Path, direction and size of a directed or circular motion."""
    values: dict[str, Any] = {}
    if node.tag == "circularmotion":
        axis = spelled(node.attributes.get("axis", ""))
        if axis is None:
            return None
        start = spelled(node.attributes.get("start", ""))
        values["path"] = Path.CIRCLE
        values["direction"], values["via"] = circle(axis, start)
        node.understood |= {"axis"} | ({"start"} if start else set())
        values["along"] = node.take("ellipse_direction", ELLIPSES)
        rounds = node.take("rounds", {str(count): float(count) for count in range(1, 6)})
        values["turns"] = rounds or (1.5 if node.true("clockplus") else 1.0)
    else:
        way = _way(node)
        if way is None:
            return None
        values |= {"direction": way, "path": Path.STRAIGHT}
        values |= _bulge(node, way)
    size = node.take("size", SIZES)
    if size:
        second = node.take("second_size", SIZES)
        values["size"] = Size.MEDIUM if second and second is not size else size
    growth = node.take("growth", GROWTHS)
    return values | ({"growth": growth} if growth else {})


def _way(node: Node) -> Direction | None:
    way = spelled(node.attributes.get("direction", ""))
    if way:
        node.understood.add("direction")
    second = spelled(node.attributes.get("second_direction", ""))
    if way and second:
        node.understood.add("second_direction")
        return spelled(node.attributes["direction"] + node.attributes["second_direction"]) or way
    return way


def _bulge(node: Node, way: Direction) -> dict[str, Any]:
    """How a directed motion curves or swings."""
    curve = spelled(node.attributes.get("curve", ""))
    style = node.take("zigzag_style", {"zigzag": Path.ZIGZAG, "wavy": Path.WIGGLE})
    if style:
        depth = node.take("zigzag_size", SIZES)
        return {"path": style} | ({"depth": depth} if depth else {})
    if curve is None:
        return {}
    node.understood.add("curve")
    depth = node.take("curve_size", SIZES)
    return {"path": Path.ARC, "via": carried(curve, way)} | ({"depth": depth} if depth else {})


def _manner(node: Node) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if node.true("fast"):
        values["speed"] = Speed.FAST
    if node.true("slow"):
        values["speed"] = Speed.SLOW
    pace = node.attributes.get("speed", "")
    if pace.replace(".", "", 1).isdecimal():
        node.understood.add("speed")
        values["speed"] = (
            Speed.SLOW if float(pace) < 0.75 else Speed.FAST if float(pace) > 1.3 else Speed.NORMAL
        )
    if node.true("tense"):
        values["tension"] = Tension.TENSE
    if node.true("rest"):
        values["tension"] = Tension.RELAXED
    if node.true("halt"):
        values["stop"] = True
    return values


def _target(node: Node, context: Context, values: dict[str, Any]) -> None:
    """What the hands look like and where they are when a movement ends."""
    for change in node.named("changeposture"):
        change.known = True
    target: Posture = values.get("to", Posture())
    configuration = configured(list(node.named("handconfig")))
    target = _shown(target, configuration)
    for split in node.named("split_handconfig"):
        halves = list(split.named("handconfig"))
        if len(halves) == 2:
            target = _shown(target, configured(halves[:1]))
            values["others"] = _shown(values.get("others", Posture()), configured(halves[1:]))
    for place in node.named(*PLACES):
        target = _arrival(place, target, context, values)
    for place in node.named("brushing"):
        _brush(place, values)
    if target != Posture():
        values["to"] = target


def _shown(posture: Posture, change: Posture) -> Posture:
    """A posture with the shape and orientation of another wherever that has one."""
    names = ("shape", "palm", "fingers")
    return replace(posture, **{name: value for name in names if (value := getattr(change, name)) is not None})


def _arrival(place: Node, target: Posture, context: Context, values: dict[str, Any]) -> Posture:
    if place.attributes.get("brushing"):
        place.understood.add("brushing")
        _brushed(place, _anywhere(place, context), values)
        return target
    if place.tag == "handconstellation":
        hands = [child for child in place.children if child.tag == "location_hand"]
        for child in place.named("location_bodyarm"):
            location = body_location(child)
            target = replace(target, location=location) if location and context.alike else target
        if context.alike:
            values["meeting"] = meeting(place, hands)
        elif context.other and hands:
            distance = place.take("contact", {"touch": Distance.TOUCH, "close": Distance.CLOSE})
            location = hand_location(hands[-1], distance)
            target = replace(target, location=location, by=hand_part(hands[0]) if len(hands) > 1 else None)
        return target
    if place.tag == "split_location":
        found = [_anywhere(child, context) for child in place.named("location_bodyarm", "location_hand")]
        if len(found) == 2 and found[1]:
            values["others"] = replace(values.get("others", Posture()), location=found[1])
        return replace(target, location=found[0]) if found and found[0] else target
    if place.tag == "location_hand" and not context.other:
        return replace(target, by=hand_part(place))
    location = _anywhere(place, context)
    parts = [hand_part(child) for child in place.named("location_hand")]
    return replace(target, location=location or target.location, by=parts[0] if parts else target.by)


def _anywhere(place: Node, context: Context) -> Location | None:
    if place.tag == "location_bodyarm":
        return body_location(place)
    return hand_location(place, None) if place.tag == "location_hand" and context.other else None


def _brush(node: Node, values: dict[str, Any]) -> None:
    for place in node.named("location_bodyarm", "location_hand"):
        location = body_location(place) if place.tag == "location_bodyarm" else hand_location(place, None)
        _brushed(place, location, values)


def _brushed(place: Node, location: Location | None, values: dict[str, Any]) -> None:
    """What is brushed is a place on the body; one in the space in front is not understood."""
    if location is not None and location.place is Place.NEUTRAL:
        place.understood.clear()
    elif location is not None:
        values["brush"] = location


def alternated(moves: Sequence[Movement]) -> bool:
    """Whether some movement has another hand of its own."""
    return any(move.other for move in moves)
