"""Captions and subtitles, to the thousandth of a second."""

from pathlib import Path

import pytest

from pipeline.errors import BadInput
from pipeline.exchange.captions import Cue, gloss_cues, lines_of, sentence_cues, sign_cues
from pipeline.exchange.subtitles import write_srt, write_vtt
from pipeline.timeline.project import Project


def test_a_sentence_lasts_from_its_first_sign_to_its_last(project: Project):
    assert sentence_cues(project) == (
        Cue(0.5, 2.5, "The rain today!"),
        Cue(3.0, 3.75, "Hi Dr. Bo."),
    )


def test_a_gloss_lasts_as_long_as_all_its_signs_and_a_missing_one_has_no_time(project: Project):
    assert gloss_cues(project) == (
        Cue(0.5, 1.5, "TODAY"), Cue(1.75, 2.5, "RAIN"), Cue(3.0, 3.75, "BO"),
    )  # fmt: skip


def test_letters_have_a_time_each(project: Project):
    assert [cue.text for cue in sign_cues(project)] == ["TODAY", "RAIN", "B", "O"]
    assert sign_cues(project)[-1] == Cue(pytest.approx(3.35), pytest.approx(3.75), "O")


def test_an_empty_project_has_no_captions():
    assert sentence_cues(Project()) == gloss_cues(Project()) == sign_cues(Project()) == ()


def test_long_captions_are_cut_at_words_and_take_their_share_of_the_time():
    cue = Cue(1.0, 5.0, "abcd " * 5 + "abcd")
    found = lines_of([cue], width=9, lines=2)
    assert [part.text for part in found] == ["abcd abcd\nabcd abcd", "abcd abcd"]
    assert found[0].begin == 1.0 and found[-1].end == 5.0 and found[0].end == found[1].begin
    assert found[1].begin == pytest.approx(1.0 + 4.0 * 19 / 28)


def test_a_text_without_spaces_is_cut_too():
    assert [part.text for part in lines_of([Cue(0, 1, "天" * 10)], width=4, lines=2)] == [
        "天天天天\n天天天天",
        "天天",
    ]


def test_srt_is_numbered_with_a_comma_before_the_thousandths(project: Project, tmp_path: Path):
    write_srt(tmp_path / "a.srt", sentence_cues(project))
    assert (tmp_path / "a.srt").read_text() == (
        "1\n00:00:00,500 --> 00:00:02,500\nThe rain today!\n\n2\n00:00:03,000 --> 00:00:03,750\nHi Dr. Bo.\n"
    )


def test_vtt_escapes_what_would_be_markup(tmp_path: Path):
    write_vtt(tmp_path / "a.vtt", [Cue(3661.0015, 3662, "a < b & c")])
    assert (tmp_path / "a.vtt").read_text() == ("WEBVTT\n\n01:01:01.002 --> 01:01:02.000\na &lt; b &amp; c\n")


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be written"):
        write_srt(tmp_path / "nowhere" / "a.srt", [])
