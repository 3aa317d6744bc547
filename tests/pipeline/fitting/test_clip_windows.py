"""Windows cover their clips, batches are bounded, and joined windows have no seam."""

from itertools import pairwise

import numpy as np
import pytest

from pipeline.fitting.clip.windows import FRAME_BYTES, Window, batches, cut, joined


@pytest.mark.parametrize("frames", [1, 59, 60, 61, 300, 1000])
def test_windows_cover_a_clip_and_overlap(frames: int):
    windows = cut(0, frames, longest=60, overlap=20)
    assert windows[0].start == 0 and windows[-1].end == frames
    assert all(window.frames <= 60 for window in windows)
    for before, after in pairwise(windows):
        assert before.end - after.start >= 20


def test_batches_hold_every_window_once_and_keep_to_the_memory():
    windows = [cut(clip, frames) for clip, frames in enumerate((70, 900, 75, 40, 80))]
    memory = 400 * FRAME_BYTES
    found = batches(windows, ["a", "b", "a", "c", "a"], memory)
    assert sorted(w.start + 1e4 * w.clip for batch in found for w in batch) == sorted(
        w.start + 1e4 * w.clip for own in windows for w in own
    )
    for batch in found:
        assert len(batch) * max(window.frames for window in batch) * FRAME_BYTES <= memory


def test_a_signer_whose_clips_fit_is_in_one_batch():
    windows = [cut(clip, 70) for clip in range(6)]
    found = batches(windows, ["a", "b", "b", "b", "c", "c"], 210 * FRAME_BYTES)
    homes = {clip: index for index, batch in enumerate(found) for clip in {window.clip for window in batch}}
    assert homes[1] == homes[2] == homes[3]
    assert homes[4] == homes[5]


def test_a_window_that_is_too_long_for_the_memory_is_a_batch_of_its_own():
    assert [len(batch) for batch in batches([cut(0, 70), cut(1, 70)], [0, 1], 1)] == [1, 1]


def test_the_first_windows_of_a_long_clip_are_spread_over_it():
    batch = batches([cut(0, 3000)], [0], 4 * 360 * FRAME_BYTES)[0]
    starts = sorted(window.start for window in batch)
    assert starts[0] == 0 and starts[-1] > 1500


def test_windows_that_agree_are_joined_exactly():
    values = np.random.default_rng(1).normal(size=(130, 3)).astype(np.float32)
    windows = cut(0, 130, longest=50, overlap=15)
    assert np.allclose(joined(windows, [values[w.start : w.end] for w in windows]), values, atol=1e-6)


def test_windows_that_disagree_fade_into_each_other():
    windows = [Window(0, 0, 40), Window(0, 20, 60)]
    whole = joined(windows, [np.zeros((40, 1)), np.ones((40, 1))])[:, 0]
    assert whole[:20].max() == 0 and whole[40:].min() == 1
    assert np.abs(np.diff(whole)).max() < 0.1
    assert np.abs(np.diff(whole, 2)).max() < 0.02
