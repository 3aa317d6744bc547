"""The files beside videos that a signed text can become, by the end of their name."""

from collections.abc import Callable
from pathlib import Path

from pipeline.body.model import BodyModel
from pipeline.exchange.bvh import write_bvh
from pipeline.exchange.captions import gloss_cues, sentence_cues, sign_cues
from pipeline.exchange.eaf import Tier, write_eaf
from pipeline.exchange.glb import write_glb
from pipeline.exchange.pose import write_pose
from pipeline.exchange.subtitles import write_srt, write_vtt
from pipeline.motion.amass import write_amass
from pipeline.motion.motion import Motion
from pipeline.timeline.project import Project, save_project

MOTIONS: dict[str, Callable[[Path, Motion, BodyModel], None]] = {
    ".glb": write_glb,
    ".bvh": write_bvh,
    ".npz": lambda path, motion, body: write_amass(path, motion),
    ".pose": write_pose,
}
"""What moves: the avatar for Blender and three.js, its skeleton, SMPL-X parameters."""


def _write_eaf(path: Path, project: Project) -> None:
    """Text, glosses and single signs; a video of the same name beside it is linked."""
    tiers = (
        Tier("Text", sentence_cues(project)),
        Tier("Gloss", gloss_cues(project)),
        Tier("Sign", sign_cues(project)),
    )
    languages = {"Text": project.language, "Gloss": project.sign_language, "Sign": project.sign_language}
    film = path.with_suffix(".mp4")
    write_eaf(path, tiers, languages, film if film.is_file() else None)


TEXTS: dict[str, Callable[[Path, Project], None]] = {
    ".srt": lambda path, project: write_srt(path, sentence_cues(project)),
    ".vtt": lambda path, project: write_vtt(path, sentence_cues(project)),
    ".eaf": _write_eaf,
    ".signwright": save_project,
}
"""What is said and signed when: subtitles, ELAN tiers, and the project as the studio opens it."""
