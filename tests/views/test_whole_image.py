"""The whole image: what is seen, where a click goes, what is cropped, and whether both ways agree."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from convviz import assets
from convviz.core import lens
from convviz.core.agreement import Agreement, compare, places
from convviz.core.images import Glimpse, Image
from convviz.core.lens import Scale, statistics
from convviz.core.viewing import AVERAGED, Rect
from convviz.figure.figure import Outline, Size
from convviz.i18n import spoken, tr
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.story import Source, Story
from convviz.labs.whole_pictures import WholePictures
from convviz.paint.theme import load
from convviz.scene.scene import Canvas, Drawn, Preset, Region, Scene, replace
from convviz.state.jobs import Jobs
from convviz.state.session import Result
from convviz.views.colours import beyond
from convviz.views.frames import Mark, Marks
from convviz.views.histogram import limit
from convviz.views.pane import Pane
from convviz.views.whole_image import WholeImage
from convviz.views.whole_image_head import duration, verdict
from tests.labs.scenes import GREY, SMALL, chained, dilated, pooled, resized, signal, stacked, transposed
from tests.labs.scenes import story as told_by_lab
from tests.views.mouse import click, drag
from tests.views.stories import kernel_scene, layered, story_of

PHOTO = np.random.default_rng(5).integers(0, 256, (1, 60, 90), np.uint8)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()


@pytest.fixture
def whole(qtbot: QtBot, jobs: Jobs) -> WholeImage:
    widget = WholeImage(jobs)
    qtbot.addWidget(widget)
    widget.resize(1060, 260)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def result_of(story: Story) -> Result:
    start = perf_counter()
    y = story.operation.fast(story.spec, *story.operands)
    return Result(story, y, statistics(y), perf_counter() - start)


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(jobs.idle)


def at(whole: WholeImage, pane: Pane, y: float, x: float) -> QPointF:
    """The place on the widget where a place of the plane is drawn, once all is where it belongs."""
    QApplication.processEvents()
    return QPointF(whole.panes.mapFromScene(pane.mapViewToScene(QPointF(x, y))))


def choose(whole: WholeImage, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags a rectangle on the input with Shift held."""
    ends = [at(whole, whole.panes.input, *place) for place in (start, end)]
    drag(whole.panes.viewport(), *ends, Qt.KeyboardModifier.ShiftModifier)


def like(story: Story, scene: Scene) -> Story:
    """Another scene's story on the same source."""
    other = story_of(scene, story.source.planes)
    return Story(
        scene, story.source, other.operation, other.spec, other.operands, other.shape, other.timeline
    )


# --- what is seen


