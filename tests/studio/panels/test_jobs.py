"""The jobs panel in the window: states, cancelling, trying again, logs, and closing while something runs."""

import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pipeline.errors import BadInput
from studio.jobs import Job
from studio.panels.dialogs import Answer
from studio.panels.job_list import LOOKS, duration
from studio.panels.jobs import JobsPanel
from studio.process import ProcessJob
from studio.tasks import State, Task, Tasks
from tests.studio.driving import answer

CHILD = """
import json, sys, time
def say(**what): print(json.dumps(what), flush=True)
say(event="note", message="Signing: HI")
for done in range(1, 4):
    say(event="progress", done=done, total=3, note="Frame")
"""
DONE = CHILD + 'say(event="result", message="Wrote hi.mp4.")'
FAILED = CHILD + 'say(event="error", message="The disk is full: free some space."); sys.exit(1)'
SLOW = CHILD + "sys.stdin.readline(); sys.exit(130)"


def child(code):
    return lambda: ProcessJob([sys.executable, "-c", code])


@pytest.fixture
def tasks(qtbot):
    return Tasks()


@pytest.fixture
def panel(tasks, qtbot):
    made = JobsPanel(tasks)
    qtbot.addWidget(made)
    made.resize(340, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(panel):
    return [panel.rows.index(place).data() for place in range(panel.rows.rowCount())]


def test_a_job_tells_its_progress_its_outcome_and_its_log(tasks, panel, qtbot):
    task = Task("Export hi.mp4", child(DONE))
    with qtbot.waitSignal(task.done, timeout=20_000):
        tasks.add(task)
        assert rows(panel) == ["Export hi.mp4: Running"]
    assert task.progress == (3, 3, "Frame")
    assert rows(panel)[0].startswith("Export hi.mp4: Done")
    click(qtbot, panel.show_log)
    shown = panel.log.toPlainText()
    assert panel.log.isVisible() and sys.executable in shown
    assert "Signing: HI" in shown and shown.endswith("Wrote hi.mp4.")
    click(qtbot, panel.copy)
    assert QGuiApplication.clipboard().text().endswith("Wrote hi.mp4.")
    assert not panel.cancel.isEnabled() and not panel.retry.isEnabled()


def test_one_that_fails_does_not_stop_those_after_it_and_can_be_tried_again(tasks, panel, qtbot):
    codes = [FAILED, DONE]
    first = Task("first", lambda: child(codes.pop(0))())
    second = Task("second", child(SLOW))
    third = Task("third", child(DONE))
    for task in (first, second, third):
        tasks.add(task, "export")
    assert [task.state for task in tasks.all] == [State.RUNNING, State.WAITING, State.WAITING]
    qtbot.waitUntil(lambda: second.state is State.RUNNING, timeout=20_000)
    assert first.problem == "The disk is full: free some space." and first.problem in rows(panel)[2]
    panel.choose(second)
    with qtbot.waitSignal(second.cancelled, timeout=20_000):
        click(qtbot, panel.cancel)
        assert second.state is State.STOPPING and not panel.cancel.isEnabled()
    panel.choose(first)
    click(qtbot, panel.retry)
    qtbot.waitUntil(lambda: not tasks.open, timeout=20_000)
    assert [task.state for task in tasks.all] == [State.DONE, State.CANCELLED, State.DONE]
    click(qtbot, panel.clear)
    assert rows(panel) == [] and tasks.all == []


def test_a_job_that_waits_is_cancelled_without_having_begun(tasks, panel, qtbot):
    slow, waiting = Task("slow", child(SLOW)), Task("waiting", lambda: pytest.fail("it began"))
    tasks.add(slow, "export")
    tasks.add(waiting, "export")
    panel.choose(waiting)
    click(qtbot, panel.cancel)
    assert waiting.state is State.CANCELLED and slow.state is State.RUNNING
    tasks.kill()


def test_a_job_that_cannot_begin_is_a_sentence(tasks, qtbot):
    def begin():
        raise BadInput("The project cannot be written: make room for it.")

    task = tasks.add(Task("Export", begin))
    assert (task.state, task.problem) == (State.FAILED, "The project cannot be written: make room for it.")


def test_no_two_states_share_a_picture_or_a_word():
    assert len({icon for icon, _, _ in LOOKS.values()}) == len(LOOKS) == len(State)
    assert len({word for _, _, word in LOOKS.values()}) == len(LOOKS)


def test_the_time_left_follows_the_pace_so_far(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("studio.tasks.time.monotonic", lambda: now[0])
    task = Task("x", lambda: Job(lambda progress: None))
    task._began, task.state = 100.0, State.RUNNING
    assert task.left is None
    now[0] = 130.0
    task.progress = (25, 100, "")
    assert task.left == pytest.approx(90.0)
    assert [duration(seconds) for seconds in (0.2, 90, 3700)] == ["1 s", "1 min 30 s", "1 h 01 min"]


def test_a_thousand_jobs_are_listed_without_a_wait(tasks, panel, qtbot):
    tasks.add(Task("slow", child(SLOW)), "export")
    began = time.process_time()
    for number in range(1000):
        tasks.add(Task(f"Sentence {number}", child(DONE)), "export")
    panel.list.repaint()
    assert panel.rows.rowCount() == 1001
    assert time.process_time() - began < 1.0
    tasks.kill()


def test_closing_the_window_asks_once_for_all_jobs_and_stops_them(window, qtbot):
    for name in ("a", "b"):
        window.tasks.add(Task(name, child(SLOW)))
    assert window.docks.jobs.isVisible() and window.status.jobs.startswith("a")
    qtbot.waitUntil(lambda: all(task.progress[0] == 3 for task in window.tasks.all), timeout=20_000)
    answer(Answer.NO)
    assert not window.close() and len(window.tasks.open) == 2
    answer(Answer.YES)
    assert window.close() and window.tasks.open == []


def test_a_sign_that_is_being_saved_when_the_window_closes_is_kept(window, qtbot, home, monkeypatch):
    """The thread that saves it is waited for, and the sign's dictionary is used from then on."""
    from studio import composing

    def late(*given):
        time.sleep(0.5)
        return keep(*given)

    keep = composing.keep
    monkeypatch.setattr(composing, "keep", late)
    window.compose.keep.show_sign("ZEBRA-TEST", "")
    qtbot.waitUntil(lambda: window.composing._body is not None, timeout=20_000)
    window.compose.keep.save.click()
    answer(Answer.NO)
    assert window.close()
    assert (home / "my-signs.sqlite").exists()
    assert window.settings.dictionary == str(home / "my-signs.sqlite")
    assert window.composing._pool.activeThreadCount() == 0
