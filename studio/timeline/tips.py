"""What the timeline says about the thing under the pointer."""

from collections.abc import Mapping

from pipeline.signs.sign import Provenance
from pipeline.timeline.markers import Marker
from studio.language import tr
from studio.timeline.lanes import name_of
from studio.timeline.layout import Hit, Part
from studio.timeline.scale import in_seconds
from studio.timeline.strip import Block, Strip, Wedge

COMPOSED = f"Not a captured sign: {Provenance.COMPOSED.value}."


def tip(strip: Strip, hit: Hit, fps: float, doubts: Mapping[int, str] | None = None) -> str:
    """A few lines about what was hit; empty where there is nothing to say.

    `doubts` are sentences about transitions that look unnatural, by index.
    """
    if hit.transition >= 0 and hit.index < len(strip.wedges):
        doubt = (doubts or {}).get(hit.index, "")
        return of_wedge(strip.wedges[hit.index], fps) + (f"\n{doubt}" if doubt else "")
    if 0 <= hit.marker < len(strip.markers):
        return of_marker(strip.markers[hit.marker])
    if hit.part is Part.LANE:
        face = of_face(strip.faces[hit.index]) if 0 <= hit.index < len(strip.faces) else ""
        return face + tr("Drag to draw something for the {lane}.").format(lane=hit.lane)
    if hit.part in (Part.CLIP_START, Part.CLIP_END):
        return "Drag to trim this sign."
    if hit.part is Part.GAP:
        name = next((gap.label for gap in strip.gaps if gap.position == hit.index), "")
        return f"{name} has no sign and is left out: choose one among the candidates, or edit the gloss."
    block = strip.block(hit.index) if hit.part in (Part.SIGN, Part.PAUSE, Part.WORD, Part.GLOSS) else None
    if block is None:
        return ""
    return of_pause(block) if hit.part is Part.PAUSE else of_block(block)


def of_wedge(wedge: Wedge, fps: float) -> str:
    """From where to where, how long, and who decided that."""
    frames = round(wedge.seconds * fps)
    length = f"{wedge.names[0]} → {wedge.names[1]}: {in_seconds(wedge.seconds)}, {frames} frames"
    if abs(wedge.seconds - wedge.proposed) < 1e-3:
        return f"{length}\nProposed from how far the hands travel. Drag an edge to change it."
    return f"{length}\nSet by hand; proposed {in_seconds(wedge.proposed)}. Double-click to return to it."


def of_block(block: Block) -> str:
    """The gloss, how it was found, its length and where the length comes from."""
    length = in_seconds(block.end - block.start)
    if len(block.cells) > 1:
        letters = "-".join(cell.label for cell in block.cells)
        return f"{block.label} · {block.origin.value}\n{letters}: {length}, {len(block.cells)} signs"
    cell = block.cells[0]
    origin = "its description" if cell.composed else "its capture"
    source = f"as long as {origin}" if abs(cell.speed - 1) < 1e-3 else f"{origin} at {cell.speed:.2g} × speed"
    composed = f"\n{COMPOSED}" if cell.composed else ""
    return f"{block.label} · {block.origin.value}\n{length}, {source}{composed}"


def of_marker(marker: Marker) -> str:
    """What it is, how long and how strong, and what can be done to it."""
    length = f"{in_seconds(marker.seconds)}, {round(100 * marker.strength)} % strong"
    return f"{marker.lane.value.capitalize()}: {name_of(marker)}\n{length}. Double-click for other actions."


def of_face(marker: Marker) -> str:
    """What brows or head do by themselves, and why."""
    says = tr("{lane}: {action}, because the sentence asks or assumes something.")
    return says.format(lane=marker.lane.value.capitalize(), action=name_of(marker)) + "\n"


def of_pause(block: Block) -> str:
    """The stillness after a gloss."""
    return f"Pause after {block.label}: {in_seconds(block.pause)}\nFrom the punctuation of the text."


def of_length(wedge: Wedge, fps: float) -> str:
    """The length of a transition while it is dragged, and by how much it differs from the proposal."""
    length = f"{round(wedge.seconds * fps)} frames · {in_seconds(wedge.seconds)}"
    difference = round(1000 * (wedge.seconds - wedge.proposed))
    return f"{length} · as proposed" if difference == 0 else f"{length} · {difference:+d} ms"
