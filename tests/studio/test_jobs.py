"""Background work: outcomes, cancelling, and dropping what comes too late."""

import threading

from PySide6.QtCore import QThread

from studio.jobs import Job, Latest


def test_a_job_works_in_another_thread_and_tells_in_this_one(qtbot):
    here, told = QThread.currentThread(), []
    job = Job(lambda _: QThread.currentThread() is here)
    job.done.connect(lambda elsewhere: told.append((elsewhere, QThread.currentThread() is here)))
    with qtbot.waitSignal(job.done):
        job.start()
    assert told == [(False, True)]


def test_a_failing_job_hands_over_its_exception(qtbot):
    def work(progress):
        raise ValueError("no")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert isinstance(failed.args[0], ValueError)


def test_a_cancelled_job_stops_at_its_next_report(qtbot):
    asked = threading.Event()
    reached = []

    def work(progress):
        progress(1, 3)
        asked.wait(5)
        progress(2, 3)
        reached.append("further")

    job = Job(work)
    with qtbot.waitSignal(job.progressed):
        job.start()
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        asked.set()
    assert reached == []


def test_only_the_newest_result_counts(qtbot):
    go, results = threading.Event(), []
    latest = Latest()
    latest.done.connect(results.append)
    latest.start(lambda _: go.wait(5) and "old")
    latest.start(lambda _: "new")
    go.set()
    qtbot.waitUntil(lambda: bool(results))
    qtbot.wait(50)
    assert results == ["new"]
    assert not latest.is_busy


def test_a_hundred_starts_deliver_one_result(qtbot):
    results = []
    latest = Latest()
    latest.done.connect(results.append)
    for number in range(100):
        latest.start(lambda _, number=number: number)
    qtbot.waitUntil(lambda: bool(results))
    qtbot.wait(50)
    assert results == [99]
