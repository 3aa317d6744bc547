"""Motions and keypoints dropped on the window become signs of one's own on the timeline."""

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pipeline.motion import files
from pipeline.motion.amass import write_amass
from pipeline.signs.span import signing
from pipeline.signs.store import SignStore
from studio.panels.dialogs import Message
from studio.tasks import State
from tests.studio.driving import let_go, names, settle, trigger, write
from tests.studio.pointer import drag

CAPTURE = Path(__file__).parents[1] / "pipeline" / "fitting" / "captures" / "ase_b.pose"
SLOW = "import sys; sys.stdin.readline(); sys.exit(130)"
FITS = """
import json, shutil, sys
from pathlib import Path
made = Path(sys.argv[2]) / "wave.safetensors"
made.parent.mkdir()
shutil.copy(sys.argv[1], made)
print(json.dumps({"event": "progress", "done": 0, "total": 1, "note": "fitting"}), flush=True)
print(json.dumps({"event": "result", "message": "1 clip fitted.", "clips": [{"motion": str(made)}]}))
"""


def offered(window, qtbot):
    """The dialog that asks for the names of a motion, once it is there."""
    qtbot.waitUntil(lambda: window.findChild(object, "NewSignDialog") is not None, timeout=60_000)
    return window.findChild(object, "NewSignDialog")


def refused(window, qtbot):
    qtbot.waitUntil(lambda: window.findChild(Message) is not None, timeout=60_000)
    message = window.findChild(Message)
    texts = [part.text() for part in message.children() if hasattr(part, "text")]
    message.close()
    return texts


@pytest.mark.parametrize("signed", ["", "Good morning"])
def test_a_dropped_motion_is_named_kept_and_signed_at_the_end(window, qtbot, tmp_path, home, raising, signed):
    if signed:
        write(qtbot, window, signed)
    before = names(window)
    write_amass(tmp_path / "wave.npz", raising)
    let_go(window, tmp_path / "wave.npz")
    dialog = offered(window, qtbot)
    assert dialog.gloss.text() == "WAVE" and "61 frames" in dialog.about.text()
    dialog.gloss.selectAll()
    QTest.keyClicks(dialog.gloss, "ZEBRA-WAVE")
    QTest.keyClicks(dialog.licence, "CC-BY-4.0")
    dialog.trim.whole.click()
    QTest.keyClick(dialog.gloss, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(window) == [*before, "ZEBRA-WAVE"], timeout=20_000)
    settle(qtbot, window)
    clip = window.document.project.timeline.clips[-1]
    assert clip.label == "ZEBRA-WAVE" and clip.end - clip.start == pytest.approx(2.0)
    with SignStore(home / "my-signs.sqlite") as store:
        [sign] = store.find("zebra-wave", "ase")
        kept = store.motion(sign.id)
    assert (sign.source, sign.licence, sign.id) == ("wave.npz", "CC-BY-4.0", clip.sign)
    assert np.allclose(kept.pose, raising.pose, atol=2e-3)
    trigger(window, "undo")
    assert names(window) == before


def test_only_what_is_chosen_of_a_motion_is_the_sign_and_the_rest_of_it_stays(
    window, qtbot, tmp_path, home, raising
):
    write_amass(tmp_path / "wave.npz", raising)
    let_go(window, tmp_path / "wave.npz")
    dialog = offered(window, qtbot)
    trim, bar = dialog.trim, dialog.trim.bar
    assert trim.span == pytest.approx(signing(raising), abs=0.04) and trim.playback.is_playing
    trim.whole.click()
    assert trim.span == (0.0, 2.0) and not trim.whole.isEnabled()
    drag(bar, (bar.x(0.0), 20), (bar.x(0.5), 20))
    drag(bar, (bar.x(2.0), 20), (bar.x(1.5), 20))
    assert trim.span == pytest.approx((0.5, 1.5), abs=0.03) and not trim.playback.is_playing
    start = trim.start.value()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert trim.end.value() == pytest.approx(bar.end, abs=0.006) and bar.end < 1.5
    QTest.mouseClick(trim.play, Qt.MouseButton.LeftButton)
    assert trim.playback.is_playing and trim.playback.time < 0.5
    QTest.mouseClick(trim.play, Qt.MouseButton.LeftButton)
    assert not trim.playback.is_playing
    trim.end.setValue(1.25)
    assert trim.span == pytest.approx((start, 1.25), abs=0.02)
    dialog.add.click()
    qtbot.waitUntil(lambda: names(window) == ["WAVE"], timeout=20_000)
    settle(qtbot, window)
    [clip] = window.document.project.timeline.clips
    assert (clip.start, clip.end) == pytest.approx((start, 1.25), abs=0.02)
    with SignStore(home / "my-signs.sqlite") as store:
        [sign] = store.find("wave", "ase")
        assert store.motion(sign.id).frames == 61
    trigger(window, "undo")
    assert names(window) == []


