"""The bench itself: its figures are no test's business, but rows are well formed and verdicts right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import sleep

import numpy as np
import pytest

from convviz.core.spec import ConvSpec
from tests.bench import PARTS, __main__, cases, fast_path, live, peers
from tests.bench.cases import Case, Peer, Row, Trial, Work, by_turns, measure, table


def nothing() -> None:
    """A computation that takes no time."""


def case(*peers: Peer, **changes: object) -> Case:
    return Case("area", "name", lambda: nothing, peers, 1.5, **changes)  # type: ignore[arg-type]


THERE, MISSING = Peer("peer", lambda: nothing), Peer("missing", None)


def test_every_case_of_every_part_has_a_name_of_its_own_and_somebody_to_be_compared_with() -> None:
    for area, parted in PARTS.items():
        every = list(parted())
        compared = [case for case in every if isinstance(case, Case)]
        names = [(case.name, peer.name) for case in compared for peer in case.peers if not case.best]
        names += [(case.name, "") for case in every if isinstance(case, Trial)]
        assert len(names) == len(set(names))
        assert all(case.area == area for case in every)
        assert all(case.peers for case in compared)


def test_the_quick_bench_prints_and_writes_rows_that_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bench.json"
    missed = __main__.main(["--quick", "--only", "LeNet-5", "--json", str(file)])
    record = json.loads(file.read_text(encoding="utf-8"))
    rows = record["rows"]
    assert record["machine"]["cores"] >= 1
    assert record["machine"]["onnxruntime"]
    assert {row["peer"] for row in rows} == {"torch", "onnxruntime"}
    for row in rows:
        assert row["held"] in ("yes", "no", "not installed")
        assert row["note"] or row["held"] == "not installed"
        if row["held"] != "not installed":
            assert row["ratio"] == pytest.approx(row["ours_ms"] / row["peer_ms"])
    assert missed == sum(row["held"] == "no" for row in rows)
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(rows) + 4  # the machine, the head, the area, the sum
    assert printed[-1].endswith("bounds held")


@pytest.mark.parametrize("made", [Row.within, Row.at_least])
def test_a_number_that_numpy_counted_can_be_written(made: Callable[..., Row]) -> None:
    row = made("animation", "steps", np.int64(3), 2.0, "steps")
    assert json.loads(json.dumps(row.as_dict()))["ours_ms"] == 3


def test_a_peer_that_is_not_installed_is_named() -> None:
    (row,) = measure(case(MISSING))
    assert (row.peer, row.held, row.ratio) == ("missing", "not installed", None)


@pytest.mark.parametrize(
    ("ratio", "bound", "held"),
    [(1.5, 1.5, "yes"), (1.51, 1.5, "no"), (9.0, None, "for information"), (None, 1.5, "not installed")],
)
def test_a_bound_is_held_or_not(ratio: float | None, bound: float | None, held: str) -> None:
    ours = None if held == "not installed" else 1.0
    assert Row("area", "case", "peer", ours, 1.0, ratio, bound).held == held


def test_a_number_may_be_held_against_a_limit_or_stand_for_itself() -> None:
    held, missed, told = (Row.within("area", "case", 12, limit) for limit in (16, 10, None))
    assert (held.held, held.peer, held.ratio) == ("yes", "at most 16 ms", 0.75)
    assert missed.held == "no"
    assert (told.held, told.ratio) == ("for information", None)


def test_the_window_is_driven_and_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "LARGE", 2)
    monkeypatch.setattr(live, "ROUNDS", 1)
    acts = ("kernel cell to picture", "panning")
    monkeypatch.setattr(live, "ACTS", {name: live.ACTS[name] for name in acts})
    file = tmp_path / "bench.json"
    __main__.main(["--quick", "--only", "live, grey", "--json", str(file)])
    rows = json.loads(file.read_text(encoding="utf-8"))["rows"]
    pictures = ("1 megapixel", "2 megapixels", "2 to 1 megapixel")
    assert {row["case"] for row in rows} >= {f"kernel cell to picture, {size}, grey" for size in pictures}
    assert all(row["ours_ms"] > 0 for row in rows)


def test_only_the_best_peer_counts_where_the_best_is_the_measure() -> None:
    def slowly() -> None:
        sum(range(200_000))

    (row,) = measure(case(Peer("slow", lambda: slowly), THERE, best=True), runs=2, least=0)
    assert row.peer == "peer"


def test_works_are_run_by_turns_after_runs_that_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "WARM", 0.001)
    order: list[str] = []

    def does(name: str) -> Work:
        return lambda: (order.append(name), sleep(0.002))

    timed = by_turns([does("a"), does("b")], runs=7, least=0)
    assert order[:4] == ["a", "a", "b", "b"]
    assert order[4::2] == order[5::2], "once for the caches, once by the clock"
    rounds = [order[n : n + 4 : 2] for n in range(4, len(order), 4)]
    assert len(rounds) == 7
    assert all(sorted(each) == ["a", "b"] for each in rounds)
    assert ["a", "b"] in rounds
    assert ["b", "a"] in rounds
    assert all(seconds >= 0.002 and runs == 7 for seconds, runs in timed)


def test_a_peer_far_behind_is_run_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def work(seconds: float) -> Callable[[], None]:
        return lambda: now.append(now[-1] + seconds)

    monkeypatch.setattr(cases, "FAR_SECONDS", 0.05)
    monkeypatch.setattr(cases, "perf_counter", lambda: now[-1])
    ours, slow, slowest = by_turns([work(0.001), work(0.02), work(0.06)], runs=7, least=0)
    assert (ours.runs, slow.runs, slowest.runs) == (7, 2, 1)
    assert slow.seconds == pytest.approx(0.02)
    assert slowest.seconds == pytest.approx(0.06)  # its only run: enough to see how far behind it is


def test_a_peer_that_comes_to_other_numbers_is_no_peer() -> None:
    same = Peer("same", lambda: lambda: 1)
    other = Peer("other", lambda: lambda: 2)
    rows = measure(
        Case("area", "name", lambda: lambda: 1, (same, other), 1e9, same=int.__eq__, note=lambda: "so"),
        runs=2,
        least=0,
    )
    assert [(row.peer, row.held, row.note) for row in rows] == [
        ("same", "yes", "so"),
        ("other", "no: other numbers", "so"),
    ]


@pytest.mark.parametrize("dtype", ["float32", "uint8"])
@pytest.mark.parametrize(("k", "stride", "dilation", "mode"), [(3, 1, 1, "replicate"), (5, 3, 2, "zeros")])
def test_the_peers_that_are_there_come_to_our_numbers(
    k: int, stride: int, dilation: int, mode: str, dtype: str
) -> None:
    pad = dilation * (k - 1) // 2
    spec = ConvSpec((k, k), (stride, stride), (pad,) * 4, (dilation, dilation), padding_mode=mode)
    layer = (spec, fast_path.picture(1, 65, dtype), fast_path.weights(spec))
    there = [peers.stuffed_filter2d(*layer, fast_path.BORDERS[mode]), *peers.strategies(*layer)]
    there += fast_path.libraries(layer) if mode == "zeros" else [peers.scipy(*layer)]
    ours = peers.ours(*layer)()
    works = [peer.make() for peer in there if peer.make]
    assert len(works) >= 3
    for work in works:
        for _ in range(2):
            assert peers.same(ours(), work())
    assert not peers.same(ours(), ours() + 1)
    assert not peers.same(ours(), ours()[:, 1:])


def test_the_table_has_a_line_for_every_area_and_row() -> None:
    rows = [Row(area, "case", "peer", 1.0, 2.0, 0.5, 1.0) for area in ("one", "one", "two")]
    lines = list(table(rows))
    assert [line for line in lines if line.startswith("--")] == ["-- one", "-- two"]
    assert len(lines) == 1 + 2 + 3
    assert all(
        line.endswith("yes")
        for line in lines
        if line.startswith("case  ") and "peer  " in line[30:] and "1.0" in line
    )
