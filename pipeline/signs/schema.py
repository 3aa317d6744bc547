"""The tables of a dictionary file, and how they become a `Sign`.

A file is recognised by SQLite's `application_id`; its `user_version` is the number of the schema.
"""

import json
import math
from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy import UniqueConstraint as Unique

from pipeline.errors import BadInput
from pipeline.signs.sign import Provenance, Sign, SignId, Status

APPLICATION_ID = 0x53674E57
"""The bytes "SgNW"."""

VERSION = 3

METADATA = MetaData()

MOTIONS = Table(
    "motions",
    METADATA,
    Column("sha256", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # safetensors
)

SIGNS = Table(
    "signs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("gloss", String, nullable=False),
    Column("key", String, nullable=False),  # `matching.key` of the gloss
    Column("language", String, nullable=False),
    Column("variant", String, nullable=False),
    Column("source", String, nullable=False),
    Column("licence", String, nullable=False),
    Column("signer", String, nullable=False),
    Column("fps", Float, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("onset", Float, nullable=False),
    Column("offset", Float, nullable=False),
    Column("created", String, nullable=False),
    Column("status", String, nullable=False),
    Column("scores", String, nullable=False),  # a JSON object
    Column("motion", String, ForeignKey("motions.sha256"), nullable=False),
    Column("provenance", String, nullable=False, server_default=Provenance.CAPTURED.value),
    Column("description", String, nullable=False, server_default=""),
    Unique("language", "gloss", "variant", "motion"),
    Index("signs_by_key", "language", "key"),
)

FEATURES = Table(
    "features",
    METADATA,
    Column("sign", Integer, ForeignKey("signs.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String, primary_key=True),  # such as "handshape"
    Column("value", String, primary_key=True),  # such as "flat"; a sign may have several of one name
    Index("features_by_value", "name", "value", "sign"),
    sqlite_with_rowid=False,
)
"""What a sign looks like, to be searched for by form."""

RECORDINGS = Table(
    "recordings",
    METADATA,
    Column("sign", Integer, ForeignKey("signs.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String, primary_key=True),  # a `recording.Kind`
    Column("path", String, nullable=False),  # from the dictionary's folder, with slashes
    Column("clip", String, nullable=False),
    Column("start", Float, nullable=False),  # seconds in the file of the motion's first frame
    Column("end", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""What a sign was captured from, to be looked at beside it."""

_TEXTS = ("gloss", "language", "variant", "source", "licence", "signer", "created", "motion", "description")
_NUMBERS = ("fps", "seconds", "onset", "offset")


def sign_from(row: Any) -> Sign:
    """The sign of a row of `SIGNS`; raises BadInput when its values make no sense."""
    values = {name: getattr(row, name) for name in _TEXTS + _NUMBERS}
    try:
        scores = scores_from(row.scores)
        status, provenance = Status(row.status), Provenance(row.provenance)
        sound = (
            isinstance(row.id, int)
            and all(isinstance(values[name], str) for name in _TEXTS)
            and all(isinstance(values[name], float) and math.isfinite(values[name]) for name in _NUMBERS)
            and values["fps"] > 0
            and 0 <= values["onset"] <= values["offset"] <= values["seconds"] + 1e-6
        )
    except (ValueError, TypeError):
        sound = False
    if not sound:
        raise BadInput(f"Entry {row.id!r} of the dictionary is damaged: get the dictionary again.")
    return Sign(id=SignId(row.id), status=status, scores=scores, provenance=provenance, **values)


def scores_from(text: str) -> dict[str, float]:
    """Scores by name from their JSON text; raises ValueError when they are no scores."""
    given = json.loads(text)
    if not isinstance(given, dict):
        raise ValueError("scores are a JSON object")
    scores = {name: float(value) for name, value in given.items()}
    if not all(0.0 <= value <= 1.0 for value in scores.values()):
        raise ValueError("scores lie between 0 and 1")
    return scores
