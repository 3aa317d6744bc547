"""SiGML, the XML of signing avatars, read without entities or anything fetched."""

from xml.parsers import expat

from pipeline.compose.transcription.hamnosys import parse
from pipeline.compose.transcription.node import Node
from pipeline.compose.transcription.symbols import symbols
from pipeline.errors import BadInput

LARGEST = 4_000_000
"""Bytes; the largest published sign files hold a few thousand."""
_DEEPEST = 60


class _Refused(ValueError):
    """Something that sign files do not need."""


def read_elements(data: bytes, name: str) -> list[Node]:
    """The signs of a file called `name`, each a node with its gloss; raises BadInput in one sentence."""
    root = _tree(data, name)
    signs = [node for node in root.everything() if node.tag in ("hamgestural_sign", "hns_sign")]
    if not signs:
        raise BadInput(f"{name} holds no hamgestural_sign and no hns_sign: choose a SiGML file of signs.")
    return [_gestural(sign, name) if sign.tag == "hns_sign" else sign for sign in signs]


def _gestural(sign: Node, name: str) -> Node:
    """A sign that lists HamNoSys symbols as one of nested elements."""
    node = Node("hamgestural_sign", {"gloss": sign.attributes.get("gloss", "")})
    words = [
        child.tag
        for part in sign.children
        if part.tag == "hamnosys_manual"
        for child in part.everything()
        if child.tag not in ("hamnosys_manual", "sign2")
    ]
    if not words:
        raise BadInput(
            f"{name}: {node.attributes['gloss'] or 'a sign'} has no manual part: nothing to compose."
        )
    node.children = [parse(symbols(" ".join(words)))]
    for part in sign.children:
        if part.tag == "hamnosys_nonmanual":
            node.children.append(Node("sign_nonmanual", children=part.children))
    return node


def _tree(data: bytes, name: str) -> Node:
    if len(data) > LARGEST:
        raise BadInput(f"{name} is larger than {LARGEST // 1_000_000} MB: split it.")
    open_nodes = [Node("")]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_nodes) > _DEEPEST:
            raise _Refused("its elements are nested too deeply")
        node = Node(tag, attributes)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def entity(*_: object) -> None:
        raise _Refused("it declares entities, which signs do not need")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_nodes.pop()
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadInput(
            f"{name}, line {error.lineno}: this is not XML ({expat.ErrorString(error.code)})."
        ) from None
    except (_Refused, ValueError, LookupError) as error:
        raise BadInput(f"{name} is refused: {error or 'its encoding is unknown'}.") from None
    return open_nodes[0]
