"""Commands speak plainly to people and in JSON lines to programs, and stop when asked to."""

import io
import json
import os
import signal
import sys

import pytest

from pipeline.console import People, Program, stoppable
from pipeline.progress import Cancelled


def test_a_program_reads_one_json_object_a_line(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    console = Program()
    console(3, 10, "Größe")
    console.say("One\nnote")
    console.result("Done", {"frames": 10})
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["progress", "note", "result"]
    assert lines[0] == {"event": "progress", "done": 3, "total": 10, "note": "Größe"}
    assert lines[2]["frames"] == 10


def test_the_line_cancel_stops_the_work(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("something else\ncancel\n"))
    console = Program()
    assert console.asked.wait(5)
    with pytest.raises(Cancelled):
        console(0, 1)


def test_an_empty_standard_input_does_not_stop_the_work(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    console = Program()
    assert not console.asked.wait(0.1)
    console(0, 1)


def test_results_go_to_standard_output_and_the_rest_to_standard_error(capsys):
    console = People()
    console(1, 2, "working")
    console.say("a note")
    console.result("the result", {})
    spoken = capsys.readouterr()
    assert spoken.out == "the result\n"
    assert "a note" in spoken.err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_cancel_at_the_next_report_and_leave_the_handlers_as_they_were(number):
    before = signal.getsignal(number)
    console = People()
    with stoppable(console):
        os.kill(os.getpid(), number)
        with pytest.raises(Cancelled):
            console(0, 1)
    assert signal.getsignal(number) is before
