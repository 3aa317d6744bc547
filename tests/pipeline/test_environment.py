"""First use: what is missing is named, and what is there is left alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import environment

ROOT = Path(__file__).parents[2]


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env={**kept, **variables}, capture_output=True, text=True, timeout=60)


def test_every_requirement_is_pinned():
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in pins()}
    for extra in ("", "test"):
        for requirement in environment.requirements(ROOT, extra):
            name = re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")
            assert name in pinned, f"{requirement} has no line in constraints.txt"


def test_pyside_stays_off_the_release_that_aborts():
    (pin,) = [line for line in pins() if line.lower().startswith("pyside6_essentials==")]
    major, minor = pin.partition("==")[2].split(".")[:2]
    assert (6, 10) <= (int(major), int(minor)) < (6, 12)


def pins() -> list[str]:
    return (ROOT / "constraints.txt").read_text().splitlines()


def test_an_environment_that_has_everything_is_left_alone(monkeypatch):
    monkeypatch.setattr(environment, "_install", lambda *_: pytest.fail("it installed"))
    monkeypatch.setattr(environment, "_restart", lambda *_: pytest.fail("it restarted"))
    environment.prepare_packages(ROOT, "test")


def test_a_copy_that_pip_installed_needs_no_checkout(tmp_path, monkeypatch):
    listed = ["numpy>=2.0", 'no-such-package>=1; extra == "detect"', 'another>=1; extra == "test"']
    monkeypatch.setattr(environment.importlib.metadata, "requires", lambda name: listed)
    environment.prepare_packages(tmp_path)
    with pytest.raises(environment.SetupError, match=r'pip install "no-such-package>=1"$'):
        environment.prepare_packages(tmp_path, "detect")


def test_a_copy_without_tests_says_where_they_are(tmp_path):
    environment.require_tests(ROOT)
    with pytest.raises(environment.SetupError, match="checkout"):
        environment.require_tests(tmp_path)


@pytest.mark.parametrize(
    ("installed", "requirement", "met"),
    [
        ("6.11.3", "PySide6-Essentials>=6.10,<6.12", True),
        ("6.10", "PySide6-Essentials>=6.10.0,<6.12", True),
        ("6.12.0", "PySide6-Essentials>=6.10,<6.12", False),
        ("6.9.3", "PySide6-Essentials>=6.10,<6.12", False),
        ("2.13.0+cpu", "torch==2.13.0", True),
        ("2.14.1", "torch==2.13.0", False),
        ("2.8", "glfw>=2.8; sys_platform != 'linux'", True),
    ],
)
def test_a_package_of_another_version_does_not_count(monkeypatch, installed, requirement, met):
    monkeypatch.setattr(environment.importlib.metadata, "version", lambda name: installed)
    assert environment.missing([requirement]) == ([] if met else [requirement])


def test_every_requirement_is_written_so_that_its_bounds_are_understood():
    for extra in ("", "detect", "test"):
        for requirement in environment.requirements(ROOT, extra):
            name, bounds = environment._parts(requirement)
            written = name + ",".join(sign + bound for sign, bound in bounds)
            assert written == requirement.partition(";")[0].strip()


def test_a_missing_package_is_noticed():
    assert environment.missing(["numpy>=2", "no-such-package>=1"]) == ["no-such-package>=1"]


def test_a_requirement_of_another_platform_is_skipped():
    assert not environment._applies("glfw>=2; sys_platform == 'plan9'")
    assert environment._applies("glfw>=2; sys_platform != 'plan9'")


def test_missing_system_libraries_are_named_in_one_apt_line(monkeypatch):
    monkeypatch.setattr(environment, "_is_debian", lambda: False)

    def loads(library: str) -> None:
        if library in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(library)

    with pytest.raises(environment.SetupError) as caught:
        environment.prepare_system(environment.WINDOW, loads=loads)
    assert "apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in str(caught.value)


def test_no_display_is_one_sentence_that_points_to_speak():
    result = run()
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "no display" in result.stderr and "speak" in result.stderr


def test_a_dead_display_is_one_sentence():
    result = run(DISPLAY=":7631")
    assert result.returncode == 1
    assert ":7631 does not answer" in result.stderr and "Traceback" not in result.stderr


def test_help_names_every_command_without_importing_anything_heavy():
    result = run("--help")
    assert result.returncode == 0
    assert all(word in result.stdout for word in ("speak", "build starter", "build avatar", "test"))


def test_an_unknown_command_is_a_usage_error():
    result = run("spaek")
    assert result.returncode == 2
    assert "spaek" in result.stderr and "Traceback" not in result.stderr


def test_setting_up_needs_only_the_standard_library():
    code = "import sys; sys.modules['numpy'] = None; import pipeline.environment, pipeline.errors"
    assert subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT).returncode == 0
