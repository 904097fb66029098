"""Where a text that wraps may be broken: not within a size, a short formula, an index or a pair."""

from __future__ import annotations

import re

NO_BREAK, JOINED = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
LONGEST = 32
"""Characters of a formula, of a side or of a bracket of one, that stay on one line."""
SIGNS = "=≈<>≤≥+−·×/"
TIMES = re.compile(r"(?<=[0-9k]) × (?=[0-9k])")
"""Between the numbers of a size."""
WORD = r"[A-Za-z]{3,}\b(?!\()"
TERM = rf"(?<![A-Za-z])(?!{WORD})[^ \n\u3000-\u9fff\uff00-\uffef]+"
"""What stands between two signs of a formula; no word, and nothing Chinese."""
NAME = rf"(?<![A-Za-z])(?:{WORD}|[\u4e00-\u9fff]{{1,4}})"
"""A word in a formula, as in 10 · row + column, 10 · 行 + 列."""
SIGNED = rf"(?: [{SIGNS}] (?:{TERM}|{NAME}))"
FORMULA = re.compile(rf"(?:{NAME} [{SIGNS}] )+{TERM}{SIGNED}*|{TERM}{SIGNED}+")
"""Terms and words with signs between them; of words alone, as in input / output, it is none."""
TOGETHER = re.compile(r"(?<=\w)\[[^][]*\]|\((?:[^\s(),]+, )+[^\s(),]+\)|Σ (?=[A-Za-z(])")
"""An index, as in x[i + m, j + n]; a pair, as in (2, 2); a sum's sign, and what is summed."""
SET = re.compile(
    r"(?<![a-z])(stride|padding|dilation|bias|input|kernel|rows?|columns?|步幅|填充|膨胀率|偏置)"
    rf" (?=−?\d[\d.,]*(?![\w.,]| [{SIGNS}]))",
    re.IGNORECASE,
)
"""A parameter, or which way a place is counted, before its number."""
FRACTION = re.compile(r"(?<=\d)/(?=√?\d)")
"""Between the numbers of a weight such as 1/16."""
BRACKET = "(?!)"
for _ in range(3):
    BRACKET = rf"[(\[⌊⌈](?:[^()\[\]⌊⌋⌈⌉]|{BRACKET})*[)\]⌋⌉]"
GROUP = re.compile(BRACKET)
"""A bracket, with others in it and others in these."""


def unbroken(text: str) -> str:
    """A text for a label that wraps: a size such as 3 × 3 stays on one line, and so does a short formula.

    A longer one is broken before = or another relation; a side that is too long still, before + or −, and at
    last before any sign, but in no short bracket. A parameter stays with its number, as in stride 2.
    """
    kept = SET.sub(rf"\1{NO_BREAK}", TOGETHER.sub(_whole, FRACTION.sub(f"/{JOINED}", text)))
    return TIMES.sub(f"{NO_BREAK}×{NO_BREAK}", FORMULA.sub(lambda found: _in_pieces(found[0]), kept))


def _in_pieces(formula: str) -> str:
    """A formula with spaces only where it may be broken."""
    sides = [formula] if len(formula) <= LONGEST else re.split(" (?=[=≈<>≤≥] )", formula)
    kept = (_before_signs(side) if len(side) > LONGEST else _in_one(side) for side in sides)
    return re.sub(rf"(?<=\S)/(?=[^\s{JOINED}])", f"/{JOINED}", " ".join(kept))


def _before_signs(side: str) -> str:
    """A side with spaces only before + and −, if that is enough, else before all its signs."""
    grouped, kept = GROUP.sub(_whole, side), side
    for signs in ("+−", SIGNS):
        kept = re.sub(f" (?![{signs}] )", NO_BREAK, grouped)
        if max(map(len, kept.split(" "))) <= LONGEST:
            break
    return kept


def _whole(found: re.Match[str]) -> str:
    """A bracket on one line; of one that is too long, those in it."""
    text = found[0]
    return _in_one(text) if len(text) <= LONGEST else text[0] + GROUP.sub(_whole, text[1:])


def _in_one(text: str) -> str:
    return text.replace(" ", NO_BREAK)
