"""The inspector: the transition, the sign or the marker that is held on the timeline, in numbers."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pipeline.compose.face import ACTIONS, Channel
from pipeline.errors import BadInput
from pipeline.timeline import markers, timing
from pipeline.timeline.markers import CHANNELS, Marker
from pipeline.timeline.timeline import LONGEST, SHORTEST, Timeline, way
from studio import theme
from studio.document import APART, new_gesture
from studio.language import mark, tr
from studio.panels.pieces import label, row
from studio.terms import capital, term, words_of
from studio.told import told

NOTHING = mark(
    "Click a transition, a sign or a non-manual marker on the timeline to see and change its numbers."
)
WORDS = mark("mouthing…")
"""The action that is written, not chosen."""


class Page(QWidget):
    """A heading and rows of numbers; `asked` carries the timeline that a changed number leads to."""

    asked = Signal(str, object, int)  # title, Timeline, gesture
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline()
        self.index = -1
        self._gesture = APART
        self.heading = QLabel()
        self.heading.setFont(theme.font(13, bold=True))
        self.heading.setWordWrap(True)
        self.about = label(tone="dim")
        self.about.setWordWrap(True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(self.grid)
        layout.addWidget(self.about)
        layout.addStretch(1)

    def number(self, name: str, span: tuple[float, float], unit: str, step: float = 0.01) -> QDoubleSpinBox:
        """A row with a number, which asks while it is changed."""
        spin = QDoubleSpinBox()
        spin.setRange(*span)
        spin.setSingleStep(step)
        spin.setDecimals(2 if step < 1 else 0)
        spin.setSuffix(f" {unit}" if unit else "")
        spin.setFixedWidth(88)
        spin.setAccessibleName(name)
        spin.lineEdit().setAccessibleName(name)
        spin.setKeyboardTracking(False)
        spin.editingFinished.connect(self._end)
        self.row(name, spin)
        return spin

    def row(self, name: str, part: QWidget) -> QLabel:
        """Add a row; returns its name."""
        line = self.grid.rowCount()
        named = label(name, "dim")
        self.grid.addWidget(named, line, 0)
        self.grid.addWidget(part, line, 1)
        return named

    def ask(self, title: str, make: Callable[[Timeline], Timeline], *, once: bool = False) -> None:
        """Ask for what `make` makes of the timeline; the changes until the keyboard leaves are one step."""
        if not once and self._gesture == APART:
            self._gesture = new_gesture()
        try:
            self.asked.emit(title, make(self.timeline), APART if once else self._gesture)
        except BadInput as problem:
            self.failed.emit(str(problem))

    def _end(self) -> None:
        self._gesture = APART

    def _show(self, spin: QDoubleSpinBox, value: float) -> None:
        with QSignalBlocker(spin):
            spin.setValue(value)


class WayPage(Page):
    """A transition: its length beside the proposed one, its ease, the stillness before it, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.length = self.number(tr("Length"), (SHORTEST, LONGEST), "s")
        self.length.valueChanged.connect(self._pace)
        self.proposal = QPushButton()
        self.proposal.setToolTip(tr("Take the length that is proposed, and an even course"))
        self.proposal.clicked.connect(self._reset)
        self.row(tr("Proposed"), self.proposal)
        self.ease = self.number(tr("Ease (−1 early, 1 late)"), (-1, 1), "", 0.1)
        self.ease.valueChanged.connect(
            lambda value: self.ask(tr("Ease Transition"), lambda t: timing.ease(t, self.index, value))
        )
        self.hold = self.number(tr("Hold before it"), (0, timing.LONGEST_HOLD), "s", 0.05)
        self.hold.valueChanged.connect(
            lambda value: self.ask(tr("Hold Sign"), lambda t: timing.hold(t, self.index - 1, value))
        )

    def show_way(self, timeline: Timeline, index: int, why: str, doubt: str) -> None:
        """Show the way into clip `index`, why it is so long, and what is unnatural about it."""
        self.timeline, self.index = timeline, index
        into, clips = way(timeline, index), timeline.clips
        before = clips[index - 1].label if index else term("rest")
        self.heading.setText(f"{before} → {clips[index].label if index < len(clips) else term('rest')}")
        self._show(self.length, into.seconds)
        self._show(self.ease, into.ease)
        self.hold.setEnabled(index > 0)
        self._show(self.hold, clips[index - 1].hold if index else 0.0)
        changed = abs(into.seconds - into.proposed) > 1e-3 or into.ease != 0
        self.proposal.setText(f"{into.proposed:.2f} s" + ("  ↺" if changed else ""))
        self.proposal.setEnabled(changed)
        tint = theme.color("fair").name()
        why, doubt = told(why), told(doubt)
        self.about.setText(f'<p style="color:{tint}">{doubt}</p>{why}' if doubt else why)

    def _pace(self, seconds: float) -> None:
        self.ask(tr("Change Transition"), lambda t: timing.pace(t, self.index, seconds))

    def _reset(self) -> None:
        self.ask(tr("Use Proposed Transition"), lambda t: timing.as_proposed(t, self.index), once=True)


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
        self.repeat.valueChanged.connect(
            lambda value: self.ask(
                tr("Repeat Sign"), lambda t: timing.repeat(t, self.index, round(value), self.back)
            )
        )
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
        length = tr("{seconds:.2f} s on the timeline, of a sign of {longest:.2f} s.").format(
            seconds=clip.seconds, longest=longest
        )
        self.about.setText(
            f"{length} "
            + tr("Proposed: {start:.2f} to {end:.2f} s at {speed:.2f} ×, held for {hold:.2f} s.").format(
                start=usual.start, end=usual.end, speed=usual.speed, hold=usual.hold
            )
        )

    def _repeat(self, times: float) -> None:
        self.ask(tr("Repeat Sign"), lambda t: timing.repeat(t, self.index, round(times), self.back))

    def _trim(self) -> None:
        start, end = self.start.value(), self.end.value()
        self.ask(tr("Trim Sign"), lambda t: timing.trim(t, self.index, start, end, self.longest))


