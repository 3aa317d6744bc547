"""Settings survive a restart and a damaged file."""

from PySide6.QtCore import QByteArray

from studio.settings import RECENT, Settings, data_folder


def test_what_is_set_is_there_at_the_next_start():
    settings = Settings()
    settings.signer = "man"
    settings.languages = ("de", "gsg")
    settings.layout = QByteArray(b"\x00\x01layout")
    settings.flush()
    again = Settings()
    assert (again.signer, again.languages, again.layout) == (
        "man",
        ("de", "gsg"),
        QByteArray(b"\x00\x01layout"),
    )


def test_everything_has_a_default(home):
    (home / "signwright.ini").write_bytes(b"\x00\xff not settings [[[")
    settings = Settings()
    assert settings.signer == "woman"
    assert settings.recent == []
    assert settings.geometry.isEmpty()


def test_recent_projects_are_few_and_newest_first():
    settings = Settings()
    for number in range(RECENT + 3):
        settings.add_recent(f"/p/{number}")
    settings.add_recent("/p/5")
    assert settings.recent[:2] == ["/p/5", f"/p/{RECENT + 2}"]
    assert len(settings.recent) == RECENT
    settings.flush()
    assert Settings().recent == settings.recent


def test_one_recent_project_is_a_list_too():
    Settings().add_recent("/only")
    assert Settings().recent == ["/only"]


def test_data_goes_where_the_variable_says(home):
    assert data_folder() == home


def test_a_folder_that_cannot_be_made_is_replaced_by_a_temporary_one(home, monkeypatch):
    (home / "file").touch()
    monkeypatch.setenv("SIGNWRIGHT_CONFIG_HOME", str(home / "file" / "inside"))
    assert data_folder().is_dir()
