"""The numbers of one correction."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from pipeline.correction.correction import BRIEFEST, Correction, Reach, Shape, Turn
from pipeline.motion import rotations
from pipeline.timeline import correcting
from pipeline.timeline.timeline import Timeline
from studio.language import tr
from studio.panels.inspector.page import Page


class CorrectionPage(Page):
    """The numbers of one correction: how much, from when to when, and how it comes and goes."""

    def __init__(self) -> None:
        super().__init__()
        self.clip = -1
        self.heading.hide()
        self.about.setText(tr("The joint goes no further here."))
        self.amounts = [self.number(axis, (-180, 180), "°", 0.5) for axis in "XYZ"]
        self._names = [self.grid.itemAtPosition(line, 0).widget() for line in range(1, 4)]
        self.start = self.number(tr("From"), (-600, 600), "s")
        self.end = self.number(tr("To"), (-600, 600), "s")
        self.ease_in = self.number(tr("Ease in"), (0, 10), "s")
        self.ease_out = self.number(tr("Ease out"), (0, 10), "s")
        self.beyond = QCheckBox(tr("Beyond what joints can do"))
        self.beyond.setToolTip(tr("Let this correction turn joints past their limits, as Alt does in a drag"))
        self.beyond.clicked.connect(lambda checked: self._change(beyond=checked))
        self.grid.addWidget(self.beyond, self.grid.rowCount(), 0, 1, 2)
        for spin in self.amounts:
            spin.valueChanged.connect(lambda _: self._act())
        self.start.valueChanged.connect(
            lambda value: self._change(start=min(value, self._now.end - BRIEFEST))
        )
        self.end.valueChanged.connect(lambda value: self._change(end=max(value, self._now.start + BRIEFEST)))
        self.ease_in.valueChanged.connect(lambda value: self._change(ease_in=value))
        self.ease_out.valueChanged.connect(lambda value: self._change(ease_out=value))

    @property
    def _now(self) -> Correction:
        return correcting.correction_at(self.timeline, self.clip, self.index)

    def show_correction(self, timeline: Timeline, clip: int, index: int) -> None:
        """Show correction `index` of a clip."""
        self.timeline, self.clip, self.index = timeline, clip, index
        correction = self._now
        self._show_amounts(correction)
        for spin, value in (
            (self.start, correction.start),
            (self.end, correction.end),
            (self.ease_in, correction.ease_in),
            (self.ease_out, correction.ease_out),
        ):
            self._show(spin, value)
        self.beyond.setChecked(correction.beyond)
        self.beyond.setVisible(not isinstance(correction.act, Shape))

    def show_limit(self, is_reached: bool) -> None:
        """Say whether joints keep the correction from doing all of it at the moment that is shown."""
        self.about.setVisible(is_reached)

    def _show_amounts(self, correction: Correction) -> None:
        """Degrees about the axes of a joint, or centimetres; a handshape has no such numbers."""
        values, unit, most = np.zeros(3), "°", 180.0
        match correction.act:
            case Turn(by=by):
                values = np.degrees(rotations.log(np.array(by)))
            case Reach(shift=shift):
                values, unit, most = 100 * np.array(shift), "cm", 80.0
        shaped = isinstance(correction.act, Shape)
        for spin, name, value in zip(self.amounts, self._names, values.tolist(), strict=True):
            with QSignalBlocker(spin):
                spin.setSuffix(f" {unit}")
                spin.setRange(-most, most)
            self._show(spin, value)
            spin.setVisible(not shaped)
            name.setVisible(not shaped)

    def _act(self) -> None:
        values = np.array([spin.value() for spin in self.amounts])
        match self._now.act:
            case Turn() as turn:
                w, x, y, z = rotations.exp(np.radians(values)).tolist()
                self._change(act=replace(turn, by=(w, x, y, z)))
            case Reach() as reach:
                x, y, z = (values / 100).tolist()
                self._change(act=replace(reach, shift=(x, y, z)))

    def _change(self, **fields: object) -> None:
        self.ask(
            tr("Change Correction"),
            lambda t: correcting.changed(t, self.clip, self.index, replace(self._now, **fields)),  # type: ignore[arg-type]
        )
