"""How fast the program is, as ratios: `python -m tests.bench`. A part is one module and one row below."""

from collections.abc import Callable, Iterable

from tests.bench import animation, event_loop, export, fast_path, live, opening, operations, startup
from tests.bench.cases import Case, Trial

PARTS: dict[str, Callable[[], Iterable[Case | Trial]]] = {
    fast_path.AREA: fast_path.cases,
    operations.AREA: operations.cases,
    live.AREA: live.cases,
    event_loop.AREA: event_loop.cases,
    opening.AREA: opening.cases,
    animation.AREA: animation.cases,
    export.AREA: export.cases,
    startup.AREA: startup.cases,
}
"""For each part, its cases."""
