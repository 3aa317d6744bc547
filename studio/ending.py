"""The end that somebody else decides: a signal closes the studio as its user would, without questions."""

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

if TYPE_CHECKING:
    from studio.window import MainWindow

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""What a system, a terminal or Ctrl+C ends a program with."""


class Ending(QObject):
    """Ends the window at the first signal; the second one does what signals do without it.

    Python hears a signal only between its own instructions, which an event loop at rest does not run: the
    number comes through a socket that wakes the loop.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, lambda *_: None)
        self._waker = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._waker.activated.connect(lambda *_: self._end(self._heard.recv(1)[0]))

    def _end(self, number: int) -> None:
        self._waker.setEnabled(False)
        for each in SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        self._window.end()
        QCoreApplication.exit(128 + number)
