"""Metrics by cases whose answer is known."""

import numpy as np

from pipeline.evaluation.metrics import noise


def test_noise_is_told_from_movement():
    rng = np.random.default_rng(2)
    seconds = np.arange(200) / 30
    path = 80 * np.sin(2 * np.pi * 1.2 * seconds)[:, None, None] * np.ones((1, 21, 2))
    seen = np.ones((200, 21), bool)
    assert noise(path, seen) < 0.3
    for size in (1.0, 4.0):
        assert abs(noise(path + rng.normal(0, size, path.shape), seen) / size - 1) < 0.1


def test_noise_is_unknown_where_nothing_was_seen_for_long():
    points = np.zeros((40, 3, 2))
    seen = np.ones((40, 3), bool)
    seen[::4] = False
    assert np.isnan(noise(points, seen)) and np.isnan(noise(points[:4], seen[:4]))
