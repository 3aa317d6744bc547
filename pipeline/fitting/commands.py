"""What can be asked of the fitter on the command line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from tyro.conf import Positional, arg

OptionalPath = Annotated[Path | None, arg(metavar="PATH")]


@dataclass(frozen=True)
class Fit:
    """Fit the avatar to signers in videos or captures: a motion and a quality report for every clip.

    A run that was stopped or killed goes on where it was when the same command is given again; what is
    done is not done again as long as the input is the same.
    """

    inputs: Annotated[Positional[tuple[Path, ...]], arg(metavar="INPUT")]
    """Videos, captures (.pose, .json, .pkl, .npz), folders of them or of numbered pictures, and lists
    (.csv with a column path, and gloss, signer, language, variant as far as they are known)."""
    output: Annotated[Path, arg(aliases=["-o"])]
    """The folder to write to."""
    dictionary: OptionalPath = None
    """A sign dictionary (.sqlite) that the fitted clips are added to; it is made where there is none."""
    language: str = ""
    """The sign language of the clips, such as ase, for --dictionary."""
    licence: str = ""
    """The licence of the clips, for --dictionary."""
    signer: str = "folder"
    """Who signs, as clips of a signer share one body: folder (one signer a folder), clip (another one in
    every clip), or the name of the one signer of all clips. A list says it itself."""
    body: str = "woman"
    """The body that is fitted: woman, man, or the path of an SMPL-X npz file."""
    device: Literal["cpu", "cuda"] = "cpu"
    """What computes: the processor or an NVIDIA card."""
    objective: Literal["ours", "paper", "released"] = "ours"
    """What is minimised: ours, or for comparison that of SMPLSign-X with the weights of its paper or code."""
    vposer: OptionalPath = None
    """Your VPoser v1 file, the prior of the body in --objective paper and released."""
    sheets: bool = False
    """Also draw a sheet of pictures for every clip: the fit over what was seen, and the avatar beside it."""
    detector: Literal["mediapipe", "onnx"] = "mediapipe"
    """What finds the points in videos and pictures: MediaPipe Holistic, or an ONNX network of your own."""
    model: OptionalPath = None
    """The network for --detector onnx."""
    face_model: OptionalPath = None
    """MediaPipe's face_landmarker.task, if you have it: its 52 scores of every face then move the face."""
    fps: float = 25.0
    """Frames a second of pictures and captures that do not say theirs."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""
