"""`main.py test`: formatting, lint, types, layers and tests, one after the other."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("layers", ("lint-imports",)),
)


def run(root: Path, arguments: list[str]) -> int:
    """Run every check, or only pytest when it is given `arguments`; return the exit code."""
    began = time.monotonic()
    failed = [] if arguments else [name for name, command in CHECKS if not _passes(root, name, command)]
    with _virtual_screen() as environment:
        tests = (sys.executable, "-m", "pytest", *arguments)
        if subprocess.run(tests, cwd=root, env=environment).returncode:
            failed.append("tests")
    verdict = f"failed: {', '.join(failed)}" if failed else "all passed"
    print(f"Checks {verdict} in {time.monotonic() - began:.0f} s.")
    return 1 if failed else 0


def _passes(root: Path, name: str, command: tuple[str, ...]) -> bool:
    program = Path(sys.executable).with_name(command[0])
    result = subprocess.run((str(program), *command[1:]), cwd=root, capture_output=True, text=True)
    print(f"{name}: {'ok' if result.returncode == 0 else 'FAILED'}", flush=True)
    if result.returncode:
        print(result.stdout, result.stderr, sep="", flush=True)
    return result.returncode == 0


@contextmanager
def _virtual_screen() -> Iterator[dict[str, str]]:
    """An environment whose display is a fresh Xvfb; on other systems than Linux, the real one."""
    if not sys.platform.startswith("linux"):
        yield dict(os.environ)
        return
    receiving, sending = os.pipe()
    command = ("Xvfb", "-displayfd", str(sending), "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
    server = subprocess.Popen(command, pass_fds=(sending,), stderr=subprocess.DEVNULL)
    os.close(sending)
    try:
        with os.fdopen(receiving) as pipe:
            number = pipe.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
