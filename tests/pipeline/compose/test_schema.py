"""The JSON schema of the text form says what the reader says."""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings

from pipeline.compose.description import Description
from pipeline.compose.schema import schema
from pipeline.compose.text_form import DESCRIPTION_KEYS, MOVEMENT_KEYS, POSTURE_KEYS
from pipeline.compose.text_writing import write_description
from tests.pipeline.compose.strategies import descriptions

SHIPPED = Path(__file__).parents[3] / "docs" / "notation.schema.json"
ROOT = schema()


def fits(value: Any, wanted: dict[str, Any]) -> bool:
    """Whether a tree of words fits the parts of JSON schema used here; words may stand for numbers."""
    if "$ref" in wanted:
        return fits(value, ROOT["$defs"][wanted["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in wanted:
        return any(fits(value, one) for one in wanted["anyOf"])
    if "enum" in wanted:
        return value in wanted["enum"]
    if wanted["type"] == "object":
        known = wanted["properties"]
        return isinstance(value, dict) and all(key in known and fits(value[key], known[key]) for key in value)
    if wanted["type"] == "array":
        return isinstance(value, list) and all(fits(item, wanted["items"]) for item in value)
    if wanted["type"] in ("number", "integer"):
        return isinstance(value, str) and re.fullmatch(r"-?[0-9.]+", value) is not None
    return isinstance(value, str) and re.search(wanted.get("pattern", ""), value) is not None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(descriptions)
def test_everything_that_is_written_fits(description: Description) -> None:
    tree = yaml.load(write_description(description), yaml.BaseLoader)
    assert fits(tree, ROOT["additionalProperties"])


def test_it_knows_the_same_keys_as_the_reader() -> None:
    sign = ROOT["additionalProperties"]["properties"]
    assert set(sign) == {*DESCRIPTION_KEYS, "variant", "note"}
    assert set(sign["start"]["properties"]) == set(POSTURE_KEYS)
    assert set(ROOT["$defs"]["movement"]["properties"]) == set(MOVEMENT_KEYS)


def test_what_the_reader_refuses_does_not_fit() -> None:
    assert not fits({"start": {"shape": "Q9"}}, ROOT["additionalProperties"])
    assert not fits({"start": {"shape": "5", "at": "knee"}}, ROOT["additionalProperties"])


def test_the_file_beside_the_documentation_is_this_schema() -> None:
    assert json.loads(SHIPPED.read_text()) == ROOT
