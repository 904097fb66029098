"""Takes pictures of the program for a person to look at: python -m tests.looks FOLDER [--photo P] [WORD …].

Every view at the three sizes it is judged at, in every theme and language: the main window at work, every lab
as it begins and within a step, every example, every window, what a class sees. With words, only the pictures
that have all of them in their name: "tour zh_CN dark". The README's picture is made here too.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from convviz import assets
from convviz.app import Program
from convviz.i18n import languages
from convviz.labs import LABS
from convviz.paint.theme import THEMES
from convviz.scene.examples import EXAMPLES
from convviz.scene.lesson_file import built_in
from convviz.scene.scene import ConvLayer, Preset, Region, replace
from convviz.state.settings import SettingsFile
from convviz.views.actions import MENUS
from convviz.views.sizes_window import PAGES

SIZES = ((1280, 720), (1600, 1000), (1920, 1080))
LANGUAGES = languages(assets.path("i18n"))
QUICK = 80
"""Qt's word for a light compression: several thousand pictures are written."""
View = Callable[[Program], QWidget | None]
"""Brings something into view. Returns: the window to be looked at, unless it is the main window."""


def step_by_step(program: Program) -> None:
    """The main window, in the middle of a region."""
    program.player.go(26)


def multiplying(program: Program) -> None:
    """A step under way, on a cropped input with padding around it."""
    program.commands.crop_to_stage()
    program.player.seek(9.36)


