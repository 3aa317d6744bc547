"""HamNoSys strings parsed into the elements that SiGML has for them.

The grammar follows Hanke (2004), HamNoSys: representing sign language data in language resources. What does
not fit it becomes an element `symbol`, which nothing understands and which is therefore reported.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.compose.transcription.node import Node

SHAPES = {
    "fist": "fist", "flathand": "flat", "finger2": "finger2", "finger23": "finger23",
    "finger23spread": "finger23spread", "finger2345": "finger2345", "pinch12": "pinch12",
    "pinchall": "pinchall", "pinch12open": "pinch12open", "cee12": "cee12", "ceeall": "ceeall",
    "cee12open": "cee12open",
}  # fmt: skip
THUMBS = {"thumboutmod": "out", "thumbacrossmod": "across", "thumbopenmod": "opposed"}
BENDS = {
    "fingerstraightmod": "straight", "fingerbendmod": "bent", "fingerhookmod": "hooked",
    "doublebent": "dblbent", "doublehooked": "dblhooked",
}  # fmt: skip
DIGITS = {"thumb": "1", "indexfinger": "2", "middlefinger": "3", "ringfinger": "4", "pinky": "5"}
BODY = frozenset({
    "head", "headtop", "forehead", "eyebrows", "eyes", "nose", "nostrils", "ear", "earlobe", "cheek", "lips",
    "tongue", "teeth", "chin", "underchin", "neck", "shouldertop", "shoulders", "chest", "stomach",
    "belowstomach", "upperarm", "elbow", "elbowinside", "lowerarm", "neutralspace",
})  # fmt: skip
PARTS = {
    "fingertip": {"location": "tip"}, "fingernail": {"location": "nail"},
    "fingerpad": {"location": "nail", "side": "palmar"}, "fingermidjoint": {"location": "midjoint"},
    "fingerbase": {"location": "base"}, "fingerside": {"side": "beside"},
}  # fmt: skip
HAND = {
    "palm": {"location": "palm"}, "handback": {"location": "handback"},
    "thumbside": {"location": "thumbside"}, "pinkyside": {"location": "pinkyside"},
    "wristback": {"location": "wristback"}, "wristpulse": {"location": "wristback", "side": "palmar"},
    "thumbball": {"location": "thumbball"},
}  # fmt: skip
CONTACTS = {
    "close": "close", "touch": "touch", "interlock": "interlock", "cross": "cross",
    "armextended": "armextended",
}  # fmt: skip
REPETITIONS = {
    "repeatfromstart": "fromstart", "repeatfromstartseveral": "fromstart_several",
    "repeatcontinue": "continue", "repeatcontinueseveral": "continue_several", "repeatreverse": "reverse",
}  # fmt: skip
WRIST = frozenset({"nodding", "swinging", "twisting", "stircw", "stirccw"})
MANNERS = frozenset({"fast", "slow", "tense", "rest", "halt"})
SIDES = {"lrat": "at", "lrbeside": "beside"}


@dataclass(slots=True)
class Parser:
    """Reads symbols from left to right."""

    symbols: list[str]
    position: int = 0
    strange: list[str] = field(default_factory=list)

    @property
    def next(self) -> str:
        """The symbol to be read, empty at the end."""
        return self.symbols[self.position] if self.position < len(self.symbols) else ""

    def pop(self) -> str:
        """Read one symbol."""
        self.position += 1
        return self.symbols[self.position - 1]

    def accept(self, *wanted: str) -> bool:
        """Read a symbol if it is among those wanted."""
        if self.next and self.next in wanted:
            self.position += 1
            return True
        return False

    def tried(self, parse: Callable[[], Node | None]) -> Node | None:
        """What a rule makes of the symbols, which stay unread when it makes nothing."""
        start, strange = self.position, len(self.strange)
        node = parse()
        if node is None:
            self.position = start
            del self.strange[strange:]
        return node

    def pair(self, rule: "Callable[[Parser], Node | None]") -> list[Node]:
        """What a rule makes of both hands in brackets with a plus between them, else nothing."""
        if not self.accept("parbegin"):
            return []
        one = rule(self)
        other = rule(self) if self.accept("plus") else None
        return [one, other] if one and other and self.accept("parend") else []


def parse(symbols: list[str]) -> Node:
    """The `sign_manual` of a transcription; signs that follow each other lie inside one."""
    signs: list[Node] = []
    parser = Parser(symbols)
    while parser.next or not signs:
        signs.append(_sign(parser))
    return signs[0] if len(signs) == 1 else Node("sign_manual", children=signs)


def _sign(parser: Parser) -> Node:
    sign = Node("sign_manual")
    parser.strange = []
    _symmetry(parser, sign)
    _configuration(parser, sign)
    _place(parser, sign)
    while parser.next and not parser.accept("plus"):
        motion = _motion(parser)
        if motion is None:
            parser.strange.append(parser.pop())
        else:
            sign.children.append(motion)
    sign.children += [Node("symbol", {"name": name}) for name in parser.strange]
    return sign


def _symmetry(parser: Parser, sign: Node) -> None:
    names = {"alternatingmotion": "outofphase", "nondominant": "nondominant"}
    while parser.next in ("symmlr", "symmpar", *names):
        symbol = parser.pop()
        if symbol in names:
            sign.attributes[names[symbol]] = "true"
        else:
            sign.attributes["both_hands"] = "true"
            if symbol == "symmlr":
                sign.attributes["lr_symm"] = "true"
    while "both_hands" in sign.attributes and parser.next in ("largemod", "smallmod", "fingerstraightmod"):
        parser.strange.append(parser.pop())


def _configuration(parser: Parser, parent: Node) -> None:
    """Handshapes and orientations, each for both hands or split."""
    while True:
        node = parser.tried(lambda: _split_configuration(parser)) or _hand(parser)
        if node is None:
            return
        parent.children.append(node)


def _split_configuration(parser: Parser) -> Node | None:
    hands = parser.pair(_hand)
    return Node("split_handconfig", children=hands) if hands else None


def _hand(parser: Parser) -> Node | None:
    """A handshape, an orientation, or both, of one hand."""
    found: dict[str, str] = {}
    while True:
        if parser.next in SHAPES and "handshape" not in found:
            _handshape(parser, found)
        elif parser.next.startswith("extfinger"):
            _between(parser, found, "extfidir", "extfinger")
        elif parser.next.startswith("palm") and parser.next != "palm":
            _between(parser, found, "palmor", "palm")
        elif found and parser.next == "orirelative":
            parser.pop()
            found["rel_palmor"] = "true"
        else:
            return Node("handconfig", found) if found else None


def _between(parser: Parser, found: dict[str, str], name: str, prefix: str) -> None:
    """One direction, or two with `between` or side by side."""
    if name in found:
        parser.strange.append(parser.pop())
        return
    found[name] = parser.pop().removeprefix(prefix)
    start = parser.position
    joined = parser.accept("between")
    if parser.next.startswith(prefix) and parser.next != prefix and (joined or prefix == "extfinger"):
        found[f"second_{name}"] = parser.pop().removeprefix(prefix)
    else:
        parser.position = start


def _handshape(parser: Parser, found: dict[str, str]) -> None:
    _one_handshape(parser, found, "")
    start = parser.position
    if parser.accept("between"):
        if parser.next in SHAPES:
            _one_handshape(parser, found, "second_")
        else:
            parser.position = start


def _one_handshape(parser: Parser, found: dict[str, str], prefix: str) -> None:
    found[f"{prefix}handshape"] = SHAPES[parser.pop()]
    special = ""
    while True:
        if parser.next in THUMBS and f"{prefix}thumbpos" not in found:
            found[f"{prefix}thumbpos"] = THUMBS[parser.pop()]
        elif parser.next in BENDS and f"{prefix}mainbend" not in found:
            found[f"{prefix}mainbend"] = BENDS[parser.pop()]
        elif parser.next in DIGITS and not prefix:
            digit = DIGITS[parser.pop()]
            if parser.next in BENDS:
                found[f"bend{digit}"] = BENDS[parser.pop()]
            elif parser.next in PARTS and parser.next != "fingerside":
                parser.strange += [f"digit {digit}", parser.pop()]
            else:
                special += digit
        else:
            break
    if special:
        found["specialfingers"] = special


def _place(parser: Parser, parent: Node) -> None:
    """Where the hands are: a constellation, a place on the body, or a part of a hand."""
    while True:
        node = (
            parser.tried(lambda: _constellation(parser))
            or parser.tried(lambda: _contact_part(parser))
            or _body_place(parser)
            or _hand_place(parser)
        )
        if node is None:
            return
        _attach(parent, node)


def _attach(parent: Node, node: Node) -> None:
    """Add a place; a part of the hand belongs to the place before it, a body place to a constellation."""
    last = parent.children[-1] if parent.children else None
    if last is not None and node.tag == "contact_part" and last.tag in ("location_bodyarm", "location_hand"):
        last.attributes |= node.attributes
        last.children += node.children
    elif last is not None and last.tag == "handconstellation" and node.tag == "location_bodyarm":
        last.children.append(node)
    elif last is not None and last.tag == "location_bodyarm" and node.tag == "handconstellation":
        node.children.append(parent.children.pop())
        parent.children.append(node)
    elif node.tag == "contact_part":
        parent.children.append(Node("location_bodyarm", node.attributes, node.children))
    else:
        parent.children.append(node)


def _constellation(parser: Parser) -> Node | None:
    """Two parts of hands and how near they are; or hands that are interlocked or crossed."""
    if parser.next in ("interlock", "cross", "touch", "close"):
        return Node("handconstellation", {"contact": parser.pop()})
    hands = parser.pair(_hand_place)
    if not hands:
        return None
    node = Node("handconstellation", children=hands)
    if parser.next in CONTACTS:
        node.attributes["contact"] = CONTACTS[parser.pop()]
    return node


def _contact_part(parser: Parser) -> Node | None:
    """In brackets: how near the place is, and which part of the hand is there."""
    if not parser.accept("seqbegin") or parser.next not in CONTACTS:
        return None
    contact = CONTACTS[parser.pop()]
    part = _hand_place(parser)
    if part is None or not parser.accept("seqend"):
        return None
    return Node("contact_part", {"contact": contact}, [part])


def _body_place(parser: Parser) -> Node | None:
    start = parser.position
    found: dict[str, str] = {}
    if parser.accept("behind"):
        found["side"] = "dorsal"
    side = SIDES.get(parser.next)
    if side:
        parser.pop()
        found["side"] = f"left_{side}"
    if parser.next not in BODY:
        parser.position = start
        return None
    found["location"] = parser.pop()
    if parser.next in SIDES:
        found["side"] = f"right_{SIDES[parser.pop()]}"
    _second_place(parser, found)
    if parser.next in CONTACTS and parser.next not in ("interlock", "cross"):
        found["contact"] = CONTACTS[parser.pop()]
    return Node("location_bodyarm", found)


def _second_place(parser: Parser, found: dict[str, str]) -> None:
    start = parser.position
    if not parser.accept("between"):
        return
    side = SIDES.get(parser.next)
    if side:
        parser.pop()
        found["second_side"] = f"left_{side}"
    if parser.next not in BODY:
        found.pop("second_side", None)
        parser.position = start
        return
    found["second_location"] = parser.pop()
    if parser.next in SIDES:
        found["second_side"] = f"right_{SIDES[parser.pop()]}"


def _hand_place(parser: Parser) -> Node | None:
    """A place on a hand; several fingers count together."""
    start = parser.position
    found: dict[str, str] = {}
    side = SIDES.get(parser.next) or ("beside" if parser.next == "fingerside" else None)
    if side:
        parser.pop()
        found["side"] = f"left_{side}"
    digits = ""
    while parser.next in DIGITS:
        digits += DIGITS[parser.pop()]
    if digits:
        found["digits"] = digits
        while parser.next in PARTS:
            part = PARTS[parser.pop()]
            found |= {"side": "right_beside"} if part.get("side") == "beside" else part
        found |= _facing(parser)
    elif parser.next in PARTS and parser.next != "fingerside":
        found |= PARTS[parser.pop()]
        found |= _facing(parser)
    elif parser.next in HAND:
        found |= HAND[parser.pop()]
        if parser.next in SIDES:
            found["side"] = f"right_{SIDES[parser.pop()]}"
    else:
        parser.position = start
        return None
    if parser.next in ("touch", "close"):
        found["contact"] = CONTACTS[parser.pop()]
    return Node("location_hand", found)


def _facing(parser: Parser) -> dict[str, str]:
    """On which side of a finger a place is, named after the side of the hand."""
    sides = {"palm": "palmar", "handback": "dorsal", "thumbside": "left_beside", "pinkyside": "right_beside"}
    return {"side": sides[parser.pop()]} if parser.next in sides else {}


def _motion(parser: Parser) -> Node | None:
    """One movement with what modifies, ends and repeats it."""
    node = _bare_motion(parser)
    if node is None:
        return None
    while parser.next in (*REPETITIONS, "alternatingmotion", "etc"):
        symbol = parser.pop()
        if symbol in REPETITIONS:
            node = Node("rpt_motion", {"repetition": REPETITIONS[symbol]}, [node])
        else:
            parser.strange.append(symbol)
    return node


def _bare_motion(parser: Parser) -> Node | None:
    if parser.accept("parbegin"):
        return _group(parser, "par_motion", "parend")
    if parser.accept("seqbegin"):
        return _group(parser, "seq_motion", "seqend")
    if parser.accept("fusionbegin"):
        group = _group(parser, "seq_motion", "fusionend")
        group.attributes["fused"] = "true"
        return group
    if parser.accept("replace"):
        return _changed(parser)
    if parser.accept("nomotion"):
        return Node("nomotion")
    if parser.next in ("movecross", "movex") or not parser.next:
        return None
    node = _stroke(parser)
    if node is None:
        return None
    return _aimed(parser, node)


def _group(parser: Parser, tag: str, end: str) -> Node:
    """Movements in brackets; with a plus between them they are those of two hands."""
    sides = [Node(tag)]
    while parser.next and not parser.accept(end):
        if parser.accept("plus"):
            sides.append(Node(tag))
            continue
        motion = _motion(parser)
        if motion is not None:
            sides[-1].children.append(motion)
            continue
        before = parser.position
        brush = parser.accept("brushing")
        _place(parser, sides[-1])
        if brush and parser.position > before + 1:
            sides[-1].children[-1].attributes["brushing"] = "true"
        elif parser.position == before or brush:
            parser.strange.append("brushing" if brush else parser.pop())
    return sides[0] if len(sides) == 1 else Node("split_motion", children=sides)


def _changed(parser: Parser) -> Node:
    """What the hands look like when the movement ends."""
    node = Node("tgt_motion")
    _configuration(parser, node)
    _place(parser, node)
    node.children.insert(0, Node("changeposture"))
    while parser.next in MANNERS:
        node.attributes[parser.pop()] = "true"
    return node


def _aimed(parser: Parser, motion: Node) -> Node:
    """A movement to a place, when a place follows it."""
    node = Node("tgt_motion", children=[motion])
    brush = parser.tried(lambda: _brushing(parser))
    if brush:
        node.children.append(brush)
    _place(parser, node)
    return node if len(node.children) > 1 else motion


def _brushing(parser: Parser) -> Node | None:
    """In brackets: a place touched in passing."""
    if not parser.accept("seqbegin") or not parser.accept("brushing"):
        return None
    node = Node("brushing")
    _place(parser, node)
    return node if node.children and parser.accept("seqend") else None


def _stroke(parser: Parser) -> Node | None:
    symbol = parser.next
    if symbol.startswith("move"):
        node = Node("directedmotion", {"direction": parser.pop().removeprefix("move")})
    elif symbol.startswith("circle"):
        node = Node("circularmotion", {"axis": parser.pop().removeprefix("circle")})
    elif symbol in WRIST:
        node = Node("wristmotion", {"motion": parser.pop()})
    elif symbol == "fingerplay":
        parser.pop()
        node = Node("fingerplay")
    else:
        return None
    _modifiers(parser, node)
    start = parser.position
    if parser.accept("between") and parser.next.startswith("move") and "direction" in node.attributes:
        node.attributes["second_direction"] = parser.pop().removeprefix("move")
        _modifiers(parser, node)
    else:
        parser.position = start
    return node


def _modifiers(parser: Parser, node: Node) -> None:
    found = node.attributes
    bulge = ""
    while True:
        symbol = parser.next
        if symbol in ("smallmod", "largemod"):
            name = f"{bulge}size"
            word = "small" if parser.pop() == "smallmod" else "big"
            found[name if name not in found else f"second_{name}"] = word
        elif symbol in MANNERS and symbol not in found:
            found[parser.pop()] = "true"
        elif symbol.startswith("arc") and "curve" not in found:
            found["curve"] = parser.pop().removeprefix("arc")
            bulge = "curve_"
        elif symbol in ("wavy", "zigzag"):
            found["zigzag_style"] = parser.pop()
            bulge = "zigzag_"
        elif symbol == "clockfull":
            parser.pop()
            found["rounds"] = str(int(found.get("rounds", "1")) + 1)
        elif symbol.startswith("clock") and "end" not in found:
            found["end" if "start" in found else "start"] = parser.pop().removeprefix("clock")
        elif symbol.startswith("ellipse"):
            found["ellipse_direction"] = parser.pop().removeprefix("ellipse")
            bulge = "ellipse_"
        elif symbol in ("increasing", "decreasing"):
            found["growth"] = parser.pop()
        else:
            return
