"""Which gloss is selected, which of its signs, and what is offered for it."""

from PySide6.QtCore import QObject, Signal

from pipeline.errors import BadInput
from pipeline.signs.sign import Sign, Status
from pipeline.text.gloss import Span
from pipeline.timeline.timeline import spans
from studio.describe import clips_of, offer
from studio.document import Document, new_gesture
from studio.editor import Editor
from studio.panels.candidates import CandidatesPanel, Offer
from studio.panels.glosses import GlossPanel
from studio.told import refused


class Selection(QObject):
    """Connects gloss strip and candidates: what is selected in one is offered in the other."""

    changed = Signal()
    visited = Signal(float)  # seconds: where the selected sign begins

    def __init__(
        self,
        document: Document,
        editor: Editor,
        glosses: GlossPanel,
        candidates: CandidatesPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._editor = document, editor
        self._glosses, self._candidates = glosses, candidates
        self.position = -1
        self.others: frozenset[int] = frozenset()  # positions selected beside it
        self.part = 0  # which sign of the gloss
        glosses.selected.connect(self.visit)
        glosses.renamed.connect(editor.rename)
        glosses.inserted.connect(editor.insert)
        glosses.moved.connect(editor.move)
        glosses.deleted.connect(editor.remove)
        editor.selection_asked.connect(self.select)
        candidates.label_chosen.connect(self._choose_part)
        candidates.chosen.connect(self.use)
        candidates.picked.connect(self._replace)

    @property
    def span(self) -> Span | None:
        """The characters that the selected gloss comes from."""
        if not 0 <= self.position < self._editor.count:
            return None
        return self._document.project.glosses.glosses[self.position].span

    @property
    def positions(self) -> frozenset[int]:
        """All glosses that are selected."""
        chosen = self.others | {self.position}
        return frozenset(position for position in chosen if 0 <= position < self._editor.count)

    def select(self, position: int, others: frozenset[int] = frozenset()) -> None:
        """Select a gloss, -1 for none, and others beside it."""
        if position != self.position:
            self.position, self.part = position, 0
        self.others = others
        self.refresh()
        self.changed.emit()

    def select_clip(self, clip: int) -> None:
        """Select the gloss that a clip performs, and this sign of it."""
        position = self._document.project.timeline.clips[clip].position
        self.position, self.others = position, frozenset()
        self.part = clips_of(self._document.project, position).index(clip)
        self.refresh()
        self.changed.emit()

    def select_all(self) -> None:
        """Select every gloss."""
        if self._editor.count:
            self.select(max(self.position, 0), frozenset(range(self._editor.count)))

    def visit(self, position: int) -> None:
        """Select a gloss and go to the moment at which it is signed."""
        self.select(position)
        self._visit_part()

    def step(self, count: int) -> None:
        """Select the gloss that is `count` further."""
        if self._editor.count:
            self.visit(min(max(self.position + count, 0), self._editor.count - 1))

    def remove(self) -> None:
        """Delete the selected glosses."""
        if self.others:
            self._editor.remove_many(self.positions)
        else:
            self._editor.remove(self.position)

    def move(self, count: int) -> None:
        """Move the selected gloss by `count` places."""
        if self.position >= 0:
            self._editor.move(self.position, self.position + count)

    def use_other(self, count: int) -> None:
        """Use the candidate that is `count` further down the list."""
        offered = self._offer()
        signs = [
            sign for sign in offered.signs if sign.status is not Status.REJECTED or sign.id == offered.used
        ]
        ids = [sign.id for sign in signs]
        if offered.used in ids:
            self.use(signs[(ids.index(offered.used) + count) % len(ids)])

    def lengthen(self, seconds: float) -> None:
        """Make the way into the selected sign longer, or shorter."""
        clip = self.clip
        if clip is not None:
            into = self._document.project.timeline.clips[clip].into
            self._editor.set_transition(clip, into.seconds + seconds, new_gesture())

    def refresh(self) -> None:
        """Show what the document says now."""
        self.position = min(self.position, self._editor.count - 1)
        try:
            self._candidates.show_offer(self._offer())
        except BadInput as problem:
            self._candidates.show_offer(Offer("", note=refused(str(problem))))
        self._glosses.select(self.position)

    def _offer(self) -> Offer:
        return offer(self._document.project, self.position, self.part, self._editor.library)

    @property
    def clip(self) -> int | None:
        """Index of the clip that the selected sign is performed by."""
        indices = clips_of(self._document.project, self.position)
        return indices[min(self.part, len(indices) - 1)] if indices else None

    def _choose_part(self, part: int) -> None:
        self.part = part
        self.refresh()
        self._visit_part()

    def _visit_part(self) -> None:
        clip = self.clip
        if clip is not None:
            self.visited.emit(spans(self._document.project.timeline)[clip][0])

    def use(self, sign: Sign) -> None:
        """Perform the selected gloss with a sign, or the chosen letter of it."""
        clip = self.clip
        if clip is not None:
            self._editor.use(clip, sign)
        elif self.position >= 0:
            self._replace(sign)

    def _replace(self, sign: Sign) -> None:
        self._editor.put(self.position if self.position >= 0 else self._editor.count, sign)
