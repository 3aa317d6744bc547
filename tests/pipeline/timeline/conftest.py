"""Dictionaries and sentences for timelines: the shipped letters, and a small made-up one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.signs.starter import STARTER
from pipeline.signs.store import Draft, SignStore, new_store
from pipeline.text.gloss import Gloss, GlossSequence, Origin


@pytest.fixture(scope="session")
def letters() -> Iterator[SignStore]:
    """The shipped manual alphabets."""
    with SignStore(STARTER) as store:
        yield store


@pytest.fixture(scope="session")
def spelling() -> Callable[..., GlossSequence]:
    """Words spelled in ASL, each with the pause after it."""

    def make(*words: str, pause: float = 0.0) -> GlossSequence:
        glosses = tuple(Gloss(word, Origin.SPELLED, tuple(word), None, pause) for word in words)
        return GlossSequence(" ".join(words), "en", "ase", glosses)

    return make


@pytest.fixture(scope="session")
def sentence() -> Callable[..., GlossSequence]:
    """Glosses that are in the dictionary."""

    def make(*names: str, pause: float = 0.0) -> GlossSequence:
        glosses = tuple(Gloss(name, Origin.DICTIONARY, (name,), None, pause) for name in names)
        return GlossSequence(" ".join(names), "en", "ase", glosses)

    return make


def gesture(seed: int, frames: int = 31, fps: float = 30.0, width: int = 0) -> Motion:
    """The right arm up and waving, smoothly and differently for every seed."""
    random = np.random.default_rng(seed)
    time = np.linspace(0, 1, frames)[:, None, None]
    pose = np.zeros((frames, joints.COUNT, 3))
    moved = [joints.INDEX["right_shoulder"], joints.INDEX["right_elbow"], *range(40, 55)]
    waves = random.normal(0, 0.25, (2, len(moved), 3))
    pose[:, moved] = waves[0] * np.sin(2 * np.pi * time) + waves[1] * np.cos(2 * np.pi * time)
    pose[:, moved[0]] += (-0.8, 0.2, 0.6)
    pose[:, moved[1]] += (0.1, 1.9, -0.4)
    face = 0.5 + 0.5 * np.sin(2 * np.pi * time[:, :, 0] + np.arange(len(joints.FACE_UNITS)))
    return Motion(fps, pose, 0.01 * pose[:, moved[0]], face, np.full((frames, width), 0.3))


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dictionary of TREE in two variants, the better one second, RAIN and CAR, each a second long."""
    path = tmp_path_factory.mktemp("dictionary") / "signs.sqlite"
    with new_store(path) as store:
        for seed, (gloss, variant, fit) in enumerate(
            [("TREE", "1", 0.4), ("TREE", "2", 0.9), ("RAIN", "", 0.5), ("CAR", "", 0.5)]
        ):
            motion = gesture(seed, width=seed)
            store.add(Draft(gloss, "ase", variant, onset=0.2, offset=0.8, scores={"fit": fit}), motion)
    return path


@pytest.fixture
def signs(path: Path) -> Iterator[SignStore]:
    """That dictionary, open."""
    with SignStore(path) as store:
        yield store
