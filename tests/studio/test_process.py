"""A child process that reports in JSON lines: progress, outcomes, cancelling, cleaning up."""

import sys

import pytest

from studio.process import ProcessJob

REPORT = """
import json, sys, time
def say(**what): print(json.dumps(what), flush=True)
say(event="progress", done=1, total=2, note="drawing")
"""
DONE = REPORT + 'print("not json"); say(event="result", message="Wrote it.", path="x.mp4")'
FAILED = REPORT + 'say(event="error", message="The disk is full."); sys.exit(1)'
CRASHED = REPORT + 'print("Traceback", file=sys.stderr); sys.exit("boom")'
PATIENT = REPORT + 'sys.stdin.readline(); say(event="error", message="Stopped."); sys.exit(130)'
STUBBORN = REPORT + "time.sleep(60)"


def job_of(code, unfinished=()):
    return ProcessJob([sys.executable, "-c", code], unfinished)


def test_progress_and_result_are_told(qtbot):
    job, seen = job_of(DONE), []
    job.progressed.connect(lambda *what: seen.append(what))
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert seen == [(1, 2, "drawing")]
    assert done.args[0]["path"] == "x.mp4"
    assert not job.is_running


def test_the_childs_own_sentence_is_the_reason_of_a_failure(qtbot, tmp_path):
    part = tmp_path / "x.mp4.part"
    part.write_bytes(b"half")
    job = job_of(FAILED, [part])
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert failed.args == ["The disk is full."]
    assert not part.exists()


def test_a_crash_is_told_by_its_last_line(qtbot):
    job = job_of(CRASHED)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert failed.args == ["boom"]


def test_a_program_that_does_not_exist_is_a_failure(qtbot):
    job = ProcessJob(["/nowhere/at-all"])
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert "/nowhere/at-all" in failed.args[0]


@pytest.mark.parametrize("code", [PATIENT, STUBBORN], ids=["stops when asked", "has to be killed"])
def test_cancelling_stops_the_child_and_removes_what_is_unfinished(qtbot, tmp_path, monkeypatch, code):
    monkeypatch.setattr("studio.process.PATIENCE", 300)
    part = tmp_path / "x.mp4.part"
    part.write_bytes(b"half")
    job = job_of(code, [part])
    with qtbot.waitSignal(job.progressed):
        job.start()
    with qtbot.waitSignal(job.cancelled, timeout=5000):
        job.cancel()
    assert not part.exists()


def test_killing_is_over_at_once(qtbot, tmp_path):
    part = tmp_path / "x.mp4.part"
    part.write_bytes(b"half")
    job = job_of(STUBBORN, [part])
    with qtbot.waitSignal(job.progressed):
        job.start()
    job.kill()
    assert not job.is_running
    assert not part.exists()
