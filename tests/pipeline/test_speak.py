"""`speak` from the outside: a real process, a real video, and sentences for every mistake."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from pipeline.exchange.eaf import read_eaf
from pipeline.motion.amass import read_amass

ROOT = Path(__file__).parents[2]
SMALL = ("--width", "160", "--height", "120", "--fps", "12")


def run(*arguments: str, given: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        input=given,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def refused(*arguments: str, given: str = "", **variables: str) -> str:
    """The one sentence with which a command refuses; never a traceback."""
    result = run(*arguments, given=given, **variables)
    assert result.returncode == 1, result
    assert "Traceback" not in result.stderr
    return result.stderr.strip()


def test_a_sentence_becomes_a_video_of_the_asked_size_and_rate(tmp_path):
    path = tmp_path / "hello.mp4"
    result = run("speak", "Hi Anna", "-o", str(path), *SMALL)
    assert result.returncode == 0, result.stderr
    assert "A-N-N-A" in result.stderr
    with av.open(str(path)) as video:
        stream = video.streams.video[0]
        frames = list(video.decode(stream))
        assert (stream.width, stream.height, stream.average_rate) == (160, 120, 12)
        assert stream.format.name == "yuv420p"
    assert len(frames) > 12
    first, middle = (frames[i].to_ndarray(format="rgb24").astype(int) for i in (0, len(frames) // 2))
    assert abs(first - middle).max() > 60, "the signer never moved"
    assert [child.name for child in tmp_path.iterdir()] == ["hello.mp4"]


def test_a_program_gets_progress_and_every_gloss_with_its_origin(tmp_path):
    path = tmp_path / "a.mp4"
    result = run("speak", "-", "-o", str(path), "--json", *SMALL, given="Müller 😀")
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert {event["event"] for event in events} == {"progress", "note", "result"}
    outcome = events[-1]
    assert outcome["frames"] == events[-2]["total"]
    assert [gloss["origin"] for gloss in outcome["glosses"]] == ["fingerspelled", "missing"]
    assert outcome["glosses"][0]["span"] == [0, 6]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("speak", "", "-o", "x.mp4"), "no text"),
        (("speak", "  \n ", "-o", "x.mp4"), "no text"),
        (("speak", "😀", "-o", "x.mp4"), "Nothing in the text can be signed"),
        (("speak", "hi", "-o", "x.mp4", "--language", "fr"), "from 'fr': choose one of en, de, zh."),
        (("speak", "我", "-o", "x.mp4", "--language", "zh"), "no signs of CSL"),
        (("speak", "hi", "-o", "x.avi", *SMALL), "end the name with one of .mp4, .webm"),
        (("speak", "hi", "-o", "x.mp4", *SMALL, "--background", "transparent"), "cannot be transparent"),
        (("speak", "hi", "-o", "x.mp4", *SMALL, "--format", "av1"), "no format 'av1'"),
        (("speak", "hi", "-o", ".", *SMALL), "is a folder"),
        (("speak", "hi", "-o", "x.mp4", "--sign-language", "bfi"), "bfi"),
        (("speak", "hi", "-o", "x.mp4", "--signer", "robot"), "robot"),
        (("speak", "hi", "-o", "x.mp4", "--body", "nowhere.npz"), "nowhere.npz"),
        (("speak", "hi", "-o", "x.mp4", "--model", "body.npz"), "give a body model with --body"),
        (("speak", "hi", "-o", "x.mp4", "--dictionary", "nowhere.sqlite"), "nowhere.sqlite"),
        (("speak", "hi", "-o", "x.mp4", "--width", "161"), "161"),
        (("speak", "hi", "-o", "x.mp4", "--fps", "nan"), "nan"),
        (("speak", "hi", "-o", "x.mp4", "--background", "plaid"), "plaid"),
        (("speak", "-o", "x.mp4", "--project", "nowhere.signwright"), "nowhere.signwright"),
        (("speak", "hi", "-o", "no/such/folder/x.mp4", *SMALL), "no/such/folder"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(arguments, words):
    sentence = refused(*arguments)
    assert words in sentence
    assert not Path("x.mp4").exists() and not Path("x.mp4.part").exists()


def test_a_file_that_is_no_body_model_is_refused_by_name(tmp_path):
    wrong = tmp_path / "SMPLX_NEUTRAL.npz"
    wrong.write_bytes(b"not a model")
    assert "SMPLX_NEUTRAL.npz" in refused(
        "speak", "hi", "-o", str(tmp_path / "x.mp4"), SIGNWRIGHT_SMPLX=str(wrong)
    )


def test_a_body_of_the_users_own_performs_and_films(tmp_path):
    """The shipped woman, with nothing but what a licensed file holds, under a licensed file's name."""
    with np.load(ROOT / "resources" / "avatar" / "woman.npz") as shipped:
        content = {name: shipped[name] for name in ("v_template", "f", "weights", "J_regressor")}
        content |= {"kintree_table": shipped["kintree_table"], "shapedirs": shipped["shapedirs"][..., :20]}
        content |= {name: shipped[name] for name in shipped.files if name.startswith("hands_")}
        content["posedirs"] = np.zeros((len(content["v_template"]), 3, 486), np.float32)
    own, path = tmp_path / "SMPLX_NEUTRAL.npz", tmp_path / "own.mp4"
    np.savez_compressed(own, **content)
    result = run("speak", "B", "-o", str(path), *SMALL, SIGNWRIGHT_SMPLX=str(own))
    assert result.returncode == 0, result.stderr
    shipped_path = tmp_path / "shipped.mp4"
    assert run("speak", "B", "-o", str(shipped_path), *SMALL, SIGNWRIGHT_SMPLX="").returncode == 0
    own_picture, shipped_picture = (last_frame(film).mean(axis=(0, 1)) for film in (path, shipped_path))
    assert np.abs(own_picture - shipped_picture).max() > 3, "the user's body was not the one that performed"


