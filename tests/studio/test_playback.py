"""The clock runs with the wall clock and keeps within the motion."""

import time

import pytest

from studio.playback import FASTEST, SLOWEST, Playback


@pytest.fixture
def playback(qtbot):
    clock = Playback()
    clock.set_duration(2.0)
    yield clock
    clock.pause()


def test_playing_follows_the_wall_clock(playback, qtbot):
    started = time.perf_counter()
    moments = []
    playback.moved.connect(lambda seconds: moments.append((seconds, time.perf_counter() - started)))
    playback.play()
    qtbot.waitUntil(lambda: playback.time > 0.15)
    assert all(0 < seconds <= passed for seconds, passed in moments)
    assert min(passed - seconds for seconds, passed in moments) < 0.02


def test_a_stalled_window_loses_frames_but_no_time(playback, qtbot):
    moments = []
    playback.moved.connect(moments.append)
    playback.play()
    time.sleep(0.3)
    qtbot.waitUntil(lambda: bool(moments))
    assert moments[0] >= 0.3


def test_double_speed_covers_twice_the_time(playback, qtbot):
    playback.set_speed(2.0)
    playback.play()
    time.sleep(0.2)
    qtbot.waitUntil(lambda: playback.time > 0)
    assert playback.time >= 0.4


def test_a_change_of_speed_counts_from_now_on(playback):
    started = time.perf_counter()
    playback.play()
    time.sleep(0.2)
    playback.set_speed(0.25)
    assert 0.2 <= playback.time <= time.perf_counter() - started


@pytest.mark.parametrize(("wanted", "used"), [(0.0, SLOWEST), (9.0, FASTEST), (0.5, 0.5)])
def test_speed_keeps_within_its_limits(playback, wanted, used):
    playback.set_speed(wanted)
    assert playback.speed == used


def test_the_end_pauses_at_the_last_frame(playback, qtbot):
    states = []
    playback.playing.connect(states.append)
    playback.seek(1.95)
    playback.play()
    qtbot.waitUntil(lambda: not playback.is_playing)
    assert playback.time == 2.0
    assert states == [True, False]


def test_playing_at_the_end_begins_again(playback):
    playback.seek(2.0)
    playback.play()
    assert playback.time == 0.0
    assert playback.is_playing


def test_a_loop_begins_again_and_keeps_playing(playback, qtbot):
    playback.set_loop(True)
    playback.seek(1.97)
    playback.play()
    qtbot.waitUntil(lambda: playback.time < 1.0)
    assert playback.is_playing
    assert playback.looping


def test_a_loop_loses_no_time_at_its_seam(playback, qtbot):
    playback.set_loop(True)
    playback.seek(1.9)
    playback.play()
    time.sleep(0.4)
    qtbot.waitUntil(lambda: playback.time < 1.0)
    assert playback.time >= 0.3


def test_seeking_keeps_within_the_duration_and_tells_it_once(playback):
    moments = []
    playback.moved.connect(moments.append)
    playback.seek(5.0)
    playback.seek(2.0)
    playback.seek(-1.0)
    assert moments == [2.0, 0.0]


def test_stepping_lands_on_frames_and_pauses(playback):
    playback.seek(0.51)
    playback.step(1)
    assert playback.time == pytest.approx(16 / 30)
    playback.step(-2)
    assert playback.time == pytest.approx(14 / 30)
    assert not playback.is_playing


def test_stepping_stops_at_both_ends(playback):
    playback.step(-1)
    assert playback.time == 0.0
    playback.seek(2.0)
    playback.step(1)
    assert playback.time == 2.0


def test_a_shorter_motion_moves_the_moment_to_its_end(playback):
    playback.seek(1.8)
    playback.set_duration(1.0)
    assert playback.time == 1.0


def test_stepping_while_playing_pauses(playback):
    playback.play()
    playback.step(1)
    assert not playback.is_playing


def test_nothing_to_play_stays_paused(playback):
    playback.set_duration(0.0)
    playback.play()
    assert not playback.is_playing
    assert playback.time == 0.0


def test_toggle_tells_both_changes(playback):
    states = []
    playback.playing.connect(states.append)
    playback.toggle()
    playback.toggle()
    assert states == [True, False]
