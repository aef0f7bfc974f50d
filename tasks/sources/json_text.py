"""JSON in and out: read strictly, written in one canonical form."""

from __future__ import annotations

import json
from typing import Final, NoReturn

MAX_SHOWN_CHARS: Final = 60


def parse_json_object(text: str) -> dict[str, object]:
    """Read a JSON object strictly: no repeated keys, no NaN, no half surrogate pairs.

    Raises:
        ValueError: Saying what is wrong.
    """
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
        canonical_json(value).encode()
    except json.JSONDecodeError as error:
        msg = f"is no JSON ({error})"
        raise ValueError(msg) from error
    except UnicodeEncodeError as error:
        msg = "holds half of a surrogate pair, which is no character"
        raise ValueError(msg) from error
    except RecursionError as error:
        msg = "is nested too deeply"
        raise ValueError(msg) from error
    if not isinstance(value, dict):
        msg = f"is a JSON {type(value).__name__}, not an object"
        raise ValueError(msg)  # noqa: TRY004 - the content is wrong, not the call
    return value


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys and no white space; equal values give equal text."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def shown(value: str) -> str:
    """Return a value for a message: quoted, and cut where it is long."""
    short = value if len(value) <= MAX_SHOWN_CHARS else value[:MAX_SHOWN_CHARS] + "…"
    return repr(short)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        msg = f"states the key {shown(repeated)} twice"
        raise ValueError(msg)
    return fields


def _refuse_constant(name: str) -> NoReturn:
    msg = f"holds {name}, which is no JSON"
    raise ValueError(msg)
