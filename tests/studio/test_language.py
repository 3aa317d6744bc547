"""The interface in English and German: nothing untranslated, nothing unwrapped, nothing cut off."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from pipeline.errors import BadInput
from pipeline.exchange.eaf import read_eaf
from pipeline.motion.amass import read_amass
from pipeline.sentence_lists import read_sentences
from pipeline.signs.store import SignStore
from pipeline.timeline.project import load_project
from pipeline.timeline.why import why
from studio import language, problems, translations
from studio.language import FOLDER, tr
from studio.panels import dialogs
from studio.panels.inspector.sign import SignPage
from studio.settings import Settings
from studio.shortcuts import COMMANDS
from studio.terms import vocabulary
from studio.told import TEMPLATES, listed, refused, told
from studio.window import MainWindow
from tests.studio.driving import write

TABLE = FOLDER / "signwright_de.ts"
SOURCES = sorted(Path(language.__file__).parent.rglob("*.py"))
SHOWING = re.compile(
    "setText|setToolTip|setWindowTitle|addAction|addMenu|addTab|setTabText|setTabToolTip|addItem|setStatusTip"
    "|setAccessibleName|setAccessibleDescription|setPlaceholderText|setTitle|say|warn|tell|QLabel|QMenu"
    "|QPushButton|QToolButton|QCheckBox|QAction|QGroupBox|label|row|small_button|Tick|Words|Dock"
)
NAMED = ("text", "title", "toolTip", "placeholderText")
NAMES = {"Signwright", "[*] — Signwright", "project.signwright"}
"""What is the same in every language."""


@pytest.fixture
def german(qapp):
    before = QLocale()
    language.install(qapp, "de")
    yield
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def calls(source: str):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield name, node


def wrapped_in_the_source():
    """Found here by another way than `build translations` takes: by the names alone, anywhere."""
    found = set()
    for file in SOURCES:
        for name, node in calls(file.read_text(encoding="utf-8")):
            if name in ("tr", "mark"):
                found |= {part.value for part in parts_shown(node.args[0]) if isinstance(part, ast.Constant)}
    return {text for text in found if isinstance(text, str) and text and text != "English"}


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}", text))


def test_every_sentence_of_the_studio_has_a_german_one():
    german = translations.read_table(TABLE)
    commands = {text for command in COMMANDS for text in (command.menu, command.title)}
    assert sorted((wrapped_in_the_source() | commands | set(vocabulary())) - set(german)) == []


def test_the_table_holds_nothing_that_is_gone():
    assert sorted(set(translations.read_table(TABLE)) - set(translations.sentences())) == []


def test_the_placeholders_of_both_languages_agree():
    pairs = translations.read_table(TABLE).items()
    assert [english for english, german in pairs if placeholders(english) != placeholders(german)] == []


def test_what_is_compiled_is_what_the_table_says(german):
    table = translations.read_table(TABLE)
    assert [english for english, said in table.items() if tr(english) != said] == []


def test_a_literal_that_is_translated_stands_alone():
    """An f-string could never be found in the table."""
    wrong = [
        f"{file.name}:{node.lineno}"
        for file in SOURCES
        if file.name not in ("language.py", "translations.py")
        for name, node in calls(file.read_text(encoding="utf-8"))
        if name in ("tr", "mark") and any(isinstance(part, ast.JoinedStr) for part in ast.walk(node.args[0]))
    ]
    assert wrong == []


def says_something(node: ast.expr) -> str:
    """Words of a literal that a user would read, empty for a call, a name or a sign."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value for part in node.values if isinstance(part, ast.Constant))
        text = re.sub(r"<[^>]*>", "", "…".join(map(str, parts)))
    else:
        return ""
    return text if re.search("[A-Za-z]{3}", text) and text not in NAMES else ""


def parts_shown(node: ast.expr):
    """What an expression may come out as."""
    if isinstance(node, ast.IfExp):
        return [*parts_shown(node.body), *parts_shown(node.orelse)]
    if isinstance(node, ast.BoolOp):
        return [part for value in node.values for part in parts_shown(value)]
    return [*parts_shown(node.left), *parts_shown(node.right)] if isinstance(node, ast.BinOp) else [node]