def last_frame(path: Path) -> np.ndarray:
    with av.open(str(path)) as video:
        return [frame.to_ndarray(format="rgb24") for frame in video.decode(video=0)][-1].astype(float)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_stopped_export_leaves_nothing_behind(tmp_path):
    path = tmp_path / "long.mp4"
    command = [sys.executable, str(ROOT / "main.py"), "speak", "A long sentence " * 30, "-o", str(path)]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    part = tmp_path / "long.mp4.part"
    deadline = time.monotonic() + 60
    while not part.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert part.exists(), "the export never began"
    child.send_signal(signal.SIGINT)
    _, spoken = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "Traceback" not in spoken
    assert list(tmp_path.iterdir()) == []


def test_a_saved_project_is_performed_as_it_was_saved(tmp_path):
    from pipeline.signs.starter import STARTER
    from pipeline.signs.store import SignStore
    from pipeline.timeline.edits import set_text, set_transition
    from pipeline.timeline.project import Project, save_project

    with SignStore(STARTER) as store:
        project = set_transition(set_text(Project(), "Hi", store), 1, 2.5)
    file, path = tmp_path / "hi.signwright", tmp_path / "hi.mp4"
    save_project(file, project)
    result = run("speak", "--project", str(file), "-o", str(path), "--json", *SMALL)
    assert result.returncode == 0, result.stderr
    outcome = json.loads(result.stdout.splitlines()[-1])
    assert outcome["frames"] == pytest.approx(project.timeline.seconds * 12 + 1, abs=1.5)


