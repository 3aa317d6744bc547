"""Which moment of the sign and which hand is edited: the start, the movements, and the two hands."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QTabBar, QToolButton, QVBoxLayout, QWidget

from pipeline.compose.shown import Hand
from studio.language import mark, tr
from studio.panels.compose.local_list import small_button
from studio.panels.pieces import STRETCH, label, row

NAMES = {Hand.LEADING: mark("Leading hand"), Hand.OTHER: mark("Other hand")}


class MomentBar(QWidget):
    """Tabs for the moments, buttons to add and take away movements, and a switch between the hands."""

    chosen = Signal(int)
    hand_chosen = Signal(object)
    added = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Moments of the sign"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(lambda index: self.chosen.emit(max(index, 0)))
        self.add = small_button("+", tr("Add a movement after this moment"))
        self.remove = small_button("−", tr("Remove this movement"))
        self.add.clicked.connect(self.added)
        self.remove.clicked.connect(self.removed)
        self.hands: dict[Hand, QToolButton] = {}
        group = QButtonGroup(self)
        for hand, name in NAMES.items():
            button = QToolButton(text=tr(name))
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.clicked.connect(lambda _=False, hand=hand: self.hand_chosen.emit(hand))
            group.addButton(button)
            self.hands[hand] = button
        self.switch = row(
            label(tr("Edit"), tone="dim"), *self.hands.values(), STRETCH, margins=(8, 0, 0, 0), spacing=4
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row(self.tabs, self.add, self.remove, STRETCH, spacing=4))
        column.addWidget(self.switch)

    def show_moment(self, movements: int, moment: int) -> None:
        """Show so many movements and the moment that is edited."""
        with QSignalBlocker(self.tabs):
            while self.tabs.count() > movements + 1:
                self.tabs.removeTab(self.tabs.count() - 1)
            while self.tabs.count() < movements + 1:
                number = self.tabs.count()
                self.tabs.addTab(
                    tr("Movement {number}").format(number=number)
                    if number == 1
                    else str(number)
                    if number
                    else tr("Start")
                )
                self.tabs.setTabToolTip(
                    number,
                    tr("The end of movement {number}").format(number=number) if number else tr("The start"),
                )
            self.tabs.setCurrentIndex(moment)
        self.remove.setEnabled(moment > 0)

    def show_hand(self, hand: Hand, is_alone: bool) -> None:
        """Show which hand is edited; a sign of one hand has no choice."""
        self.switch.setHidden(is_alone)
        self.hands[hand].setChecked(True)
