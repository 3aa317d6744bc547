"""The pipeline's own words as the interface shows them: kinds, grades, places and actions."""

from studio.language import tr

_OTHERS = (
    *(
        f"{side} {finger}"
        for side in ("left", "right")
        for finger in ("thumb", "index", "middle", "ring", "pinky")
    ),
    *("rest", "Frame", "handshape", "location", "movement", "local", "hands", "center"),
    *("name", "pronoun", "modal verb", "negation", "signed last", "question word", "time", "signed first"),
    *("place", "signed before the action", "description of the noun", "verb", "word", "not a Latin word"),
    *("unknown word", "article", "auxiliary", "copula", "joins", "without a sign of its own"),
    *("marks the topic", "measure word", "particle", "points at nothing", "possessive ending"),
    *("preposition", "preposition of time", "preposition of place", "reflexive pronoun"),
    *("Permission denied", "No such file or directory", "Is a directory", "Not a directory"),
    *("No space left on device", "the whole", "Read-only file system", "Device or resource busy"),
    *("infinitive marker", "your glossary", "as written", "not signed by the model", "invisible character"),
)
"""Words that the pipeline says without a table of its own: reasons of glosses, parameters of signs, and the
computer's reasons."""


def term(word: str) -> str:
    """A word of the pipeline in the language of the interface."""
    return tr(str(word))


def words_of(value: object) -> str:
    """A value of a description as it is shown: `index-tip` as "index tip"."""
    return term(_plain(value))


def capital(text: str) -> str:
    """`text` with a capital at its beginning; the rest, names and nouns, stays as it is."""
    return text[:1].upper() + text[1:]


def vocabulary() -> tuple[str, ...]:
    """Every word that `term` is asked for, in English: the translation has to know them all."""
    from pipeline.body.signers import SIGNERS
    from pipeline.compose import face, manner, places, shapes
    from pipeline.compose.direction import Direction
    from pipeline.render.lights import LIGHTS
    from pipeline.render.look import CLOTHES, SKINS
    from pipeline.signs.decision import Status
    from pipeline.signs.sign import Provenance
    from pipeline.text.confidence import in_words
    from pipeline.text.gloss import Mood, Origin, Source
    from pipeline.text.languages import LANGUAGE_NAMES
    from pipeline.timeline.markers import Lane
    from studio.theme import THEMES

    described = (
        *(places.Place, places.Side, places.Height, places.Distance, places.Part, places.Surface),
        *(places.HandPart, shapes.Bend, shapes.Thumb, shapes.Spread, shapes.Finger),
        *(
            manner.OtherHand,
            manner.Path,
            manner.Local,
            manner.Size,
            manner.Growth,
            manner.Speed,
            manner.Tension,
        ),
    )
    steps = (-1, 0, 1)
    ways = (Direction(left, up, out) for left in steps for up in steps for out in steps if left or up or out)
    words = (
        *(_plain(word) for kind in described for word in kind),
        *(_plain(action) for actions in face.ACTIONS.values() for action in actions),
        *(word for kind in (face.Channel, Lane, Status, Provenance, Mood, Origin, Source) for word in kind),
        *(word for way in ways for word in str(way).split("-")),
        *(in_words(share / 10) for share in range(11)),
        *LANGUAGE_NAMES.values(),
        *(capital(name) for name in (*LIGHTS, *SKINS, *CLOTHES, *THEMES)),
        *(signer.title for signer in SIGNERS),
        *_OTHERS,
    )
    return tuple(dict.fromkeys(str(word) for word in words))


def _plain(value: object) -> str:
    return str(value).replace("-", " ")
