"""The line at the bottom: what it says, for how long, and what it says first."""

import pytest

from studio.panels import statusline
from studio.panels.statusline import BUSY, StatusLine


@pytest.fixture
def line(qtbot, monkeypatch):
    monkeypatch.setattr(statusline, "SLOW", 20)
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_long_translation_is_mentioned_until_it_is_done(line, qtbot):
    line.show_busy(True)
    qtbot.waitUntil(lambda: line.message == BUSY)
    line.show_busy(False)
    assert line.message == ""


def test_a_problem_is_not_hidden_by_the_translation_that_follows(line, qtbot):
    line.warn("The text was cut.")
    line.show_busy(True)
    qtbot.wait(100)
    assert line.message == "The text was cut."
    line.show_busy(False)
    assert line.message == "The text was cut."


@pytest.mark.parametrize(("saved", "shown"), [("", ""), ("edited", "·  edited")])
def test_facts_are_parted_only_where_there_are_two(line, saved, shown):
    line.show_vertices(18217)
    line.show_saved(saved)
    assert line._vertices.text() == "·  18,217 vertices"
    assert line._saved.text() == shown
