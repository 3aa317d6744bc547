"""SiGML files and HamNoSys strings as descriptions, with a list of what could not be mapped."""

from dataclasses import dataclass, replace
from typing import Any

from pipeline.compose.description import Description, Location, Movement, Posture
from pipeline.compose.face import NonManual
from pipeline.compose.manner import OtherHand, Path
from pipeline.compose.places import Distance
from pipeline.compose.transcription.faces import non_manuals
from pipeline.compose.transcription.hamnosys import parse
from pipeline.compose.transcription.hands import configured
from pipeline.compose.transcription.locations import body_location, hand_location, hand_part, meeting
from pipeline.compose.transcription.motions import MOTIONS, PLACES, Context, alternated, movements
from pipeline.compose.transcription.node import Node
from pipeline.compose.transcription.sigml import read_elements
from pipeline.compose.transcription.symbols import symbols
from pipeline.errors import BadInput


@dataclass(frozen=True, slots=True)
class Transcription:
    """A transcribed sign as a description.

    `symbols` counts what the transcription says, `unmapped` names what of it the description lacks.
    """

    gloss: str
    description: Description
    symbols: int
    unmapped: tuple[str, ...]


def read_sigml(data: bytes, name: str) -> list[Transcription]:
    """The signs of a SiGML file called `name`; raises BadInput in one sentence."""
    return [_transcribed(node, node.attributes.get("gloss", ""), name) for node in read_elements(data, name)]


def read_hamnosys(text: str, gloss: str = "") -> Transcription:
    """A HamNoSys string, in characters of its font or in names; raises BadInput in one sentence."""
    named = symbols(text)
    if not named:
        raise BadInput(f"{gloss or 'A sign'} has an empty transcription: write its HamNoSys.")
    sign = parse(named)
    read = _transcribed(
        Node("hamgestural_sign", {"gloss": gloss}, [sign]), gloss, gloss or "the transcription"
    )
    return replace(read, symbols=len(named))


def _transcribed(node: Node, gloss: str, name: str) -> Transcription:
    face: tuple[NonManual, ...] = ()
    for part in node.named("sign_nonmanual"):
        face += non_manuals(part)
    manual = list(node.named("sign_manual"))
    if not manual:
        raise BadInput(f"{name}: {gloss or 'a sign'} has no sign_manual: there is nothing to compose.")
    try:
        description = replace(_manual(manual[0]), face=face)
    except ValueError as error:
        raise BadInput(f"{name}: {gloss or 'a sign'} cannot be composed: {error}.") from None
    return Transcription(gloss, description, node.symbols, node.unmapped())


def _manual(node: Node) -> Description:
    """The hands of a sign; signs inside it follow each other."""
    inner = [child for child in node.children if child.tag == "sign_manual"]
    if not inner:
        return _one(node)
    node.known = True
    whole = _manual(inner[0])
    for child in inner[1:]:
        whole = _joined(whole, child)
    own = Context(whole.hands not in (OtherHand.ABSENT, OtherHand.BASE), whole.hands is not OtherHand.ABSENT)
    moves = [move for child in node.named(*MOTIONS) for move in movements(child, own)]
    return replace(whole, movements=whole.movements + tuple(moves))


def _joined(first: Description, node: Node) -> Description:
    """A sign made of two: the second one's start becomes a movement. What does not fit stays unmapped."""
    second = _manual(node)
    hands = first.hands
    if {first.hands, second.hands} == {OtherHand.ABSENT, OtherHand.BASE}:
        hands = OtherHand.BASE
    elif first.hands is not second.hands:
        for element in node.everything():
            element.understood.clear()
        return first
    place = replace(second.start, location=second.start.location or Location())
    arrival = Movement(Path.STRAIGHT, to=place, meeting=second.meeting)
    moves = (*first.movements, arrival, *second.movements)
    other = first.other if first.other != Posture() else second.other
    return replace(first, hands=hands, other=other, movements=moves)


def _one(node: Node) -> Description:
    node.known = True
    hands = _relation(node)
    start, other = _postures(node)
    split = [child for child in node.children if child.tag in ("split_motion", "split_handconfig")]
    if hands is OtherHand.ABSENT and (other != Posture() or split):
        hands = OtherHand.BASE
        other = replace(other, shape=other.shape or start.shape)
    alike = hands not in (OtherHand.ABSENT, OtherHand.BASE)
    context = Context(alike, hands is not OtherHand.ABSENT)
    values: dict[str, Any] = {"start": start, "other": other, "meeting": None}
    for place in node.named(*PLACES):
        _placed(place, values, context)
    moves = [move for child in node.named(*MOTIONS) for move in movements(child, context)]
    if hands is OtherHand.ABSENT and alternated(moves):
        raise ValueError("a one-handed sign moves two hands")
    return Description(hands=hands, movements=tuple(moves), **values)


def _relation(node: Node) -> OtherHand:
    if not node.true("both_hands"):
        return OtherHand.ABSENT
    if not node.true("lr_symm"):
        return OtherHand.PARALLEL
    return OtherHand.ALTERNATING if node.true("outofphase") else OtherHand.MIRRORED


def _postures(node: Node) -> tuple[Posture, Posture]:
    """What both hands show at first; the other one only where a configuration is split."""
    sides: tuple[list[Node], list[Node]] = ([], [])
    divided = False
    for child in node.named("handconfig", "split_handconfig"):
        halves = list(child.named("handconfig")) if child.tag == "split_handconfig" else [child, child]
        divided = divided or child.tag == "split_handconfig"
        for side, half in zip(sides, halves, strict=False):
            side.append(half)
    return configured(sides[0]), configured(sides[1]) if divided else Posture()


def _placed(place: Node, values: dict[str, Any], context: Context) -> None:
    """Put the hands where an element says they start."""
    start, other = values["start"], values["other"]
    if place.tag == "split_location":
        found = [_either(child, context) for child in place.named("location_bodyarm", "location_hand")]
        parts = [hand_part(part) for child in place.children[:1] for part in child.named("location_hand")]
        by = parts[0] if parts else start.by
        values["start"] = replace(start, location=found[0], by=by) if found else start
        values["other"] = replace(other, location=found[1]) if found[1:] and context.other else other
    elif place.tag == "handconstellation":
        _constellation(place, values, context)
    elif place.tag == "location_hand" and not context.other:
        values["start"] = replace(start, by=hand_part(place))
    else:
        parts = [hand_part(child) for child in place.named("location_hand")]
        location = _either(place, context) or start.location
        values["start"] = replace(start, location=location, by=parts[0] if parts else start.by)


def _constellation(place: Node, values: dict[str, Any], context: Context) -> None:
    start, other = values["start"], values["other"]
    if not context.other:
        return
    hands = [child for child in place.children if child.tag == "location_hand"]
    bodies = [body_location(child) for child in place.named("location_bodyarm")]
    if context.alike:
        values["meeting"] = meeting(place, hands)
        values["start"] = replace(start, location=bodies[0]) if bodies else start
        return
    distance = place.take("contact", {"touch": Distance.TOUCH, "close": Distance.CLOSE})
    if hands:
        location = hand_location(hands[-1], distance)
        by = hand_part(hands[0]) if len(hands) > 1 else None
        values["start"] = replace(start, location=location, by=by)
        values["other"] = replace(other, location=bodies[0]) if bodies else other
    else:
        values["meeting"] = meeting(place, [])
        values["start"] = replace(start, location=bodies[0]) if bodies else start


def _either(place: Node, context: Context) -> Location | None:
    if place.tag == "location_bodyarm":
        return body_location(place)
    return hand_location(place, None) if context.other else None
