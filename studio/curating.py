"""Curating: what is decided in the candidates panel is stored, undone and shown."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from pipeline.errors import BadInput
from pipeline.signs.decision import NONE, Decision, Subject
from pipeline.signs.sign import Sign, Status
from studio.document import Document
from studio.editor import Editor
from studio.language import tr
from studio.library import Pages
from studio.panels.candidates import CandidatesPanel
from studio.panels.curation import Change
from studio.searching import Searching
from studio.settings import Settings

if TYPE_CHECKING:
    from pipeline.signs.decisions import Decisions

Decided = Mapping[Subject, Decision]


class Curating(QObject):
    """Makes of every wish one decision, one step of history; the sentence follows it in the same step."""

    changed = Signal()  # what is decided is another than before
    said = Signal(str)
    gloss_wanted = Signal(int)  # how many glosses further there may be undecided signs

    def __init__(
        self,
        document: Document,
        editor: Editor,
        panel: CandidatesPanel,
        searching: Searching,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._editor, self._panel = document, editor, panel
        self._searching, self._settings = searching, settings
        panel.decided.connect(self.decide)
        panel.next_wanted.connect(self.next_undecided)

    def decide(self, title: str, change: Change) -> None:
        """Change what is decided about the marked sign."""
        if self._panel.marked is not None:
            self.decide_about(self._panel.marked, title, change)

    def decide_about(self, sign: Sign, title: str, change: Change) -> None:
        """Change what is decided about a sign; another representative of its gloss steps back."""
        try:
            after = {sign.subject: change(sign.decision)}
            before = {sign.subject: sign.decision}
            if after[sign.subject].representative and not sign.decision.representative:
                for other in self._editor.library.find(sign.gloss, sign.language, rejected=True):
                    if other.decision.representative and other.id != sign.id:
                        before[other.subject] = other.decision
                        after[other.subject] = replace(other.decision, representative=False)
            if after != before:
                self._push(f"{title} {sign.gloss} {sign.variant}".strip(), before, after)
        except BadInput as problem:
            self._editor.failed.emit(str(problem))

    def next_undecided(self) -> None:
        """Mark the next sign of the list that nobody has decided about, then go to the next gloss."""
        signs, row = self._panel.signs, self._panel.row
        if isinstance(signs, Pages):
            found = self._searching.next_undecided(self._panel.words, signs, row)
        else:
            rows = [*range(row + 1, len(signs)), *range(row + 1)]
            undecided = (place for place in rows if signs[place].status is Status.UNDECIDED)
            found = next(undecided, -1)
        if found >= 0 and (found != row or signs[row].status is Status.UNDECIDED):
            self._panel.mark(found)
        if found < 0 and not isinstance(signs, Pages):
            self.gloss_wanted.emit(1)
        elif found < 0:
            self.said.emit(tr("Every sign of this list is decided about"))

    def put(self, decided: Decided) -> None:
        """Record decisions, and show everything as they want it."""
        try:
            decisions = self._decisions()
            fresh = {
                subject: decision
                for subject, decision in decided.items()
                if decisions.of(subject.language, subject.gloss).get(subject, NONE) != decision
            }
            decisions.put(fresh, by=self._settings.curator)
        except BadInput as problem:
            self._editor.failed.emit(str(problem))
            return
        library = self._editor.library
        library.forget()
        for language, gloss in {(subject.language, subject.gloss) for subject in decided}:
            self._searching.revise(list(library.find(gloss, language, rejected=True)))
        self.changed.emit()

    def _decisions(self) -> "Decisions":
        decisions = self._editor.library.store.decisions
        if decisions is None:
            raise BadInput(tr("This dictionary is opened without decisions: open it again."))
        return decisions

    def _push(self, title: str, before: Decided, after: Decided) -> None:
        from pipeline.timeline.assemble import assemble

        self._editor.draft.flush()
        self._decisions().put(after, by=self._settings.curator)
        self._editor.library.forget()
        project, store = self._document.project, self._editor.library.store
        anew = replace(project, timeline=assemble(project.glosses, store, keep=project.timeline))
        verdict = Verdict(self, title, before, after)
        if anew == project:
            self._document.history.push(verdict)
        else:
            self._document.edit(title, anew, also=verdict)
        self.said.emit(
            tr("{title}: decided by {curator}").format(title=title, curator=self._settings.curator)
        )


class Verdict(QUndoCommand):
    """A step of history that changes what is decided."""

    def __init__(self, curating: Curating, title: str, before: Decided, after: Decided) -> None:
        super().__init__(title)
        self._curating, self._before, self._after = curating, before, after

    def redo(self) -> None:
        self._curating.put(self._after)

    def undo(self) -> None:
        self._curating.put(self._before)
