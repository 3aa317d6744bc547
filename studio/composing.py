"""The compose panel at work: composing in the background, pictures of hands, saving into a dictionary."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from pipeline.compose.description import Description, Handshape
from pipeline.compose.features import features
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import read_description
from pipeline.compose.text_writing import write_description
from pipeline.errors import BadInput
from studio.jobs import Latest
from studio.panels.compose.panel import ComposePanel
from studio.panels.compose.pickers import PICTURE
from studio.settings import data_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed
    from pipeline.motion.motion import Motion
    from pipeline.signs.sign import Sign
    from studio.window import MainWindow

PAUSE = 60
"""Milliseconds without a change after which the sign is composed, and between two pictures."""

SOURCE = "Composed in the studio"


class Composing(QObject):
    """Composes what the panel describes while it is open, and shows it in the viewport."""

    composed = Signal(object, float)  # Composed, the second of the moment that is edited
    closed = Signal()

    def __init__(self, panel: ComposePanel, window: "MainWindow") -> None:
        super().__init__(window)
        self.panel, self._window = panel, window
        self._body: BodyModel | None = None
        self.is_open = False
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        self._compositions, self._hands = Latest(pool, self), Latest(pool, self)
        self._compositions.done.connect(self._deliver)
        self._compositions.failed.connect(lambda problem: panel.said.emit(str(problem)))
        self._hands.done.connect(self._queue)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._wait.timeout.connect(self._compose)
        self._to_draw: list[tuple[Shape, Motion]] = []
        self._drawing = QTimer(self, interval=PAUSE)
        self._drawing.timeout.connect(self._draw_next)
        panel.changed.connect(lambda _: self._wait.start() if self.is_open else None)
        panel.saved.connect(self._save)
        panel.sign_wanted.connect(self._start_from)
        panel.said.connect(window.status.warn)
        panel.form.searched.connect(self._search)
        panel.form.pairs_wanted.connect(self._pair)
        panel.form.chosen.connect(self._adopt)

    def set_body(self, body: "BodyModel") -> None:
        """Compose for this signer from now on."""
        self._body = body
        self._to_draw = []
        if self.is_open:
            self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Begin to show the described sign, or leave the viewport to the project again."""
        was, self.is_open = self.is_open, is_open
        if is_open and self._body is not None:
            body = self._body
            self._wait.start()
            self._hands.start(lambda _: _hands(body))
        elif was and not is_open:
            self._compositions.cancel()
            self._drawing.stop()
            self.closed.emit()

    def _compose(self) -> None:
        body, description = self._body, self.panel.description
        if body is not None and self.is_open:
            self._compositions.start(lambda _: _composed(description, body))

    def _deliver(self, composed: "Composed") -> None:
        if self.is_open:
            share = self.panel.moment / max(len(self.panel.description.movements), 1)
            self.composed.emit(composed, composed.onset + share * (composed.offset - composed.onset))

    # Pictures of hands

    def _queue(self, motions: "list[tuple[Shape, Motion]]") -> None:
        self._to_draw = motions
        self._drawing.start()

    def _draw_next(self) -> None:
        from pipeline.render.camera import Camera

        if not self._to_draw or self._body is None:
            self._drawing.stop()
            return
        shape, motion = self._to_draw[0]
        place = _elbow(self._body)
        camera = Camera(target=(place[0], place[1] + 0.34, place[2]), pitch=4.0, distance=1.6, fov=7.5)
        ratio = self.panel.devicePixelRatioF()
        size = QSize(round(PICTURE.width() * ratio), round(PICTURE.height() * ratio))
        image: QImage | None = self._window.viewport.still(motion, camera, size)
        if image is None:
            return
        self._to_draw.pop(0)
        self.panel.show_picture(shape, image)

    # Dictionary

    def _start_from(self, gloss: str) -> None:
        project = self._window.document.project
        try:
            signs = self._window.editor.library.find(gloss, project.sign_language) if gloss else ()
            described = [sign for sign in signs if sign.description]
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        if described:
            self._adopt(described[0])
        else:
            why = "is not described" if signs else "is not in the dictionary"
            self._window.status.warn(f"{gloss or 'An empty gloss'} {why}: choose another sign.")

    def _adopt(self, sign: "Sign") -> None:
        try:
            self.panel.start_from(read_description(sign.description, sign.gloss), sign.gloss, sign.variant)
        except BadInput as problem:
            self._window.status.warn(str(problem))

    def _search(self, names: tuple[str, ...]) -> None:
        form = [(name, value) for name, value in features(self.panel.description) if name in names]
        try:
            store = self._window.editor.library.store
            signs = store.with_form(self._window.document.project.sign_language, form) if form else []
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self.panel.form.show_signs(signs)

    def _pair(self) -> None:
        from pipeline.signs.pairs import minimal_pairs

        try:
            pairs = minimal_pairs(
                self._window.editor.library.store,
                self._window.document.project.sign_language,
                features(self.panel.description),
            )
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self.panel.form.show_signs(
            [pair.sign for pair in pairs], [f"differs in {pair.parameter}" for pair in pairs]
        )

    def _save(self, gloss: str, variant: str, description: Description) -> None:
        """Store the sign in the user's dictionary, which is made from the starter dictionary if needed."""
        if self._body is None:
            return
        project = self._window.document.project
        try:
            path = Path(project.dictionary) if project.dictionary else own_dictionary(data_folder())
            add_sign(path, gloss, variant, project.sign_language, description, self._body)
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self._window.commands.reopen_dictionary(path)
        self._window.status.say(f"{gloss} is in {path.name}")


