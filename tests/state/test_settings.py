"""The settings' file: whatever is wrong with it, the program starts and nothing in it is lost."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from convviz.core import saving
from convviz.core.errors import KernelError
from convviz.i18n import Message
from convviz.scene.scene import Scene
from convviz.scene.settings import MAX_BYTES, Settings, encode_settings, save_kernel
from convviz.state.settings import WAIT_MS, Preferences, SettingsFile, default_path

KEPT = Settings(theme="dark", recent=("a.png",), scene=Scene(channel="r"))
NEEDS_A_USER = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the administrator may do everything"
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "home" / "settings.json", today=lambda: date(2026, 1, 31))


def write(file: SettingsFile, data: bytes) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(data)


def beside(file: SettingsFile) -> set[str]:
    return {path.name for path in file.path.parent.iterdir()}


def test_settings_stand_where_the_system_keeps_them() -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    assert SettingsFile().path == default_path() == Path(folder) / "settings.json"


def test_the_first_start_has_the_defaults_and_says_nothing(file: SettingsFile) -> None:
    assert file.load() == (Settings(), None)
    assert not file.path.parent.exists()


def test_what_is_saved_comes_back(file: SettingsFile) -> None:
    assert file.save(KEPT) is None
    assert file.load() == (KEPT, None)
    assert beside(file) == {"settings.json"}


DAMAGED = {
    "empty": b"",
    "no JSON": b"hello",
    "cut off": encode_settings(KEPT)[:-20],
    "a wrong type": b'{"recent": 7}',
    "NaN": b'{"brush": NaN}',
    "deep": b'{"tab": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "binary": bytes(range(256)),
    "huge": b" " * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_set_aside_with_a_notice(file: SettingsFile, data: bytes) -> None:
    write(file, data)
    settings, notice = file.load()
    kept = file.path.with_name("settings.damaged-2026-01-31.json")
    assert settings == Settings()
    assert kept.read_bytes() == data
    assert not file.path.exists()
    assert str(kept) in str(notice)
    assert str(notice).startswith("Your settings could not be read")


def test_a_second_damaged_file_of_a_day_is_kept_too(file: SettingsFile) -> None:
    for data in (b"1", b"2", b"3"):
        write(file, data)
        file.load()
    assert beside(file) == {
        "settings.damaged-2026-01-31.json",
        "settings.damaged-2026-01-31-2.json",
        "settings.damaged-2026-01-31-3.json",
    }


def test_the_file_of_a_newer_program_is_set_aside(file: SettingsFile) -> None:
    write(file, b'{"convviz": 99, "theme": "ultraviolet"}')
    settings, notice = file.load()
    assert settings == Settings()
    assert "newer ConvViz (format 99" in str(notice)
    assert beside(file) == {"settings.newer-2026-01-31.json"}


def test_a_folder_in_its_place_is_set_aside(file: SettingsFile) -> None:
    (file.path / "inside").mkdir(parents=True)
    settings, notice = file.load()
    assert settings == Settings()
    assert "it is no file" in str(notice)
    assert beside(file) == {"settings.damaged-2026-01-31.json"}
    assert file.save(KEPT) is None
    assert file.load() == (KEPT, None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its folders")
def test_a_pipe_in_its_place_is_not_waited_for(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    os.mkfifo(file.path)
    settings, notice = file.load()
    assert settings == Settings()
    assert notice


def test_a_file_that_cannot_be_read_is_set_aside(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, encode_settings(KEPT))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        settings, notice = file.load()
    assert settings == Settings()
    assert "Permission denied" in str(notice)
    assert beside(file) == {"settings.damaged-2026-01-31.json"}


def test_what_cannot_be_set_aside_is_not_written_over(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, b"precious")

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "rename", refuse)
    settings, notice = file.load()
    assert settings == Settings()
    assert "will not be saved" in str(notice)
    assert file.save(KEPT) is None
    assert file.path.read_bytes() == b"precious"


def test_a_last_scene_that_cannot_be_shown_is_dropped_alone(file: SettingsFile) -> None:
    write(file, encode_settings(KEPT).replace(b'"channel": "r"', b'"channel": "x"'))
    settings, notice = file.load()
    assert settings == Settings(theme="dark", recent=("a.png",))
    assert str(notice).startswith("What was on screen last time could not be brought back.")
    assert beside(file) == {"settings.json"}


def test_a_full_disk_is_a_notice_and_the_old_file_stays(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(KEPT)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(saving.os, "fsync", full)
    assert str(file.save(Settings())) == f"{file.path} was not written: the disk is full."
    assert file.load() == (KEPT, None)
    assert beside(file) == {"settings.json"}


def test_a_folder_that_cannot_be_made_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    file = SettingsFile(tmp_path / "home" / "settings.json")
    assert file.load()[0] == Settings()
    assert "was not written" in str(file.save(KEPT))


def test_settings_that_no_file_can_hold_are_a_notice(file: SettingsFile) -> None:
    assert "cannot be written" in str(file.save(Settings(open_folder="\udcff")))


@NEEDS_A_USER
def test_a_folder_that_may_not_be_written_is_a_notice(file: SettingsFile) -> None:
    file.save(KEPT)
    file.path.parent.chmod(0o500)
    try:
        assert "was not written" in str(file.save(Settings()))
    finally:
        file.path.parent.chmod(0o700)
    assert file.load() == (KEPT, None)


# --- while the program runs ---


@pytest.fixture
def preferences(file: SettingsFile, qtbot: QtBot) -> Preferences:
    return Preferences(file)


def test_preferences_begin_with_what_was_saved(file: SettingsFile, qtbot: QtBot) -> None:
    file.save(KEPT)
    preferences = Preferences(file)
    assert (preferences.settings, preferences.notice) == (KEPT, None)
    write(file, b"?")
    assert Preferences(file).notice is not None


def test_a_change_is_told_and_written_a_moment_later(
    preferences: Preferences, file: SettingsFile, qtbot: QtBot
) -> None:
    told: list[tuple[Settings, Settings]] = []
    preferences.changed.connect(lambda old, new: told.append((old, new)))
    preferences.set(theme="dark")
    preferences.set(tab="cost")
    assert told[0] == (Settings(), Settings(theme="dark"))
    assert not file.path.exists()
    qtbot.waitUntil(file.path.exists, timeout=WAIT_MS * 5)
    assert file.load() == (Settings(theme="dark", tab="cost"), None)


def test_no_change_is_neither_told_nor_written(preferences: Preferences, file: SettingsFile) -> None:
    told: list[object] = []
    preferences.changed.connect(lambda *both: told.append(both))
    preferences.set(theme="system")
    preferences.flush()
    assert told == []
    assert not file.path.exists()


def test_a_refused_change_changes_nothing(preferences: Preferences, file: SettingsFile) -> None:
    with pytest.raises(KernelError):
        preferences.edit(lambda settings: save_kernel(settings, "", ((1.0,),)))
    preferences.flush()
    assert preferences.settings == Settings()
    assert not file.path.exists()


def test_flush_writes_at_once_and_once(preferences: Preferences, file: SettingsFile) -> None:
    preferences.set(theme="dark")
    preferences.flush()
    assert file.load() == (Settings(theme="dark"), None)
    file.path.unlink()
    preferences.flush()
    assert not file.path.exists()


def test_a_failure_to_write_is_said_once_until_it_is_over(
    preferences: Preferences, file: SettingsFile
) -> None:
    failed: list[Message] = []
    preferences.failed.connect(failed.append)
    file.path.mkdir(parents=True)
    for theme in ("dark", "light"):
        preferences.set(theme=theme)
        preferences.flush()
    assert [str(message) for message in failed] == [f"{file.path} is a folder; give the file a name."]
    file.path.rmdir()
    preferences.set(theme="dark")
    preferences.flush()
    assert file.load()[0].theme == "dark"
    file.path.unlink()
    file.path.mkdir()
    preferences.set(theme="light")
    preferences.flush()
    assert len(failed) == 2
