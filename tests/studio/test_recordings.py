"""What signs were captured from, beside them in the comparison: in time, and quiet when it has gone."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from pipeline.keypoints.files import save
from pipeline.keypoints.keypoints import keypoints
from pipeline.keypoints.names import COCO_BODY, hand
from pipeline.motion.motion import Motion
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.store import Draft, new_store
from studio.films import FilmPlayer
from tests.pipeline.test_footage import COUNT, frame_of, write_film
from tests.studio.driving import trigger, write

NAMES = (*COCO_BODY, *hand("left"), *hand("right"))


def capture(path):
    """Two seconds in which everything but the right hand stands still; that crosses the picture."""
    points = np.full((51, len(NAMES), 2), (30.0, 50.0), np.float32)
    right = [NAMES.index(name) for name in hand("right")]
    spread = np.stack([np.arange(21) % 4, np.arange(21) // 4], 1) * 6.0
    points[:, right] = spread + np.stack([np.linspace(60, 260, 51), np.full(51, 120.0)], 1)[:, None]
    confidence = np.zeros((51, len(NAMES)), np.float32)
    confidence[:, right] = 1.0
    save(keypoints(NAMES, points, confidence, fps=25.0, size=(320, 240)), path)
    return path


def motion(number):
    pose = np.zeros((31, 55, 3), np.float32)
    pose[:, 17, 2] = np.linspace(0, 0.1 * number, 31)
    return Motion(30.0, pose)


@pytest.fixture
def dictionary(tmp_path):
    """Five signs: filmed, seen as points, the film gone but not the points, all gone, and composed."""
    film, points = write_film(tmp_path / "film.mp4"), capture(tmp_path / "points.npz")
    gone = Recording(Kind.FILM, tmp_path / "gone.mp4", 0.0, 1.0)
    lost = Recording(Kind.KEYPOINTS, tmp_path / "lost.npz", 0.0, 1.0)
    seen = Recording(Kind.KEYPOINTS, points, 0.5, 1.5)
    known = ((Recording(Kind.FILM, film, 1.0, 2.0),), (seen,), (gone, seen), (gone, lost), ())
    path = tmp_path / "signs.sqlite"
    with new_store(path) as store:
        for number, recordings in enumerate(known, start=1):
            scores = {"fit": 1 - number / 10}
            draft = Draft(
                "RAIN", "ase", str(number), "corpus", scores=scores, onset=0.2, recordings=recordings
            )
            store.add(draft, motion(number))
    return path


@pytest.fixture
def compared(window, qtbot, dictionary):
    """The comparison, standing still at its beginning, with four signs."""
    window.editor.set_dictionary(str(dictionary))
    write(qtbot, window, "rain")
    window.selection.select(0)
    trigger(window, "compare")
    compare = window.comparing.window
    qtbot.waitExposed(compare)
    compare.four.setChecked(True)
    compare.playback.pause()
    compare.playback.seek(0.0)
    return compare


def painted(view):
    """What a view shows, (H, W, 3)."""
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def shown_frame(view):
    """The number of the film's frame that a view paints."""
    seen = painted(view)
    lit = seen[seen.shape[0] // 2, :, 0]
    wide = min(seen.shape[1], round(seen.shape[0] * 160 / 96))
    left = (seen.shape[1] - wide) // 2
    bars = [lit[round(left + (bar + 0.5) * wide / 8)] > 127 for bar in range(8)]
    return sum(on << bar for bar, on in enumerate(bars))


def test_the_film_is_at_the_moment_of_the_sign(compared, qtbot):
    view = compared.panes[0].recording
    assert view.isVisible()
    for seconds in (0.0, 0.3, 0.7, 0.1):
        compared.playback.seek(seconds)
        frame = int((1.0 + 0.2 + seconds) * 25 + 0.01)  # into the film, the sign's beginning, the clock
        qtbot.waitUntil(lambda frame=frame: view._image is not None and shown_frame(view) == frame)


def test_after_its_end_a_sign_waits_and_so_does_its_film(compared, qtbot):
    view = compared.panes[0].recording
    compared.playback.set_duration(9.0)
    compared.playback.seek(5.0)
    qtbot.waitUntil(lambda: view._image is not None and shown_frame(view) == round(2.0 * 25))


def test_a_mirrored_sign_has_its_film_mirrored(compared, qtbot):
    view = compared.panes[0].recording
    qtbot.waitUntil(lambda: view._image is not None)
    before = painted(view)
    compared._enter(0)
    qtbot.keyClicks(compared, "m")
    qtbot.waitUntil(lambda: view._image is not None and view._is_mirrored)
    qtbot.waitUntil(lambda: np.abs(painted(view) - before[:, ::-1]).mean() < 6)


def test_points_are_drawn_where_the_hand_is_at_that_moment(compared, qtbot):
    view = compared.panes[1].recording
    qtbot.waitUntil(lambda: view._points is not None)

    def column():
        seen = painted(view)
        blue = (seen[..., 2] > 150) & (seen[..., 0] < 130)  # the colour of the right hand
        assert blue.sum() > 20
        return np.flatnonzero(blue.any(0)).mean() / seen.shape[1]

    early = column()
    compared.playback.seek(0.75)
    assert column() > early + 0.1


def test_where_the_film_has_gone_the_points_are_shown(compared, qtbot):
    view = compared.panes[2].recording
    qtbot.waitUntil(lambda: view._points is not None)
    assert view.sentence == ""


def test_where_all_has_gone_one_sentence_says_so(compared, qtbot):
    view = compared.panes[3].recording
    qtbot.waitUntil(lambda: "moved or deleted" in view.sentence)
    assert view.isVisible() and view.sentence.count(".npz") == 1 and "Traceback" not in view.sentence


def test_a_sign_without_recordings_has_all_the_room(compared, qtbot):
    pane = compared.panes[0]
    wide = pane.viewport.width()
    compared._choose(0, 4)
    qtbot.waitUntil(lambda: not pane.recording.isVisible() and pane.viewport.width() > 1.5 * wide)


def test_recordings_are_hidden_and_shown_with_a_key(compared, qtbot):
    qtbot.keyClick(compared, Qt.Key.Key_V)
    assert not any(pane.recording.isVisible() for pane in compared.panes)
    qtbot.keyClick(compared, Qt.Key.Key_V)
    assert compared.panes[0].recording.isVisible()


def test_the_loop_is_as_long_as_the_longest_sign_that_is_seen(compared):
    assert compared.playback.duration == pytest.approx(0.8)


@pytest.fixture
def player(qtbot):
    made = FilmPlayer()
    yield made
    made.close()


def test_of_many_moments_at_once_only_the_last_is_decoded(player, qtbot, tmp_path):
    film = write_film(tmp_path / "film.mp4")
    shown = []
    player.shown.connect(lambda pixels: shown.append(frame_of(pixels)))
    player.open(film)
    for index in range(COUNT):
        player.seek((index + 0.5) / 25)
    qtbot.waitUntil(lambda: shown[-1:] == [COUNT - 1])
    assert len(shown) <= 3


def test_a_film_that_was_closed_meanwhile_is_not_shown(player, qtbot, tmp_path):
    shown, failed = [], []
    player.shown.connect(shown.append)
    player.failed.connect(failed.append)
    player.open(write_film(tmp_path / "film.mp4"))
    player.seek(0.0)
    player.open(None)
    qtbot.wait(200)
    assert shown == failed == []
    player.open(tmp_path / "gone.mp4")
    player.seek(0.0)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert "There is no film at" in failed[0]
