"""The help dialogs: keyboard shortcuts, and what Signwright is and rests on."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from studio import theme
from studio.keys import USUAL, Choice, native
from studio.language import mark, tr
from studio.panels.pieces import STRETCH, row
from studio.shortcuts import COMMANDS, GESTURES

LICENCES = (
    ("Signwright", "Apache-2.0"),
    (mark("Shipped signers: MakeHuman data"), "CC0"),
    (mark("Starter dictionary: spoken-to-signed captures"), "MIT"),
    (mark("Inter, the typeface"), "SIL Open Font License 1.1"),
    ("Qt and PySide6", "LGPL-3.0"),
    (mark("PyAV with FFmpeg and x264"), "BSD-3-Clause, LGPL, GPL-2.0"),
    ("PyOpenGL, NumPy, SciPy", "BSD-3-Clause"),
    ("SQLAlchemy, simplemma, tyro", "MIT"),
    ("safetensors", "Apache-2.0"),
    (mark("Your own SMPL-X model"), mark("its own licence; never part of Signwright")),
)


def _page(parent: QWidget, title: str, html: str, size: tuple[int, int]) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    heading = QLabel(title)
    heading.setObjectName("Heading")
    browser = QTextBrowser()
    browser.setAccessibleName(title)
    browser.setHtml(html)
    browser.setOpenExternalLinks(False)
    close = QPushButton(tr("Close"))
    close.setDefault(True)
    close.clicked.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(18, 16, 18, 14)
    layout.setSpacing(12)
    for part in (heading, browser, row(STRETCH, close)):
        layout.addWidget(part)
    dialog.resize(*size)
    return dialog


def shortcuts_dialog(parent: QWidget, keys: Callable[[str], Choice] = USUAL.__getitem__) -> QDialog:
    """All commands with their `keys`, which are told by name, and what the mouse does."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for command in COMMANDS:
        if keys(command.name):
            shown = f" {tr('or')} ".join(native(key) for key in keys(command.name))
            sections.setdefault(command.menu, []).append((tr(command.title).rstrip("…"), shown))
    for where, what, how in GESTURES:
        sections.setdefault(where, []).append((tr(what), tr(how)))
    parts = [_section(tr(name), lines) for name, lines in sections.items()]
    return _page(parent, tr("Keyboard Shortcuts"), "".join(parts), (520, 640))


def about_dialog(parent: QWidget) -> QDialog:
    """What Signwright is, its version, and the licences of what it is made of."""
    try:
        number = version("signwright")
    except PackageNotFoundError:
        number = "0.1.0"
    paragraphs = (
        tr("Version {number}").format(number=number),
        tr("Type a sentence, watch an avatar sign it, export the video."),
        tr(
            "The signing of the starter dictionary was captured from real signers; everything made from it "
            "should be checked by people who sign before it is published."
        ),
    )
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return _page(
        parent,
        "Signwright",
        html + _section(tr("Licences"), [(tr(what), tr(how)) for what, how in LICENCES]),
        (520, 480),
    )


def _section(name: str, lines: list[tuple[str, str]]) -> str:
    dim, edge = theme.value("dim"), theme.value("edge")
    rows = "".join(
        f"<tr><td style='padding:3px 24px 3px 0'>{what}</td>"
        f"<td style='padding:3px 0; color:{dim}'>{how}</td></tr>"
        for what, how in lines
    )
    return (
        f"<p style='font-weight:600; margin:10px 0 3px 0; color:{theme.value('text')}'>{name}</p>"
        f"<hr style='background-color:{edge}; height:1px; border:0'><table width='100%'>{rows}</table>"
    )
