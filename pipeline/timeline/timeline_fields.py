"""Clips, ways, manner and markers as fields of a project file, and back."""

from typing import Any

from pipeline.compose.face import Channel
from pipeline.correction.fields import from_correction, to_correction
from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.text.gloss import Mood
from pipeline.timeline.fields import Fields, Unreadable
from pipeline.timeline.manner import Manner
from pipeline.timeline.markers import Marker
from pipeline.timeline.timeline import BACK, LONGEST, SHORTEST, Clip, Reference, Timeline, Timing, Transition
from pipeline.timeline.timing import MOST_REPEATS

UNKNOWN = SignId(0)
"""The sign of a clip that was read from a file, until `resolve.resolve` has found it in a dictionary."""

_HOUR = 3600.0


def from_timeline(timeline: Timeline) -> dict[str, Any]:
    """The fields of a timeline."""
    manner = timeline.manner
    return {
        "clips": [_from_clip(clip) for clip in timeline.clips],
        "outro": _from_transition(timeline.outro),
        "manner": {
            "rate": manner.rate,
            "ways": manner.ways,
            "evenness": manner.evenness,
            "pauses": manner.pauses,
            "spelling": manner.spelling,
            "faces": manner.faces,
        },
        "markers": [_from_marker(marker) for marker in timeline.markers],
    }


def to_timeline(content: Fields, glosses: int) -> Timeline:
    """The timeline of a sentence with so many glosses; older files know no manner, markers and moods."""
    return Timeline(
        clips=tuple(_clip(part, glosses) for part in content.parts("clips")),
        outro=_transition(content.part("outro")),
        manner=_manner(content.part("manner")) if content.has("manner") else Manner(),
        markers=tuple(_marker(part) for part in content.parts("markers")) if content.has("markers") else (),
    )


def _from_clip(clip: Clip) -> dict[str, Any]:
    sign = clip.reference or Reference(clip.label, "", "")
    return {
        "gloss": clip.position,
        "label": clip.label,
        "sign": {"gloss": sign.gloss, "variant": sign.variant, "motion": sign.motion},
        "chosen": clip.chosen,
        "into": _from_transition(clip.into),
        **_from_timing(clip.timing),
        "doubled": clip.doubled,
        "repeat": clip.repeat,
        "back": clip.back,
        "proposed": _from_timing(clip.proposed) if clip.proposed else None,
        "mood": clip.mood.value,
        "closes": clip.closes,
        "corrections": [from_correction(correction) for correction in clip.corrections],
    }


def _clip(part: Fields, glosses: int) -> Clip:
    sign = part.part("sign")
    timing = _timing(part)
    return Clip(
        sign=UNKNOWN,
        label=part.text("label"),
        position=part.whole("gloss", 0, glosses - 1),
        start=timing.start,
        end=timing.end,
        into=_transition(part.part("into")),
        speed=timing.speed,
        hold=timing.hold,
        doubled=part.flag("doubled"),
        reference=Reference(sign.text("gloss"), sign.text("variant"), sign.text("motion")),
        chosen=part.flag("chosen"),
        repeat=part.whole("repeat", 1, MOST_REPEATS) if part.has("repeat") else 1,
        back=part.number("back", SHORTEST, LONGEST) if part.has("back") else BACK,
        proposed=part.optional("proposed", lambda name: _timing(part.part(name)))
        if part.has("proposed")
        else None,
        mood=_mood(part) if part.has("mood") else Mood.STATEMENT,
        closes=part.flag("closes") if part.has("closes") else False,
        corrections=tuple(to_correction(each) for each in part.parts("corrections"))
        if part.has("corrections")
        else (),
    )


def _mood(part: Fields) -> Mood:
    try:
        return Mood(part.text("mood"))
    except ValueError:
        raise Unreadable(f"a clip has no mood {part.text('mood')!r}") from None


def _from_timing(timing: Timing) -> dict[str, float]:
    return {"start": timing.start, "end": timing.end, "speed": timing.speed, "hold": timing.hold}


def _timing(part: Fields) -> Timing:
    start = part.number("start", 0, _HOUR)
    return Timing(
        start=start,
        end=part.number("end", start, _HOUR),
        speed=part.number("speed", 0.01, 100),
        hold=part.number("hold", 0, _HOUR),
    )


def _from_transition(transition: Transition) -> dict[str, float]:
    return {"seconds": transition.seconds, "proposed": transition.proposed, "ease": transition.ease}


def _transition(part: Fields) -> Transition:
    return Transition(
        seconds=part.number("seconds", SHORTEST, LONGEST),
        proposed=part.number("proposed", SHORTEST, LONGEST),
        ease=part.number("ease", -1, 1) if part.has("ease") else 0.0,
    )


def _manner(part: Fields) -> Manner:
    rate, ways, evenness, pauses, spelling = (
        part.number(name, 0, 100) for name in ("rate", "ways", "evenness", "pauses", "spelling")
    )
    try:
        return Manner(
            rate, ways, evenness, pauses, spelling, part.flag("faces") if part.has("faces") else True
        )
    except BadInput as problem:
        raise Unreadable(str(problem).rstrip(".")) from None


def _from_marker(marker: Marker) -> dict[str, Any]:
    return {
        "channel": marker.channel.value,
        "action": marker.action,
        "start": marker.start,
        "end": marker.end,
        "strength": marker.strength,
        "ease_in": marker.ease_in,
        "ease_out": marker.ease_out,
    }


def _marker(part: Fields) -> Marker:
    start = part.number("start", 0, _HOUR)
    try:
        return Marker(
            channel=Channel(part.text("channel")),
            action=part.text("action"),
            start=start,
            end=part.number("end", start, _HOUR),
            strength=part.number("strength", 0, 1),
            ease_in=part.number("ease_in", 0, _HOUR),
            ease_out=part.number("ease_out", 0, _HOUR),
        )
    except Unreadable:
        raise
    except ValueError as problem:
        raise Unreadable(str(problem).rstrip(".")) from None
