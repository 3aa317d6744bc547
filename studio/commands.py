"""What each command of the menus does in a window."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from pipeline.body.signers import USER
from pipeline.errors import BadInput
from studio import filling
from studio.docks import COMPOSING, CORRECT_WIDTH, CURATING, PRESENTING
from studio.language import tr
from studio.menus import Handler
from studio.panels import dialogs
from studio.panels.dialogs import DICTIONARIES, MODELS
from studio.panels.help import about_dialog, shortcuts_dialog
from studio.panels.keys import KeysDialog
from studio.panels.transport import SPEEDS
from studio.viewport.aids import Aids
from studio.workshop import FPS

if TYPE_CHECKING:
    from studio.window import MainWindow

CAMERAS = {
    "front": "front",
    "three_quarter": "three-quarter",
    "side": "side",
    "hands": "hands",
    "whole": "whole",
}
"""The camera preset of each camera command."""


class Commands(QObject):
    """Handlers by the names of `studio.shortcuts.COMMANDS`."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.bodies.adopted.connect(lambda: window.editor.set_signer(USER))
        window.bodies.refused.connect(self._refuse_model)
        window.transport.speed_chosen.connect(self.set_speed)
        window.top.signer_chosen.connect(self._remember_signer)
        window.text.languages_chosen.connect(self._remember_languages)
        window.files.recent_changed.connect(self._fill_recent)
        self._recent = QMenu(tr("Open Recent"), window)
        window.menus["File"].insertMenu(window.actions_by_name["save"], self._recent)
        self._fill_recent()
        self._inspected = True  # whether the inspector was there before the corrections
        self.set_speed(1.0)

    def handlers(self) -> dict[str, Handler]:
        """One for every command."""
        return (
            self._for_files()
            | self._for_editing()
            | self._for_curating()
            | self._for_looking()
            | self._for_playing()
        )

    def set_speed(self, speed: float) -> None:
        """Play at a speed, and show it."""
        self._window.playback.set_speed(speed)
        self._window.transport.show_speed(speed)

    def _for_files(self) -> dict[str, Handler]:
        window, files = self._window, self._window.files
        return {
            "new": files.new,
            "open": files.open,
            "save": files.save,
            "save_as": files.save_as,
            "import_tiers": window.tiers.ask,
            "import_motion": window.motions.ask,
            "export": window.exports.ask,
            "sample": window.sample.open,
            "export_sentences": window.sentences.ask,
            "choose_model": self._choose_model,
            "choose_dictionary": self._choose_dictionary,
            "starter_dictionary": lambda: self.use_dictionary(None),
            "quit": window.close,
        }

    def _for_editing(self) -> dict[str, Handler]:
        editor, selection, glosses = self._window.editor, self._window.selection, self._window.glosses
        return {
            "undo": editor.undo,
            "redo": editor.redo,
            "cut_signs": self._window.copying.cut,
            "copy_signs": self._window.copying.copy,
            "paste_signs": self._window.copying.paste,
            "duplicate_signs": self._window.copying.duplicate,
            "select_all": selection.select_all,
            "previous_gloss": lambda: selection.step(-1),
            "next_gloss": lambda: selection.step(1),
            "edit_gloss": glosses.edit,
            "insert_gloss": glosses.insert,
            "delete_gloss": selection.remove,
            "move_earlier": lambda: selection.move(-1),
            "move_later": lambda: selection.move(1),
            "gloss_choices": self._window.choosing.offer_glosses,
            "sentence_choices": self._window.choosing.offer_readings,
            "translate_anew": editor.translate_anew,
            "glossary": self._window.translating.show_glossary,
            "previous_candidate": lambda: selection.use_other(-1),
            "next_candidate": lambda: selection.use_other(1),
            "shorter": lambda: selection.lengthen(-1 / FPS),
            "longer": lambda: selection.lengthen(1 / FPS),
        }

    def _for_curating(self) -> dict[str, Handler]:
        candidates = self._window.candidates
        names = ("approve", "reject", "flag", "undecide", "represent", "mirror", "tag", "note")
        handlers: dict[str, Handler] = {name: partial(candidates.command, name) for name in names}
        return handlers | {
            "next_undecided": self._window.curating.next_undecided,
            "compare": self._window.comparing.open,
            "thumbnails": lambda: filling.fill(self._window),
            "curator": self._ask_curator,
        }

    def _ask_curator(self) -> None:
        settings = self._window.settings
        name, given = QInputDialog.getText(
            self._window, tr("Curator's Name"), tr("Decisions about signs are signed:"), text=settings.curator
        )
        if given:
            settings.curator = name

    def _for_looking(self) -> dict[str, Handler]:
        window = self._window
        cameras: dict[str, Handler] = {
            name: partial(window.viewport.preset, preset) for name, preset in CAMERAS.items()
        }
        return cameras | {
            "focus_text": window.text.editor.setFocus,
            "focus_glosses": window.glosses.take_focus,
            "focus_search": window.candidates.search.setFocus,
            "skeleton": self._show_aids,
            "trails": self._show_aids,
            "safe_frame": self._show_aids,
            "onion": window.onions.show,
            "guide": window.guiding.show,
            "beside": lambda: window.viewport.set_beside(window.actions_by_name["beside"].isChecked()),
            "compose": self._toggle_compose,
            "correct": self._toggle_correct,
            "full_screen": self._toggle_full_screen,
            "layout_curate": lambda: window.docks.place(window, CURATING),
            "layout_compose": lambda: window.docks.place(window, COMPOSING),
            "layout_present": lambda: window.docks.place(window, PRESENTING),
            "reset_layout": lambda: window.docks.place(window),
            "shortcuts": lambda: shortcuts_dialog(window, window.keys.of).open(),
            "change_keys": lambda: KeysDialog(window, window.keys).open(),
            "about": lambda: about_dialog(window).open(),
        }

    def _for_playing(self) -> dict[str, Handler]:
        playback = self._window.playback
        return {
            "play": playback.toggle,
            "loop": lambda: playback.set_loop(not playback.looping),
            "frame_back": lambda: playback.step(-1),
            "frame_forward": lambda: playback.step(1),
            "to_start": lambda: playback.seek(0.0),
            "to_end": lambda: playback.seek(playback.duration),
            "slower": lambda: self._change_speed(-1),
            "faster": lambda: self._change_speed(1),
            "normal_speed": lambda: self.set_speed(1.0),
            "slow_motion": self._window.presenting.toggle_slow_motion,
            "present": self._window.presenting.toggle,
            "replay": self._window.presenting.replay,
            "captions": self._window.presenting.show_captions,
        }

    def _change_speed(self, step: int) -> None:
        index = SPEEDS.index(self._window.playback.speed) + step
        self.set_speed(SPEEDS[min(max(index, 0), len(SPEEDS) - 1)])

    def _show_aids(self) -> None:
        shown = self._window.actions_by_name
        self._window.viewport.set_aids(
            Aids(*(shown[name].isChecked() for name in ("skeleton", "trails", "safe_frame")))
        )

    def _toggle_full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _choose_model(self) -> None:
        folder = self._window.settings.folder
        path = dialogs.ask_file_to_open(self._window, tr("Choose SMPL-X Model"), folder, tr(MODELS))
        if path:
            self._window.bodies.adopt(path)

    def _remember_signer(self, key: str) -> None:
        self._window.settings.signer = key

    def _remember_languages(self, text: str, sign: str) -> None:
        self._window.settings.languages = text, sign

    def _refuse_model(self, why: str) -> None:
        dialogs.tell(self._window, tr("This model cannot be used"), why)

    def _choose_dictionary(self) -> None:
        folder = self._window.settings.folder
        path = dialogs.ask_file_to_open(self._window, tr("Choose Dictionary"), folder, tr(DICTIONARIES))
        if path:
            self.use_dictionary(path)

    def _toggle_compose(self) -> None:
        dock = self._window.docks.compose
        dock.setVisible(not dock.isVisible())
        if dock.isVisible():
            dock.raise_()
            self._window.compose.setFocus()

    def _toggle_correct(self) -> None:
        """Show the panel of corrections in the place of the inspector, or that one again."""
        dock, inspector = self._window.docks.correct, self._window.docks.inspector
        opens = not dock.isVisible()
        self._inspected = inspector.isVisible() if opens else self._inspected
        # One goes before the other comes: both at once might not fit, and the window would grow.
        (inspector if opens else dock).hide()
        (dock if opens else inspector).setVisible(opens or self._inspected)
        if opens:
            self._window.resizeDocks([dock], [CORRECT_WIDTH], Qt.Orientation.Horizontal)

    def use_dictionary(self, path: Path | None) -> None:
        """Take signs from another dictionary, None for the starter; a sentence says why it cannot be."""
        try:
            self._window.editor.set_dictionary(str(path) if path else None)
        except BadInput as problem:
            dialogs.tell(self._window, tr("This dictionary cannot be used"), str(problem))
            return
        self._window.settings.dictionary = str(path) if path else ""
        self._window.status.say(
            tr("Signs come from {file}").format(file=path.name)
            if path
            else tr("Signs come from the starter dictionary")
        )

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._window.settings.recent:
            action = self._recent.addAction(Path(path).name)
            action.setToolTip(path)
            action.triggered.connect(
                lambda _checked=False, chosen=path: self._window.files.open_path(Path(chosen))
            )
        self._recent.setEnabled(bool(self._window.settings.recent))
