"""Whose signs an export is made of: sources and licences as a text file beside it."""

from pathlib import Path

from pipeline.motion.files import write_whole
from pipeline.signs.store import SignStore
from pipeline.timeline.project import Project


def attribution_path(output: Path) -> Path:
    """Where the attribution of a file lies."""
    return output.with_name(output.name + ".attribution.txt")


def attribution(project: Project, store: SignStore) -> str:
    """Every sign once, in the order of signing: its provenance, changes, source, licence and signer."""
    lines = [f"Signs performed in “{' '.join(project.text.split())}”", ""]
    clips = project.timeline.clips
    corrected = {clip.sign for clip in clips if any(each.enabled for each in clip.corrections)}
    for clip in {clip.sign: clip for clip in clips}.values():
        sign = store.sign(clip.sign)
        variant = f" ({sign.variant})" if sign.variant else ""
        changes = ", pose corrected" if clip.sign in corrected else ""
        lines.append(f"{sign.gloss}{variant}: {sign.provenance.value}{changes}")
        for name, value in (("source", sign.source), ("licence", sign.licence), ("signer", sign.signer)):
            lines += [f"  {name}: {value}"] if value else []
    return "\n".join(lines) + "\n"


def write_attribution(output: Path, project: Project, store: SignStore) -> Path:
    """Write the attribution of `output` beside it; returns where. Raises BadInput when it cannot."""
    path = attribution_path(output)
    write_whole(path, attribution(project, store).encode("utf-8"))
    return path
