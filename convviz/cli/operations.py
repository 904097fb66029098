"""`convviz operations`: what `convviz run` can run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from convviz.cli.words import Parser, parser
from convviz.i18n import tr

if TYPE_CHECKING:
    from convviz.labs.lab import Lab

OPERATIONS = """\
List the operations by the name that “convviz run” knows them by, with their options.
"""


def list_operations(words: list[str]) -> int:
    """Prints every operation, or everything about them as JSON."""
    options = _parser().parse_args(words)
    from convviz.cli.options import has_kernels, name_of, options_of
    from convviz.labs import LABS

    if options.json:
        print("[" + ",\n ".join(json.dumps(_described(lab)) for lab in LABS) + "]")
        return 0
    for n, lab in enumerate(LABS):
        flags = ["-k"] * has_kernels(lab) + [option.flag for option in options_of(lab)]
        print(f"{'' if n == 0 else chr(10)}{name_of(lab)}  {tr(lab.title)}\n    {' '.join(flags)}")
    return 0


def _described(lab: Lab) -> dict[str, Any]:
    from convviz.cli.options import has_kernels, name_of, options_of

    options = [
        {
            "option": option.flag,
            "default": str(option.default),
            "choices": list(option.choices),
            "switch": option.read is None,
            "help": str(option.help),
        }
        for option in options_of(lab)
    ]
    return {"id": name_of(lab), "title": lab.title, "kernels": has_kernels(lab), "options": options}


def _parser() -> Parser:
    made = parser("convviz operations", OPERATIONS)
    made.add_argument("--json", action="store_true", help="as JSON, with what each option means")
    return made
