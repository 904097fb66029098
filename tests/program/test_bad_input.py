"""Each bad input gets one sentence with the offending values; nothing is lost."""

from __future__ import annotations

import os

import pytest
from PIL import Image as PILImage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from convviz.figure.figure import Spot
from convviz.scene.scene import Drawn
from convviz.views import dialogs

CTRL = Qt.KeyboardModifier.ControlModifier


def _png(path, size=(8, 8)):
    PILImage.new("L", size, 90).save(path)
    return path


def _bad_files(folder, photo):
    lying = bytearray(_png(folder / "ok.png").read_bytes())
    lying[16:24] = (60000).to_bytes(4, "big") + (60000).to_bytes(4, "big")
    files = {
        "missing.jpg": None,
        "empty.png": b"",
        "truncated.jpg": photo.read_bytes()[:200_000],
        "letter.png": b"Dear Sir or Madam, this is not a picture.",
        "lying.png": bytes(lying),
    }
    for name, data in files.items():
        if data is not None:
            (folder / name).write_bytes(data)
    (folder / "folder.png").mkdir()
    return [*files, "folder.png"]


@pytest.mark.parametrize("n", range(6))
def test_a_file_that_cannot_be_opened(person, tmp_path, phone_photo, n):
    name = _bad_files(tmp_path, phone_photo)[n]
    before, shown = person.scene, person.grab()
    person.drop(tmp_path / name)
    person.qtbot.waitUntil(lambda: name in person.notice, timeout=8000)
    assert person.notice.endswith(".")
    assert person.notice.count("\n") == 0
    assert person.scene == before
    person.window.notice.hide()
    person.qtbot.wait(50)
    assert person.grab() == shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1 2 3\n4 5", "2"),
        ("", "no numbers"),
        ("1 two 3", "two"),
        ("1 nan 3", "nan"),
        ("1 inf 3", "inf"),
        ("0 " * 64, "64"),
    ],
)
def test_a_kernel_text_that_is_none(person, tmp_path, monkeypatch, text, says):
    path = tmp_path / "kernel.txt"
    path.write_text(text)
    before = person.scene
    monkeypatch.setattr(dialogs, "ask_kernel_file", lambda parent, folder: str(path))
    person.key(Qt.Key.Key_I, CTRL)
    assert says in person.notice
    assert person.scene == before


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("stride", "0", "0"),
        ("stride", "-1", "−1"),
        ("dilation", "0", "0"),
        ("stride", "two", "two"),
    ],
)
def test_a_parameter_that_makes_no_sense(person, name, text, says):
    before = person.scene
    field = getattr(person.desk.parameters.layer, name)
    person.type_in(field, text)
    person.qtbot.wait(50)
    assert person.scene == before
    assert says in _errors(person)


def _errors(person) -> str:
    from PySide6.QtWidgets import QLabel

    labels = person.desk.parameters.findChildren(QLabel)
    said = [
        label.text()
        for label in labels
        if label.property("role") == "error" and label.isVisibleTo(person.window)
    ]
    return " ".join([*said, person.notice])


def test_a_window_larger_than_the_padded_input(person):
    person.key(Qt.Key.Key_K, CTRL)
    before = person.scene
    person.desk.parameters.layer_requested.emit({"dilation": (9, 9), "padding": "valid"}, None)
    assert person.scene == before
    assert "19" in _errors(person)
    assert "7" in _errors(person)


def test_reflection_wider_than_the_picture(person):
    person.key(Qt.Key.Key_K, CTRL)
    before = person.scene
    person.desk.parameters.layer_requested.emit({"padding": (7, 7, 7, 7), "padding_mode": "reflect"}, None)
    assert person.scene == before
    assert "7" in _errors(person)


def _type_weight(person, text: str) -> None:
    person.click(Spot("kernel", 1, 1))
    editor = person.stage.findChild(QLineEdit)
    person.qtbot.keyClicks(editor, text)
    person.qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_nonsense_typed_into_a_weight(person):
    before = person.scene
    _type_weight(person, "abc")
    assert "abc" in person.notice
    assert person.scene == before


def test_numbers_whose_sums_would_be_none_are_refused(person, tmp_path):
    before = person.scene
    _type_weight(person, "3e38")
    assert "3e38" in person.notice
    assert "1000000000" in person.notice
    path = tmp_path / "heights.tif"
    PILImage.new("F", (9, 6), -3.4e38).save(path)
    person.program.commands.open_file(str(path))
    person.until(lambda: "heights.tif" in person.notice)
    assert "−3.4e38" in person.notice
    assert person.scene == before


def test_the_largest_numbers_are_summed_and_painted(person, tmp_path):
    path = tmp_path / "heights.tif"
    PILImage.radial_gradient("L").resize((40, 30)).convert("F").point(lambda value: value * 3.9e21).save(path)
    person.program.commands.open_file(str(path))
    person.until(lambda: getattr(person.scene.picture, "path", None) == str(path))
    rows = ((1e9,) * 63,) * 63
    person.program.commands.use_kernel(Drawn(rows))
    for show in ("signed", "absolute", "clamp", "offset", "stretch"):
        person.program.store.set(show=show)
        person.settle()
        assert person.grab(person.window)
    assert person.program.session.agreement.agrees


def test_a_window_wider_than_a_screen_is_refused(person):
    before = person.scene
    person.desk.parameters.layer_requested.emit({"dilation": (700, 1)}, None)
    assert person.scene == before
    assert "1401" in _errors(person)
    assert "1024" in _errors(person)


def test_a_long_text_is_repeated_by_its_beginning(person):
    field = person.desk.parameters.layer.stride
    person.type_in(field, ",".join(map(str, range(200))))
    assert "0,1,2,3" in _errors(person)
    assert "…" in _errors(person)
    assert len(_errors(person)) < 200


def test_a_cell_that_does_not_exist(person):
    before = person.cell()
    person.program.commands.go_to(9999, 3)
    assert "9999" in person.notice
    assert "511" in person.notice
    assert person.cell() == before


def test_a_folder_that_cannot_be_written_to(person, tmp_path, monkeypatch):
    plain = tmp_path / "plain"
    plain.write_text("a file, not a folder")
    target = plain / "edges.png"
    monkeypatch.setattr(dialogs, "ask_save", lambda parent, suggestion: (str(target), False))
    person.key(Qt.Key.Key_S, CTRL)
    person.qtbot.waitUntil(lambda: "There is no folder" in person.notice, timeout=5000)
    assert plain.read_text() == "a file, not a folder"


def test_a_full_disk_leaves_the_old_file(person, tmp_path, monkeypatch):
    target = tmp_path / "edges.png"
    target.write_bytes(b"precious")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(dialogs, "ask_save", lambda parent, suggestion: (str(target), False))
    person.key(Qt.Key.Key_S, CTRL)
    person.qtbot.waitUntil(lambda: "disk is full" in person.notice, timeout=5000)
    monkeypatch.undo()
    assert target.read_bytes() == b"precious"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["edges.png"]


def test_nothing_on_the_clipboard(person):
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().clear()
    person.key(Qt.Key.Key_V, CTRL)
    assert "clipboard" in person.notice
