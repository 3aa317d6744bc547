"""Which of several signs of one gloss to prefer."""

from collections.abc import Iterable

from pipeline.signs.sign import Sign, Status

_ORDER = {Status.APPROVED: 0, Status.UNDECIDED: 1, Status.REJECTED: 2}


def ranked(signs: Iterable[Sign]) -> list[Sign]:
    """Best first: approved before undecided before rejected, captured before composed, then by score.

    Ties are settled by variant and id, so that the same dictionary always gives the same order.
    """
    return sorted(
        signs, key=lambda sign: (_ORDER[sign.status], sign.composed, -sign.score, sign.variant, sign.id)
    )
