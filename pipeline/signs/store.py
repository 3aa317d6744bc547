"""A dictionary of 3D signs in one SQLite file."""

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from pipeline.errors import BadInput
from pipeline.motion.edit import mirror
from pipeline.motion.files import from_bytes, to_bytes
from pipeline.motion.motion import Motion
from pipeline.signs.database import check_file, engine, make_empty, plainly
from pipeline.signs.decision import NONE, Decision
from pipeline.signs.decisions import Decisions, decisions_file, matched
from pipeline.signs.draft import Draft as Draft
from pipeline.signs.draft import row, storable
from pipeline.signs.header import check_header
from pipeline.signs.matching import key
from pipeline.signs.migrations import upgrade_file
from pipeline.signs.ranking import ranked
from pipeline.signs.recording import Kind, Recording, as_found, as_stored
from pipeline.signs.schema import (
    APPLICATION_ID,
    FEATURES,
    MOTIONS,
    RECORDINGS,
    SIGNS,
    VERSION,
    sign_from,
)
from pipeline.signs.sign import Provenance, Sign, SignId, Status, curated

AT_ONCE = 500
"""Glosses that are asked for in one query."""


class UnknownSign(LookupError):
    """The dictionary has no sign with that id."""


class SignStore:
    """Signs and their motions in a file; used in the thread that opened it.

    Opened for reading unless `writable`; `create` makes an empty file where there is none and opens
    it for writing. A file of an earlier version is upgraded when it is opened for writing, and a copy of
    it kept beside it. Raises BadInput when the file is missing, damaged, not a dictionary, or made by
    a newer version; the same for damage found later.

    Signs are told as curators' decisions want them, `raw` as they are in the file.
    """

    def __init__(
        self, path: Path | str, *, writable: bool = False, create: bool = False, raw: bool = False
    ) -> None:
        self.path = Path(path)
        if create and not self.path.exists():
            make_empty(self.path)
        check_file(self.path)
        self.decisions = None if raw else Decisions(decisions_file(self.path))
        if writable or create:
            upgrade_file(self.path)
        self._engine = engine(self.path, writable=writable or create)
        self._kept_motion = lru_cache(maxsize=512)(self._read_motion)
        try:
            self._check_contents()
        except BadInput:
            self.close()
            raise

    def __enter__(self) -> "SignStore":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._kept_motion.cache_clear()
        self._engine.dispose()
        if self.decisions is not None:
            self.decisions.close()

    def languages(self) -> tuple[str, ...]:
        """The sign languages that have signs here, sorted."""
        with self._reading() as connection:
            rows = connection.execute(select(SIGNS.c.language).distinct().order_by(SIGNS.c.language))
            return tuple(str(row.language) for row in rows)

    def glosses(self, language: str) -> frozenset[str]:
        """What can be found in a sign language, as `matching.key` writes it; rejected signs do not count."""
        query = select(SIGNS.c.key).distinct()
        query = query.where(SIGNS.c.language == language, SIGNS.c.status != Status.REJECTED.value)
        with self._reading() as connection:
            found = {str(row.key) for row in connection.execute(query)}
        decided = self.decisions.all() if self.decisions is not None else {}
        names = {key(subject.gloss) for subject in decided if subject.language == language}
        usable = {
            key(sign.gloss)
            for sign in self._curated(self._alike(language, names))
            if sign.status is not Status.REJECTED
        }
        return frozenset(found - names | usable)

    def find(self, gloss: str, language: str, *, rejected: bool = False) -> list[Sign]:
        """The signs of one gloss, best first; case and ways of writing umlauts do not matter.

        Signs that a curator rejected come last, and only if `rejected`.
        """
        if not storable(gloss):
            return []
        signs = self._alike(language, [key(gloss)])
        found = ranked(signs, self._decided(signs))
        return found if rejected else [sign for sign in found if sign.status is not Status.REJECTED]

    def search(self, words: str, language: str, limit: int = 50) -> list[Sign]:
        """Signs whose gloss starts with or contains `words`, rejected ones too.

        The gloss itself first, then by start, then the rest in the order of the alphabet.
        """
        wanted = key(words)
        if not storable(wanted):
            return []
        found = SIGNS.c.key.contains(wanted, autoescape=True)
        nearness = case(
            (SIGNS.c.key == wanted, 0), (SIGNS.c.key.startswith(wanted, autoescape=True), 1), else_=2
        )
        query = select(SIGNS).where(SIGNS.c.language == language, found)
        query = query.order_by(nearness, SIGNS.c.key, SIGNS.c.id).limit(max(limit, 0))
        with self._reading() as connection:
            return self._curated([sign_from(row) for row in connection.execute(query)])

    def with_form(self, language: str, form: Collection[tuple[str, str]], limit: int = 200) -> list[Sign]:
        """Signs that have every one of these features, in the order of the alphabet; all signs for none."""
        if not all(storable(words) for feature in form for words in feature):
            return []
        query = select(SIGNS).where(SIGNS.c.language == language)
        for name, value in form:
            having = select(FEATURES.c.sign).where(FEATURES.c.name == name, FEATURES.c.value == value)
            query = query.where(SIGNS.c.id.in_(having))
        query = query.order_by(SIGNS.c.key, SIGNS.c.id).limit(max(limit, 0))
        with self._reading() as connection:
            return self._curated([sign_from(row) for row in connection.execute(query)])

    def captured(self) -> list[Sign]:
        """All signs that are not composed, in the order in which they were added."""
        query = select(SIGNS).where(SIGNS.c.provenance == Provenance.CAPTURED.value).order_by(SIGNS.c.id)
        with self._reading() as connection:
            return self._curated([sign_from(row) for row in connection.execute(query)])

    def features(self, id: SignId) -> frozenset[tuple[str, str]]:
        """What a sign looks like, as names and values; empty for an unknown sign."""
        query = select(FEATURES.c.name, FEATURES.c.value).where(FEATURES.c.sign == id)
        with self._reading() as connection:
            return frozenset((str(row.name), str(row.value)) for row in connection.execute(query))

    def forms(self, language: str) -> dict[str, dict[str, int]]:
        """Every feature that signs of a language have: by its name, how many signs have which value."""
        query = select(FEATURES.c.name, FEATURES.c.value, func.count().label("signs"))
        query = query.join(SIGNS, SIGNS.c.id == FEATURES.c.sign).where(SIGNS.c.language == language)
        query = query.group_by(FEATURES.c.name, FEATURES.c.value)
        found: dict[str, dict[str, int]] = {}
        with self._reading() as connection:
            for row in connection.execute(query.order_by(FEATURES.c.name, FEATURES.c.value)):
                found.setdefault(str(row.name), {})[str(row.value)] = int(row.signs)
        return found

    def recordings(self, id: SignId) -> tuple[Recording, ...]:
        """What a sign was captured from, a film first; empty where the dictionary does not know."""
        query = select(RECORDINGS).where(RECORDINGS.c.sign == id).order_by(RECORDINGS.c.kind)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        try:
            return tuple(
                Recording(
                    Kind(row.kind), as_found(row.path, self.path), float(row.start), float(row.end), row.clip
                )
                for row in rows
            )
        except (ValueError, TypeError):
            raise BadInput(f"Entry {id!r} of the dictionary is damaged: get the dictionary again.") from None

    def sign(self, id: SignId) -> Sign:
        """One sign; raises UnknownSign."""
        with self._reading() as connection:
            row = connection.execute(select(SIGNS).where(SIGNS.c.id == id)).first()
        if row is None:
            raise UnknownSign(f"There is no sign {id} in {self.path.name}.")
        return self._curated([sign_from(row)])[0]

    def signs(self, ids: Sequence[SignId]) -> list[Sign]:
        """Several signs in this order; those that the dictionary has not are left out."""
        found: dict[SignId, Sign] = {}
        with self._reading() as connection:
            for start in range(0, len(ids), AT_ONCE):
                some = SIGNS.c.id.in_([int(id) for id in ids[start : start + AT_ONCE]])
                found |= {
                    sign.id: sign for sign in map(sign_from, connection.execute(select(SIGNS).where(some)))
                }
        return self._curated([found[id] for id in ids if id in found])

    def entries(self, language: str) -> Iterator[tuple[int, str, str, str]]:
        """What a search needs of every sign of a language: id, key, status, scores; by key and id.

        One after the other: a hundred thousand at once would keep other threads from running while Python's
        collector looks through them.
        """
        query = select(SIGNS.c.id, SIGNS.c.key, SIGNS.c.status, SIGNS.c.scores)
        query = query.where(SIGNS.c.language == language).order_by(SIGNS.c.key, SIGNS.c.id)
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=AT_ONCE).execute(query):
                yield int(row.id), row.key, row.status, row.scores

    def feature_rows(self, language: str) -> Iterator[tuple[int, str, str]]:
        """Every feature of every sign of a language, one after the other: the sign's id, name, value."""
        query = select(FEATURES).join(SIGNS, SIGNS.c.id == FEATURES.c.sign)
        query = query.where(SIGNS.c.language == language)
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=AT_ONCE).execute(query):
                yield int(row.sign), str(row.name), str(row.value)

    def decided(self, language: str) -> list[Sign]:
        """The signs of all glosses about which something is decided."""
        subjects = self.decisions.all() if self.decisions is not None else {}
        names = {key(subject.gloss) for subject in subjects if subject.language == language}
        return self._curated(self._alike(language, names))

    def motion(self, id: SignId) -> Motion:
        """What a sign looks like; raises UnknownSign, and BadInput when it is not what was stored."""
        decided = self.decisions is not None and self.decisions.any_mirrored
        return self._kept_motion(id, decided and self.sign(id).decision.mirrored)

    def add(self, draft: Draft, motion: Motion, compact: bool = False) -> SignId:
        """Store a sign; raises BadInput when it makes no sense or is in the dictionary already.

        `compact` keeps its motion rounded to a tenth of a milliradian, in half the room.
        """
        values = row(draft, motion)
        data = to_bytes(motion, compact)
        values["motion"] = hashlib.sha256(data).hexdigest()
        with self._writing() as connection:
            known = connection.execute(select(func.count()).where(MOTIONS.c.sha256 == values["motion"]))
            if not known.scalar_one():
                connection.execute(insert(MOTIONS).values(sha256=values["motion"], data=data))
            try:
                result = connection.execute(insert(SIGNS).values(values))
            except IntegrityError:
                raise BadInput(
                    f"{draft.gloss} with this motion is in {self.path.name} already: give it another variant."
                ) from None
            id = SignId(int(result.lastrowid))
            described = [{"sign": id, "name": name, "value": value} for name, value in sorted(draft.features)]
            if described:
                connection.execute(insert(FEATURES), described)
            recorded = [self._recording_row(id, recording) for recording in draft.recordings]
            if recorded:
                connection.execute(insert(RECORDINGS), recorded)
            return id

    def add_features(self, id: SignId, features: Collection[tuple[str, str]]) -> None:
        """Note more of what a sign looks like; raises UnknownSign."""
        self.sign(id)
        told = [{"sign": id, "name": name, "value": value} for name, value in sorted(features)]
        with self._writing() as connection:
            if told:
                connection.execute(insert(FEATURES).prefix_with("OR IGNORE"), told)

    def set_status(self, id: SignId, status: Status) -> None:
        """Record a curator's decision; raises UnknownSign."""
        with self._writing() as connection:
            change = update(SIGNS).where(SIGNS.c.id == id).values(status=Status(status).value)
            if connection.execute(change).rowcount == 0:
                raise UnknownSign(f"There is no sign {id} in {self.path.name}.")

    def note_recordings(self, id: SignId, recordings: Collection[Recording]) -> None:
        """Remember what a sign was captured from, instead of what was known; raises UnknownSign."""
        self.sign(id)
        with self._writing() as connection:
            connection.execute(delete(RECORDINGS).where(RECORDINGS.c.sign == id))
            rows = [self._recording_row(id, recording) for recording in recordings]
            if rows:
                connection.execute(insert(RECORDINGS), rows)

    def _recording_row(self, id: SignId, recording: Recording) -> dict[str, object]:
        return {
            "sign": id,
            "kind": recording.kind.value,
            "path": as_stored(recording.path, self.path),
            "clip": recording.clip,
            "start": recording.start,
            "end": recording.end,
        }

    def _alike(self, language: str, names: Collection[str]) -> list[Sign]:
        """All signs of some glosses, by their keys, as they are in the file."""
        wanted, found = sorted(names), list[Sign]()
        with self._reading() as connection:
            for start in range(0, len(wanted), AT_ONCE):
                some = SIGNS.c.key.in_(wanted[start : start + AT_ONCE])
                rows = connection.execute(select(SIGNS).where(SIGNS.c.language == language, some))
                found += [sign_from(row) for row in rows]
        return found

    def _decided(self, signs: Sequence[Sign]) -> dict[SignId, Decision]:
        """What is decided about all the signs of one gloss."""
        if self.decisions is None or not signs:
            return {}
        return matched(signs, self.decisions.of(signs[0].language, signs[0].gloss))

    def _curated(self, signs: list[Sign]) -> list[Sign]:
        """Any signs as their decisions want them."""
        if self.decisions is None:
            return signs
        found: dict[SignId, Decision] = {}
        for language in {sign.language for sign in signs}:
            names = {key(sign.gloss) for sign in signs if sign.language == language}
            decided = [name for name in names if self.decisions.of(language, name)]
            alike: dict[str, list[Sign]] = {}
            for sign in self._alike(language, decided):
                alike.setdefault(key(sign.gloss), []).append(sign)
            for group in alike.values():
                found |= self._decided(group)
        return [curated(sign, found.get(sign.id, NONE)) for sign in signs]

    def _read_motion(self, id: SignId, mirrored: bool) -> Motion:
        query = select(SIGNS.c.gloss, SIGNS.c.motion, MOTIONS.c.data).where(SIGNS.c.id == id)
        with self._reading() as connection:
            row = connection.execute(query.join_from(SIGNS, MOTIONS, isouter=True)).first()
        if row is None:
            raise UnknownSign(f"There is no sign {id} in {self.path.name}.")
        if not isinstance(row.data, bytes) or hashlib.sha256(row.data).hexdigest() != row.motion:
            raise BadInput(f"The motion of {row.gloss} in {self.path} is damaged: get the dictionary again.")
        motion = from_bytes(row.data)
        return mirror(motion) if mirrored else motion

    def _check_contents(self) -> None:
        with self._reading() as connection:
            refusal = f"{self.path} is not a dictionary of signs: choose another file."
            check_header(connection, self.path, (APPLICATION_ID, VERSION), refusal)
            connection.execute(select(SIGNS).limit(1)).first()
            connection.execute(select(MOTIONS.c.sha256).limit(1)).first()
            connection.execute(select(FEATURES).limit(1)).first()
            connection.execute(select(RECORDINGS).limit(1)).first()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plainly(self.path, "read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plainly(self.path, "changed"), self._engine.begin() as connection:
            yield connection


@contextmanager
def new_store(path: Path | str) -> Iterator[SignStore]:
    """A dictionary to fill, which appears at `path` only once it is complete.

    What was at `path` before is replaced then; after a failure it is as it was.
    """
    target = Path(path)
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        with SignStore(unfinished, create=True) as store:
            yield store
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
