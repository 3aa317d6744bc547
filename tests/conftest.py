"""What many tests need: a small motion with known answers, the shipped signer, captured data."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.motion.motion import Motion

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A user without settings or decisions: tests never touch the real one's."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SIGNWRIGHT_CONFIG_HOME", str(tmp_path_factory.mktemp("nobody")))
        yield


@pytest.fixture
def wave() -> Motion:
    """Two seconds at 10 fps: the right elbow turns about z at 0.5 radians a second, the signer
    walks 0.1 m a second to the left, the smile's left side grows to 1, the brow stays at 0.5."""
    seconds = np.arange(21) / 10
    pose = np.zeros((21, joints.COUNT, 3))
    pose[:, joints.INDEX["right_elbow"], 2] = 0.5 * seconds
    face = np.zeros((21, len(joints.FACE_UNITS)))
    face[:, joints.FACE_UNITS.index("mouthSmileLeft")] = seconds / 2
    face[:, joints.FACE_UNITS.index("browInnerUp")] = 0.5
    return Motion(
        fps=10.0,
        pose=pose,
        translation=np.outer(seconds, [0.1, 0, 0]),
        face=face,
        expression=np.outer(seconds, [1, -1]),
        shape=np.array([0.5, -0.5]),
    )


@pytest.fixture(scope="module")
def one_thread() -> Iterator[None]:
    """PyTorch on one thread, as fits use it; imported here, for most tests need no PyTorch."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Captured data beside the repository, which is not part of it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("there is no captured data beside the repository")
    return folder


@pytest.fixture(scope="session")
def body() -> BodyModel:
    """The shipped woman."""
    return signer("woman")
