"""A project file gives back what was saved, and anything else gets a sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.text.gloss import Alternative, Dropped, Evidence, Gloss, GlossSequence, Origin, Source
from pipeline.timeline.guide import GuideFilm
from pipeline.timeline.manner import Manner
from pipeline.timeline.markers import Marker
from pipeline.timeline.project import Project, from_json, load_project, save_project, to_json
from pipeline.timeline.timeline import Clip, Reference, Timeline, Timing, Transition
from pipeline.timeline.timeline_fields import UNKNOWN

TEXT = "Héllo, ANNA 👋 \ud83d"

WHOLE = Project(
    text=TEXT,
    language="en",
    sign_language="ase",
    glosses=GlossSequence(
        TEXT,
        "en",
        "ase",
        (
            Gloss("HELLO", Origin.SYNONYM, ("HI",), (0, 5), 0.25),
            Gloss("ANNA", Origin.SPELLED, ("A", "N", "N"), (7, 11), 0.0, "Ä"),
            Gloss("NOWHERE", Origin.MISSING, ()),
        ),
        (Dropped((12, 13), "emoji are not signed"),),
    ),
    timeline=Timeline(
        (
            Clip(
                UNKNOWN, "HI", 0, 0.1, 0.7, Transition(0.5, 0.4), 1.0, 0.25, False, Reference("HI", "2", "ab")
            ),
            Clip(
                UNKNOWN,
                "N",
                1,
                0.3,
                0.3,
                Transition(0.2, 0.2),
                1.3,
                0.0,
                True,
                Reference("N", "", "cd"),
                True,
                repeat=3,
                back=0.4,
                proposed=Timing(0.1, 0.4, 1.0, 0.2),
            ),
        ),
        Transition(0.9, 0.7, -0.5),
        Manner(1.2, 0.9, 0.3, 1.5, 4.0),
        (
            Marker(Channel.BROWS, "up", 0.1, 0.9, 0.7, 0.2, 0.3),
            Marker(Channel.MOUTHING, "hallo", 0.4, 1.0),
        ),
    ),
    signer="man",
    dictionary="/somewhere/signs.sqlite",
    edited=True,
    guide=GuideFilm("/films/anna.mp4", -1.25, 0.5, True),
)


@pytest.mark.parametrize("project", [WHOLE, Project(), replace(WHOLE, dictionary=None, edited=False)])
def test_a_project_comes_back_as_it_was_saved(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "hello.signwright"
    save_project(path, project)
    assert load_project(path) == project
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_file_is_stable_readable_and_knows_no_row_of_a_dictionary() -> None:
    first = to_json(WHOLE)
    clips = tuple(replace(clip, sign=SignId(77)) for clip in WHOLE.timeline.clips)
    assert to_json(replace(WHOLE, timeline=replace(WHOLE.timeline, clips=clips))) == first
    assert first == to_json(from_json(first))
    assert "Héllo" in first and "👋" in first and "77" not in first
    assert first.startswith('{\n "format": "signwright-project",\n "version": 3,')


def test_a_newer_project_says_so() -> None:
    content = json.loads(to_json(WHOLE)) | {"version": 4}
    with pytest.raises(BadInput, match="newer version"):
        from_json(json.dumps(content))


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", "17", '"text"', "{", "\0", "[" * 100_000, '{"a":' * 100_000, "9" * 5000,
     '{"format": "signwright-project", "version": 1}', '{"format": "other", "version": 1}'],
)  # fmt: skip
def test_what_is_no_project_says_so(text: str) -> None:
    with pytest.raises(BadInput, match="not a project"):
        from_json(text)


def test_a_missing_file_a_folder_and_binary_rubbish(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    for path in (tmp_path / "missing", tmp_path, tmp_path / "binary", tmp_path / "nul\0"):
        with pytest.raises(BadInput, match="choose another"):
            load_project(path)


def test_where_it_cannot_be_saved_the_old_file_stays(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        save_project(tmp_path / "no folder" / "x", WHOLE)


def paths(content, here=()):
    """The place of every value in JSON content."""
    yield here
    for key, value in content.items() if isinstance(content, dict) else enumerate(content):
        if isinstance(value, dict | list):
            yield from paths(value, (*here, key))
        else:
            yield (*here, key)


CONTENT = json.loads(to_json(WHOLE))
PLACES = [place for place in paths(CONTENT) if place]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.just(10**400),
    st.just("NaN"),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(place=st.sampled_from(PLACES), value=VALUES, remove=st.booleans())
@settings(deadline=None, max_examples=400)
def test_a_changed_file_is_a_project_or_bad_input(place, value, remove: bool) -> None:
    content = json.loads(json.dumps(CONTENT))
    inside = content
    for key in place[:-1]:
        inside = inside[key]
    if remove:
        del inside[place[-1]]
    else:
        inside[place[-1]] = value
    try:
        project = from_json(json.dumps(content))
    except BadInput:
        return
    assert from_json(to_json(project)) == project
    assert all(clip.end >= clip.start >= 0 and clip.speed > 0 for clip in project.timeline.clips)
    assert all(0 <= clip.position < len(project.glosses.glosses) for clip in project.timeline.clips)


@given(start=st.integers(0, 1500), length=st.integers(0, 20), noise=st.text(max_size=5))
@settings(deadline=None, max_examples=200)
def test_a_torn_file_is_a_project_or_bad_input(start: int, length: int, noise: str) -> None:
    text = to_json(WHOLE)
    try:
        from_json(text[:start] + noise + text[start + length :])
    except BadInput as problem:
        assert str(problem).endswith(".") or "newer version" in str(problem)


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1", "true", '"1"', "null", "[]"]
)
@pytest.mark.parametrize("name", ["speed", "start", "hold", "seconds", "pause"])
def test_numbers_are_numbers(name: str, number: str) -> None:
    text = to_json(WHOLE)
    at = text.index(f'"{name}": ') + len(name) + 4
    end = min(text.index(stop, at) for stop in (",", "\n"))
    with pytest.raises(BadInput):
        from_json(text[:at] + number + text[end:])


def test_a_project_from_before_glosses_had_evidence_still_opens() -> None:
    content = json.loads(to_json(WHOLE))
    for gloss in content["glosses"]:
        del gloss["evidence"]
    assert from_json(json.dumps(content)) == WHOLE


def test_a_project_from_before_markers_still_opens() -> None:
    content = json.loads(to_json(WHOLE)) | {"version": 1}
    del content["manner"], content["markers"], content["outro"]["ease"]
    for clip in content["clips"]:
        del clip["repeat"], clip["back"], clip["proposed"], clip["into"]["ease"]
    opened = from_json(json.dumps(content)).timeline
    assert (opened.manner, opened.markers) == (Manner(), ())
    assert [(clip.timing, clip.repeat, clip.proposed) for clip in opened.clips] == [
        (clip.timing, 1, None) for clip in WHOLE.timeline.clips
    ]


def test_why_a_gloss_is_signed_comes_back_with_it() -> None:
    evidence = Evidence(
        Source.NEURAL, "why", 0.25, (Alternative("HI", None, "x"), Alternative("YO", 0.5)), "hi"
    )
    gloss = replace(WHOLE.glosses.glosses[0], evidence=evidence)
    project = replace(WHOLE, glosses=replace(WHOLE.glosses, glosses=(gloss, *WHOLE.glosses.glosses[1:])))
    assert from_json(to_json(project)) == project
    damaged = to_json(project).replace('"neural model"', '"magic"')
    with pytest.raises(BadInput, match="no source 'magic'"):
        from_json(damaged)
