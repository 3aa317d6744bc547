"""Non-manual codes of SiGML that have a meaning here.

The codes are those of the ViSiCAST project (Hanke, ed., 2002, deliverable D5-1, chapter 4). Mouth gestures
are mapped only where a description can show them.
"""

from pipeline.compose.face import Channel, NonManual
from pipeline.compose.transcription.node import Node

CODES: dict[str, dict[str, tuple[Channel, str]]] = {
    "shoulder_movement": {
        "UB": (Channel.SHOULDERS, "up"), "UL": (Channel.SHOULDERS, "left-up"),
        "UR": (Channel.SHOULDERS, "right-up"), "HB": (Channel.SHOULDERS, "hunched"),
        "SB": (Channel.SHOULDERS, "shrug"),
    },
    "body_movement": {
        "RL": (Channel.TRUNK, "turn-left"), "RR": (Channel.TRUNK, "turn-right"),
        "TL": (Channel.TRUNK, "lean-left"), "TR": (Channel.TRUNK, "lean-right"),
        "TF": (Channel.TRUNK, "lean-forward"), "TB": (Channel.TRUNK, "lean-back"),
        "SI": (Channel.TRUNK, "sigh"), "ST": (Channel.TRUNK, "upright"), "RD": (Channel.TRUNK, "round"),
    },
    "head_movement": {
        "NO": (Channel.HEAD, "nods"), "SH": (Channel.HEAD, "shake"), "SR": (Channel.HEAD, "turn-right"),
        "SL": (Channel.HEAD, "turn-left"), "TR": (Channel.HEAD, "tilt-right"),
        "TL": (Channel.HEAD, "tilt-left"), "NF": (Channel.HEAD, "down"), "NB": (Channel.HEAD, "up"),
        "PF": (Channel.HEAD, "forward"), "PB": (Channel.HEAD, "back"),
    },
    "eye_gaze": {
        "AD": (Channel.GAZE, "ahead"), "HD": (Channel.GAZE, "hands"), "UP": (Channel.GAZE, "up"),
        "DN": (Channel.GAZE, "down"), "LE": (Channel.GAZE, "left"), "RI": (Channel.GAZE, "right"),
        "LU": (Channel.GAZE, "up-left"), "LD": (Channel.GAZE, "down-left"), "RU": (Channel.GAZE, "up-right"),
        "RD": (Channel.GAZE, "down-right"), "RO": (Channel.GAZE, "around"),
    },
    "eye_brows": {
        "RB": (Channel.BROWS, "up"), "RR": (Channel.BROWS, "right-up"), "RL": (Channel.BROWS, "left-up"),
        "FU": (Channel.BROWS, "together"),
    },
    "eye_lids": {
        "WB": (Channel.EYES, "wide"), "SB": (Channel.EYES, "squint"), "CB": (Channel.EYES, "closed"),
        "CL": (Channel.EYES, "wink-left"), "CR": (Channel.EYES, "wink-right"), "BB": (Channel.EYES, "blink"),
        "TB": (Channel.EYES, "closed"),
    },
    "mouth_gesture": {
        "C01": (Channel.CHEEKS, "puffed"), "C02": (Channel.CHEEKS, "puffed"),
        "C03": (Channel.CHEEKS, "puffed"), "C07": (Channel.CHEEKS, "sucked"),
    },
}  # fmt: skip


def non_manuals(node: Node) -> tuple[NonManual, ...]:
    """What the face, the head and the trunk do, each for the whole sign; the first of a channel counts."""
    found: dict[Channel, NonManual] = {}
    for element in node.everything():
        element.known = True
        if element.tag == "mouth_picture":
            _mouthing(element, found)
        for name in ("movement", "direction"):
            known = element.take(name, CODES.get(element.tag, {}))
            if known and known[0] not in found:
                found[known[0]] = NonManual(*known)
            elif known:
                element.understood.discard(name)
    return tuple(found.values())


def _mouthing(element: Node, found: dict[Channel, NonManual]) -> None:
    words = " ".join(element.attributes.get("picture", "").split())
    element.understood.add("picture")
    if not words:
        return
    if Channel.MOUTHING in found:
        words = f"{found[Channel.MOUTHING].action} {words}"
    try:
        found[Channel.MOUTHING] = NonManual(Channel.MOUTHING, words)
    except ValueError:
        element.understood.discard("picture")