def test_what_was_corrected_in_a_project_leaves_with_it(tmp_path):
    from pipeline.correction.correction import Turn, over
    from pipeline.motion import joints
    from pipeline.signs.starter import STARTER
    from pipeline.signs.store import SignStore
    from pipeline.timeline import correcting
    from pipeline.timeline.bake import bake
    from pipeline.timeline.edits import set_text
    from pipeline.timeline.project import Project, save_project

    turn = over(Turn(joints.RIGHT_WRIST, (0.8, 0.6, 0.0, 0.0)), 0.0, 9.0)
    with SignStore(STARTER) as store:
        project = set_text(Project(), "good morning", store)
        project = replace(project, timeline=correcting.added(project.timeline, 1, turn))
        shown = bake(project.timeline, store, 30.0)
    file, path = tmp_path / "turned.signwright", tmp_path / "turned.npz"
    save_project(file, project)
    result = run("speak", "--project", str(file), "-o", str(path), "--fps", "30")
    assert result.returncode == 0, result.stderr
    made, _ = read_amass(path)
    assert np.abs(made.pose - shown.pose).max() < 1e-5


def test_a_video_says_which_signs_are_composed(tmp_path):
    from pipeline.signs.sign import Provenance
    from pipeline.signs.starter import STARTER
    from pipeline.signs.store import Draft, SignStore

    dictionary, path = tmp_path / "mixed.sqlite", tmp_path / "sun.mp4"
    with SignStore(STARTER) as letters, SignStore(dictionary, create=True) as store:
        for gloss, made in (("SUN", Provenance.COMPOSED), ("RAIN", Provenance.CAPTURED)):
            motion = letters.motion(letters.find(gloss[0], "ase")[0].id)
            store.add(Draft(gloss, "ase", provenance=made), motion)
    result = run("speak", "sun rain", "-o", str(path), "--json", "--dictionary", str(dictionary), *SMALL)
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [gloss["provenance"] for gloss in events[-1]["glosses"]] == [
        ["composed from description"],
        ["captured"],
    ]
    said = "Composed from description, not captured: SUN."
    assert said in [event.get("message") for event in events]
    with av.open(str(path)) as video:
        assert video.metadata["comment"] == said


def test_one_sentence_becomes_what_the_name_asks_for(tmp_path):
    for name in ("a.webm", "a.gif", "a.png", "a.glb", "a.bvh", "a.npz", "a.pose", "a.srt", "a.vtt", "a.eaf"):
        path = tmp_path / name
        result = run("speak", "Hi Bo. Hi.", "-o", str(path), "--fps", "10", "--width", "64", "--height", "48")
        assert result.returncode == 0, result.stderr
        assert path.exists(), name
    assert sorted(path.name for path in (tmp_path / "a.png").iterdir())[0] == "0001.png"
    assert "Hi Bo." in (tmp_path / "a.srt").read_text()
    assert {tier.name for tier in read_eaf(tmp_path / "a.eaf")} == {"Text", "Gloss", "Sign"}
    motion, notes = read_amass(tmp_path / "a.npz")
    assert motion.fps == 10 and not notes


def test_an_attribution_names_the_source_and_licence_of_every_sign(tmp_path):
    path = tmp_path / "a.srt"
    assert run("speak", "Bo", "-o", str(path), "--attribution").returncode == 0
    text = (tmp_path / "a.srt.attribution.txt").read_text()
    assert "B: captured" in text and "O: captured" in text
    assert text.count("licence: MIT") == 2 and "source: spoken-to-signed" in text


def test_captions_are_drawn_into_the_pictures_while_their_sentence_is_signed(tmp_path):
    plain, lettered = tmp_path / "a.png", tmp_path / "b.png"
    size = ("--width", "320", "--height", "240", "--fps", "5")
    assert run("speak", "Bo", "-o", str(plain), *size).returncode == 0
    assert run("speak", "Bo", "-o", str(lettered), *size, "--captions").returncode == 0
    different = []
    for first, second in zip(sorted(plain.iterdir()), sorted(lettered.iterdir()), strict=True):
        with Image.open(first) as one, Image.open(second) as other:
            away = np.abs(np.asarray(one).astype(int) - np.asarray(other)).max(axis=(1, 2))
        different.append(away.max() > 60)
        assert not away[: 240 * 2 // 3].any(), "captions stay at the bottom"
    assert not different[0] and not different[-1] and any(different)
