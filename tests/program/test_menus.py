"""Menus whose entries are values: samples, recent pictures, themes, cells on the stage."""

from __future__ import annotations

from PIL import Image as PILImage
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from convviz.app import Program
from convviz.state.settings import SettingsFile
from convviz.views.actions import MENUS
from convviz.views.sheet import Sheet
from convviz.views.tips import keys_in, native


def _entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_a_recent_picture_is_opened_by_its_path_whatever_is_in_it(person, tmp_path):
    path = tmp_path / "salt & pepper.png"
    PILImage.new("L", (20, 20), 9).save(path)
    person.open(path)
    person.window.chosen.emit("samples", "brick")
    person.qtbot.waitUntil(lambda: person.story.source.title == "brick")
    menu = person.window.menu("recent")
    assert _entries(menu) == [str(path).replace("&", "&&")]  # which a menu shows as one
    menu.actions()[0].trigger()
    person.qtbot.waitUntil(lambda: person.story.source.title == path.name)


def test_the_menu_of_recent_pictures_is_the_newest_first(person, tmp_path):
    paths = [tmp_path / f"{n}.png" for n in range(3)]
    for path in paths:
        PILImage.new("L", (20, 20), 9).save(path)
        person.open(path)
    assert _entries(person.window.menu("recent")) == [str(path) for path in reversed(paths)]


def test_drawing_leaves_no_menus_behind(person):
    def count() -> int:
        person.qtbot.wait(20)
        return len(person.window.findChildren(QActionGroup)) + len(person.window.findChildren(QAction))

    before = count()
    for n in range(20):
        person.program.commands.set_bias(float(n + 1))
        person.window.chosen.emit("cells", 3 + 2 * (n % 2))
    assert count() == before


def test_a_key_before_the_first_paint_does_no_harm(qapp, qtbot, tmp_path):
    program = Program(qapp, None, SettingsFile(tmp_path / "settings.json"))
    for name in ("go", "play", "keys"):
        program.desk.do(name)
    assert not program.player.playing
    assert program.window.findChildren(Sheet) == []
    program.window.close()
    program.window.deleteLater()


def test_a_menu_that_stays_as_it_is_is_not_made_anew(person, tmp_path):
    before = {name: person.window.menu(name).actions() for name in ("samples", "theme", "cells")}
    path = tmp_path / "photo.png"
    PILImage.new("L", (20, 20), 9).save(path)
    person.open(path)
    assert _entries(person.window.menu("recent")) == [str(path)]
    assert {name: person.window.menu(name).actions() for name in before} == before


def test_a_menu_writes_keys_as_the_sheet_of_keys_does(person):
    """Which of them a menu shows at the moment depends on what has the focus."""
    written = {
        shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        for action in person.window.actions_by_id.values()
        for shortcut in action.shortcuts()
    }
    listed = {native(key) for _, _, entries in MENUS for entry in entries for key in keys_in(entry)}
    assert {"Shift+→", "Shift+←", "Ctrl+O", "PgDown"} <= written <= listed
