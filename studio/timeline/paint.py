"""Painting everything that stands still while the playhead moves."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from pipeline.timeline.markers import Marker
from studio import theme
from studio.language import brief, mark, tr
from studio.timeline.bars import paint_bar
from studio.timeline.curves import paint_curves, paint_scale
from studio.timeline.lanes import paint_face, paint_gloss, paint_marker
from studio.timeline.layout import HEAD, RULER, Row, lanes
from studio.timeline.phrases import paint_phrase
from studio.timeline.ruler import paint_grid
from studio.timeline.scale import Scale
from studio.timeline.signs import paint_block, paint_doubt, paint_gap, paint_proposal, paint_wedge
from studio.timeline.speeds import Speeds
from studio.timeline.strip import Strip

NAMES = {
    "text": ("text", mark("Text")),
    "glosses": ("tag", mark("Glosses")),
    "signs": ("gloss", mark("Signs")),
    "pose": ("body", mark("Corrections")),
    "brows": ("brows", mark("Brows")),
    "eyes": ("eyes", mark("Eyes")),
    "mouth": ("mouth", mark("Mouth")),
    "head": ("head", mark("Head")),
    "body": ("body", mark("Body")),
    "speed": ("wave", mark("Wrist speed")),
}
HINT = mark("Type a sentence: its signs will stand here.")


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the still layer shows; two equal pictures look the same, so one is painted once."""

    strip: Strip
    scale: Scale
    height: float
    fps: float
    speeds: Speeds | None = None
    selected: int = -1  # position of a gloss
    held: int = -1  # index of a transition that was clicked
    hovered: int = -1  # index of the transition under the pointer
    also: frozenset[int] = frozenset()  # positions of glosses selected beside it
    marked: Marker | None = None  # the marker that was clicked
    bar: tuple[int, int] = (-1, -1)  # clip and index of the correction that is held
    doubts: frozenset[int] = frozenset()  # indices of transitions that look unnatural


def paint(painter: QPainter, picture: Picture) -> None:
    """Draw a picture from its top left corner."""
    scale, height = picture.scale, picture.height
    rows = lanes(height)
    painter.fillRect(QRectF(0, 0, scale.right, height), theme.color("background"))
    painter.save()
    painter.setClipRect(QRectF(scale.left, 0, scale.right - scale.left, height))
    for lane in rows.values():
        painter.fillRect(QRectF(scale.left, lane.top, scale.right, lane.height), theme.color("panel"))
    paint_grid(painter, scale, picture.fps, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_strip(painter, picture, rows)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if picture.speeds is not None:
        paint_curves(painter, picture.speeds, scale, rows["speed"])
    if not picture.strip.blocks:
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("faint"))
        area = QRectF(scale.left, rows["signs"].top, scale.right - scale.left, rows["signs"].height)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr(HINT))
    painter.restore()
    _paint_head(painter, picture, rows)


def _paint_strip(painter: QPainter, picture: Picture, rows: dict[str, Row]) -> None:
    strip, scale = picture.strip, picture.scale
    first, last = scale.first, scale.last
    for phrase in strip.phrases[strip.visible("phrases", first, last)]:
        paint_phrase(painter, phrase, scale, rows["text"], picture.selected)
    for block in strip.blocks[strip.visible("blocks", first, last)]:
        selected = block.position == picture.selected or block.position in picture.also
        paint_gloss(painter, block, scale, rows["glosses"], selected)
        paint_block(painter, block, scale, rows["signs"], selected)
    for bar in strip.bars:
        paint_bar(painter, bar, scale, (rows["pose"].top, rows["pose"].height), bar.key == picture.bar)
    for face in strip.faces:
        paint_face(painter, face, scale, rows[face.lane.value])
    for marker in strip.markers:
        paint_marker(painter, marker, scale, rows[marker.lane.value], marker == picture.marked)
    lively = {picture.held, picture.hovered}
    changed = []
    for wedge in strip.wedges[strip.visible("wedges", first, last)]:
        paint_wedge(painter, wedge, scale, rows["signs"], (wedge.index in lively, picture.fps))
        if abs(wedge.seconds - wedge.proposed) > 0.5 / picture.fps:
            changed.append(wedge)
        if wedge.index in picture.doubts:
            paint_doubt(painter, wedge, scale, (rows["signs"], rows["speed"]))
    for wedge in changed:
        if wedge.seconds * scale.pixels > 6 or wedge.index in lively:
            paint_proposal(painter, wedge, scale, rows["signs"])
    for gap in strip.gaps:
        paint_gap(painter, gap, scale, rows["signs"])


def _paint_head(painter: QPainter, picture: Picture, rows: dict[str, Row]) -> None:
    """Draw the column with the names of the lanes."""
    painter.fillRect(QRectF(0, 0, HEAD, picture.height), theme.color("panel"))
    painter.fillRect(QRectF(HEAD - 1, 0, 1, picture.height), theme.color("line"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(theme.font(10))
    painter.setPen(theme.color("faint"))
    painter.drawText(QRectF(12, 0, HEAD - 20, RULER), middle, f"{brief(picture.fps)} fps · SMPL-X")
    ratio = painter.device().devicePixelRatio()
    for key, lane in rows.items():
        icon, name = NAMES[key]
        high = lane.height > 30
        painter.fillRect(QRectF(0, lane.top - 2, HEAD - 1, 1), theme.color("line"))
        y = lane.top + 5 if high else lane.top + lane.height / 2 - 7
        painter.drawPixmap(QPointF(10, y), theme.pixmap(icon, 14, "dim", ratio))
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text", 0.9))
        painter.drawText(QRectF(31, y - 3, HEAD - 40, 20), middle, tr(name))
    if rows["speed"].height > 72:
        _paint_legend(painter, rows["speed"].top + 26)
    if picture.speeds is not None:
        paint_scale(painter, picture.speeds, rows["speed"], HEAD)


def _paint_legend(painter: QPainter, top: float) -> None:
    for row, (key, name) in enumerate(
        (("right_hand", tr("Right")), ("left_hand", tr("Left")), ("jerk", tr("Jerk")))
    ):
        y = top + 15 * row
        painter.fillRect(QRectF(31, y + 6, 12, 2), theme.color(key))
        painter.setFont(theme.font(10))
        painter.setPen(theme.color("dim"))
        painter.drawText(QRectF(49, y, 60, 14), Qt.AlignmentFlag.AlignVCenter, name)