def test_no_sentence_is_shown_without_being_translated():
    bare = [
        f"{file.name}:{node.lineno} {says_something(part)!r}"
        for file in SOURCES
        for name, node in calls(file.read_text(encoding="utf-8"))
        if SHOWING.fullmatch(name)
        for given in (*node.args[:1], *(key.value for key in node.keywords if key.arg in NAMED))
        for part in parts_shown(given)
        if says_something(part)
    ]
    assert bare == []


def menus(window):
    return [action.menu() for action in window.menuBar().actions()]


def actions_below(menu: QMenu):
    for action in menu.actions():
        yield action
        if action.menu():
            yield from actions_below(action.menu())


@pytest.mark.parametrize("tag", ["en", "de"])
def test_no_menu_has_a_mnemonic_twice(qtbot, qapp, request, tag):
    if tag == "de":
        request.getfixturevalue("german")
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    bar = [action.text() for action in window.menuBar().actions()]
    for titles in (bar, *([action.text() for action in menu.actions()] for menu in menus(window))):
        letters = [found.group(1).lower() for found in map(re.compile("&([^& ])").search, titles) if found]
        assert len(letters) == len(set(letters)), titles


def test_the_german_window_has_german_menus_and_tips(german, qtbot):
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Datei", "Bearbeiten", "Prüfen", "Ansicht", "Wiedergabe", "Hilfe"]
    assert window.actions_by_name["save_as"].text() == "Speichern unter…"
    assert window.docks.timeline.windowTitle() == "Zeitleiste"
    assert window.text.editor.placeholderText() == "Einen Satz eingeben. Er wird beim Tippen gebärdet."
    assert window.candidates.search.accessibleName() == "Wörterbuch durchsuchen"


def test_docks_are_found_again_in_another_language(german, qtbot):
    """A layout that was saved in English has to hold in German."""
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    assert window.docks.timeline.objectName() == "dock.Timeline"


def test_the_buttons_of_qt_speak_german_too(german, qapp):
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_an_edit_is_named_in_german(german, window, qtbot):
    write(qtbot, window, "Hello")
    assert window.actions_by_name["undo"].text() == "Rückgängig: Texteingabe"


def test_the_chosen_language_is_remembered_and_when_it_begins_is_said(window):
    action = next(action for action in window.appearance.languages.actions() if action.data() == "de")
    action.trigger()
    assert Settings().language == "de"
    assert "next start" in window.status.message


def test_a_language_nobody_translated_leaves_english(qapp, monkeypatch):
    monkeypatch.setattr(QLocale, "setDefault", lambda _: None)
    language.install(qapp, "xx")
    assert tr("Save") == "Save" or qapp.findChildren(QTranslator) == []


