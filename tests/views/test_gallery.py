"""The gallery shows every kernel at work, finds it, and asks for it by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from convviz.core.border import Border
from convviz.core.kernels import FAMILIES, FEATURED, KERNELS, find
from convviz.core.thumbnails import SIZE, thumbnails
from convviz.labs import lab_of
from convviz.labs.story import Source, Story, tell
from convviz.paint.theme import load
from convviz.scene.scene import ConvLayer, Drawn, Preset, Region, Scene, replace
from convviz.scene.volume import VolumeLayer
from convviz.state.jobs import Jobs
from convviz.views import gallery as module
from convviz.views.gallery import Gallery
from convviz.views.gallery_model import Row
from convviz.views.gallery_tile import to_image
from tests.views.stories import kernel_scene, layered, story_of

PHOTO = np.random.default_rng(5).integers(0, 256, (1, 60, 90), np.uint8)
WAVE = ((1.0, 0.0, -1.0), (0.0, 0.0, 0.0), (-1.0, 0.0, 1.0))
LINE = ((1.0,) * 63,)
OWN = [("My wave", WAVE), ("A line", LINE)]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()


@pytest.fixture
def gallery(qtbot: QtBot, jobs: Jobs) -> Gallery:
    widget = Gallery(jobs)
    qtbot.addWidget(widget)
    widget.resize(196, 900)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def rows(gallery: Gallery) -> list[Row]:
    return [gallery.model.row_at(gallery.model.index(n)) for n in range(gallery.model.rowCount())]


def names(gallery: Gallery) -> list[str]:
    """The names of the tiles, without headings."""
    return [row.text for row in rows(gallery) if row.key]


def middle(gallery: Gallery, key: tuple[str, str]) -> QPoint:
    index = gallery.model.index_of(key)
    gallery.list.scrollTo(index)
    return gallery.list.visualRect(index).center()


def selected(gallery: Gallery) -> list[tuple[str, str] | None]:
    return [gallery.model.row_at(index).key for index in gallery.list.selectedIndexes()]


def tile(gallery: Gallery, key: tuple[str, str]) -> QImage:
    place = middle(gallery, key)
    box = gallery.list.visualRect(gallery.list.indexAt(place))
    return gallery.list.viewport().grab(box).toImage()


def like(story: Story, scene: Scene) -> Story:
    other = story_of(scene, story.source.planes)
    return Story(
        scene, story.source, other.operation, other.spec, other.operands, other.shape, other.timeline
    )


@contextmanager
def nothing_asked(gallery: Gallery, qtbot: QtBot) -> Iterator[None]:
    with (
        qtbot.assertNotEmitted(gallery.kernel_requested),
        qtbot.assertNotEmitted(gallery.own_kernel_requested),
    ):
        yield


# --- what is listed


def test_the_kernels_used_most_come_first_and_every_other_under_its_family(gallery: Gallery) -> None:
    shown = rows(gallery)
    assert tuple(row.key[1] for row in shown[: len(FEATURED)] if row.key) == FEATURED
    assert [row.text for row in shown if row.key is None] == list(FAMILIES)
    assert sorted(names(gallery)) == sorted(kernel.name for kernel in KERNELS)


def test_the_users_own_kernels_come_before_all(gallery: Gallery) -> None:
    gallery.set_own(OWN)
    assert [row.text for row in rows(gallery)[:3]] == ["My kernels", "My wave", "A line"]
    gallery.set_own([])
    assert rows(gallery)[0].text == "Sobel x"


def test_a_tooltip_tells_what_a_kernel_is_and_does(gallery: Gallery) -> None:
    gallery.set_own(OWN)
    index = gallery.model.index_of(("preset", "sobel-x"))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    kernel = find("sobel-x")
    assert all(text in tip for text in (kernel.name, kernel.family, kernel.does, kernel.source))
    own = gallery.model.index_of(("own", "A line"))
    assert own.data(Qt.ItemDataRole.ToolTipRole) == "A line\n1 × 63, drawn by you"
    assert gallery.model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sobel x"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_rows_have_no_rows_below_them(gallery: Gallery) -> None:
    assert gallery.model.rowCount(gallery.model.index(0)) == 0
    assert gallery.model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


# --- thumbnails


def test_thumbnails_show_each_kernel_on_the_users_picture(gallery: Gallery, qtbot: QtBot, jobs: Jobs) -> None:
    gallery.set_own(OWN)
    assert gallery.model.picture(("preset", "sobel-x")) is None
    gallery.show_story(story_of(Scene(), PHOTO))
    qtbot.waitUntil(jobs.idle)
    for key, weights in ((("preset", "sobel-x"), find("sobel-x").rows()), (("own", "My wave"), WAVE)):
        assert gallery.model.picture(key) == to_image(thumbnails(PHOTO, 255, [weights])[0])
    assert all(gallery.model.picture(("preset", kernel.id)) is not None for kernel in KERNELS)


def test_thumbnails_of_a_small_picture_follow_its_padding(gallery: Gallery, qtbot: QtBot, jobs: Jobs) -> None:
    small = PHOTO[:, :6, :6]
    layers = {
        Border(): ConvLayer(padding_value=3.0),
        Border("replicate"): ConvLayer(padding_mode="replicate"),
        Border("constant", 200.0): ConvLayer(padding_mode="constant", padding_value=200.0),
        Border("constant", 100.0): ConvLayer(padding_mode="constant", padding_value=100.0),
        Border(pads=(0, 0, 0, 0)): ConvLayer(padding="valid"),
        Border(pads=(2, 1, 0, 2)): ConvLayer(padding=(2, 1, 0, 2)),
    }
    for border, layer in layers.items():
        gallery.show_story(story_of(Scene(layer=layer), small))
        qtbot.waitUntil(jobs.idle)
        expected = thumbnails(small, 255, [find("sobel-x").rows()], border)[0]
        assert gallery.model.picture(("preset", "sobel-x")) == to_image(expected)


def test_a_thumbnail_shows_one_slice_in_the_padding_of_a_stacks_rows_and_columns(
    gallery: Gallery, qtbot: QtBot, jobs: Jobs
) -> None:
    small = PHOTO[:, :6, :6]
    scene = Scene(layer=VolumeLayer(padding=(5, 5, 1, 2, 0, 1), padding_mode="replicate"))
    gallery.show_story(tell(scene, Source("picture", small, 255.0), lab_of(scene)))
    qtbot.waitUntil(jobs.idle)
    expected = thumbnails(small, 255, [find("sobel-x").rows()], Border("replicate", pads=(1, 2, 0, 1)))[0]
    assert gallery.model.picture(("preset", "sobel-x")) == to_image(expected)


def test_thumbnails_of_a_photo_show_nothing_of_its_border(gallery: Gallery, qtbot: QtBot, jobs: Jobs) -> None:
    photo = PHOTO.repeat(2, 1).repeat(2, 2)
    story = story_of(Scene(), photo)
    gallery.show_story(story)
    qtbot.waitUntil(jobs.idle)
    gallery.show_story(like(story, Scene(layer=ConvLayer(padding_mode="constant", padding_value=9.0))))
    assert jobs.idle()


def test_thumbnails_turn_their_kernels_where_the_layer_does(
    gallery: Gallery, qtbot: QtBot, jobs: Jobs
) -> None:
    for flip in (False, True):
        gallery.show_story(story_of(Scene(layer=ConvLayer(flip=flip)), PHOTO))
        qtbot.waitUntil(jobs.idle)
        rows = find("emboss").rows()
        slid = tuple(row[::-1] for row in rows[::-1]) if flip else rows
        expected = thumbnails(PHOTO, 255, [slid])[0]
        assert gallery.model.picture(("preset", "emboss")) == to_image(expected)
    assert (thumbnails(PHOTO, 255, [rows])[0] != expected).any()


def test_thumbnails_are_made_beside_the_thread_of_the_window(
    gallery: Gallery, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def made(*asked: Any) -> list[Any]:
        threads.append(get_ident())
        return thumbnails(*asked)

    monkeypatch.setattr(module, "thumbnails", made)
    gallery.show_story(story_of())
    qtbot.waitUntil(jobs.idle)
    assert len(threads) == 1
    assert get_ident() not in threads


def test_thumbnails_follow_the_picture_and_the_crop_but_not_the_kernel(
    gallery: Gallery, qtbot: QtBot, jobs: Jobs
) -> None:
    story, key = story_of(Scene(), PHOTO), ("preset", "identity")
    gallery.show_story(story)
    qtbot.waitUntil(jobs.idle)
    first = gallery.model.picture(key)
    gallery.show_story(like(story, kernel_scene("sobel-y")))
    assert jobs.idle()
    assert gallery.model.picture(key) is first
    gallery.show_story(like(story, replace(Scene(), crop=Region(0, 0, 20, 20))))
    qtbot.waitUntil(jobs.idle)
    assert gallery.model.picture(key) != first


def test_pixels_keep_their_colours_and_places() -> None:
    grey = to_image(np.arange(15, dtype=np.uint8).reshape(3, 5))
    assert grey.pixelColor(4, 2).red() == 14
    colour = to_image(np.arange(45, dtype=np.uint8).reshape(3, 5, 3))
    assert colour.pixelColor(1, 2).getRgb()[:3] == (33, 34, 35)


def test_a_tile_draws_the_picture_and_the_weights(gallery: Gallery, qtbot: QtBot, jobs: Jobs) -> None:
    blank = tile(gallery, ("preset", "sobel-x"))
    gallery.show_story(story_of(kernel_scene("box-3x3"), PHOTO))
    qtbot.waitUntil(jobs.idle)
    drawn = tile(gallery, ("preset", "sobel-x"))
    found = {QColor(drawn.pixel(x, y)).name() for x in range(drawn.width()) for y in range(SIZE[0])}
    assert {"#01665e", "#8c510a", "#ffffff"} <= found
    assert load("light").hex("empty") in {
        blank.pixelColor(x, 40).name() for x in range(10, 90)
    }  # a quiet blank until the thumbnail is there
    assert load("light").hex("empty") not in {drawn.pixelColor(x, 40).name() for x in range(10, 90)}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_selected_tile_stands_out(gallery: Gallery, theme: str) -> None:
    gallery.set_theme(load(theme))
    gallery.set_own(OWN)
    gallery.show_story(story_of(kernel_scene("sobel-x"), PHOTO))
    chosen, other = tile(gallery, ("preset", "sobel-x")), tile(gallery, ("preset", "sobel-y"))
    accent, fill = load(theme).hex("accent"), load(theme).hex("selected")

    def colours(picture: QImage) -> set[str]:
        low = picture.height() - 12
        return {picture.pixelColor(x, y).name() for x in range(20) for y in range(low - 10, low)}

    assert {accent, fill} <= colours(chosen)
    assert not {accent, fill} & colours(other)


# --- searching


def test_a_search_finds_by_name_family_and_deed(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.focus_search()
    qtbot.keyClicks(gallery.search, "blur")
    found = names(gallery)
    assert "Gaussian 5×5" in found
    assert "Box 3×3" in found
    assert "Sobel x" not in found
    gallery.search.clear()
    assert len(names(gallery)) == len(KERNELS)


def test_a_search_finds_ones_own(gallery: Gallery) -> None:
    gallery.set_own(OWN)
    gallery.search.setText("WAVE")
    assert [row.text for row in rows(gallery)[:2]] == ["My kernels", "My wave"]
    assert "A line" not in names(gallery)


def test_a_search_that_finds_nothing_says_so(gallery: Gallery) -> None:
    assert not gallery.nothing.isVisible()
    gallery.search.setText("xyzzy")
    assert names(gallery) == []
    assert gallery.nothing.isVisible()


def test_enter_takes_the_first_kernel_found(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.search.setText("gauss 5x5")
    with qtbot.waitSignal(gallery.kernel_requested) as signal:
        qtbot.keyClick(gallery.search, Qt.Key.Key_Return)
    assert signal.args == ["gaussian-5x5"]
    assert selected(gallery) == [("preset", "gaussian-5x5")]
    gallery.search.setText("xyzzy")
    with qtbot.assertNotEmitted(gallery.kernel_requested):
        qtbot.keyClick(gallery.search, Qt.Key.Key_Return)


def test_the_search_field_can_be_reached(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.list.setFocus()
    gallery.search.setText("edge")
    gallery.focus_search()
    assert gallery.search.selectedText() == "edge"
    assert "Ctrl+F" in gallery.search.toolTip()
    assert gallery.search.accessibleName()


# --- choosing


def test_a_click_asks_for_a_kernel(gallery: Gallery, qtbot: QtBot) -> None:
    place = middle(gallery, ("preset", "laplacian-4"))
    with qtbot.waitSignal(gallery.kernel_requested) as signal:
        qtbot.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == ["laplacian-4"]
    assert selected(gallery) == [("preset", "laplacian-4")]


def test_a_click_on_ones_own_asks_by_name(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.set_own(OWN)
    with qtbot.waitSignal(gallery.own_kernel_requested) as signal:
        place = middle(gallery, ("own", "My wave"))
        qtbot.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == ["My wave"]


def test_a_click_on_a_heading_asks_for_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.set_own(OWN)
    gallery.list.scrollToTop()
    place = gallery.list.visualRect(gallery.model.index(0)).center()
    with (
        qtbot.assertNotEmitted(gallery.kernel_requested),
        qtbot.assertNotEmitted(gallery.own_kernel_requested),
    ):
        qtbot.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_arrow_keys_ask_and_step_over_headings(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show_story(story_of(kernel_scene(FEATURED[-2]), PHOTO))
    asked: list[str] = []
    gallery.kernel_requested.connect(asked.append)
    for _ in range(2):
        qtbot.keyClick(gallery.list, Qt.Key.Key_Down)
    first = next(kernel.id for kernel in KERNELS if kernel.family == FAMILIES[0])
    assert asked == [FEATURED[-1], first]
    qtbot.keyClick(gallery.list, Qt.Key.Key_Return)
    assert asked[-1] == first


def test_a_key_that_goes_nowhere_asks_for_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show_story(story_of(kernel_scene(FEATURED[0]), PHOTO))
    with qtbot.assertNotEmitted(gallery.kernel_requested):
        qtbot.keyClick(gallery.list, Qt.Key.Key_Up)
        qtbot.keyClick(gallery.list, Qt.Key.Key_Shift)


def test_showing_a_selection_asks_for_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(gallery.kernel_requested),
        qtbot.assertNotEmitted(gallery.own_kernel_requested),
    ):
        gallery.show_story(story_of(kernel_scene("emboss"), PHOTO))
        gallery.set_own(OWN)
        gallery.show_story(story_of(kernel_scene("sharpen"), PHOTO))
    assert selected(gallery) == [("preset", "sharpen")]


def test_the_storys_kernel_is_the_selected_one(gallery: Gallery) -> None:
    gallery.show_story(story_of(kernel_scene(Drawn(WAVE, "My wave")), PHOTO))
    assert selected(gallery) == []
    gallery.set_own(OWN)
    assert selected(gallery) == [("own", "My wave")]
    gallery.show_story(story_of(kernel_scene(Drawn(((1.0,),), "My wave")), PHOTO))
    assert selected(gallery) == []


def test_of_a_layer_of_different_kernels_none_is_selected(gallery: Gallery) -> None:
    gallery.show_story(story_of(kernel_scene("sharpen"), PHOTO))
    two = layered(filters=((Preset("sobel-x"),), (Preset("sobel-y"),)), bias=(0.0, 0.0))
    gallery.show_story(story_of(two, PHOTO))
    assert selected(gallery) == []
    gallery.show_story(story_of(layered(filters=((Preset("sobel-x"),),) * 2, bias=(0.0, 0.0)), PHOTO))
    assert selected(gallery) == [("preset", "sobel-x")]


# --- what can be done with one's own


def test_ones_own_kernels_can_be_renamed_exported_and_deleted(gallery: Gallery, qtbot: QtBot) -> None:
    menu = gallery.menu_for("My wave")
    for action, signal in zip(
        menu.actions(),
        (gallery.rename_requested, gallery.export_requested, gallery.delete_requested),
        strict=True,
    ):
        with qtbot.waitSignal(signal) as asked:
            action.trigger()
        assert asked.args == ["My wave"]
    menu.deleteLater()


def ask_for_menu(gallery: Gallery, place: QPoint, reason: QContextMenuEvent.Reason) -> list[QMenu]:
    viewport = gallery.list.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))
    return gallery.findChildren(QMenu)


def test_the_menu_opens_on_ones_own_only(gallery: Gallery) -> None:
    gallery.set_own(OWN)
    by_mouse = QContextMenuEvent.Reason.Mouse
    assert not ask_for_menu(gallery, middle(gallery, ("preset", "sobel-y")), by_mouse)
    assert not ask_for_menu(gallery, QPoint(-5, -5), by_mouse)
    (menu,) = ask_for_menu(gallery, middle(gallery, ("own", "My wave")), by_mouse)
    assert menu.isVisible()
    assert [action.text() for action in menu.actions()] == ["Rename…", "Export…", "Delete"]
    menu.close()


def test_the_menu_key_opens_the_menu_of_the_selected_kernel(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.set_own(OWN)
    gallery.show_story(story_of(kernel_scene(Drawn(LINE, "A line")), PHOTO))
    (menu,) = ask_for_menu(gallery, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    with qtbot.waitSignal(gallery.rename_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["A line"]
    menu.close()
