"""The panel of corrections: those of the selected sign, their numbers, handshapes, and keeping a variant."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pipeline.correction.correction import Correction, Reach, Shape, Turn
from pipeline.errors import BadInput
from pipeline.timeline import correcting
from pipeline.timeline.reposing import STILL
from pipeline.timeline.timeline import Timeline
from studio.language import tr
from studio.panels.compose.pickers import ShapeGrid
from studio.panels.compose.save_bar import button, line
from studio.panels.correct.page import CorrectionPage
from studio.panels.correct.words import HANDS, correction_name, joint_name
from studio.panels.pieces import STRETCH, label, row
from studio.terms import capital
from studio.viewport.joints import JOINTS, WRISTS

ROW = 24
"""Pixels of a correction in the list."""
MOST_ROWS = 5
"""Corrections that the list shows without scrolling."""


class CorrectPanel(QScrollArea):
    """What is corrected of the selected sign; everything that it asks for is one step of the history."""

    asked = Signal(str, object, int)  # title, Timeline, gesture
    failed = Signal(str)
    held = Signal(int)  # index of the correction that was chosen in the list
    joint_picked = Signal(int)
    asked_for = Signal(object)  # Act: a correction that does nothing yet
    joint_reset = Signal()
    shape_picked = Signal(str, object)  # "left", "right" or "both"; Shape
    shape_taken = Signal(str, str)  # the same; gloss of the sign whose handshape it is
    kept = Signal(str)  # variant

    def __init__(self) -> None:
        super().__init__()
        self._timeline, self._clip = Timeline(), -1
        self.about = label(tone="dim")
        self.about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Corrections of the sign"))
        self.list.currentRowChanged.connect(self.held)
        self.list.itemChanged.connect(self._switch)
        self.page = CorrectionPage()
        self.page.asked.connect(self.asked)
        self.page.failed.connect(self.failed)
        self.delete = button(tr("Delete"), tr("Delete this correction"))
        self.delete.clicked.connect(self._delete)
        self.reset = button(tr("Reset Joint"), tr("Take away every correction of the chosen joint"))
        self.reset.clicked.connect(self.joint_reset)
        self._add_joints()
        self._add_shapes()
        self._add_keeping()
        self._lay_out()
        self.show_sign(Timeline(), -1, -1)
        self.show_joint(-1)

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addWidget(row(self.joint, self.turn, self.move, STRETCH))
        for part in (self.list, row(self.delete, self.reset, STRETCH), self.page):
            layout.addWidget(part)
        layout.addWidget(row(QLabel(tr("Handshape of")), self.hand, self.sign))
        layout.addWidget(self.shapes, 1)
        layout.addWidget(row(self.variant, self.keep))
        self.page.layout().setContentsMargins(0, 0, 0, 0)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _add_joints(self) -> None:
        self.joint = QComboBox()
        self.joint.setAccessibleName(tr("Joint to correct"))
        self.joint.addItem(tr("Joint"), -1)
        for joint in JOINTS:
            self.joint.addItem(capital(joint_name(joint)), joint)
        self.joint.activated.connect(lambda _: self.joint_picked.emit(self.joint.currentData()))
        self.turn = button(tr("Turn"), tr("Correct how the joint is turned, by numbers"))
        self.turn.clicked.connect(lambda: self.asked_for.emit(Turn(self.joint.currentData(), STILL)))
        self.move = button(tr("Move"), tr("Correct where the hand is, by numbers"))
        self.move.clicked.connect(
            lambda: self.asked_for.emit(Reach(WRISTS[self.joint.currentData()], (0.0, 0.0, 0.0)))
        )

    def _add_shapes(self) -> None:
        self.hand = QComboBox()
        self.hand.setAccessibleName(tr("Hand that takes the handshape"))
        for key in ("right", "left", "both"):
            self.hand.addItem(capital(tr(HANDS[key])), key)
        self.shapes = ShapeGrid()
        self.shapes.setMinimumHeight(110)
        self.sign = line(tr("or as in…"), tr("Sign of the dictionary whose handshape to take"))
        self.sign.returnPressed.connect(
            lambda: self.shape_taken.emit(self.hand.currentData(), self.sign.text().strip())
        )
        self.shapes.picked.connect(lambda shape: self.shape_picked.emit(self.hand.currentData(), shape))

    def _add_keeping(self) -> None:
        self.variant = line(tr("Variant"), tr("Name of the new variant"))
        self.keep = button(tr("Save as New Variant"), tr("Keep the corrected sign in your dictionary"))
        self.keep.clicked.connect(lambda: self.kept.emit(self.variant.text().strip()))
        self._is_busy = False

    def show_sign(self, timeline: Timeline, clip: int, index: int) -> None:
        """Show the corrections of a clip, -1 for none, and the numbers of one of them."""
        self._timeline, self._clip = timeline, clip
        there = 0 <= clip < len(timeline.clips)
        corrections = timeline.clips[clip].corrections if there else ()
        self._fill(corrections, index)
        chosen = 0 <= index < len(corrections)
        self.page.setVisible(chosen)
        self.list.setVisible(bool(corrections))
        if chosen:
            self.page.show_correction(timeline, clip, index)
        self.delete.setEnabled(chosen)
        self.shapes.setEnabled(there)
        self.joint.setEnabled(there)
        self.hand.setEnabled(there)
        self.sign.setEnabled(there)
        self._allow(bool(corrections))
        shape = corrections[index].act if chosen else None
        value = next(
            (v for v in self.shapes.values if isinstance(shape, Shape) and str(v) == shape.name), None
        )
        self.shapes.show_value(value)
        if not there:
            self.about.setText(tr("Move the playhead into a sign, then click a joint of the avatar."))
        elif not corrections:
            about = tr(
                "{sign} is as in the dictionary. Click a joint, drag its rings, or drag a wrist's square."
            )
            self.about.setText(about.format(sign=timeline.clips[clip].label))
        else:
            self.about.setText(tr("Corrections of {sign}:").format(sign=timeline.clips[clip].label))

    def show_joint(self, joint: int) -> None:
        """Say which joint is chosen, -1 for none."""
        with QSignalBlocker(self.joint):
            self.joint.setCurrentIndex(max(self.joint.findData(joint), 0))
        self.turn.setEnabled(joint >= 0)
        self.move.setEnabled(joint in WRISTS)
        self.reset.setEnabled(joint >= 0)
        named = tr("Reset {part}").format(part=joint_name(joint)) if joint >= 0 else tr("Reset Joint")
        self.reset.setText(named)

    def set_busy(self, is_busy: bool) -> None:
        """Wait while a variant is on its way into the dictionary."""
        self._is_busy = is_busy
        self.keep.setText(tr("Saving…") if is_busy else tr("Save as New Variant"))
        self._allow(self.list.count() > 0)

    def _allow(self, corrected: bool) -> None:
        self.variant.setEnabled(corrected)
        self.keep.setEnabled(corrected and not self._is_busy)

    def _fill(self, corrections: tuple[Correction, ...], index: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for correction in corrections:
                item = QListWidgetItem(correction_name(correction))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if correction.enabled else Qt.CheckState.Unchecked)
                item.setSizeHint(QSize(0, ROW))
                self.list.addItem(item)
            self.list.setCurrentRow(index)
        self.list.setFixedHeight(min(len(corrections), MOST_ROWS) * ROW + 4)

    def _switch(self, item: QListWidgetItem) -> None:
        index, enabled = self.list.row(item), item.checkState() == Qt.CheckState.Checked
        title = tr("Use Correction") if enabled else tr("Leave Correction Out")
        self._ask(title, lambda t: _with_enabled(t, self._clip, index, enabled))

    def _delete(self) -> None:
        index = self.list.currentRow()
        self._ask(tr("Delete Correction"), lambda t: correcting.removed(t, self._clip, index))

    def _ask(self, title: str, make: Callable[[Timeline], Timeline]) -> None:
        try:
            self.asked.emit(title, make(self._timeline), -1)
        except BadInput as problem:
            self.failed.emit(str(problem))


def _with_enabled(timeline: Timeline, clip: int, index: int, enabled: bool) -> Timeline:
    correction = correcting.correction_at(timeline, clip, index)
    return correcting.changed(timeline, clip, index, replace(correction, enabled=enabled))
