"""`main.py fit`: what is done stays done, nothing is half there, and one broken clip stops no other."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline import cli
from pipeline.body.kinematics import joint_positions
from pipeline.body.penetration import penetration
from pipeline.body.signers import signer
from pipeline.fitting import command
from pipeline.keypoints.files import save
from pipeline.keypoints.names import hand
from pipeline.motion import joints
from pipeline.motion.files import load
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.store import SignStore
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

ROOT = Path(__file__).parents[3]
CAPTURED = Path(__file__).parent / "captures"

pytestmark = pytest.mark.usefixtures("one_thread")


def clips(folder: Path, count: int, frames: int = 12) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        clip = detect(sample_truth(3, frames), index, Faults(noise=1.0 + index))
        save(clip, folder / f"sign{index}.npz")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_broken_clip_stops_no_other_and_is_listed_at_the_end(tmp_path: Path, capsys):
    given_ = clips(tmp_path / "in", 2)
    (given_ / "broken.pose").write_bytes(b"no capture")
    nobody = detect(sample_truth(3, 6), 0, Faults())
    save(nobody.__class__(**{**_fields(nobody), "confidence": nobody.confidence * 0}), given_ / "nobody.npz")
    code = cli.main(["fit", str(given_), "-o", str(tmp_path / "out")])
    said = capsys.readouterr()
    assert code == 1
    assert set(contents(tmp_path / "out")) == {
        f"sign{i}{end}" for i in (0, 1) for end in (".json", ".safetensors")
    }
    assert "2 clips fitted" in said.out
    last = said.err.strip().splitlines()[-3:]
    assert last[0] == "2 of 4 clips could not be done:"
    assert "broken: " in last[1] and "nobody: " in last[2] and "shoulders" in last[2]
    report = json.loads((tmp_path / "out" / "sign0.json").read_text())
    assert 0 < report["quality"]["grade"] <= 1 and load(tmp_path / "out" / "sign0.safetensors").frames == 12


def _fields(clip):
    return {name: getattr(clip, name) for name in clip.__dataclass_fields__}


def test_a_killed_run_goes_on_and_ends_as_if_it_had_not_been(tmp_path: Path, monkeypatch, capsys):
    given_ = clips(tmp_path / "in", 4, frames=30)
    code = (
        "import sys, torch; torch.set_num_threads(1);"
        "from pipeline import cli; from pipeline.fitting import command;"
        "command.UNIT = {'cpu': 1}; sys.exit(cli.main(sys.argv[1:]))"
    )
    arguments = ["fit", str(given_), "-o", str(tmp_path / "killed")]
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT, stderr=subprocess.DEVNULL)
    first = tmp_path / "killed" / "sign0.json"
    until = time.monotonic() + 60
    while not first.exists() and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = {name: (tmp_path / "killed" / name).stat().st_mtime_ns for name in contents(tmp_path / "killed")}
    finished = [name for name in done if name.endswith(".json")]
    assert 1 <= len(finished) < 4

    monkeypatch.setattr(command, "UNIT", {"cpu": 1})
    fitted = []
    monkeypatch.setattr(
        command,
        "fit_clips",
        lambda clips, *rest, **more: fitted.append(clips) or fit_clips(clips, *rest, **more),
    )
    from pipeline.fitting.clip.fit import fit_clips

    assert cli.main(arguments) == 0
    assert len(fitted) == 4 - len(finished)
    assert (
        f"4 clips fitted to {tmp_path / 'killed'}, {len(finished)} of them before." in capsys.readouterr().out
    )
    for name in finished:
        assert (tmp_path / "killed" / name).stat().st_mtime_ns == done[name]
    assert cli.main(["fit", str(given_), "-o", str(tmp_path / "whole")]) == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def test_a_clip_is_fitted_again_when_it_changed_or_its_motion_did(tmp_path: Path, monkeypatch):
    given_ = clips(tmp_path / "in", 3)
    arguments = ["fit", str(given_), "-o", str(tmp_path / "out"), "--signer", "clip"]
    assert cli.main(arguments) == 0
    before = contents(tmp_path / "out")
    save(detect(sample_truth(3, 12), 9, Faults(noise=3.0)), given_ / "sign0.npz")
    (tmp_path / "out" / "sign1.safetensors").write_bytes(b"damaged")
    counted: list[int] = []
    real = command.fit_clips
    monkeypatch.setattr(
        command, "fit_clips", lambda clips, *a, **k: counted.append(len(clips)) or real(clips, *a, **k)
    )
    assert cli.main(arguments) == 0
    after = contents(tmp_path / "out")
    assert sum(counted) == 2
    assert after["sign0.safetensors"] != before["sign0.safetensors"]
    assert {name: after[name] for name in after if "sign0" not in name} == {
        name: before[name] for name in before if "sign0" not in name
    }


def test_clips_of_a_signer_share_one_body(tmp_path: Path, monkeypatch):
    seen = []
    real = command.fit_clips
    monkeypatch.setattr(
        command, "fit_clips", lambda clips, *a, **k: seen.append(k["signers"]) or real(clips, *a, **k)
    )
    clips(tmp_path / "in" / "anna", 2)
    clips(tmp_path / "in" / "ben", 1)
    assert cli.main(["fit", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert seen == [["anna", "anna", "ben"]]


def test_fitted_clips_become_signs_once_the_best_first(tmp_path: Path, capsys):
    given_ = clips(tmp_path / "in", 3)
    (given_ / "list.csv").write_text(
        "path,gloss,signer\nsign2.npz,HELLO,x\nsign0.npz,HELLO,x\nsign1.npz,BYE,y\n"
    )
    arguments = ["fit", str(given_ / "list.csv"), "-o", str(tmp_path / "out")]
    arguments += ["--dictionary", str(tmp_path / "d.sqlite")]
    assert cli.main(arguments) == 1
    assert "no sign language" in capsys.readouterr().err and not (tmp_path / "out").exists()
    for _ in range(2):
        assert cli.main([*arguments, "--language", "ase", "--licence", "CC0"]) == 0
    with SignStore(tmp_path / "d.sqlite") as store:
        signs = store.find("HELLO", "ase")
        assert {sign.source for sign in signs} == {"sign0", "sign2"}
        assert signs[0].scores["grade"] > signs[1].scores["grade"] and signs[0].signer == "x"
        assert len(store.search("", "ase")) == 3 and store.motion(signs[0].id).frames == 12


def test_signs_remember_the_film_and_the_keypoints_they_were_fitted_to(tmp_path: Path):
    given_ = clips(tmp_path / "in", 2)
    (given_ / "sign1.mp4").write_bytes(b"a film")
    arguments = ["fit", str(given_), "-o", str(tmp_path / "out"), "--language", "ase"]
    arguments += ["--dictionary", str(tmp_path / "d.sqlite")]
    assert cli.main(arguments) == 0
    with SignStore(tmp_path / "d.sqlite", writable=True) as store:
        (first,), (second,) = (store.find(gloss, "ase") for gloss in ("sign0", "sign1"))
        points = Recording(Kind.KEYPOINTS, given_ / "sign0.npz", 0.0, first.seconds)
        assert store.recordings(first.id) == (points,)
        film, _ = store.recordings(second.id)
        assert (film.kind, film.path) == (Kind.FILM, given_ / "sign1.mp4")
        store.note_recordings(first.id, [])
    assert cli.main(arguments) == 0  # a dictionary that did not know is told later
    with SignStore(tmp_path / "d.sqlite") as store:
        assert store.recordings(first.id) == (points,)


def test_programs_are_told_line_by_line_and_can_stop_it(tmp_path: Path, capsys, monkeypatch):
    given_ = clips(tmp_path / "in", 1)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli.main(["fit", str(given_), "-o", str(tmp_path / "out"), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["event"] for line in lines} == {"progress", "note", "result"}
    assert lines[-1]["clips"][0]["grade"] > 0 and Path(lines[-1]["clips"][0]["motion"]).is_file()

    class Cancelling(io.StringIO):
        def __iter__(self):
            return iter(["cancel\n"])

    monkeypatch.setattr("sys.stdin", Cancelling())
    clips(tmp_path / "in", 3)
    real = command.units
    monkeypatch.setattr(command, "units", lambda found, size: (time.sleep(0.3), real(found, size))[1])
    assert cli.main(["fit", str(given_), "-o", str(tmp_path / "out"), "--json"]) == 130
    assert "goes on from there" in json.loads(capsys.readouterr().out.splitlines()[-1])["message"]


def test_a_sheet_shows_the_film_the_fit_and_the_avatar(tmp_path: Path):
    given_ = clips(tmp_path / "in", 1)
    film = [Image.new("RGB", (64, 36), (200, 0, 0)) for _ in range(13)]
    film[0].save(given_ / "sign0.gif", save_all=True, append_images=film[1:], duration=40)
    assert cli.main(["fit", str(given_), "-o", str(tmp_path / "out"), "--sheets"]) == 0
    sheet = np.asarray(Image.open(tmp_path / "out" / "sign0.png").convert("RGB")).astype(int)
    assert sheet.shape[0] >= 4 * 256 and sheet.shape[1] > 900
    picture = sheet[32:272, :426]
    assert (np.abs(picture - [200, 0, 0]).max(axis=-1) < 30).mean() > 0.6
    assert (np.abs(sheet - [110, 255, 90]).max(axis=-1) < 40).sum() > 500
    assert (sheet[:, -480:].std(axis=(0, 1)) > 8).all()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere"], "no file or folder nowhere"),
        (["{in}", "--fps", "1"], "1 frames a second is out of reach"),
        (["{in}", "--body", "nobody"], "no signer 'nobody'"),
        (["{in}", "--dictionary", "{in}/sign0.npz", "--language", "ase"], "is not a dictionary"),
        (["{in}/list.csv"], "no file {in}/list.csv"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, capsys, arguments, complaint):
    place = str(clips(tmp_path / "in", 1))
    given_ = [argument.replace("{in}", place) for argument in arguments]
    assert cli.main(["fit", *given_, "-o", str(tmp_path / "out")]) == 1
    assert complaint.replace("{in}", place) in capsys.readouterr().err
    assert not contents(tmp_path / "out")


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is an NVIDIA card")
def test_without_an_nvidia_card_the_processor_is_named(tmp_path: Path, capsys):
    assert cli.main(["fit", str(clips(tmp_path / "in", 1)), "-o", "x", "--device", "cuda"]) == 1
    assert "no NVIDIA card" in capsys.readouterr().err


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_captures_give_one_line_each(tmp_path_factory: pytest.TempPathFactory, capsys, data):
    folder = tmp_path_factory.mktemp("damaged")
    original = data.draw(st.sampled_from(sorted(CAPTURED.glob("*.pose")))).read_bytes()
    cut = data.draw(st.integers(0, len(original)))
    damaged = bytearray(original[:cut] if data.draw(st.booleans()) else original)
    for _ in range(data.draw(st.integers(0, 4))):
        if damaged:
            damaged[data.draw(st.integers(0, min(len(damaged), 4000) - 1))] = data.draw(st.integers(0, 255))
    ending = data.draw(st.sampled_from([".pose", ".npz", ".pkl", ".json", ".mp4"]))
    (folder / f"clip{ending}").write_bytes(bytes(damaged))
    code = cli.main(["fit", str(folder / f"clip{ending}"), "-o", str(folder / "out")])
    said = capsys.readouterr().err
    assert code in (0, 1) and "Traceback" not in said
    if code:
        listed = said.strip().splitlines()
        assert listed[-2] == "1 of 1 clips could not be done:" and listed[-1].startswith("  clip: ")
    assert not list((folder).rglob("*.part"))


def test_an_arm_that_nobody_saw_hangs_at_the_side(tmp_path: Path):
    clip = detect(sample_truth(3, 24), 0, Faults())
    confidence = clip.confidence.copy()
    confidence[:, clip.columns((*hand("left"), "left_wrist", "left_elbow"))] = 0
    (tmp_path / "in").mkdir()
    save(replace(clip, confidence=confidence), tmp_path / "in" / "one.npz")
    assert cli.main(["fit", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    motion = load(tmp_path / "out" / "one.safetensors")
    places = joint_positions(signer("woman").rest_joints, motion.pose, motion.translation)
    wrists, pelvis = places[:, [joints.LEFT_WRIST, joints.RIGHT_WRIST], 1], places[:, 0, 1]
    assert np.ptp(motion.pose[:, joints.INDEX["left_elbow"]], axis=0).max() == 0
    assert (wrists[:, 0] < pelvis).all() and np.ptp(wrists[:, 1]) > 0.02
    through = penetration(signer("woman"), motion)
    assert through.torso.mean() < 5 and through.hands.max() < 2  # 28 mm where the hips are not minded
