"""Scores of the face: from MediaPipe's model of the user to the keypoints file."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import BadInput
from pipeline.keypoints.detect import clip as detection
from pipeline.keypoints.detect.choice import choose_scorer
from pipeline.keypoints.detect.clip import detect
from pipeline.keypoints.detect.detector import Seen
from pipeline.keypoints.detect.scores import Scores, by_name
from pipeline.keypoints.files import load, save
from pipeline.keypoints.keypoints import evenly, keypoints
from pipeline.motion.joints import FACE_UNITS
from pipeline.progress import Cancelled


class Nose:
    """A detector that sees a nose in the middle."""

    identity, names = "nose", ("nose",)

    def restart(self) -> None:
        """Nothing is remembered."""

    def find(self, picture: np.ndarray) -> Seen:
        return np.array([[8, 6, np.nan, 1]], np.float32)


class Brightness:
    """A scorer whose every unit is the brightness of the picture; black shows no face."""

    identity = "brightness"

    def find(self, picture: np.ndarray) -> Scores:
        much = float(picture.mean()) / 255
        return np.full(len(FACE_UNITS), much if much else np.nan, np.float32)


def _pictures(folder: Path, count: int) -> Path:
    folder.mkdir()
    for index in range(count):
        Image.new("RGB", (16, 12), (index, index, index)).save(folder / f"{index}.png")
    return folder


def test_scores_of_a_stopped_run_are_those_of_a_whole_one(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(detection, "CHUNK", 10)
    source = _pictures(tmp_path / "clip", 25)

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 17:
            raise Cancelled

    with pytest.raises(Cancelled):
        detect(source, tmp_path / "a.npz", Nose(), progress=stop, scorer=Brightness())
    found = detect(source, tmp_path / "a.npz", Nose(), scorer=Brightness())
    assert found.resumed == 10
    expected = np.arange(25, dtype=np.float32) / 255
    scores = load(tmp_path / "a.npz").scores
    assert scores is not None and np.isnan(scores[0]).all()
    np.testing.assert_allclose(scores[1:], np.repeat(expected[1:, None], len(FACE_UNITS), axis=1), atol=1e-6)
    without = detect(source, tmp_path / "a.npz", Nose())
    assert without.resumed == 0 and without.keypoints.scores is None


def test_categories_are_taken_by_their_names() -> None:
    found = by_name([SimpleNamespace(category_name=name, score=0.25) for name in ("_neutral", "jawOpen")])
    assert found[FACE_UNITS.index("jawOpen")] == 0.25 and found.sum() == 0.25
    assert np.isnan(by_name(())).all()


def test_an_even_beat_takes_the_scores_of_the_nearest_frame() -> None:
    scores = np.repeat(np.array([0.1, 0.2, 0.3], np.float32)[:, None], len(FACE_UNITS), axis=1)
    clip = keypoints(("nose",), np.ones((3, 1, 2)), np.ones((3, 1)), fps=10, size=(9, 9), scores=scores)
    uneven = replace(clip, times=np.array([0.0, 0.1, 0.3]))
    np.testing.assert_allclose(evenly(uneven).scores[:, 0], [0.1, 0.2, 0.3, 0.3], atol=1e-6)


def test_damaged_scores_are_named(tmp_path: Path) -> None:
    scores = np.full((2, len(FACE_UNITS)), 0.5, np.float32)
    clip = keypoints(("nose",), np.ones((2, 1, 2)), np.ones((2, 1)), fps=10, size=(9, 9), scores=scores)
    save(clip, tmp_path / "clip.npz")
    with np.load(tmp_path / "clip.npz") as file:
        arrays = dict(file)
    np.savez(tmp_path / "wrong.npz", **(arrays | {"scores": scores[:1]}))
    with pytest.raises(BadInput, match="scores of the face do not fit"):
        load(tmp_path / "wrong.npz")


def test_a_file_that_is_no_face_model_is_refused_in_one_line(tmp_path: Path) -> None:
    assert choose_scorer(None) is None
    wrong = tmp_path / "face.task"
    with pytest.raises(BadInput, match="cannot be opened"):
        choose_scorer(wrong)
    wrong.write_bytes(b"not a model")
    with pytest.raises(BadInput) as refused:
        choose_scorer(wrong)
    assert "\n" not in str(refused.value) and "face" in str(refused.value)
