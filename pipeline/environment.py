"""First use: the packages and system libraries Signwright needs, with the standard library alone."""

import ctypes
import hashlib
import importlib.metadata
import operator
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

NAME = "signwright"
"""What pip calls this program."""

HEADLESS = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
"""Shared libraries that drawing off screen needs, and the Debian packages that hold them."""

WINDOW = HEADLESS | {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same for Qt's windows."""

PROGRAMS = {"Xvfb": "xvfb"}
"""Programs that the tests call, and their Debian packages."""


class SetupError(RuntimeError):
    """Signwright cannot run here yet; the message says what to do."""


def prepare(
    root: Path, libraries: Mapping[str, str], extra: str = "", programs: tuple[str, ...] = ()
) -> None:
    """Return once everything is importable and loadable, installing it where that is possible.

    Re-executes inside `root/.venv` when the running interpreter lacks packages. Raises SetupError.
    """
    prepare_packages(root, extra)
    prepare_system(libraries, programs)


def require_display(environment: Mapping[str, str]) -> None:
    """Raise SetupError when no window could be opened."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    advice = 'use `python3 main.py speak "Hello" -o hello.mp4` to make a video without one.'
    if environment.get("WAYLAND_DISPLAY"):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise SetupError(f"There is no display to open the studio on: {advice}")
    if not _x_server_answers(display):
        raise SetupError(f"The display {display} does not answer, so the studio cannot open: {advice}")


def require_tests(root: Path) -> None:
    """Raise SetupError when this copy of Signwright came without its tests."""
    if not (root / "tests" / "checks.py").exists():
        raise SetupError(
            "This copy has no tests: run `python3 main.py test` in a checkout of the source code."
        )


def _x_server_answers(display: str) -> bool:
    match = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if not match:
        return True
    path = f"/tmp/.X11-unix/X{match[1]}"
    for address in (path, "\0" + path):
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(address)
                return True
            except OSError:
                continue
    return False


def requirements(root: Path, extra: str = "") -> list[str]:
    """The requirement strings of pyproject.toml that apply on this platform, `extra` included."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = list(project["dependencies"])
    if extra:
        found += project["optional-dependencies"][extra]
    return [requirement for requirement in found if _applies(requirement)]


def _applies(requirement: str) -> bool:
    _, _, marker = requirement.partition(";")
    match = re.fullmatch(r"\s*sys_platform\s*(==|!=)\s*['\"](\w+)['\"]\s*", marker)
    return not match or (sys.platform == match[2]) == (match[1] == "==")


def missing(wanted: list[str]) -> list[str]:
    """The requirements that the running interpreter's packages do not meet."""

    def met(requirement: str) -> bool:
        name, bounds = _parts(requirement)
        try:
            version = _numbers(importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            return False
        return all(_COMPARED[sign](version, _numbers(bound)) for sign, bound in bounds)

    return [requirement for requirement in wanted if not met(requirement)]


_COMPARED = {">=": operator.ge, "<": operator.lt, "==": operator.eq}


def _parts(requirement: str) -> tuple[str, list[tuple[str, str]]]:
    """The name of a requirement, and its bounds as pairs such as `(">=", "6.10")`."""
    specified, _, _ = requirement.partition(";")
    name = re.match(r"[\w.-]+", specified)
    if not name:
        raise ValueError(f"no requirement: {requirement!r}")
    return name[0], re.findall(r"(>=|<|==)\s*([\d.]+)", specified)


def _numbers(version: str) -> tuple[int, ...]:
    """The release of a version, without zeros at its end, so that 2.0 equals 2."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(number) for number in release[0].split(".")] if release else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def prepare_packages(root: Path, extra: str = "") -> None:
    """Make the packages importable: at once, or by installing them and starting again in `.venv`.

    A copy that pip installed, which has no pyproject.toml, is left to pip.
    """
    if not (root / "pyproject.toml").exists():
        _require_installed(extra)
        return
    wanted = requirements(root, extra)
    absent = missing(wanted)
    if not absent:
        return
    home = root / ".venv"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = home / f"installed-{extra or 'base'}"
    pins = root / "constraints.txt"
    mark = hashlib.sha256(pins.read_bytes() + "\n".join(wanted).encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == mark and python.exists()):
        _install(home, python, wanted, pins)
        stamp.write_text(mark)
    elif Path(sys.prefix).resolve() == home.resolve():
        raise SetupError(f"{home} is incomplete ({', '.join(absent)}): delete that folder and start again.")
    _restart(python)


def _require_installed(extra: str) -> None:
    marker = re.compile(rf";.*extra\s*==\s*['\"]{extra}['\"]")
    absent = missing([line for line in importlib.metadata.requires(NAME) or () if marker.search(line)])
    if absent:
        wanted = " ".join(f'"{line.partition(";")[0].strip()}"' for line in absent)
        raise SetupError(
            "This command needs more packages. Run this, then start again:\n"
            f"  {sys.executable} -m pip install {wanted}"
        )


def _install(home: Path, python: Path, wanted: list[str], pins: Path) -> None:
    print(
        f"First use: installing {len(wanted)} packages into {home}. This takes one to five minutes.",
        file=sys.stderr,
        flush=True,
    )
    began = time.monotonic()
    if not python.exists():
        _make_environment(home)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, "--constraint", str(pins), *wanted], stdout=sys.stderr).returncode:
        raise SetupError(
            "The packages could not be installed: see pip's lines above, check the network, and start again."
        )
    print(f"Installed in {time.monotonic() - began:.0f} s.", file=sys.stderr, flush=True)


def _make_environment(home: Path) -> None:
    try:
        import ensurepip  # noqa: F401  (Debian splits it from Python)
    except ImportError:
        package = f"python3.{sys.version_info.minor}-venv"
        _install_system([package], "Python here cannot make virtual environments")
    try:
        venv.create(home, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        raise SetupError(f"{home} could not be made ({error}): check that the folder is writable.") from error


def _restart(python: Path) -> None:
    arguments = [str(python), *sys.argv]
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(arguments).returncode)
    os.execv(python, arguments)


def prepare_system(
    libraries: Mapping[str, str],
    programs: tuple[str, ...] = (),
    loads: Callable[[str], object] = ctypes.CDLL,
) -> None:
    """Make sure that the shared libraries load and the programs exist; only Linux needs this."""
    if not sys.platform.startswith("linux"):
        return
    packages = [package for library, package in libraries.items() if not _loadable(library, loads)]
    packages += [PROGRAMS[program] for program in programs if not shutil.which(program)]
    if packages:
        _install_system(packages, "System libraries are missing")


def _loadable(library: str, loads: Callable[[str], object]) -> bool:
    try:
        loads(library)
    except OSError:
        return False
    return True


def _install_system(packages: list[str], problem: str) -> None:
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not (_is_debian() and os.geteuid() == 0 and shutil.which("apt-get")):
        prefix = "sudo " if shutil.which("sudo") else ""
        raise SetupError(f"{problem}. Run this, then start again:\n  {prefix}{line}")
    print(f"{problem}. Running as root on Debian: {line}", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update -qq", line + " -qq"):
        if subprocess.run(command.split(), env=quiet, stdout=subprocess.DEVNULL).returncode:
            raise SetupError(f"`{command}` failed: see its lines above, run it yourself, then start again.")


def _is_debian() -> bool:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return "debian" in (release.get("ID"), *release.get("ID_LIKE", "").split())
