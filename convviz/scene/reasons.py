"""Why a file's content is none of ours, in words: msgspec says it in English only."""

from __future__ import annotations

import re

from convviz.core.errors import Refusal
from convviz.i18n import Message, msg

PATTERNS: tuple[tuple[str, str], ...] = (
    (r"Input data was truncated", "it ends too early"),
    (r"JSON is malformed: .*\(byte (?P<byte>\d+)\)", "it is not JSON from byte {byte} on"),
    (r"Object missing required field `(?P<name>.*)`", "“{name}” is missing"),
    (r"Object contains unknown field `(?P<name>.*)`", "“{name}” is unknown"),
    (r"Expected `(?P<wanted>.*)`, got `(?P<found>.*)`", "{wanted} should stand where {found} stands"),
    (
        r"Expected `(?P<wanted>.*)` of length (?P<length>\d+).*",
        "{wanted} should stand there, of length {length}",
    ),
    (
        r"Expected `(?P<wanted>.*)` of length (?P<bound>[<>]=? \d+)",
        "{wanted} should stand there, of length {bound}",
    ),
    (r"Expected `(?P<wanted>.*)` (?P<bound>[<>]=? \S+)", "{wanted} {bound} should stand there"),
    (r"Expected `(?P<wanted>.*)`", "{wanted} should stand there"),
    (r"Invalid (?:enum )?value '?(?P<value>.*?)'?", "“{value}” is not one of the values there are"),
    (r"Invalid base64 encoded string", "it is no base64"),
    (r"maximum recursion depth exceeded.*", "it is nested too deeply"),
    (r"(?:Number|Integer value) out of range", "a number is out of range"),
)
"""What msgspec writes, and what is said of it."""
KINDS = {
    "array": "a list",
    "object": "an object",
    "str": "a text",
    "bytes": "a text in base64",
    "int": "an integer",
    "float": "a number",
    "bool": "true or false",
}
"""What msgspec calls the kinds of values, and what they are called here."""
FOUND = {**KINDS, "float": "a number with a point or an exponent", "bool": "a truth value"}
"""The same of what stands where it should not: a float is written so, even if whole;
a bool is true or false."""
_PLACE = re.compile(r"(?P<said>.*?)(?: - at `(?P<place>[^`]*)`)?", re.DOTALL)


def unreadable(error: Exception) -> dict[str, Message]:
    """What is wrong with a file's content, and the whole reason, which says where too.

    Where a value is refused, it is said in the words of what refused it.
    """
    found = _PLACE.fullmatch(str(error))
    said, place = (found["said"], found["place"]) if found else (str(error), None)
    if isinstance(error.__cause__, Refusal):
        what, where = error.__cause__.message, "{what} (at {place})"
    else:
        what, where = _in_words(said), "{what}, at {place}"
    return {"what": what, "reason": msg(where, what=what, place=place) if place else what}


def _in_words(said: str) -> Message:
    for pattern, words in PATTERNS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            values: dict[str, object] = dict(found.groupdict())
            for name, kinds in (("wanted", KINDS), ("found", FOUND)):
                if name in values:
                    values[name] = _kind(found[name], kinds)
            return msg(words, **values)
    return msg("{said}", said=said)


def _kind(said: str, kinds: dict[str, str]) -> object:
    """Kinds of values, of which msgspec writes `int | null`."""
    kind, _, others = said.partition(" | ")
    one: object = msg(kinds[kind]) if kind in kinds else kind
    return msg("{one} or {others}", one=one, others=_kind(others, kinds)) if others else one
