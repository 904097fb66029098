"""A film shows what the stage shows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace as changed
from threading import Thread

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal
from convviz.export.footage import Array
from convviz.export.take import Take
from convviz.figure.figure import Size, Text
from convviz.figure.projection import MARGIN
from convviz.labs import LABS, lab_of
from convviz.labs.conv_words import TYPE_OR_PAINT
from convviz.labs.lab import Look
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.motion.timeline import REST
from convviz.paint.film import Film, Screen, film_of
from convviz.paint.theme import THEMES, load
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.scene import Scene, replace
from convviz.views.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")
SMALL = replace(load_example("strided"), speed=2.0)


def film(scene: Scene = SMALL, **choices: object) -> Film:
    take = changed(Take(scene, (640, 360), fps=10), **choices)
    return film_of(take, read_source(scene))


def staged(qtbot: QtBot, made: Film, theme: str) -> Array:
    """The stage widget with the same story at the same moment, on its card."""
    card = QWidget()
    qtbot.addWidget(card)
    palette = card.palette()
    palette.setColor(QPalette.ColorRole.Window, load(theme).color("card"))
    card.setPalette(palette)
    card.resize(*made.size)
    stage = Stage(load(theme), card)
    stage.resize(*made.size)
    stage.show_story(made.story, made.lab, made.at)
    image = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(made.size[1], made.size[0], 4)
    return pixels[..., 2::-1].copy()


def without_invitation(made: Film, pixels: Array) -> Array:
    """With the line that asks to click left out: a film does not say it."""
    figure = made.lab.draw(made.story, made.at, Look(made.screen.stage))
    for item in figure.items:
        if isinstance(item, Text) and item.text in TYPE_OR_PAINT:
            top, left = round(item.y + MARGIN) - 10, round(item.x + MARGIN)
            pixels[top : top + 20, left : left + 200] = 0
    return pixels


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["strided", "three-channels", "max-pooling", "layer", "signal", "dilation"])
@pytest.mark.parametrize("at", [1.4, 2.99])
def test_it_is_the_stage_to_the_pixel(qtbot: QtBot, name: str, theme: str, at: float) -> None:
    made = film(load_example(name), theme=theme, at=at, size=(960, 540))
    assert made.screen.scale == 1
    wanted = without_invitation(made, staged(qtbot, made, theme))
    assert np.array_equal(without_invitation(made, made.still()), wanted)


def test_the_invitation_to_click_is_not_shown() -> None:
    made = film(at=1.9)
    figure = made.lab.draw(made.story, made.at, Look(made.screen.stage))
    assert any(isinstance(item, Text) and item.text in TYPE_OR_PAINT for item in figure.items)
    (without,) = [item for item in figure.items if isinstance(item, Text) and item.text in TYPE_OR_PAINT]
    x, y = round(without.x + MARGIN), round(without.y + MARGIN)
    scaled = round(made.screen.scale * x), round(made.screen.scale * y)
    around = made.still()[scaled[1] - 4 : scaled[1] + 4, scaled[0] : scaled[0] + 60]
    assert (around == 255).all()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.operation)
def test_a_rest_looks_the_same_from_its_beginning_to_its_end(lab) -> None:
    """So a film need not paint it again and again."""
    made = film(replace(Scene(), layer=lab.default, show=lab.show))
    timeline = made.story.timeline
    beginning = timeline.at(timeline.finished(0))
    later = timeline.at(timeline.finished(0) + 0.9 * (1 - timeline.starts[-1]))
    assert beginning.phase == later.phase == REST
    assert later.progress > 0.8
    assert np.array_equal(made.picture(beginning), made.picture(later))


def test_frames_are_the_moments_of_its_steps() -> None:
    made = film(first=2, last=4, speed=2.0)
    frames = list(made.frames())
    assert sum(frame.ticks for frame in frames) == made.ticks == made.shots.ticks
    tick = 0
    for frame in frames:
        assert np.array_equal(frame.pixels, made.picture(made.shots.moment(tick)))
        tick += frame.ticks
    for frame, following in itertools.pairwise(frames):
        assert not np.array_equal(frame.pixels, following.pixels)


def test_moments_that_look_the_same_are_one_frame() -> None:
    made = film()

    def draw(story, moment, look):
        return lab_of(SMALL).draw(story, story.timeline.at(story.timeline.finished(moment.step)), look)

    class Still:
        def __getattr__(self, name: str):
            return draw if name == "draw" else getattr(lab_of(SMALL), name)

    frames = list(changed(made, lab=Still()).frames())
    assert len(frames) == made.story.timeline.steps
    assert sum(frame.ticks for frame in frames) == made.ticks


@pytest.mark.parametrize(
    ("size", "scale", "room"),
    [
        ((960, 540), 1.0, (960, 540)),
        ((1920, 1080), 2.0, (960, 540)),
        ((3840, 2160), 4.0, (960, 540)),
        ((1080, 1080), 1.125, (960, 960)),
        ((640, 360), 1.0, (640, 360)),
        ((280, 280), 0.5, (560, 560)),
    ],
)
def test_what_is_shown_is_enlarged_to_fill_the_screen(size, scale: float, room) -> None:
    screen = Screen(*size, load("light"))
    assert screen.scale == pytest.approx(scale)
    assert (screen.room.w, screen.room.h) == pytest.approx(room)


def test_twice_the_size_is_the_same_picture_enlarged() -> None:
    small, large = film(size=(960, 540), at=3.9), film(size=(1920, 1080), at=3.9)
    shrunk = large.still().reshape(540, 2, 960, 2, 3).mean((1, 3))
    assert np.abs(shrunk - small.still()).mean() < 4


def test_every_size_up_to_4k_and_every_example_can_be_shown() -> None:
    for example, size in zip(EXAMPLES, _sizes(), strict=False):
        scene = load_example(example.id)
        pixels = film_of(Take(scene, size), read_source(scene)).still()
        assert pixels.shape == (size[1], size[0], 3)
        assert np.ptp(pixels) > 100


def _sizes() -> Iterator[tuple[int, int]]:
    while True:
        yield from ((640, 480), (480, 640), (240, 240), (1001, 777), (3840, 2160), (4096, 240))


def test_a_title_stands_above_the_figure() -> None:
    plain, titled = film(at=1.9).still(), film(at=1.9, title="Stride 2").still()
    assert (plain[:14] == 255).all()
    band = titled[14:44]
    assert (band < 100).any()
    assert not np.array_equal(plain[60:], titled[60:]), "the figure gave way"


def test_a_long_title_keeps_to_the_screen() -> None:
    pixels = film(title="Stride " * 60).still()
    assert (pixels[:44, :10] == 255).all()
    assert (pixels[:44, -10:] == 255).all()


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"first": 3, "last": 2}, "The steps go from 0 to 8; 3 to 2 cannot be shown."),
        ({"last": 9}, "The steps go from 0 to 8; 0 to 9 cannot be shown."),
        ({"first": -1}, "The steps go from 0 to 8; -1 to 8 cannot be shown."),
        ({"at": 9.5}, "The steps take from 0 to 9; there is no moment 9.5."),
        ({"at": -0.5}, "The steps take from 0 to 9; there is no moment -0.5."),
        ({"speed": 0.0}, "speed must be from 0.25 to 1000.0, not 0.0."),
        ({"speed": float("nan")}, "speed must be from 0.25 to 1000.0, not nan."),
    ],
)
def test_what_the_story_does_not_have_is_refused(choices, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        film(**choices)
    assert str(caught.value) == sentence


def test_a_picture_is_of_the_first_step_finished_if_nothing_else_is_said() -> None:
    moment = film(first=4).at
    assert (moment.step, moment.phase) == (4, REST)
    assert moment.progress == pytest.approx(0.0)


def test_samples_go_from_beginning_to_end() -> None:
    made = film()
    first, *_, last = made.samples(5)
    assert np.array_equal(first, made.picture(made.shots.moment(0)))
    assert np.array_equal(last, made.picture(made.shots.moment(made.ticks - 1)))
    assert len(list(made.samples(1))) == 1


def test_threads_paint_the_same_at_once() -> None:
    """Text too, whose fonts each thread makes for itself."""
    wanted = [film(at=at).still() for at in (0.5, 1.4, 2.9)]
    found: dict[tuple[int, int], Array] = {}

    def paint(number: int) -> None:
        for n, at in enumerate((0.5, 1.4, 2.9)):
            found[number, n] = film(at=at).still()

    threads = [Thread(target=paint, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 12
    for (_, n), pixels in found.items():
        assert np.array_equal(pixels, wanted[n])


def test_a_story_of_its_own() -> None:
    source = read_source(SMALL)
    told = tell(SMALL, source, lab_of(SMALL))
    assert film_of(Take(SMALL), source).story is not told
    assert film_of(Take(SMALL), source).screen.stage == Size(932, 512)
