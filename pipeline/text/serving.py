"""A translator that is kept running: requests and answers as JSON lines.

First comes a line {"event": "ready", "language", "sign_language", "glosses"}. A request
{"id", "sentences": lists of words, "n", "allowed": glosses or null} is answered by {"event": "answer",
"id", "answers": for each sentence a list of hypotheses}, or {"event": "error", "id", "message"}. The end
of the input ends it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO, get_args

from pipeline.text.hypothesis import Hypothesis, System, Translator


def serve_with(translator: Translator, requests: TextIO, answers: TextIO) -> None:
    """Answer requests with a translator."""

    def say(event: str, **facts: object) -> None:
        print(json.dumps({"event": event, **facts}, ensure_ascii=False), file=answers, flush=True)

    say(
        "ready",
        language=translator.language,
        sign_language=translator.sign_language,
        glosses=sorted(translator.glosses),
    )
    for line in requests:
        number: object = None
        try:
            request = json.loads(line)
            number = request["id"]
            say("answer", id=number, answers=_answers(translator, request))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            say("error", id=number, message=f"The request is not understood: {problem}")


def _answers(translator: Translator, request: Mapping[str, Any]) -> list[list[dict[str, object]]]:
    allowed = request.get("allowed")
    only = None if allowed is None else frozenset(map(str, allowed))
    return [
        [to_fields(found) for found in translator.translate(tuple(words), int(request.get("n", 5)), only)]
        for words in request["sentences"]
    ]


def to_fields(hypothesis: Hypothesis) -> dict[str, object]:
    """A hypothesis as JSON holds it."""
    return {
        "glosses": list(hypothesis.glosses),
        "score": hypothesis.score,
        "probabilities": list(hypothesis.probabilities),
        "alignment": [list(links) for links in hypothesis.alignment],
        "system": hypothesis.system,
    }


def from_fields(fields: Mapping[str, Any]) -> Hypothesis:
    """The hypothesis that `to_fields` wrote; raises ValueError, KeyError or TypeError for anything else."""
    system: System = fields["system"]
    if system not in get_args(System):
        raise ValueError(f"there is no system {system!r}")
    links: Sequence[Sequence[int]] = fields["alignment"]
    return Hypothesis(
        tuple(map(str, fields["glosses"])),
        float(fields["score"]),
        tuple(map(float, fields["probabilities"])),
        tuple(tuple(map(int, link)) for link in links),
        system,
    )