def test_why_ways_are_so_long_is_told_in_german(german, window, qtbot):
    write(qtbot, window, "Hello, my name is Anna")
    project = window.document.project
    said = [
        why(project.timeline, index, project.glosses, window.editor.library.store)
        for index in range(len(project.timeline.clips) + 1)
    ]
    in_german = [told(sentence) for sentence in said]
    assert all(sentence.startswith("Von ") for sentence in in_german)
    assert not [
        sentence for sentence in in_german if re.search(r"\b(the|and|which|from|rest|hand)\b", sentence)
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_sentence_about_ways_is_recognized(german, template):
    english = re.sub(r"\{\w+\}", "7", template)
    assert told(english) == re.sub(r"\{\w+\}", "7", translations.read_table(TABLE)[template])


def test_a_sentence_nobody_knows_is_left_as_it_is(german):
    assert told("The sky is green.") == "The sky is green."


@pytest.mark.parametrize("template", sorted(problems.templates()))
def test_every_refusal_of_the_pipeline_is_recognized(german, template):
    english = template.replace("{{", "(").replace("}}", ")")
    names = re.findall(r"\{(\w+)\}", english)
    values = {name: f"value-{place}" for place, name in enumerate(names)}
    said = refused(template.format(**values))
    assert said != template.format(**values) and all(value in said for value in values.values())
    assert "{" not in said.replace("{shape: 5}", "")


def test_what_cannot_be_opened_is_told_in_german(german, tmp_path):
    (tmp_path / "a.signwright").write_text("[]")
    (tmp_path / "a.csv").write_text("words\nx\n")
    (tmp_path / "a.npz").write_bytes(b"no archive")
    (tmp_path / "a.eaf").write_text("<a/>")
    said = []
    for name, read in (
        ("a.signwright", load_project),
        ("a.csv", read_sentences),
        ("a.npz", read_amass),
        ("a.eaf", read_eaf),
        ("gone.sqlite", SignStore),
    ):
        with pytest.raises(BadInput) as problem:
            read(tmp_path / name)
        said.append(refused(str(problem.value)))
    assert all(str(tmp_path) in sentence for sentence in said)
    assert said[0].endswith(
        "Das ist kein Projekt von Signwright, oder es ist beschädigt: das Ganze ist kein Objekt."
    )
    assert said[1].endswith("hat keine Spalte „text“: die Spalten in der ersten Zeile benennen (text, name, "
                            "language, signer).")  # fmt: skip
    assert "ist keine npz-Datei" in said[2] and "npz-Datei mit SMPL-X-Parametern" in said[2]
    assert "aber keine ELAN-Datei: Eine .eaf-Datei wählen" in said[3]
    assert said[4].endswith("ist kein Wörterbuch: eine andere Datei wählen.")


def test_in_english_a_refusal_is_as_the_pipeline_says_it():
    sentence = "There is no dictionary at 0.5: choose another file."
    assert refused(sentence) == sentence and refused("Whatever 0.5 it says.") == "Whatever 0.5 it says."


def test_a_warning_and_a_message_speak_german_whoever_raised_them(german, window, qtbot):
    window.status.warn("There is no dictionary at x.sqlite: choose another file.")
    assert window.status.message == "Bei x.sqlite ist kein Wörterbuch: eine andere Datei wählen."
    message = dialogs.tell(window, "“x”", "There is no picture at x.png: choose another file.")
    assert any(
        part.text() == "Bei x.png ist kein Bild: eine andere Datei wählen."
        for part in message.findChildren(QLabel)
    )


def test_numbers_are_written_and_typed_with_a_comma(german, window, qtbot):
    write(qtbot, window, "Hello, my name is Anna")
    window.selection.select_clip(0)
    page = window.inspector.findChild(SignPage)
    assert re.fullmatch(r"\d+,\d\d s", page.end.text())
    assert re.search(r"\d,\d\d s", page.about.text()) and not re.search(r"\d\.\d", page.about.text())
    page.hold.lineEdit().selectAll()
    qtbot.keyClicks(page.hold, "0,35\r")
    assert window.document.project.timeline.clips[0].hold == pytest.approx(0.35)
    said = told(why(window.document.project.timeline, 1, window.document.project.glosses,
                    window.editor.library.store))  # fmt: skip
    assert re.search(r"\d,\d", said) and not re.search(r"\d\.\d", said)


def test_reasons_of_several_parts_are_told_part_by_part(german):
    assert listed("question word, signed last") == "Fragewort, zuletzt gebärdet"


def cut_off(window: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than they need."""
    parts = (
        part for kind in (QLabel, QPushButton, QToolButton, QCheckBox) for part in window.findChildren(kind)
    )
    return [
        f"{type(part).__name__} {part.text()!r}: {part.width()} of {part.sizeHint().width()}"
        for part in parts
        if part.isVisible()
        and part.text()
        and not (isinstance(part, QLabel) and part.wordWrap())
        and part.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored
        and part.width() < part.sizeHint().width()
    ]


def assert_nothing_cut_off(qtbot, window):
    """Layouts follow a change a moment later."""
    for _ in range(20):
        if not cut_off(window):
            return
        qtbot.wait(50)
    assert cut_off(window) == []


@pytest.mark.parametrize("tag", ["en", "de"])
def test_no_text_is_cut_off_in_any_layout(request, qtbot, tag):
    if tag == "de":
        request.getfixturevalue("german")
    window = request.getfixturevalue("window")
    window.resize(1440, 900)
    write(qtbot, window, "Hello, my name is Anna")
    for layout in ("reset_layout", "layout_curate", "layout_compose", "layout_present"):
        window.actions_by_name[layout].trigger()
        assert_nothing_cut_off(qtbot, window)
    for page in range(window.compose.pages.count()):
        window.compose.pages.setCurrentIndex(page)
        assert_nothing_cut_off(qtbot, window)
