"""Correcting the pose: handles on the avatar, panel and bars over the corrections of one clip."""

from bisect import bisect_right
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from pipeline.correction.correction import Act, Reach, Turn
from pipeline.motion import joints, rotations
from pipeline.timeline.reposing import STILL, Held, concerns, hold, reset
from pipeline.timeline.timeline import Timeline, spans
from studio.document import APART
from studio.keeping import Keeping
from studio.language import decimal, tr
from studio.panels.correct.words import joint_name
from studio.shaping import Shaping
from studio.terms import capital
from studio.viewport.joints import WRISTS
from studio.viewport.pose_tool import PoseTool

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from studio.window import MainWindow

_CHEST = joints.INDEX["spine3"]


class Correcting(QObject):
    """Turns drags of the handles, numbers of the panel and handshapes into edits of the document."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self.panel = window, window.correct
        self.tool = PoseTool(window.viewport)
        self.index = -1  # of the correction that is held, in the selected clip
        self.is_open = False
        self._body: BodyModel | None = None
        self._held: Held | None = None
        self._frame: tuple[np.ndarray, np.ndarray] | None = None  # joint and chest in the world, at the press
        self._made: Timeline | None = None
        self._connect()
        self.shaping = Shaping(self, window)
        self.keeping = Keeping(self, window)

    def _connect(self) -> None:
        window, tool, panel = self._window, self.tool, self.panel
        window.viewport.posed.connect(self._show_frame)
        window.playback.playing.connect(lambda playing: None if playing else window.viewport.show_anew())
        window.document.changed.connect(lambda _: self._follow())
        window.selection.changed.connect(lambda: self.hold(-1))
        window.timeline.correction_held.connect(self._hold_bar)
        window.timeline.correction_wanted.connect(lambda: window.docks.correct.setVisible(True))
        tool.chosen.connect(self._choose)
        tool.taken.connect(self._take)
        tool.turned.connect(self._turn)
        tool.moved.connect(self._move)
        tool.released.connect(self._release)
        tool.given_up.connect(self._give_up)
        panel.asked.connect(window.editor.retime)
        panel.failed.connect(window.status.warn)
        panel.held.connect(self.hold)
        panel.joint_picked.connect(self._pick)
        panel.asked_for.connect(self._add)
        panel.joint_reset.connect(self._reset)

    @property
    def clip(self) -> int:
        """Index of the clip that is corrected, -1 for none: the selected sign."""
        clip = self._window.selection.clip
        return -1 if clip is None else clip

    def set_body(self, body: "BodyModel") -> None:
        """Put the handles on this signer's joints."""
        self._body = body
        self.shaping.set_body(body)

    def set_open(self, is_open: bool) -> None:
        """Show handles and panel, or leave the avatar to the camera alone."""
        self.is_open = is_open
        self._window.actions_by_name["correct"].setChecked(is_open)
        self.tool.set_on(is_open)
        self.shaping.set_open(is_open)
        if is_open:
            if self.clip < 0:
                self._select_at(self._window.playback.time)
            self.refresh()
            self._window.viewport.show_anew()

    def hold(self, index: int) -> None:
        """Show the numbers of a correction of the selected clip, -1 for none."""
        self.index = index
        self.refresh()

    def second_in(self, timeline: Timeline, clip: int) -> float:
        """The second of a clip's sign that is shown, or the middle of what is performed of it."""
        found = self._clip_at(self._window.playback.time)
        used = timeline.clips[clip]
        return found[1] if found is not None and found[0] == clip else (used.start + used.end) / 2

    def refresh(self) -> None:
        """Show what the document says now."""
        timeline, clip = self._window.document.project.timeline, self.clip
        count = len(timeline.clips[clip].corrections) if 0 <= clip < len(timeline.clips) else 0
        self.index = self.index if self.index < count else -1
        if self.is_open:
            self.panel.show_sign(timeline, clip, self.index)
            self.panel.page.show_limit(self._is_held_back(timeline, clip))
        self._window.timeline.hold_correction(clip, self.index)

    def _is_held_back(self, timeline: Timeline, clip: int) -> bool:
        """Whether joints keep the correction that is shown from doing all that it says."""
        from pipeline.timeline.posing import held_back

        if self.index < 0:
            return False
        second = self.second_in(timeline, clip)
        return held_back(timeline, clip, self.index, second, self._window.editor.library.store)[1]

    def _follow(self) -> None:
        """Let go of what is held, which belongs to what the document said before."""
        self.tool.give_up()
        self.refresh()

    # Handles

    def _show_frame(self, frame: "Motion") -> None:
        """Put the handles where the avatar has its joints, while it stands still within a sign."""
        if not self.is_open or self.tool.is_dragging:
            return
        still = not self._window.playback.is_playing and not self._window.composing.is_open
        there = still and self._clip_at(self._window.playback.time) is not None
        if there and self.clip < 0:
            self._select_at(self._window.playback.time)
        self._pose(frame if there else None)

    def _pose(self, frame: "Motion | None") -> None:
        body = self._body.in_shape_of(frame) if self._body is not None and frame is not None else None
        self.tool.show_pose(body, frame)

    def _clip_at(self, moment: float) -> tuple[int, float] | None:
        """Which clip is performed at a moment, and the second of its sign that is shown."""
        from pipeline.timeline.correcting import second_of

        timeline = self._window.document.project.timeline
        begins = spans(timeline)
        index = bisect_right(begins, (moment + 1e-6, inf)) - 1
        if index < 0:
            return None
        second = second_of(timeline.clips[index], begins[index][0], moment)
        return None if second is None else (index, second)

    def _select_at(self, moment: float) -> None:
        found = self._clip_at(moment)
        if found is not None and found[0] != self.clip:
            self._window.selection.select_clip(found[0])

    def _choose(self, joint: int) -> None:
        self.panel.show_joint(joint)
        if joint < 0:
            return
        self._window.playback.pause()
        self._select_at(self._window.playback.time)
        if self.clip < 0:
            return
        corrections = self._window.document.project.timeline.clips[self.clip].corrections
        about = [index for index, each in enumerate(corrections) if concerns(each, joint)]
        if about and self.index not in about:
            self.hold(about[0])

    def _take(self, joint: int) -> None:
        """Begin to turn or move a joint at the moment that is shown."""
        self._window.playback.pause()
        self._window.editor.draft.flush()
        found = self._clip_at(self._window.playback.time)
        shown = self.tool.shown
        if found is None or shown is None:
            return
        self._select_at(self._window.playback.time)
        what: Act = Turn(joint, STILL)
        if self.tool.is_pulling:
            what = Reach(WRISTS[joint], (0.0, 0.0, 0.0))
        clip, second = found
        self._held = hold(self._window.document.project.timeline, clip, what, second, self.index)
        axes = shown.axes.transpose(0, 2, 1)
        self._frame = axes[joint], axes[_CHEST]

    def _turn(self, by: np.ndarray) -> None:
        """Turn what is held by a quaternion of the world."""
        if self._held is None or self._frame is None:
            return
        own = rotations.matrix_to_quaternion(self._frame[0])
        turn = rotations.multiply(rotations.multiply(rotations.conjugate(own), by), own)
        self._preview(self._free().turned(turn), self.tool.angle)

    def _move(self, by: np.ndarray) -> None:
        """Move the wrist that is held by metres of the world."""
        if self._held is None or self._frame is None:
            return
        way = f"{decimal(100 * float(np.linalg.norm(by)), 1)} cm"
        self._preview(self._free().moved(self._frame[1].T @ by), way)

    def _free(self) -> Held:
        """What is held; joints go beyond their limits while Alt is."""
        assert self._held is not None
        if not self.tool.is_free:
            return self._held
        return replace(self._held, correction=replace(self._held.correction, beyond=True))

    def _preview(self, timeline: Timeline, done: str) -> None:
        """Show one frame of another timeline; it becomes the document's when the mouse is let go."""
        from pipeline.timeline.posing import held_back, posed

        assert self._held is not None
        held, store = self._held, self._window.editor.library.store
        second = self.second_in(timeline, held.clip)
        timeline, is_held = held_back(timeline, held.clip, held.place, second, store)
        frame = posed(timeline, held.clip, self._window.playback.time, store)
        self._made = timeline
        told = f"{capital(joint_name(self.tool.joint))}  {done}"
        self.tool.tell(told + (tr(" · as far as it goes, Alt for further") if is_held else ""))
        if frame is not None:
            self._window.viewport.hold_pose(frame)
            self._pose(frame)

    def _release(self) -> None:
        held, made = self._held, self._made
        self._held = self._made = None
        if held is None or made is None:
            return
        moves = isinstance(held.correction.act, Reach)
        part = joint_name(self.tool.joint)
        self.index = held.place
        title = tr("Move {part}") if moves else tr("Turn {part}")
        self._window.editor.retime(title.format(part=part), made, APART)
        if self._window.document.project.timeline != made:  # the text has changed meanwhile
            self._window.viewport.show_anew()

    def _give_up(self) -> None:
        self._held = self._made = None
        self._window.viewport.show_anew()

    def _pick(self, joint: int) -> None:
        """Choose a joint by its name; where there are no handles, go to the middle of the selected sign."""
        clip = self.clip
        if self.tool.shown is None and clip >= 0:
            begin, end = spans(self._window.document.project.timeline)[clip]
            self._window.playback.pause()
            self._window.playback.seek((begin + end) / 2)
            self._window.viewport.catch_up()
        self.tool.choose(joint)

    def _add(self, what: Act) -> None:
        """Correct the selected sign by nothing yet, so that there are numbers to change."""
        timeline, clip = self._window.document.project.timeline, self.clip
        if 0 <= clip < len(timeline.clips):
            held = hold(timeline, clip, what, self.second_in(timeline, clip), self.index)
            self.index = held.place
            if held.index < 0:
                self._window.editor.retime(tr("Add Correction"), held.made(what), APART)
            self.refresh()

    def _reset(self) -> None:
        joint, clip = self.tool.joint, self.clip
        if joint >= 0 and clip >= 0:
            made = reset(self._window.document.project.timeline, clip, joint)
            title = tr("Reset {part}").format(part=joint_name(joint))
            self._window.editor.retime(title, made, APART)

    def _hold_bar(self, clip: int, index: int) -> None:
        if clip != self.clip:
            self._window.selection.select_clip(clip)
        self.hold(index)
