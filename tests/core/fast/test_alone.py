from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from convviz.core.fast import gemm, mix
from convviz.core.fast.alone import alone
from convviz.core.fast.layer import Layer
from convviz.core.fast.scratch import Scratch
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec


def threads() -> set[int]:
    """How many threads every BLAS that is loaded would take."""
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def three() -> Iterator[None]:
    with threadpool_limits(3, "blas"):
        if threads() != {3}:
            pytest.skip("no BLAS here that can be told how many threads to take")
        yield


def test_within_it_blas_takes_one_thread_and_as_many_as_before_afterwards() -> None:
    with alone(range(2)):
        assert threads() == {1}
    assert threads() == {3}


def test_who_shares_with_nobody_has_all_threads() -> None:
    with alone(range(1)):
        assert threads() == {3}


def test_the_threads_are_given_back_after_a_failure() -> None:
    with pytest.raises(ArithmeticError), alone(range(2)):
        raise ArithmeticError
    assert threads() == {3}


def test_another_thread_that_leaves_first_gives_nothing_back_too_soon() -> None:
    def other() -> None:
        with alone(range(2)):
            pass

    thread = threading.Thread(target=other)
    with alone(range(2)):
        thread.start()
        thread.join(20)
        assert threads() == {1}
    assert threads() == {3}


def test_who_entered_last_gives_back_what_the_first_one_found() -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with alone(range(2)):
            entered.set()
            leave.wait(20)

    thread = threading.Thread(target=other)
    with alone(range(2)):
        thread.start()
        assert entered.wait(20)
    leave.set()
    thread.join(20)
    assert threads() == {3}


@pytest.mark.parametrize("strategy", [gemm, mix])
def test_a_layer_of_many_channels_is_multiplied_so(monkeypatch: pytest.MonkeyPatch, strategy) -> None:
    k = 1 if strategy is mix else 3
    spec = ConvSpec((k, k), in_channels=64, out_channels=64)
    rng, found = np.random.default_rng(0), []
    x, weight = rng.random((64, 100, 100), np.float32), rng.normal(size=spec.weight_shape)
    product = strategy.product

    def watched(*matrices) -> None:
        found.append(threads())
        product(*matrices)

    monkeypatch.setattr(strategy, "product", watched)
    layer = Layer(spec, x, weight, conv_shape(spec, x.shape), Scratch())
    strategy.STRATEGY.run(layer, np.empty(layer.shape, np.float32))
    assert found
    assert all(several == {1} for several in found)
    assert threads() == {3}
