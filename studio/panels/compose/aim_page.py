"""The page of the compose panel for orientation."""

from pipeline.compose import edits
from pipeline.compose.description import Description
from pipeline.compose.shown import shown_at
from studio.language import tr
from studio.panels.compose.dial import Dial
from studio.panels.compose.page import Page
from studio.panels.pieces import label, row


class AimPage(Page):
    """Where the palm faces and the fingers point."""

    def __init__(self) -> None:
        super().__init__()
        self.palm, self.fingers = Dial(tr("The palm faces")), Dial(tr("The fingers point"))
        self.palm.picked.connect(lambda way: self._offer(tr("Turn the Palm"), edits.with_posture, palm=way))
        self.fingers.picked.connect(
            lambda way: self._offer(tr("Turn the Fingers"), edits.with_posture, fingers=way)
        )
        for dial in (self.palm, self.fingers):
            dial.ring.setMinimumSize(124, 124)
        note = label(tr("As the signer sees it: right is the signer's right, out is away from the signer."))
        note.setProperty("tone", "faint")
        note.setWordWrap(True)
        self.column.addWidget(row(self.palm, self.fingers, spacing=14))
        self.column.addWidget(note)
        self.column.addStretch(1)

    def _show(self, description: Description) -> None:
        posture = shown_at(description, self.moment, self.hand)
        self.palm.show_value(posture.palm)
        self.fingers.show_value(posture.fingers)