class MarkerPage(Page):
    """A non-manual marker: what is done, how strongly, and how it comes and goes."""

    def __init__(self) -> None:
        super().__init__()
        self.action = QComboBox()
        self.action.setAccessibleName(tr("Action"))
        self.action.activated.connect(self._act)
        self.row(tr("Action"), self.action)
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("Mouthed words"))
        self.words.setPlaceholderText(tr("word"))
        self.words.setFixedWidth(88)
        self.words.editingFinished.connect(self._mouth)
        self.mouthed = self.row(tr("Mouthed"), self.words)
        self.strength = self.number(tr("Strength"), (0, 100), "%", 5)
        self.strength.valueChanged.connect(
            lambda value: self._change(tr("Change Strength"), strength=value / 100)
        )
        self.ease_in = self.number(tr("Ease in"), (0, 10), "s", 0.05)
        self.ease_in.valueChanged.connect(lambda value: self._change(tr("Change Ease"), ease_in=value))
        self.ease_out = self.number(tr("Ease out"), (0, 10), "s", 0.05)
        self.ease_out.valueChanged.connect(lambda value: self._change(tr("Change Ease"), ease_out=value))
        self.delete = QPushButton(tr("Delete"))
        self.delete.clicked.connect(self._delete)
        self.row("", self.delete)

    def show_marker(self, timeline: Timeline, index: int) -> None:
        """Show marker `index`."""
        self.timeline, self.index = timeline, index
        marker = timeline.markers[index]
        self.heading.setText(capital(term(marker.lane)))
        choices = actions(marker)
        self.action.clear()
        for channel, action in choices:
            self.action.addItem(
                tr(WORDS) if channel is Channel.MOUTHING else titled(channel, action), (channel, action)
            )
        mouthed = marker.channel is Channel.MOUTHING
        current = (marker.channel, "" if mouthed else marker.action)
        self.action.setCurrentIndex(choices.index(current))
        self.words.setText(marker.action if mouthed else "")
        for part in (self.mouthed, self.words):
            part.setVisible(Channel.MOUTHING in CHANNELS[marker.lane])
        self._show(self.strength, 100 * marker.strength)
        self._show(self.ease_in, marker.ease_in)
        self._show(self.ease_out, marker.ease_out)
        self.about.setText(
            tr("From {start:.2f} to {end:.2f} s, over what the signs do.").format(
                start=marker.start, end=marker.end
            )
        )

    def _act(self, place: int) -> None:
        channel, action = self.action.itemData(place)
        if channel is Channel.MOUTHING:
            self.words.setFocus()
        else:
            self._change(tr("Change Action"), once=True, channel=channel, action=action)

    def _mouth(self) -> None:
        words = " ".join(self.words.text().split())
        if words and words != self.timeline.markers[self.index].action:
            self._change(tr("Change Mouthing"), once=True, channel=Channel.MOUTHING, action=words)

    def _delete(self) -> None:
        self.ask(
            tr("Delete Marker"),
            lambda t: replace(t, markers=markers.remove(t.markers, [self.index])),
            once=True,
        )

    def _change(self, title: str, *, once: bool = False, **fields: object) -> None:
        self.ask(title, lambda t: with_marker(t, self.index, **fields), once=once)


def actions(marker: Marker) -> list[tuple[Channel, str]]:
    """What can stand in the place of a marker: all actions of its lane, a mouthing without words last."""
    found = [(channel, action) for channel in CHANNELS[marker.lane] for action in ACTIONS[channel]]
    return found + [(channel, "") for channel in CHANNELS[marker.lane] if channel is Channel.MOUTHING]


def titled(channel: Channel, action: str) -> str:
    """An action in a list of those of several channels."""
    named = channel in (Channel.GAZE, Channel.CHEEKS, Channel.SHOULDERS)
    return f"{term(channel)}: {words_of(action)}" if named else words_of(action)


def with_marker(timeline: Timeline, index: int, **fields: object) -> Timeline:
    """The timeline with other fields of a marker."""
    changed = replace(timeline.markers[index], **fields)  # type: ignore[arg-type]
    return replace(timeline, markers=markers.change(timeline.markers, index, changed))


class InspectorPanel(QWidget):
    """One page at a time, for what is held."""

    asked = Signal(str, object, int)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ways, self.signs, self.markers = WayPage(), SignPage(), MarkerPage()
        nothing = label(tr(NOTHING), "faint")
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing = row(nothing, margins=(12, 12, 12, 12))
        self._pages = QStackedWidget()
        for page in (self._nothing, self.ways, self.signs, self.markers):
            self._pages.addWidget(page)
            if isinstance(page, Page):
                page.asked.connect(self.asked)
                page.failed.connect(self.failed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_page(self, page: Page | None) -> None:
        """Show a page that was filled, or that nothing is held."""
        self._pages.setCurrentWidget(page or self._nothing)
