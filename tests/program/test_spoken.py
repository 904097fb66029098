"""What a screen reader finds: the program walked through QAccessible, lab by lab and window by window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from convviz.export import EXPORTERS
from convviz.labs import LABS
from convviz.scene.lesson_file import built_in
from tests.program.boxes import boxes
from tests.program.conftest import Person

Role, Text = QAccessible.Role, QAccessible.Text
ACTING = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.SpinBox,
    Role.Slider,
    Role.List,
    Role.Table,
    Role.MenuItem,
    Role.PageTab,
    Role.Dialog,
    Role.Window,
    Role.ProgressBar,
}
"""Roles of what one can act on: nothing of these may be without a name."""
NO_CONTROL = {Role.Client, Role.Border, Role.NoRole, Role.Whitespace}
"""Roles that do not tell what something is."""
VALUED = {Role.ComboBox, Role.SpinBox, Role.Slider}


@dataclass(frozen=True)
class Heard:
    """What a screen reader is told of a thing. `within` is the name of what it is a part of."""

    role: QAccessible.Role
    name: str
    value: str
    within: str
    focusable: bool
    kind: str

    def __repr__(self) -> str:
        return f"{self.kind} {self.role.name} {self.name!r} = {self.value!r} in {self.within!r}"


def _walk(found: QAccessibleInterface | None, within: str = "") -> Iterator[Heard]:
    if found is None or not found.isValid() or found.state().invisible:
        return
    name, role = _name(found), found.role()
    kind = type(found.object()).__name__
    yield Heard(role, name, found.text(Text.Value), within, bool(found.state().focusable), kind)
    if role == Role.ListItem or role == Role.Cell:
        return
    for n in range(found.childCount()):
        yield from _walk(found.child(n), name or within)


def _name(found: QAccessibleInterface) -> str:
    """Its name; for a choice, which on some systems names itself by its value, that of its label."""
    labels = [other for other, relation in found.relations() if relation == QAccessible.RelationFlag.Label]
    choice = found.role() == Role.ComboBox and labels
    return labels[0].text(Text.Name) if choice else found.text(Text.Name)


def heard(widget: QWidget) -> list[Heard]:
    """All that is said of a window and what is in it."""
    return list(_walk(QAccessible.queryAccessibleInterface(widget)))


def check(widget: QWidget, least: int, where: str = "") -> list[Heard]:
    """Fails unless everything has its name and its role, and no two are alike."""
    found = heard(widget)
    acting = [one for one in found if one.role in ACTING]
    assert len(acting) >= least, where
    assert [one for one in acting if not one.name.strip()] == [], where
    reached = [one for one in found if one.focusable]
    assert [one for one in reached if one.role in NO_CONTROL or not one.name.strip()] == [], where
    assert [one for one in acting if one.role in VALUED and not one.value] == [], where
    alike = Counter((one.role, one.name, one.within) for one in acting if one.focusable)
    assert [one for one, times in alike.items() if times > 1] == [], where
    return found


def check_window(window: QWidget, least: int) -> list[Heard]:
    """The same of a window, which is named by its title."""
    found = check(window, least, window.windowTitle())
    assert found[0].name == window.windowTitle().replace("[*]", "") != ""
    return found


def test_every_lab_says_what_everything_in_it_is(person: Person) -> None:
    inspector, buttons = person.desk.inspector, person.desk.inspector.buttons.buttons
    for number, lab in enumerate(LABS):
        person.program.commands.choose_operation(number)
        person.settle()
        assert person.program.session.lab is lab
        for tab in [tab for tab, button in enumerate(buttons) if not button.isHidden()]:
            inspector.show_tab(tab)
            check(person.window, least=30, where=lab.title)
        stage = next(one for one in heard(person.window) if one.kind == "Stage")
        assert stage.role == Role.Animation, lab.title
        assert stage.value.endswith(".") or len(stage.value.split()) > 3, lab.title  # a sentence


def test_the_windows_beside_the_main_one_say_what_everything_in_them_is(person: Person) -> None:
    desk = person.desk
    desk.do("export")
    dialog = desk.exports.dialog
    for number in range(len(EXPORTERS)):
        dialog.format.activated.emit(number)
        person.settle()
        check_window(dialog, least=13)
    dialog.close()
    desk.do("sizes")
    check_window(desk.sizes.window, least=24)
    desk.sizes.window.calculator.load("lenet-5")
    desk.sizes.window.show_page("stack")
    desk.sizes.window.calculator.set_input({"size": (20, 20)})
    found = check_window(desk.sizes.window, least=24)
    assert any(one.value.startswith("C5: The window spans 5 cells") for one in found)
    desk.do("vocabulary")
    check_window(person.program.help.words, least=2)
    desk.do("my-lesson")
    check_window(desk.lessons.mine.editor, least=24)


def test_the_whole_picture_alone_says_what_everything_in_it_is(person: Person) -> None:
    person.desk.do("whole-view")
    person.settle()
    found = check(person.window, least=30)
    assert not any(one.kind == "Stage" for one in found)
    panes = next(one for one in found if one.kind == "Panes")
    assert (panes.role, panes.name) == (Role.Canvas, "Input and output pictures")
    assert person.desk.whole.head.facts.text() in {one.name for one in found}
    assert {"Crop", "Whole image"} <= {one.name for one in found}


def test_the_boxes_that_ask_something_say_what_everything_in_them_is(person: Person) -> None:
    for name, box in boxes(person.window):
        found = check(box, least=2)
        assert found[0].name == box.windowTitle() != "", name
        words = {one.name for one in found}
        assert all(label.text() in words for label in box.findChildren(QLabel) if label.text()), name


def test_what_lies_over_the_window_says_what_everything_in_it_is(person: Person) -> None:
    for name in ("keys", "tour"):
        person.desk.do(name)
        found = check(person.program.help.sheet, least=2)
        assert found[0].role == Role.Dialog
    person.program.help.sheet.reject()
    person.desk.do("start-page")
    found = check(person.program.scenes.page, least=20)
    assert found[0].role == Role.Pane
    person.program.scenes.page.leave()


def test_a_lesson_says_what_everything_on_its_pages_is(person: Person) -> None:
    person.desk.lessons.open(built_in()[0].path)
    person.settle()
    course = person.program.teaching.course
    for _ in range(course.pages - 1):
        found = check(person.desk.lessons.panel, least=2)
        assert any(one.role == Role.Document for one in found)
        course.following()
        person.settle()


def test_the_stage_says_the_step_that_it_shows_and_follows_it(person: Person) -> None:
    spoken = QAccessible.queryAccessibleInterface(person.stage)
    first = spoken.text(Text.Value)
    row, col = person.cell()
    assert f"row {row}, column {col}" in first
    person.key(Qt.Key.Key_Right)
    row, col = person.cell()
    assert f"row {row}, column {col}" in spoken.text(Text.Value)
    assert spoken.text(Text.Name) == "Stage"


def test_a_hidden_answer_is_not_said(person: Person) -> None:
    """What a page of the first lesson asks for stands in the sentence only once it is revealed."""
    course = person.program.teaching.course
    lesson = built_in()[0].load()
    number = next(n for n, page in enumerate(lesson.pages) if page.question and page.question.asks == "value")
    person.desk.lessons.open(built_in()[0].path)
    course.go(number)
    person.settle()
    spoken = QAccessible.queryAccessibleInterface(person.stage)
    answer = f"{course.asked.number:g}"
    step = person.story.step_of(*course.page.question.cell)
    person.program.player.go(step)
    assert answer not in spoken.text(Text.Value)
    course.reveal()
    person.program.player.go(step)
    assert answer in spoken.text(Text.Value)


def test_a_presentation_and_its_speakers_window_say_what_everything_in_them_is(person: Person) -> None:
    person.desk.do("present")
    person.desk.do("speaker")
    presenting = person.desk.presenting
    found = check(presenting.presenter, least=0)
    assert any(one.kind == "Stage" and one.role == Role.Animation for one in found)
    check(presenting.speaker, least=2)
    presenting.leave()
