"""What is typed to find signs: words, and conditions such as `status:undecided` or `handshape:flat`."""

from dataclasses import dataclass

from pipeline.signs.decision import Status

FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Query:
    """Signs wanted: all conditions hold, and gloss, translation or a tag contains the words."""

    words: str = ""
    statuses: tuple[Status, ...] = ()  # any of them; empty for all
    flagged: bool = False
    tags: tuple[str, ...] = ()
    least: float = 0.0  # score, from 0 to 1
    most: float = 1.0
    features: tuple[tuple[str, str], ...] = ()  # such as ("handshape", "flat")

    @property
    def is_empty(self) -> bool:
        """Whether everything is wanted."""
        return self == Query()


def read_query(text: str) -> Query:
    """A query as it is typed: `rain tag:weather status:undecided quality:>70 handshape:flat flagged:yes`.

    Quality is the score out of 100: `>70`, `<50`, or just `70` for at least that. A condition that is
    not finished or makes no sense counts as words.
    """
    words: list[str] = []
    statuses: list[Status] = []
    tags: list[str] = []
    features: list[tuple[str, str]] = []
    least, most, flagged = 0.0, 1.0, False
    for part in text.split():
        name, colon, value = part.partition(":")
        name, value = name.casefold(), value.replace("_", " ")
        if not colon or not name or not value:
            words.append(part)
        elif name == "status" and value.casefold() in list(Status):
            statuses.append(Status(value.casefold()))
        elif name == FLAGGED:
            flagged = value.casefold() not in ("no", "false", "0")
        elif name == "tag":
            tags.append(value.casefold())
        elif name == "quality" and value.lstrip("<>=").isdecimal():
            number = min(int(value.lstrip("<>=")), 100) / 100
            least, most = (least, number) if value.startswith("<") else (number, most)
        elif name in ("status", "quality"):
            words.append(part)
        else:
            features.append((name, value))
    return Query(" ".join(words), tuple(statuses), flagged, tuple(tags), least, most, tuple(features))