def test_input_and_sampled_result_are_seen_before_there_is_a_whole_result(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    story = story_of(Scene(), PHOTO)
    whole.show_story(story)
    settle(qtbot, jobs)
    shown, result = whole.panes.input.view, whole.panes.result.view
    assert shown is not None
    assert result is not None
    np.testing.assert_array_equal(shown.pixels, PHOTO[0])
    assert result.pixels.shape == (60, 90, 3)
    assert result.rect == Rect(0, 0, 60, 90)


def test_the_whole_result_is_seen_through_the_scenes_lens(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    story = story_of(replace(Scene(), show="clamp"), PHOTO)
    result = result_of(story)
    whole.show_story(story)
    whole.show_result(result)
    settle(qtbot, jobs)
    by = lens.scale("clamp", result.statistics, 255)
    view = whole.panes.result.view
    assert view is not None
    np.testing.assert_array_equal(view.pixels, lens.render(result.y, "clamp", by))
    below, above = lens.clamped(result.y, "clamp", by)
    assert whole.side.lost.text() == f"beyond 0 … 255: {below + above:,} cells"
    assert whole.side.colours.ends == ("0", "255")


def test_the_scale_of_the_picture_is_shown_and_named_where_cells_are_beyond_it(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    story = story_of(Scene(), PHOTO)
    result = result_of(story)
    whole.show_story(story)
    whole.show_result(result)
    settle(qtbot, jobs)
    bound = limit(lens.scale("signed", result.statistics, 255).high)
    assert whole.side.colours.ends == (f"−{bound}", bound)
    assert whole.side.colours.words[0] == "signed · 0 is white"
    assert whole.side.lost.text().startswith(f"beyond ±{bound}: ")
    assert whole.side.colours.isVisible()


def test_a_shrunken_picture_says_that_its_colours_are_those_of_averages(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    large = np.random.default_rng(5).integers(0, 256, (1, 600, 900), np.uint8)
    story = story_of(Scene(), large)
    result = result_of(story)
    whole.show_story(story)
    whole.show_result(result)
    shown = whole.panes.result
    qtbot.waitUntil(lambda: bool(shown.view and not shown.view.sampled and jobs.idle()))
    view, cells = shown.view, lens.scale("signed", result.statistics, 255)
    assert view is not None
    assert view.scale is not None
    assert view.scale.high < cells.high
    assert whole.side.colours.ends[1] == limit(view.scale.high)
    assert "averages of cells" in whole.side.colours.words[0]
    assert whole.side.lost.text() == "", "single cells' values, on another scale than the picture's"
    whole.show_seen(Rect(0, 0, 40, 40))
    qtbot.waitUntil(lambda: bool(shown.view and shown.view.exact and jobs.idle()))
    assert whole.side.colours.ends[1] == limit(cells.high)
    assert whole.side.lost.text().startswith(f"beyond ±{limit(cells.high)}: ")


def test_of_several_maps_the_scale_is_said_to_be_all_of_theirs(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    """The stage scales to the cells that it shows: the same map had two scales without a word."""

    def said(story: Story) -> str:
        whole.show_story(story)
        whole.show_result(result_of(story))
        settle(qtbot, jobs)
        assert whole.side.colours.words[0] in whole.side.colours.toolTip()
        return whole.side.colours.words[0]

    filters = ((Preset("sobel-x"),), (Preset("sobel-y"),))
    maps = layered(filters=filters, bias=(0.0, 0.0), mix="sum")
    assert said(story_of(maps, PHOTO)) == "signed · 0 is white · all maps"
    assert "on the stage" in whole.side.colours.toolTip()
    assert said(story_of(replace(maps, show="clamp"), PHOTO)) == "clamped to the picture's range"
    assert said(story_of(Scene(), PHOTO)) == "signed · 0 is white"
    slices = Source("three", np.stack([PHOTO[0]] * 3), 255.0)
    assert said(told_by_lab(stacked(output=0), slices)) == "signed · 0 is white · all slices"


def test_the_ramp_has_the_colours_of_the_picture(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    settle(qtbot, jobs)
    shown = whole.side.colours.grab().toImage()
    row = [shown.pixelColor(x, shown.height() // 2) for x in range(shown.width())]
    assert any(color.blue() > 150 > color.red() for color in row)
    assert any(color.red() > 150 > color.blue() for color in row)


def test_one_cell_beyond_the_colours_is_no_plural() -> None:
    assert tr(beyond("signed", Scale(-9.0, 9.0), 1)) == "beyond ±9: 1 cell"
    assert tr(beyond("signed", Scale(-1592.66, 1592.66), 2)) == "beyond ±1,592: 2 cells", (
        "1593 is one of them"
    )
    assert tr(beyond("offset", Scale(-128.0, 127.0), 1)) == "beyond −128 … 127: 1 cell"
    assert tr(beyond("offset", Scale(-128.0, 127.0), 2)) == "beyond −128 … 127: 2 cells"


def test_of_several_outputs_the_histogram_is_of_the_one_in_the_picture(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    stack = Source("three", np.stack([np.full((20, 30), n, np.uint8) for n in (10, 60, 200)]), 255.0)
    for n in range(3):
        told = told_by_lab(stacked(output=n, depth=(1.0,)), stack)
        result = result_of(told)
        whole.show_story(told)
        whole.show_result(result)
        settle(qtbot, jobs)
        assert whole.side.caption.text() == f"Histogram of output slice {n}"
        bars = whole.side.histogram.bars
        assert (bars[0].low, bars[-1].high) == (result.y[n].min(), result.y[n].max())
    filters = ((Preset("sobel-x"),), (Preset("sobel-y"),))
    whole.show_story(story_of(replace(layered(filters=filters, bias=(0.0, 0.0), mix="sum"), output=1), PHOTO))
    assert whole.side.caption.text() == "Histogram of output map 1"
    whole.show_story(story_of(Scene(), PHOTO))
    assert whole.side.caption.text() == "Histogram of output"


def test_another_lens_is_another_picture_of_the_same_result(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    story = story_of(Scene(), PHOTO)
    whole.show_story(story)
    whole.show_result(result_of(story))
    whole.show_story(like(story, replace(story.scene, show="stretch")))
    settle(qtbot, jobs)
    view = whole.panes.result.view
    assert view is not None
    assert view.pixels.shape == (60, 90)
    assert whole.side.lost.text() == ""
    assert "ms" in whole.head.facts.text()


def test_the_picture_follows_while_a_kernel_is_drawn(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    story = story_of(Scene(), PHOTO)
    whole.show_story(story)
    whole.show_result(result_of(story))
    settle(qtbot, jobs)
    before = whole.panes.result.view
    drawn = like(story, replace(story.scene, layer=kernel_scene(Drawn(((0, 0, 1),))).layer))
    whole.show_story(drawn)
    settle(qtbot, jobs)
    after = whole.panes.result.view
    assert before is not None
    assert after is not None
    assert (before.pixels != after.pixels).any()
    assert "ms" not in whole.head.facts.text()


def test_of_another_picture_each_view_is_asked_for_once(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    settle(qtbot, jobs)
    asked, start = [], jobs.start
    monkeypatch.setattr(
        jobs, "start", lambda key, *how, **more: asked.append(key) or start(key, *how, **more)
    )
    padded = replace(Scene(), layer=replace(Scene().layer, padding=(9,) * 4))
    another = story_of(padded, PHOTO[:, :, :40])
    whole.show_story(another)
    assert sorted(asked) == ["view:input", "view:result"]
    settle(qtbot, jobs)
    view = whole.panes.result.view
    assert view is not None
    assert view.pixels.shape[:2] == another.shape[1:]


def test_a_window_of_many_taps_is_seen_coarsely_until_there_is_the_whole_result(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    photo = np.random.default_rng(5).integers(0, 256, (1, 600, 900), np.uint8)
    story = story_of(kernel_scene(Drawn(((1.0,) * 63,) * 63)), photo)
    whole.show_story(story)
    settle(qtbot, jobs)
    coarse = whole.panes.result.view
    assert coarse is not None
    whole.show_result(result_of(story))
    settle(qtbot, jobs)
    fine = whole.panes.result.view
    assert fine is not None
    assert fine.pixels.size > 2 * coarse.pixels.size
    assert fine.rect == coarse.rect


def test_a_result_of_another_story_is_not_shown(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    whole.show_result(result_of(story_of(Scene(), PHOTO)))
    whole.show_story(story_of(kernel_scene("gaussian-5x5"), PHOTO))
    whole.show_result(result_of(story_of(Scene(), PHOTO)))
    settle(qtbot, jobs)
    assert "ms" not in whole.head.facts.text()


def test_a_view_of_the_picture_before_is_dropped(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    whole.show_story(story_of(Scene(), PHOTO[:, :30, :30]))
    settle(qtbot, jobs)
    view = whole.panes.input.view
    assert view is not None
    assert view.pixels.shape == (30, 30)


def test_no_more_is_drawn_than_the_screen_shows(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    story = story_of(Scene(), np.zeros((1, 3000, 4000), np.uint8))
    whole.show_story(story)
    whole.show_result(result_of(story))
    settle(qtbot, jobs)
    for pane in (whole.panes.input, whole.panes.result):
        assert pane.view is not None
        assert pane.view.pixels.shape[0] <= pane.height() + 2
    whole.panes.input.zoom(1 / 400)
    settle(qtbot, jobs)
    assert whole.panes.input.view is not None
    assert whole.panes.input.view.exact
    assert whole.panes.input.view.pixels.size < 1000


def test_three_channels_filtered_one_by_one_are_seen_in_colour(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    colour = np.random.default_rng(1).integers(0, 256, (3, 20, 30), np.uint8)
    story = story_of(replace(kernel_scene("identity"), channel="all", show="clamp"), colour)
    whole.show_story(story)
    whole.show_result(result_of(story))
    settle(qtbot, jobs)
    view = whole.panes.result.view
    assert view is not None
    np.testing.assert_array_equal(view.pixels, colour.transpose(1, 2, 0))


def test_of_other_channels_the_one_on_the_stage_is_seen(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    identity = kernel_scene("identity").layer.filters[0]
    scene = replace(layered(filters=(identity, identity), bias=(0.0, 50.0)), output=1, show="clamp")
    whole.show_story(story_of(scene, PHOTO))
    settle(qtbot, jobs)
    view = whole.panes.result.view
    assert view is not None
    np.testing.assert_array_equal(view.pixels, (PHOTO[0].astype(int) + 50).clip(0, 255))


@pytest.mark.parametrize("cells", [AVERAGED, 4 * AVERAGED])
def test_averages_take_the_place_of_a_sample_when_the_hand_rests(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs, cells: int
) -> None:
    stripes = np.zeros((1, 1024, cells // 512), np.uint8)
    stripes[:, ::2] = 200
    story = story_of(replace(kernel_scene("identity"), show="clamp"), stripes)
    result = result_of(story)
    whole.show_story(story)
    whole.show_result(result)

    def averaged(pane: Pane) -> bool:
        return pane.view is not None and not pane.view.sampled

    panes = (whole.panes.input, whole.panes.result)
    qtbot.waitUntil(lambda: jobs.idle() and all(map(averaged, panes)))
    for pane in panes:
        assert pane.view is not None
        middle = pane.view.pixels[2:-2, 2:-2]
        assert middle.min() > 60  # a sample of the rows is of 0 and of 200
        assert middle.max() < 140


def glimpse_of(story: Story) -> Glimpse:
    """A quarter of a story's picture, as it might be seen first."""
    small = np.ascontiguousarray(story.source.planes[0, ::4, ::4])
    return Glimpse(Image(small, "photo"), *story.source.planes.shape[1:])


def test_a_photo_that_is_being_read_is_seen_before_its_story_is_told(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    whole.show_story(story_of(Scene(), PHOTO[:, :30, :30]))
    whole.show_step(1, 1)
    settle(qtbot, jobs)
    story = story_of(Scene(), PHOTO)
    whole.head.crop.setChecked(True)  # a frame on the picture before
    whole.show_glimpse(story.scene, glimpse_of(story))
    assert not whole.head.crop.isChecked()
    whole.show_step(1, 1)  # of the story before: its place is not in this photo
    settle(qtbot, jobs)
    seen = whole.panes.input.view
    assert seen is not None
    np.testing.assert_array_equal(seen.pixels, PHOTO[0, ::4, ::4])
    assert seen.rect == whole.panes.input.extent == Rect(0, 0, 60, 90)
    assert (whole.panes.result.view, whole.panes.input.marks) == (None, ())
    with qtbot.assertNotEmitted(whole.go_requested):
        click(whole.panes.viewport(), at(whole, whole.panes.input, 12.5, 70.5))
    whole.show_story(story)
    settle(qtbot, jobs)
    assert whole.panes.input.view is not None
    np.testing.assert_array_equal(whole.panes.input.view.pixels, PHOTO[0])
    assert whole.panes.result.view is not None


def test_a_photo_that_cannot_be_shown_after_all_gives_way_to_the_one_before(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    whole.drop_glimpse()  # there is none, and nothing before it
    story = story_of(Scene(), PHOTO[:, :30, :30])
    whole.show_story(story)
    whole.show_result(result_of(story))
    for _ in range(2):  # opened again at once
        whole.show_glimpse(Scene(), glimpse_of(story_of(Scene(), PHOTO)))
    whole.drop_glimpse()
    settle(qtbot, jobs)
    assert whole.panes.input.view is not None
    np.testing.assert_array_equal(whole.panes.input.view.pixels, PHOTO[0, :30, :30])
    assert whole.panes.result.view is not None
    assert "ms" in whole.head.facts.text()
    view = whole.panes.input.view
    whole.drop_glimpse()  # nothing to drop
    settle(qtbot, jobs)
    assert whole.panes.input.view is view


def test_a_result_that_comes_behind_a_glimpse_is_there_when_the_glimpse_has_gone(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    story = story_of(Scene(), PHOTO[:, :30, :30])
    whole.show_story(story)
    whole.show_glimpse(Scene(), glimpse_of(story_of(Scene(), PHOTO)))
    whole.show_result(result_of(story))
    whole.drop_glimpse()
    settle(qtbot, jobs)
    assert "ms" in whole.head.facts.text()
    assert whole.side.histogram.isVisible()


def test_averages_and_counts_of_a_result_that_is_not_the_storys_any_more_are_not_wanted(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, start = {}, jobs.start
    monkeypatch.setattr(
        jobs, "start", lambda key, *how, **more: asked.update({key: more}) or start(key, *how, **more)
    )
    story = story_of(Scene(), np.tile(PHOTO, (1, 30, 20)))
    whole.show_story(story)
    whole.show_result(result_of(story))
    late = [asked[key]["wanted"] for key in ("view:result:averages", "view:count")]
    assert [wanted() for wanted in late] == [True, True]
    whole.show_story(like(story, kernel_scene("identity")))
    assert [wanted() for wanted in late] == [False, False]
    settle(qtbot, jobs)


@pytest.mark.parametrize("scene", [replace(Scene(), crop=Region(0, 0, 30, 40)), signal(), stacked()])
def test_nothing_is_glimpsed_where_not_all_of_the_photo_will_be_seen(
    whole: WholeImage, qtbot: QtBot, jobs: Jobs, scene: Scene
) -> None:
    whole.show_story(story_of(Scene(), PHOTO[:, :30, :30]))
    settle(qtbot, jobs)
    before = whole.panes.input.view
    whole.show_glimpse(scene, glimpse_of(story_of(Scene(), PHOTO)))
    assert whole.panes.input.view is before


# --- marks


def test_the_window_and_its_cell_are_marked(whole: WholeImage) -> None:
    whole.show_step(1, 1)  # nothing to mark yet
    assert whole.panes.input.marks == ()
    story = story_of(replace(layered(stride=(2, 2), padding=(0, 0, 0, 0)), region=Region(3, 4, 5, 5)), PHOTO)
    whole.show_story(story)
    whole.show_step(4, 6)
    frame, window = whole.panes.input.marks
    result_frame, cell = whole.panes.result.marks
    assert (window.role, window.rect) == ("window", Rect(8, 12, 3, 3))
    assert (cell.role, cell.rect) == ("output", Rect(8.5, 12.5, 2, 2))
    assert result_frame.rect == Rect(6.5, 8.5, 10, 10)
    assert frame.rect == Rect(6, 8, 11, 11)  # all that the windows of these cells read


def test_marks_stay_while_a_kernel_is_drawn_and_follow_what_else_changes(whole: WholeImage) -> None:
    """As in a view that is shown the same for the first time."""
    drawn = ((Drawn(((1.0, 2.0, 3.0),) * 3),),)
    first = replace(layered(filters=drawn, padding=(1, 1, 1, 1)), region=Region(3, 4, 5, 5))
    other = replace(first, layer=replace(first.layer, filters=((Drawn(((0.0, 2.0, 3.0),) * 3),),)))
    strided = replace(other, layer=replace(other.layer, stride=(2, 2)))
    told, seen = story_of(first, PHOTO), []
    for scene in (first, other, strided):
        whole.show_story(told := like(told, scene))
        whole.show_step(4, 6)
        seen.append((whole.panes.input.marks, whole.panes.result.marks, whole.panes.result.edge))
    assert seen[0] == seen[1] != seen[2]
    assert seen[0][0][1].rect == Rect(3, 5, 3, 3)
    assert seen[2][0][1].rect == Rect(7, 11, 3, 3)


def test_beside_stacked_layers_the_output_of_one_is_marked_with_its_window(whole: WholeImage) -> None:
    """The stage is of 13 × 13 cells that the stack sees, the pictures of one layer, and they say so."""
    whole.resize(1400, 260)
    for view, said in (("stack", "one layer, dilation 2 · "), ("layer", "")):
        told = told_by_lab(dilated(view=view, stack=(2, 2, 2), dilation=(2, 2), padding="same"), GREY)
        whole.show_story(told)
        whole.show_step(9, 9)
        assert whole.panes.input.marks[-1].rect == Rect(7, 7, 5, 5)
        assert whole.panes.whole.top == -2
        assert whole.head.facts.text() == f"{said}300 × 400"


def test_of_a_whole_layer_the_field_is_marked_as_on_the_stage(whole: WholeImage) -> None:
    """There one window of it is orange, and all that the output cell sees is green and dashed."""
    told = told_by_lab(chained(), GREY)
    whole.show_story(told)
    lab = lab_of(told.scene)
    for t in (0.1, 4.5, 9.0):
        moment = told.timeline.at(t)
        _, row, col = told.cell(moment.step)
        whole.show_step(row, col)
        mark = whole.panes.input.marks[-1]
        figure = lab.draw(told, moment, Look(Size(760, 360)))
        field = next(item for item in figure.items if isinstance(item, Outline) and item.dashed)
        source, rect = figure.grids("input")[0], mark.rect
        assert (mark.role, mark.dashed) == (field.role, True)
        assert field.box == source.cell_box(rect.top, rect.left, rect.height, rect.width)
    both = WholePictures(told, lab).draw(told.timeline.at(4.5), Look(Size(900, 500)))
    assert [item.role for item in both.items if isinstance(item, Outline) and item.dashed] == ["output"]


def test_of_stamps_the_cells_that_reach_the_output_are_marked(whole: WholeImage) -> None:
    plain = {"stride": (1, 1), "padding": (0, 0), "output_padding": (0, 0)}
    small = Source("two", np.ones((1, 2, 2), np.uint8), 255.0)
    whole.show_story(told_by_lab(transposed(view="stamp", **plain), small))
    for cell, box in (((0, 0), Rect(0, 0, 1, 1)), ((1, 1), Rect(0, 0, 2, 2)), ((3, 2), Rect(1, 0, 1, 2))):
        whole.show_step(*cell)
        assert whole.panes.input.marks[-1].rect == box
    whole.show_story(told_by_lab(transposed(view="gather", **plain), small))
    whole.show_step(0, 0)
    assert whole.panes.input.marks[-1].rect == Rect(-2, -2, 3, 3)


def test_where_no_stamp_reaches_nothing_is_marked(whole: WholeImage) -> None:
    small = Source("two", np.ones((1, 2, 2), np.uint8), 255.0)
    apart = {"stride": (2, 2), "padding": (0, 0), "output_padding": (0, 0)}
    whole.show_story(told_by_lab(transposed(Drawn(((1.0,),)), view="stamp", **apart), small))
    whole.show_step(1, 1)
    assert [mark.role for mark in whole.panes.input.marks] == []
    whole.show_step(2, 2)
    assert whole.panes.input.marks[-1].rect == Rect(1, 1, 1, 1)


def test_room_is_made_for_windows_that_begin_in_the_padding(whole: WholeImage) -> None:
    whole.show_story(story_of(layered(padding=(2, 1, 3, 0)), PHOTO))
    assert whole.panes.whole == Rect(-2, -3, 63, 93)
    whole.show_story(story_of(layered(padding=(0, 0, 0, 0)), PHOTO))
    assert whole.panes.whole == Rect(0, 0, 60, 90)


def test_no_part_of_a_picture_is_framed_where_the_stage_shows_all(whole: WholeImage) -> None:
    """It has its edge, as a picture of which the stage shows a part."""
    scene = replace(layered(padding=(0, 0, 0, 0)), region=Region(0, 0, 99, 99))
    for region, roles in ((Region(0, 0, 99, 99), []), (Region(0, 0, 1, 2), ["muted"])):
        whole.show_story(story_of(replace(scene, region=region), PHOTO[:, :5, :5]))
        whole.show_step(0, 0)
        assert [mark.role for mark in whole.panes.input.marks] == [*roles, "window"]
        assert [mark.role for mark in whole.panes.result.marks] == [*roles, "output"]
        assert (whole.panes.input.edge, whole.panes.result.edge) == (Rect(0, 0, 5, 5), Rect(1, 1, 3, 3))


# --- what a person asks for


@pytest.mark.parametrize("side", ["input", "result"])
def test_a_click_asks_for_the_window_around_the_pixel(whole: WholeImage, qtbot: QtBot, side: str) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    with qtbot.waitSignal(whole.go_requested) as signal:
        click(whole.panes.viewport(), at(whole, getattr(whole.panes, side), 12.5, 70.5))
    assert signal.args == [12, 70]


def test_a_click_counts_output_cells(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(layered(stride=(3, 2), padding=(0, 0, 0, 0)), PHOTO))
    with qtbot.waitSignal(whole.go_requested) as signal:
        click(whole.panes.viewport(), at(whole, whole.panes.input, 31.5, 45.5))
    assert signal.args == [10, 22]
    with qtbot.waitSignal(whole.go_requested) as signal:
        click(whole.panes.viewport(), at(whole, whole.panes.input, 0.4, 89.5))
    assert signal.args == [0, 43]


def test_a_click_before_there_is_a_picture_asks_for_nothing(whole: WholeImage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(whole.go_requested), qtbot.assertNotEmitted(whole.crop_requested):
        click(whole.panes.viewport(), QPointF(30, 30))
        drag(whole.panes.viewport(), QPointF(30, 30), QPointF(60, 60), Qt.KeyboardModifier.ShiftModifier)


def test_a_rectangle_becomes_the_input(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    with qtbot.waitSignal(whole.crop_requested) as signal:
        choose(whole, (10, 20), (31, 50))
    assert signal.args == pytest.approx([10, 20, 21, 30], abs=1)


def test_the_crop_tool_needs_no_key_and_lays_itself_down(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    qtbot.mouseClick(whole.head.crop, Qt.MouseButton.LeftButton)
    assert whole.head.crop.isChecked()
    pane = whole.panes.input
    with qtbot.waitSignal(whole.crop_requested):
        drag(whole.panes.viewport(), at(whole, pane, 10, 20), at(whole, pane, 31, 50))
    assert not whole.head.crop.isChecked()
    assert not pane.tool


def test_a_rectangle_beside_the_picture_crops_nothing(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(Scene(), PHOTO[:, :, :5]))
    with qtbot.assertNotEmitted(whole.crop_requested):
        choose(whole, (10, 20), (31, 30))


def test_a_crop_of_a_crop_counts_from_the_crop(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(replace(Scene(), crop=Region(5, 7, 30, 40)), PHOTO))
    assert whole.panes.input.extent == Rect(0, 0, 30, 40)
    with qtbot.waitSignal(whole.crop_requested) as signal:
        choose(whole, (10, 20), (20, 30))
    assert signal.args == pytest.approx([10, 20, 10, 10], abs=1)


def test_only_a_crop_can_be_undone(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    assert not whole.head.whole.isVisible()
    assert whole.head.title.text() == "Whole image"
    whole.show_story(story_of(replace(Scene(), crop=Region(5, 7, 30, 40)), PHOTO))
    assert whole.head.whole.isVisible()
    assert whole.head.title.text() == "Input and output"  # that is not the whole image
    with qtbot.waitSignal(whole.uncrop_requested):
        qtbot.mouseClick(whole.head.whole, Qt.MouseButton.LeftButton)


# --- the badge and the facts


def test_the_badge_is_green_when_both_ways_agree(whole: WholeImage) -> None:
    story = story_of(Scene(), PHOTO)
    result = result_of(story)
    whole.head.show_agreement(None)
    assert whole.head.badge.text() == "comparing…"
    assert whole.head.badge.property("role") == "waiting"
    whole.head.show_agreement(compare(story.trace, result.y, places(story.shape, [])))
    assert whole.head.badge.text() == "✓ numpy = OpenCV, max |Δ| = 0"
    assert whole.head.badge.property("role") == "good"


def test_the_badge_turns_red_when_the_fast_path_is_broken(whole: WholeImage) -> None:
    story = story_of(Scene(), PHOTO)
    y = result_of(story).y
    y[0, 4, 7] += 3.25
    whole.head.show_agreement(compare(story.trace, y, places(story.shape, [(0, 4, 7)])))
    assert whole.head.badge.text() == "✗ numpy ≠ OpenCV, max |Δ| = 3.2 at row 4, column 7"
    assert whole.head.badge.property("role") == "bad"


def test_what_is_no_number_disagrees_without_end() -> None:
    text, role = verdict(Agreement(9, 1, inf, (0, 1, 2), 0.1))
    assert (str(text), role) == ("✗ numpy ≠ OpenCV, max |Δ| = ∞ at row 1, column 2", "bad")


def test_chinese_words_in_the_badge_are_followed_by_a_chinese_comma() -> None:
    agrees = Agreement(9, 0, 0.0, None, 0.1)
    with spoken("zh_CN", assets.path("i18n")):
        text, _ = verdict(agrees, "fast path")
        assert tr(text) == "✓ numpy = 快速算法，max |Δ| = 0"
    assert tr(verdict(agrees, "fast path")[0]) == "✓ numpy = fast path, max |Δ| = 0"


def test_the_facts_name_the_way_the_size_and_the_time(whole: WholeImage) -> None:
    story = story_of(Scene(), PHOTO)
    whole.show_story(story)
    assert whole.head.facts.text() == "60 × 90"
    result = result_of(story)
    whole.show_result(Result(story, result.y, result.statistics, 0.0091))
    assert whole.head.facts.text().endswith("OpenCV filter2D · 60 × 90 · 9.1 ms")
    assert whole.head.facts.shorter == ("OpenCV filter2D · 9.1 ms", "computed in 9.1 ms", "")


@pytest.mark.parametrize(("seconds", "text"), [(0.0091, "9.1 ms"), (0.118, "118 ms"), (1.236, "1.24 s")])
def test_times_are_short(seconds: float, text: str) -> None:
    assert duration(seconds) == text


# --- the room there is


@pytest.mark.parametrize(("width", "height"), [(760, 150), (1060, 250), (1400, 240), (1000, 700), (600, 130)])
@pytest.mark.parametrize("shape", [(60, 90), (90, 30), (20, 90)])
def test_the_card_takes_the_room_it_is_given_and_asks_for_no_more(
    whole: WholeImage, qtbot: QtBot, width: int, height: int, shape: tuple[int, int]
) -> None:
    whole.resize(width, height)
    story = story_of(Scene(), np.zeros((1, *shape), np.uint8))
    whole.show_story(story)
    whole.show_result(result_of(story))
    qtbot.wait(30)
    whole.show_story(like(story, replace(story.scene, crop=Region(0, 0, 9999, 9999))))
    whole.head.show_agreement(Agreement(300, 1, 3.25, (0, 3001, 2207), 0.1))
    qtbot.wait(30)
    assert (whole.width(), whole.height()) == (width, height)
    assert "row 3001, column 2207" in whole.head.badge.toolTip()
    for widget in (whole.panes, whole.side.histogram):
        box = widget.geometry().translated(widget.mapTo(whole, widget.rect().topLeft()) - widget.pos())
        assert whole.rect().contains(box)
        assert widget.height() >= 36
    pictures = whole.panes.input
    assert pictures.viewRect().width() >= shape[1]
    assert pictures.viewRect().height() >= shape[0]


def test_the_hint_goes_first_and_then_the_title(whole: WholeImage) -> None:
    texts = {label.text(): label for label in whole.findChildren(type(whole.side.lost))}
    hint, title = texts["Click any pixel: that window opens above."], texts["Histogram of output"]
    visible = []
    for height in (260, 150, 125):
        whole.resize(1000, height)
        visible.append((hint.isVisible(), title.isVisible()))
    assert visible == [(True, True), (False, True), (False, False)]


def test_in_a_window_the_histogram_stands_below(whole: WholeImage, qtbot: QtBot) -> None:
    whole.resize(1000, 700)
    qtbot.waitUntil(
        lambda: whole.side.histogram.mapTo(whole, QPointF(0, 0)).y() > whole.panes.geometry().bottom()
    )
    whole.resize(1060, 260)
    qtbot.waitUntil(
        lambda: whole.side.histogram.mapTo(whole, QPointF(0, 0)).x() > whole.panes.geometry().right()
    )


def test_in_a_window_it_says_which_picture_is_which(whole: WholeImage, qtbot: QtBot) -> None:
    shown = {label.text(): label for label in whole.findChildren(type(whole.side.lost))}
    whole.resize(1000, 700)
    qtbot.waitUntil(lambda: shown["Input"].isVisible() and shown["Output"].isVisible())
    middle = whole.panes.mapTo(whole, QPointF(whole.panes.width() / 2, 0))
    above, beside = (shown[name].mapTo(whole, QPointF(0, 0)) for name in ("Input", "Output"))
    assert above.x() < middle.x() <= beside.x() + 4
    assert above.y() == beside.y() < middle.y()
    whole.resize(1060, 260)
    qtbot.waitUntil(lambda: not shown["Input"].isVisible())


def test_in_a_window_the_names_stand_close_above_wide_pictures(whole: WholeImage, qtbot: QtBot) -> None:
    whole.show_story(story_of(Scene(), PHOTO[:, :40]))
    whole.resize(1000, 700)
    shown = {label.text(): label for label in whole.findChildren(QLabel)}
    qtbot.waitUntil(shown["Input"].isVisible)
    QApplication.processEvents()
    top = whole.panes.mapTo(whole, at(whole, whole.panes.input, 0, 0).toPoint()).y()
    below = shown["Input"].mapTo(whole, shown["Input"].rect().bottomLeft()).y()
    assert 0 < top - below < 20
    whole.resize(1060, 260)
    assert whole.panes.maximumHeight() > 1000


@pytest.mark.parametrize(("enlarged", "roles"), [(0.5, ["window"]), (8, ["muted", "window"])])
def test_the_stages_part_is_framed_where_it_is_told_from_the_window(
    enlarged: float, roles: list[str]
) -> None:
    """In a large picture both are a few pixels: the one looked like the other's shadow."""
    drawn = Marks()
    drawn.marks = (Mark(Rect(2, 2, 9, 9), "muted", width=1.2, least=0), Mark(Rect(3, 3, 3, 3), "window"))
    assert [mark.role for mark in drawn.distinct(QTransform.fromScale(enlarged, enlarged))] == roles
    drawn.marks = drawn.marks[:1]
    assert len(drawn.distinct(QTransform.fromScale(enlarged, enlarged))) == 1


@pytest.mark.parametrize(("side", "muted"), [(900, 0), (30, 2)])
def test_so_it_is_in_a_figure_of_both_pictures(side: int, muted: int) -> None:
    told = told_by_lab(Scene(), Source("grey", np.full((1, side, side), 128, np.uint8), 255.0))
    figure = WholePictures(told, lab_of(told.scene)).draw(told.timeline.at(0.5), Look(Size(900, 500)))
    roles = [item.role for item in figure.items if isinstance(item, Outline)]
    assert roles.count("muted") == muted
    assert {"window", "output"} <= {*roles}


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_pictures_have_an_edge_where_their_cells_are_of_the_grounds_colour(
    theme: str, whole: WholeImage, qtbot: QtBot, jobs: Jobs
) -> None:
    """The output's lies around its cells, which with a stride are not where the input's end."""
    ground = 0 if theme == "high-contrast" else 255
    whole.set_theme(load(theme))
    corner = Drawn(((1.0, 0.0), (0.0, 0.0)))
    layer = layered(filters=((corner,),), stride=(3, 3), padding=(0, 0, 0, 0))
    scene = replace(layer, show="clamp")
    whole.show_story(story_of(scene, np.full((1, 7, 7), ground, np.uint8)))
    settle(qtbot, jobs)
    qtbot.waitUntil(whole.panes.viewport().updatesEnabled)
    panes = whole.panes

    def seen(pane: Pane, y: float, x: float) -> bool:
        """Whether there is a line where a place of the plane is drawn."""
        place, image = at(whole, pane, y, x).toPoint(), panes.grab().toImage()
        there = (image.pixelColor(place.x() + dx, place.y()).lightness() for dx in (-1, 0, 1))
        return max(abs(light - ground) for light in there) > 40

    assert [x for x in range(8) if seen(panes.input, 3.5, x)] == [0, 7]
    assert [x / 2 for x in range(-1, 15) if seen(panes.result, 3.5, x / 2)] == [-0.5, 5.5]


def test_a_photo_that_is_being_read_has_no_edge_of_a_result(whole: WholeImage) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    assert whole.panes.result.edge == Rect(0, 0, 60, 90)
    whole.panes.set_extent(3, 4)
    assert (whole.panes.input.edge, whole.panes.result.edge) == (Rect(0, 0, 3, 4), None)


def test_it_can_be_dark_and_says_its_texts_anew(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    whole.show_story(story_of(Scene(), PHOTO))
    whole.set_theme(load("dark"))
    settle(qtbot, jobs)
    qtbot.waitUntil(whole.panes.viewport().updatesEnabled)
    whole.retranslate()
    assert whole.grab().toImage().pixelColor(20, 60) == load("dark").color("card")
    assert whole.accessibleName() == "Whole image"
    assert whole.panes.accessibleName()
    assert whole.head.crop.accessibleName() == "Crop"


def test_a_picture_of_one_pixel_is_seen(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    story = story_of(replace(Scene(), picture=Canvas(1, 1, b"x")), np.full((1, 1, 1), 120, np.uint8))
    whole.show_story(story)
    whole.show_result(result_of(story))
    settle(qtbot, jobs)
    assert whole.panes.input.view is not None
    whole.grab()


def test_bits_are_seen_instead_of_the_picture(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    told = [told_by_lab(signal(coding=coding), GREY) for coding in (False, True)]
    seen = []
    for story in told:
        whole.show_story(story)
        settle(qtbot, jobs)
        seen.append(whole.panes.input.extent)
    assert (seen[0].height, seen[0].width) == (300, 400)
    assert (seen[1].height, seen[1].width) == (1, 4)
    longer = told_by_lab(signal(coding=True, bits=(0, 1)), GREY)
    whole.show_story(longer)
    settle(qtbot, jobs)
    assert whole.panes.input.extent.width == 2


def test_bits_looked_at_in_another_way_are_still_seen(whole: WholeImage, qtbot: QtBot, jobs: Jobs) -> None:
    scene = signal(coding=True)
    whole.show_story(told_by_lab(scene, GREY))
    settle(qtbot, jobs)
    part = Rect(0, 1, 1, 2)
    whole.show_seen(part)
    for other in (replace(scene, speed=3.0), replace(scene, region=Region(0, 0, 1, 3))):
        whole.show_story(told_by_lab(other, GREY))
        settle(qtbot, jobs)
        assert whole.panes.result.view is not None
        assert whole.seen == part


def test_of_a_stack_the_slice_on_the_stage_is_seen(qtbot: QtBot, jobs: Jobs, whole: WholeImage) -> None:
    """Three slices are no colours; another slice is another picture at the same zoom."""
    stack = Source("three", np.stack([np.full((20, 30), n, np.uint8) for n in (10, 60, 200)]), 255.0)
    for n, value in enumerate((10, 60, 200)):
        told = told_by_lab(stacked(output=n, depth=(1.0,)), stack)
        whole.show_story(told)
        whole.show_result(result_of(told))
        settle(qtbot, jobs)
        seen = whole.panes.input.view
        assert seen is not None
        assert seen.pixels.ndim == 2
        assert (seen.pixels == value).all()
        assert "3 × 20 × 30" in whole.head.facts.text()


def test_padding_of_one_value_is_shown_around_the_input(whole: WholeImage) -> None:
    whole.show_story(told_by_lab(signal(padding=(0, 0, 2, 2)), SMALL))
    assert whole.panes.input.padding == (Rect(0, -2, 8, 12), 0.0)
    whole.show_story(told_by_lab(pooled(padding=(1, 1), kernel_size=(3, 3), stride=(1, 1)), SMALL))
    assert whole.panes.input.padding == (Rect(-1, -1, 10, 10), -inf)
    whole.show_story(told_by_lab(chained(padding=(1, 1, 1, 1)), SMALL))
    assert whole.panes.input.padding == (Rect(-1, -1, 10, 10), 0.0)
    whole.show_story(story_of(layered(stride=(2, 2), padding=(1, 1, 1, 1)), PHOTO[:, :6, :6]))
    assert whole.panes.input.padding == (Rect(-1, -1, 8, 8), 0.0), "also what no window reads"
    assert whole.panes.whole == Rect(-1, -1, 8, 8)
    for copying in (
        chained(padding=(1, 1, 1, 1), padding_mode="reflect"),
        resized(),
        pooled(),
        signal(padding=(0, 0, 2, 2), padding_mode="reflect"),
    ):
        whole.show_story(told_by_lab(copying, SMALL))
        assert whole.panes.input.padding is None
