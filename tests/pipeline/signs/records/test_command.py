"""The commands `import records` and `export records`, as typed."""

import pickle  # noqa: TID251  (plays the published tools)
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pipeline import cli
from pipeline.signs.records.pickles import read_records
from pipeline.signs.records.record import Record
from pipeline.signs.store import SignStore
from tests.pipeline.signs.records.conftest import published


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def fits(pickled: Callable[..., Path], record: Callable[..., Record]) -> Path:
    """Two videos of 12 and 9 frames."""
    made = record("train/one-1", 12), record("train/two-1", 9, seed=3)
    return pickled({one.name: published(one) for one in made})


def _clip(gloss: str, video: str, start: int, end: int) -> dict[str, object]:
    return {"label": gloss, "video_file": video, "start": start, "end": end, "seq_len": end - start}


def test_every_video_is_a_sign_without_clips(
    capsys: pytest.CaptureFixture[str], fits: Path, model: Path, tmp_path: Path
) -> None:
    out = tmp_path / "made.sqlite"
    code, said, _ = _run(
        capsys, "import", "records", fits, "-o", out, "--sign-language", "gsg", "--model", model,
        "--licence", "CC BY-NC-SA 3.0",
    )  # fmt: skip
    assert code == 0 and "2 signs from 2 videos" in said
    with SignStore(out) as store:
        (sign,) = store.find("one-1", "gsg")
        assert sign.fps == 25 and sign.licence == "CC BY-NC-SA 3.0" and "train/one-1 [0:12]" in sign.source
        motion = store.motion(sign.id)
    assert motion.frames == 12
    with np.load(model) as archive:
        mean = archive["hands_meanl"].reshape(15, 3)
    made = read_records(fits)["train/one-1"].left_hand.reshape(12, 15, 3)
    np.testing.assert_allclose(motion.pose[:, 25:40] - mean, made, atol=1e-6)


def test_clips_of_gloss2items_become_signs_with_their_scores(
    capsys: pytest.CaptureFixture[str], fits: Path, pickled: Callable[..., Path], tmp_path: Path
) -> None:
    items = defaultdict(list)
    items["regen"] = [(_clip("regen", "train/one-1", 2, 8), 0.9), (_clip("regen", "train/two-1", 0, 5), 0.4)]
    items["wind"] = [(_clip("wind", "train/two-1", 5, 9), 0.7), (_clip("wind", "train/lost", 0, 4), 0.6)]
    items["sonne"] = [(_clip("sonne", "train/one-1", 30, 40), 0.5)]
    out, clips = tmp_path / "made.sqlite", pickled(items, "gloss2items.pkl")
    arguments = ("-o", out, "--sign-language", "gsg", "--hands", "flat", "--clips", clips)
    code, said, told = _run(capsys, "import", "records", fits, *arguments)
    assert code == 0 and "3 signs" in said
    assert "was not fitted there" in told and "1 clips are of videos that made_all.pkl does not hold" in told
    with SignStore(out) as store:
        first, second = store.find("regen", "gsg")
        assert (first.scores, second.scores) == ({"recognition": 0.9}, {"recognition": 0.4})
        np.testing.assert_array_equal(
            store.motion(first.id).expression, read_records(fits)["train/one-1"].expression[2:8]
        )
    code, said, _ = _run(capsys, "import", "records", fits, *arguments, "--most", 1)
    assert code == 0 and "2 signs" in said


def test_a_dictionary_goes_out_and_comes_back(
    capsys: pytest.CaptureFixture[str], fits: Path, model: Path, tmp_path: Path
) -> None:
    first, back, again = tmp_path / "a.sqlite", tmp_path / "back_all.pkl", tmp_path / "b.sqlite"
    clips = tmp_path / "gloss2items.pkl"
    hands = ("--sign-language", "gsg", "--model", model)
    assert _run(capsys, "import", "records", fits, "-o", first, *hands)[0] == 0
    code, said, _ = _run(capsys, "export", "records", first, "-o", back, "--model", model, "--clips", clips)
    assert code == 0 and "2 signs" in said and "latents in it are zero" in said
    made = pickle.loads(clips.read_bytes())
    assert made["one-1"][0][0]["name"] == "one-1_one-1_[0:12]" and made["one-1"][0][0]["seq_len"] == 12
    assert _run(capsys, "import", "records", back, "-o", again, *hands, "--clips", clips)[0] == 0
    with SignStore(first) as one, SignStore(again) as two:
        for gloss in ("one-1", "two-1"):
            motions = [store.motion(store.find(gloss, "gsg")[0].id) for store in (one, two)]
            np.testing.assert_allclose(motions[0].pose, motions[1].pose, atol=2e-6)
            np.testing.assert_allclose(motions[0].translation, motions[1].translation, atol=1e-5)
            np.testing.assert_array_equal(motions[0].expression, motions[1].expression)


def test_what_cannot_be_done_is_one_line(
    capsys: pytest.CaptureFixture[str], fits: Path, pickled: Callable[..., Path], tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.delenv("SIGNWRIGHT_SMPLX", raising=False)
    out = tmp_path / "made.sqlite"
    to = ("-o", out, "--sign-language", "gsg")
    flat = (*to, "--hands", "flat")
    nowhere = pickled([_clip("x", "train/one-1", 4, 4)], "nowhere.pkl")
    other = pickled([_clip("x", "elsewhere", 0, 4)], "other.pkl")
    for arguments, message in (
        ((fits, *to), "--hands flat"),
        ((tmp_path / "absent.pkl", *flat), "cannot be read"),
        ((fits, *flat, "--fps", 0), "--fps takes 1 to 300"),
        ((fits, *flat, "--clips", nowhere), "from nowhere to nowhere"),
        ((fits, *flat, "--clips", pickled({}, "empty.pkl")), "lists no clips"),
        ((fits, *flat, "--clips", pickled([{"label": "x"}], "bare.pkl")), "has no label, video_file"),
        ((fits, *flat, "--clips", other), "do not belong together"),
        ((fits, *flat, "--vposer", tmp_path / "absent.pt"), "There is no file"),
    ):
        code, _, told = _run(capsys, "import", "records", *arguments)
        assert code == 1 and message in told, told
        assert len(told.strip().splitlines()) == 1 and not out.exists()
    code, _, told = _run(
        capsys, "export", "records", tmp_path / "absent.sqlite", "-o", out, "--hands", "flat"
    )
    assert code == 1 and len(told.strip().splitlines()) == 1
