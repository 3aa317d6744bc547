"""The language of the interface: every sentence that the user reads goes through `tr`."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

CONTEXT = "Signwright"
"""One context for all sentences: the same English sentence has one translation everywhere."""

FOLDER = Path(__file__).parent.parent / "resources" / "language"
"""Where the translations are: a table for translators (.ts) and what Qt reads (.qm)."""


def tr(text: str) -> str:
    """`text` (English, a literal) in the language of the interface; `text` where nobody translated it."""
    return QCoreApplication.translate(CONTEXT, text)


def decimal(value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """A number as the language of the interface writes it: "1.50" or "1,50", with a plus where `signed`."""
    locale = QLocale()
    if not decimals:
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # thousands apart
    written = locale.toString(float(value), "f", decimals)
    return f"+{written}" if signed and value >= 0 else written


def brief(value: float, digits: int = 6) -> str:
    """A number with no more than some digits, none of them a last zero: "1.5" or "1,5"."""
    return QLocale().toString(float(value), "g", digits)


def mark(text: str) -> str:
    """`text` as it stands: marks a constant of a module for translation, which happens where it is shown."""
    return text


LANGUAGES = {"": mark("System"), "en": "English", "de": "Deutsch"}
"""Languages that can be chosen, by their tags, each in its own words; the first one is the computer's."""


def install(application: QCoreApplication, chosen: str) -> None:
    """Speak the language of a tag from now on, or the computer's where `chosen` is empty or unknown.

    Has to come before the first widget: what is shown already stays as it is.
    """
    tag = chosen if chosen in LANGUAGES and chosen else QLocale.system().name()[:2]
    QLocale.setDefault(_locale(tag))
    own = FOLDER / f"signwright_{tag}.qm"
    if not own.exists():
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{tag}.qm"
    for file in (qt, own):  # Qt's own words first: those of the buttons in its dialogs
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)


def _locale(tag: str) -> QLocale:
    """How numbers are written: as the computer does where it speaks that language, without thousands."""
    system = QLocale.system()
    spoken = tag if tag in LANGUAGES and tag else "en"
    locale = system if system.name()[:2] == spoken else QLocale(spoken)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
