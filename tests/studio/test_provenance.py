"""Nobody takes a composed sign for captured signing: the studio says what it is wherever it shows it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from pipeline.signs.sign import Provenance
from pipeline.signs.starter import STARTER
from pipeline.signs.store import Draft, SignStore
from pipeline.timeline.edits import set_text
from pipeline.timeline.project import Project
from pipeline.timeline.resolve import resolve
from studio.describe import chips, summary
from studio.library import Library
from studio.panels.signs import Signs, describe
from studio.timeline.layout import Hit, Part
from studio.timeline.strip import strip
from studio.timeline.tips import tip

SAID = "composed from description"


@pytest.fixture
def library(tmp_path):
    """A dictionary with a composed and a captured sign, opened as the studio opens it."""
    path = tmp_path / "mixed.sqlite"
    with SignStore(STARTER) as letters, SignStore(path, create=True) as store:
        for gloss, letter, made in (("SUN", "A", Provenance.COMPOSED), ("RAIN", "B", Provenance.CAPTURED)):
            motion = letters.motion(letters.find(letter, "ase")[0].id)
            store.add(Draft(gloss, "ase", source="book", licence="MIT", provenance=made), motion)
    opened = Library(str(path))
    yield opened
    opened.close()


@pytest.fixture
def project(library):
    return set_text(Project(), "sun rain", library.store)


def test_a_candidate_says_that_it_is_composed(library):
    (sun,), (rain,) = library.find("SUN", "ase"), library.find("RAIN", "ase")
    assert SAID in describe(sun).lower() and SAID not in describe(rain).lower()
    rows = Signs()
    rows.show([sun, rain], None)
    assert SAID in rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert SAID not in rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_glosses_say_which_are_composed_and_how_many(project, library):
    sun, rain = chips(project, library)
    assert SAID in sun.tip.lower() and SAID not in rain.tip.lower()
    assert summary(project) == f"2 glosses · 1 {SAID}"


def test_the_timeline_says_that_a_sign_is_composed(project):
    shown = strip(project.glosses, project.timeline)
    sun, rain = (tip(shown, Hit(Part.SIGN, position), 30.0) for position in (0, 1))
    assert SAID in sun and "capture" not in sun.splitlines()[1]
    assert SAID not in rain and "its capture" in rain


def test_a_project_that_is_opened_learns_it_from_the_dictionary(project, library):
    clips = tuple(replace(clip, composed=not clip.composed) for clip in project.timeline.clips)
    saved = replace(project, timeline=replace(project.timeline, clips=clips))
    found, notes = resolve(saved, library.store)
    assert [clip.composed for clip in found.timeline.clips] == [True, False] and not notes
