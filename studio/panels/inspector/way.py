"""The page of the inspector for a transition."""

from PySide6.QtWidgets import QPushButton

from pipeline.timeline import timing
from pipeline.timeline.timeline import LONGEST, SHORTEST, Timeline, way
from studio import theme
from studio.language import decimal, tr
from studio.panels.inspector.page import Page
from studio.terms import term
from studio.told import told


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
        self.proposal.setText(f"{decimal(into.proposed, 2)} s" + ("  ↺" if changed else ""))
        self.proposal.setEnabled(changed)
        tint = theme.color("fair").name()
        why, doubt = told(why), told(doubt)
        self.about.setText(f'<p style="color:{tint}">{doubt}</p>{why}' if doubt else why)

    def _pace(self, seconds: float) -> None:
        self.ask(tr("Change Transition"), lambda t: timing.pace(t, self.index, seconds))

    def _reset(self) -> None:
        self.ask(tr("Use Proposed Transition"), lambda t: timing.as_proposed(t, self.index), once=True)
