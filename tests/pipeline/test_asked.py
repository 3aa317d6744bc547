"""What `speak` and `batch` sign: texts by the rules, by a model and a glossary, and tiers of ELAN files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.exchange.captions import Cue
from pipeline.exchange.eaf import Tier, write_eaf
from pipeline.text import translation
from pipeline.text.gloss import Source
from pipeline.text.glossary import EMPTY, entry, save_glossary
from pipeline.timeline.faces import faces
from pipeline.timeline.manner import PRESETS
from pipeline.timeline.project import Project, load_project
from tests.pipeline.text.translators import Told, hypothesis

TOLD = Told({"guten morgen": (hypothesis("MORGEN GUT", [[1], [0]]),)})


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """A model in a folder; called, it says how often it was opened."""
    opened: list[Path] = []

    def open_told(folder: Path) -> Told:
        opened.append(folder)
        return TOLD

    monkeypatch.setattr(translation, "open_model", open_told)
    return lambda: len(opened)


def names(project: Project) -> list[str]:
    return [gloss.name for gloss in project.glosses.glosses]


def signed(path: Path, *arguments: str) -> Project:
    assert cli.main(["speak", *arguments, "-o", str(path)]) == 0
    return load_project(path)


def test_a_model_translates_from_its_own_language(tmp_path: Path, model: Callable[[], int]) -> None:
    project = signed(tmp_path / "a.signwright", "Guten Morgen", "--model", "mine")
    assert (project.language, project.sign_language) == ("de", "gsg")
    assert names(project) == ["MORGEN", "GUT"]
    assert {gloss.evidence.source for gloss in project.glosses.glosses} == {Source.PHRASES}
    assert project.timeline.clips and not project.edited


def test_a_glossary_wins_over_the_rules_and_over_a_model(tmp_path: Path, model: Callable[[], int]) -> None:
    glossary = str(tmp_path / "mine.toml")
    save_glossary(Path(glossary), EMPTY.with_entry(entry("Guten Morgen", ("TAG",), "de", "gsg")))
    ruled = signed(tmp_path / "a.signwright", "Guten Morgen", "--language", "de", "--glossary", glossary)
    assert names(ruled) == ["TAG"]
    both = signed(tmp_path / "b.signwright", "Guten Morgen", "--model", "mine", "--glossary", glossary)
    assert names(both) == ["TAG"]


def test_many_sentences_open_the_model_once_and_others_are_signed_by_rules(
    tmp_path: Path, model: Callable[[], int], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(
        "text,name,language\nGuten Morgen,one,\nGuten Morgen,two,de\nHello,three,en\n"
    )
    save_glossary(tmp_path / "mine.toml", EMPTY.with_entry(entry("hello", ("GOOD",), "en", "ase")))
    given = ["batch", str(tmp_path / "a.csv"), "-o", str(tmp_path / "out"), "--to", "signwright"]
    assert cli.main([*given, "--model", "mine", "--glossary", str(tmp_path / "mine.toml")]) == 0
    found = {path.stem: names(load_project(path)) for path in (tmp_path / "out").iterdir()}
    assert found == {"one": ["MORGEN", "GUT"], "two": ["MORGEN", "GUT"], "three": ["GOOD"]}
    assert model() == 1
    assert "de to gsg: the rules translate one sentence instead" in capsys.readouterr().err


@pytest.fixture
def tiers(tmp_path: Path) -> str:
    path = tmp_path / "talk.eaf"
    glosses = Tier("Glosses", (Cue(0.0, 0.5, "rain"), Cue(0.6, 1.0, "BO"), Cue(2.0, 2.5, "GOOD")))
    write_eaf(path, [Tier("Text", (Cue(0.0, 2.5, "It rained on Bo."),)), glosses])
    return str(path)


def test_the_glosses_of_an_elan_file_are_signed_as_they_stand(tmp_path: Path, tiers: str) -> None:
    project = signed(tmp_path / "a.signwright", "--tiers", tiers)
    assert names(project) == ["RAIN", "BO", "GOOD"]
    assert project.text == "rain BO GOOD" and project.edited, "so that opening it does not translate it"
    assert [gloss.pause for gloss in project.glosses.glosses] == [0.0, 1.0, 0.0]
    assert [clip.label for clip in project.timeline.clips] == ["RAIN", "B", "O", "GOOD"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--tiers", "TIERS", "--tier", "Hände"], "no tier 'Hände': the file has Text, Glosses."),
        (["hi", "--tiers", "TIERS"], "Give one of a text, --project and --tiers"),
        (["hi", "--tier", "Gloss"], "name the file with --tiers"),
        (["--tiers", "TIERS", "--glossary", "GLOSSARY"], "nothing is translated here"),
        (["hi", "--glossary", "nowhere.toml"], "no glossary nowhere.toml: export one"),
        (["hi", "--model", "mine", "--language", "en"], "translates de to gsg, not en: leave --language out"),
        (["--tiers", "nowhere.eaf"], "nowhere.eaf cannot be opened"),
    ],
)
def test_what_cannot_be_signed_is_a_sentence(
    tmp_path: Path, tiers: str, model: Callable[[], int], capsys: pytest.CaptureFixture[str],
    arguments: list[str], sentence: str,
) -> None:  # fmt: skip
    glossary = tmp_path / "mine.toml"
    save_glossary(glossary, EMPTY)
    places = {"TIERS": tiers, "GLOSSARY": str(glossary)}
    given = [places.get(argument, argument) for argument in arguments]
    assert cli.main(["speak", *given, "-o", str(tmp_path / "a.signwright")]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "a.signwright").exists()


def test_a_manner_slows_texts_and_saved_projects_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = signed(tmp_path / "usual.signwright", "I like coffee")
    slow = signed(tmp_path / "slow.signwright", "I like coffee", "--manner", "learners")
    again = signed(
        tmp_path / "again.signwright", "--project", str(tmp_path / "usual.signwright"), "--manner", "learners"
    )
    assert slow.timeline.seconds > 1.2 * usual.timeline.seconds
    assert again.timeline == slow.timeline and slow.timeline.manner == PRESETS["learners"]
    assert cli.main(["speak", "hi", "--manner", "sloppy", "-o", str(tmp_path / "x.mp4")]) == 1
    assert "no manner 'sloppy'" in capsys.readouterr().err


def test_faces_are_left_out_when_asked(tmp_path: Path) -> None:
    asked = signed(tmp_path / "asked.signwright", "Where is the school?")
    assert faces(asked.timeline)
    plain = signed(tmp_path / "plain.signwright", "Where is the school?", "--no-faces")
    assert not faces(plain.timeline) and plain.timeline.clips == asked.timeline.clips
