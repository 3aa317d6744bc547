"""Sentences for timeline tests whose times can be told by heart."""

from pipeline.signs.sign import SignId
from pipeline.text.gloss import Gloss, GlossSequence, Origin
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Clip, Timeline, Transition


def clip(label: str, position: int, seconds: float = 1.0, into: float = 0.5, **more) -> Clip:
    """A clip reached in `into` seconds, as proposed."""
    return Clip(SignId(1), label, position, 0.0, seconds, Transition(into, into), **more)


def rain() -> Project:
    """Rain, then the name Bob and a pause, then train.

    RAIN lies from 0.5 to 1.5 s; B, O, B from 2.0 to 3.0 (letters of 0.2, ways of 0.2); stillness to
    3.5; TRAIN from 4.0 to 5.0; at rest at 5.5.
    """
    text = "Rain, Bob. Take the train."
    glosses = (
        Gloss("RAIN", Origin.DICTIONARY, ("RAIN",), (0, 4)),
        Gloss("BOB", Origin.SPELLED, ("B", "O", "B"), (6, 9), pause=0.5),
        Gloss("TRAIN", Origin.SYNONYM, ("TRAIN",), (20, 25)),
    )
    clips = (
        clip("RAIN", 0),
        clip("B", 1, 0.2),
        clip("O", 1, 0.2, 0.2),
        clip("B", 1, 0.2, 0.2, hold=0.5),
        clip("TRAIN", 2),
    )
    sequence = GlossSequence(text, "en", "ase", glosses)
    return Project(text=sequence.text, glosses=sequence, timeline=Timeline(clips, Transition(0.5, 0.5)))


def many(count: int, *, spelled: bool = True, seconds: float = 0.6) -> Project:
    """`count` signs of so many seconds, every fourth a name of five letters unless none is `spelled`."""
    glosses, clips, words = [], [], []
    begin = 0
    for position in range(count):
        name_of_five = spelled and position % 4 == 3
        name = "MARIA" if name_of_five else f"SIGN-{position}"
        glosses.append(
            Gloss(
                name,
                Origin.SPELLED if name_of_five else Origin.DICTIONARY,
                tuple(name) if name_of_five else (name,),
                (begin, begin + len(name)),
            )
        )
        words.append(name + ("." if position % 10 == 9 else ""))
        begin += len(words[-1]) + 1
        if name_of_five:
            clips += [clip(letter, position, 0.15, 0.25 if i == 0 else 0.12) for i, letter in enumerate(name)]
        else:
            clips.append(clip(name, position, seconds, 0.27))
    sequence = GlossSequence(" ".join(words), "en", "ase", tuple(glosses))
    return Project(text=sequence.text, glosses=sequence, timeline=Timeline(tuple(clips)))
