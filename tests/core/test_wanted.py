"""Long computations end once their answer is not wanted any more, and only then."""

from __future__ import annotations

from threading import Event, Timer, current_thread

import numpy as np
import pytest

from convviz.core import lens
from convviz.core.fast import crew
from convviz.core.fast.scratch import Scratch
from convviz.core.operations import OPERATIONS
from convviz.core.spec import ConvSpec
from convviz.core.wanted import Overtaken, check, pieces, while_wanted

RNG = np.random.default_rng(3)
BYTES = RNG.integers(0, 256, (1, 1500, 1500), np.uint8)
LAYERS = {
    "bands": (ConvSpec((3, 3), padding="same"), BYTES),
    "one filter": (ConvSpec((3, 3), padding="same"), BYTES.astype(np.float32)),
    "rows": (ConvSpec((3, 3), (2, 2)), BYTES.astype(np.float32)),
    "products": (ConvSpec((5, 5), out_channels=8), BYTES[:, :400, :400].astype(np.float32)),
    "by a number": (ConvSpec((1, 1)), BYTES),
}


def after(count: int) -> tuple[list[int], object]:
    """Wanted so many times, and how often it was asked."""
    asked: list[int] = []
    return asked, lambda: asked.append(1) or len(asked) <= count


def test_outside_everything_is_wanted() -> None:
    check()
    assert list(pieces(range(3))) == [0, 1, 2]


def test_the_pieces_after_the_last_one_wanted_are_left() -> None:
    asked, wanted = after(2)
    begun = []
    with pytest.raises(Overtaken), while_wanted(wanted):
        begun.extend(iter(pieces("abcde")))
    assert len(asked) == 3
    check()


@pytest.mark.parametrize("name", LAYERS)
def test_every_way_to_compute_a_layer_looks_whether_it_is_wanted(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "size", lambda: 1)  # another thread might do all before this one looks
    spec, x = LAYERS[name]
    weight = RNG.normal(size=spec.weight_shape)
    operation = OPERATIONS["conv2d"]
    with pytest.raises(Overtaken), while_wanted(lambda: False):
        operation.fast(spec, x, weight, np.zeros(spec.out_channels))
    with while_wanted(lambda: True):
        y = operation.fast(spec, x, weight, np.zeros(spec.out_channels))
    np.testing.assert_array_equal(y, operation.fast(spec, x, weight, np.zeros(spec.out_channels)))


def test_so_do_the_statistics_and_the_count_of_what_is_beyond_the_colours() -> None:
    y = RNG.normal(size=(2, 900, 900)).astype(np.float32)
    for work in (lens.statistics, lambda y: lens.clamped(y, "clamp", lens.Scale(0, 1))):
        asked, wanted = after(2)
        with pytest.raises(Overtaken), while_wanted(wanted):
            work(y)
        assert len(asked) == 3


def test_blocks_that_no_thread_has_begun_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 1)
    done: list[int] = []
    _, wanted = after(4)
    with pytest.raises(Overtaken), while_wanted(wanted):
        crew.share(range(100), lambda block, _: done.append(block), Scratch())
    assert done == [0, 1, 2, 3]


def test_nor_do_other_threads_begin_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 2)
    here, inside, gate = current_thread(), Event(), Event()
    done: list[int] = []

    def work(block: int, _: Scratch) -> None:
        if current_thread() is not here:
            inside.set()
            assert gate.wait(20)
        done.append(block)

    def wanted() -> bool:
        if not inside.wait(20):
            return False
        Timer(0.05, gate.set).start()  # once the caller has left the rest
        return False

    with pytest.raises(Overtaken), while_wanted(wanted):
        crew.share(range(100), work, Scratch())
    assert len(done) == 1, "the one that was begun is ended"


def test_a_failure_leaves_what_comes_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 1)
    done: list[int] = []

    def work(block: int, _: Scratch) -> None:
        done.append(block)
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        crew.share(range(9), work, Scratch())
    assert done == [0]


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_in_a_late_band_is_left_out_of_the_range(strange: float) -> None:
    y = np.linspace(-5, 7, 1200 * 1200, dtype=np.float32).reshape(1, 1200, 1200)
    y[0, 1100, 3] = strange
    found = lens.statistics(y)
    assert (found.minimum, found.maximum, found.total) == (-5.0, 7.0, y.size - 1)