def channels(program: Program) -> None:
    """Three channels summed by a filter, with stride, bias and activation."""
    program.store.set(channel="all")
    settle(program)
    program.commands.set_layer({"mix": "sum", "stride": (2, 2), "bias": (10.0,), "activation": "relu"})
    program.commands.go_to(*(n // 4 for n in program.session.story.x.shape[1:]))


def large_kernel(program: Program) -> None:
    """A kernel too large for numbers, with sliders."""
    program.commands.pick_kernel("gabor")
    program.player.go(20)


def dilated(program: Program) -> None:
    """The comb of a dilated window, and cells that nothing reads."""
    program.store.edit(
        lambda scene: replace(
            scene,
            region=Region(0, 0, 4, 4),
            crop=Region(100, 100, 11, 11),
            layer=ConvLayer(
                filters=((Preset("gaussian-3x3"),),),
                stride=(2, 2),
                dilation=(2, 2),
                padding=(1, 1, 1, 1),
                padding_mode="reflect",
            ),
        )
    )
    program.player.go(5)


def whole_image(program: Program) -> None:
    """The whole picture fills the window."""
    program.desk.do("whole-view")


def lesson(path: Path, number: int, program: Program) -> None:
    """A page of a lesson, its question open."""
    program.desk.lessons.open(path)
    settle(program)
    program.teaching.course.go(number)


def lab_begins(number: int, program: Program) -> None:
    """A lab as it is met: chosen from the list of operations."""
    program.commands.choose_operation(number)


def lab_within(number: int, program: Program) -> None:
    """A lab in the middle of a step, in the middle of its stage."""
    program.commands.choose_operation(number)
    settle(program)
    timeline = program.player.timeline
    middle = len(timeline.starts) // 2
    begins, ends = timeline.starts[middle : middle + 2]
    program.player.seek(timeline.steps // 2 + begins + (ends - begins) * 0.6)


def example(name: str, program: Program) -> None:
    """A scene that comes with the program."""
    program.window.chosen.emit("examples", name)


def calculator(page: str, program: Program) -> QWidget:
    """A page of the sizes calculator, with the layers of a network."""
    program.desk.do("sizes")
    window = program.desk.sizes.window
    assert window is not None
    if page == "stack":
        window.calculator.load("vgg-16")
    window.show_page(page)
    return window


def door(name: str, program: Program) -> QWidget | None:
    """What an entry of the menus opens: a window of its own, or a sheet over the main one."""
    before = set(QApplication.topLevelWidgets())
    program.desk.do(name)
    settle(program)
    opened = (window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow())
    return next((window for window in opened if window not in before), None)


def my_lesson(program: Program) -> QWidget | None:
    """The editor of one's own lesson, a page with a question in it."""
    mine, pages = program.teaching.mine, built_in()[0].load().pages
    for number, page in enumerate(pages[:3]):
        mine.add(page.scene, page.at, page.view)
        mine.edit(number, title=page.title, text=page.text, question=page.question)
    return door("my-lesson", program)


def tour(hint: int, program: Program) -> None:
    """A hint of the tour."""
    program.help.show_tour(hint)


def menu(name: str, program: Program) -> QWidget:
    """A menu."""
    return program.window.menu(name)


def answered(path: Path, number: int, program: Program) -> None:
    """A question of a lesson, its answer shown."""
    lesson(path, number, program)
    settle(program)
    program.teaching.course.reveal()


def before_a_class(path: Path | None, number: int, act: str, program: Program) -> QWidget:
    """The class's screen: the stage, or a page of a lesson, and what a key does there."""
    if path:
        lesson(path, number, program)
        settle(program)
    else:
        multiplying(program)
    program.desk.do("present")
    screen = program.desk.presenting.presenter
    assert screen is not None
    screen.showNormal()
    screen.resize(program.window.size())
    if act:
        program.desk.presenting.do(act)
    return screen


def in_class(program: Program) -> QWidget:
    """The screen of a class, a spotlight on it, the magnifier on the window."""
    multiplying(program)
    program.desk.do("present")
    for name in ("spotlight", "magnifier"):
        program.desk.presenting.do(name)
    screen = program.desk.presenting.presenter
    assert screen is not None
    screen.showNormal()
    return screen


def speaker(program: Program) -> QWidget:
    """The speaker's window."""
    program.desk.do("speaker")
    window = program.desk.presenting.speaker
    assert window is not None
    return window


def lesson_film(program: Program) -> QWidget | None:
    """The export of a lesson, at a page with an open question."""
    lesson(built_in()[1].path, 2, program)
    settle(program)
    program.desk.do("lesson-film")
    return program.desk.exports.dialog


def notes(program: Program) -> QWidget | None:
    """The notes of a scene."""
    program.documents.write_notes("en", "Point at the edge first.")
    program.desk.do("notes")
    return program.scenes.notes.window


def views() -> Iterator[tuple[str, View]]:
    """Every view with its name; a new lab or example is among them by itself."""
    plain = (step_by_step, multiplying, channels, large_kernel, dilated, whole_image, in_class, speaker)
    for view in (*plain, lesson_film, notes):
        yield view.__name__.replace("_", "-"), view
    yield "my-lesson", my_lesson
    for name in ("start-page", "keys", "vocabulary", "export", "about"):
        yield name, partial(door, name)
    for hint in range(5):
        yield f"tour-{hint + 1}", partial(tour, hint)
    for name, _, _ in MENUS:
        yield f"menu-{name}", partial(menu, name)
    path = built_in()[0].path
    pages = built_in()[0].load().pages
    asks = next(number for number, page in enumerate(pages) if page.question)
    yield "lesson-answered", partial(answered, path, asks)
    yield "class-plain", partial(before_a_class, None, 0, "")
    yield "class-keys", partial(before_a_class, None, 0, "keys")
    yield "class-spotlight", partial(before_a_class, None, 0, "spotlight")
    yield "class-page", partial(before_a_class, path, asks, "")
    yield "class-answered", partial(before_a_class, path, asks, "reveal")
    for number, lab in enumerate(LABS):
        name = type(lab).__name__.lower()
        yield f"{name}-begins", partial(lab_begins, number)
        yield f"{name}-within", partial(lab_within, number)
    for scene in EXAMPLES:
        yield f"example-{scene.id}", partial(example, scene.id)
    for built in built_in():
        for number in range(len(built.load().pages)):
            yield f"lesson-{built.id}-{number + 1}", partial(lesson, built.path, number)
    for page in PAGES:
        yield f"sizes-{page}", partial(calculator, page)


def settle(program: Program) -> None:
    """Waits until nothing more is coming."""
    quiet = 0
    while quiet < 15:
        QApplication.processEvents()
        time.sleep(0.01)
        quiet = quiet + 1 if program.jobs.idle() and program.session.agreement else 0


def take(
    app: QApplication,
    view: View,
    language: str,
    photo: str | None,
    looks: list[tuple[tuple[int, int], str, Path]],
) -> None:
    """Pictures of one view: brought up once, then seen in each (size, theme) as a person changes them."""
    size, theme, _ = looks[0]
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.json")
        file.save(replace(file.load()[0], theme=theme, language=language))
        program = Program(app, photo, file)
        program.window.resize(*size)
        program.start()
        while program.session.story is None or (
            photo and program.session.story.source.title != Path(photo).name
        ):
            QApplication.processEvents()
        settle(program)
        window = view(program) or program.window
        for size, theme, path in looks:
            program.window.chosen.emit("theme", theme)
            program.window.resize(*size)
            if not isinstance(window, QMenu):
                window.resize(*size)
            settle(program)
            window.grab().save(str(path), quality=QUICK)
            print(path, flush=True)
        program.leave()


def main(folder: Path, photo: str | None, words: list[str]) -> None:
    """All views at all sizes in all themes and languages."""
    app = QApplication([])
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight() * 9)  # over nothing that is seen
    folder.mkdir(parents=True, exist_ok=True)
    for (name, view), language in product(views(), LANGUAGES):
        looks = [
            (size, theme, folder / f"{name}-{size[0]}x{size[1]}-{theme}-{language}.png")
            for size, theme in product(SIZES, THEMES)
        ]
        asked = [look for look in looks if all(word in look[2].name for word in words)]
        if asked:
            take(app, view, language, photo, asked)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.looks")
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--photo")
    asked = parser.parse_args()
    main(asked.folder, asked.photo, asked.words)
