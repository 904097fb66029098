"""How fast the program is, as ratios: `python -m tests.bench`. A part is one module and one row below."""

from collections.abc import Callable, Iterable

from tests.bench import fast_path
from tests.bench.cases import Case

PARTS: dict[str, Callable[[], Iterable[Case]]] = {
    fast_path.AREA: fast_path.cases,
}
"""For each part, its cases."""
