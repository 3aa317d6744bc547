"""A trained translator's answers as glosses: aligned, explained, with names, numbers and corrections kept."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.text.gloss import GlossSequence, Origin, Source
from pipeline.text.glossary import EMPTY, Glossary, entry
from pipeline.text.hypothesis import Hypothesis
from pipeline.text.modelled import allowed, answered, sentences_of, translate_with
from pipeline.text.models import find_models, model_in
from pipeline.text.serving import from_fields, serve_with, to_fields
from tests.pipeline.text.translators import Told, hypothesis

WORDS = "ix-1 morgen regen kommen region schnee gut"
KNOWN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß") | frozenset(WORDS.split())
TEXT = "Morgen kommt der Regen."
TOLD = Told(
    {
        "morgen kommt der regen": (
            hypothesis("MORGEN REGEN REGION", [[0], [3], []], -1.0),
            hypothesis("MORGEN SCHNEE KOMMEN", [[0], [3], [1]], -2.0, 0.25),
        ),
        "quorx kommt am 25": (hypothesis("KOMMEN", [[1]]),),
    }
)


def names(sequence: GlossSequence) -> list[str]:
    return [gloss.name for gloss in sequence.glosses]


def test_an_answer_is_aligned_explained_and_as_sure_as_the_model() -> None:
    sequence = translate_with(TOLD, TEXT, KNOWN)
    first, second, last = sequence.glosses
    assert names(sequence) == ["MORGEN", "REGEN", "REGION"]
    assert [gloss.span for gloss in sequence.glosses] == [(0, 6), (17, 22), None]
    assert (first.evidence.source, first.evidence.confidence) == (Source.PHRASES, 0.75)
    assert second.evidence.reason == "learned for “Regen”"
    assert last.evidence.reason == "learned, from no word in particular"
    assert last.pause == 0.6
    assert sequence.confidence == 0.75


def test_other_answers_are_readings_with_their_share_and_give_alternatives() -> None:
    sequence = translate_with(TOLD, TEXT, KNOWN)
    assert [reading.names for reading in sequence.readings] == [
        "MORGEN REGEN REGION",
        "MORGEN SCHNEE KOMMEN",
        "MORGEN REGEN KOMMEN",
    ]
    assert sequence.readings[0].probability == pytest.approx(1 / (1 + 2.718281828**-1))
    assert sequence.readings[2].label == "by rules"
    others = sequence.glosses[1].evidence.alternatives
    assert (others[0].name, others[0].confidence) == ("SCHNEE", 0.25)


def test_words_that_the_model_leaves_out_are_listed_with_the_reason() -> None:
    left_out = {TEXT[slice(*one.span)]: one.reason for one in translate_with(TOLD, TEXT, KNOWN).dropped}
    assert left_out == {"kommt": "not signed by the model", "der": "article"}


def test_names_and_numbers_are_signed_by_the_rules_where_the_model_is_silent() -> None:
    sequence = translate_with(TOLD, "Quorx kommt am 25.", KNOWN)
    assert names(sequence) == ["QUORX", "KOMMEN", "FÜNFUNDZWANZIG"]
    assert sequence.glosses[0].evidence.source is Source.RULES
    parts = translate_with(TOLD, "Quorx kommt am 25.", KNOWN | {"fünf", "und", "zwanzig"})
    assert names(parts)[2:] == ["FÜNF+UND+ZWANZIG"]
    assert parts.glosses[2].evidence.reason.startswith("number")


def test_the_users_glossary_wins_over_the_model() -> None:
    glossary = Glossary((entry("Regen", ["GUT", "SCHNEE"], "de", "gsg"),))
    sequence = translate_with(TOLD, TEXT, KNOWN, glossary)
    assert names(sequence) == ["MORGEN", "GUT", "SCHNEE", "REGION"]
    assert sequence.glosses[1].evidence.source is Source.GLOSSARY


def test_a_constrained_model_signs_nothing_that_the_dictionary_lacks() -> None:
    small = KNOWN - {"region"}
    assert allowed(TOLD, small) == {"MORGEN", "REGEN", "SCHNEE", "KOMMEN"}
    free = translate_with(TOLD, TEXT, small)
    assert free.glosses[-1].origin is Origin.SPELLED
    assert names(translate_with(TOLD, TEXT, small, constrained=True)) == ["MORGEN", "SCHNEE", "KOMMEN"]


def test_where_a_model_has_no_answer_the_rules_sign() -> None:
    assert names(translate_with(TOLD, "Der Schnee kommt.", KNOWN)) == ["SCHNEE", "KOMMEN"]


def _hypothesis(told: list[tuple[str, list[int]]]) -> Hypothesis:
    names, links = tuple(name for name, _ in told), tuple(tuple(links) for _, links in told)
    return Hypothesis(names, -1.0, (0.5,) * len(told), links, "neural")


scraps = st.lists(
    st.sampled_from(["Anna", "25", "regen", "Der", ".", "?", ",", "😀", "12.5.2024", "rufe", "an"]),
    max_size=9,
)
answers = st.lists(
    st.tuples(
        st.sampled_from(["REGEN", "X", "ÄÖ", "😀", "A+B", "12", "-"]), st.lists(st.integers(0, 9), max_size=3)
    ),
    max_size=5,
)


@settings(max_examples=150, deadline=None)
@given(scraps.map(" ".join), st.lists(answers, min_size=1, max_size=3))
def test_any_answer_to_any_text_becomes_glosses(text: str, told: list[list[tuple[str, list[int]]]]) -> None:
    hypotheses = [_hypothesis(one) for one in told]
    asked = [hypotheses for _ in sentences_of(text, "de", "gsg")]
    sequence = answered(text, "de", "gsg", asked, KNOWN, EMPTY)
    covered = {place for gloss in sequence.glosses if gloss.span for place in range(*gloss.span)}
    covered |= {place for dropped in sequence.dropped for place in range(*dropped.span)}
    assert all(text[place] in " .,?" for place in range(len(text)) if place not in covered)


def test_a_served_translator_answers_in_json_lines_and_survives_nonsense() -> None:
    request = {"id": 7, "sentences": [["Morgen", "kommt", "der", "Regen"]], "n": 2, "allowed": None}
    lines = io.StringIO(f"nonsense\n[]\n{json.dumps(request)}\n")
    said = io.StringIO()
    serve_with(TOLD, lines, said)
    events = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [event["event"] for event in events] == ["ready", "error", "error", "answer"]
    assert events[3]["id"] == 7
    found = tuple(from_fields(one) for one in events[3]["answers"][0])
    assert found == TOLD.answers["morgen kommt der regen"]
    with pytest.raises(ValueError, match="no system"):
        from_fields(to_fields(found[0]) | {"system": "magic"})


def test_models_are_found_by_their_cards_and_named(tmp_path: Path) -> None:
    card = {"language": "de", "sign_language": "gsg", "system": "phrases"}
    for name, content in (
        ("Weather", json.dumps(card | {"name": "Wetter"})),
        ("b", json.dumps(card)),
        ("c", "{}"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "card.json").write_text(content)
    (tmp_path / "a file").write_text("x")
    assert [(model.name, model.heavy) for model in find_models(tmp_path)] == [("b", False), ("Wetter", False)]
    assert find_models(tmp_path / "nowhere") == ()
    with pytest.raises(BadInput, match="no trained translator"):
        model_in(tmp_path / "c")
