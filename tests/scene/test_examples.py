"""The scenes that come with the program are what their titles say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from convviz import assets
from convviz.core.samples import load_sample
from convviz.core.volumes import sample_slices
from convviz.labs import lab_of
from convviz.labs.story import Source, Story, tell
from convviz.scene.codec import encode_scene
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.scene import Region
from convviz.state.sources import read


def told(name: str) -> Story:
    scene = load_example(name)
    picture = scene.picture
    image = read(picture)
    planes = sample_slices(picture.id).planes if scene.layer.reads_slices else image.plane(scene.channel)
    return tell(scene, Source(name, planes, image.white), lab_of(scene))


def test_every_file_is_a_row_and_every_row_a_file() -> None:
    files = {Path(path).stem for path in assets.path("scenes").glob("*.convviz")}
    assert files == {example.id for example in EXAMPLES}
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_can_be_shown_and_is_written_as_the_program_writes(example) -> None:
    story = told(example.id)
    reference = story.operation.reference(story.spec, *story.operands)
    fast = story.operation.fast(story.spec, *story.operands)
    np.testing.assert_allclose(fast, reference, rtol=1e-4, atol=1e-3)
    assert np.ptp(reference) > 0, "there is nothing to see"
    data = assets.path("scenes", f"{example.id}.convviz").read_bytes()
    assert encode_scene(load_example(example.id)) == data


# The figures of Dumoulin & Visin, A guide to convolution arithmetic for deep learning, arXiv 1603.07285, as
# its authors animated them: input, kernel, stride, padding, dilation, and the output's size.
GUIDE = {
    "no-padding-no-strides": (4, 3, 1, 0, 1, 2),
    "arbitrary-padding": (5, 4, 1, 2, 1, 6),
    "same-padding": (5, 3, 1, 1, 1, 5),
    "full-padding": (5, 3, 1, 2, 1, 7),
    "no-padding-strides": (5, 3, 2, 0, 1, 2),
    "strided": (5, 3, 2, 1, 1, 3),
    "unread-column": (6, 3, 2, 1, 1, 3),
    "dilation": (7, 3, 1, 0, 2, 3),
}
TRANSPOSED = {
    "no-padding-transposed": (2, 3, 1, 0, 0, 4),
    "arbitrary-padding-transposed": (6, 4, 1, 2, 0, 5),
    "half-padding-transposed": (5, 3, 1, 1, 0, 5),
    "full-padding-transposed": (7, 3, 1, 2, 0, 5),
    "no-padding-strides-transposed": (2, 3, 2, 0, 0, 5),
    "padding-strides-transposed": (3, 3, 2, 1, 0, 5),
    "padding-strides-odd-transposed": (3, 3, 2, 1, 1, 6),
}
"""Of these the fifth number is the output padding; each takes the sizes of a figure above back."""


@pytest.mark.parametrize("name", GUIDE)
def test_parameters_are_those_of_a_guide_to_convolution_arithmetic(name: str) -> None:
    i, k, s, p, d, o = GUIDE[name]
    story = told(name)
    assert (story.x.shape, story.shape) == ((1, i, i), (1, o, o))
    assert (story.spec.kernel_size, story.spec.stride, story.spec.dilation) == ((k, k), (s, s), (d, d))
    assert story.spec.pads == (p, p, p, p)
    assert story.region(0) == Region(0, 0, o, o), "not all of it is on the stage"


@pytest.mark.parametrize(("name", "there"), list(zip(TRANSPOSED, GUIDE, strict=False)))
def test_transposed_parameters_are_those_of_the_guide(name: str, there: str) -> None:
    i, k, s, p, a, o = TRANSPOSED[name]
    story = told(name)
    assert (story.x.shape, story.shape) == ((1, i, i), (1, o, o))
    assert (story.spec.kernel_size, story.spec.stride, story.spec.padding) == ((k, k), (s, s), (p, p))
    assert story.spec.output_padding == (a, a)
    assert (o, k, s, p, 1, i) == GUIDE[there], "it does not lead back"
    assert story.region(0) == Region(0, 0, o, o)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("no-padding", [[12, 12, 17], [10, 17, 19], [9, 6, 14]]),
        ("strided", [[6, 17, 3], [8, 17, 13], [6, 4, 4]]),
    ],
)
def test_numbers_are_those_of_a_guide_to_convolution_arithmetic(name: str, rows: list[list[int]]) -> None:
    story = told(name)
    assert story.operation.reference(story.spec, *story.operands)[0].tolist() == rows


def test_the_classic_demonstration_in_small_numbers() -> None:
    """CS231n, "Convolutional Networks", the running demonstration of a layer.

    It draws its numbers anew each time: 0 to 2 in, −1 to 1 as weights, biases 1 and 0. The first cell here:
    0·0 + 1·1 + 2·(−1) + 2·1 of the first channel, 1·(−1) of the second, 2·1 + 1·0 + 1·(−1) of the third, + 1.
    """
    story = told("classic")
    assert (story.x.shape, story.shape, story.source.white) == ((3, 5, 5), (2, 3, 3), 2.0)
    assert set(np.unique(story.x)) == {0, 1, 2}
    assert (story.spec.stride, story.spec.pads) == ((2, 2), (1, 1, 1, 1))
    maps = story.operation.reference(story.spec, *story.operands).tolist()
    assert maps[0] == [[2, 6, 4], [7, 10, -4], [8, 6, 2]]
    assert maps[1] == [[-4, -5, 2], [-3, -1, 0], [-7, 1, -3]]
    assert story.region(0) == Region(0, 0, 3, 3)


def test_the_demonstration_on_a_photo_has_two_filters_of_three_kernels() -> None:
    story = told("three-channels")
    assert story.x.shape == (3, 7, 7)
    assert story.operands[1].shape == (2, 3, 3, 3)
    assert story.shape == (2, 4, 4)
    assert story.operands[2].tolist() == [1.0, 0.0]


def test_one_by_one_with_lumas_weights_is_luma() -> None:
    story = told("one-by-one")
    luma = load_sample("astronaut").plane("luma").astype(float)
    y = story.operation.reference(story.spec, *story.operands)
    assert np.abs(y - luma).max() <= 0.51
