"""What comes back at the next start, and what happens when it cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt

from convviz.scene.scene import FilePicture, Preset

CTRL = Qt.KeyboardModifier.ControlModifier


def test_scene_recent_pictures_and_theme_come_back(start, phone_photo):
    first = start()
    first.open(phone_photo)
    first.program.commands.pick_kernel("emboss")
    first.window.chosen.emit("theme", "dark")
    first.settle()
    scene = first.scene
    first.window.close()
    again = start()
    assert again.scene == scene
    assert again.program.preferences.settings.recent == (str(phone_photo),)
    assert again.desk.theme.name == "dark"
    assert again.scene.layer.filters[0][0] == Preset("emboss")


def test_a_damaged_settings_file_is_set_aside_with_a_notice(start, tmp_path):
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "settings.json").write_bytes(b'{"theme": [[[[')
    person = start()
    assert "settings.damaged" in person.notice
    assert any("damaged" in path.name for path in folder.iterdir())
    assert person.story.source.title == "camera"


def test_a_last_picture_that_is_gone_gives_way_to_a_sample(start, phone_photo, tmp_path):
    moved = tmp_path / "moved.jpg"
    moved.write_bytes(phone_photo.read_bytes())
    first = start()
    first.open(moved)
    first.window.close()
    moved.unlink()
    again = start()
    assert str(moved) in again.notice
    assert again.story.source.title == "camera"


def test_the_picture_named_at_the_start_is_opened(start, phone_photo):
    person = start(str(phone_photo))
    person.qtbot.waitUntil(lambda: person.scene.picture == FilePicture(str(phone_photo)), timeout=10000)


def test_undo_reaches_back_over_pictures(start, phone_photo):
    person = start()
    before = person.scene
    person.open(phone_photo)
    person.program.commands.pick_kernel("box-3x3")
    person.key(Qt.Key.Key_Z, CTRL)
    person.key(Qt.Key.Key_Z, CTRL)
    person.settle()
    assert person.scene == before


def test_the_windows_layout_comes_back(start):
    """As far as the screen lets it: the offscreen one is 800 × 800, and a window is fitted into it."""
    first = start(size=(1280, 780))
    first.window.rows.setSizes([400, 300])
    upper, lower = first.window.rows.sizes()
    first.window.close()
    again = start(size=(1280, 720))
    kept = again.program.preferences.settings
    assert kept.geometry
    assert dict(kept.splitters)["rows"] == (upper, lower)
    now_upper, now_lower = again.window.rows.sizes()
    assert abs(now_lower / (now_upper + now_lower) - lower / (upper + lower)) < 0.06
    plain = again.window.height() * 230 / 960
    assert now_lower > plain * 1.2, "the default would be lower"
