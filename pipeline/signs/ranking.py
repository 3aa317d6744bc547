"""Which of several signs of one gloss to prefer."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pipeline.signs.decision import NONE, Decision
from pipeline.signs.sign import Sign, SignId, Status, curated

_ORDER = {Status.APPROVED: 0, Status.UNDECIDED: 1, Status.REJECTED: 2}
_NOTHING: Mapping[SignId, Decision] = MappingProxyType({})


def ranked(signs: Iterable[Sign], decisions: Mapping[SignId, Decision] = _NOTHING) -> list[Sign]:
    """The signs as curators' decisions want them, best first.

    The representative comes first, rejected signs last; between them approved before undecided, captured
    before composed, then by score. Ties are settled by variant and id, so that the same dictionary
    always gives the same order.
    """
    return sorted((curated(sign, decisions.get(sign.id, NONE)) for sign in signs), key=_place)


def _place(sign: Sign) -> tuple[object, ...]:
    rejected = sign.status is Status.REJECTED
    represents = sign.decision.representative and not rejected
    return not represents, _ORDER[sign.status], sign.composed, -sign.score, sign.variant, sign.id
