"""Another photo is told to the window's parts in turns: soon all show it, and none acts on the one before."""

from __future__ import annotations

from functools import partial

import pytest
from PIL import Image as PILImage

from convviz.figure.figure import Spot


@pytest.fixture
def photos(tmp_path):
    """Two pictures of different sizes."""
    paths = [tmp_path / f"{side}.png" for side in (20, 24)]
    for path, side in zip(paths, (20, 24), strict=True):
        PILImage.linear_gradient("L").resize((side + 1, side)).save(path)
    return [str(path) for path in paths]


@pytest.fixture
def told(person, monkeypatch):
    """The stories that the parts were told, by their names."""
    person.settle()
    seen: dict[str, list[object]] = {}
    desk = person.desk
    parts = ("whole", "transport", "parameters", "inspector", "size", "gallery")
    for name, part in {**{name: getattr(desk, name) for name in parts}, "stage": person.stage}.items():
        seen[name] = []
        monkeypatch.setattr(part, "show_story", partial(_noted, seen[name], part.show_story))
    return seen


@pytest.fixture
def held(person, told, monkeypatch):
    """As long as it is, what is told later is not told yet."""
    monkeypatch.setattr(person.desk.turns, "_ready", lambda: False)
    return lambda: monkeypatch.setattr(person.desk.turns, "_ready", lambda: True)


def _noted(stories, show, story, *others):
    stories.append(story)
    show(story, *others)


def begin(person, path):
    """Opens a photo and comes back in the turn in which its story is told."""
    person.program.commands.open_file(path)
    person.until(lambda: getattr(person.scene.picture, "path", None) == path)


def shows_all(person, told):
    return all(stories and stories[-1] is person.story for stories in told.values())


def test_every_part_shows_another_photo_soon(person, told, photos):
    begin(person, photos[0])
    person.until(lambda: shows_all(person, told))
    person.settle()
    assert all(len(stories) == 1 for stories in told.values())
    assert "20" in person.desk.size.lines[1].text()


def test_what_a_hand_does_not_wait_for_is_told_in_later_turns(person, told, photos):
    turns = []
    person.program.session.story_changed.connect(
        lambda _: turns.append({name for name, stories in told.items() if stories})
    )
    begin(person, photos[0])
    person.settle()
    assert turns == [{"whole", "stage", "transport", "parameters", "inspector"}]


def test_what_is_done_before_all_is_told_is_done_to_the_new_scene(person, told, held, photos):
    begin(person, photos[0])
    assert not told["size"]
    person.program.commands.paint_kernel(Spot("kernel", 0, 0), ((0, 0),), 7.0, ("test", 0))
    assert shows_all(person, told)  # an edit is told at once, and nothing before it any more
    assert person.desk.turns.done
    person.settle()
    assert person.scene.picture.path == photos[0]
    assert person.scene.layer.filters[0][0].rows[0][0] == 7.0
    assert len(told["size"]) == len(told["gallery"]) == 1


def test_a_kernel_chosen_before_all_is_told_is_that_of_the_new_scene(person, told, held, photos):
    begin(person, photos[0])
    person.desk.gallery.kernel_requested.emit("sobel-y")
    assert person.scene.picture.path == photos[0]
    assert shows_all(person, told)


def test_of_two_photos_in_quick_succession_the_last_is_shown_everywhere(person, told, held, photos):
    for path in photos:
        begin(person, path)
    held()
    person.settle()
    assert shows_all(person, told)
    assert len(told["size"]) == len(told["gallery"]) == 1
    assert "24" in person.desk.size.lines[1].text()


def test_the_kernels_are_shown_on_a_photo_only_once_it_is_the_one(person, told, photos, monkeypatch):
    asked, start = [], person.program.jobs.start

    def noted(key, *how, **more):
        asked.append(key)
        start(key, *how, **more)

    monkeypatch.setattr(person.program.jobs, "start", noted)
    begin(person, photos[0])
    person.settle()
    assert asked.count("thumbnails") == 1


def test_the_window_may_be_rebuilt_before_all_is_told(person, told, held, photos):
    begin(person, photos[0])
    person.desk.rebuild()
    assert person.desk.turns.done
    person.settle()
    assert not told["size"]  # it has gone
    assert "20" in person.desk.size.lines[1].text()


def test_the_window_may_be_closed_before_all_is_told(person, told, held, photos):
    begin(person, photos[0])
    person.window.close()
    held()
    person.qtbot.wait(50)
    assert person.desk.turns.done
    assert not told["size"]
    assert not told["gallery"]


def test_a_canvas_that_is_painted_on_is_told_at_once(person, told):
    person.program.commands.new_canvas(12, 12)
    assert shows_all(person, told)
    person.program.commands.paint_pixels(((1, 1),), 200, ("test", 0))
    assert shows_all(person, told)
    assert all(len(stories) == 2 for stories in told.values())
