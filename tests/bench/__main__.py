"""Prints the table: case, ours, peer, ratio, bound, held or not.

python -m tests.bench [--quick] [--json FILE] [--only TEXT]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from convviz.core.cv import cv2
from tests.bench import PARTS
from tests.bench.cases import LEAST, RUNS, Case, Row, Trial, measure, table

QUICK_RUNS, QUICK_LEAST = 2, 0.0
WITH = ("torch", "onnxruntime", "scipy", "matplotlib", "PySide6-Essentials", "pillow", "av")


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        names = [line for line in cpus.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "memory": memory(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "opencv": cv2.__version__,
    } | dict(installed())


def memory() -> str:
    """What the machine has; empty where it does not say."""
    told = Path("/proc/meminfo")
    found = re.search(r"MemTotal:\s+(\d+)", told.read_text()) if told.exists() else None
    return f"{int(found[1]) / 2**20:.1f} GB" if found else ""


def installed() -> Iterator[tuple[str, str]]:
    """The version of each peer that is there, and of what else is measured with."""
    for name in WITH:
        with suppress(PackageNotFoundError):
            yield name, version(name)


def chosen(quick: bool, only: str) -> list[Case | Trial]:
    """The cases of every part whose name holds a text."""
    every = [case for cases in PARTS.values() for case in cases()]
    return [case for case in every if only in f"{case.area}: {case.name}" and (case.quick or not quick)]


def rows_of(cases: list[Case | Trial], quick: bool) -> Iterator[Row]:
    """Each case measured, as the table is printed."""
    runs, least = (QUICK_RUNS, QUICK_LEAST) if quick else (RUNS, LEAST)
    for case in cases:
        yield from case.rows(runs) if isinstance(case, Trial) else measure(case, runs, least)


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints; returns how many bounds are not held."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="How fast the program is.")
    parser.add_argument("--quick", action="store_true", help="a few cases, twice each: does the bench work?")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows and the machine there too")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cases with this in their name")
    options = parser.parse_args(arguments)
    found: list[Row] = []

    def kept() -> Iterator[Row]:
        for row in rows_of(chosen(options.quick, options.only), options.quick):
            found.append(row)
            yield row

    print(", ".join(f"{key} {value}" for key, value in machine().items()))
    for line in table(kept()):
        print(line, flush=True)
    missed = sum(row.held.startswith("no:") or row.held == "no" for row in found)
    judged = missed + sum(row.held == "yes" for row in found)
    print(f"{judged - missed} of {judged} bounds held")
    if options.json:
        record = {"machine": machine(), "rows": [row.as_dict() for row in found]}
        options.json.write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
    return missed


if __name__ == "__main__":
    sys.exit(min(1, main()))
