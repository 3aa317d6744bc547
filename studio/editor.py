"""What the user's wishes mean for the document: glosses, candidates, transitions, signer, history."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from pipeline.errors import BadInput
from studio.describe import clips_of
from studio.document import APART, Document
from studio.draft import Draft
from studio.interpreter import Interpreter
from studio.language import tr
from studio.learning import Learning
from studio.library import Shelf
from studio.workshop import Performance, Workshop

if TYPE_CHECKING:
    from pipeline.signs.sign import Sign
    from pipeline.signs.store import SignStore
    from pipeline.text.gloss import Reading
    from pipeline.timeline.guide import GuideFilm
    from pipeline.timeline.manner import Manner
    from pipeline.timeline.project import Project
    from pipeline.timeline.timeline import Timeline
    from studio.library import Library


class Editor(QObject):
    """Turns wishes into edits of the document, and every new timeline into a performance."""

    performed = Signal(object)  # Performance
    failed = Signal(str)
    selection_asked = Signal(int)  # position of the gloss that an edit was about

    def __init__(
        self,
        document: Document,
        workshop: Workshop,
        interpreter: Interpreter,
        learning: Learning,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interpreter, self._learning = interpreter, learning
        self._document, self._workshop = document, workshop
        self._performance: Performance | None = None
        self.shelf = Shelf()
        self.draft = Draft(document, self.shelf, workshop, interpreter, self)
        self.draft.failed.connect(self.failed)
        self.draft.performed.connect(self._show)
        document.changed.connect(self._perform)
        workshop.baked.connect(self._take_performance)
        workshop.failed.connect(self._report)

    @property
    def library(self) -> "Library":
        """The dictionary of the document, opened when first asked for; raises BadInput."""
        return self.shelf.library(self._document.project.dictionary)

    @property
    def count(self) -> int:
        """How many glosses there are."""
        return len(self._document.project.glosses.glosses)

    def rename(self, position: int, name: str) -> None:
        """Sign something else in the place of a gloss, and from now on for its words."""
        from pipeline.timeline import edits

        self.draft.flush()
        lesson = self._learning.correction(self._document.project, position, name)
        self._edit(
            tr("Edit {name}").format(name=name),
            lambda project, store: edits.rename(project, position, name, store),
            also=lesson,
        )
        self.selection_asked.emit(position)

    def use_reading(self, reading: "Reading") -> None:
        """Sign a sentence in another way."""
        from pipeline.timeline import edits

        title = tr("Sign the Sentence Differently")
        self._edit(title, lambda project, store: edits.use_reading(project, reading, store))

    def insert(self, position: int, name: str) -> None:
        """Sign something more before the gloss at `position`."""
        from pipeline.timeline import edits

        self._edit(
            tr("Insert {name}").format(name=name),
            lambda project, store: edits.insert(project, position, name, store),
        )
        self.selection_asked.emit(position)

    def put(self, position: int, sign: "Sign") -> None:
        """Sign just this in the place of a gloss, or after the last one when `position` is their number."""
        from pipeline.timeline import edits

        change = edits.rename if position < self.count else edits.insert

        def put(project: "Project", store: "SignStore") -> "Project":
            put_there = change(project, position, sign.gloss, store)
            clips = clips_of(put_there, position)
            return edits.use(put_there, clips[0], sign, store) if clips else put_there

        self._edit(tr("Use {gloss}").format(gloss=sign.gloss), put)
        self.selection_asked.emit(position)

    def remove(self, position: int) -> None:
        """Do not sign a gloss."""
        from pipeline.timeline import edits

        if 0 <= position < self.count:
            title = tr("Delete {name}").format(name=self._name(position))
            self._edit(title, lambda project, store: edits.remove(project, position, store))
            self.selection_asked.emit(min(position, self.count - 1))

    def move(self, start: int, end: int) -> None:
        """Sign a gloss earlier or later."""
        from pipeline.timeline import edits

        if start != end and 0 <= start < self.count and 0 <= end < self.count:
            title = tr("Move {name}").format(name=self._name(start))
            self._edit(title, lambda project, store: edits.move(project, start, end, store))
            self.selection_asked.emit(end)

    def use(self, clip: int, sign: "Sign") -> None:
        """Perform a clip with another sign."""
        from pipeline.timeline import edits

        title = tr("Use Another {gloss}").format(gloss=sign.gloss)
        self._edit(title, lambda project, store: edits.use(project, clip, sign, store))

    def use_variant(self, clip: int, dictionary: str, gloss: str, variant: str) -> None:
        """Perform a clip with a sign that was just added to a dictionary, which becomes the project's."""
        from pipeline.timeline import edits

        self._use_new(
            tr("Use {gloss} ({variant})").format(gloss=gloss, variant=variant),
            dictionary,
            (gloss, variant),
            lambda project, sign, store: edits.use(project, clip, sign, store),
        )

    def insert_own(self, position: int, dictionary: str, gloss: str, variant: str) -> None:
        """Sign what was just added to a dictionary before the gloss at `position`, as `use_variant` does."""
        from pipeline.timeline import edits

        def insert(project: "Project", sign: "Sign", store: "SignStore") -> "Project":
            inserted = edits.insert(project, position, gloss, store)
            clips = clips_of(inserted, position)
            return edits.use(inserted, clips[0], sign, store) if clips else inserted

        self._use_new(tr("Insert {gloss}").format(gloss=gloss), dictionary, (gloss, variant), insert)
        self.selection_asked.emit(position)

    def _use_new(
        self,
        title: str,
        dictionary: str,
        named: tuple[str, str],
        change: "Callable[[Project, Sign, SignStore], Project]",
    ) -> None:
        """Edit with a sign, by gloss and variant, of a dictionary that becomes the project's."""
        from pipeline.timeline.resolve import resolve

        self.shelf.close()  # what it knows of the dictionary is older
        store = self.shelf.library(dictionary).store

        def edit(project: "Project", _: "SignStore") -> "Project":
            if project.dictionary != dictionary:
                project, _notes = resolve(replace(project, dictionary=dictionary), store)
            found = store.find(named[0], project.sign_language, rejected=True)
            return change(project, next(sign for sign in found if sign.variant == named[1]), store)

        self._edit(title, edit)

    def set_transition(self, index: int, seconds: float, gesture: int = APART) -> None:
        """Spend `seconds` on the way into a clip; the changes of one gesture are one step."""
        from pipeline.timeline import edits

        self._edit(
            tr("Change Transition"),
            lambda project, store: edits.set_transition(project, index, seconds),
            gesture,
        )

    def reset_transition(self, index: int) -> None:
        """Give a transition the length that was proposed for it."""
        from pipeline.timeline.timing import as_proposed

        self.retime(tr("Use Proposed Transition"), as_proposed(self._document.project.timeline, index))

    def retime(self, title: str, timeline: "Timeline", gesture: int = APART) -> None:
        """Let the timeline of the document be another one; the changes of one gesture are one step."""
        if self.draft.is_pending:
            self.draft.flush()  # its signs are others: what was asked for was about the old ones
            return
        self._edit(title, lambda project, _: replace(project, timeline=timeline), gesture)

    def set_manner(self, manner: "Manner", gesture: int = APART) -> None:
        """Sign the whole sentence in another manner."""
        from pipeline.timeline import edits

        self._edit(
            tr("Change Manner"), lambda project, store: edits.set_manner(project, manner, store), gesture
        )

    def insert_part(self, position: int, part: "Project", title: str) -> None:
        """Sign the glosses of another project before the gloss at `position`, as one step."""
        from pipeline.timeline.copying import inserted

        self._edit(title, lambda project, store: inserted(project, position, part, store))
        self.selection_asked.emit(position)

    def remove_many(self, positions: Iterable[int]) -> None:
        """Do not sign some glosses, as one step."""
        from pipeline.timeline.copying import without

        wanted = sorted(positions)
        title = (
            tr("Delete {name}").format(name=self._name(wanted[0]))
            if len(wanted) == 1
            else tr("Delete {count} Signs").format(count=len(wanted))
        )
        self._edit(title, lambda project, store: without(project, wanted, store))
        self.selection_asked.emit(min(wanted[0], self.count - 1))

    def translate_anew(self) -> None:
        """Give up the edits of glosses by hand."""
        from pipeline.timeline import edits

        by = self._interpreter.translate
        self._edit(tr("Translate Anew"), lambda project, store: edits.retranslate(project, store, by))
        self._interpreter.refine(self._document.project)

    def set_signer(self, key: str) -> None:
        """Let another signer perform."""
        self._edit(tr("Change Signer"), lambda project, _: replace(project, signer=key))

    def set_guide(self, title: str, guide: "GuideFilm | None") -> None:
        """Work by another film, or show it otherwise."""
        self._edit(title, lambda project, _: replace(project, guide=guide))

    def set_dictionary(self, path: str | None) -> None:
        """Take signs from another dictionary; raises BadInput when it cannot be opened."""
        from pipeline.timeline.edits import change_dictionary

        known = self._known_glosses()
        self.shelf.close()  # the file may have changed since
        store = self.shelf.library(path).store
        by = self._interpreter.translate
        self._edit(
            tr("Change Dictionary"),
            lambda project, _: change_dictionary(project, path, known, store, by),
        )

    def _known_glosses(self) -> frozenset[str]:
        """What the dictionary has, as it was last seen; nothing when it is gone."""
        try:
            return self.library.known(self._document.project.sign_language)
        except BadInput:
            return frozenset()

    def undo(self) -> None:
        """Take back the last step."""
        self.draft.flush()
        self.draft.end_burst()
        self._document.history.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.draft.flush()
        self._document.history.redo()

    def perform_again(self) -> None:
        """Make the performance anew: another body has other wrists."""
        self._performance = None
        self._perform(self._document.project)

    def _name(self, position: int) -> str:
        return self._document.project.glosses.glosses[position].name

    def _edit(
        self,
        title: str,
        change: "Callable[[Project, SignStore], Project]",
        gesture: int = APART,
        also: QUndoCommand | None = None,
    ) -> None:
        self.draft.flush()
        self.draft.end_burst()
        try:
            self._document.edit(title, change(self._document.project, self.library.store), gesture, also)
        except BadInput as problem:
            self.failed.emit(str(problem))

    def _perform(self, project: "Project") -> None:
        known = self._performance
        if known is None or known.timeline != project.timeline:
            self._workshop.bake(project)

    def _take_performance(self, performance: Performance) -> None:
        if performance.timeline == self._document.project.timeline:
            self._show(performance)

    def _show(self, performance: Performance) -> None:
        self._performance = performance
        self.performed.emit(performance)

    def _report(self, problem: Exception) -> None:
        if isinstance(problem, (BadInput, LookupError, OSError)):
            self.failed.emit(str(problem))
        else:
            raise problem
