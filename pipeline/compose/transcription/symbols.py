"""The symbols of HamNoSys 4: names and code points in the private use area of its font."""

from pipeline.errors import BadInput

_EIGHT = ("u", "ur", "r", "dr", "d", "dl", "l", "ul")
_DEPTH = ("ol", "o", "or", "il", "i", "ir", "ui", "di", "do", "uo")

_RUNS: dict[int, tuple[str, ...]] = {
    0xE000: (
        "fist", "flathand", "finger2", "finger23", "finger23spread", "finger2345", "pinch12", "pinchall",
        "pinch12open", "cee12", "ceeall", "ceeopen", "thumboutmod", "thumbacrossmod", "thumbopenmod",
    ),
    0xE010: ("fingerstraightmod", "fingerbendmod", "fingerhookmod", "doublebent", "doublehooked"),
    0xE020: tuple(f"extfinger{way}" for way in _EIGHT + _DEPTH),
    0xE038: tuple(f"palm{way}" for way in _EIGHT),
    0xE040: (
        "head", "headtop", "forehead", "eyebrows", "eyes", "nose", "nostrils", "ear", "earlobe", "cheek",
        "lips", "tongue", "teeth", "chin", "underchin", "neck", "shouldertop", "shoulders", "chest",
        "stomach", "belowstomach",
    ),
    0xE058: ("lrbeside", "lrat", "coreftag", "corefref"),
    0xE05F: (
        "neutralspace", "upperarm", "elbow", "elbowinside", "lowerarm", "wristback", "wristpulse",
        "thumbball", "palm", "handback", "thumbside", "pinkyside",
    ),
    0xE070: (
        "thumb", "indexfinger", "middlefinger", "ringfinger", "pinky", "fingertip", "fingernail",
        "fingerpad", "fingermidjoint", "fingerbase", "fingerside",
    ),
    0xE07C: ("wristtopulse", "wristtoback", "wristtothumb", "wristtopinky"),
    0xE080: tuple(f"move{way}" for way in _EIGHT + _DEPTH),
    0xE092: tuple(
        f"circle{way}"
        for way in (
            "o", "i", "d", "u", "l", "r", "ul", "dr", "ur", "dl", "ol", "ir", "or", "il", "ui", "do", "uo",
            "di",
        )
    ),
    0xE0A4: ("fingerplay", "nodding", "swinging", "twisting", "stircw", "stirccw", "replace"),
    0xE0AD: ("movecross", "movex", "nomotion"),
    0xE0B0: (
        "clocku", "clockul", "clockl", "clockdl", "clockd", "clockdr", "clockr", "clockur", "clockfull",
        "arcl", "arcu", "arcr", "arcd", "wavy", "zigzag",
    ),
    0xE0C0: (
        "ellipseh", "ellipseur", "ellipsev", "ellipseul", "increasing", "decreasing", "smallmod",
        "largemod", "fast", "slow", "tense", "rest", "halt",
    ),
    0xE0D0: ("close", "touch", "interlock", "cross", "armextended", "behind", "brushing"),
    0xE0D8: (
        "repeatfromstart", "repeatfromstartseveral", "repeatcontinue", "repeatcontinueseveral",
        "repeatreverse", "alternatingmotion",
    ),
    0xE0E0: (
        "seqbegin", "seqend", "parbegin", "parend", "fusionbegin", "fusionend", "between", "plus",
        "symmpar", "symmlr", "nondominant", "nonipsi", "etc", "orirelative",
    ),
    0xE0F0: ("mime", "version40"),
}  # fmt: skip

NAMES = {chr(first + step): name for first, run in _RUNS.items() for step, name in enumerate(run)}
"""Symbol by character."""

_METASYMBOLS = {"{": "altbegin", "|": "metaalt", "}": "altend"}
_SPELLINGS = {
    "ceeopen": "cee12open", "cee12open": "cee12open", "fingerdblbendmod": "doublebent",
    "dblbendmod": "doublebent", "dblhookedmod": "doublehooked", "fingerdblhookmod": "doublehooked",
}  # fmt: skip
_KNOWN = frozenset(NAMES.values()) | frozenset(_METASYMBOLS.values()) | frozenset(_SPELLINGS)


def symbols(text: str) -> list[str]:
    """The names of the symbols of a transcription, without `ham`.

    The text is in characters of the HamNoSys font or in names such as `hamfist, hamthumbacrossmod`.
    Raises BadInput when something in it is neither.
    """
    if any("\ue000" <= character <= "\uf8ff" for character in text):
        found = [NAMES.get(character) or _METASYMBOLS.get(character) for character in text.replace(" ", "")]
        if None in found:
            strange = text.replace(" ", "")[found.index(None)]
            raise BadInput(f"U+{ord(strange):04X} is no symbol of HamNoSys 4: correct the transcription.")
        return [spelled(name) for name in found if name]
    names = [word.removeprefix("ham") for word in text.replace(",", " ").split()]
    for name in names:
        if name not in _KNOWN:
            raise BadInput(f"{name!r} is no symbol of HamNoSys 4: correct the transcription.")
    return [spelled(name) for name in names]


def spelled(name: str) -> str:
    """One name for symbols that are written in several ways."""
    return _SPELLINGS.get(name, name)