def own_dictionary(folder: Path) -> Path:
    """The user's own dictionary, begun as a copy of the starter dictionary; raises BadInput."""
    from pipeline.signs.starter import STARTER

    path = folder / "my-signs.sqlite"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            shutil.copyfile(STARTER, unfinished)
            unfinished.replace(path)
        except OSError as problem:
            raise BadInput(f"{path} cannot be written ({problem.strerror}): make room for it.") from problem
    return path


def add_sign(
    path: Path, gloss: str, variant: str, language: str, description: Description, body: "BodyModel"
) -> None:
    """Compose a sign and store it with its description; raises BadInput."""
    from pipeline.signs.draft import Draft
    from pipeline.signs.sign import Provenance
    from pipeline.signs.store import SignStore

    composed = _composed(description, body)
    draft = Draft(
        gloss,
        language,
        variant,
        source=SOURCE,
        onset=composed.onset,
        offset=composed.offset,
        provenance=Provenance.COMPOSED,
        description=write_description(description),
        features=features(description),
    )
    with SignStore(path, writable=True) as store:
        store.add(draft, composed.motion)


def _composed(description: Description, body: "BodyModel") -> "Composed":
    from pipeline.compose.compose import compose

    return compose(description, body)


def _elbow(body: "BodyModel") -> tuple[float, float, float]:
    from pipeline.motion import joints

    x, y, z = body.rest_joints[joints.INDEX["right_elbow"]]
    return float(x), float(y), float(z)


def _hands(body: "BodyModel") -> "list[tuple[Shape, Motion]]":
    """The right hand in every handshape, its forearm up and its palm to the viewer."""
    import numpy as np

    from pipeline.compose.figure import figure_of
    from pipeline.motion import joints
    from pipeline.motion.motion import Motion
    from pipeline.motion.rotations import quaternion_to_axis_angle

    figure = figure_of(body)
    found = []
    for shape in Shape:
        pose = np.zeros((1, joints.COUNT, 3), np.float32)
        pose[0, joints.INDEX["right_elbow"]] = _forearm_up()
        pose[0, joints.RIGHT_HAND] = quaternion_to_axis_angle(figure.grasp(Handshape(shape), "right").turns)
        found.append((shape, Motion(1.0, pose)))
    return found


def _forearm_up() -> "NDArray[np.float64]":
    """The elbow's rotation vector (3,) that raises the forearm from the T-pose, palm forward."""
    import numpy as np

    from pipeline.motion.rotations import axis_angle_to_quaternion, multiply, quaternion_to_axis_angle

    up = axis_angle_to_quaternion(np.array([0.0, 0.0, -np.pi / 2]))
    forward = axis_angle_to_quaternion(np.array([0.0, np.pi / 2, 0.0]))
    return np.asarray(quaternion_to_axis_angle(multiply(forward, up)), float)
