"""The page of the inspector for a sign on the timeline."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton

from pipeline.timeline import timing
from pipeline.timeline.timeline import Timeline
from studio.language import decimal, tr
from studio.panels.inspector.page import Page


class SignPage(Page):
    """A clip: which part of its sign is shown, how fast, how often, and how long it is held."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self.back = 0.0, 0.3
        self.start = self.number(tr("From"), (0, 600), "s")
        self.end = self.number(tr("To"), (0, 600), "s")
        self.speed = self.number(tr("Speed"), (timing.SLOWEST, timing.FASTEST), "×", 0.05)
        self.repeat = self.number(tr("Times"), (1, timing.MOST_REPEATS), "", 1)
        self.hold = self.number(tr("Hold after it"), (0, timing.LONGEST_HOLD), "s", 0.05)
        for spin in (self.start, self.end):
            spin.valueChanged.connect(self._trim)
        self.speed.valueChanged.connect(
            lambda value: self.ask(tr("Change Speed"), lambda t: timing.speed(t, self.index, value))
        )
        self.repeat.valueChanged.connect(self._repeat)
        self.hold.valueChanged.connect(
            lambda value: self.ask(tr("Hold Sign"), lambda t: timing.hold(t, self.index, value))
        )
        self.reset = QPushButton(tr("As proposed  ↺"))
        self.reset.clicked.connect(
            lambda: self.ask(
                tr("Use Proposed Timing"), lambda t: timing.as_captured(t, self.index), once=True
            )
        )
        self.row("", self.reset)

    def show_clip(self, timeline: Timeline, index: int, longest: float, back: float) -> None:
        """Show clip `index`, whose sign is `longest` seconds long and needs `back` seconds to begin again."""
        self.timeline, self.index, self.longest, self.back = timeline, index, longest, back
        clip = timeline.clips[index]
        self.heading.setText(clip.label)
        for spin in (self.start, self.end):
            with QSignalBlocker(spin):
                spin.setMaximum(longest)
        for spin, value in (
            (self.start, clip.start),
            (self.end, clip.end),
            (self.speed, clip.speed),
            (self.repeat, clip.repeat),
            (self.hold, clip.hold),
        ):
            self._show(spin, value)
        self.reset.setEnabled(clip.retimed)
        usual = clip.proposed or clip.timing
        length = tr("{seconds} s on the timeline, of a sign of {longest} s.").format(
            seconds=decimal(clip.seconds, 2), longest=decimal(longest, 2)
        )
        self.about.setText(
            f"{length} "
            + tr("Proposed: {start} to {end} s at {speed} ×, held for {hold} s.").format(
                start=decimal(usual.start, 2),
                end=decimal(usual.end, 2),
                speed=decimal(usual.speed, 2),
                hold=decimal(usual.hold, 2),
            )
        )

    def _repeat(self, times: float) -> None:
        self.ask(tr("Repeat Sign"), lambda t: timing.repeat(t, self.index, round(times), self.back))

    def _trim(self) -> None:
        start, end = self.start.value(), self.end.value()
        self.ask(tr("Trim Sign"), lambda t: timing.trim(t, self.index, start, end, self.longest))