def test_a_name_that_is_taken_is_asked_for_again(window, qtbot, tmp_path, raising):
    write_amass(tmp_path / "good.npz", raising)
    let_go(window, tmp_path / "good.npz")
    first = offered(window, qtbot)
    first.trim.set_span(0.25, 1.75)
    first.add.click()
    qtbot.waitUntil(lambda: offered(window, qtbot) is not first, timeout=20_000)
    again = offered(window, qtbot)
    assert again.problem.text() == "GOOD is in my-signs.sqlite already: give the new sign another variant."
    assert names(window) == []
    assert again.trim.span == (0.25, 1.75)
    QTest.keyClicks(again.variant, "2")
    QTest.keyClick(again.variant, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(window) == ["GOOD"], timeout=20_000)
    used = window.editor.library.sign(window.document.project.timeline.clips[0].sign)
    assert (used.gloss, used.variant) == ("GOOD", "2")


def test_a_capture_is_fitted_as_a_job_and_offered(window, qtbot, tmp_path, raising):
    files.save(tmp_path / "made.safetensors", raising)
    shutil.copy(CAPTURE, tmp_path / "wave.pose")
    made = str(tmp_path / "made.safetensors")
    window.motions.command = lambda given: [
        sys.executable, "-c", FITS, made, given[given.index("-o") + 1],
    ]  # fmt: skip
    let_go(window, tmp_path / "wave.pose")
    qtbot.waitUntil(lambda: len(window.tasks.all) > 0, timeout=20_000)
    assert window.tasks.all[0].title == "Fit wave.pose" and window.docks.jobs.isVisible()
    offered(window, qtbot).add.click()
    qtbot.waitUntil(lambda: names(window) == ["WAVE"], timeout=20_000)
    assert window.tasks.all[0].state is State.DONE


def test_fitting_can_be_cancelled(window, qtbot, tmp_path):
    shutil.copy(CAPTURE, tmp_path / "wave.pose")
    window.motions.command = lambda given: [sys.executable, "-c", SLOW]
    let_go(window, tmp_path / "wave.pose")
    qtbot.waitUntil(lambda: len(window.tasks.all) > 0, timeout=20_000)
    QTest.mouseClick(window.jobs.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tasks.all[0].state is State.CANCELLED, timeout=20_000)
    assert window.findChild(object, "NewSignDialog") is None and window.findChild(Message) is None


@pytest.mark.slow
def test_a_real_capture_is_fitted_by_the_command_line(window, qtbot, tmp_path, shared_data):
    pytest.importorskip("torch")
    found = sorted((shared_data / "poses" / "signwriting_animation").glob("*.pose"))
    shutil.copy(found[0], tmp_path / "zebra.pose")
    let_go(window, tmp_path / "zebra.pose")
    qtbot.waitUntil(lambda: len(window.tasks.all) > 0, timeout=20_000)
    qtbot.waitUntil(lambda: not window.tasks.open, timeout=240_000)
    assert window.tasks.all[0].state is State.DONE, window.tasks.all[0].log
    offered(window, qtbot).add.click()
    qtbot.waitUntil(lambda: names(window) == ["ZEBRA"], timeout=20_000)


def damaged(path: Path, kind: str) -> Path:
    if kind == "text":
        path.write_bytes(b"no archive")
    elif kind == "other":
        np.savez(path, poses=np.zeros((4, 72)), mocap_frame_rate=30)
    elif kind == "empty":
        path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    ("kind", "said"), [("text", "npz"), ("other", "which is SMPL; SMPL-X has 165"), ("empty", "npz")]
)
def test_a_broken_motion_is_one_sentence(window, qtbot, tmp_path, kind, said):
    let_go(window, damaged(tmp_path / "a.npz", kind))
    texts = refused(window, qtbot)
    assert "“a.npz” cannot be used" in texts[0] and any(said in text for text in texts)
    assert all("\n" not in text for text in texts) and names(window) == []


def test_a_broken_capture_is_one_sentence(window, qtbot, tmp_path):
    (tmp_path / "a.pose").write_bytes(b"nothing")
    let_go(window, tmp_path / "a.pose")
    texts = refused(window, qtbot)
    assert "“a.pose” cannot be used" in texts[0] and "a.pose" in texts[1]
    assert window.tasks.all == []
