"""`convviz kernels`: the kernels that have a name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from convviz.cli.words import Parser, parser
from convviz.i18n import msg, tr

if TYPE_CHECKING:
    from convviz.core.kernel import Kernel

KERNELS = """\
List the kernels by family. Any of these names can follow “convviz apply … -k”; where a kernel has
parameters, they are given after a colon: gaussian:sigma=2.5
"""


def list_kernels(words: list[str]) -> int:
    """Prints the table, or all of it as JSON."""
    options = _parser().parse_args(words)
    from convviz.core.kernels import KERNELS as TABLE

    if options.json:
        print("[" + ",\n ".join(json.dumps(_described(kernel)) for kernel in TABLE) + "]")
        return 0
    width = max(len(kernel.id) for kernel in TABLE)
    family = None
    for kernel in TABLE:
        if kernel.family != family:
            print(f"{'' if family is None else chr(10)}{tr(kernel.family)}")
            family = kernel.family
        rows = kernel.rows()
        print(f"  {kernel.id:{width}}  {f'{len(rows)} × {len(rows[0])}':>7}  {tr(kernel.does)}")
        for p in kernel.parameters:
            said = msg(
                "{name}={usual}, from {least} to {most}",
                name=p.name, usual=f"{p.default:g}", least=f"{p.minimum:g}", most=f"{p.maximum:g}",
            )  # fmt: skip
            print(f"  {'':{width}}  {'':7}    {tr(said)}")
    return 0


def _described(kernel: Kernel) -> dict[str, Any]:
    parameters = [
        {"name": p.name, "minimum": p.minimum, "maximum": p.maximum, "default": p.default, "whole": p.integer}
        for p in kernel.parameters
    ]
    texts = {name: getattr(kernel, name) for name in ("id", "name", "family", "source", "does")}
    return {**texts, "parameters": parameters, "rows": kernel.rows()}


def _parser() -> Parser:
    made = parser("convviz kernels", KERNELS)
    made.add_argument("--json", action="store_true", help="as JSON, with sources and weights")
    return made
