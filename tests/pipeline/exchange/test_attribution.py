"""Attributions name every sign once, and say where its pose was changed."""

from dataclasses import replace

from pipeline.correction.correction import Reach, over
from pipeline.exchange.attribution import attribution
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.timeline import correcting, edits
from pipeline.timeline.project import Project


def test_a_corrected_sign_says_so_unless_the_correction_is_left_out() -> None:
    with SignStore(STARTER) as store:
        project = edits.set_text(Project(), "good morning", store)
        correction = over(Reach("right", (0.0, 0.05, 0.0)), 0.1, 0.5)
        for enabled in (True, False):
            timeline = correcting.added(project.timeline, 1, replace(correction, enabled=enabled))
            text = attribution(replace(project, timeline=timeline), store)
            named = [line for line in text.splitlines() if line and line[0] != " "][1:]
            ending = ", pose corrected" if enabled else ""
            assert named == [
                "GOOD: composed from description",
                f"MORNING: composed from description{ending}",
            ]
