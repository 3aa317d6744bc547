"""The language of the interface: every sentence that the user reads goes through `tr`."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "Signwright"
"""One context for all sentences: the same English sentence has one translation everywhere."""


def tr(text: str) -> str:
    """`text` (English, a literal) in the language of the interface; `text` where nobody translated it."""
    return QCoreApplication.translate(CONTEXT, text)


def mark(text: str) -> str:
    """`text` as it stands: marks a constant of a module for translation, which happens where it is shown."""
    return text
