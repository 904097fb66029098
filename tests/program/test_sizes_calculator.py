"""The calculator beside the main window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from convviz.core.stacks import layer_of_kind

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _open(person):
    person.key(Qt.Key.Key_L, CONTROL_SHIFT)
    window = person.desk.sizes.window
    person.qtbot.waitUntil(window.isActiveWindow)
    return window


def test_it_opens_by_its_keys_and_once(person) -> None:
    window = _open(person)
    assert window.isVisible()
    assert not window.isModal()
    window.close()
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    assert _open(person) is window


def test_it_takes_over_the_present_scene(person) -> None:
    commands = person.program.commands
    commands.set_layer({"stride": (2, 2), "padding": (1, 2, 0, 0)})
    window = _open(person)
    person.qtbot.mouseClick(window.use_scene, Qt.MouseButton.LeftButton)
    sums = window.calculator.sums
    assert sums.stack.size == person.story.x.shape[1:]
    assert sums.layer == layer_of_kind("conv", 2, stride=2, padding=((1, 2), (0, 0)))
    assert window.calculator.survey.rows[0].after == person.story.shape
    commands.set_layer({"stride": (3, 3)})
    assert person.story.spec.stride == (3, 3)
    person.qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.calculator.sums.layer.stride == (3, 3)


def test_what_it_cannot_read_is_not_offered(person) -> None:
    window = _open(person)
    assert window.use_scene.isEnabled()
    window.offer_scene(False)
    assert not window.use_scene.isEnabled()


def test_it_closes_with_the_main_window(person) -> None:
    window = _open(person)
    person.window.close()
    assert not window.isVisible()


def test_another_language_and_another_size_leave_it_what_it_was_working_on(person) -> None:
    window = _open(person)
    window.calculator.load("vgg-16")
    window.calculator.select(3)
    window.show_page("stack")
    sums = window.calculator.sums
    for menu, value, back in (("language", "zh_CN", "en"), ("scale", 125, 100)):
        for choice in (value, back):
            before = person.desk.sizes.window
            person.window.chosen.emit(menu, choice)
            person.qtbot.waitUntil(lambda before=before: person.desk.sizes.window is not before)
            now = person.desk.sizes.window
            assert now.isVisible()
            assert (now.calculator.sums, now.page.value) == (sums, "stack")
    now.calculator.undo()
    assert now.calculator.sums != sums


def test_what_it_holds_is_saved_with_the_scene_and_opened_again(person, tmp_path) -> None:
    window = _open(person)
    window.calculator.load("alexnet")
    documents, path = person.program.documents, tmp_path / "sums.convviz"
    documents.save(str(path))
    person.qtbot.waitUntil(path.exists)
    assert documents.work().file.scene.sums == window.calculator.sums
    window.calculator.load("vgg-16")
    documents.open(str(path))
    person.qtbot.waitUntil(lambda: window.calculator.preset == "alexnet")


def test_undo_is_the_same_in_both_windows(person) -> None:
    person.program.commands.set_speed(3.0)
    window = _open(person)
    window.calculator.load("lenet-5")
    window.calculator.load("vgg-16")
    person.qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.calculator.preset == "lenet-5"
    person.program.store.undo()
    assert window.calculator.preset is None
