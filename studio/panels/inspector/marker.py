"""The page of the inspector for a non-manual marker, and what can stand in its place."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from pipeline.compose.face import ACTIONS, Channel
from pipeline.timeline import markers
from pipeline.timeline.markers import CHANNELS, Marker
from pipeline.timeline.timeline import Timeline
from studio.language import decimal, mark, tr
from studio.panels.inspector.page import Page
from studio.terms import capital, term, words_of

WORDS = mark("mouthing…")
"""The action that is written, not chosen."""


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
            tr("From {start} to {end} s, over what the signs do.").format(
                start=decimal(marker.start, 2), end=decimal(marker.end, 2)
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
