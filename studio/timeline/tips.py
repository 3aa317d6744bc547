"""What the timeline says about the thing under the pointer."""

from collections.abc import Mapping

from pipeline.timeline.markers import Marker
from studio.language import brief, tr
from studio.panels.correct.words import correction_name
from studio.terms import capital, term
from studio.timeline.lanes import name_of
from studio.timeline.layout import Hit, Part
from studio.timeline.scale import in_seconds
from studio.timeline.strip import Block, Strip, Wedge
from studio.told import told


def tip(strip: Strip, hit: Hit, fps: float, doubts: Mapping[int, str] | None = None) -> str:
    """A few lines about what was hit; empty where there is nothing to say.

    `doubts` are sentences about transitions that look unnatural, by index.
    """
    if hit.transition >= 0 and hit.index < len(strip.wedges):
        doubt = (doubts or {}).get(hit.index, "")
        return of_wedge(strip.wedges[hit.index], fps) + (f"\n{told(doubt)}" if doubt else "")
    if 0 <= hit.marker < len(strip.markers):
        return of_marker(strip.markers[hit.marker])
    if hit.part is Part.LANE:
        face = of_face(strip.faces[hit.index]) if 0 <= hit.index < len(strip.faces) else ""
        return face + tr("Drag to draw something: {lane}.").format(lane=capital(term(hit.lane or "")))
    if 0 <= hit.bar < len(strip.bars):
        return tr("{correction}: drag it, its ends or its eases.").format(
            correction=correction_name(strip.bars[hit.bar].correction)
        )
    if hit.part in (Part.CLIP_START, Part.CLIP_END):
        return tr("Drag to trim this sign.")
    if hit.part is Part.GAP:
        name = next((gap.label for gap in strip.gaps if gap.position == hit.index), "")
        return tr(
            "{name} has no sign and is left out: choose one among the candidates, or edit the gloss."
        ).format(name=name)
    block = strip.block(hit.index) if hit.part in (Part.SIGN, Part.PAUSE, Part.WORD, Part.GLOSS) else None
    if block is None:
        return ""
    return of_pause(block) if hit.part is Part.PAUSE else of_block(block)


def of_wedge(wedge: Wedge, fps: float) -> str:
    """From where to where, how long, and who decided that."""
    frames = round(wedge.seconds * fps)
    length = tr("{before} → {after}: {seconds}, {frames} frames").format(
        before=term(wedge.names[0]),
        after=term(wedge.names[1]),
        seconds=in_seconds(wedge.seconds),
        frames=frames,
    )
    if abs(wedge.seconds - wedge.proposed) < 1e-3:
        return f"{length}\n" + tr("Proposed from how far the hands travel. Drag an edge to change it.")
    return f"{length}\n" + tr("Set by hand; proposed {seconds}. Double-click to return to it.").format(
        seconds=in_seconds(wedge.proposed)
    )


def of_block(block: Block) -> str:
    """The gloss, how it was found, its length and where the length comes from."""
    length = in_seconds(block.end - block.start)
    title = f"{block.label} · {term(block.origin)}"
    if len(block.cells) > 1:
        letters = "-".join(cell.label for cell in block.cells)
        return f"{title}\n" + tr("{letters}: {length}, {count} signs").format(
            letters=letters, length=length, count=len(block.cells)
        )
    cell = block.cells[0]
    if abs(cell.speed - 1) < 1e-3:
        source = tr("as long as its description") if cell.composed else tr("as long as its capture")
    else:
        source = (
            tr("its description at {speed} × speed")
            if cell.composed
            else tr("its capture at {speed} × speed")
        )
        source = source.format(speed=brief(cell.speed, 2))
    composed = "\n" + tr("Not a captured sign: composed from description.") if cell.composed else ""
    return f"{title}\n{length}, {source}{composed}"


def of_marker(marker: Marker) -> str:
    """What it is, how long and how strong, and what can be done to it."""
    length = tr("{seconds}, {strength} % strong").format(
        seconds=in_seconds(marker.seconds), strength=round(100 * marker.strength)
    )
    name = f"{capital(term(marker.lane))}: {name_of(marker)}"
    return f"{name}\n{length}. " + tr("Double-click for other actions.")


def of_face(marker: Marker) -> str:
    """What brows or head do by themselves, and why."""
    says = tr("{lane}: {action}, because the sentence asks or assumes something.")
    return says.format(lane=capital(term(marker.lane)), action=name_of(marker)) + "\n"


def of_pause(block: Block) -> str:
    """The stillness after a gloss."""
    return (
        tr("Pause after {gloss}: {seconds}").format(gloss=block.label, seconds=in_seconds(block.pause))
        + "\n"
        + tr("From the punctuation of the text.")
    )


def of_length(wedge: Wedge, fps: float) -> str:
    """The length of a transition while it is dragged, and by how much it differs from the proposal."""
    length = tr("{frames} frames · {seconds}").format(
        frames=round(wedge.seconds * fps), seconds=in_seconds(wedge.seconds)
    )
    difference = round(1000 * (wedge.seconds - wedge.proposed))
    return f"{length} · " + (tr("as proposed") if difference == 0 else f"{difference:+d} ms")
